"""The settings become files that hosts read: headers and redirects, the host's name, whom to tell of weaknesses."""

from collections.abc import Iterable, Iterator

from showcase.destinations import Hosting
from showcase.hosting.headers import ASKED_ANEW, Headers, Rules

# What Cloudflare Pages reads of either file; Netlify reads more.
MOST_RULES = 100
MOST_REDIRECTS = 2000
# The pages that lie below no folder: these hosts know no rule for “all others”.
ALONE = ("/", "/index.html", "/404.html")
SECURITY = "/.well-known/security.txt"


def headers_file(rules: Rules) -> bytes:
    """`_headers` for Netlify and Cloudflare Pages. What is not kept for ever is asked for anew there in any case."""
    below = ((f"{start}*", _without_default(headers)) for start, headers in rules.below)
    alone = ((path, _without_default(rules.otherwise)) for path in ALONE)
    blocks = (("/*", rules.everywhere), *((path, headers) for path, headers in (*below, *alone) if headers))
    return "\n".join(_block(path, headers) for path, headers in blocks).encode()


def _without_default(headers: Headers) -> Headers:
    return tuple(each for each in headers if each != ("Cache-Control", ASKED_ANEW))


def _block(path: str, headers: Headers) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers)


def redirects_file(moves: Iterable[tuple[str, str]], locales: Iterable[str]) -> bytes:
    """`_redirects` for the same hosts: from, to, and that it has moved for good.

    The last lines give each language its own page for what is not found; Cloudflare Pages passes over them and finds
    these pages by itself. Old addresses beyond the limit lead on by their pages.
    """
    moved = [f"{old} {new} 301\n" for old, new in moves][:MOST_REDIRECTS]
    lost = (f"/{locale}/* /{locale}/404.html 404\n" for locale in locales)
    return "".join((*moved, *lost)).encode()


def security_txt(hosting: Hosting, base_url: str, locales: Iterable[str]) -> bytes:
    """`security.txt` after RFC 9116; it expires when the settings say so, whenever it was made."""
    return "".join(f"{name}: {value}\n" for name, value in _security_lines(hosting, base_url, locales)).encode()


def _security_lines(hosting: Hosting, base_url: str, locales: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from (("Contact", contact) for contact in hosting.security_contacts)
    yield "Expires", f"{hosting.security_expires}T00:00:00Z"
    yield "Preferred-Languages", ", ".join(locales)
    yield "Canonical", f"{base_url}{SECURITY}"
    if hosting.security_policy:
        yield "Policy", hosting.security_policy

"""Small releases that follow each other, and what must hold of a public site at any moment."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from showcase.pages.views import Artifact
from showcase.publishing.hosts import Host
from showcase.publishing.publish import publish, read_state
from showcase.publishing.release import Files, read_release
from showcase.releasing.record import SUMS, sums_text
from tests.sites.projects import put


def page(style: str, *links: str) -> str:
    """A page that needs a style sheet and leads to others."""
    lines = "".join(f'<a href="{link}">' for link in links)
    return f'<link href="/assets/style.{style}.css">{lines}<p>Sản phẩm {style}'


FIRST: Mapping[str, str] = {
    "404.html": page("11"),
    "assets/style.11.css": "p {}",
    "assets/kept.77.svg": "<svg/>",
    "index.html": page("11", "/vi/"),
    "vi/index.html": page("11", "/vi/cu/", "/vi/ban/"),
    "vi/cu/index.html": page("11", "/vi/"),
    "vi/ban/index.html": page("11", "/vi/cu/"),
    "sitemap.xml": "<urlset>cu ban</urlset>",
}
# Another style sheet, so that every page changes; one page goes, two come, which lead to each other.
SECOND: Mapping[str, str] = {
    "404.html": page("22"),
    "assets/style.22.css": "p { margin: 0 }",
    "assets/kept.77.svg": "<svg/>",
    "index.html": page("22", "/vi/"),
    "vi/index.html": page("22", "/vi/moi/", "/vi/ban/"),
    "vi/moi/index.html": page("22", "/vi/nua/"),
    "vi/nua/index.html": page("22", "/vi/moi/"),
    "vi/ban/index.html": page("22", "/vi/moi/"),
    "sitemap.xml": "<urlset>ban moi nua</urlset>",
}
THIRD: Mapping[str, str] = {
    **{path: text for path, text in SECOND.items() if not path.startswith("vi/nua")},
    "vi/moi/index.html": page("22", "/vi/"),
    "sitemap.xml": "<urlset>ban moi</urlset>",
}


# The same in small, for hosts that take their time.
LITTLE: Mapping[str, str] = {
    "assets/style.11.css": "p {}",
    "index.html": page("11", "/vi/cu/"),
    "vi/cu/index.html": page("11", "/"),
}
LESS: Mapping[str, str] = {
    "assets/style.22.css": "p { margin: 0 }",
    "index.html": page("22", "/vi/moi/"),
    "vi/moi/index.html": page("22", "/"),
}


def release(folder: Path, files: Mapping[str, str]) -> tuple[Files, Path]:
    """The files as a release in the folder: their digests, and the folder itself."""
    made = [Artifact(path, text.encode()) for path, text in files.items()]
    for each in made:
        put(folder, each.output, each.data)
    put(folder, SUMS, sums_text({each.output: digest(each.data) for each in made}))
    return read_release(folder), folder


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes."""
    return sha256(data).hexdigest()


def broken(public: Mapping[str, bytes], known: Iterable[str] = FIRST) -> list[str]:
    """What visitors miss who walk from the addresses they know: links and style sheets that lead nowhere."""
    waiting = [path for path in known if path in public]
    seen, missing = set(waiting), []
    while waiting:
        path = waiting.pop()
        for link in re.findall('href="([^"]+)"', public[path].decode()) if path.endswith(".html") else ():
            target = f"{link}index.html".lstrip("/") if link.endswith("/") else link.lstrip("/")
            if target not in public:
                missing.append(f"{path} -> {link}")
            elif target not in seen:
                seen.add(target)
                waiting.append(target)
    return missing


def site_of(public: Mapping[str, bytes]) -> dict[str, str]:
    """The public files without what the host remembers and the digests."""
    return {path: data.decode() for path, data in public.items() if not path.startswith(".publish/") and path != SUMS}


class PowerCutError(Exception):
    """What stops a publication in these tests."""


def quiet(_done: int, _total: int) -> None:
    """Nobody is told how far it has come."""


def published(host: Host, files: Mapping[str, str], tmp: Path) -> list[str]:
    """Publish the files to a host; what was uploaded comes back."""
    made, source = release(tmp / f"release-{digest(repr(files).encode())[:8]}", files)
    plan = publish(host, read_state(host), made, source, quiet)
    return [path for wave in plan.waves for path in wave]

"""What hosts take at the most, so that a site too great for one is known before the first upload."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from showcase.codes import HOST_FILE, HOST_FILES, HOST_RULES, HOST_SIZE, Code
from showcase.hosting.files import MOST_REDIRECTS, MOST_RULES

MIB = 1 << 20
REDIRECTS, HEADERS = "_redirects", "_headers"
MOST_PATTERNS = 100  # redirects of more than one address


@dataclass(frozen=True, slots=True)
class Limits:
    """The most files, and the most bytes in one file and altogether; none where a host states none.

    `rules` says whether it reads `_headers` and `_redirects`, and no more of them than Cloudflare Pages.
    """

    name: str
    files: int | None = None
    each: int | None = None
    together: int | None = None
    rules: bool = False


# As their documentation stated them in November 2026.
HOSTS = MappingProxyType(
    {
        "github-pages": Limits("GitHub Pages", each=100 * MIB, together=1024 * MIB),
        "cloudflare-pages": Limits("Cloudflare Pages (Free)", files=20_000, each=25 * MIB, rules=True),
        "cloudflare-pages-paid": Limits("Cloudflare Pages (Paid)", files=100_000, each=25 * MIB, rules=True),
    }
)


@dataclass(frozen=True, slots=True)
class Excess:
    """More than a host takes: what of, how much the message says was found and is the most, and of which file."""

    code: Code
    found: str
    most: str
    path: str = ""

    def fields(self, host: str) -> dict[str, str]:
        """What fills the message."""
        named = {"path": self.path} if self.path else {}
        return {"host": host, "found": self.found, "most": self.most} | named


def excesses(limits: Limits, sizes: Mapping[str, int], texts: Mapping[str, str]) -> Iterator[Excess]:
    """What the host would not take of files of these sizes. `texts` are the files of rules."""
    if limits.files is not None and len(sizes) > limits.files:
        yield Excess(HOST_FILES, str(len(sizes)), str(limits.files))
    if limits.together is not None and sum(sizes.values()) > limits.together:
        yield Excess(HOST_SIZE, *_in_mib(sum(sizes.values()), limits.together))
    if limits.each is not None:
        found = ((path, size) for path, size in sorted(sizes.items()) if size > limits.each)
        yield from (Excess(HOST_FILE, *_in_mib(size, limits.each), path) for path, size in found)
    if limits.rules:
        yield from _rules(texts)


def _rules(texts: Mapping[str, str]) -> Iterator[Excess]:
    """The rules beyond those that the host reads: it passes over the rest without a word."""
    moves = [line for line in texts.get(REDIRECTS, "").splitlines() if line.strip() and not line.startswith("#")]
    patterns = [line for line in moves if "*" in line or "/:" in line]
    headers = [line for line in texts.get(HEADERS, "").splitlines() if line.strip() and line[0] not in " \t#"]
    counted = (
        (REDIRECTS, len(moves) - len(patterns), MOST_REDIRECTS),
        (REDIRECTS, len(patterns), MOST_PATTERNS),
        (HEADERS, len(headers), MOST_RULES),
    )
    yield from (Excess(HOST_RULES, str(found), str(most), path) for path, found, most in counted if found > most)


def _in_mib(size: int, most: int) -> tuple[str, str]:
    return f"{size / MIB:.1f}", str(most // MIB)

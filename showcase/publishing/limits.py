"""What hosts take at the most, so that a site too great for one is known before the first upload."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The most files, and the most bytes in one file and altogether; none where a host states none."""

    name: str
    files: int | None = None
    each: int | None = None
    together: int | None = None


# As their documentation stated them in November 2026.
HOSTS = MappingProxyType(
    {
        "github-pages": Limits("GitHub Pages", each=100 * MIB, together=1024 * MIB),
        "cloudflare-pages": Limits("Cloudflare Pages (Free)", files=20_000, each=25 * MIB),
        "cloudflare-pages-paid": Limits("Cloudflare Pages (Paid)", files=100_000, each=25 * MIB),
    }
)


@dataclass(frozen=True, slots=True)
class Excess:
    """More than a host takes: `what` is `files`, `together`, or the path of a file that is too large."""

    what: str
    found: int
    most: int


def excesses(limits: Limits, folder: Path, paths: Iterable[str]) -> Iterator[Excess]:
    """What the host would not take of these files."""
    sizes = {path: (folder / path).stat().st_size for path in paths}
    if limits.files is not None and len(sizes) > limits.files:
        yield Excess("files", len(sizes), limits.files)
    if limits.together is not None and sum(sizes.values()) > limits.together:
        yield Excess("together", sum(sizes.values()), limits.together)
    if limits.each is not None:
        yield from (Excess(path, size, limits.each) for path, size in sorted(sizes.items()) if size > limits.each)

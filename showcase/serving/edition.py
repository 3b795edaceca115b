"""The site at one moment, and the hall in which the present one hangs until the next takes its place."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from showcase.codes import ERROR
from showcase.pipeline import Grounds

LOST = "404.html"


@dataclass(frozen=True, slots=True)
class Notice:
    """A paragraph of the report on the terminal.

    `place` begins it; it is in the file at `path`, and `url` opens it in the editor program. Warnings alone are no
    reason to show any.
    """

    text: str
    place: str = ""
    path: str = ""
    url: str = ""
    severity: str = ERROR


@dataclass(frozen=True, slots=True)
class Edition:
    """The files of the site by their paths, and what keeps the project's present state from being shown in them.

    `headers` are those of every answer with a file; `grounds` what the files were made from, as far as they were.
    """

    files: Mapping[str, bytes]
    headers: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    grounds: Grounds | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """What lies at an address: a file with its path, or what stands there because nothing does."""

    status: int
    path: str
    data: bytes

    @property
    def state(self) -> str:
        """A short digest: the same as long as a browser would be sent the same bytes."""
        return hashlib.sha256(self.data).hexdigest()[:16]


def found(edition: Edition, path: str | None) -> Found:
    """What the edition has at the path of a file; else the page that says so, in the language of the address."""
    if path is not None and path in edition.files:
        return Found(200, path, bytes(edition.files[path]))  # the store gives views of its files
    language = PurePosixPath(path or "").parts[:1]
    pages = ("/".join((*language, LOST)), LOST)
    page = next((each for each in pages if each in edition.files), None)
    return Found(404, page or LOST, bytes(edition.files[page]) if page else b"")


class Hall:
    """Holds the present edition and tells those who wait of the next one; `seen` are the addresses of open pages."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.is_open = True
        self.seen: Counter[str] = Counter()
        self._next = asyncio.Event()

    def show(self, edition: Edition) -> None:
        """Put the edition in the place of the present one."""
        self.edition = edition
        self._wake()

    @contextmanager
    def seeing(self, address: str) -> Iterator[None]:
        """Notes that somebody has the page at the address open meanwhile."""
        self.seen[address] += 1
        try:
            yield
        finally:
            self.seen -= Counter((address,))

    def close(self) -> None:
        """No edition will follow."""
        self.is_open = False
        self._wake()

    async def after(self, seen: Edition) -> Edition | None:
        """The present edition as soon as it is another than the one already seen; nothing once the hall is closed."""
        while self.is_open and self.edition is seen:
            await self._next.wait()
        return self.edition if self.is_open else None

    def _wake(self) -> None:
        woken, self._next = self._next, asyncio.Event()
        woken.set()

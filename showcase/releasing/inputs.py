"""What a site was made of becomes digests by path: of what is published, and of nothing that is not."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from showcase.library.values import Library, PictureFile
from showcase.reading.configuration import MENUS, SETTINGS
from showcase.reading.discover import File, TextFile
from showcase.reading.history import HISTORY


def inputs(
    root: Path, library: Library, sources: Iterable[TextFile], pictures: Iterable[PictureFile], files: Iterable[File]
) -> dict[str, str]:
    """The SHA-256 of each input by its path. Drafts and what is to come are left out: their names alone would tell."""
    published = {page.path for pages in library.pages.values() for page in pages.values()}
    return dict(
        (
            *((each.path, each.digest) for each in sources if each.path in published),
            *((each.path, each.digest) for each in pictures),
            *((each.path, sha256(each.data).hexdigest()) for each in files),
            *_read(root, (SETTINGS, MENUS, HISTORY, *(_catalogue(code) for code in library.settings.codes))),
        )
    )


def _catalogue(code: str) -> str:
    return f"locales/{code}/LC_MESSAGES/messages.po"


def _read(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The digests of those files that are there."""
    yield from ((path, sha256((root / path).read_bytes()).hexdigest()) for path in paths if (root / path).is_file())

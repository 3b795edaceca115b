"""What a site needs that cannot well lie in a repository: links, empty folders, pictures."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image

from tests.sites.projects import put

ENTRY = "content/products/ban-go"


def picture(form: str = "JPEG", size: tuple[int, int] = (8, 6)) -> bytes:
    """The bytes of a plain picture."""
    file = io.BytesIO()
    Image.new("RGB", size, "white").save(file, form)
    return file.getvalue()


def _link(root: Path) -> None:
    (root / ENTRY / "index.en.md").rename(root / "elsewhere.md")
    (root / ENTRY / "index.en.md").symlink_to(root / "elsewhere.md")


def _dangling_link(root: Path) -> None:
    (root / "content/products/ghe-go").mkdir()
    (root / "content/products/ghe-go/index.vi.md").symlink_to("nowhere.md")


def _linked_entry(root: Path) -> None:
    (root / "content/products/ghe-go").symlink_to("ban-go")


def _empty_folder(root: Path) -> None:
    (root / "content/products/ghe-go").mkdir()


def _capital_letters(root: Path) -> None:
    put(root, f"{ENTRY}/Photo.JPG", picture())


def _picture(root: Path) -> None:
    put(root, f"{ENTRY}/mat-ban.jpg", picture())


def _latin_1(root: Path) -> None:
    put(root, f"{ENTRY}/index.vi.md", b"---\ntitle: B\xe0n g\n---\n")


def _utf_16(root: Path) -> None:
    put(root, f"{ENTRY}/index.vi.md", "---\ntitle: Bàn gỗ\n---\n".encode("utf-16"))


PREPARATIONS: Mapping[str, Callable[[Path], None]] = {
    "capital-letters-in-a-picture": _capital_letters,
    "dangling-symlink": _dangling_link,
    "empty-folder": _empty_folder,
    "missing-alt": _picture,
    "not-utf8": _latin_1,
    "symlink": _link,
    "symlink-to-an-entry": _linked_entry,
    "utf-16": _utf_16,
}

"""Edits a copy of a project at random, and compares each warm build with a cold one, byte for byte.

python -m bench.random_edits [ROOT] --edits 1000 --seed 1 --whole-every 25

A cold build of a real site takes long. So most comparisons are with a build that remembers nothing but single entries
and converted pictures, which are functions of the files of one entry; every so often one remembers nothing at all.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from showcase.library.entries import Group
from showcase.library.values import IndexRow, PictureFile
from showcase.library.values import Text as EntryText
from showcase.pipeline import Made, Request, make
from showcase.press import Output
from showcase.work import PackStore

PARTS = ("content", "locales", "templates", "site.yaml")
PICTURES = (".jpg", ".webp", ".avif", ".png")
WORDS = ("Ngày", "mới", "bàn", "ghế", "table", "chair", "“quoted”", "**bold**", "1.250.000", "&", "<b>")

Edit = Callable[[Path, random.Random], str]


@dataclass
class OneFileStore:
    """Remembers what depends on the files of one entry alone: row, texts, pictures; and bytes by their digest."""

    values: dict[str, Any] = field(default_factory=dict)

    def get(self, key: str) -> Any:
        """The value, if it is of that sort."""
        return self.values.get(key)

    def put(self, key: str, value: Any) -> None:
        """Remember the value, if it is of that sort."""
        if isinstance(value, IndexRow | Group | EntryText | PictureFile | bytes) or _is_picture(value):
            self.values[key] = value

    def keep(self, key: str) -> bool:
        """Whether the value is remembered."""
        return key in self.values

    def refresh(self) -> None:
        """Nobody else remembers anything."""

    def send(self) -> None:
        """Nobody else is there."""


def _is_picture(value: Any) -> bool:
    own = value if isinstance(value, tuple) else (value,)
    return bool(own) and all(isinstance(each, Output) and each.path.endswith(PICTURES) for each in own)


def texts(root: Path) -> list[Path]:
    """The texts of a project."""
    return sorted((root / "content").glob("*/*/index.*.md"))


def word_in_text(root: Path, chance: random.Random) -> str:
    """A word more at the end of a line of a text, in front matter or below it."""
    path = chance.choice(texts(root))
    lines = path.read_text(encoding="utf-8").split("\n")
    number = chance.choice([index for index, line in enumerate(lines) if line.strip() and line != "---"])
    lines[number] += f" {chance.choice(WORDS)}"
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"a word in {path.relative_to(root)}:{number + 1}"


def title(root: Path, chance: random.Random) -> str:
    """Another title, and so another address and another place in lists."""
    path = chance.choice(texts(root))
    lines = path.read_text(encoding="utf-8").split("\n")
    for index, line in enumerate(lines):
        if line.startswith("title:"):
            lines[index] = f"title: {chance.choice('AĂĐÔZ')} {chance.randrange(1000)} {chance.choice(WORDS[:6])}"
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"the title of {path.relative_to(root)}"


def lost_text(root: Path, chance: random.Random) -> str:
    """A text less."""
    path = chance.choice(texts(root))
    path.unlink()
    return f"without {path.relative_to(root)}"


def copied_entry(root: Path, chance: random.Random) -> str:
    """An entry more, a copy of another."""
    folder = chance.choice(texts(root)).parent
    shutil.copytree(folder, folder.with_name(f"copy-{chance.randrange(10_000)}"))
    return f"a copy of {folder.relative_to(root)}"


def moved_entry(root: Path, chance: random.Random) -> str:
    """An entry under another id."""
    folder = chance.choice(texts(root)).parent
    folder.rename(folder.with_name(f"moved-{chance.randrange(10_000)}"))
    return f"{folder.relative_to(root)} moved"


def template(root: Path, chance: random.Random) -> str:
    """A word more at the end of a template."""
    path = chance.choice(sorted((root / "templates").rglob("*.html")))
    with path.open("a", encoding="utf-8") as file:
        file.write(chance.choice(("<!-- more -->\n", "{# a note #}\n", "\n", "{% set more = 1 %}\n")))
    return f"the template {path.relative_to(root)}"


def style(root: Path, chance: random.Random) -> str:
    """A rule more in a style sheet, which gives it another name."""
    path = chance.choice(sorted((root / "templates").rglob("*.css")))
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n.more {{ margin: {chance.randrange(9)}px; }}\n")
    return f"the style sheet {path.relative_to(root)}"


def words(root: Path, chance: random.Random) -> str:
    """Another translation of a word of the interface."""
    path = chance.choice(sorted((root / "locales").glob("*/LC_MESSAGES/messages.po")))
    lines = path.read_text(encoding="utf-8").split("\n")
    found = [
        index for index, line in enumerate(lines) if line.startswith('msgstr "') and line.isascii() and "%" not in line
    ]
    if found:
        number = chance.choice(found)
        lines[number] = lines[number].removesuffix('"') + 'x"' if lines[number] != 'msgstr ""' else lines[number]
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"a word in {path.relative_to(root)}"


def settings(root: Path, chance: random.Random) -> str:
    """Other settings."""
    path = root / "site.yaml"
    kept = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("page_size:")]
    path.write_text(f"page_size: {chance.randrange(2, 40)}\n" + "\n".join(kept), encoding="utf-8")
    return "page_size"


def picture(root: Path, chance: random.Random) -> str:
    """A picture that is another one, or a text where there is no picture."""
    found = sorted(path for path in (root / "content").rglob("*") if path.suffix in PICTURES)
    if not found:
        return word_in_text(root, chance)
    path, other = chance.choice(found), chance.choice(found)
    path.write_bytes(other.read_bytes())
    return f"{path.relative_to(root)} as {other.relative_to(root)}"


EDITS: tuple[Edit, ...] = (
    *(word_in_text, word_in_text, word_in_text, title, title),
    *(lost_text, copied_entry, moved_entry, template, style, words, settings, picture),
)


@dataclass(frozen=True)
class Difference:
    """What came out otherwise in a warm build."""

    edit: str
    outputs: tuple[str, ...]


def copied(project: Path, root: Path) -> Path:
    """The parts of a project that a build reads, elsewhere."""
    for name in PARTS:
        source = project / name
        if source.is_dir():
            shutil.copytree(source, root / name, dirs_exist_ok=True)
        else:
            shutil.copy(source, root / name)
    return root


def put_back(project: Path, root: Path) -> None:
    """The project as it was, over the edited copy."""
    for name in PARTS:
        if (root / name).is_dir():
            shutil.rmtree(root / name)
    copied(project, root)


def different(warm: Made, cold: Made) -> tuple[str, ...]:
    """The outputs, or the problems, in which two builds differ."""
    ours, theirs = ({each.output: bytes(each.data) for each in made.artifacts} for made in (warm, cold))
    outputs = sorted(path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path))
    same = (warm.problems, warm.pages, warm.next_due) == (cold.problems, cold.pages, cold.next_due)
    return tuple(outputs) if same else (*outputs, "problems")


def compared(
    project: Path, root: Path, edits: int, chance: random.Random, today: date, whole_every: int = 1
) -> Iterator[tuple[str, bool, tuple[str, ...]]]:
    """For each edit what it was, whether the site could be made, and what came out otherwise.

    Where an edit keeps the site from being made, the project is put back after it.
    """
    request = Request(copied(project, root), today, root / "site", root / ".cache", jobs=1)
    parsed = OneFileStore()
    for number in range(edits):
        said = chance.choice(EDITS)(root, chance)
        store = PackStore(root / ".cache")  # opened anew, as by the next build
        warm = make(request, store=store)
        store.close()
        cold = make(replace(request, cache=None), store=None if number % whole_every == 0 else parsed)
        yield said, bool(warm.artifacts), different(warm, cold)
        if not warm.artifacts or chance.random() < 0.05:
            put_back(project, root)


def main() -> int:
    """Print each edit that comes out otherwise, and how many were compared."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path, nargs="?", default=Path())
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--whole-every", type=int, default=25)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so many")
    wanted = parser.parse_args()
    done = made = wrong = 0
    end = time.monotonic() + wanted.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        chance, root = random.Random(wanted.seed), Path(folder)
        for said, is_made, outputs in compared(
            wanted.root, root, wanted.edits, chance, date(2026, 11, 28), wanted.whole_every
        ):
            done, made, wrong = done + 1, made + is_made, wrong + bool(outputs)
            if outputs:
                print(f"DIFFERENT after {said}: {', '.join(outputs[:5])}", flush=True)
            if time.monotonic() > end:
                break
    print(f"edits: {done}; sites made: {made}; compared whole: {-(-done // wanted.whole_every)}; different: {wrong}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())

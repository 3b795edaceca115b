"""The content folder, as a form reads and writes it: nothing else can be named, and what is saved has the one form."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from showcase.editing.aligned import aligned
from showcase.editing.keeping import kept, written
from showcase.editing.pictures import rewritten
from showcase.editing.writer import SOURCE_LOCALE, Languages, entry_text, file_text
from showcase.kinds import KINDS
from showcase.language.slugs import is_reserved, is_slug
from showcase.problems import ContentError, Problem
from showcase.reading.discover import PICTURE_ENDINGS, TEXT_NAME, Attachment
from showcase.reading.files import read_bounded
from showcase.reading.parse import MACHINE_DRAFT, STAMPS
from showcase.rendering.pictures import measured
from showcase.settings import Settings

PICTURE_NAME = re.compile(r"\w[\w .-]{0,118}\.[A-Za-z0-9]{2,5}")
# What the program itself writes into a text; a form neither shows nor changes it.
OURS = (SOURCE_LOCALE, STAMPS, MACHINE_DRAFT)


class NoEntryFileError(ValueError):
    """Raised for a path that can be no file of an entry."""


@dataclass(frozen=True, slots=True)
class EntryFile:
    """A file of an entry: a text in a language, or, without a language, a picture."""

    path: str
    kind: str
    name: str
    limit: int
    locale: str = ""


def entry_file(path: str, settings: Settings) -> EntryFile:
    """The file that a path names; NoEntryFileError where it is no text or picture of an entry."""
    parts = path.split("/")
    if len(parts) != 4 or parts[0] != "content" or parts[1] not in KINDS or not _is_id(parts[2]):
        raise NoEntryFileError(path)
    text = TEXT_NAME.fullmatch(parts[3])
    if text and text[1] in settings.codes:
        return EntryFile(path, parts[1], parts[3], settings.limits.text, text[1])
    if text or not PICTURE_NAME.fullmatch(parts[3]) or not parts[3].lower().endswith(PICTURE_ENDINGS):
        raise NoEntryFileError(path)
    return EntryFile(path, parts[1], parts[3], settings.limits.picture)


def _is_id(name: str) -> bool:
    return is_slug(name) and not is_reserved(name)


@dataclass(frozen=True, slots=True)
class Folder:
    """The content of a project."""

    root: Path
    settings: Settings

    def files(self) -> Iterator[tuple[EntryFile, os.stat_result]]:
        """Every file of an entry, in the order of the paths."""
        for path in sorted((self.root / "content").glob("*/*/*")):
            try:
                file = entry_file(path.relative_to(self.root).as_posix(), self.settings)
                yield file, self.place(file).stat()
            except (NoEntryFileError, FileNotFoundError):
                continue

    def place(self, file: EntryFile) -> Path:
        """Where the file lies; NoEntryFileError where a link on the way would lead elsewhere."""
        place = self.root / file.path
        if place.is_symlink() or place.parent.resolve() != self.root.resolve() / Path(file.path).parent:
            raise NoEntryFileError(file.path)
        return place

    def read(self, file: EntryFile) -> bytes:
        """The bytes of the file; ContentError or FileNotFoundError where there is none."""
        place = self.place(file)
        if not place.exists():
            raise FileNotFoundError(file.path)
        return read_bounded(self.root, file.path, file.limit)

    def shown(self, file: EntryFile) -> bytes:
        """The bytes for a form: a translation is laid out as its source is, where both can be read."""
        data = self.read(file)
        if not file.locale:
            return data
        try:
            own = written(data.decode())
            source = str(own.values.get(SOURCE_LOCALE) or self.settings.default_locale)
            if source == file.locale:
                return data
            path = f"{file.path.rpartition('/')[0]}/index.{source}.md"
            facts = written(self.read(entry_file(path, self.settings)).decode())
        except (ContentError, FileNotFoundError, NoEntryFileError, UnicodeDecodeError):
            return data
        return file_text(aligned(KINDS[file.kind].model, facts.values, own.values), own.body).encode()

    def save(self, file: EntryFile, data: bytes) -> bytes:
        """The bytes that stand in the file now, which are those of `new` for the same values.

        A translation that says nothing is not written, and no bytes come back. ContentError where the text or the
        picture cannot be read.
        """
        place = self.place(file)
        before = self.read(file).decode() if file.locale and place.exists() else ""
        made = self.text(file, data.decode(), before).encode() if file.locale else self.picture(file, data)
        if not made:
            self.remove(file)
        elif not place.exists() or place.read_bytes() != made:
            put(place, made)
        return made

    def text(self, file: EntryFile, text: str, before: str) -> str:
        """The text in the form in which we write it, with what we ourselves have written into it before."""
        new = written(text if text.startswith("---") else f"---\n---\n{text}")
        own = {name: value for name, value in written(before).values.items() if name in OURS} if before else {}
        source = own.get(SOURCE_LOCALE) or self.settings.default_locale
        values = {name: value for name, value in new.values.items() if name not in OURS} | own
        languages = Languages(file.locale, source, self.settings.default_locale)
        made = entry_text(KINDS[file.kind], values, languages, new.body)
        if not languages.is_source and not (written(made).values or new.body.strip()):
            return ""
        return kept(before, made) if before else made

    def picture(self, file: EntryFile, data: bytes) -> bytes:
        """The picture upright, bounded and without hidden data, as `new` puts it beside an entry."""
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, file.name).write_bytes(data)
            attachment = Attachment(file.name, file.kind, file.name, hashlib.sha256(data).hexdigest())
            known = measured(attachment, Path(folder), self.settings.limits)
        if isinstance(known, Problem):
            raise ContentError(known)
        ending = Path(file.name).suffix.lower().replace(".jpeg", ".jpg")
        return rewritten(data, ending) if ending in (".png", ".jpg") else data

    def remove(self, file: EntryFile) -> None:
        """Nothing, after the file is gone, and with the last one its folder."""
        place = self.place(file)
        place.unlink(missing_ok=True)
        if place.parent.is_dir() and not any(place.parent.iterdir()):
            place.parent.rmdir()


def put(place: Path, data: bytes) -> None:
    """Nothing, after the bytes stand in the file: all of them at once, for a build may read it meanwhile."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".saving-", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), 0o644)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

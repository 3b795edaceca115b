"""The bytes of files from translators become units by language, each file read in its own format."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from showcase.language.text import normalised
from showcase.problems import ContentError, Problem
from showcase.reading.text_file import foreign_encoding
from showcase.translating.po import po_text, read_po
from showcase.translating.units import Comments, Exchange, Texts, Unit, site_locale
from showcase.translating.xliff import xliff_text
from showcase.translating.xliff_reader import read_xliff


@dataclass(frozen=True, slots=True)
class Format:
    """How texts are written for translators, and how such a file's name ends."""

    ending: str
    text_of: Callable[[Texts, str, Comments], str]


FORMATS: Mapping[str, Format] = MappingProxyType({"po": Format("po", po_text), "xliff": Format("xlf", xliff_text)})


def by_locale(files: Iterable[tuple[str, bytes]], known: tuple[str, ...]) -> dict[str, list[Unit]]:
    """The units of all files by language; ContentError with everything that is wrong with the files."""
    found: dict[str, list[Unit]] = {}
    problems: list[Problem] = []
    for path, data in files:
        try:
            exchange = read_exchange(data, path)
        except ContentError as error:
            problems += error.problems
        else:
            locale, wrong = site_locale(exchange, known)
            problems += wrong
            found.setdefault(locale, []).extend(exchange.units)
    if problems:
        raise ContentError(*problems)
    return found


def read_exchange(data: bytes, path: str) -> Exchange:
    """What a file of translators holds, XLIFF or PO; ContentError where it cannot be read."""
    if foreign := foreign_encoding(data, path):
        raise ContentError(foreign)
    text = normalised(data.decode())
    return read_xliff(text, path) if text.lstrip().startswith("<") else read_po(text, path)

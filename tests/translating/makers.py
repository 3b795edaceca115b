"""A small page in two languages, what translators get of it, and what becomes of what they give back."""

from collections.abc import Callable
from dataclasses import replace

from showcase.library.entries import groups
from showcase.problems import Problem
from showcase.reading.discover import Source
from showcase.reading.parse import parse
from showcase.translating.formats import FORMATS, read_exchange
from showcase.translating.importing import imported
from showcase.translating.segments import Pair, segments
from showcase.translating.spans import text_file
from showcase.translating.units import Unit
from showcase.translating.writing import Written

KEY = "pages/gia"
PATH = f"content/{KEY}/index.{{locale}}.md"
VI = """---
title: Giá cả
summary: "Giá của phần mềm: một bảng."
sources:
  - {id: misa, name: MISA, kind: company, url: https://www.misa.vn/}
evidence:
  title: {sources: [misa], trust: declared, note: Theo trang chủ.}
claims:
  - id: gia
    kind: figure
    text: Giá từ 1.000 đồng.
    sources: [misa]
    trust: declared
    note: Chưa có thuế.
  - id: thue
    kind: figure
    text: Thuế 8%.
    sources: [misa]
    trust: declared
---
"""
EN = """---
title: Prices
summary: "The price of software: a table."
evidence:
  title: {note: As its home page has it.}
claims:
  - id: gia
    text: Prices from 1,000 dong. # checked
    note: 'Without tax, that''s clear.'
  - {id: thue, text: 8% tax.}
---
"""


def pair(vi: str = VI, en: str = EN) -> Pair:
    """The page; without a translation where there is no text of one."""
    texts = {"vi": vi, "en": en} if en else {"vi": vi}
    documents = [
        parse(Source(PATH.format(locale=locale), "pages", "gia", locale, text.encode(), ""), "vi")
        for locale, text in texts.items()
    ]
    (group,), _problems = groups(documents, ("vi", "en"))
    return Pair(group, "en", text_file(vi), text_file(en) if en else None)


def file_of(given: Pair, form: str = "po") -> str:
    """The file for translators."""
    return FORMATS[form].text_of(((given, segments(given)),), "en", lambda segment: (segment.key,))


def back(given: Pair, text: str, *, use_fuzzy: bool = False) -> tuple[Written | None, tuple[Problem, ...]]:
    """What becomes of the page when the file comes back."""
    units = read_exchange(text.encode(), "back.po").units
    files, problems = imported({KEY: given}, units, "vi", use_fuzzy=use_fuzzy)
    return (files[0] if files else None), problems


def translated(
    given: Pair, change: Callable[[Unit], str], **wanted: bool
) -> tuple[Written | None, tuple[Problem, ...]]:
    """What becomes of the page when each unit is translated so; an empty text leaves it untranslated."""
    units = read_exchange(file_of(given).encode(), "back.po").units
    changed = [replace(unit, target=change(unit), is_fuzzy=False) for unit in units]
    files, problems = imported({KEY: given}, changed, "vi", **wanted)
    return (files[0] if files else None), problems


def with_texts(given: Pair, **texts: str) -> tuple[Written | None, tuple[Problem, ...]]:
    """What becomes of the page when these texts alone are translated; `__` is a point."""
    by_key = {name.replace("__", "."): text for name, text in texts.items()}
    return translated(given, lambda unit: by_key.get(unit.context.partition(" ")[2], unit.target))


def text(made: Written | None) -> str:
    """The text of the file that was written."""
    assert made is not None
    return made.text


def codes_of(problems: tuple[Problem, ...]) -> list[str]:
    """The codes of the problems."""
    return [each.code for each in problems]

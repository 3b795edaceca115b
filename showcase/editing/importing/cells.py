"""The text of a cell becomes a value as front matter writes it; what had to be guessed on the way is noted."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, get_args

from showcase import codes
from showcase.codes import _
from showcase.editing.importing.notes import GUESSED, Note
from showcase.editing.importing.tables import Cell
from showcase.kinds.model import Choice, Message, Reference, Shape
from showcase.language.slugs import folded
from showcase.problems import ContentError, problem

READ_AS = _("“{value}” was read as {made}")
SIGNS = re.compile(r"(?:vnđ|vnd|đồng|dong|đ|₫|usd|us\$|\$|eur|€|%|\s)+", re.IGNORECASE)
CURRENCIES = (("VND", r"vnđ|vnd|đồng|đ\b|₫"), ("USD", r"usd|us\$|\$"), ("EUR", r"eur|€"))
GROUPED = re.compile(r"-?[0-9]{1,3}(?:([.,  ])[0-9]{3})(?:\1[0-9]{3})*")
DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
MONTH = re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})")
# The entries of a kind by id and title; a message in every language.
Titles = Callable[[str], Iterable[tuple[str, str]]]
SayAll = Callable[[Message], Iterable[str]]
TRUE = ("true", "yes", "x", "co", "dung", "1")
FALSE = ("false", "no", "khong", "sai", "0")


def number(cell: Cell, currency: str = "") -> tuple[str, tuple[Note, ...]]:
    """The number in digits; ContentError where it may be two numbers.

    Dong have no fractions, so 1.990 đ is 1990; of other amounts 1.990 may be either.
    """
    if cell.is_exact:
        return cell.text, ()
    bare = SIGNS.sub("", cell.text).replace(" ", "")
    if re.fullmatch(r"-?[0-9]+(\.[0-9]{1,2})?", bare):
        made = bare
    elif grouped := GROUPED.fullmatch(bare):
        sign = grouped[1]
        made = bare.replace(sign, "")
        if bare.count(sign) == 1 and currency != "VND":
            second = bare.replace(",", ".")
            raise ContentError(problem(codes.TABLE_NUMBER, cell.place, value=cell.text, first=made, second=second))
    else:
        made = mixed(bare)
    noted = made != cell.text.strip()
    return made, (Note(GUESSED, cell.place, READ_AS, {"value": cell.text, "made": made}),) if noted else ()


def mixed(text: str) -> str:
    """`1.250.000,50` and `1,250,000.50` without their thousands; anything else as it is, for the model to refuse."""
    point = max(text.rfind("."), text.rfind(","))
    whole, fraction = text[:point], text[point + 1 :]
    if point > 0 and fraction.isdigit() and re.fullmatch(r"-?[0-9]{1,3}(?:[.,][0-9]{3})*|-?[0-9]+", whole):
        return f"{re.sub('[.,]', '', whole)}.{fraction}"
    return text


def currency_in(text: str) -> str:
    """The currency that a price names by its code or sign, or none."""
    return next((code for code, signs in CURRENCIES if re.search(signs, text, re.IGNORECASE)), "")


def day(cell: Cell) -> tuple[str, tuple[Note, ...]]:
    """The day, month or year in order; ContentError where day and month could be either."""
    text = cell.text.partition(" ")[0] if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", cell.text) else cell.text
    made = text
    if found := DAY.fullmatch(text):
        one, two, year = (int(part) for part in found.groups())
        days = [each for each in (as_day(year, two, one), as_day(year, one, two)) if each]
        if len(set(days)) > 1:
            first, second = days
            raise ContentError(problem(codes.TABLE_DATE, cell.place, value=cell.text, first=first, second=second))
        made = days[0] if days else text
    elif (found := MONTH.fullmatch(text)) and 1 <= int(found[1]) <= 12:
        made = f"{found[2]}-{int(found[1]):02d}"
    noted = made != cell.text
    return made, (Note(GUESSED, cell.place, READ_AS, {"value": cell.text, "made": made}),) if noted else ()


def as_day(year: int, month: int, number_: int) -> str:
    """The day in order, or nothing where there is none."""
    try:
        return date(year, month, number_).isoformat()
    except ValueError:
        return ""


def flag(text: str) -> str:
    """`true` or `false` for the words and signs that tables use; anything else as it is."""
    word = folded(text).strip()
    return "true" if word in TRUE else "false" if word in FALSE else text


def chosen(text: str, options: Mapping[str, str]) -> str:
    """The value that a word means, with or without its marks; anything else as it is."""
    return text if text in options.values() else options.get(folded(text).strip(), text)


def items(text: str) -> list[str]:
    """What stands between commas, semicolons or line ends."""
    return [item for item in (each.strip() for each in re.split(r"[,;\n]", text)) if item]


def options_of(shape: Shape, titles: Titles, say: SayAll) -> dict[str, str]:
    """The words that stand for a value: those of a choice in each language, the titles of entries that may be named."""
    if choice := shape.mark(Choice):
        return {folded(word): value for value, message in choice.names for word in (message.text, *say(message))}
    reference = shape.mark(Reference)
    folders = reference.kinds if reference else ()
    found = ((folder, id_, title) for folder in folders for id_, title in titles(folder))
    return {folded(title): f"{folder}/{id_}" if len(folders) > 1 else id_ for folder, id_, title in found if title}


def is_of(shape: Shape, *types: Any) -> bool:
    """Whether a field holds a value of one of these types of `kinds.values`."""
    return any(get_args(each)[1] in shape.marks for each in types)

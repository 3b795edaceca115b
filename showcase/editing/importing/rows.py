"""The rows of a table become entries in every language, with what was guessed and what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from showcase import codes
from showcase.codes import _
from showcase.editing.answers import BODY, Ids, value_problems
from showcase.editing.importing import cells
from showcase.editing.importing.cells import SayAll, Titles
from showcase.editing.importing.columns import ID, SOURCE, Column
from showcase.editing.importing.notes import GUESSED, LOST, Note
from showcase.editing.importing.tables import Cell, Table
from showcase.kinds.entry import Kind
from showcase.kinds.model import Reference, Shape
from showcase.kinds.parts import TRUST
from showcase.kinds.values import Amount, Day, Flag, Measure, Partial, Whole
from showcase.language.slugs import folded, is_slug, slug
from showcase.problems import ContentError, Place, Problem, problem, suggestion

NO_GROUND = _("the price “{value}” is left out: no column “source” says where it stands")
DECLARED = _("the price was taken as the maker's own word (declared)")
NO_CURRENCY = _("the price “{value}” names no currency; VND was taken")
SOURCE_MADE = _("the source “{name}” was named after its address, and taken for the enterprise's own")
PRICE = "price"


@dataclass(frozen=True, slots=True)
class Rules:
    """What rows are read by: the kind, the columns, the languages, and what entries and words there are."""

    kind: Kind
    columns: tuple[Column, ...]
    locales: tuple[str, ...]
    source: str
    ids: Ids
    titles: Titles
    say: SayAll


@dataclass(slots=True)
class Draft:
    """An entry in the making: its fields by language, where each came from, and what is to be told."""

    place: Place
    id: str = ""
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def drafts(table: Table, rules: Rules) -> tuple[Draft, ...]:
    """The entry of each row; one whose id stands in two rows has a problem."""
    made = tuple(draft(row, rules) for row in table.rows)
    first: dict[str, int] = {}
    for each in made:
        if each.id and each.id in first:
            each.problems.append(problem(codes.TABLE_ROW_TWICE, each.place, id=each.id, first=first[each.id]))
        first.setdefault(each.id, each.place.line)
    return made


def draft(row: Sequence[Cell], rules: Rules) -> Draft:
    """The entry of one row, with all that is wrong with its cells."""
    made = Draft(Place(row[0].place.path, row[0].place.line), values={locale: {} for locale in rules.locales})
    for column in rules.columns:
        cell = row[column.index] if column.index < len(row) else None
        if cell is not None and cell.text:
            made.places[column.field, column.locale] = cell.place
            try:
                _put(made, column, cell, rules)
            except ContentError as error:
                made.problems += error.problems
    _name(made, rules)
    _ground(made, rules)
    made.problems += _wrong(made, rules)
    return made


def _put(made: Draft, column: Column, cell: Cell, rules: Rules) -> None:
    """Place the value of a cell in the entry."""
    own = made.values[column.locale]
    if column.field == PRICE:
        own[PRICE], notes = price(cell)
    else:
        value, notes = value_in(cell, column.shape, rules)
        *groups, name = column.field.split(".")
        for group in groups:
            own = own.setdefault(group, {})
        own[name] = value
    made.notes += notes


def value_in(cell: Cell, shape: Shape | None, rules: Rules) -> tuple[Any, tuple[Note, ...]]:
    """The value of a cell as front matter holds it."""
    if shape is None:
        return cell.text, ()
    options = cells.options_of(shape, rules.titles, rules.say)
    reference = shape.mark(Reference)
    if shape.holds == "many":
        values = [cells.chosen(item, options) for item in cells.items(cell.text)]
        return [named(each, reference, options, cell) for each in values], ()
    if cells.is_of(shape, Whole, Amount, Measure):
        return cells.number(cell)
    if cells.is_of(shape, Day, Partial):
        return cells.day(cell)
    if cells.is_of(shape, Flag):
        return cells.flag(cell.text), ()
    return named(cells.chosen(cell.text, options), reference, options, cell), ()


def named(value: str, reference: Reference | None, options: Mapping[str, str], cell: Cell) -> str:
    """The value; ContentError where it is a name that no entry has, for then it is no id either."""
    if reference is None or is_slug(value.rpartition("/")[2]):
        return value
    near = suggestion(folded(value), options)
    meant = {"suggestion": options[near["suggestion"]]} if near else {}
    raise ContentError(problem(codes.UNKNOWN_REFERENCE, cell.place, kind=reference.kinds[0], id=value, **meant))


def price(cell: Cell) -> tuple[dict[str, str], tuple[Note, ...]]:
    """Amount and currency of a price; one that names no currency is in dong."""
    currency = cells.currency_in(cell.text)
    amount, notes = cells.number(cell, currency or "VND")
    if not currency:
        notes = (*notes, Note(GUESSED, cell.place, NO_CURRENCY, {"value": cell.text}))
    return {"amount": amount, "currency": currency or "VND"}, notes


def _name(made: Draft, rules: Rules) -> None:
    """Give the entry its id: its own column's, else one made from the title."""
    own = made.values[rules.source]
    given, title = str(own.pop(ID, "")), str(own.get("title", ""))
    made.id = given or slug(title, rules.source)
    if given and not is_slug(given):
        place = made.places[ID, rules.source]
        made.problems.append(problem(codes.BAD_ID, place, id=given))
    elif not made.id:
        made.problems.append(problem(codes.TABLE_NO_ID, made.place, value=title))


def _ground(made: Draft, rules: Rules) -> None:
    """Give the entry its source, and the price the evidence it must have; a price without a source is left out."""
    own, here = made.values[rules.source], made.places
    if said := str(own.pop(SOURCE, "")):
        source = source_of(said)
        own["sources"] = [source]
        words = {"name": source["name"]}
        made.notes.append(Note(GUESSED, here[SOURCE, rules.source], SOURCE_MADE, words))
    if PRICE in own and not own[PRICE].get("sources"):
        place = here.get((PRICE, rules.source), made.place)
        if said:
            own[PRICE] |= {"sources": [own["sources"][0]["id"]], "trust": TRUST.names[1][0]}
            made.notes.append(Note(GUESSED, place, DECLARED))
        else:
            amount = own.pop(PRICE)
            shown = f"{amount.get('amount', '')} {amount.get('currency', '')}".strip()
            made.notes.append(Note(LOST, place, NO_GROUND, {"value": shown}))


def source_of(said: str) -> dict[str, str]:
    """The source that a cell names by its address or by its publisher."""
    is_address = said.startswith(("https://", "http://"))
    name = (urlsplit(said).hostname or said).removeprefix("www.") if is_address else said
    source = {"id": slug(name, "vi") or "nguon", "name": name, "kind": "company"}
    return source | ({"url": said} if is_address else {})


def _wrong(made: Draft, rules: Rules) -> Iterator[Problem]:
    """What the model says of the values, at their cells."""
    for locale, own in made.values.items():
        values = {name: value for name, value in own.items() if name != BODY}
        file = "" if locale == rules.source else f"index.{rules.source}.md"
        yield from value_problems(rules.kind, values, file, rules.ids, partial(_place_of, made, locale))


def _place_of(made: Draft, locale: str, field_: str) -> Place:
    """The cell from which a field came, or one of its group's."""
    found = (
        place for (name, code), place in made.places.items() if code == locale and name.partition(".")[0] == field_
    )
    return next(found, made.place)

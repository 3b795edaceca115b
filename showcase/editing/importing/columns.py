"""The headers of a table become the fields that its columns hold, in either language and with or without marks."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from babel import Locale

from showcase import codes
from showcase.codes import _
from showcase.editing.importing.notes import LOST, Note
from showcase.editing.importing.tables import Cell
from showcase.kinds.entry import Kind
from showcase.kinds.model import Message, Model, Shape, Translatable, shapes
from showcase.language.slugs import folded
from showcase.problems import Problem, problem

ID = "id"
SOURCE = "source"
BODY = "body"
UNKNOWN_COLUMN = _("the column “{name}” is no field of this kind; its {count} cells are left out")
NO_SUCH_TEXT = _("the column “{name}” holds a fact in a second language; its {count} cells are left out")
SUFFIX = re.compile(
    r"(?P<name>.+?)\s*(?:\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\]|[@_/–-]\s*(?P<bare>[A-Za-z]{2}))\s*"
)
# What tables call the columns that are no fields of the model.
OTHERS = {
    ID: ("id", "code", "mã", "mã sản phẩm", "mã doanh nghiệp"),
    "title": ("name", "tên", "tên sản phẩm", "tên doanh nghiệp", "product", "enterprise", "product name", "sản phẩm"),
    "summary": ("description", "mô tả", "giới thiệu", "tóm tắt"),
    SOURCE: ("source", "nguồn", "source address", "nguồn tin"),
    BODY: ("body", "text", "nội dung", "bài viết"),
    "price": ("price", "giá", "giá bán", "giá tham khảo", "reference price"),
    "headquarters": ("province", "tỉnh", "tỉnh thành", "trụ sở", "thành phố"),
    "website": ("website", "web", "trang web", "địa chỉ web"),
}

# The words of the interface: a message in a language.
Say = Callable[[Message, str], str]


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: a field by its path, in a language, and the shape of its values."""

    index: int
    field: str
    locale: str
    shape: Shape | None
    header: str


def columns(
    kind: Kind, header: Sequence[Cell], rows: Sequence[Sequence[Cell]], say: Say, locales: Sequence[str], source: str
) -> tuple[tuple[Column, ...], tuple[Note, ...], tuple[Problem, ...]]:
    """The columns whose header is understood, what is lost with the others, and what is wrong with headers."""
    known = words(kind, say, locales)
    found: dict[tuple[str, str], Column] = {}
    notes: list[Note] = []
    problems: list[Problem] = []
    for index, cell in enumerate(header):
        count = sum(1 for row in rows if index < len(row) and row[index].text)
        name, locale = split(cell.text, locales)
        made = known.get(key(name))
        if made is None:
            notes += [Note(LOST, cell.place, UNKNOWN_COLUMN, {"name": cell.text, "count": count})] if cell.text else []
            continue
        field, shape = made
        column = Column(index, field, locale or source, shape, cell.text)
        if column.locale != source and not (field == BODY or (shape and shape.mark(Translatable))):
            notes.append(Note(LOST, cell.place, NO_SUCH_TEXT, {"name": cell.text, "count": count}))
        elif (field, column.locale) in found:
            first = found[field, column.locale].index + 1
            problems.append(problem(codes.TABLE_COLUMN_TWICE, cell.place, field=cell.text, first=first))
        else:
            found[field, column.locale] = column
    return tuple(found.values()), tuple(notes), tuple(problems)


def words(kind: Kind, say: Say, locales: Sequence[str]) -> dict[str, tuple[str, Shape | None]]:
    """The field that each word means: its name, its word in each language, and what tables often call it."""
    made: dict[str, tuple[str, Shape | None]] = {}
    for field, message, shape in fields(kind.model):
        for word in (field, message.text, *(say(message, locale) for locale in locales)):
            made.setdefault(key(word), (field, shape))
    known = shapes(kind.model)
    for field, names in OTHERS.items():
        if field in known or field in (ID, SOURCE, BODY):
            for word in names:
                made.setdefault(key(word), (field, known.get(field)))
    return made


def fields(model: type[Model], prefix: str = "") -> Iterator[tuple[str, Message, Shape]]:
    """Every field that a cell can hold, with its word; those of a group, such as the contact, by their path."""
    for name, shape in shapes(model).items():
        info = model.model_fields[name]
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        message = Message(str(extra.get("context", "field")), info.title or name)
        if shape.model is None:
            yield f"{prefix}{name}", message, shape
        elif shape.holds == "one" and not prefix:
            if name == "price":
                yield name, message, shape
            yield from fields(shape.model, f"{name}.")


def key(word: str) -> str:
    """The word without case, marks and punctuation."""
    return " ".join(re.sub(r"[^a-z0-9.]+", " ", folded(word)).split())


def split(text: str, locales: Sequence[str]) -> tuple[str, str]:
    """The name in a header and the language behind it, such as `title (en)`, `Tên [tiếng Anh]` or `summary_vi`."""
    found = SUFFIX.fullmatch(text.strip())
    word = (found["round"] or found["square"] or found["bare"] or "") if found else ""
    locale = language(word, locales) if word else ""
    return (found["name"], locale) if found and locale else (text, "")


def language(word: str, locales: Sequence[str]) -> str:
    """The language of the site that a word means: its code, or its name in any of the site's languages."""
    wanted = re.sub(r"^tieng ", "", folded(word).strip())
    for code in locales:
        names = (Locale(other).languages.get(code, "") for other in (*locales, "en", "vi"))
        if wanted in {code, *(re.sub(r"^tieng ", "", folded(name)) for name in names)}:
            return code
    return ""

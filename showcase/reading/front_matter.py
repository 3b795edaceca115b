"""Turns the YAML of front matter into text, lists and mappings with the place of every field."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import yaml

from showcase.codes import (
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    YAML_COMMENT,
    YAML_CURLY_QUOTES,
    YAML_DASH,
    YAML_FEATURE,
    YAML_NO_COLON,
    YAML_TOO_BIG,
    YAML_TOO_DEEP,
    YAML_TOO_MANY,
)
from showcase.language.text import CONTROL, character_name, normalised
from showcase.limits import LIMITS, Limits
from showcase.problems import ContentError, Place, Problem, problem
from showcase.reading.document import FieldPath, FrontMatter, Numbers, Spots
from showcase.reading.yaml_mistakes import mistake, shown

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
CURLY_QUOTED = re.compile("[“„”][^“„”]*[“”]|[‘‚][^‘‚’]*[‘’]")
DASHED_LINE = re.compile(r"\s*-[^\s\d-]")
SWALLOWED = re.compile(r"[ \t]+(#\w.*)")

# A text without any of these has no slip; looking at every value takes longer than reading them.
SUSPECT = re.compile(r"[“„”‘‚’]|^\s*-[^\s\d-]|[ \t]#\w", re.MULTILINE)
NODES = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
# Events that have no features which could be refused.
PLAIN = (yaml.MappingEndEvent, yaml.SequenceEndEvent, yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)


# A merge-key bomb of 434 bytes takes a loader a minute, 50,000 brackets crash one: hence the limits and no loader.
class _Reader:
    """The stream of events of one text, and what was found in it so far."""

    def __init__(self, text: str, path: str, first_line: int, limits: Limits) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.is_suspect = bool(SUSPECT.search(text))
        self.path = path
        self.first_line = first_line
        self.limits = limits
        self.count = 0
        self.numbers: dict[FieldPath, Numbers] = {}
        self.problems: list[Problem] = []
        self.get_event: Callable[[], Any]

    def spot(self, mark: Any) -> tuple[int, int]:
        """The line and the column in the file of a mark in the YAML."""
        return self.first_line + mark.line, mark.column + 1

    def place(self, mark: Any) -> Place:
        """The place in the file of a mark in the YAML."""
        return Place(self.path, *self.spot(mark))

    def next_event(self) -> Any:
        """The next event, once it is sure that it uses nothing refused."""
        event = self.get_event()
        sort = type(event)
        if sort in NODES:
            self.count += 1
            if not (event.anchor or event.tag) and self.count <= self.limits.values:
                return event
        elif sort in PLAIN:
            return event
        if feature := used_feature(event):
            self.stop(problem(YAML_FEATURE, self.place(event.start_mark), feature=feature))
        if self.count > self.limits.values:
            self.stop(problem(YAML_TOO_MANY, self.place(event.start_mark), limit=self.limits.values))
        return event

    def stop(self, found: Problem) -> NoReturn:
        """Give up, with all that was found so far."""
        raise ContentError(*self.problems, found)

    def document(self) -> dict[str, Any]:
        """The fields of the only document; none where the text holds nothing but comments."""
        self.get_event = LOADER(self.text).get_event
        self.next_event()
        if isinstance(self.next_event(), yaml.StreamEndEvent):
            return {}
        event = self.next_event()
        if not isinstance(event, yaml.MappingStartEvent):
            place = self.place(event.start_mark)
            self.stop(problem(YAML_NO_COLON, place, line=shown(self.lines[event.start_mark.line])))
        values: dict[str, Any] = self.node(event, ())
        self.next_event()
        after = self.next_event()
        if not isinstance(after, yaml.StreamEndEvent):
            self.stop(problem(YAML_FEATURE, self.place(after.start_mark), feature="---"))
        return values

    def node(self, event: Any, path: FieldPath, key: tuple[int, int] | None = None) -> Any:
        """The value that begins with the event; its spot is noted."""
        value = self.spot(event.start_mark)
        self.numbers[path] = (*(key or value), *value)
        sort = type(event)
        if sort is yaml.ScalarEvent:
            return self.scalar(event)
        if len(path) >= self.limits.depth:
            self.stop(problem(YAML_TOO_DEEP, self.place(event.start_mark), limit=self.limits.depth))
        return self.mapping(path) if sort is yaml.MappingStartEvent else self.sequence(path)

    def scalar(self, event: Any) -> str | None:
        """The text of a scalar; nothing where nothing, `~` or `null` stands without quotes."""
        plain = event.implicit[0]
        if not plain:
            return self.quoted(event)
        if self.is_suspect:
            self.problems.extend(self.slips(event))
        return None if event.value in NOTHING else str(event.value)

    def quoted(self, event: Any) -> str:
        """The text of a quoted or a block scalar; a character that is spelt as an escape counts like any other."""
        text = normalised(str(event.value))
        for found in dict.fromkeys(CONTROL.findall(text)):
            self.problems.append(problem(CONTROL_CHARACTER, self.place(event.start_mark), name=character_name(found)))
        return CONTROL.sub(" ", text)

    def slips(self, event: Any) -> Iterator[Problem]:
        """What looks like a slip in an unquoted value that YAML accepts and takes for something else."""
        if CURLY_QUOTED.fullmatch(event.value):
            yield problem(YAML_CURLY_QUOTES, self.place(event.start_mark))
        for number in range(event.start_mark.line, event.end_mark.line + 1):
            line = self.lines[number]
            if event.value and DASHED_LINE.match(line):
                place = Place(self.path, self.first_line + number, line.index("-") + 1)
                yield problem(YAML_DASH, place, line=shown(line))
        rest = SWALLOWED.match(self.lines[event.end_mark.line], event.end_mark.column)
        if rest:
            place = Place(self.path, self.first_line + event.end_mark.line, rest.start(1) + 1)
            yield problem(YAML_COMMENT, place, comment=shown(rest[1]))

    def sequence(self, path: FieldPath) -> list[Any]:
        """The items of a list."""
        items: list[Any] = []
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            items.append(self.node(event, (*path, len(items))))
        return items

    def mapping(self, path: FieldPath) -> dict[str, Any]:
        """The fields of a mapping; of two with the same name the first counts."""
        values: dict[str, Any] = {}
        while not isinstance(event := self.next_event(), yaml.MappingEndEvent):
            key, mark = self.key(event), event.start_mark
            here = (*path, key)
            if key in values:
                self.problems.append(
                    problem(DUPLICATE_KEY, self.place(mark), field=shown(key), first=self.numbers[here][0])
                )
                self.skip(here)
            else:
                values[key] = self.node(self.next_event(), here, self.spot(mark))
        return values

    def skip(self, path: FieldPath) -> None:
        """Read over a value and forget its places."""
        kept, self.numbers = self.numbers, {}
        self.node(self.next_event(), path)
        self.numbers = kept

    def key(self, event: Any) -> str:
        """The name of a field."""
        if not isinstance(event, yaml.ScalarEvent):
            line = shown(self.lines[event.start_mark.line])
            self.stop(problem(YAML_NO_COLON, self.place(event.start_mark), line=line))
        if event.value == "<<" and event.implicit[0]:
            self.stop(problem(YAML_FEATURE, self.place(event.start_mark), feature="<<"))
        return event.value if event.implicit[0] else self.quoted(event)


def used_feature(event: Any) -> str:
    """The beginning of the refused feature that the event uses, or nothing."""
    if isinstance(event, yaml.DocumentStartEvent):
        return "%" if event.version or event.tags else ""
    if event.anchor:
        return f"{'*' if isinstance(event, yaml.AliasEvent) else '&'}{event.anchor}"
    tag = getattr(event, "tag", None)
    return f"!{str(tag).lstrip('!')}" if tag else ""


def read_front_matter(yaml_text: str, path: str, first_line: int, limits: Limits = LIMITS) -> FrontMatter:
    """The fields of the front matter whose first line is `first_line` of the file.

    Raises `ContentError` where the YAML cannot be read to its end.
    """
    # The parser takes Unicode's own line ends for line ends, which editors do not.
    yaml_text = CONTROL.sub(" ", yaml_text).removesuffix("\n") + "\n"
    size = len(yaml_text.encode(errors="replace"))
    if size > limits.front_matter:
        raise ContentError(problem(YAML_TOO_BIG, Place(path, first_line), size=size, limit=limits.front_matter))
    reader = _Reader(yaml_text, path, first_line, limits)
    try:
        values = reader.document()
    except yaml.YAMLError as error:
        raise ContentError(*reader.problems, mistake(error, yaml_text, path, first_line)) from None
    return FrontMatter(values, Spots(path, reader.numbers), tuple(reader.problems))

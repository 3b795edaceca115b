"""Turns the content into a table of what each entry rests on, and lists the entries that break a rule of the house.

`make report` prints it; the exit status is 1 where a rule is broken.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from showcase import codes
from showcase.kinds.award import Figure
from showcase.kinds.entry import Entry
from showcase.kinds.model import Model, shapes
from showcase.kinds.parts import Claim, Evidence, Indicator, Source
from showcase.library.checks.lengths import body_problems
from showcase.library.entries import Group, groups
from showcase.problems import ContentError
from showcase.reading.configuration import read_settings
from showcase.reading.discover import discover, source_of
from showcase.reading.house_rules import Style, read_house_rules
from showcase.reading.parse import Document, parse

LIMITS = {"tagline": 90, "summary": 200}
MARKS = ("verified", "declared", "unchecked")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ROW = "{entry:48} {words:>14} {claims:>7} {sources:>8}  {marks:26} {unreviewed:>10}"


@dataclass(frozen=True, slots=True)
class Cited:
    """Something that cites sources; `dated` where a field of it, or of the edition it belongs to, says when."""

    evidence: Evidence
    dated: bool

    @property
    def is_figure(self) -> bool:
        """Whether it is a number."""
        evidence = self.evidence
        return isinstance(evidence, Indicator | Figure) or (isinstance(evidence, Claim) and evidence.kind == "figure")

    def says_when(self, sources: Iterable[Source]) -> bool:
        """Whether a reader learns when it was true, or from the note why not."""
        words = " ".join(str(getattr(self.evidence, name, None) or "") for name in ("text", "name"))
        return bool(self.dated or self.evidence.note or YEAR.search(words) or any(source.date for source in sources))


@dataclass(frozen=True, slots=True)
class Report:
    """The rows of the table, one an entry, and the broken rules, each with its file."""

    rows: tuple[str, ...]
    faults: tuple[str, ...]


def report(found: Iterable[Group], styles: Mapping[str, Style]) -> Report:
    """The report on these entries."""
    rows, faults = list[str](), list[str]()
    for group in found:
        rows.append(row(group))
        faults += entry_faults(group)
        for document in (group.source, *group.translations.values()):
            faults += text_faults(document, styles.get(document.locale, Style()))
    return Report(tuple(rows), tuple(faults))


def row(group: Group) -> str:
    """What one entry rests on, in a line: words by language, claims, sources, trust marks, figures without review."""
    entry = entry_of(group)
    cited = tuple(evidence_of(entry))
    trust = Counter(each.evidence.trust for each in cited)
    bodies = {each.locale: each.body.words for each in (group.source, *group.translations.values())}
    return ROW.format(
        entry=group.source.key,
        words=" ".join(f"{locale} {count}" for locale, count in sorted(bodies.items(), reverse=True)),
        claims=len(cited),
        sources=len(entry.sources),
        marks=" ".join(f"{mark} {trust[mark]}" for mark in MARKS if trust[mark]) or "–",
        unreviewed=sum(1 for each in cited if each.is_figure and each.evidence.review_by is None) or "–",
    )


def text_faults(document: Document, style: Style) -> Iterator[str]:
    """Where a text of a document is longer or shorter than the house allows."""
    for name, limit in LIMITS.items():
        length = len(str(document.texts.get(name, "")))
        if length > limit:
            yield f"{document.path}: {name} has {length} characters; {limit} is the most"
    for each in body_problems(document, style):
        if each.code == codes.BODY_LENGTH.name:
            yield f"{document.path}: {each.wording[0].format(**each.fields)}"


def entry_faults(group: Group) -> Iterator[str]:
    """Where an entry's evidence is weaker than it says: a figure without a date, a verified claim without a link."""
    entry, path = entry_of(group), group.source.path
    sources = {source.id: source for source in entry.sources}
    for each in evidence_of(entry):
        name = str(getattr(each.evidence, "id", ""))
        cited = [sources[key] for key in each.evidence.sources if key in sources]
        if each.is_figure and not cited:
            yield f"{path}: the figure “{name}” has no source"
        elif each.is_figure and not each.says_when(cited):
            yield f"{path}: the figure “{name}” has no date, and no note that says why"
        if each.evidence.trust == "verified" and cited and not any(source.publish_link for source in cited):
            yield f"{path}: “{name}” is marked verified, but no page that it rests on may be linked"
    yield from link_faults(group, entry.sources)


def link_faults(group: Group, sources: Iterable[Source]) -> Iterator[str]:
    """Where a text links to a page whose source says `publish_link: false`."""
    hidden = {str(source.url) for source in sources if source.url and not source.publish_link}
    for document in (group.source, *group.translations.values()):
        for link in document.body.links:
            if link.target in hidden:
                yield f"{link.place}: links to {link.target}, whose source says publish_link: false"


def entry_of(group: Group) -> Entry:
    """The entry of a group, which always has one."""
    assert group.source.entry is not None  # noqa: S101 - a group has a sound source
    return group.source.entry


def evidence_of(model: Model, year: object = None) -> Iterator[Cited]:
    """Everything in an entry that cites sources, depth first."""
    year = getattr(model, "year", None) or year
    if isinstance(model, Evidence):
        yield Cited(model, bool(model.as_of or year or getattr(model, "target_by", None)))
    for name in shapes(type(model)):
        value = getattr(model, name)
        items = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for item in items:
            if isinstance(item, Model):
                yield from evidence_of(item, year)


def content(root: Path) -> tuple[tuple[Group, ...], Mapping[str, Style]]:
    """The entries of a project and the style of each language; ContentError where they cannot be read."""
    settings = read_settings(root)
    rules, problems = read_house_rules(root, settings.codes)
    found = discover(root, settings.codes, settings.limits)
    documents = tuple(parse(source_of(root, each), settings.default_locale) for each in found.sources)
    if problems := (*problems, *found.problems, *(each for document in documents for each in document.problems)):
        raise ContentError(*problems)
    entries, problems = groups(documents, settings.codes)
    return entries, rules.styles


def main(root: Path) -> int:
    """Print the report on a project; what comes back is the exit status."""
    try:
        made = report(*content(root))
    except ContentError as error:
        print(*(f"{each.place}: {each.code}" for each in error.problems), sep="\n")
        return 1
    head = {"entry": "entry", "words": "words", "claims": "claims", "sources": "sources"}
    print(ROW.format(**head, marks="trust", unreviewed="unreviewed"), *made.rows, sep="\n")
    print(f"\n{len(made.rows)} entries, {len(made.faults)} broken rules", *made.faults, sep="\n")
    return 1 if made.faults else 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))

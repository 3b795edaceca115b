"""Entries become everything that is wrong with their language and style."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from showcase.library.checks.agreement import body_agreement, text_agreement
from showcase.library.checks.glossary import Terms, glossary_problems, terms_of
from showcase.library.checks.house_style import House, house_of, style_problems
from showcase.library.checks.lengths import body_problems
from showcase.library.checks.taglines import alt_problems, tagline_problems
from showcase.library.checks.texts import Raw, Text, pairs, texts_of
from showcase.library.entries import Group
from showcase.problems import Problem
from showcase.reading.house_rules import HouseRules, Style
from showcase.reading.parse import Document


@dataclass(frozen=True, slots=True)
class ContentChecks:
    """The checks of language and style, ready for any entry."""

    terms: Terms
    houses: Mapping[str, House]

    def __call__(self, group: Group, raw: Raw) -> tuple[Problem, ...]:
        """What the checks find in an entry; `raw` are the bytes of its texts, to say where a phrase stands."""
        return tuple(_entry_problems(group, self.terms, self.houses, raw))


def content_checks(rules: HouseRules) -> ContentChecks:
    """The checks by these rules."""
    houses = {locale: house_of(style) for locale, style in rules.styles.items()}
    return ContentChecks(terms_of(rules.glossary), houses)


def _entry_problems(group: Group, terms: Terms, houses: Mapping[str, House], raw: Raw) -> Iterator[Problem]:
    sources = tuple(texts_of(group.source, group, raw))
    yield from _own_problems(group.source, sources, houses)
    for document in group.translations.values():
        texts = tuple(texts_of(document, group, raw))
        yield from _own_problems(document, texts, houses)
        for pair in pairs(sources, texts):
            yield from text_agreement(pair)
            yield from glossary_problems(pair, terms)
    yield from body_agreement(group)


def _own_problems(document: Document, texts: Iterable[Text], houses: Mapping[str, House]) -> Iterator[Problem]:
    """What is wrong with a document by itself."""
    house = houses.get(document.locale) or house_of(Style())
    yield from body_problems(document, house.style)
    yield from tagline_problems(document, house)
    yield from alt_problems(document, house)
    for text in texts:
        yield from style_problems(text, house)

"""A text becomes the problems of its style: phrases that are not used, other spellings, loose signs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from showcase import codes
from showcase.library.checks.syllables import Phrases, index, keys, matches, new_tone_style, old_tones
from showcase.library.checks.texts import Text, without_addresses
from showcase.problems import Problem, problem
from showcase.reading.house_rules import Banned, Spelling, Style

QUOTED = re.compile("“[^”]*”")
PERCENT = re.compile(r"\d[\s\u00a0]+%")


@dataclass(frozen=True, slots=True)
class House:
    """A style made ready for many texts."""

    style: Style
    phrases: Phrases
    banned: Mapping[str, Banned]
    spelling: Mapping[str, Spelling]
    misspelt: re.Pattern[str]
    misspelt_words: frozenset[str]
    jargon: Phrases


def house_of(style: Style) -> House:
    """The style made ready for many texts."""
    allowed = (name for banned in style.banned for name in banned.allowed_in)
    return House(
        style=style,
        phrases=index((*(banned.phrase for banned in style.banned), *allowed)),
        banned={banned.phrase: banned for banned in style.banned},
        spelling={spelling.wrong: spelling for spelling in style.spelling},
        misspelt=_any_of(spelling.wrong for spelling in style.spelling),
        misspelt_words=_first_words(spelling.wrong for spelling in style.spelling),
        jargon=index([each for jargon in style.jargon for each in (jargon.phrase, *jargon.allowed_in)]),
    )


def style_problems(text: Text, house: House) -> Iterator[Problem]:
    """What in a text is not the house's style; quotations, addresses and official names are not looked at."""
    own = without_addresses(QUOTED.sub("…", without(text.own, house.style.names)))
    yield from _banned(text, own, house)
    yield from _misspelt(text, own, house)
    if house.style.new_tone_marks:
        for wrong in old_tones(own):
            yield _spelling(text, wrong, new_tone_style(wrong))
    for found in _distinct(PERCENT, own) if "%" in own else ():
        yield problem(codes.SPACED_PERCENT, text.place_of(found), found=found)


def without(text: str, names: Iterable[str]) -> str:
    """The text with an ellipsis for each of the names; an ellipsis parts words."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "…")
    return text


def _distinct(pattern: re.Pattern[str], text: str) -> Iterable[str]:
    return dict.fromkeys(found[0] for found in pattern.finditer(text))


def _banned(text: Text, own: str, house: House) -> Iterator[Problem]:
    for match in matches(own, house.phrases):
        if banned := house.banned.get(match.phrase):
            yield problem(
                codes.BANNED_PHRASE,
                text.place_of(match.written),
                phrase=match.written,
                why=banned.reason,
                instead=banned.instead,
                locale=text.locale,
            )


def _misspelt(text: Text, own: str, house: House) -> Iterator[Problem]:
    # The pattern tries every spelling at every word, and few texts have the first word of any.
    if house.misspelt_words and house.misspelt_words.isdisjoint(keys(own)):
        return
    for wrong in _distinct(house.misspelt, own):
        spelling = house.spelling.get(wrong) or house.spelling[wrong.lower()]
        if wrong in _distinct(house.misspelt, without(own, spelling.allowed_in)):
            yield _spelling(text, wrong, spelling.right)


def _any_of(spellings: Iterable[str]) -> re.Pattern[str]:
    """A pattern of whole words: exactly as given where there is a capital, else with any capitals."""
    given = [rf"(?i:{re.escape(each)})" if each == each.lower() else re.escape(each) for each in spellings]
    return re.compile(rf"(?<!\w)(?:{'|'.join(given)})(?!\w)" if given else r"(?!)")


def _first_words(spellings: Iterable[str]) -> frozenset[str]:
    """The words with which the spellings begin, as they are compared; none where one has no word at all."""
    found = [keys(each)[:1] for each in spellings]
    return frozenset(word for words in found for word in words) if all(found) else frozenset()


def _spelling(text: Text, wrong: str, right: str) -> Problem:
    return problem(codes.HOUSE_SPELLING, text.place_of(wrong), wrong=wrong, right=right, locale=text.locale)

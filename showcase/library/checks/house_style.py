"""A text becomes the problems of its style: phrases that are not used, other spellings, loose signs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from showcase import codes
from showcase.library.checks.syllables import OLD_TONE, Phrases, index, matches, new_tone_style
from showcase.library.checks.texts import ADDRESS, Text
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
        jargon=index([each for jargon in style.jargon for each in (jargon.phrase, *jargon.allowed_in)]),
    )


def style_problems(text: Text, house: House) -> Iterator[Problem]:
    """What in a text is not the house's style; quotations, addresses and official names are not looked at."""
    own = without(without(text.own, house.style.names), (), QUOTED, ADDRESS)
    yield from _banned(text, own, house)
    for wrong in _distinct(house.misspelt, own):
        spelling = house.spelling.get(wrong) or house.spelling[wrong.lower()]
        if wrong in _distinct(house.misspelt, without(own, spelling.allowed_in)):
            yield _spelling(text, wrong, spelling.right)
    if house.style.new_tone_marks:
        for wrong in _distinct(OLD_TONE, own):
            yield _spelling(text, wrong, new_tone_style(wrong))
    for found in _distinct(PERCENT, own):
        yield problem(codes.SPACED_PERCENT, text.place_of(found), found=found)


def without(text: str, names: Iterable[str], *patterns: re.Pattern[str]) -> str:
    """The text with an ellipsis for each of the names and for what a pattern finds; an ellipsis parts words."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "…")
    for pattern in patterns:
        text = pattern.sub("…", text)
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


def _any_of(spellings: Iterable[str]) -> re.Pattern[str]:
    """A pattern of whole words: exactly as given where there is a capital, else with any capitals."""
    given = [rf"(?i:{re.escape(each)})" if each == each.lower() else re.escape(each) for each in spellings]
    return re.compile(rf"(?<!\w)(?:{'|'.join(given)})(?!\w)" if given else r"(?!)")


def _spelling(text: Text, wrong: str, right: str) -> Problem:
    return problem(codes.HOUSE_SPELLING, text.place_of(wrong), wrong=wrong, right=right, locale=text.locale)

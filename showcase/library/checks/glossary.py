"""Vietnamese and English texts side by side become the problems of terms that the English does not name by name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from showcase import codes
from showcase.language.locales import language_of
from showcase.library.checks.syllables import Phrases, index, matches
from showcase.library.checks.texts import Pair, Text, without_addresses
from showcase.problems import Problem, problem
from showcase.reading.house_rules import Glossary, Term

GAP = r"[\s-]*"


@dataclass(frozen=True, slots=True)
class Terms:
    """A glossary made ready: its Vietnamese phrases, its terms by phrase, and patterns of their English."""

    phrases: Phrases
    by_phrase: Mapping[str, Term]
    accepted: Mapping[str, re.Pattern[str]]
    refused: Mapping[str, re.Pattern[str]]


def terms_of(glossary: Glossary) -> Terms:
    """The glossary made ready for many texts."""
    exceptions = (phrase for term in glossary.terms for phrase in term.exceptions_vi)
    return Terms(
        phrases=index((*(term.vi for term in glossary.terms), *exceptions)),
        by_phrase={term.vi: term for term in glossary.terms},
        accepted={term.vi: forms(term.en, *term.also_en) for term in glossary.terms},
        refused={term.vi: forms(*term.not_en) for term in glossary.terms if term.not_en},
    )


def glossary_problems(pair: Pair, terms: Terms) -> Iterator[Problem]:
    """Each term of the Vietnamese text that the English one does not have, or calls by a name it must not have."""
    by_language = {language_of(text.locale): text for text in (pair.source, pair.translation)}
    if by_language.keys() != {"vi", "en"}:
        return
    vietnamese, english = by_language["vi"], by_language["en"]
    written = {match.phrase: match.written for match in matches(without_addresses(vietnamese.words), terms.phrases)}
    for phrase, found in written.items():
        if term := terms.by_phrase.get(phrase):
            yield from _term_problems(term, vietnamese, english, found, terms)


def forms(*phrases: str) -> re.Pattern[str]:
    """A pattern of English phrases: any capitals, blank or hyphen between words, plural or possessive at the end."""
    return re.compile(rf"\b(?:{'|'.join(map(_form, phrases))})\b", re.IGNORECASE)


def _term_problems(term: Term, vietnamese: Text, english: Text, written: str, terms: Terms) -> Iterator[Problem]:
    words, refused = without_addresses(english.words), terms.refused.get(term.vi)
    wrong = refused.search(words) if refused else None
    if wrong:
        here, other = english.place_of(wrong[0]), str(vietnamese.place_of(written))
        yield problem(codes.GLOSSARY_WRONG, here, found=wrong[0], term=written, expected=term.en, other=other)
    elif not terms.accepted[term.vi].search(words):
        other = str(vietnamese.place_of(written))
        yield problem(
            codes.GLOSSARY_TERM, english.place, field=english.field, term=written, expected=term.en, other=other
        )


def _form(phrase: str) -> str:
    *words, last = re.split(r"[\s-]+", phrase)
    stem = f"{re.escape(last[:-1])}(?:y|ies)" if last.endswith("y") else f"{re.escape(last)}(?:s|es)?"
    return GAP.join([*map(re.escape, words), stem])

"""A document becomes the problems of its body as a whole: too short, too long, in another language than it says."""

from collections.abc import Iterator

from showcase import codes
from showcase.language.text import marked_share
from showcase.problems import Place, Problem, problem
from showcase.reading.house_rules import Style
from showcase.reading.parse import Document

# Marks say little about the language of fewer words than these.
ENOUGH = 10


def body_problems(document: Document, style: Style) -> Iterator[Problem]:
    """Whether the body has another length, or another share of words with Vietnamese marks, than the style asks for."""
    body, here = document.body, Place(document.path)
    if not body.text:
        return
    least, most = style.body_words.get(document.kind, (0, body.words))
    if not least <= body.words <= most:
        yield problem(codes.BODY_LENGTH, here, count=body.words, least=least, most=most)
    share = round(marked_share(body.text) * 100)
    if body.words >= ENOUGH and share < style.least_marked:
        yield problem(codes.FEW_MARKS, here, share=share, limit=style.least_marked)
    if body.words >= ENOUGH and share > style.most_marked:
        yield problem(codes.MANY_MARKS, here, share=share, limit=style.most_marked)

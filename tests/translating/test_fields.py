"""Front matter gets one text, and keeps every other character."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from showcase.language.text import CONTROL, normalised
from showcase.problems import ContentError
from showcase.reading.front_matter import read_front_matter
from showcase.translating.fields import change
from showcase.translating.steps import Step, Steps, texts_along

ORDER = {
    (Step("title"),): (1, 0),
    (Step("summary"),): (2, 0),
    (Step("evidence"),): (3, 0),
    (Step("claims"),): (5, 0),
    (Step("claims"), Step("a", is_item=True)): (5, 0),
    (Step("claims"), Step("a", is_item=True), Step("text")): (6, 0),
    (Step("claims"), Step("a", is_item=True), Step("note")): (7, 0),
    (Step("claims"), Step("b", is_item=True)): (8, 0),
    (Step("claims"), Step("c", is_item=True)): (9, 0),
}
CLAIMS = "claims:\n  - id: a\n    text: x\n\n    # why\n  - id: c\n    text: z\nslug: s\n"


def way(key: str) -> Steps:
    """`claims/+a/text` as steps; a plus marks an item."""
    return tuple(Step(word.removeprefix("+"), is_item=word.startswith("+")) for word in key.split("/"))


@pytest.mark.parametrize(
    ("before", "key", "text", "after"),
    [
        ("title: x # y\n", "title", "Giá cả", "title: Giá cả # y\n"),
        ("title: x\n", "title", "a: b", 'title: "a: b"\n'),
        ("title: x\n", "title", "null", 'title: "null"\n'),
        ("title: x\n", "title", "“Giá”", 'title: "“Giá”"\n'),
        ("title: x\n", "title", "a #b", 'title: "a #b"\n'),
        ("title: x\n", "title", "a\nb", 'title: "a\\nb"\n'),
        ("title: 'it''s'\n", "title", "that's", "title: 'that''s'\n"),
        ("title: 'x'\n", "title", "a\nb", 'title: "a\\nb"\n'),
        ('title: "x\n  y"\nslug: s\n', "title", 'say "no"', 'title: "say \\"no\\""\nslug: s\n'),
        ("title: x\n  y\nslug: s\n", "title", "z", "title: z\nslug: s\n"),
        ("title: |\n   x\n\n# c\nslug: s\n", "title", "a\nb", "title: |\n   a\n   b\n\n# c\nslug: s\n"),
        ("title: >-\n  x\n  y\nslug: s\n", "title", "a b", "title: >-\n  a b\nslug: s\n"),
        ("title: >-\n  x\nslug: s\n", "title", "a\nb", 'title: "a\\nb"\nslug: s\n'),
        ("title: >-\nslug: s\n", "title", "a", 'title: "a"\nslug: s\n'),
        ("title:\nslug: s\n", "title", "a", "title: a\nslug: s\n"),
        ("title: ~\n", "title", "a", "title: a\n"),
        ("{title: x, slug: s}\n", "title", "a, b", '{title: "a, b", slug: s}\n'),
        ("", "title", "a", "title: a\n"),
        ("# only this\n", "claims/+a/text", "a", "# only this\nclaims:\n  - id: a\n    text: a\n"),
        ("# c\nsummary: s\n", "title", "a", "# c\ntitle: a\nsummary: s\n"),
        ("source_locale: vi\nsummary: s\n", "title", "a", "source_locale: vi\ntitle: a\nsummary: s\n"),
        ("title: x\n\nslug: s\n", "summary", "a", "title: x\nsummary: a\n\nslug: s\n"),
        (CLAIMS, "claims/+b/text", "y", CLAIMS.replace("\n    # why", "  - id: b\n    text: y\n\n    # why")),
        (CLAIMS, "claims/+a/note", "y", CLAIMS.replace("text: x", "text: x\n    note: y")),
        (CLAIMS, "evidence/title/note", "y", "evidence:\n  title:\n    note: y\n" + CLAIMS),
        ("claims:\n- id: a\n  text: x\n", "claims/+c/text", "z", "claims:\n- id: a\n  text: x\n- id: c\n  text: z\n"),
        ("claims:\n  - {id: a}\n", "claims/+a/text", "x, y", 'claims:\n  - {id: a, text: "x, y"}\n'),
        ("claims: [{id: c, text: z}]\n", "claims/+a/text", "x", "claims: [{id: a, text: x}, {id: c, text: z}]\n"),
        ("claims: [{id: a}] # c\n", "claims/+c/text", "z", "claims: [{id: a}, {id: c, text: z}] # c\n"),
        ("claims: []\n", "claims/+c/text", "z", "claims: [{id: c, text: z}]\n"),
        ("claims:\nslug: s\n", "claims/+c/text", "z", "claims: [{id: c, text: z}]\nslug: s\n"),
        ("evidence: ~\n", "evidence/title/note", "z", "evidence: {title: {note: z}}\n"),
        ("tags: [x, [y]]\ntitle: x\n", "title", "z", "tags: [x, [y]]\ntitle: z\n"),
        ("title: 🪷\nsummary: x\n", "summary", "🪷🪷", "title: 🪷\nsummary: 🪷🪷\n"),
    ],
)
def test_a_text_comes_to_its_place_in_the_manner_of_the_file(before: str, key: str, text: str, after: str) -> None:
    assert change(before, way(key), text, ORDER).of(before) == after


def test_a_mistake_that_is_there_already_does_not_hinder() -> None:
    before = "title: x\nsummary: a #b\n"

    assert change(before, way("title"), "y", ORDER).of(before) == "title: y\nsummary: a #b\n"


@pytest.mark.parametrize("before", ["title: x\n", ""])
def test_a_text_that_would_change_something_else_finds_no_place(before: str) -> None:
    with pytest.raises(ContentError) as caught:
        change(before, way("evidence/a: b/note"), "y", ORDER)
    (found,) = caught.value.problems
    assert (found.code, found.fields["field"]) == ("import-unplaced", "evidence.a: b.note")


def test_front_matter_that_would_grow_too_long_is_left_alone() -> None:
    with pytest.raises(ContentError):
        change("title: x\n", way("title"), "y" * 70_000, ORDER)


TEXTS = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1)
    .map(lambda text: CONTROL.sub(" ", normalised(text)).strip())
    .filter(bool)
)
STYLES = [
    "title: x\n",
    "title: 'x'\n",
    'title: "x"\n',
    "title: |\n  x\n",
    "title: >\n  x\n",
    "{title: x}\n",
    "title:\n",
]


@settings(deadline=None)
@given(TEXTS, st.sampled_from(STYLES), st.sampled_from(["title", "summary", "claims/+a/note"]))
@example("---", STYLES[0], "title")
@example("  a", STYLES[3], "title")
@example("a\n\n  b\nc", STYLES[3], "title")
@example("# a", STYLES[3], "title")
def test_any_text_is_read_back(text: str, before: str, key: str) -> None:
    found = read_front_matter(change(before, way(key), text, ORDER).of(before), "", 1)

    assert found.problems == ()
    assert {steps: value for steps, _path, value in texts_along(found.values)}[way(key)] == text.strip()

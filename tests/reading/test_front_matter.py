"""YAML becomes text with places; slips become the message that helps."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from showcase.language.text import CONTROL, normalised
from showcase.limits import LIMITS
from showcase.problems import ContentError, Place
from showcase.reading import front_matter
from showcase.reading.document import FrontMatter, Spot
from showcase.reading.front_matter import read_front_matter

PATH = "content/products/tra/index.vi.md"
Outcome = list[tuple[str, int, int]]


@pytest.fixture(params=[name for name in ("CSafeLoader", "SafeLoader") if hasattr(yaml, name)], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test holds with PyYAML's parser in C and with the one in Python."""
    monkeypatch.setattr(front_matter, "LOADER", getattr(yaml, request.param))


def read(text: str, **limits: int) -> FrontMatter:
    return read_front_matter(text, PATH, 2, LIMITS.model_copy(update=limits))


def outcome(text: str, **limits: int) -> Outcome:
    """The codes, lines and columns of everything that is said of a text which begins on line 2."""
    try:
        problems = read(text, **limits).problems
    except ContentError as error:
        problems = error.problems
    return [(found.code, found.place.line, found.place.column) for found in problems]


def test_every_scalar_is_text() -> None:
    text = "price: 0123\ntime: 12:30:45\nno: no\ndate: 2025-03-05\nfloat: 1.990\n"
    assert read(text).values == {
        "price": "0123",
        "time": "12:30:45",
        "no": "no",
        "date": "2025-03-05",
        "float": "1.990",
    }


def test_nothing_is_nothing_and_quotes_make_it_text() -> None:
    text = "a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: ''\ng: \"null\"\nh: [~, x]\n"
    assert read(text).values == {
        **dict.fromkeys("abcde"),
        "f": "",
        "g": "null",
        "h": [None, "x"],
    }


def test_lists_mappings_and_long_texts_keep_their_shape() -> None:
    text = "names:\n  - vi: Trà\n    en: Tea\nsummary: >\n  một\n  hai\nnote: |\n  a: b\n  - c\n"
    assert read(text).values == {
        "names": [{"vi": "Trà", "en": "Tea"}],
        "summary": "một hai\n",
        "note": "a: b\n- c\n",
    }


def test_every_field_knows_where_its_name_and_its_value_stand() -> None:
    text = 'title: Trà\nmaker:\n  name: "A"\nlist:\n  - x\n  - id: y\n'
    places = read(text).places

    assert places[()] == Spot(Place(PATH, 2, 1), Place(PATH, 2, 1))
    assert places[("title",)] == Spot(Place(PATH, 2, 1), Place(PATH, 2, 8))
    assert places[("maker",)] == Spot(Place(PATH, 3, 1), Place(PATH, 4, 3))
    assert places[("maker", "name")] == Spot(Place(PATH, 4, 3), Place(PATH, 4, 9))
    assert places[("list", 0)] == Spot(Place(PATH, 6, 5), Place(PATH, 6, 5))
    assert places[("list", 1, "id")] == Spot(Place(PATH, 7, 5), Place(PATH, 7, 9))


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_front_matter_may_hold_nothing(text: str) -> None:
    assert read(text) == FrontMatter({}, {})


def test_a_repeated_field_is_an_error_at_the_second_and_the_first_counts() -> None:
    found = read('a: 1\nb:\n  c: 2\nb:\n  c: 3\n  d: 4\n"a": 5\n')

    assert found.values == {"a": "1", "b": {"c": "2"}}
    assert [(p.code, p.place.line, p.place.column, p.fields["first"]) for p in found.problems] == [
        ("duplicate-key", 5, 1, 3),
        ("duplicate-key", 8, 1, 2),
    ]
    assert found.places[("b", "c")].value == Place(PATH, 4, 6)
    assert ("b", "d") not in found.places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b\n", [("yaml-feature", 2, 4)]),
        ("a: &x [b]\n", [("yaml-feature", 2, 4)]),
        ("a: b\nc: *x\n", [("yaml-feature", 3, 4)]),
        ("a: !!python/object:os.system b\n", [("yaml-feature", 2, 4)]),
        ("a: !x {b: c}\n", [("yaml-feature", 2, 4)]),
        ("a: ! b\n", [("yaml-feature", 2, 4)]),
        ("<<: {a: b}\n", [("yaml-feature", 2, 1)]),
        ("%YAML 1.1\n---\na: b\n", [("yaml-feature", 2, 1)]),
        ("a: b\n--- c\n", [("yaml-feature", 3, 1)]),
    ],
)
def test_features_that_can_stop_a_build_are_refused(text: str, expected: Outcome) -> None:
    assert outcome(text) == expected


def test_text_may_begin_with_the_sign_of_a_feature_between_quotes() -> None:
    assert read("a: '&x'\n'<<': '*y'\n").values == {"a": "&x", "<<": "*y"}


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x,x,x,x]\n" + "".join(
        f"{b}: &{b} [*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)
    )
    assert outcome(bomb) == [("yaml-feature", 2, 4)]


def test_size_number_and_depth_are_bounded() -> None:
    assert outcome("a: " + "b" * 100, front_matter=50) == [("yaml-too-big", 2, 0)]
    assert outcome("a: [b, c, d]\n", values=4) == [("yaml-too-many", 2, 8)]
    assert outcome("a: [[b]]\n", depth=2) == [("yaml-too-deep", 2, 5)]
    assert outcome("a: [[b]]\n", depth=3) == []


def test_fifty_thousand_brackets_do_not_crash_the_parser() -> None:
    assert outcome("a: " + "[" * 50_000) == [("yaml-too-deep", 2, 23)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # tabs
        ("a:\n\t- b\n", [("yaml-tab", 3, 1)]),
        ("\ta: b\n", [("yaml-tab", 2, 1)]),
        ("a:\n  b: c\n  \td: e\n", [("yaml-tab", 4, 3)]),
        # colons
        ("title: Trà: ngon\n", [("yaml-colon", 2, 11)]),
        ("list:\n  - name: A: B\n", [("yaml-colon", 3, 12)]),
        ("title: a:\n", [("yaml-colon", 2, 9)]),
        ("title Trà\nsummary: x\n", [("yaml-no-colon", 2, 1)]),
        ("title:Trà\n", [("yaml-no-colon", 2, 1)]),
        ("title:Trà\n\nsummary: x\n", [("yaml-no-colon", 2, 1)]),
        ("summary: x\ntitle\n", [("yaml-no-colon", 3, 1)]),
        ("- a\n", [("yaml-no-colon", 2, 1)]),
        ("? [a]\n: b\n", [("yaml-no-colon", 2, 3)]),
        # quotation marks
        ('title: "Trà\nsummary: "x"\n', [("yaml-open-quote", 2, 8)]),
        ('title: "Trà\nsummary: x\n', [("yaml-open-quote", 2, 8)]),
        ('title: "Trà”\nsummary: x\n', [("yaml-open-quote", 2, 8)]),
        ('title: "Trà"\nsummary: x: y\n', [("yaml-colon", 3, 11)]),
        ('title: "Trà\n  ngon"\nsummary: x: y\n', [("yaml-colon", 4, 11)]),
        ("title: 'it's'\n", [("yaml-after-quote", 2, 12)]),
        ('title: "Trà" ngon\nsummary: x\n', [("yaml-after-quote", 2, 13)]),
        ("title: “Trà”\n", [("yaml-curly-quotes", 2, 8)]),
        ("title: ‘Trà’\n", [("yaml-curly-quotes", 2, 8)]),
        ("title: “Trà: ngon”\n", [("yaml-curly-quotes", 2, 8)]),
        # dashes
        ("tags:\n  -a\n  -b\n", [("yaml-dash", 3, 3), ("yaml-dash", 4, 3)]),
        ("tags:\n  - a\n  -b\n", [("yaml-dash", 4, 3)]),
        # signs
        ("title: @a\n", [("yaml-special", 2, 8)]),
        ("title: `a`\n", [("yaml-special", 2, 8)]),
        ("title: %a\n", [("yaml-special", 2, 8)]),
        ("title: *Hot* sale\n", [("yaml-special", 2, 8)]),
        ("title: [Mới] Trà\nx: y\n", [("yaml-special", 2, 8)]),
        ("title: {a\n", [("yaml-special", 2, 8)]),
        ("title: [a\nb: c\n", [("yaml-special", 2, 8)]),
        ("title: - a\n", [("yaml-special", 2, 8)]),
        ("title: >a\n", [("yaml-special", 2, 8)]),
        # indentation
        ("title: Trà\n  summary: x\n", [("yaml-indent", 3, 3)]),
        ("a:\n   - b\n  - c\n", [("yaml-indent", 4, 3)]),
        ("a:\n  b: c\n d: e\n", [("yaml-indent", 4, 2)]),
        # a value cut short
        ("title: Top #1 of 10\n", [("yaml-comment", 2, 12)]),
        ("title: #1\n", [("yaml-comment", 2, 8)]),
    ],
)
def test_a_slip_is_named_at_its_place(text: str, expected: Outcome) -> None:
    assert outcome(text) == expected


def test_other_mistakes_are_told_in_the_words_of_the_parser() -> None:
    (code, line, _), *others = outcome('a: "\\q"\n')
    assert (code, line, others) == ("bad-yaml", 2, [])
    assert outcome("a: b\nc: \ufffe\n") == [("bad-yaml", 3, 0)]
    assert outcome('a: ["b"\n\n') == [("yaml-special", 2, 4)]
    assert outcome('"a": "b\n') == [("yaml-open-quote", 2, 6)]


def test_what_was_found_before_the_stop_is_told_too() -> None:
    assert [code for code, _, _ in outcome("a: 1\na: 2\nb: c: d\n")] == ["duplicate-key", "yaml-colon"]
    assert [code for code, _, _ in outcome("a: 1\na: 2\nb: *c\n")] == ["duplicate-key", "yaml-feature"]


@pytest.mark.parametrize(
    "text",
    [
        "title: “Trà” và “Cà phê”\n",
        "title: Cà phê – “ngon”\n",
        "temperature: -5\n",
        "list:\n  - -5\n  - - a\n",
        "title: C# và F#\n",
        "title: Trà # a comment\n",
        "title: it's\n",
        "title: Trà:ngon\n",
        "url: https://example.com/a?b#c\n",
        "title: >\n  -a\n",
    ],
)
def test_what_only_resembles_a_slip_passes(text: str) -> None:
    assert outcome(text) == []


def test_a_message_shows_content_without_control_characters() -> None:
    with pytest.raises(ContentError) as caught:
        read("\ue000title\n" + "x" * 100)
    assert caught.value.problems[0].fields["line"] == "\\ue000title"


class PlainDumper(yaml.SafeDumper):
    """Writes equal values out in full."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


# What YAML can carry between double quotes: any text without surrogates, as the site keeps it.
texts = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30)
    .filter(lambda text: not CONTROL.search(text))
    .map(normalised)
)


@given(st.dictionaries(texts, texts, max_size=5))
def test_texts_between_quotes_come_back_as_they_were(fields: dict[str, str]) -> None:
    def quoted(value: str) -> str:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'

    text = "".join(f"{quoted(key)}: {quoted(value)}\n" for key, value in fields.items() if len(quoted(key)) < 90)
    try:
        found = read(text)
    except ContentError as error:
        pytest.fail(str(error.problems))
    assert found.values == fields
    assert set(found.places) == ({()} if fields else set()) | {(key,) for key in fields}


@given(
    st.recursive(
        texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
    )
)
def test_shapes_come_back_as_they_were(value: Any) -> None:
    text = yaml.dump({"value": value}, Dumper=PlainDumper, allow_unicode=True, default_style='"', width=1000)
    cleaned = "".join(
        line.replace("!!map ", "").replace("!!seq ", "").replace("!!str ", "") for line in text.splitlines(True)
    )
    assert read(cleaned).values == {"value": value}


@given(st.text(st.sampled_from("ab:-\"'“”#&*!|>{}[],?% \n\t\u2028é@`"), max_size=60))
def test_any_text_gives_fields_or_a_problem_inside_it(text: str) -> None:
    closing_fence = 2 + text.removesuffix("\n").count("\n") + 1
    for _, line, _ in outcome(text):
        assert 2 <= line <= closing_fence

"""The sparing parser writes what the stock one writes, byte for byte, and tries less."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from showcase.reading.fast_markdown import SparingExtension, SparingInlineProcessor
from showcase.reading.markdown import WORDING, new_parser
from showcase.reading.markdown_signs import BLOCK_SIGNS, LOOKUPS, PATTERN_SIGNS, holds

BODIES = sorted((Path(__file__).parents[2] / "content").glob("*/*/index.*.md"))
SAMPLES = (
    "# Trà *ngon* {#tra}\n\nGiá  \n`1.990.000 ₫` & &amp; &#45; <b>rẻ</b> <https://a.example> <a@b.example>",
    "\\* \\{ \\`x` \\\\ ``a`b`` `c\\` [a\\]b](c) \\\n",
    'Một[^1] hai[^b], ![ảnh](a.jpg "Tên"), [x](content:/products/a#b).\n\n[^1]: Một.\n[^b]:\n    Hai.\n\n    - một\n',
    "**__đậm__** _n_ ***cả hai*** **a*b* *c** a_b_c __d_e__ * f * _ g",
    "[Trà][1] and ![cup][2], [1], ![2] and [none][3], [Trà] []\n\n[1]: https://a.example 'Tea'\n[2]: cup.jpg\n",
    "Trên\n===\n\nDưới\n---\n\n* * *\n\n___\n\n> trích\n> > sâu\n\n1. một\n   tiếp\n2. hai\n\n    mã\n",
    "+ a\n- b\n* c\n\n    > d\n\n        e\n\n    [^9]: f\n\n\n\\\n",
    "| a | b |\n|---|:-:|\n| `|` | \\| |\n\na|b\n-|-\n1|2\n\nTừ\n: nghĩa\n\n    đoạn\n\n```py\nx = '{}'\n```\n",
    '!!! note "Lưu ý"\n    Đoạn.\n\n    - a\n\n        b\n\n!!! tip\nc\n\n    d\n',
    "[[product:a]] [[product:b]]\n\nx [[product:c]]\n",
    "<div>\n*x*\n</div>\n\nĐoạn <br> <!-- ghi\n\nchú --> &copy; &#2;42&#3;\n\n<p markdown='1'>*x*",
    "đoạn\n{: .lop title='Tên' hidden}\n\n*x*{.a}{.b} `c`{.d} [e](f){rel=g}\n\n- li {: #b }\n",
)
MARK_UP = (
    "[^1] [^1]: [a]: [a][b] [a](b) ![a](b) [a](<b> ** *** __ <b> </b> <div> </div> <!-- --> <?x?> &amp; &#2; "
    "<http://a.b> <a@b.c> ``` ~~~ --- === {: .a} {.a} {#a !!! |-|-| [[product:a]] \x02klzzwxh:0000\x03 Trà từ word"
)
STARTS = ("  \n", "\n\n", "\n    ", "\n- ", "\n1. ", "\n> ", "\n# ", "\n: ", "\n!!! note", "\n[a]: b", "\n[^1]: ")
PIECES = (*"`*_[]()!<>&#{}:|\\-+=~^.\"' \n\t\r1a&é\x02\x03", *MARK_UP.split(" "), *STARTS)


def body(path: Path) -> str:
    return re.split(r"^---\s*$", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)[-1]


@lru_cache(maxsize=1)
def parsers() -> tuple[Markdown, Markdown]:
    return new_parser(WORDING), new_parser(WORDING, SparingExtension())


def written(md: Markdown, text: str) -> str:
    """What the parser writes, or how it fails; a failed one would stay in the middle of its work."""
    try:
        return md.reset().convert(text)
    except (AssertionError, IndexError, KeyError, TypeError, ValueError) as error:
        parsers.cache_clear()
        return repr(error)


def assert_same(text: str) -> None:
    stock, sparing = parsers()
    assert written(sparing, text) == written(stock, text)


@pytest.mark.parametrize("text", SAMPLES)
def test_samples_of_all_mark_up_come_out_the_same(text: str) -> None:
    assert_same(text)
    assert_same(text.replace("\n", "\r\n"))
    for line in text.split("\n"):
        assert_same(line)


def test_all_texts_of_the_showcase_come_out_the_same() -> None:
    assert BODIES
    for path in BODIES:
        assert_same(body(path))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example("a\n{: .b}\n\n\\{")
@example("&#2;42&#3;")
def test_whatever_mark_up_is_thrown_together_comes_out_the_same(text: str) -> None:
    assert_same(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_comes_out_the_same(text: str) -> None:
    assert_same(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_a_parser_without_our_extensions_writes_the_same_too(text: str) -> None:
    stock, sparing = Markdown(), Markdown(extensions=[SparingExtension()])

    assert written(sparing, text) == written(stock, text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=15).map("".join))
def test_a_pattern_that_matches_finds_one_of_its_signs(text: str) -> None:
    _, sparing = parsers()
    for pattern in sparing.inlinePatterns:
        if pattern.getCompiledRegExp().search(text):
            assert holds(text, PATTERN_SIGNS[pattern.pattern])


def test_text_without_signs_meets_no_pattern_and_every_table_entry_is_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    sparing = new_parser(WORDING, SparingExtension())
    inline = sparing.treeprocessors["inline"]
    assert isinstance(inline, SparingInlineProcessor)
    tried: list[str] = []
    apply = inline._InlineProcessor__applyPattern  # type: ignore[attr-defined]

    def noted(pattern: object, *rest: object) -> object:
        tried.append(type(pattern).__name__)
        return apply(pattern, *rest)

    monkeypatch.setattr(inline, "_InlineProcessor__applyPattern", noted)
    assert sparing.convert("Trà ngon, giá 1.990.000 ₫.") == "<p>Trà ngon, giá 1.990.000 ₫.</p>"
    assert tried == []
    sparing.reset().convert("Trà *ngon*")
    assert set(tried) == {"DelimiterProcessor"}

    assert {pattern.pattern for pattern in sparing.inlinePatterns} == set(PATTERN_SIGNS)
    assert set(map(type, sparing.inlinePatterns)) >= LOOKUPS
    assert set(map(type, sparing.parser.blockprocessors)) >= set(BLOCK_SIGNS)


def test_an_extension_of_others_keeps_its_own_steps() -> None:
    plain = Markdown(extensions=["md_in_html", "smarty"])
    sparing = Markdown(extensions=["md_in_html", "smarty", SparingExtension()])
    text = '<div markdown="1">\n*"x"* -- y...\n</div>\n'

    assert sparing.convert(text) == plain.convert(text)
    assert type(sparing.preprocessors["html_block"]) is type(plain.preprocessors["html_block"])

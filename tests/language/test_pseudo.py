"""Pseudo-messages keep what a program needs and change what a reader sees."""

import re

from hypothesis import given
from hypothesis import strategies as st

from showcase.language.pseudo import pseudo_text


def test_a_pseudo_message_keeps_its_placeholders_and_tags() -> None:
    assert pseudo_text('Hello %(name)s, <a href="/a">100%% of {n}</a>') == (
        '[Hễllộ %(name)s, <a href="/a">100%% ộf {n}</a>~~~~~~~~~~~~~~]'
    )


def test_an_empty_message_is_only_its_brackets() -> None:
    assert pseudo_text("") == "[]"


@given(st.text(alphabet="abc đ<>%(){}s&;"))
def test_whatever_the_message_its_placeholders_stay_in_order(message: str) -> None:
    placeholder = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")

    assert placeholder.findall(pseudo_text(message)) == placeholder.findall(message)

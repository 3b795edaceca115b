"""What a theme's own files are given."""

import pickle
from typing import cast

from showcase.pages.cards import Cards
from showcase.pages.own_files import CardList
from tests.makers import product, site

KEYS = ("products/a", "products/b", "products/c")


def listed() -> tuple[Cards, CardList]:
    cards = cast("Cards", site(*(product(letter, title=letter.upper()) for letter in "abc")).cards)
    return cards, CardList(cards, KEYS)


def test_a_file_is_given_the_cards_in_their_order() -> None:
    _cards, made = listed()

    assert [each.title for each in made] == ["A", "B", "C"]
    assert ([each.title for each in made[1:]], made[-1].title, len(made)) == (["B", "C"], "C", 3)


def test_only_the_cards_that_a_file_shows_are_made() -> None:
    cards, made = listed()

    assert made[:1]
    assert cards._made.keys() == {"products/a"}


def test_in_another_process_they_are_a_tuple() -> None:
    _cards, made = listed()

    assert pickle.loads(pickle.dumps(made)) == tuple(made)

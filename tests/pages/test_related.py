"""Which entries a reader of one may want next."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.pages.related import related
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, library, product


def near(*documents: Document, locale: str = "vi") -> dict[str, tuple[str, ...]]:
    made = library(*documents)
    pages = made.pages[locale]
    return related(pages, made.reverse, sorted(pages, key=lambda key: (pages[key].sort, key)))


def test_entries_chosen_by_hand_come_first() -> None:
    made = near(
        product("a", title="A", related=["products/z", "fields/y-te"]),
        product("b", title="B"),
        product("z", title="Z"),
        field(),
    )

    assert made["products/a"] == ("products/z", "fields/y-te", "products/b")


def test_who_chose_an_entry_is_shown_there_too() -> None:
    made = near(product("a", title="A", field="x", maker="x", related=["products/b"]), product("b", title="B"))

    assert made["products/b"] == ("products/a",)


def test_entries_of_the_same_kind_follow_by_what_they_share() -> None:
    made = near(
        product("a", title="A", maker="m", field="f"),
        product("b", title="B", maker="x", field="f"),
        product("c", title="C", maker="m", field="f"),
        document("needs/one", field="f"),
    )

    assert made["products/a"] == ("products/c", "products/b")


def test_a_rare_thing_in_common_says_more_than_a_common_one() -> None:
    crowd = [product(f"p{n}", title=f"P{n}", field="common", maker=f"m{n}") for n in range(5)]
    rare = product("rare", title="Zebra", field="other", maker="m0")

    assert near(*crowd, rare)["products/p0"][0] == "products/rare"


def test_no_more_than_four_are_shown_and_never_the_entry_itself() -> None:
    made = near(*(product(f"p{n}", title=f"P{n}") for n in range(7)))

    assert all(len(keys) == 4 for keys in made.values())
    assert all(key not in keys for key, keys in made.items())


def test_what_is_not_published_is_not_shown() -> None:
    assert near(product("a", title="A", related=["products/b"]), product("b", draft="true"))["products/a"] == ()


DOCUMENTS = (
    *(
        product(f"p{n}", title=f"Sản phẩm {n % 3}", slug=f"p{n}", maker=f"m{n % 2}", field=f"f{n % 3}")
        for n in range(6)
    ),
    enterprise("m0"),
    field("f1"),
)


@settings(deadline=None, max_examples=10)
@given(st.randoms())
def test_the_order_of_the_files_does_not_matter(random: Random) -> None:
    shuffled = list(DOCUMENTS)
    random.shuffle(shuffled)

    assert near(*shuffled) == near(*DOCUMENTS)


def test_among_many_entries_of_one_field_the_next_few_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.pages.related.COMMON", 10)
    made = near(*(product(f"p{n:02d}", title=f"P{n:02d}", field="f", maker=f"m{n}") for n in range(20)))

    assert made["products/p03"] == tuple(f"products/p{n:02d}" for n in (4, 5, 6, 7))
    assert made["products/p18"] == tuple(f"products/p{n:02d}" for n in (0, 1, 2, 3))

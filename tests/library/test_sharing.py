"""Rows that say the same hold the same values."""

import pickle

from showcase.library.sharing import Sharing
from showcase.library.values import IndexRow
from tests.makers import document, product, rows, settings


def shared(*given: IndexRow) -> list[IndexRow]:
    """The rows as they come out of a store, shared."""
    sharing = Sharing()
    return [sharing(pickle.loads(pickle.dumps(each))) for each in given]


GIVEN = rows(
    (
        product("amis", body="[M](content:/enterprises/misa), [K](khac.png)", launched="2020-01", platforms=["web"]),
        document("products/amis", "en", title="AMIS", summary="S.", body="B."),
        product("meinvoice", launched="2020-01", platforms=["web"]),
    ),
    settings(),
)


def test_a_row_that_shares_is_equal() -> None:
    assert shared(*GIVEN) == list(GIVEN)


def test_rows_share_what_they_have_in_common() -> None:
    one, other = shared(*GIVEN)

    assert one.kind is other.kind
    assert one.targets[0].key is other.targets[0].key
    assert one.versions["vi"].brief.days[0] is other.versions["vi"].brief.days[0]
    assert one.versions["en"].pointers is other.versions["vi"].pointers
    assert one.versions["vi"].pointers.links


def test_the_versions_of_an_entry_share_what_they_have_in_common() -> None:
    made = shared(*GIVEN)[0].versions

    assert made["vi"].brief.facets is made["en"].brief.facets
    assert made["vi"].mentions == ("enterprises/misa",)

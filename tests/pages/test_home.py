"""The front page: the campaign, the wall of ten, what is new, what comes, the doors."""

from typing import Any

from showcase.pages.home import home_extra
from showcase.pages.views import Record
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, product, site

CAMPAIGN = document("campaigns/hang-viet", title="Hàng Việt", form="campaign")


def home(*documents: Document, **front: Any) -> Record:
    page = document("pages/home", front={"campaign": "hang-viet"} | front)
    here = site(page, *documents)
    return home_extra(here, here.pages["pages/home"])


def event(id_: str, start: str, **fields: Any) -> Document:
    return document(f"events/{id_}", title=id_, start=start, **fields)


def ids(cards: Any) -> list[str]:
    return [card.id for card in cards]


def test_the_campaign_opens_the_site() -> None:
    made = home(CAMPAIGN)

    assert (made.campaign.title, made.campaign_card.permalink) == ("Hàng Việt", "/vi/chuong-trinh/hang-viet/")
    assert (made.selection, made.wall, made.illustrative, made.doors, made.count) == (None, (), False, (), 0)


def test_a_front_page_without_its_campaign_still_opens() -> None:
    made = home()

    assert (made.campaign, made.campaign_card) == (None, None)


def test_the_wall_hangs_in_the_order_of_the_selection() -> None:
    chosen = [{"field": "y-te", "product": id_} for id_ in ("b", "gone", "a")]
    selection = document(
        "selections/ten", rule="free", rule_text="Any.", illustrative="true", chosen=chosen, title="Mười"
    )
    made = home(CAMPAIGN, selection, product("a", title="A"), product("b", title="B"), selection="ten")

    assert ids(made.wall) == ["b", "a"]
    assert (made.selection.title, made.illustrative) == ("Mười", True)


def test_new_products_come_first_by_their_update_then_by_their_launch() -> None:
    made = home(
        CAMPAIGN,
        product("old", title="A", launched="2010"),
        product("new", title="B", launched="2020"),
        product("changed", title="C", updated="2026-01-01"),
        product("unknown", title="D"),
    )

    assert ids(made.newest) == ["changed", "new", "old", "unknown"]
    assert made.count == 4


def test_no_more_than_twelve_products_are_new() -> None:
    assert len(home(CAMPAIGN, *(product(f"p{n}", title=f"P{n}") for n in range(13))).newest) == 12


def test_events_to_come_hang_nearest_first() -> None:
    made = home(
        CAMPAIGN,
        event("past", "2026-11-22"),
        event("later", "2027-05"),
        event("today", "2026-11-23"),
        event("running", "2026-11-01", end="2026-11-30"),
    )

    assert ids(made.coming) == ["running", "today", "later"]
    assert made.past == ()


def test_where_nothing_comes_the_last_events_hang() -> None:
    made = home(CAMPAIGN, *(event(f"e{year}", str(year)) for year in (2021, 2022, 2023, 2024)))

    assert (ids(made.coming), ids(made.past)) == ([], ["e2024", "e2023", "e2022"])


def test_doors_lead_to_pages_that_are_published() -> None:
    made = home(CAMPAIGN, document("pages/buyers"), doors=["buyers", "gone"])

    assert ids(made.doors) == ["buyers"]


def test_the_fields_are_counted_and_new_campaigns_come_first() -> None:
    campaigns = [document(f"campaigns/c{n}", title=f"C{n}", form="campaign", launched=f"201{n}") for n in range(8)]
    made = home(CAMPAIGN, *campaigns, field(), product(), enterprise())

    assert [(card.id, count) for card, count in made.field_counts] == [("y-te", 1)]
    assert ids(made.campaigns) == ["c7", "c6", "c5", "c4", "c3", "c2"]


def test_what_hangs_on_the_wall_is_not_new_a_second_time() -> None:
    chosen = [{"field": "y-te", "product": "a"}]
    selection = document("selections/ten", rule="free", rule_text="Any.", chosen=chosen, title="Mười")
    made = home(CAMPAIGN, selection, product("a", title="A"), product("b", title="B"), selection="ten")

    assert (ids(made.wall), ids(made.newest)) == (["a"], ["b"])

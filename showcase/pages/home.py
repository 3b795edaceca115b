"""The front page: the campaign, the wall of ten, what is new, what comes, the doors, and dated figures."""

from showcase.kinds.event import Event
from showcase.kinds.page import Page as FreePage
from showcase.kinds.selection import Selection
from showcase.library.values import Page
from showcase.pages.entries import reading_of
from showcase.pages.lists import fields_with_counts
from showcase.pages.records import record
from showcase.pages.site import Site, day_of
from showcase.pages.views import Record

NEWEST = 12
CAMPAIGNS = 6
UPCOMING = 3


def home_extra(here: Site, page: Page) -> Record:
    """What the front page shows beside its own text.

    Events of today and later come first, nearest first; where there are none, the last ones that were.
    """
    entry = page.entry
    assert isinstance(entry, FreePage)  # noqa: S101 - only the front page is asked
    assert entry.front is not None  # noqa: S101
    front, today = entry.front, here.library.today
    campaign = here.pages.get(f"campaigns/{front.campaign}")
    chosen = here.pages.get(f"selections/{front.selection}")
    events = here.sections["events"]
    coming = [
        event
        for event in reversed(events)
        if isinstance(event.entry, Event) and (event.entry.end or event.entry.start).last_day() >= today
    ]
    products = sorted(
        here.sections["products"], key=lambda each: (day_of(each, "updated"), day_of(each, "launched")), reverse=True
    )
    campaigns = sorted(here.sections["campaigns"], key=lambda each: day_of(each, "launched"), reverse=True)
    wall = chosen.entry.chosen if chosen and isinstance(chosen.entry, Selection) else ()
    hung = {f"products/{each.product}" for each in wall}
    fresh = [each for each in products if each.key not in hung]
    return Record(
        {
            "campaign": record(campaign.entry, reading_of(here, campaign)) if campaign else None,
            "campaign_card": here.cards[campaign.key] if campaign else None,
            "selection": here.cards[chosen.key] if chosen else None,
            "illustrative": bool(chosen and isinstance(chosen.entry, Selection) and chosen.entry.illustrative),
            "wall": tuple(here.cards[key] for each in wall if (key := f"products/{each.product}") in here.cards),
            "field_counts": fields_with_counts(here),
            "campaigns": tuple(here.cards[each.key] for each in campaigns[:CAMPAIGNS]),
            "newest": tuple(here.cards[each.key] for each in fresh[:NEWEST]),
            "coming": tuple(here.cards[each.key] for each in coming[:UPCOMING]),
            "past": () if coming else tuple(here.cards[each.key] for each in events[:UPCOMING]),
            "doors": tuple(here.cards[key] for door in front.doors if (key := f"pages/{door}") in here.cards),
            "count": len(here.sections["products"]),
        }
    )

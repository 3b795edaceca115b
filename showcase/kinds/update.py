"""Updates: dated news about a campaign, a product or an event."""

from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Reference, _p, fact
from showcase.kinds.schema_org import Said, described, references, written
from showcase.kinds.values import Day


class Update(Entry):
    """A piece of news."""

    date: Day = fact(_p("field", "Date"), "The day of the news.", "2024-07-30", required=True)
    about: tuple[
        Annotated[str, Reference(("campaigns", "products", "events", "enterprises", "awards"), reverse="updates")], ...
    ] = fact(
        _p("field", "About"),
        "What the news is about, as kind and id.",
        ["campaigns/hang-viet"],
        required=True,
        min_length=1,
    )


def structured_data(entry: Any) -> Said:
    """A piece of news with its day."""
    return {
        "@type": "NewsArticle",
        **described(entry),
        "headline": entry.title,
        "datePublished": written(entry.date),
        "dateModified": written(entry.updated),
        "about": references(entry.about, "Thing"),
    }


KIND = Kind(
    folder="updates",
    word="update",
    model=Update,
    one=_p("kind", "Update"),
    many=_p("kinds", "Updates"),
    slug=_p("address", "updates"),
    intro=_p("intro", "News about the campaigns, the products and the events, newest first."),
    label=("date", "about"),
    card=("date",),
    newest="date",
    structured_data=structured_data,
)

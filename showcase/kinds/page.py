"""Free pages: the front page, about, contact, guides."""

from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Model, Reference, _p, choice, fact
from showcase.kinds.parts import Text
from showcase.kinds.schema_org import Said, web_page
from showcase.kinds.values import Id, Line

READERS = choice(
    "reader",
    consumers=_p("reader", "Consumers"),
    buyers=_p("reader", "Buyers abroad"),
    overseas=_p("reader", "Overseas Vietnamese"),
    enterprises=_p("reader", "Enterprises"),
    press=_p("reader", "Press"),
)


class Front(Model):
    """What hangs on the front page."""

    campaign: Annotated[Id, Reference(("campaigns",))] = fact(
        _p("field", "Campaign"), "The opening.", "hang-viet", required=True
    )
    selection: Annotated[Id, Reference(("selections",))] | None = fact(
        _p("field", "Selection"), "The wall of ten.", "muoi-san-pham-minh-hoa"
    )
    doors: tuple[Annotated[Id, Reference(("pages",))], ...] = fact(
        _p("field", "Doors"), "Pages for readers of one sort.", ["nguoi-tieu-dung"], default=()
    )


class Page(Entry):
    """A page that stands by itself."""

    reader: Annotated[str, READERS] | None = fact(_p("field", "For"), "Whom the page is for.", "consumers")
    lead: Line | None = fact(
        _p("field", "Lead"), "The first sentence, set large.", "Works of Vietnamese hands and minds."
    )
    steps: tuple[Text, ...] = fact(
        _p("field", "Steps"), "Steps to follow, numbered on the page.", [{"id": "look"}], default=()
    )
    front: Front | None = fact(
        _p("field", "Front page"), "Present on the one page that is the front page.", {"campaign": "hang-viet"}
    )


def structured_data(entry: Any) -> Said:
    """A page; one that says how to reach somebody is a page of contacts."""
    return {**web_page(entry), "@type": "ContactPage" if entry.contact else "WebPage"}


KIND = Kind(
    folder="pages",
    word="page",
    model=Page,
    one=_p("kind", "Page"),
    many=_p("kinds", "Pages"),
    slug=_p("address", "pages"),
    intro=_p("intro", "Guides and information about the showcase."),
    label=("reader",),
    listed=False,
    structured_data=structured_data,
)

"""The ten fields: the terms by which products are grouped, each with a hue and a motif."""

from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import _p, choice, fact
from showcase.kinds.schema_org import Said, described
from showcase.kinds.values import Whole

MOTIFS = choice(
    "motif",
    sun=_p("motif", "Sun"),
    bird=_p("motif", "Bird"),
    boat=_p("motif", "Boat"),
    ladder=_p("motif", "Ladder"),
    rings=_p("motif", "Rings"),
    zigzag=_p("motif", "Zigzag"),
    meander=_p("motif", "Meander"),
    dots=_p("motif", "Dots"),
    wave=_p("motif", "Wave"),
    lotus=_p("motif", "Lotus"),
)


class Field(Entry):
    """A field of use."""

    order: Whole = fact(_p("field", "Order"), "Its place among the fields.", "1", required=True, unit="place", ge=1)
    hue: Whole = fact(_p("field", "Hue"), "Its hue in OKLCH.", "28", required=True, unit="degree", ge=0, le=359)
    motif: Annotated[str, MOTIFS] = fact(
        _p("field", "Motif"), "Its motif from the bands of the drum.", "lotus", required=True
    )


def structured_data(entry: Any) -> Said:
    """A term out of the showcase's own set."""
    return {
        "@type": "DefinedTerm",
        **described(entry),
        "inDefinedTermSet": {"@type": "DefinedTermSet", "@id": "/id/fields"},
    }


KIND = Kind(
    folder="fields",
    word="field",
    model=Field,
    one=_p("kind", "Field"),
    many=_p("kinds", "Fields"),
    slug=_p("address", "fields"),
    intro=_p("intro", "Ten fields of use; each product belongs to one."),
    card=(),
    newest="",
    structured_data=structured_data,
)

"""Selections: a list of products chosen under a rule, such as ten products in ten fields."""

from typing import Annotated, Any

from showcase.kinds.entry import Entry, Kind
from showcase.kinds.model import Model, Reference, _p, choice, fact
from showcase.kinds.schema_org import Said, described, identity
from showcase.kinds.values import Flag, Id, Line, Partial

RULES = choice(
    "selection rule",
    ten_of_ten=_p("selection rule", "Ten products in ten fields, one a field"),
    free=_p("selection rule", "Free choice"),
)


class Choice(Model):
    """A product that was chosen for a field."""

    field: Annotated[Id, Reference(("fields",), reverse="selections")] = fact(
        _p("field", "Field"), "The field.", "y-te", required=True
    )
    product: Annotated[Id, Reference(("products",), reverse="selections")] = fact(
        _p("field", "Product"), "The product.", "draid", required=True
    )


class Selection(Entry):
    """A list of chosen products."""

    edition: Partial | None = fact(_p("field", "Edition"), "The year of the selection.", "2026")
    body: Annotated[str, Reference(("organisations", "campaigns"), reverse="selections")] | None = fact(
        _p("field", "Selected by"), "Who chose.", "organisations/vcci"
    )
    campaign: Annotated[Id, Reference(("campaigns",), reverse="selections")] | None = fact(
        _p("field", "Campaign"), "The campaign or agreement that asks for it.", "mic-vcci-2024-2026"
    )
    date: Partial | None = fact(_p("field", "Date"), "When it was decided.", "2026-11")
    illustrative: Flag = fact(
        _p("field", "Illustrative"),
        "true where nobody has decided: the list only shows what one could look like.",
        "true",
        default=False,
    )
    rule: Annotated[str, RULES] = fact(_p("field", "Rule"), "The rule the build enforces.", "ten-of-ten", required=True)
    rule_text: Line = fact(
        _p("field", "Rule in words"),
        "The rule, for readers.",
        "Ten products in ten fields, one in each field.",
        required=True,
    )
    chosen: tuple[Choice, ...] = fact(
        _p("field", "Selection"), "The products, in order.", [{"field": "y-te", "product": "draid"}], required=True
    )


def structured_data(entry: Any) -> Said:
    """The list of its products, in order."""
    products = [each.product for each in entry.chosen if each.product]
    return {
        "@type": "ItemList",
        **described(entry),
        "numberOfItems": len(products),
        "itemListElement": [
            {"@type": "ListItem", "position": number, "item": _item(card)} for number, card in enumerate(products, 1)
        ],
    }


def _item(card: Any) -> Said:
    return {"@type": "Thing", "@id": identity(card.key), "name": card.title, "url": card.permalink}


KIND = Kind(
    folder="selections",
    word="selection",
    model=Selection,
    one=_p("kind", "Selection"),
    many=_p("kinds", "Selections"),
    slug=_p("address", "selections"),
    intro=_p("intro", "Products chosen under a rule that the list states and the site enforces."),
    label=("edition", "body", "campaign", "date", "rule"),
    card=("edition", "campaign"),
    newest="date",
    structured_data=structured_data,
)

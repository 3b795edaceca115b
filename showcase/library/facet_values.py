"""A product becomes its values by facet: the ways in which products are grouped."""

from showcase.kinds.product import Product

FIELD, MAKER, AUDIENCE, AWARD, TRIAL, ABROAD, LANGUAGE = IDS = (
    "field",
    "maker",
    "audience",
    "award",
    "trial",
    "abroad",
    "language",
)
FREE = "free"
CAN_BE_HAD = ("sold", "limited")
HOME = "VN"


def facet_values(product: Product) -> dict[str, tuple[str, ...]]:
    """The values of a product by facet, each once; facets of which it has none are left out."""
    abroad = (each.territory for each in product.availability if each.state in CAN_BE_HAD and each.territory != HOME)
    found = {
        FIELD: (product.field,),
        MAKER: (product.maker,),
        AUDIENCE: product.audiences,
        AWARD: (each.award for each in product.awards if each.award),
        TRIAL: (FREE for each in product.channels if each.trial),
        ABROAD: abroad,
        LANGUAGE: product.languages,
    }
    return {id_: values for id_, given in found.items() if (values := tuple(dict.fromkeys(given)))}

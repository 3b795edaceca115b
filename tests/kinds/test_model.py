"""The marks on a kind's fields, and what follows from them."""

import pytest

from showcase.kinds.enterprise import Enterprise
from showcase.kinds.entry import Entry
from showcase.kinds.model import (
    Cites,
    FieldError,
    Leaf,
    Message,
    Model,
    Reference,
    Translatable,
    choice,
    is_translated,
    leaves,
    shapes,
    translation_model,
)
from showcase.kinds.product import Product
from tests.kinds.samples import filled


def product(**changes: object) -> Product:
    return Product.model_validate({"title": "A", "summary": "B", "maker": "misa", "field": "y-te"} | changes)


def by_key(model: Model) -> dict[str, Leaf]:
    return {leaf.key: leaf for leaf in leaves(model)}


def test_a_shape_reads_through_optional_values_lists_and_mappings() -> None:
    found = shapes(Product)

    assert (found["website"].holds, found["website"].model) == ("one", None)
    assert (found["platforms"].holds, found["claims"].holds, found["evidence"].holds) == ("many", "many", "mapping")
    assert found["price"].model is not None
    assert found["maker"].mark(Reference) == Reference(("enterprises",), reverse="products")
    assert found["related"].mark(Reference) is not None
    assert found["title"].mark(Translatable) == Translatable()
    assert found["title"].mark(Cites) is None


def test_a_reference_of_one_kind_is_an_id_and_of_several_a_kind_and_an_id() -> None:
    assert Reference(("products",)).target("misa-amis") == "products/misa-amis"
    assert Reference(("organisations", "enterprises")).target("enterprises/misa") == "enterprises/misa"


def test_values_of_a_choice_have_hyphens_where_names_have_underscores() -> None:
    made = choice("rank", top_10=Message("rank", "Top 10"), _import=Message("rank", "Import"))

    assert [value for value, _ in made.names] == ["top-10", "import"]
    assert made.name_of("top-10") == Message("rank", "Top 10")


def test_leaves_stand_in_the_order_of_the_fields_with_their_paths() -> None:
    made = product(
        sources=[{"id": "one", "name": "One", "kind": "news"}],
        evidence={"maker": {"sources": ["one"], "trust": "verified"}},
        price={"amount": "5", "currency": "VND", "sources": ["one"], "trust": "declared"},
    )
    found = by_key(made)

    assert found["sources.one.name"].path == ("sources", 0, "name")
    assert found["evidence.maker.sources.0"].path == ("evidence", "maker", "sources", 0)
    assert found["price.amount"].path == ("price", "amount")
    assert "website" not in found
    assert list(found).index("title") < list(found).index("sources.one.name") < list(found).index("maker")


def test_keys_are_ids_so_they_survive_another_order() -> None:
    steps = [{"id": "look", "text": "Look."}, {"id": "ask", "text": "Ask."}]
    one, other = product(genuine=steps), product(genuine=steps[::-1])

    assert {key: leaf.value for key, leaf in by_key(one).items()} == {
        key: leaf.value for key, leaf in by_key(other).items()
    }
    assert by_key(one)["genuine.ask.text"].path == ("genuine", 1, "text")
    assert by_key(other)["genuine.ask.text"].path == ("genuine", 0, "text")


def test_a_translation_has_the_texts_and_none_of_the_facts() -> None:
    names = set(translation_model(Product).model_fields)

    assert {"title", "summary", "tagline", "slug", "aliases", "made_in", "awards", "evidence", "price"} <= names
    assert not {"maker", "field", "website", "draft", "updated", "related", "platforms"} & names
    assert {"id", "note", "category", "name"} <= set(
        translation_model(shapes(Product)["awards"].model or Model).model_fields
    )


def test_every_text_of_a_translation_is_optional_and_every_id_required() -> None:
    model = translation_model(Enterprise)

    assert model() == model.model_validate({})
    assert not any(info.is_required() for info in model.model_fields.values())
    assert model.model_fields["official_name"].description == Enterprise.model_fields["official_name"].description
    with pytest.raises(ValueError, match="id"):
        model.model_validate({"claims": [{"text": "No id."}]})


def test_making_a_translation_leaves_the_kind_as_it_was() -> None:
    translation_model(Product)

    assert Product.model_fields["title"].is_required()
    with pytest.raises(ValueError, match="title"):
        Product.model_validate(filled(Product, every=False) | {"title": None})


def test_a_list_of_parts_is_translated_where_a_part_has_texts() -> None:
    assert is_translated(shapes(Product)["claims"])
    assert not is_translated(shapes(Product)["maker"])


def test_entries_cannot_be_changed() -> None:
    made = product()
    with pytest.raises(ValueError, match="frozen"):
        made.title = "Other"  # type: ignore[misc]


def test_blanks_around_a_text_do_not_count() -> None:
    assert product(title="  Trà  ").title == "Trà"


def test_a_refusal_carries_its_code_and_its_words() -> None:
    error = FieldError("bad-date", value="today")

    assert (error.code, error.values) == ("bad-date", {"value": "today"})


def test_all_kinds_share_the_fields_of_an_entry() -> None:
    assert set(Entry.model_fields) < set(Product.model_fields)

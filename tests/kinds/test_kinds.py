"""Every kind of entry describes itself completely, and its examples are sound."""

import pickle
from decimal import Decimal
from typing import Annotated, Any, get_args

import pytest
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from showcase.kinds import KINDS
from showcase.kinds.entry import ANY, Kind
from showcase.kinds.model import Choice, Model, Reference, shapes, translation_model
from showcase.reading.document import Rendered
from showcase.reading.parse import Document
from tests.kinds.samples import completed, filled, models
from tests.makers import document, document_of, library

every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
every_model = pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)


def types(annotation: Any) -> set[Any]:
    return {annotation}.union(*(types(part) for part in get_args(annotation))) if get_args(annotation) else {annotation}


def extra(info: FieldInfo) -> dict[str, Any]:
    assert isinstance(info.json_schema_extra, dict)
    return dict(info.json_schema_extra)


def full(kind: Kind) -> Document:
    """An entry with every field."""
    return document_of(f"{kind.folder}/one", "vi", filled(kind.model, every=True) | {"source_locale": "vi"}, "Văn.\n")


@every_model
def test_every_field_has_a_name_a_description_and_an_example(model: type[Model]) -> None:
    fields = model.model_fields.items()
    assert [name for name, info in fields if not (info.title and info.description and info.examples)] == []
    assert [name for name, info in fields if not (info.description or "").endswith(".")] == []


@every_model
def test_every_number_has_a_unit(model: type[Model]) -> None:
    numbers = {name for name, info in model.model_fields.items() if {int, Decimal} & types(info.annotation)}
    assert {name for name, info in model.model_fields.items() if "unit" in extra(info)} == numbers


@every_model
def test_every_example_is_valid(model: type[Model]) -> None:
    for name, info in model.model_fields.items():
        field: Any = Annotated[info.annotation, info]
        adapter = TypeAdapter[Any](field)
        for example in info.examples or ():
            adapter.validate_python(completed(example, shapes(model)[name]))


@every_model
def test_every_part_says_what_it_is(model: type[Model]) -> None:
    assert (model.__doc__ or "").endswith(".")


@every_kind
@pytest.mark.parametrize("locale", ["vi", "en"])
def test_the_required_fields_alone_make_an_entry(kind: Kind, locale: str) -> None:
    source = document(f"{kind.folder}/one", locale, source_locale=locale, **filled(kind.model, every=False))

    assert source.problems == ()
    assert source.entry is not None
    assert source.entry.source_locale == locale


@every_kind
def test_an_entry_with_every_field_is_sound_in_both_languages(kind: Kind) -> None:
    source = full(kind)
    translation = document_of(f"{kind.folder}/one", "en", filled(translation_model(kind.model), every=True))
    made = library(source, translation, drafts=True)

    assert source.problems == translation.problems == ()
    assert [each for each in made.problems if each.code == "unknown-item"] == []
    assert made.pages["en"][f"{kind.folder}/one"].missing == ("body",)


@every_kind
def test_an_english_entry_may_be_translated_into_vietnamese(kind: Kind) -> None:
    source = document(f"{kind.folder}/one", "en", source_locale="en", **filled(kind.model, every=False))
    translation = document(f"{kind.folder}/one", "vi", source_locale="en", title="Một", summary="Một.")
    page = library(source, translation).pages["vi"][f"{kind.folder}/one"]

    assert translation.problems == ()
    assert (page.entry.title, page.content_locale) == ("Một", "vi")


@every_kind
def test_documents_travel_between_processes(kind: Kind) -> None:
    source = full(kind)
    there = pickle.loads(pickle.dumps(source))

    assert there == source
    assert there.body != Rendered()


@every_kind
def test_label_and_card_name_fields_of_the_kind(kind: Kind) -> None:
    names = {name.partition(".")[0] for name in (*kind.label, *kind.card)} | ({kind.newest} - {""})
    assert names <= set(kind.model.model_fields)


def test_every_kind_can_be_related() -> None:
    assert set(ANY) == set(KINDS)


def test_references_name_kinds_that_exist() -> None:
    marks = [mark for model in models() for shape in shapes(model).values() if (mark := shape.mark(Reference))]
    assert {kind for mark in marks for kind in mark.kinds} <= set(KINDS)


def test_choices_have_a_word_for_every_value() -> None:
    choices = [mark for model in models() for shape in shapes(model).values() if (mark := shape.mark(Choice))]
    assert all(mark.name_of(value).text for mark in choices for value, _ in mark.names)

"""Every kind has its form, with all its fields, in both languages of the interface."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showcase.authoring.words import words_in
from showcase.forms.config import payload
from showcase.forms.fields import BODY, SOURCE_LOCALE
from showcase.kinds import KINDS
from showcase.kinds.entry import Kind
from showcase.kinds.model import Model, shapes, translation_model
from tests.makers import settings

ROOT = Path(__file__).parents[2]
TITLES = {"organisations/vcci": "VCCI", "enterprises/misa": "MISA", "products/momo": "MoMo"}


def made(locale: str = "vi", *, aligned: bool = True) -> dict[str, Any]:
    return payload(settings(), words_in(locale, ROOT), TITLES, {"backend": {"name": "test-repo"}}, aligned=aligned)


def form(folder: str, locale: str = "vi", *, aligned: bool = True) -> dict[str, Any]:
    found = next(each for each in made(locale, aligned=aligned)["config"]["collections"] if each["name"] == folder)
    return {field["name"]: field for field in found["fields"]}


def names(fields: list[dict[str, Any]], start: str = "") -> Iterator[str]:
    for field in fields:
        yield f"{start}{field['name']}"
        yield from names(field.get("fields", []), f"{start}{field['name']}.")


def paths(model: type[Model], start: str = "") -> Iterator[str]:
    for name, shape in shapes(model).items():
        yield f"{start}{name}"
        if shape.model is not None and shape.holds != "mapping":
            yield from paths(shape.model, f"{start}{name}.")


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_field_of_every_kind_can_be_filled_in(kind: Kind) -> None:
    fields = list(form(kind.folder).values())

    assert set(paths(kind.model)) <= {*names(fields)}
    assert {BODY, SOURCE_LOCALE} <= {field["name"] for field in fields}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_translation_is_asked_for_its_texts_alone(kind: Kind) -> None:
    texts = {name for name, field in form(kind.folder).items() if field["i18n"]}

    assert texts - {BODY, SOURCE_LOCALE} == set(translation_model(kind.model).model_fields)


def test_labels_and_hints_are_in_the_language_of_the_editor() -> None:
    vietnamese, english = form("products")["maker"], form("products", "en")["maker"]

    assert (vietnamese["label"], vietnamese["hint"]) == ("Đơn vị phát triển", "Doanh nghiệp làm ra sản phẩm.")
    assert (english["label"], english["hint"]) == ("Maker", "The enterprise that makes it.")


def test_what_is_required_is_required_of_the_first_language() -> None:
    fields = form("products")

    assert (fields["maker"]["required"], fields["title"]["required"], fields["tagline"]["required"]) == (
        True,
        ["vi"],
        False,
    )


def test_an_entry_of_one_kind_is_picked_by_its_title_and_stored_by_its_id() -> None:
    maker = form("products")["maker"]

    assert (maker["widget"], maker["collection"], maker["value_field"]) == ("relation", "enterprises", "{{slug}}")
    assert maker["display_fields"] == ["title"]


def test_an_entry_of_several_kinds_is_picked_out_of_a_list_and_stored_with_its_kind() -> None:
    organisers = form("events")["organisers"]
    options = made()["lists"][organisers["options"]]

    assert organisers["multiple"] is True
    assert options == [
        {"label": "MISA — Doanh nghiệp", "value": "enterprises/misa"},
        {"label": "VCCI — Cơ quan, tổ chức", "value": "organisations/vcci"},
    ]


def test_choices_countries_and_dates_have_their_own_ways_of_being_filled_in() -> None:
    fields = form("products")
    channel = {field["name"]: field for field in fields["channels"]["fields"]}
    territories = {each["value"]: each["label"] for each in made()["lists"][channel["territory"]["options"]]}

    assert fields["form"]["options"][1] == {"label": "Giải pháp", "value": "solution"}
    assert territories["DE"] == "Đức"
    assert (fields["updated"]["widget"], fields["updated"]["type"]) == ("datetime", "date")
    assert fields["draft"]["widget"] == "boolean"
    assert fields["domestic_share"]["min"] == 0
    assert fields["launched"]["pattern"][1] == "viết theo thứ tự năm-tháng-ngày, ví dụ 2025-03-05, 2025-03, 2025"


def test_a_picture_has_its_description_in_each_language_and_its_file_in_none() -> None:
    picture = {field["name"]: field for field in form("products")["pictures"]["fields"]}

    assert (picture["file"]["widget"], picture["file"]["i18n"]) == ("image", False)
    assert (picture["alt"]["i18n"], picture["alt"]["required"]) == (True, ["vi"])


def test_items_are_kept_in_step_only_where_translations_are_laid_out_like_their_sources() -> None:
    assert form("products")["claims"]["i18n"] == "duplicate"
    assert form("products", aligned=False)["claims"]["i18n"] is True

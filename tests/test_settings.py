"""What site.yaml may say."""

from typing import Any

import pytest
from pydantic import ValidationError

from showcase.settings import USUAL, LocaleSettings, Settings

VI = {"code": "vi", "name": "Tiếng Việt", "title": "Hàng Việt"}
EN = {"code": "en", "name": "English", "title": "Vietnamese goods"}


def settings(**changes: Any) -> Settings:
    return Settings.model_validate({"base_url": "https://showcase.example", "locales": [VI, EN]} | changes)


def refusal(**changes: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        settings(**changes)
    error = caught.value.errors()[0]
    return getattr(error.get("ctx", {}).get("error"), "code", error["type"])


@pytest.mark.parametrize("model", [Settings, LocaleSettings])
def test_every_setting_says_what_it_is_for(model: type[Settings] | type[LocaleSettings]) -> None:
    assert all(info.description and info.examples for info in model.model_fields.values())


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://showcase.example", "https://showcase.example"),
        ("https://showcase.example/", "https://showcase.example"),
        ("http://localhost:8000/", "http://localhost:8000"),
    ],
)
def test_the_address_of_the_site_is_that_of_a_host(given: str, kept: str) -> None:
    assert settings(base_url=given).base_url == kept


@pytest.mark.parametrize(
    "address",
    [
        "showcase.example",
        "ftp://showcase.example",
        "https://",
        "https://[",
        "https://showcase.example/sub",
        "https://showcase.example/?a",
        "https://showcase.example/#a",
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    assert refusal(base_url=address) == "bad-settings"


def test_codes_are_in_the_order_of_the_languages() -> None:
    assert settings().codes == ("vi", "en")
    assert settings(locales=[EN, VI]).codes == ("en", "vi")


def test_a_site_has_a_language() -> None:
    assert refusal(locales=[]) == "too_short"


def test_a_language_stands_once() -> None:
    assert refusal(locales=[VI, EN, VI]) == "duplicate-id"


@pytest.mark.parametrize("name", ["default_locale", "x_default"])
def test_languages_for_a_purpose_are_languages_of_the_site(name: str) -> None:
    assert refusal(**{name: "ja"}) == "unknown-locale"


def test_a_site_in_one_language_serves_it_to_everybody() -> None:
    assert refusal(locales=[VI]) == "unknown-locale"
    assert settings(locales=[VI], x_default="vi").codes == ("vi",)


@pytest.mark.parametrize("size", ["0", "201"])
def test_a_page_of_a_list_has_between_1_and_200_cards(size: str) -> None:
    assert refusal(page_size=size) in {"greater_than_equal", "less_than_equal"}
    assert settings(page_size="12").page_size == 12


def test_a_kind_may_have_to_be_translated() -> None:
    made = settings(translated={"products": {"en": "100%"}, "events": {"en": "90"}})

    assert made.translated == {"products": {"en": 100}, "events": {"en": 90}}
    assert settings(translated={"products": {"en": 50}}).translated["products"] == {"en": 50}
    assert settings().translated == {}


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"product": {"en": "100%"}}, "not-a-choice"),
        ({"products": {"ja": "100%"}}, "unknown-locale"),
        ({"products": {"en": "most"}}, "bad-pattern"),
        ({"products": {"en": "101%"}}, "less_than_equal"),
    ],
)
def test_how_much_must_be_translated_is_a_share_of_a_kind_in_a_language(wanted: object, code: str) -> None:
    assert refusal(translated=wanted) == code


def test_days_begin_in_a_time_zone_that_exists() -> None:
    assert settings().time_zone == "Asia/Ho_Chi_Minh"
    assert refusal(time_zone="Asia/Hanoi") == "bad-pattern"


def test_everything_is_made_unless_the_settings_name_less() -> None:
    assert settings().outputs == USUAL
    assert settings(outputs=["search", "feeds"]).outputs == ("search", "feeds")
    assert refusal(outputs=["searches"]) == "not-a-choice"


def test_cards_show_facts_that_their_kind_has() -> None:
    chosen = {"products": ["price", "maker.headquarters"]}

    assert settings(cards=chosen).cards == {"products": ("price", "maker.headquarters")}
    assert refusal(cards={"products": ["cost"]}) == "unknown-field"
    assert refusal(cards={"products": ["maker.price"]}) == "unknown-field"
    assert refusal(cards={"products": ["title.length"]}) == "unknown-field"
    assert refusal(cards={"goods": ["price"]}) == "not-a-choice"

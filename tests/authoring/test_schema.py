"""Schemas say of front matter what the checker says, as far as a schema can."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from showcase.authoring.words import words_in
from showcase.commands.editor_files import editor_files, schema_files
from showcase.kinds import KINDS
from tests.authoring.yaml_types import front_matter, typed

ROOT = Path(__file__).parents[2]
PRODUCT = {"title": "MoMo", "summary": "Ví.", "maker": "m-service", "field": "tai-chinh-thuong-mai"}


@cache
def schemas(locale: str) -> dict[str, Any]:
    """The schemas of a language by their files' names."""
    return {Path(path).name: json.loads(text) for path, text in schema_files(words_in(locale, ROOT)).items()}


@cache
def validator(locale: str, name: str) -> Draft202012Validator:
    """The validator of one schema, with the parts it points at."""
    parts = DRAFT202012.create_resource(schemas(locale)["parts.json"])
    registry = Registry[Any]().with_resource("parts.json", parts)
    return Draft202012Validator(schemas(locale)[name], registry=registry)


def faults(name: str, values: Any, locale: str = "en") -> list[str]:
    """Where a schema finds something wrong, and by which of its words."""
    found = validator(locale, name).iter_errors(values)
    return sorted(f"{'.'.join(map(str, each.absolute_path))}: {each.validator}" for each in found)


def content() -> Iterator[tuple[str, str, Any]]:
    """The path, the schema and the values of each real file."""
    for file in sorted((ROOT / "content").glob("*/*/index.*.md")):
        values = front_matter(file.read_text(encoding="utf-8"))
        source = file.name == f"index.{values.get('source_locale', 'vi')}.md"
        word = KINDS[file.parts[-3]].word
        yield str(file), f"{word}.json" if source else f"{word}.translation.json", values


def test_the_schemas_are_schemas() -> None:
    for name in ("product.json", "product.translation.json", "site.json"):
        Draft202012Validator.check_schema(schemas("vi")[name])
    assert {each["type"] for each in schemas("vi")["parts.json"]["$defs"].values()} == {"object", "string"}


def test_all_real_content_passes() -> None:
    found = {path: wrong for path, name, values in content() if (wrong := faults(name, values))}

    assert found == {}


def test_the_settings_pass_and_a_slip_in_them_does_not() -> None:
    settings = typed((ROOT / "site.yaml").read_text(encoding="utf-8"))

    assert faults("site.json", settings) == []
    assert faults("site.json", settings | {"page_sise": 24}) == [": additionalProperties"]


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"title": None}, "title: type"),
        ({"titel": "MoMo"}, ": additionalProperties"),
        ({"tagline": "x" * 91}, "tagline: maxLength"),
        ({"maker": "M Service"}, "maker: pattern"),
        ({"form": "servce"}, "form: enum"),
        ({"launched": "11/2010"}, "launched: pattern"),
        ({"launched": 99}, "launched: minimum"),
        ({"updated": "2026-11"}, "updated: pattern"),
        ({"website": "momo.vn"}, "website: pattern"),
        ({"draft": "yes"}, "draft: type"),
        ({"domestic_share": 140}, "domestic_share: maximum"),
        ({"platforms": "web"}, "platforms: type"),
        ({"related": ["vnpay-qr"]}, "related.0: pattern"),
        ({"evidence": {"founded": {"sources": ["a"], "trust": "verified"}}}, "evidence: additionalProperties"),
        ({"evidence": {"maker": {"sources": [], "trust": "verified"}}}, "evidence.maker.sources: minItems"),
        ({"claims": [{"id": "a", "text": "Có."}]}, "claims.0: required"),
        ({"price": {"amount": "1.250.000đ", "currency": "VND", "sources": ["a"], "trust": "declared"}}, "price: anyOf"),
        ({"channels": [{"id": "a", "kind": "shop", "territory": "VIE"}]}, "channels.0.territory: anyOf"),
    ],
)
def test_a_mistake_is_found_where_it_stands(wrong: dict[str, Any], fault: str) -> None:
    assert faults("product.json", PRODUCT) == []
    assert fault in faults("product.json", PRODUCT | wrong)


def test_a_fact_does_not_stand_in_a_translation_and_the_schema_says_so() -> None:
    assert faults("product.translation.json", {"title": "MoMo", "claims": [{"id": "a", "text": "Yes."}]}) == []
    assert faults("product.translation.json", {"maker": "m-service"}) == ["maker: type"]
    message = schemas("vi")["product.translation.json"]["properties"]["maker"]["errorMessage"]
    assert message == "“maker” giống nhau ở mọi ngôn ngữ, nên bản dịch không ghi lại"


def test_fields_and_values_are_named_in_the_editors_language() -> None:
    vietnamese, english = (schemas(locale)["product.json"]["properties"]["form"] for locale in ("vi", "en"))

    assert (vietnamese["title"], vietnamese["enumDescriptions"]) == (
        "Loại hình",
        ["Sản phẩm", "Giải pháp", "Dịch vụ", ""],
    )
    assert (english["title"], english["enumDescriptions"]) == ("Form", ["Product", "Solution", "Service", ""])
    assert vietnamese["description"] == "Là sản phẩm, giải pháp hay dịch vụ."
    places = [schemas(locale)["parts.json"]["$defs"]["territory"] for locale in ("vi", "en")]
    assert [dict(zip(each["enum"], each["enumDescriptions"], strict=True))["DE"] for each in places] == [
        "Đức",
        "Germany",
    ]


def test_a_pattern_says_in_the_editors_language_what_to_write() -> None:
    launched = schemas("vi")["product.json"]["properties"]["launched"]

    assert launched["patternErrorMessage"] == "viết theo thứ tự năm-tháng-ngày, ví dụ 2025-03-05, 2025-03, 2025"


def test_every_kind_has_its_schemas_in_both_languages() -> None:
    files = editor_files(ROOT)

    for kind in KINDS.values():
        for locale in ("vi", "en"):
            assert {f"schemas/{locale}/{kind.word}.json", f"schemas/{locale}/{kind.word}.translation.json"} <= set(
                files
            )

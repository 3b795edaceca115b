"""What site.yaml may say of missing translations."""

from pathlib import Path
from typing import Any

import pytest

from showcase.settings import falling_back
from tests.makers import settings
from tests.sites.projects import check, project, put


def test_one_word_is_the_policy_of_the_page() -> None:
    made = settings(fallback={"products": {"en": "hide", "default": {"tagline": "hide"}}})

    assert made.fallback == {"products": {"en": {"default": "hide"}, "default": {"tagline": "hide"}}}


def test_only_texts_have_policies() -> None:
    known = falling_back("products")

    assert {"default", "body", "tagline", "summary", "claims"} <= set(known)
    assert not {"title", "slug", "aliases", "maker"} & set(known)
    assert {"official_name", "tagline"} <= set(falling_back("default"))


@pytest.mark.parametrize(
    ("fallback", "said"),
    [
        ("{produkts: {en: hide}}", "error[not-a-choice]: “fallback.produkts” cannot be “produkts”"),
        ("{products: {de: hide}}", "error[unknown-locale]"),
        ("{products: {en: hidden}}", "error[not-a-choice]: “fallback.products.en” cannot be “hidden”"),
        ("{products: {en: {tagline: stub}}}", "error[not-a-choice]: “fallback.products.en” cannot be “stub”"),
        ("{products: {en: {title: hide}}}", "error[unknown-field]: there is no field “title” here"),
        ("{default: {en: {nothing.text: hide}}}", "error[unknown-field]: there is no field “nothing” here"),
    ],
)
def test_a_slip_in_the_settings_is_told(tmp_path: Path, fallback: str, said: Any) -> None:
    root = project(tmp_path / "project")
    put(root, "site.yaml", (root / "site.yaml").read_text(encoding="utf-8") + f"fallback: {fallback}\n")

    assert said in check(root)[1]

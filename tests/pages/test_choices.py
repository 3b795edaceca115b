"""The pages of comparison and shortlist, the enquiry and the printed sheet of a product."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import ValidationError

from showcase.pages.choices import choice_jobs
from showcase.pages.enquiries import enquiry, mailto
from showcase.pages.product_data import ProductData, facts
from showcase.pages.views import Record
from tests.makers import enterprise, field, product, settings, site


def asked(**changes: Any) -> Record | None:
    here = site(field(), enterprise(), product(title="Sổ & tay"), site_settings=settings(**changes))
    return enquiry(here, here.pages["products/amis"])


def test_comparison_and_shortlist_are_pages_that_search_engines_leave_out() -> None:
    here = site(field(), enterprise(), product())
    made = {job.output: job for job in choice_jobs(here, ProductData((), "/search/x.json"))}

    assert set(made) == {"vi/compare/index.html", "vi/shortlist/index.html"}
    for job in made.values():
        assert job.view.page.head.robots == "noindex"
        assert job.view.data == "/search/x.json"
        assert [each.locale for each in job.view.page.languages] == ["vi", "en"]


def test_without_products_there_is_nothing_to_choose() -> None:
    assert list(choice_jobs(site(field()), ProductData((), ""))) == []


def test_facts_are_texts_of_the_language_and_empty_where_they_are_not_known() -> None:
    cited = {"sources": ["bao"], "trust": "declared"}
    here = site(
        field(),
        enterprise(),
        product(
            sources=[{"id": "bao", "name": "Báo", "kind": "news"}],
            launched="2020-12",
            platforms=["web", "ios"],
            languages=["vi", "en"],
            website="https://amis.example/gia",
            certificates=[{"id": "iso", "name": "ISO 1", **cited}],
            availability=[{"id": "jp", "territory": "JP", "state": "sold", **cited}],
        ),
    )

    made = facts(here, here.pages["products/amis"])

    assert made[:5] == ("MISA", "Y tế", "tháng 12 năm 2020", "Web và iOS", "Tiếng Việt và Tiếng Anh")
    assert made[5:8] == ("", "", "ISO 1")
    assert made[8:] == ("Nhật Bản: Available", "amis.example", "Declared by the maker")


def test_nobody_receives_enquiries_until_the_settings_say_who() -> None:
    assert asked() is None


def test_a_letter_is_begun_with_the_product_filled_in() -> None:
    made = asked(enquiry_email="xuat-khau@showcase.test")
    assert made is not None
    parts = urlsplit(made.letter)
    words = parse_qs(parts.query, strict_parsing=True)

    assert (parts.scheme, parts.path) == ("mailto", "xuat-khau@showcase.test")
    assert words["subject"] == ["Enquiry about Sổ & tay"]
    assert words["body"][0].endswith("\r\nhttps://showcase.test/vi/san-pham/so-va-tay/")
    assert "+" not in made.letter
    assert " " not in made.letter


def test_a_subject_is_one_line_and_lines_of_a_letter_end_as_letters_want_it() -> None:
    made = mailto("a@b.example", "một\r\nBcc: c@d.example", "một\nhai")

    assert made == "mailto:a@b.example?subject=m%E1%BB%99t%20Bcc%3A%20c%40d.example&body=m%E1%BB%99t%0D%0Ahai"


def test_a_form_goes_before_a_letter() -> None:
    made = asked(enquiry_endpoint="https://forms.showcase.test/ask", enquiry_email="a@showcase.test")

    assert made is not None
    assert (made.endpoint, made.letter) == ("https://forms.showcase.test/ask", "")


@pytest.mark.parametrize(
    "changes",
    [
        {"enquiry_endpoint": "http://forms.showcase.test/"},
        {"enquiry_endpoint": "javascript:alert(1)"},
        {"enquiry_email": "a@b.example?cc=c@d.example"},
        {"enquiry_email": "nobody"},
    ],
)
def test_enquiries_go_to_addresses_that_are_safe(changes: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        settings(**changes)

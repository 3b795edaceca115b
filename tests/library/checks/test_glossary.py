"""A term has one name in each language."""

import pytest

from showcase.library.checks.glossary import glossary_problems, terms_of
from showcase.library.checks.texts import Pair, Text
from showcase.reading.house_rules import Glossary, Term
from showcase.reading.parse import Document
from tests.library.checks.makers import problems, told

GLOSSARY = Glossary(
    terms=(
        Term(
            vi="chuyển đổi số",
            en="digital transformation",
            not_en=("digital conversion",),
            exceptions_vi=("chuyển đổi số liệu",),
        ),
        Term(vi="hóa đơn điện tử", en="e-invoice", also_en=("electronic invoice",)),
        Term(vi="hóa đơn", en="invoice"),
        Term(vi="chính sách", en="policy"),
    )
)


def codes_of(vietnamese: str, english: str) -> list[str]:
    return [each.code for each in problems(vietnamese, english, glossary=GLOSSARY)]


@pytest.mark.parametrize(
    ("vietnamese", "english", "code"),
    [
        ("Về chuyển đổi số", "On digital conversion", "glossary-wrong"),
        ("Về chuyển đổi số", "On digital transformation, never digital conversion", "glossary-wrong"),
        ("Về chuyển đổi số", "On progress", "glossary-term"),
        ("HOÁ ĐƠN ĐIỆN TỬ", "Electronic bill", "glossary-term"),
        ("HÓA ĐƠN ĐIỆN TỬ", "Electronic bill", "glossary-term"),
    ],
)
def test_another_word_for_a_term_is_an_error(vietnamese: str, english: str, code: str) -> None:
    (found,) = problems(vietnamese, english, glossary=GLOSSARY)

    assert (found.code, found.severity) == (code, "error")


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("Chuyển đổi số liệu", "Digital conversion"),
        ("Chuyển đổi số", "Digital-Transformations"),
        ("Chuyển đổi, số", "Anything"),
        ("Hoá đơn điện tử", "E invoices"),
        ("Hóa đơn điện tử", "An electronic invoice’s number"),
        ("Chính sách", "Policies"),
        ("Xem hoá-đơn.vn", "See it"),
        ("Một điều khác", "Digital conversion"),
    ],
)
def test_the_term_and_what_only_looks_like_it_pass(vietnamese: str, english: str) -> None:
    assert codes_of(vietnamese, english) == []


def test_a_name_inside_an_address_does_not_count() -> None:
    assert codes_of("Chuyển đổi số: chuyendoiso.vn", "Digital transformation: digital-conversion.vn") == []


def test_only_vietnamese_and_english_are_compared() -> None:
    pair = Pair(
        Text("body", "chuyển đổi số", "", Document("index.vi.md", "pages", "gia", "vi", "vi")),
        Text("body", "autre", "", Document("index.fr.md", "pages", "gia", "fr", "vi")),
    )

    assert not list(glossary_problems(pair, terms_of(GLOSSARY)))


def test_both_texts_are_named() -> None:
    (line,) = told(problems(summary=("Về Chuyển đổi số.", "On progress."), glossary=GLOSSARY))

    assert line == (
        "glossary-term content/pages/gia/index.en.md:2:10 “summary” does not have “digital transformation”, "
        "which stands for “Chuyển đổi số” in content/pages/gia/index.vi.md:2:10"
    )


def test_the_place_in_a_body_is_that_of_the_phrase() -> None:
    (found,) = problems("Xong.\n\nVề chuyển đổi số.", "Done.\n\nOn digital conversion.", glossary=GLOSSARY)

    assert (str(found.place), found.fields["other"]) == (
        "content/pages/gia/index.en.md:8:4",
        "content/pages/gia/index.vi.md:8:4",
    )

"""What readers of a language see where a translation is missing."""

from typing import Any

import pytest

from showcase.kinds.localised import Passage
from showcase.library.values import Library, Page
from showcase.pages.bodies import body_parts
from showcase.pages.entries import entry_view
from showcase.pages.plan import plan
from showcase.pages.site import site as site_of
from showcase.problems import Place
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, library, list_views, product, settings

SOURCES = [{"id": "web", "name": "MISA", "kind": "company"}]
CLAIM = {"id": "users", "kind": "figure", "text": "Một trăm.", "sources": ["web"], "trust": "declared"}
OTHER = CLAIM | {"id": "staff", "text": "Mười."}


def fallen_back(*documents: Document, **policies: Any) -> Library:
    return library(*documents, site_settings=settings(fallback=policies))


def english(made: Library, key: str = "products/amis") -> Page:
    return made.pages["en"][key]


def required(made: Library) -> list[tuple[str, Place, Any]]:
    found = [each for each in made.problems if each.code == "translation-required"]
    return [(each.code, each.place, each.fields["fields"]) for each in found]


def full_product(**more: Any) -> Document:
    facts = {"tagline": "Một câu.", "sources": SOURCES, "claims": [CLAIM, OTHER], "body": "Thân.\n"}
    return product(summary="Một đoạn.", **(facts | more))


def test_without_a_policy_the_text_of_the_source_is_shown() -> None:
    page = english(fallen_back(full_product(), enterprise(), field()))

    assert (page.entry.summary, page.body_locale, page.is_stub) == (Passage("Một đoạn.", "vi"), "vi", False)
    assert page.missing == ("title", "tagline", "summary", "claims.users.text", "claims.staff.text", "body")


@pytest.mark.parametrize(
    "policies",
    [
        {"products": {"en": "hide"}},
        {"products": {"default": "hide"}},
        {"default": {"en": "hide"}, "enterprises": {"en": "show"}},
        {"default": {"default": {"default": "hide"}}, "products": {"vi": "error"}},
        {"products": {"en": "hide", "default": "error"}, "default": {"en": "error"}, "enterprises": {"en": "stub"}},
    ],
)
def test_a_hidden_page_exists_in_its_source_language_alone(policies: Any) -> None:
    made = fallen_back(full_product(), enterprise(), **policies)

    assert "products/amis" not in made.pages["en"]
    assert "products/amis" in made.pages["vi"]
    assert made.elsewhere("en")["products/amis"].permalink == "/vi/san-pham/amis/"
    assert made.elsewhere("vi") == {}


def test_a_translated_page_is_not_hidden() -> None:
    made = fallen_back(product(), document("products/amis", "en", title="AMIS"), products={"en": "hide"})

    assert english(made).permalink == "/en/products/amis/"


def test_an_english_entry_is_hidden_from_vietnamese_readers() -> None:
    source = document("fields/health", "en", source_locale="en", title="Health", order="1", hue="1", motif="lotus")
    made = fallen_back(source, default={"default": "hide"})

    assert ("fields/health" in made.pages["en"], "fields/health" in made.pages["vi"]) == (True, False)


def test_the_front_page_is_never_hidden() -> None:
    front = document("pages/dau", front={"campaign": "hang-viet"}, body="Chào.\n")
    page = english(fallen_back(front, default={"en": "hide"}), "pages/dau")

    assert (page.permalink, page.is_stub) == ("/en/", True)


def test_a_stub_has_its_title_its_facts_and_a_way_to_the_source() -> None:
    made = fallen_back(full_product(), enterprise(), field(), products={"en": "stub"})
    page = english(made)
    view = entry_view(site_of(made, "en"), page, ())

    assert (page.entry.title, page.entry.tagline, page.entry.summary) == ("AMIS", None, "")
    assert (page.entry.claims, page.body.html, page.missing) == ((), "", ("title",))
    assert [source.id for source in page.entry.sources] == ["web"]
    assert [fact.field for fact in view.label] == ["maker", "field", "form"]
    notice = view.notices[0]
    assert (notice.state, notice.language, notice.locale, notice.permalink) == (
        "stub",
        "Vietnamese",
        "vi",
        "/vi/san-pham/amis/",
    )
    assert (view.page.head.robots, view.page.head.hreflang) == ("noindex", ())


def test_a_hidden_field_is_left_out_and_an_item_that_is_nothing_without_it() -> None:
    translation = document(
        "products/amis", "en", title="AMIS", summary="A.", claims=[{"id": "staff", "text": "Ten."}], body="Body.\n"
    )
    made = fallen_back(
        full_product(), translation, enterprise(), products={"en": {"tagline": "hide", "claims": "hide"}}
    )
    page = english(made)

    assert page.entry.tagline is None
    assert [(claim.id, claim.text) for claim in page.entry.claims] == [("staff", "Ten.")]
    assert (page.missing, page.is_translated) == ((), True)


def test_a_policy_may_name_the_text_of_an_item() -> None:
    made = fallen_back(full_product(), enterprise(), products={"en": {"claims.text": "hide", "body": "hide"}})

    assert english(made).entry.claims == ()
    assert english(made).missing == ("title", "tagline", "summary")
    assert english(made).body.html == ""


def test_a_part_of_an_entry_loses_its_text_and_keeps_its_facts() -> None:
    evidence = {"status": {"sources": ["web"], "trust": "declared", "note": "Ghi chú."}}
    price = {"amount": "5", "currency": "VND", "per": "một người", "sources": ["web"], "trust": "declared"}
    made = fallen_back(full_product(evidence=evidence, price=price), enterprise(), products={"en": "stub"})
    entry: Any = english(made).entry

    assert (entry.evidence["status"].note, entry.evidence["status"].trust) == (None, "declared")
    assert (entry.price.per, entry.price.currency) == (None, "VND")


def test_a_translation_that_the_settings_ask_for_is_an_error_while_it_is_missing() -> None:
    made = fallen_back(full_product(), enterprise(), products={"en": "error"})

    assert required(made) == [
        (
            "translation-required",
            Place("content/products/amis/index.vi.md", 1, 1),
            "title, tagline, summary, claims.users.text, claims.staff.text, body",
        )
    ]


def test_a_field_that_the_settings_ask_for_is_an_error_at_the_translation() -> None:
    translation = document("products/amis", "en", title="AMIS", body="Body.\n")
    made = fallen_back(full_product(), translation, products={"default": {"summary": "error"}})

    assert required(made) == [("translation-required", Place("content/products/amis/index.en.md", 1, 1), "summary")]


def test_links_and_cards_of_a_hidden_entry_lead_to_its_source_language() -> None:
    text = "[AMIS](content:/products/amis#gia)\n\n[[product:amis]]\n"
    maker = enterprise(body=text)
    translation = document("enterprises/misa", "en", title="MISA", official_name="MISA", summary="M.", body=text)
    made = fallen_back(product(body="## Giá\n"), maker, translation, field(), products={"en": "hide"})
    here = site_of(made, "en")
    page = english(made, "enterprises/misa")
    parts = body_parts(page, here.pages, here.cards, here.library.pictures, here.elsewhere)

    assert [each.code for each in made.problems if each.severity == "error"] == []
    assert 'href="/vi/san-pham/amis/#gia" hreflang="vi"' in parts[0].html
    assert parts[1].html == '<p><a href="/vi/san-pham/amis/" hreflang="vi" lang="vi">AMIS</a></p>'
    assert entry_view(here, page, ()).reverse.products == ()


def test_a_hidden_maker_is_left_out_of_its_product() -> None:
    translated = document("products/amis", "en", title="AMIS", summary="A.")
    made = fallen_back(product(), translated, enterprise(), field(), enterprises={"en": "hide"}, fields={"en": "hide"})
    view = entry_view(site_of(made, "en"), english(made), ())

    assert (view.entry.maker, view.card.field, [fact.field for fact in view.label]) == (None, None, ["form"])


def test_lists_name_only_the_languages_in_which_they_have_that_page() -> None:
    documents = [product(name, title=name) for name in ("a", "b", "c")]
    english_ = document("products/a", "en", title="a", summary="a.")
    made = library(
        *documents,
        english_,
        field(),
        enterprise(),
        site_settings=settings(page_size=2, fallback={"products": {"en": "hide"}}),
    )
    first, second = list_views(site_of(made, "vi"), "products")

    assert [each.locale for each in first.page.languages] == ["vi", "en"]
    assert [each.locale for each in second.page.languages] == ["vi"]
    assert first.fields[0][1] == 3
    assert list_views(site_of(made, "en"), "products")[0].fields[0][1] == 1


@pytest.mark.parametrize("policy", ["hide", "stub", "show"])
def test_every_output_can_be_planned_and_open_data_lose_nothing(policy: str) -> None:
    front = document("pages/dau", front={"campaign": "hang-viet"})
    front_en = document("pages/dau", "en", title="Front", summary="F.")
    campaign = document("campaigns/hang-viet", form="programme", products=["amis"])
    documents = (full_product(), enterprise(), field(), front, front_en, campaign)
    made = fallen_back(*documents, default={"en": policy})
    planned = plan(made, {})
    data = {job.output: job.view for job in planned.jobs if job.output.startswith("data/products/")}

    assert planned.problems == ()
    assert data["data/products/amis.json"]["title"] == {"vi": "AMIS"}
    assert data["data/products/amis.json"]["summary"] == {"vi": "Một đoạn."}
    assert [claim["text"] for claim in data["data/products/amis.json"]["claims"]] == [
        {"vi": "Một trăm."},
        {"vi": "Mười."},
    ]

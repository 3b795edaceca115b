"""An entry as other pages show it, and the label of its own page."""

from showcase.kinds import KINDS
from showcase.pages.cards import label, mention
from showcase.pages.entries import reading_of
from showcase.pages.records import record
from showcase.pages.views import Card, Fact, FieldMark, Mention
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, product, settings, site

SOURCES = [{"id": "one", "name": "One", "kind": "news"}]
DECLARED = {"sources": ["one"], "trust": "declared"}


def card(made: Document, *others: Document, locale: str = "vi") -> Card:
    return site(made, *others, locale=locale).cards[made.key]


def rows(made: Document, *others: Document, locale: str = "en") -> tuple[Fact, ...]:
    here = site(made, *others, locale=locale)
    page = here.pages[made.key]
    reading = reading_of(here, page)
    return label(KINDS[page.kind], record(page.entry, reading), reading)


def test_a_card_names_the_maker_and_where_it_is_at_home() -> None:
    made = card(product(launched="2020-12"), enterprise(headquarters="ha-noi"), field())

    assert [(fact.field, str(getattr(fact.value, "title", fact.value))) for fact in made.facts] == [
        ("maker", "MISA"),
        ("headquarters", "Ha Noi"),
        ("launched", "2020-12"),
    ]


def test_facts_that_are_not_known_are_left_out() -> None:
    assert [fact.field for fact in card(product(), enterprise(), field()).facts] == ["maker"]
    assert [fact.field for fact in card(product(), field()).facts] == []


def test_a_list_of_facts_names_only_what_is_published() -> None:
    made = document("awards/sao-khue", bodies=["vinasa", "gone"])
    vinasa = document("organisations/vinasa", title="VINASA", form="association")
    (fact,) = card(made, vinasa).facts

    assert [each.title for each in fact.value] == ["VINASA"]
    assert card(document("awards/sao-khue", bodies=["gone"])).facts == ()


def test_the_text_of_a_card_is_the_tagline_or_else_the_summary() -> None:
    assert card(field(tagline="Khỏe")).text == "Khỏe"
    assert card(field(summary="Y tế cho mọi người.")).text == "Y tế cho mọi người."


def test_a_card_in_another_language_says_so() -> None:
    assert card(field()).lang == ""
    assert card(field(), locale="en").lang == "vi"
    assert card(field(), document("fields/y-te", "en", title="Health", summary="H."), locale="en").lang == ""


def test_a_card_has_the_mark_of_its_field() -> None:
    mark = FieldMark("Y tế", "/vi/linh-vuc/y-te/", 28, "lotus")

    assert card(product(), enterprise(), field()).field == mark
    assert card(field()).field == mark
    assert card(product(), enterprise()).field is None
    assert card(enterprise()).field is None


def test_awards_are_named_once_each() -> None:
    sao_khue = document("awards/sao-khue", title="Sao Khuê")
    awards = [
        {"id": "a", "award": "sao-khue", **DECLARED},
        {"id": "b", "award": "sao-khue", **DECLARED},
        {"id": "c", "name": "ASOCIO", **DECLARED},
        {"id": "d", "award": "gone", **DECLARED},
    ]

    assert card(product(sources=SOURCES, awards=awards), sao_khue).awards == ("Sao Khuê", "ASOCIO")


def test_trust_is_the_best_of_all_statements() -> None:
    evidence = {"maker": {"sources": ["one"], "trust": "unchecked"}}
    text = {"id": "a", "text": "A.", **DECLARED}
    certificate = {"id": "c", "name": "ISO", "sources": ["one"], "trust": "verified"}

    assert card(product()).trust == ""
    assert card(product(sources=SOURCES, evidence=evidence)).trust == "unchecked"
    assert card(product(sources=SOURCES, evidence=evidence, capabilities=[text])).trust == "declared"
    assert card(product(sources=SOURCES, capabilities=[text], certificates=[certificate])).trust == "verified"
    claim = {"id": "b", "kind": "figure", "text": "B.", **DECLARED}
    assert card(product(sources=SOURCES, claims=[claim])).trust == "declared"


def test_an_entry_is_mentioned_by_its_title() -> None:
    here = site(field(), locale="en")

    assert mention(here.pages["fields/y-te"]) == Mention("fields/y-te", "Y tế", "/en/fields/y-te/", "vi")


def test_the_label_runs_in_the_order_of_the_kind_without_what_is_not_known() -> None:
    made = product(website="https://amis.misa.vn/", platforms=["web"], form="service", launched="2020")

    assert [fact.field for fact in rows(made, enterprise(), field())] == [
        "maker",
        "field",
        "form",
        "launched",
        "platforms",
        "website",
    ]


def test_rows_have_their_word_and_what_supports_them() -> None:
    made = product(sources=SOURCES, evidence={"maker": DECLARED})
    maker, of_field, _ = rows(made, enterprise(), field())

    assert (maker.name, of_field.name) == ("Maker", "Field")
    assert maker.evidence is not None
    assert maker.evidence.trust.value == "declared"
    assert of_field.evidence is None


def test_a_flag_has_a_row_only_where_it_is_set() -> None:
    names = [fact.field for fact in rows(enterprise(seeks_partners="true", offers_transfer="false"))]

    assert "seeks_partners" in names
    assert "offers_transfer" not in names


def test_the_settings_choose_the_facts_of_a_card() -> None:
    chosen = settings(cards={"products": ("launched",)})
    made = site(product(launched="2020-12"), enterprise(), field(), site_settings=chosen)

    assert [fact.field for fact in made.cards["products/amis"].facts] == ["launched"]
    assert made.cards["enterprises/misa"].facts == ()

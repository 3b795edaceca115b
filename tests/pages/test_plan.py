"""Everything to make: which outputs there are, and what their pages say of each other's languages."""

import pickle
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from showcase.pages.languages import language_problems
from showcase.pages.plan import Plan, output_of, plan
from showcase.pages.views import EntryView, Head, Job
from showcase.reading.parse import Document
from showcase.settings import OUTPUTS
from tests.makers import document, enterprise, field, library, product, settings

ASSETS = {name: f"/assets/{name}" for name in ("style.css", "styleguide.css", "worker.js")}
BASE = "https://showcase.test"
CAMPAIGN = document("campaigns/hang-viet", title="Hàng Việt", form="campaign")
HOME = document("pages/home", title="Trang đầu", front={"campaign": "hang-viet"})
HOME_EN = document("pages/home", "en", title="Home", summary="Home.")


def planned(*documents: Document, templates: tuple[str, ...] = (), **changes: Any) -> Plan:
    made = library(CAMPAIGN, HOME, HOME_EN, *documents, site_settings=settings(**changes))
    return plan(made, ASSETS, templates)


def pages(made: Plan) -> dict[str, Job]:
    return {job.output: job for job in made.jobs if job.template and job.template != "redirect.html"}


def head(made: Plan, output: str) -> Head:
    found: Head = pages(made)[output].view.page.head
    return found


def test_outputs_follow_from_permalinks() -> None:
    assert output_of("/vi/san-pham/amis/") == "vi/san-pham/amis/index.html"
    assert output_of("/sitemap.xml") == "sitemap.xml"


def test_every_page_has_its_template() -> None:
    made = pages(planned(product(), enterprise(), field()))

    assert made["index.html"].template == "root.html"
    assert made["404.html"].template == made["vi/404.html"].template == "404.html"
    assert made["vi/index.html"].template == "home.html"
    assert made["vi/san-pham/amis/index.html"].template == "product.html"
    assert made["en/products/index.html"].template == "list.html"
    assert made["vi/a-z/index.html"].template == "index.html"
    assert made["en/fields/y-te/index.html"].locale == "en"


def test_kinds_without_entries_and_free_pages_have_no_list() -> None:
    made = pages(planned(document("pages/about")))

    assert "vi/san-pham/index.html" not in made
    assert "en/pages/index.html" not in made


def test_needs_markets_and_the_front_page_show_more_than_their_entry() -> None:
    need, market = document("needs/n", field="y-te"), document("markets/m", territory="JP")
    made = pages(planned(product(), field(), enterprise(), need, market))
    views = {name: made[f"en/{name}index.html"].view for name in ("needs/n/", "markets/m/", "", "products/amis/")}

    assert [match.card.id for match in views["needs/n/"].extra.matches] == ["amis"]
    assert views["markets/m/"].extra.available == ()
    assert views[""].extra.count == 1
    assert views["products/amis/"].extra.enquiry is None


def test_jobs_travel_between_processes() -> None:
    for job in planned(product(), enterprise(), field()).jobs:
        assert pickle.loads(pickle.dumps(job)) == job


def test_every_language_has_its_frame() -> None:
    made = planned()

    assert {locale: frame.home for locale, frame in made.frames.items()} == {"vi": "/vi/", "en": "/en/"}
    assert made.frames["vi"].assets == ASSETS


def test_the_choice_of_language_is_for_readers_of_no_other() -> None:
    expected = (("vi", f"{BASE}/vi/"), ("en", f"{BASE}/en/"), ("x-default", f"{BASE}/"))

    assert head(planned(), "index.html").hreflang == expected
    assert head(planned(), "vi/index.html").hreflang == expected
    assert head(planned(), "en/index.html").hreflang == expected


def test_the_choice_of_language_promises_no_translation_that_is_not_there() -> None:
    made = plan(library(CAMPAIGN, HOME), {})

    assert head(made, "index.html").hreflang == ()
    assert head(made, "en/index.html").robots == "noindex"


def test_a_lost_reader_is_not_found_by_search_engines() -> None:
    lost = head(planned(), "vi/404.html")

    assert (lost.robots, lost.hreflang, lost.canonical) == ("noindex", (), f"{BASE}/vi/404.html")


NAMES = st.sampled_from(["a", "b", "c", "d"])
ENTRIES = st.dictionaries(NAMES, st.tuples(st.sampled_from(["vi", "en"]), st.booleans()), max_size=4)


def texts(id_: str, source: str, is_translated: bool) -> list[Document]:
    """A free page in one language or two."""
    other = {"vi": "en", "en": "vi"}[source]
    files = [document(f"pages/{id_}", source, source_locale=source, title=f"{id_} {source}", summary="S.")]
    if is_translated:
        files.append(document(f"pages/{id_}", other, source_locale=source, title=f"{id_} {other}", summary="S."))
    return files


@examples(deadline=None, max_examples=15)
@given(ENTRIES)
def test_pages_in_two_languages_name_each_other(entries: dict[str, tuple[str, bool]]) -> None:
    made = planned(*(each for id_, (source, both) in entries.items() for each in texts(id_, source, both)))
    heads: dict[str, Head] = {
        job.view.page.head.canonical: job.view.page.head for job in pages(made).values() if "404" not in job.output
    }

    assert made.problems == ()
    for address, own in heads.items():
        named = dict(own.hreflang)
        assert bool(named) == (not own.robots and "x-default" in named)
        if named:
            assert address in named.values()
            assert all(dict(heads[other].hreflang) == named for other in named.values())
    for job in pages(made).values():
        if isinstance(job.view, EntryView):
            assert bool(job.view.page.head.robots) == any(each.state == "untranslated" for each in job.view.notices)


@examples(deadline=None, max_examples=15)
@given(ENTRIES, st.lists(st.sampled_from(["x", "y"]), max_size=2))
def test_no_two_jobs_write_the_same_output(entries: dict[str, tuple[str, bool]], aliases: list[str]) -> None:
    documents = [each for id_, (source, both) in entries.items() for each in texts(id_, source, both)]
    counted = Counter(job.output for job in planned(*documents, product(aliases=aliases), field(), enterprise()).jobs)

    assert max(counted.values()) == 1


def test_a_page_whose_languages_do_not_lead_back_is_found() -> None:
    jobs = [job for job in planned(field(), document("fields/y-te", "en", title="Health")).jobs if job.template]
    wanted = {"vi/linh-vuc/y-te/index.html", "en/fields/health/index.html"}
    vi, en = (job for job in jobs if job.output in wanted)

    assert language_problems((vi, en), BASE) == ()
    assert {each.code for each in language_problems((vi,), BASE)} == {"missing-return-link"}
    assert {each.code for each in language_problems((replace(vi, locale="en"), en), BASE)} == {"wrong-language"}
    elsewhere = replace(vi, output="vi/linh-vuc/khac/index.html")
    assert {each.code for each in language_problems((elsewhere, en), BASE)} >= {"wrong-canonical"}


def test_a_site_may_go_without_everything_beside_its_pages_and_lists() -> None:
    made = planned(product(), enterprise(), field(), outputs=())
    frame = made.frames["vi"]

    assert {job.output for job in made.jobs if job.output.startswith("vi/")} == {
        *("vi/index.html", "vi/404.html", "vi/san-pham/index.html", "vi/san-pham/amis/index.html"),
        *("vi/doanh-nghiep/index.html", "vi/doanh-nghiep/misa/index.html"),
        *("vi/linh-vuc/index.html", "vi/linh-vuc/y-te/index.html"),
        *("vi/chuong-trinh/index.html", "vi/chuong-trinh/hang-viet/index.html"),
    }
    assert {job.output for job in made.jobs if "/" not in job.output} == {"index.html", "404.html"}
    assert {frame.index, frame.search, frame.compare, frame.shortlist, frame.manifest} == {""}
    assert frame.feeds == ()


@pytest.mark.parametrize("output", OUTPUTS)
def test_each_output_can_be_had_alone(output: str) -> None:
    without = {job.output for job in planned(product(), enterprise(), field(), outputs=()).jobs}
    alone = {job.output for job in planned(product(), enterprise(), field(), outputs=(output,)).jobs}
    every = {job.output for job in planned(product(), enterprise(), field()).jobs}

    # There is no event here, and no template; pictures are no jobs; Parquet is a form of the data.
    assert without < alone < every or output in ("calendar", "offline", "shares", "styleguide", "parquet")


def test_a_theme_brings_files_of_its_own_for_each_language() -> None:
    made = planned(product(), enterprise(), field(), templates=("files/news.xml", "page.html"))
    own = {job.output: job for job in made.jobs if job.template == "files/news.xml"}
    view = own["vi/news.xml"].view

    assert own.keys() == {"vi/news.xml", "en/news.xml"}
    assert [card.title for card in view.sections.products] == ["AMIS"]
    assert f"{BASE}/vi/san-pham/amis/" in dict(view.pages)
    assert all(address.startswith(f"{BASE}/vi/") for address, _ in view.pages if address != f"{BASE}/")

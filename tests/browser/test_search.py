"""Search, as visitors meet it: what the real script finds, and how its page and its dialog are used."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from showcase.language.search_keys import exact_keys, folded_keys, syllables
from showcase.library.values import Library
from showcase.pages.search import searchables
from showcase.pages.search_index import FIELDS, Searchable, field_terms, search_index
from showcase.pages.search_shards import shards
from showcase.pages.site import site
from showcase.pipeline import Request, read_library
from tests.browser.labelled_queries import (
    ENGLISH,
    EVERYDAY_ENGLISH,
    EVERYDAY_VIETNAMESE,
    TITLES,
    UNSEEN_ENGLISH,
    UNSEEN_VIETNAMESE,
    VIETNAMESE,
    Labelled,
)

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PAGES = {"vi": "/vi/tim-kiem/", "en": "/en/search/"}
# The script that the page has loaded, and the engine it would load.
TOOLS = """
  const script = await import(document.querySelector('script[type=module]').src);
  const block = document.querySelector('[data-search]').dataset;
  const { default: MiniSearch } = await import(block.engine);
"""
KEYS = f"""async (texts) => {{ {TOOLS}
  return texts.map((text) => {{
    const found = script.syllables(text);
    return [found, found.map(script.foldedKey), found.map(script.exactKey)];
  }});
}}"""
HITS = f"""async ([queries, given]) => {{ {TOOLS}
  const index = await script.opened({{ ...block, index: given ?? block.index }});
  const answers = [];
  for (const query of queries) answers.push(await script.found(index, query));
  return answers.map(({{ hits }}) => hits.map((hit) => hit.url));
}}"""
WRITTEN = f"""async ([fields, documents]) => {{ {TOOLS}
  const engine = new MiniSearch({{ fields, storeFields: ['title', 'kind', 'line'], tokenize: (terms) => terms,
    processTerm: (term) => term, stringifyField: (terms) => terms, extractField: (entry, name) =>
    name in entry.terms ? entry.terms[name] : entry[name] }});
  engine.addAll(documents);
  return JSON.parse(JSON.stringify(engine));
}}"""
SAMPLES = (
    "Điện thoại ĐIỆN THOẠI đồng hồ Hoà hòa HOÁ hoá thuỷ thủy quý quí",
    "C++ VNPT-HIS M_Service FPT.AI 4.0 1.990.000 ₫ e-invoice Cốc Cốc",
    "Straße œuvre Ærø ŁÓDŹ þing İstanbul naïve ２０２６ Nguye\u0302\u0303n a\u0301o da\u0300i",
    "tiếng\u200bViệt so\u00adft trưng bày “Sản phẩm” L’Oréal 日本 ½ m² ﬁn",
)


@pytest.fixture(scope="module")
def real() -> Library:
    """The library of the real site."""
    return read_library(Request(ROOT, date(2026, 11, 23), ROOT / "site", None, 1))


@pytest.fixture
def routed(browser: Browser) -> Iterator[Page]:
    """A page whose every request can be answered otherwise: the service worker's would pass by."""
    context = browser.new_context(service_workers="block")
    yield context.new_page()
    context.close()


def in_shards(page: Page, library: Library, locale: str, most: int) -> list[str]:
    """The paths that the page will fetch, whose index comes in shards that are as small as those of a large site."""
    files = dict(shards(searchables(site(library, locale)), library.synonyms.get(locale, ()), locale, most, size=1500))
    root = list(files)[-1]
    fetched: list[str] = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.lstrip("/")
        fetched.append(path)
        route.fulfill(body=files.get(path, files[root]), content_type="application/json")

    page.add_init_script("delete Navigator.prototype.serviceWorker")  # its requests would not come by here
    page.route("**/search/*.json", answer)
    page.route("**/search/*/*.json", answer)
    page.route("**/cards/*/*.json", answer)
    return fetched


def precision(found: Sequence[str], wanted: frozenset[str]) -> float:
    """The share of the first hits that were wanted: ten of them, or as many as there are to be wanted."""
    places = min(10, len(wanted))
    return sum(1 for each in found[:places] if each in wanted) / places


def report(title: str, queries: Sequence[Labelled], found: Mapping[str, Sequence[str]]) -> float:
    """The mean precision at 10 of the queries; those that fall short are printed."""
    scores = {each.query: precision(found[each.query], each.wanted) for each in queries}
    mean = sum(scores.values()) / len(scores)
    print(f"\n{title}: precision at 10 of {len(scores)} queries {mean:.3f}")
    for query, score in scores.items():
        if score < 1:
            print(f"  {score:.2f} {query}: {', '.join(found[query][:5])}")
    return mean


def hits(page: Page, queries: Sequence[Labelled], index: Mapping[str, Any] | None = None) -> dict[str, list[str]]:
    """What the page's script finds for each query, in the page's own index or in one that is given."""
    words = [each.query for each in queries]
    return dict(zip(words, page.evaluate(HITS, [words, index]), strict=True))


def test_the_script_makes_the_same_keys_as_the_program(page: Page, address: str) -> None:
    page.goto(f"{address}{PAGES['vi']}")
    wanted = [[list(syllables(text)), list(folded_keys(text)), list(exact_keys(text))] for text in SAMPLES]

    assert page.evaluate(KEYS, SAMPLES) == wanted


def test_the_index_is_what_minisearch_itself_would_write(page: Page, address: str) -> None:
    entries = [
        Searchable(f"/{number}/", title, "Products", f"{title} bán tại Việt Nam", text=("Bản đồ", title))
        for number, title in enumerate(TITLES.values())
    ]
    documents = [
        {
            "id": entry.permalink,
            "title": entry.title,
            "kind": entry.kind,
            "line": entry.line,
            "terms": dict(zip(FIELDS, field_terms(entry), strict=True)),
        }
        for entry in entries
    ]
    page.goto(f"{address}{PAGES['vi']}")
    theirs, ours = page.evaluate(WRITTEN, [FIELDS, documents]), json.loads(json.dumps(search_index(entries)))

    assert dict(theirs.pop("index")) == dict(ours.pop("index"))
    assert theirs.pop("averageFieldLength") == pytest.approx(ours.pop("averageFieldLength"), abs=0.001)
    theirs.pop("storedFields"), ours.pop("storedFields")  # a line is a field there and words here
    assert theirs == ours


def test_the_first_hit_is_the_title_that_was_meant(page: Page, address: str) -> None:
    index = search_index([Searchable(name, title, "Sản phẩm", "") for name, title in TITLES.items()])
    wanted = {
        "dien thoai": "p1",
        "ĐIỆN THOẠI": "p1",
        "bàn": "p2",
        "bán": "p3",
        "bản": "p4",
        "đồng hô": "p5",
        "hop dong dien tu": "p6",
        "hóa đơn": "p7",
        "tivi": "p8",
        "duoc pham": "p9",
        "robot hut bu": "p10",
        "diên thoai thog minh": "p1",
    }
    queries = [Labelled(query, frozenset({name})) for query, name in wanted.items()]
    page.goto(f"{address}{PAGES['vi']}")
    found = hits(page, queries, index)

    assert {query: names[:1] for query, names in found.items()} == {query: [name] for query, name in wanted.items()}
    assert report("Ten titles", queries, found) == 1


@pytest.mark.parametrize(("locale", "queries"), [("vi", VIETNAMESE), ("en", ENGLISH)])
def test_labelled_queries_find_what_they_are_meant_to_find(
    page: Page, address: str, locale: str, queries: Sequence[Labelled]
) -> None:
    page.goto(f"{address}{PAGES[locale]}")

    assert report(f"The real site, {locale}", queries, hits(page, queries)) >= 0.95


@pytest.mark.parametrize(("locale", "queries"), [("vi", UNSEEN_VIETNAMESE), ("en", UNSEEN_ENGLISH)])
def test_queries_that_nothing_was_tuned_on_find_most_of_what_they_mean(
    page: Page, address: str, locale: str, queries: Sequence[Labelled], record_property: Callable[[str, object], None]
) -> None:
    page.goto(f"{address}{PAGES[locale]}")
    mean = report(f"Queries not tuned on, {locale}", queries, hits(page, queries))
    record_property(f"precision at 10, not tuned on, {locale}", f"{mean:.3f}")

    assert mean >= 0.75


@pytest.mark.parametrize(("locale", "queries"), [("vi", EVERYDAY_VIETNAMESE), ("en", EVERYDAY_ENGLISH)])
def test_words_that_no_entry_uses_do_not_hide_what_the_others_find(
    page: Page, address: str, locale: str, queries: Sequence[Labelled]
) -> None:
    page.goto(f"{address}{PAGES[locale]}")
    found = hits(page, queries)
    report(f"Everyday words, also labelled, {locale}", queries, found)

    assert [query for query, names in found.items() if not names] == []


@pytest.mark.parametrize(
    ("locale", "queries"), [("vi", VIETNAMESE + UNSEEN_VIETNAMESE), ("en", ENGLISH + UNSEEN_ENGLISH)]
)
def test_an_index_in_shards_finds_what_one_in_a_file_finds(
    routed: Page, address: str, real: Library, locale: str, queries: Sequence[Labelled]
) -> None:
    routed.goto(f"{address}{PAGES[locale]}")
    whole = report(f"In one file, {locale}", queries, hits(routed, queries))
    in_shards(routed, real, locale, most=1200)

    assert report(f"In shards, {locale}", queries, hits(routed, queries)) >= whole


def test_a_query_loads_few_of_the_shards_and_says_that_a_common_word_has_more(
    routed: Page, address: str, real: Library
) -> None:
    fetched = in_shards(routed, real, "vi", most=30)
    routed.goto(f"{address}{PAGES['vi']}")
    routed.get_by_role("searchbox").fill("zalo")
    expect(routed.get_by_role("link", name="Zalo", exact=True)).to_be_visible()
    few = len(fetched)
    routed.get_by_role("searchbox").fill("c")

    expect(routed.get_by_role("status").first).to_contain_text("kết quả tốt nhất")
    expect(routed.locator(".search-hit mark").first).to_be_visible()
    assert few < 40
    assert len(fetched) == len(set(fetched))


def test_a_file_of_cards_that_is_missing_hides_no_other(routed: Page, address: str, real: Library) -> None:
    in_shards(routed, real, "vi", most=1200)
    missing = iter([True])
    lost: list[str] = []

    def answer(route: Route) -> None:
        if next(missing, False):
            lost.append(route.request.url)
            route.fulfill(status=404, body="")
        else:
            route.fallback()

    routed.route("**/cards/*/*.json", answer)
    routed.goto(f"{address}{PAGES['vi']}?q=phan+mem")

    expect(routed.locator(".search-hit").first).to_be_visible()
    assert len(lost) == 1


def test_words_of_which_none_is_known_find_nothing_and_no_words_neither(page: Page, address: str) -> None:
    page.goto(f"{address}{PAGES['vi']}")

    assert page.evaluate(HITS, [["qqzzyy", "", " … ", "+", "__proto__", "constructor"], None]) == [[]] * 6


def test_the_page_shows_results_as_you_type_by_kind_with_their_words_marked(page: Page, address: str) -> None:
    page.goto(f"{address}{PAGES['vi']}")
    field = page.get_by_role("searchbox")
    expect(page.get_by_role("navigation", name="Xem theo danh sách")).to_be_visible()
    field.fill("ke toan")

    products = page.get_by_role("region", name="Sản phẩm")
    expect(products.get_by_role("link", name="MISA AMIS")).to_be_visible()
    expect(products.locator("mark").first).to_have_text("kế toán")
    expect(page.get_by_role("status").first).to_contain_text("kết quả")
    expect(page.get_by_role("navigation", name="Xem theo danh sách")).to_be_hidden()


def test_the_page_says_when_nothing_was_found_and_shows_the_lists_instead(page: Page, address: str) -> None:
    page.goto(f"{address}{PAGES['en']}?q=qqzzyy")

    expect(page.get_by_role("searchbox")).to_have_value("qqzzyy")
    expect(page.get_by_role("status").first).to_contain_text("Nothing found")
    expect(page.get_by_role("navigation", name="Look through the lists").get_by_role("link")).not_to_have_count(0)


def test_the_page_says_when_no_entry_holds_all_words(page: Page, address: str) -> None:
    page.goto(f"{address}{PAGES['en']}?q=zalo+qqzzyy")

    expect(page.get_by_role("link", name="Zalo", exact=True)).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("No entry has all of these words")
    page.get_by_role("searchbox").fill("zalo")
    expect(page.get_by_role("status").first).not_to_contain_text("No entry")


def test_the_address_keeps_the_query_for_the_way_back(page: Page, address: str) -> None:
    page.goto(f"{address}{PAGES['en']}")
    page.get_by_role("searchbox").fill("misa amis")
    page.get_by_role("link", name="MISA AMIS").click()
    expect(page).to_have_url(f"{address}/en/products/misa-amis/")
    page.go_back()

    expect(page).to_have_url(f"{address}{PAGES['en']}?q=misa%20amis")
    expect(page.get_by_role("searchbox")).to_have_value("misa amis")
    expect(page.get_by_role("link", name="MISA AMIS")).to_be_visible()


@pytest.mark.parametrize("shortcut", ["/", "Control+k"])
def test_a_keyboard_alone_opens_the_dialog_finds_an_entry_and_goes_there(
    page: Page, address: str, shortcut: str
) -> None:
    page.goto(f"{address}/en/products/")
    page.keyboard.press(shortcut)
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("searchbox")).to_be_focused()

    page.keyboard.type("zalo")
    expect(dialog.get_by_role("region", name="Products")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(dialog.locator(".search-hit a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/en/products/zalo/")


def test_escape_closes_the_dialog_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(f"{address}/en/")
    link = page.get_by_role("banner").get_by_role("link", name="Search")
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog).to_be_visible()

    page.keyboard.type("misa")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("/")
    expect(dialog.get_by_role("searchbox")).to_have_value("misa")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_typing_among_the_results_goes_on_in_the_field(page: Page, address: str) -> None:
    page.goto(f"{address}/en/")
    page.keyboard.press("/")
    field = page.get_by_role("dialog").get_by_role("searchbox")
    field.press_sequentially("mis")
    expect(page.locator(".search-hit").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("a")

    expect(field).to_be_focused()
    expect(field).to_have_value("misa")


def test_a_slash_in_a_field_is_a_slash(page: Page, address: str) -> None:
    page.goto(f"{address}{PAGES['en']}")
    page.get_by_role("searchbox").press_sequentially("01/CT")

    expect(page.get_by_role("searchbox")).to_have_value("01/CT")


def test_the_dialog_sends_a_long_list_to_the_search_page(page: Page, address: str) -> None:
    page.goto(f"{address}/en/")
    page.keyboard.press("/")
    page.keyboard.type("a")
    page.get_by_role("dialog").get_by_role("link", name="All").click()
    expect(page).to_have_url(f"{address}{PAGES['en']}?q=a")
    page.goto(f"{address}/en/")
    page.keyboard.press("/")
    page.keyboard.type("misa")
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("misa")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{address}{PAGES['en']}?q=misa")


def test_the_language_switch_comes_before_the_search_and_both_are_links(page: Page, address: str) -> None:
    page.goto(f"{address}/vi/")
    for _ in range(4):
        page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == PAGES["vi"]


def test_nothing_of_the_search_is_fetched_before_it_is_wanted_and_all_from_this_site(page: Page, address: str) -> None:
    requests: list[str] = []
    messages: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto(f"{address}/en/", wait_until="networkidle")
    before = [url for url in requests if "/search/" in url or "minisearch" in url]
    page.keyboard.press("/")
    page.keyboard.type("zalo")  # at once: what is typed before the dialog stands there is not lost
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_have_value("zalo")
    expect(page.locator(".search-hit").first).to_be_visible()

    assert before == []
    assert [url for url in requests if not url.startswith(f"{address}/")] == []
    assert [url for url in requests if "/search/vi." in url] == []
    assert messages == []


def test_a_strict_policy_for_scripts_lets_the_search_work(context: BrowserContext, address: str) -> None:
    policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'"
    context.route("**/*", lambda route: _with_policy(route, policy))
    page = context.new_page()
    page.goto(f"{address}{PAGES['en']}")
    page.get_by_role("searchbox").fill("zalo")

    expect(page.get_by_role("link", name="Zalo", exact=True)).to_be_visible()
    page.wait_for_load_state("networkidle")
    context.unroute_all(behavior="ignoreErrors")  # what is still on its way needs no policy


def _with_policy(route: Route, policy: str) -> None:
    response = route.fetch()
    body, headers = response.body(), {**response.headers, "content-security-policy": policy}
    route.fulfill(status=response.status, body=body, headers=headers)


def test_without_script_the_link_leads_to_a_page_that_leads_to_the_index(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/vi/")
    page.get_by_role("banner").get_by_role("link", name="Tìm kiếm").click()
    expect(page).to_have_url(f"{address}{PAGES['vi']}")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="Mục lục A–Z").click()

    expect(page).to_have_url(f"{address}/vi/a-z/")
    context.close()


def test_without_the_index_the_search_says_so_and_leaves_the_lists(page: Page, address: str) -> None:
    page.route("**/search/*.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{address}{PAGES['en']}")
    page.get_by_role("searchbox").fill("zalo")

    expect(page.get_by_role("status").first).to_contain_text("cannot be loaded")
    expect(page.get_by_role("navigation", name="Look through the lists")).to_be_visible()


def test_without_the_search_page_the_shortcut_goes_to_its_address(page: Page, address: str) -> None:
    page.goto(f"{address}/en/")
    page.route(f"**{PAGES['en']}", _once_missing())
    page.keyboard.press("/")

    expect(page).to_have_url(f"{address}{PAGES['en']}")


def _once_missing() -> Callable[[Route], None]:
    """What answers the first request with an error and lets the others through."""
    answers = iter([True])

    def answer(route: Route) -> None:
        if next(answers, False):
            route.fulfill(status=500, body="")
        else:
            route.continue_()

    return answer


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_neither_the_page_nor_the_dialog_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{PAGES['vi']}?q=a")
    expect(page.locator(".search-hit").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{address}/vi/")
    page.keyboard.press("Control+k")
    page.keyboard.type("chuong trinh")
    expect(page.locator(".search-hit").first).to_be_visible()

    assert (
        page.evaluate("(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)(document.querySelector('dialog'))")
        == 0
    )

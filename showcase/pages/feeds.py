"""The newest entries become feeds, Atom and JSON, for each language and each field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

from showcase.kinds.schema_org import identity
from showcase.language.moments import moment
from showcase.library.values import Page
from showcase.pages.heads import versions_of
from showcase.pages.plain import filled, json_bytes, plain, xml_bytes
from showcase.pages.site import Site
from showcase.pages.views import Feed, Job
from showcase.settings import FEEDS

ATOM = "http://www.w3.org/2005/Atom"
ATOM_TYPE, JSON_TYPE = "application/atom+xml", "application/feed+json"
LENGTH = 50
TOLD = ("products", "updates", "events", "campaigns")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed. `id` outlives a new slug; `lang` is set where the text is in another language."""

    id: str
    url: str
    title: str
    summary: str
    updated: str
    published: str
    section: str
    word: str
    lang: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed in one language. Addresses are absolute, those of feeds without `.xml` or `.json`."""

    locale: str
    title: str
    author: str
    licence: str
    home: str
    address: str
    others: tuple[tuple[str, str], ...]
    updated: str
    entries: tuple[FeedEntry, ...]


def feeds(here: Site) -> tuple[Feed, ...]:
    """The feeds of a language; none where the site goes without."""
    return _pair(here, here.settings.title, f"/{here.locale}/feed")


def field_feeds(here: Site, key: str) -> tuple[Feed, ...]:
    """The feeds of a field."""
    page = here.pages[key]
    return _pair(here, _field_title(here, page), f"{page.permalink}feed")


def _pair(here: Site, title: str, stem: str) -> tuple[Feed, ...]:
    """Both forms of a feed, told apart by name: pages list them beside each other."""
    if not here.makes(FEEDS):
        return ()
    return Feed(f"{title} (Atom)", f"{stem}.xml", ATOM_TYPE), Feed(f"{title} (JSON Feed)", f"{stem}.json", JSON_TYPE)


def _field_title(here: Site, page: Page) -> str:
    return f"{page.title} – {here.settings.title}"


def feed_jobs(sites: Mapping[str, Site]) -> Iterator[Job]:
    """Both forms of every feed."""
    for here in sites.values():
        for view in feed_views(here):
            stem = view.address.removeprefix(here.url("/"))
            yield Job(f"{stem}.xml", view, make=atom)
            yield Job(f"{stem}.json", view, make=json_feed)


def feed_views(here: Site) -> Iterator[FeedView]:
    """The feeds of a language: one of everything, then one for each field."""
    homes = {locale: f"/{locale}/" for locale in here.library.settings.codes}
    every = [page for kind in TOLD for page in here.sections[kind]]
    yield _view(here, here.settings.title, homes, every)
    for field in here.sections["fields"]:
        keys = _keys_of_field(here, field.key)
        yield _view(
            here,
            _field_title(here, field),
            versions_of(here, field.key),
            [page for page in every if page.key in keys],
        )


def _keys_of_field(here: Site, key: str) -> frozenset[str]:
    """The products of a field, and the news, events and campaigns that name one of them."""
    reverse = here.library.reverse
    products = reverse.get(key, {}).get("products", ())
    others = (other for product in products for name in TOLD[1:] for other in reverse.get(product, {}).get(name, ()))
    return frozenset((*products, *others))


def _view(here: Site, title: str, homes: Mapping[str, str], pages: list[Page]) -> FeedView:
    settings, today = here.library.settings, here.library.today
    dated = [(day, page) for page in sorted(pages, key=lambda page: page.key) if (day := last_change(page, today))]
    newest = sorted(dated, key=lambda pair: (pair[0], pair[1].brief.happened or date.min), reverse=True)[:LENGTH]
    return FeedView(
        locale=here.locale,
        title=title,
        author=here.settings.title,
        licence=settings.content_licence,
        home=here.url(homes[here.locale]),
        address=here.url(f"{homes[here.locale]}feed"),
        others=tuple((locale, here.url(f"{home}feed")) for locale, home in homes.items() if locale != here.locale),
        updated=_midnight(here, newest[0][0] if newest else today),
        entries=tuple(_entry(here, page, day) for day, page in newest),
    )


def _entry(here: Site, page: Page, day: date) -> FeedEntry:
    published = getattr(page.entry, "date", None) or page.entry.publish_on
    return FeedEntry(
        id=here.url(f"{identity(page.key)}#{here.locale}"),
        url=here.url(page.permalink),
        title=plain(page.title),
        summary=plain(page.entry.summary),
        updated=_midnight(here, day),
        published=_midnight(here, min(published, day)) if published else "",
        section=page.kind,
        word=here.kind(page.kind).many,
        lang="" if page.is_translated else page.content_locale,
    )


def last_change(page: Page, today: date) -> date | None:
    """The day on which the entry last changed, as far as anything tells; never a day to come.

    What editors date (the entry) comes before what sources date (the thing): a launch, an event. A thing that has yet
    to happen does not tell when its entry was written.
    """
    edited, happened = page.brief.edited, page.brief.happened
    if edited:
        return min(edited, today)
    return happened if happened and happened <= today else None


def _midnight(here: Site, day: date) -> str:
    return moment(day, "00:00", here.library.settings.time_zone).isoformat()


def atom(view: FeedView) -> bytes:
    """The feed as Atom (RFC 4287)."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": view.locale})
    _texts(root, id=f"{view.address}.xml", title=plain(view.title), updated=view.updated)
    _texts(ET.SubElement(root, "author"), name=plain(view.author))
    _link(root, "self", f"{view.address}.xml", ATOM_TYPE, view.locale)
    _link(root, "alternate", view.home, "text/html", view.locale)
    for locale, address in view.others:
        _link(root, "alternate", f"{address}.xml", ATOM_TYPE, locale)
    if view.licence:
        _link(root, "license", view.licence)
    for each in view.entries:
        _atom_entry(root, each, view.locale)
    return xml_bytes(root)


def _atom_entry(root: ET.Element, each: FeedEntry, locale: str) -> None:
    node = ET.SubElement(root, "entry", {"xml:lang": each.lang} if each.lang else {})
    _texts(node, id=each.id, title=each.title, updated=each.updated)
    if each.published:
        _texts(node, published=each.published)
    _link(node, "alternate", each.url, "text/html", each.lang or locale)
    ET.SubElement(node, "category", {"term": each.section, "label": each.word})
    _texts(node, summary=each.summary)


def _texts(node: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(node, name).text = text


def _link(node: ET.Element, rel: str, href: str, type_: str = "", hreflang: str = "") -> None:
    ET.SubElement(node, "link", {"rel": rel, "href": href} | filled({"type": type_, "hreflang": hreflang}))


def json_feed(view: FeedView) -> bytes:
    """The feed as JSON Feed 1.1."""
    return json_bytes(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": plain(view.title),
            "home_page_url": view.home,
            "feed_url": f"{view.address}.json",
            "language": view.locale,
            "authors": [{"name": plain(view.author)}],
            "items": [_item(each, view.locale) for each in view.entries],
        }
    )


def _item(each: FeedEntry, locale: str) -> dict[str, Any]:
    item: dict[str, Any] = filled(
        {
            "id": each.id,
            "url": each.url,
            "title": each.title,
            "content_text": each.summary,
            "summary": each.summary,
            "date_modified": each.updated,
            "date_published": each.published,
            "language": each.lang or locale,
            "tags": [each.word],
        }
    )
    return item

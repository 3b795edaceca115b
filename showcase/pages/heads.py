"""Pages get their heads: titles, canonical addresses, the same page in other languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from showcase.library.values import Page
from showcase.pages.shares import share
from showcase.pages.site import Site
from showcase.pages.views import Alternate, Card, Crumb, Feed, Head, Listing, Outline, Share
from showcase.settings import SHARES


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about and where it is found.

    `versions` are its permalinks by language, `translated` the languages it really has (all if empty). An entry brings
    its card and the file of its text.
    """

    title: str
    description: str
    permalink: str
    versions: Mapping[str, str]
    translated: tuple[str, ...] = ()
    card: Card | None = None
    source: str = ""


def outline(
    here: Site,
    subject: Subject,
    *,
    crumbs: tuple[Crumb, ...] = (),
    section: str = "",
    og_type: str = "website",
    feeds: tuple[Feed, ...] = (),
    structured_data: str = "",
    robots: str = "",
) -> Outline:
    """The outline of a page."""
    title, site_title, versions = subject.title, here.settings.title, subject.versions
    real = subject.translated or tuple(versions)
    told = listing(here, subject.permalink, {locale: versions[locale] for locale in real}, robots)
    head = Head(
        title=title if title == site_title else f"{title} – {site_title}",
        description=subject.description,
        canonical=told.canonical,
        hreflang=told.hreflang,
        robots=told.robots,
        og_type=og_type,
        structured_data=structured_data,
        feeds=feeds,
        share=_share(here, subject),
    )
    languages = tuple(
        Alternate(each.code, each.name, versions[each.code], each.code == here.locale, each.code in real)
        for each in here.library.settings.locales
        if each.code in versions
    )
    return Outline(here.locale, head, languages, crumbs, section)


def listing(here: Site, permalink: str, versions: Mapping[str, str], robots: str = "") -> Listing:
    """How a page lists itself; one that is not to be found by search engines names no other languages to them.

    `versions` are its permalinks in the languages that it really has.
    """
    robots = robots or ("" if here.library.settings.indexed else "noindex")
    own, pairs = here.url(permalink), () if robots else hreflang(here, versions)
    # An address that is told twice is one string: a sitemap holds those of 50,000 pages.
    return Listing(next((address for _locale, address in pairs if address == own), own), pairs, robots)


def _share(here: Site, subject: Subject) -> Share | None:
    """What is drawn for those who share the page; nothing for the page of what is not found, or if nothing is drawn."""
    if not here.makes(SHARES) or not subject.permalink.endswith("/"):
        return None
    title = subject.card.title if subject.card and subject.title != here.settings.title else subject.title
    return share(here, title, subject.description, subject.permalink, subject.card, subject.source)


def hreflang(here: Site, versions: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The page in each language it exists in, itself among them, and the one for readers of no other language.

    A page in one language only has nothing to say here. `x-default` of the front page is the choice of language at
    the root.
    """
    if len(versions) < 2:
        return ()
    settings = here.library.settings
    front = versions.get(here.locale) == f"/{here.locale}/"
    fallback = "/" if front else versions.get(settings.x_default, next(iter(versions.values())))
    urls = {permalink: here.url(permalink) for permalink in (*versions.values(), fallback)}
    pairs = [(locale, urls[versions[locale]]) for locale in settings.codes if locale in versions]
    return (*pairs, ("x-default", urls[fallback]))


def versions_of(here: Site, key: str) -> dict[str, str]:
    """The permalinks of an entry by language."""
    return {locale: page.permalink for locale, page in _pages_of(here, key)}


def translated_locales(here: Site, key: str) -> tuple[str, ...]:
    """The languages in which an entry really exists."""
    return tuple(locale for locale, page in _pages_of(here, key) if page.is_translated)


def own_versions(here: Site, key: str) -> dict[str, str]:
    """The permalinks of an entry in the languages in which it really exists; in all that it has if in none."""
    found = _pages_of(here, key)
    return {locale: page.permalink for locale, page in found if page.is_translated} or versions_of(here, key)


def _pages_of(here: Site, key: str) -> list[tuple[str, Page]]:
    """The pages of an entry with their languages, in the order of the settings."""
    return [(locale, pages[key]) for locale, pages in here.library.pages.items() if key in pages]


def home_crumb(here: Site) -> Crumb:
    """The first step of every way."""
    return Crumb(here.settings.title, f"/{here.locale}/")


def entry_crumbs(here: Site, page: Page, listed: bool) -> tuple[Crumb, ...]:
    """The way to an entry: front page, section, entry."""
    if page.is_front:
        return ()
    kind = here.kind(page.kind)
    section = (Crumb(kind.many, kind.permalink),) if listed else ()
    return (home_crumb(here), *section, Crumb(page.title, page.permalink))

"""What a page tells search engines, as JSON-LD."""

import json
from dataclasses import dataclass
from typing import Any

from showcase.kinds import KINDS
from showcase.kinds.schema_org import identity
from showcase.library.values import Page
from showcase.pages.bodies import picture_of
from showcase.pages.media import media_path
from showcase.pages.plain import filled
from showcase.pages.site import Site
from showcase.pages.views import Crumb, Record

Said = dict[str, Any]
ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
OWN_WORDS = ("title", "tagline", "summary", "chosen")  # what the entry says itself, whatever supports it


def entry_data(here: Site, page: Page, made: Record, crumbs: tuple[Crumb, ...]) -> str:
    """The JSON-LD of an entry's page: the page, the way to it, and what the entry is."""
    said = KINDS[page.kind].structured_data(vouched(made))
    own, images = _page(here, page), _images(here, page)
    if said["@type"].endswith("Page"):
        own |= said | {"url": page.permalink, "image": images}
        return _graph(here, own, *_site(here, page), breadcrumbs(here, crumbs))
    id_ = identity(page.key)
    thing = {
        **said,
        "@id": id_,
        "url": said["url"] or page.permalink,
        "mainEntityOfPage": {"@id": page.permalink},
        "image": images,
    }
    return _graph(here, {**own, "mainEntity": {"@id": id_}}, thing, breadcrumbs(here, crumbs))


def list_data(here: Site, crumbs: tuple[Crumb, ...]) -> str:
    """The JSON-LD of a list."""
    last = crumbs[-1]
    page = {
        "@type": "CollectionPage",
        "@id": last.permalink,
        "url": last.permalink,
        "name": last.title,
        "inLanguage": here.locale,
        "isPartOf": {"@id": site_identity(here)},
        "breadcrumb": {"@id": f"{last.permalink}#breadcrumb"},
    }
    return _graph(here, page, breadcrumbs(here, crumbs))


def breadcrumbs(here: Site, crumbs: tuple[Crumb, ...]) -> Said:
    """The way to the page as a schema.org BreadcrumbList; nothing on the front page, where every way begins."""
    if not crumbs:
        return {}
    items = [
        {"@type": "ListItem", "position": number, "name": crumb.title, "item": here.url(crumb.permalink)}
        for number, crumb in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{crumbs[-1].permalink}#breadcrumb", "itemListElement": items}


@dataclass(frozen=True, slots=True)
class Vouched:
    """A record without facts that nobody has checked: a search engine does not show our trust marks.

    It tells them as it is asked, for of most records hardly anything is asked. `doubtful` are the names of such facts.
    """

    made: Record
    doubtful: frozenset[str]

    def __getattr__(self, name: str) -> Any:
        """The field of that name."""
        sure = _sure(getattr(self.made, name))
        if name not in self.doubtful:
            return sure
        return () if isinstance(sure, tuple) else None


def vouched(made: Record) -> Vouched:
    """The record as far as somebody has checked it."""
    doubtful = (name for name, evidence in made.evidence.items() if _is_unchecked(evidence))
    return Vouched(made, frozenset(doubtful).difference(OWN_WORDS))


def _sure(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(item for item in value if not _is_unchecked(item))
    return None if _is_unchecked(value) else value


def _is_unchecked(value: Any) -> bool:
    return isinstance(value, Record) and getattr(value.fields.get("trust"), "value", "") == "unchecked"


def _page(here: Site, page: Page) -> Said:
    """The page itself, in the language that its text is in."""
    return {
        "@type": "WebPage",
        "@id": page.permalink,
        "url": page.permalink,
        "name": page.title,
        "description": page.entry.summary,
        "inLanguage": page.content_locale,
        "dateModified": str(page.entry.updated or ""),
        "isPartOf": {"@id": site_identity(here)},
        "breadcrumb": {"@id": f"{page.permalink}#breadcrumb"} if page.permalink != f"/{here.locale}/" else None,
        "license": here.library.settings.content_licence,
    }


def site_identity(here: Site) -> str:
    """The identifier of the site in one language."""
    return f"/{here.locale}/#website"


def _site(here: Site, page: Page) -> tuple[Said, ...]:
    """The site as a whole, which only its front page describes."""
    if page.permalink != f"/{here.locale}/":
        return ()
    publisher = here.library.settings.publisher
    return (
        {
            "@type": "WebSite",
            "@id": site_identity(here),
            "url": page.permalink,
            "name": here.settings.title,
            "description": here.settings.description,
            "inLanguage": here.locale,
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        },
    )


def _images(here: Site, page: Page) -> list[str]:
    """The entry's own pictures, as they are published."""
    pictures = here.library.pictures
    return [here.url(media_path(picture_of(page, each.file, pictures))) for each in page.entry.pictures]


def _graph(here: Site, *nodes: Said) -> str:
    """The nodes as one document; what is empty is left out."""
    graph = filled(nodes, here.library.settings.base_url)
    return script_json({"@context": "https://schema.org", "@graph": graph})


def script_json(value: Any) -> str:
    """JSON that may stand in a script element: no text can end the element or begin a comment."""
    text = ENCODER.encode(value)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")

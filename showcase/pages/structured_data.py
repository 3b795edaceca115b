"""What a page tells search engines, as JSON-LD."""

import json
from typing import Any

from showcase.library.values import Page
from showcase.pages.site import Site
from showcase.pages.views import Crumb, Record


def entry_data(here: Site, page: Page, made: Record, crumbs: tuple[Crumb, ...]) -> str:
    """The JSON-LD of an entry's page."""
    return script_json({"@context": "https://schema.org", "@graph": [breadcrumbs(here, crumbs)]})


def list_data(here: Site, crumbs: tuple[Crumb, ...]) -> str:
    """The JSON-LD of a list."""
    return script_json({"@context": "https://schema.org", "@graph": [breadcrumbs(here, crumbs)]})


def breadcrumbs(here: Site, crumbs: tuple[Crumb, ...]) -> dict[str, Any]:
    """The way to the page as a schema.org BreadcrumbList."""
    items = [
        {"@type": "ListItem", "position": number, "name": crumb.title, "item": here.url(crumb.permalink)}
        for number, crumb in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def script_json(value: Any) -> str:
    """JSON that may stand in a script element: no text can end the element or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")

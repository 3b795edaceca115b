"""Plain values for tests: small documents, the settings of a small site, its library."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import yaml
from babel.messages.catalog import Message

from showcase.language.catalogs import Catalog, compiled, empty_catalog
from showcase.library.assemble import Materials, assemble
from showcase.library.menus import Menus
from showcase.library.rows import NO_BYTES, row
from showcase.library.values import IndexRow, Library, PictureFile
from showcase.pages.lists import list_parts, list_view
from showcase.pages.site import Site
from showcase.pages.site import site as site_of
from showcase.pages.views import ListView
from showcase.reading.discover import Source
from showcase.reading.parse import Document, parse
from showcase.settings import LocaleSettings, Settings

TODAY = date(2026, 11, 23)
VIETNAMESE = {
    "products": "san-pham",
    "enterprises": "doanh-nghiep",
    "fields": "linh-vuc",
    "campaigns": "chuong-trinh",
    "selections": "tuyen-chon",
    "awards": "giai-thuong",
    "events": "su-kien",
    "updates": "tin-tuc",
    "policies": "van-ban",
    "organisations": "co-quan-to-chuc",
    "needs": "nhu-cau",
    "markets": "thi-truong",
    "pages": "trang",
    "page": "trang",
    "a-z": "a-z",
    "search": "tim-kiem",
}


class _Dumper(yaml.SafeDumper):
    """Writes a value that stands twice twice: front matter knows no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def document(key: str, locale: str = "vi", /, *, body: str = "", **fields: Any) -> Document:
    """The document of `content/<key>/index.<locale>.md`. A source document gets a title and a summary of its own."""
    id_ = key.partition("/")[2]
    own = {"title": id_, "summary": f"{id_}."} if fields.get("source_locale", "vi") == locale else {}
    return document_of(key, locale, own | fields, body)


def document_of(key: str, locale: str, fields: Mapping[str, Any], body: str = "") -> Document:
    """The document with exactly these fields, whatever their names."""
    front = yaml.dump(dict(fields), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    return written(key, locale, f"---\n{front}---\n{body}")


def written(key: str, locale: str, text: str) -> Document:
    """The document of a file with this text."""
    kind, _, id_ = key.partition("/")
    return parse(Source(f"content/{key}/index.{locale}.md", kind, id_, locale, text.encode(), ""), "vi")


def settings(**changes: Any) -> Settings:
    """A site in Vietnamese and English."""
    locales = (
        LocaleSettings(
            code="vi", name="Tiếng Việt", title="Trưng bày", territory="VN", description="Sản phẩm Việt Nam."
        ),
        LocaleSettings(code="en", name="English", title="Showcase", territory="US", description="Vietnamese products."),
    )
    return Settings(**({"base_url": "https://showcase.test", "locales": locales} | changes))


def catalogs() -> dict[str, Catalog]:
    """The words that addresses are made of; all other messages stand in English."""
    words = [Message(word, string, context="address") for word, string in VIETNAMESE.items()]
    return {"vi": compiled(words, "vi"), "en": empty_catalog("en")}


def rows(
    documents: Iterable[Document], site_settings: Settings, raw: Mapping[str, bytes] = NO_BYTES
) -> tuple[IndexRow, ...]:
    """The rows of the entries of these documents, in the order of their keys; `raw` are the files' bytes, by path."""
    files: dict[str, list[Document]] = {}
    for each in documents:
        files.setdefault(each.key, []).append(each)
    return tuple(row(tuple(files[key]), site_settings, raw=raw) for key in sorted(files))


def library(
    *documents: Document,
    today: date = TODAY,
    drafts: bool = False,
    pictures: Mapping[str, PictureFile] | None = None,
    menus: Menus | None = None,
    site_settings: Settings | None = None,
) -> Library:
    """The library of these documents."""
    given = site_settings or settings()
    return assemble(
        Materials(rows(documents, given), pictures or {}, catalogs(), menus or Menus(), given, today, drafts)
    )


def site(*documents: Document, locale: str = "vi", **options: Any) -> Site:
    """The site of these documents in one language."""
    return site_of(library(*documents, **options), locale)


def sites(*documents: Document, **options: Any) -> dict[str, Site]:
    """The site of these documents in every language."""
    made = library(*documents, **options)
    return {locale: site_of(made, locale) for locale in made.settings.codes}


def list_views(here: Site, folder: str) -> list[ListView]:
    """The pages of a kind's list."""
    return [list_view(here, part) for part in list_parts(here, folder)]


def field(id_: str = "y-te", **fields: Any) -> Document:
    """A field, which every product needs."""
    return document(f"fields/{id_}", **({"title": "Y tế", "order": "1", "hue": "28", "motif": "lotus"} | fields))


def enterprise(id_: str = "misa", **fields: Any) -> Document:
    """An enterprise, which every product needs."""
    return document(f"enterprises/{id_}", **({"title": "MISA", "official_name": "Công ty cổ phần MISA"} | fields))


def product(id_: str = "amis", **fields: Any) -> Document:
    """A product of the enterprise `misa` in the field `y-te`."""
    return document(f"products/{id_}", **({"title": "AMIS", "maker": "misa", "field": "y-te"} | fields))

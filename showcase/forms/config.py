"""The kinds, the settings and the entries become the configuration of Sveltia CMS, in the language of its user."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from showcase.authoring.value_schema import REGISTERS, code_names
from showcase.authoring.words import Words
from showcase.codes import BAD_ID, _
from showcase.forms.fields import BODY, Form, labelled
from showcase.kinds import KINDS
from showcase.kinds.entry import Kind
from showcase.kinds.model import Model, Reference, shapes
from showcase.kinds.values import ID_PATTERN
from showcase.language.collation import sort_key
from showcase.settings import Settings

Config = dict[str, Any]
# The title of each entry by its key, such as `products/momo`.
Titles = Mapping[str, str]

ABOUT_ID = _("The name of its folder. Small letters, digits and hyphens; other entries name it by this, so it stays.")
LARGEST_PICTURE = 20 << 20
ICONS = {
    "products": "deployed_code",
    "enterprises": "apartment",
    "fields": "category",
    "campaigns": "campaign",
    "selections": "checklist",
    "awards": "trophy",
    "events": "event",
    "updates": "news",
    "policies": "gavel",
    "organisations": "account_balance",
    "needs": "help_center",
    "markets": "public",
    "pages": "article",
}


def payload(settings: Settings, words: Words, titles: Titles, backend: Config, *, aligned: bool) -> Config:
    """The configuration, and the lists that its choices name: each is long and asked for by many fields.

    `aligned` says that translations are laid out as their sources are (`forms.fields`).
    """
    return {"config": configuration(settings, words, backend, aligned=aligned), "lists": lists(words, titles)}


def configuration(settings: Settings, words: Words, backend: Config, *, aligned: bool) -> Config:
    """What Sveltia CMS is told; the first language is that in which entries are first written."""
    locales = (settings.default_locale, *(code for code in settings.codes if code != settings.default_locale))
    title = next((each.title for each in settings.locales if each.code == words.locale), settings.locales[0].title)
    form = Form(words, locales, aligned)
    return {
        "load_config_file": False,
        "app_title": title,
        "logo": {"src": "/admin/icon.svg"},
        "site_url": settings.base_url,
        "media_folder": "content",
        "media_libraries": {
            "default": {"config": {"max_file_size": LARGEST_PICTURE, "slugify_filename": True}},
            "stock_assets": {"providers": []},
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_sequences": True}},
        "i18n": {
            "structure": "multiple_files",
            "locales": list(locales),
            "default_locale": locales[0],
            "initial_locales": "all",
        },
        "collections": [collection(kind, form, locales[0]) for kind in KINDS.values()],
        **backend,
    }


def collection(kind: Kind, form: Form, first: str) -> Config:
    """The entries of a kind: a folder each, with a text for each language and the pictures beside them."""
    message = form.words.say(BAD_ID.remedy)
    return {
        "name": kind.folder,
        "label": form.words.name(kind.many),
        "label_singular": form.words.name(kind.one),
        "description": form.words.name(kind.intro),
        "icon": ICONS.get(kind.folder, "draft"),
        "folder": f"content/{kind.folder}",
        "path": "{{slug}}/index",
        "media_folder": "",
        "public_folder": "",
        "extension": "md",
        "format": "yaml-frontmatter",
        "body_field": {"key": BODY},
        "slug": {
            "template": "{{title}}",
            "editable": ["create"],
            "pattern": [f"^{ID_PATTERN}$", message],
            "hint": form.words.say(ABOUT_ID),
        },
        "identifier_field": "title",
        "sortable_fields": ["title", "updated"],
        "i18n": True,
        # An entry that was first written in another language keeps its facts there: its form would hide them.
        "filter": {"field": "source_locale", "value": [None, first]},
        "editor": {"preview": False},
        "fields": form.fields(kind),
    }


def lists(words: Words, titles: Titles) -> dict[str, list[Config]]:
    """What there is to choose from, by the names under which fields ask for it."""
    codes = {name: labelled(named_codes(name, words.locale)) for name in REGISTERS}
    return codes | {"/".join(kinds): labelled(entries(kinds, titles, words)) for kinds in mixed_kinds()}


def named_codes(name: str, locale: str) -> list[tuple[str, str]]:
    """The codes of a register under CLDR's names for them, in the order of the language."""
    known = code_names(name, locale)
    found = [(known.get(code, code), code) for code in REGISTERS[name]()]
    return sorted(found, key=lambda each: (sort_key(each[0], locale), each[1]))


def entries(kinds: Iterable[str], titles: Titles, words: Words) -> list[tuple[str, str]]:
    """The entries of the kinds with their titles and kinds, in the order of the language."""
    named = {kind: words.name(KINDS[kind].one) for kind in kinds}
    found = [(title, key) for key, title in titles.items() if key.partition("/")[0] in named]
    found.sort(key=lambda each: (sort_key(each[0], words.locale), each[1]))
    return [(f"{title} — {named[key.partition('/')[0]]}", key) for title, key in found]


def mixed_kinds() -> tuple[tuple[str, ...], ...]:
    """The kinds of each reference that may be to entries of several."""
    return tuple(dict.fromkeys(kinds for kind in KINDS.values() for kinds in _mixed(kind.model)))


def _mixed(model: type[Model]) -> Iterator[tuple[str, ...]]:
    for shape in shapes(model).values():
        mark = shape.mark(Reference)
        if shape.model is not None:
            yield from _mixed(shape.model)
        elif mark is not None and len(mark.kinds) > 1:
            yield mark.kinds

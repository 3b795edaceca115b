"""The settings of one showcase, as site.yaml gives them."""

import re
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from showcase.codes import WITH_PATH, WITHOUT_SCHEME
from showcase.destinations import Hosting, Target
from showcase.git_host import GitHost
from showcase.kinds import KINDS
from showcase.kinds.model import FieldError, Model, Reference, is_translated, shapes
from showcase.kinds.values import Flag, Language, Territory, TimeZone, Whole
from showcase.limits import LIMITS, Limits


def origin(value: str) -> str:
    """An address of a host, without a path: pages link to each other from the root."""
    try:
        parts = urlsplit(value)
    except ValueError:  # brackets that hold no address
        raise FieldError("bad-settings", detail=WITHOUT_SCHEME) from None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise FieldError("bad-settings", detail=WITHOUT_SCHEME)
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise FieldError("bad-settings", detail=WITH_PATH)
    return f"{parts.scheme}://{parts.netloc}"


def _https(value: str) -> str:
    """An address on the web that nobody on the way can read along with, or none."""
    if value and not re.fullmatch(r"https://[^\s/?#@]+[^\s#]*", value):
        raise FieldError("bad-settings", detail=WITHOUT_SCHEME)
    return value


def _kind(value: str) -> str:
    if value not in KINDS:
        raise FieldError("not-a-choice", value=value, choices=", ".join(KINDS))
    return value


def _output(value: str) -> str:
    if value not in OUTPUTS:
        raise FieldError("not-a-choice", value=value, choices=", ".join(OUTPUTS))
    return value


def _is_fact(kind: str, name: str) -> bool:
    """Whether entries of the kind have such a fact; `maker.headquarters` is that of the entry that `maker` names."""
    first, _, rest = name.partition(".")
    shape = shapes(KINDS[kind].model).get(first)
    if shape is None or not rest:
        return shape is not None
    reference = shape.mark(Reference)
    return reference is not None and all(_is_fact(each, rest) for each in reference.kinds)


def _facts(value: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for kind, names in value.items():
        for name in names:
            if not _is_fact(kind, name):
                raise FieldError("unknown-field", field=name, known=", ".join(shapes(KINDS[kind].model)))
    return value


def _percent(value: Any) -> Any:
    """`95%`; a part of a per cent would promise a precision that a count of entries does not have."""
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{1,3}%?", value):
            raise FieldError("bad-pattern", value=value, example="100%")
        return int(value.rstrip("%"))
    return value


def _fallback_kind(value: str) -> str:
    return value if value == DEFAULT else _kind(value)


def _by_field(value: Any) -> Any:
    """The policies by field; one alone is that of the page."""
    return {DEFAULT: value} if isinstance(value, str) else value


def _policies(value: dict[str, str]) -> dict[str, str]:
    """Only policies that there are; a text is shown or not, for only a page can be a stub."""
    for field, policy in value.items():
        known = POLICIES if field == DEFAULT else tuple(each for each in POLICIES if each != STUB)
        if policy not in known:
            raise FieldError("not-a-choice", value=policy, choices=", ".join(known))
    return value


HIDE, STUB, SHOW, ERROR = POLICIES = ("hide", "stub", "show", "error")
DEFAULT = "default"
BODY = "body"
OWN = ("title", "slug", "aliases")  # the title is the page; the others never fall back

# What is made beside the pages of entries and lists, and can be left out.
USUAL = (
    *("index", "search", "facets", "compare", "feeds", "sitemap"),
    *("calendar", "data", "manifest", "hosting", "offline", "styleguide", "shares"),
)
INDEX, SEARCH, FACETS, COMPARE, FEEDS, SITEMAP, CALENDAR, DATA, MANIFEST, HOSTING, OFFLINE, STYLEGUIDE, SHARES = USUAL
PARQUET = "parquet"  # needs a library that not everybody has
OUTPUTS = (*USUAL, PARQUET)

Kind = Annotated[str, AfterValidator(_kind)]
Output = Annotated[str, AfterValidator(_output)]
Facts = Annotated[dict[Kind, tuple[str, ...]], AfterValidator(_facts)]
Percent = Annotated[int, BeforeValidator(_percent), Field(ge=0, le=100)]
Policies = Annotated[dict[str, str], BeforeValidator(_by_field), AfterValidator(_policies)]
Fallbacks = Mapping[str, Mapping[str, Mapping[str, str]]]


def falling_back(kind: str) -> tuple[str, ...]:
    """The names for which a kind can have a policy: its translated fields, `body`, and `default` for the page."""
    models = [each.model for folder, each in KINDS.items() if kind in (folder, DEFAULT)]
    fields = (name for model in models for name, shape in shapes(model).items() if is_translated(shape))
    return (DEFAULT, BODY, *(name for name in dict.fromkeys(fields) if name not in OWN))


class LocaleSettings(Model):
    """A language of the site."""

    code: Language = Field(description="The language's code, which begins its addresses.", examples=["vi"])
    name: str = Field(description="The language's own name for itself.", examples=["Tiếng Việt"])
    title: str = Field(description="The site's title in this language.", examples=["Hàng Việt"])
    territory: Territory | None = Field(
        default=None, description="The country for Open Graph's og:locale.", examples=["VN"]
    )
    description: str = Field(default="", description="What the site is, for search engines.", examples=["…"])


class Settings(Model):
    """What differs between one showcase and another."""

    base_url: Annotated[str, AfterValidator(origin)] = Field(
        description="Where the site will be published.", examples=["https://example.org"]
    )
    locales: tuple[LocaleSettings, ...] = Field(
        description="The languages, in the order of the language switch.",
        examples=[[{"code": "vi", "name": "Tiếng Việt", "title": "Hàng Việt"}]],
        min_length=1,
    )
    default_locale: Language = Field(
        default="vi", description="The language in which entries are first written.", examples=["vi"]
    )
    x_default: Language = Field(
        default="en", description="The language for readers of none of the languages.", examples=["en"]
    )
    time_zone: TimeZone = Field(
        default="Asia/Ho_Chi_Minh", description="The time zone in which a day begins.", examples=["Asia/Ho_Chi_Minh"]
    )
    page_size: Whole = Field(
        default=24,
        ge=1,
        le=200,
        description="How many cards stand on one page of a list.",
        examples=["24"],
        json_schema_extra={"unit": "card"},
    )
    page_room: Whole = Field(
        default=60,
        ge=1,
        description="How many entries that name another stand on its page, of each kind; the rest stand in lists.",
        examples=["60"],
        json_schema_extra={"unit": "card"},
    )
    unpaged: tuple[Kind, ...] = Field(
        default=(), description="The kinds whose list is one page, however long.", examples=[["enterprises"]]
    )
    cards: Facts = Field(
        default={},
        description="The facts of a card, by kind, where they are not the usual ones.",
        examples=[{"products": ["maker", "price"]}],
    )
    outputs: tuple[Output, ...] = Field(
        default=USUAL,
        description="What is made beside the pages of entries and lists; without it everything but `parquet`.",
        examples=[["search", "feeds", "sitemap"]],
    )
    publisher: str = Field(default="", description="Who publishes the site, where it is settled.", examples=["VCCI"])
    repository: str = Field(
        default="", description="Where the sources of the site can be read.", examples=["https://example.org/git"]
    )
    content_licence: str = Field(
        default="https://creativecommons.org/licenses/by/4.0/",
        description="The licence of the texts.",
        examples=["https://creativecommons.org/licenses/by/4.0/"],
    )

    enquiry_endpoint: Annotated[str, AfterValidator(_https)] = Field(
        default="",
        description="Where the enquiry form of a product is sent; empty: no form.",
        examples=["https://forms.example.org/enquiry"],
    )
    enquiry_email: str = Field(
        default="",
        description="Who receives enquiries by e-mail where there is no such address; empty: nobody.",
        examples=["export@example.org"],
        pattern=r"^([^@\s?&%,;:<>\"]+@[^@\s?&%,;:<>\"]+\.[^@\s?&%,;:<>\"]+)?$",
    )

    wanted_pictures: tuple[Kind, ...] = Field(
        default=(),
        description="The kinds whose entries should show a picture, or say “cover: drawn”.",
        examples=[["products"]],
    )
    lapse_notice: Whole = Field(
        default=60,
        ge=0,
        le=730,
        description="How many days before a certificate or an award lapses the check begins to warn.",
        examples=["60"],
        json_schema_extra={"unit": "day"},
    )
    translated: dict[Kind, dict[Language, Percent]] = Field(
        default={},
        description="How much of a kind must be translated and current, by language; less is an error.",
        examples=[{"products": {"en": "100%"}}],
    )
    fallback: dict[Annotated[str, AfterValidator(_fallback_kind)], dict[str, Policies]] = Field(
        default={},
        description="What readers see where a translation is missing, by kind and language, for the page or a field.",
        examples=[{"needs": {"en": "hide"}}],
    )
    limits: Limits = Field(
        default=LIMITS,
        description="How much of what contributors wrote is read; more is an error at its place.",
        examples=[{"text": "2 MiB", "seconds": "60"}],
    )

    indexed: Flag = Field(
        default=True,
        description="Whether search engines may list the site; a preview says no.",
        examples=["true"],
    )
    admin: GitHost | None = Field(
        default=None,
        description="The repository into which the forms at /admin/ write; without it there are none.",
        examples=[{"backend": "github", "repo": "example/showcase"}],
    )
    hosting: Hosting = Field(
        default=Hosting(),
        description="What hosts are told beside the pages.",
        examples=[{"security_contacts": ["mailto:security@example.org"], "security_expires": "2027-06-30"}],
    )
    publish: dict[str, Target] = Field(
        default={},
        description="The places to which the site is published, by name.",
        examples=[{"production": {"to": "s3://showcase/site"}}],
    )

    @model_validator(mode="after")
    def _knows_its_languages(self) -> "Settings":
        twice = next((code for code in self.codes if self.codes.count(code) > 1), None)
        if twice is not None:
            raise FieldError("duplicate-id", field="locales", id=twice)
        for name in ("default_locale", "x_default"):
            if getattr(self, name) not in self.codes:
                raise FieldError("unknown-locale", locale=getattr(self, name), known=", ".join(self.codes))
        for locale in (locale for wanted in self.translated.values() for locale in wanted):
            if locale not in self.codes:
                raise FieldError("unknown-locale", locale=locale, known=", ".join(self.codes))
        return self

    @model_validator(mode="after")
    def _knows_what_falls_back(self) -> "Settings":
        for kind, by_locale in self.fallback.items():
            for locale in by_locale:
                if locale not in (*self.codes, DEFAULT):
                    raise FieldError("unknown-locale", locale=locale, known=", ".join((*self.codes, DEFAULT)))
            known = falling_back(kind)
            for name in (name.partition(".")[0] for fields in by_locale.values() for name in fields):
                if name not in known:
                    raise FieldError("unknown-field", field=name, known=", ".join(known))
        return self

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages, in order."""
        return tuple([locale.code for locale in self.locales])  # asked for several times by each page


def previewed(settings: Settings, address: str) -> Settings:
    """The settings of the same site at another address, kept out of search engines; unchanged where there is none."""
    if not address:
        return settings
    return settings.model_copy(update={"base_url": origin(address), "indexed": False, "hosting": Hosting()})

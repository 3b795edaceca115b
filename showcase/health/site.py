"""The settings of the site: what is still as it was in the example, and what readers will miss."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from showcase.codes import _
from showcase.health.findings import ADVICE, FAULT, WELL, Finding
from showcase.problems import ContentError
from showcase.reading.configuration import SETTINGS, read_settings
from showcase.settings import Settings

UNREADABLE = _("{path} cannot be used: {count} mistakes")
SEE_CHECK = _("run: python build.py check")
EXAMPLE = _("base_url is still that of the example: {value}")
WRITE_HOST = _("write in site.yaml where the site will be published, before it is")
LOCAL = _("base_url has no https: {value}")
WRITE_HTTPS = _("write the address with https:// in site.yaml, unless the site is for a closed network")
PUBLISHED_AT = _("the site will be published at {value}")
NO_ENQUIRY = _("nobody receives enquiries: product pages have neither a form nor a letter")
SET_ENQUIRY = _("set enquiry_endpoint or enquiry_email in site.yaml, if somebody will answer")
ENQUIRIES = _("enquiries go to {value}")
NO_PUBLISHER = _("no publisher is named")
SET_PUBLISHER = _("set publisher in site.yaml once it is settled")
NO_REPOSITORY = _("no repository is named, so the editors' pages cannot link to the files")
SET_REPOSITORY = _("set repository in site.yaml")
ZONE = _("a day begins in {value}")
OTHER_ZONE = _("a day begins in {value}, which is not Viet Nam's time")
SET_ZONE = _("set time_zone to Asia/Ho_Chi_Minh in site.yaml, unless the site belongs elsewhere")
EXAMPLES = (".example", ".test", ".invalid", ".localhost", "example.com", "example.org", "example.net", "localhost")
VIET_NAM = ("Asia/Ho_Chi_Minh", "Asia/Saigon", "Asia/Bangkok")


def site(root: Path) -> tuple[Finding, ...]:
    """Everything about the settings."""
    try:
        settings = read_settings(root)
    except ContentError as error:
        fields: dict[str, str | int] = {"path": SETTINGS, "count": len(error.problems)}
        return (Finding("settings", FAULT, UNREADABLE, SEE_CHECK, fields),)
    return tuple(stated(settings))


def stated(settings: Settings) -> Iterator[Finding]:
    """What the settings say, and what they leave out."""
    url = {"value": settings.base_url}
    host = urlsplit(settings.base_url).hostname or ""
    if any(host == each.lstrip(".") or host.endswith(f".{each.lstrip('.')}") for each in EXAMPLES):
        yield Finding("base_url", ADVICE, EXAMPLE, WRITE_HOST, url)
    elif not settings.base_url.startswith("https://"):
        yield Finding("base_url", ADVICE, LOCAL, WRITE_HTTPS, url)
    else:
        yield Finding("base_url", WELL, PUBLISHED_AT, fields=url)
    enquiry = settings.enquiry_endpoint or settings.enquiry_email
    if enquiry:
        yield Finding("enquiry", WELL, ENQUIRIES, fields={"value": enquiry})
    else:
        yield Finding("enquiry", ADVICE, NO_ENQUIRY, SET_ENQUIRY)
    if not settings.publisher:
        yield Finding("publisher", ADVICE, NO_PUBLISHER, SET_PUBLISHER)
    if not settings.repository:
        yield Finding("repository", ADVICE, NO_REPOSITORY, SET_REPOSITORY)
    at_home = settings.time_zone in VIET_NAM
    state, message = (WELL, ZONE) if at_home else (ADVICE, OTHER_ZONE)
    yield Finding("time_zone", state, message, "" if at_home else SET_ZONE, {"value": settings.time_zone})

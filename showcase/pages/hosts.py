"""The files for hosts become jobs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from showcase.destinations import Hosting
from showcase.hosting.files import SECURITY, headers_file, redirects_file, security_txt
from showcase.hosting.headers import rules
from showcase.pages.redirects import moves
from showcase.pages.site import Site
from showcase.pages.views import Job


@dataclass(frozen=True, slots=True)
class Redirects:
    """Old addresses with the new ones, and the languages that have a page for what is not found."""

    moves: tuple[tuple[str, str], ...]
    locales: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom to tell of weaknesses of which site."""

    hosting: Hosting
    base_url: str
    locales: tuple[str, ...]


def host_jobs(sites: Mapping[str, Site]) -> Iterator[Job]:
    """The files that tell a host how to serve the site; `.nojekyll` keeps GitHub Pages from leaving files out."""
    settings = next(iter(sites.values())).library.settings
    yield Job("_headers", rules(settings), make=headers_file)
    yield Job("_redirects", Redirects(moves(sites), settings.codes), make=redirects_bytes)
    yield Job(".nojekyll", "", make=text_bytes)
    if settings.hosting.cname:
        yield Job("CNAME", f"{settings.hosting.cname}\n", make=text_bytes)
    if settings.hosting.security_contacts:
        view = Contacts(settings.hosting, settings.base_url, settings.codes)
        yield Job(SECURITY.lstrip("/"), view, make=security_bytes)


def redirects_bytes(view: Redirects) -> bytes:
    """The file of the redirects."""
    return redirects_file(view.moves, view.locales)


def security_bytes(view: Contacts) -> bytes:
    """The file of the contacts."""
    return security_txt(view.hosting, view.base_url, view.locales)


def text_bytes(text: str) -> bytes:
    """The text as UTF-8."""
    return text.encode()

"""The theme becomes a service worker, by which visited pages can be read where there is no network."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from showcase.digests import digest
from showcase.hosting.headers import FINGERPRINTED
from showcase.kinds.model import _p
from showcase.pages.heads import Subject
from showcase.pages.lists import plain_view
from showcase.pages.site import WORKER, WORKER_SCRIPT, Site
from showcase.pages.views import Job

TITLE = _p("offline", "No connection")
TEXT = _p("offline", "This page has not been visited yet, so it cannot be shown without a network.")
# What the pages kept in a browser need, beside the pages themselves; what only few pages use is kept when it is used.
FILES = (".css", ".js", ".svg", ".woff2")
NOT_AHEAD = ("vendor/", "shards", "styleguide", "worker", "-600")
LOADER = """self.SITE = {site};
const policy = self.trustedTypes?.createPolicy("offline", {{createScriptURL: (url) => url}});
importScripts(policy ? policy.createScriptURL({script}) : {script});
"""


@dataclass(frozen=True, slots=True)
class Worker:
    """What the worker is told: its version, its script, the files to keep at once, and the pages for “no network”."""

    version: str
    script: str
    files: tuple[str, ...]
    pages: tuple[tuple[str, str], ...]
    kept: tuple[str, ...] = FINGERPRINTED


def offline_permalink(locale: str) -> str:
    """The page that stands in for one that cannot be had."""
    return f"/{locale}/offline.html"


def offline_jobs(sites: Mapping[str, Site], assets: Mapping[str, str]) -> Iterator[Job]:
    """The page of each language, and the worker, whose version changes with the theme and the words of these pages."""
    pages = tuple((locale, offline_permalink(locale)) for locale in sites)
    made = []
    for here in sites.values():
        title, text = (here.say(each, here.locale) for each in (TITLE, TEXT))
        subject = Subject(title, text, offline_permalink(here.locale), dict(pages))
        made.append(
            Job(
                offline_permalink(here.locale).lstrip("/"),
                plain_view(here, subject, "noindex"),
                "offline.html",
                here.locale,
            )
        )
    files = tuple(sorted(path for name, path in assets.items() if _is_kept(name)))
    version = digest(files, tuple(job.view for job in made))[:12]
    yield from made
    yield Job(WORKER.lstrip("/"), Worker(version, assets[WORKER_SCRIPT], files, pages), make=worker_bytes)


def _is_kept(name: str) -> bool:
    return name.endswith(FILES) and not any(part in name for part in NOT_AHEAD)


def worker_bytes(view: Worker) -> bytes:
    """The script that browsers fetch anew with every visit: what it is told, and where the rest of it stands."""
    site: dict[str, Any] = {"version": view.version, "files": view.files, "pages": dict(view.pages), "kept": view.kept}
    return LOADER.format(site=json.dumps(site, separators=(",", ":")), script=json.dumps(view.script)).encode()

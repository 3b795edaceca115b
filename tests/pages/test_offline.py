"""The worker is told what it keeps, and its version changes with the theme."""

import json
from typing import Any

from showcase.pages.plan import Plan, plan
from tests.makers import document, library, product, settings

ASSETS = {name: f"/assets/{name}" for name in ("style.css", "worker.js", "vendor/m.js")}


def planned(assets: dict[str, str], **changes: Any) -> Plan:
    made = library(product(), document("pages/dau", front={"campaign": "x"}), site_settings=settings(**changes))
    return plan(made, assets)


def worker(assets: dict[str, str]) -> str:
    job = next(job for job in planned(assets).jobs if job.output == "sw.js")
    assert job.make is not None
    return job.make(job.view).decode()


def told(script: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(script.removeprefix("self.SITE = ").partition(";\n")[0])
    return found


def test_the_worker_stands_at_the_root_and_loads_its_script_from_the_assets() -> None:
    assert 'policy.createScriptURL("/assets/worker.js")' in worker(ASSETS)


def test_it_keeps_what_every_page_needs_and_a_page_for_no_network_in_each_language() -> None:
    site = told(worker(ASSETS))

    assert site["files"] == ["/assets/style.css"]
    assert site["pages"] == {"vi": "/vi/offline.html", "en": "/en/offline.html"}
    assert site["kept"] == ["/assets/", "/media/", "/search/"]


def test_its_version_changes_with_the_theme_alone() -> None:
    other = told(worker(ASSETS | {"style.css": "/assets/style.2.css"}))

    assert told(worker(ASSETS))["version"] == told(worker(ASSETS))["version"] != other["version"]


def test_the_page_for_no_network_is_kept_from_search_engines() -> None:
    view = next(job.view for job in planned(ASSETS).jobs if job.output == "vi/offline.html")

    assert (view.page.head.robots, planned(ASSETS).frames["vi"].worker) == ("noindex", "/sw.js")


def test_a_site_that_does_not_want_it_or_a_theme_without_it_has_no_worker() -> None:
    for made in (planned({"style.css": "/assets/style.css"}), planned(ASSETS, outputs=["search"])):
        assert made.frames["vi"].worker == ""
        assert not [job for job in made.jobs if job.output in ("sw.js", "vi/offline.html")]

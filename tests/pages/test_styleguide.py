"""The style guide stands in every language, for designers alone, and shows every part of the theme."""

import json
from pathlib import Path
from typing import Any

from showcase.pages.plan import Plan, plan
from tests.makers import document, field, library, product

COMPONENTS = Path(__file__).parents[2] / "templates" / "components"
GUIDE = Path(__file__).parents[2] / "templates" / "styleguide.html"
# These stand around every page, the guide itself among them; are parts of others; or belong to one sort of page.
AROUND, PARTS = {"fonts", "languages", "menu", "schemes", "shared", "tray"}, {"support", "value", "section", "specimen"}
ELSEWHERE = AROUND | PARTS | {"body", "contents", "door", "sheet"}
PATHS = ("vi/styleguide/index.html", "en/styleguide/index.html", "styleguide/index.html")


def planned(assets: tuple[str, ...] = ("style.css", "styleguide.css"), **settings: Any) -> Plan:
    made = library(field(), product(), document("pages/dau", front={"campaign": "x"}), **settings)
    return plan(made, {name: f"/assets/{name}" for name in assets})


def test_every_language_has_the_page_and_one_address_leads_to_it() -> None:
    jobs = {job.output: job for job in planned().jobs}

    assert [jobs[path].template for path in PATHS] == ["styleguide.html", "styleguide.html", "redirect.html"]
    assert jobs[PATHS[0]].view.product.title == jobs[PATHS[1]].view.product.title == "Sample work"
    assert [card.field.motif for card in jobs[PATHS[0]].view.fields] == ["lotus"]


def test_it_is_kept_from_search_engines_maps_and_the_search() -> None:
    jobs = planned().jobs
    view = next(job.view for job in jobs if job.output == PATHS[0])
    told = [job for job in jobs if job.output.endswith((".xml", ".json")) and "styleguide" in json.dumps(str(job.view))]

    assert view.page.head.robots == "noindex"
    assert told == []


def test_a_theme_without_its_style_has_no_guide() -> None:
    assert not {job.output for job in planned(assets=("style.css",)).jobs} & set(PATHS)


def test_every_component_is_shown() -> None:
    shown = GUIDE.read_text(encoding="utf-8")
    names = {path.stem for path in COMPONENTS.glob("*.html")}

    assert {name for name in names - ELSEWHERE if f"components/{name}.html" not in shown} == set()

"""The corpus of the benchmark becomes entries that the checker takes."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from bench.corpus import FIELDS, SPECIFICATIONS, convert
from showcase.cli import main

PROJECT = Path(__file__).parents[2]
TITLES = {"vi": "Ấm trà", "en": "Teapot"}


def put(folder: Path, language: str, kind: str, key: str, values: Mapping[str, object], body: str) -> None:
    path = folder / f"content/{language}/{kind}/{key}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    front = yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{front}---\n\n{body}", encoding="utf-8")


def corpus(folder: Path, products: int = 6) -> Path:
    """A small corpus in the plain layout: products of one maker in one field, the last one the newest."""
    shutil.copytree(PROJECT / "bench/ours", folder, ignore=shutil.ignore_patterns("peer.json"))
    for language, title in TITLES.items():
        words = {f"cat_{field}": f"{field} {language}" for field in FIELDS}
        (folder / "i18n").mkdir(exist_ok=True)
        words |= {"site_name": title, "site_tagline": f"{title}."}
        (folder / f"i18n/{language}.json").write_text(json.dumps(words), encoding="utf-8")
        maker = {"title": f"{title} 1", "slug": f"maker-{language}", "summary": "A.", "founded": 1990, "employees": 12}
        maker |= {"province": "Huế", "website": "https://maker.example", "email": "a@maker.example"}
        put(folder, language, "enterprises", "e-0001", maker, "Text.\n")
        fair = {"title": f"{title} fair", "slug": f"fair-{language}", "summary": "B."}
        fair |= {"start": "2024-01-02", "end": "2024-01-09", "place": "Huế"}
        put(folder, language, "campaigns", "c-0001", fair, "Text.\n")
        for number in range(1, products + 1):
            put(folder, language, "products", f"p-0000{number}", product(number, title, language), body(language))
    return folder


def product(number: int, title: str, language: str) -> dict[str, object]:
    rows = {f"{name} {language}": f"{number} {name}" for name in SPECIFICATIONS[language]}
    return {
        "title": f"{title} {number}",
        "slug": f"{language}-{number}",
        "summary": f"{title} {number}.",
        "category": "ceramics",
        "enterprise": "e-0001",
        "campaigns": ["c-0001"] if number == 1 else [],
        "tags": ["a", "b"],
        "price": 157000,
        "currency": "VND",
        "specs": rows,
        "launched": yaml.safe_load(f"2012-10-0{number} 07:10:00+07:00"),
        "awards": [{"title": f"{title} award", "year": 2018}],
    }


def body(language: str) -> str:
    return f"By [them](/{language}/enterprises/maker-{language}/), in [ceramics](/{language}/categories/ceramics/).\n"


def front(folder: Path, path: str) -> dict[str, object]:
    values: dict[str, object] = yaml.safe_load((folder / "content" / path).read_text(encoding="utf-8").split("---")[1])
    return values


def test_facts_stand_in_the_source_alone_and_links_lead_to_entries(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "site")
    convert(folder)
    vi, en = (front(folder, f"products/p-00001/index.{language}.md") for language in TITLES)

    assert (vi["maker"], vi["field"], vi["launched"], vi["order"]) == ("e-0001", "ceramics", "2012-10-01", "6")
    assert {"maker", "field", "price", "related", "sources"}.isdisjoint(en)
    assert (en["support"], en["warranty"]) == ("a, b", "2012-10-01T07:10:00+07:00")
    text = (folder / "content/products/p-00001/index.en.md").read_text(encoding="utf-8")
    assert text.endswith("By [them](content:/enterprises/e-0001), in [ceramics](content:/fields/ceramics).\n")


def test_the_neighbours_of_a_product_are_the_next_four_of_its_field(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "site")
    convert(folder)

    assert front(folder, "products/p-00002/index.vi.md")["related"] == [f"products/p-0000{n}" for n in (1, 6, 5, 4)]


def test_the_site_of_the_peers_is_built_without_an_error(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "site")
    convert(folder)

    assert main(["build", "--jobs", "1", "--output", str(tmp_path / "out")], folder, {}) == 0
    home = (tmp_path / "out/vi/index.html").read_text(encoding="utf-8")
    search = json.loads((tmp_path / "out/en/search.json").read_text(encoding="utf-8"))
    assert home.count('<li class="card">') == 6
    assert search[0] == {
        "t": "Teapot 6",
        "u": "/en/products/en-6/",
        "s": "Teapot 6.",
        "c": "ceramics",
        "e": "Teapot 1",
        "g": ["a", "b"],
        "p": 157000,
    }
    assert (tmp_path / "out/sitemap.xml").is_file()

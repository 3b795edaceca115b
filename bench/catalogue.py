"""A number becomes a made-up catalogue of that many entries, always the same one, written entry by entry.

python -m bench.catalogue FOLDER --entries 10000

Five products come to each enterprise. An entry follows from its number alone, so a catalogue of a million takes no more
memory than one of a thousand, and begins with the same entries. Names are invented; nothing in it is about anybody.
"""

import argparse
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.catalogue_words import CAPABILITIES, FIELDS, HEADINGS, NAMES, READERS, SENTENCES, FieldWords
from showcase.language.text import digest_of_text

LOCALES = ("vi", "en")
VI, EN = 0, 1
PRODUCTS = 5  # for each enterprise
PLATFORMS = ("web", "ios", "android", "windows", "cloud")
AUDIENCES = (
    "consumers",
    "small-business",
    "enterprises",
    "government",
    "schools",
    "hospitals",
    "farmers",
    "developers",
)
PROVINCES = ("ha-noi", "ho-chi-minh", "da-nang", "hue", "can-tho", "hai-phong", "nghe-an", "lam-dong", "quang-ninh")
ABROAD = ("LA", "KH", "MM", "JP", "SG", "US", "DE", "FR", "AU", "KR")
SOURCE = {"id": "ban-khai", "name": "Bản khai của đơn vị", "kind": "company"}
DECLARED = {"sources": ["ban-khai"], "trust": "declared"}
SETTINGS = """\
base_url: https://catalogue.example
default_locale: vi
x_default: en
time_zone: Asia/Ho_Chi_Minh
locales:
  - {code: vi, name: Tiếng Việt, title: Danh mục thử, territory: VN, description: Danh mục bịa ra để đo.}
  - {code: en, name: English, title: Test catalogue, territory: US, description: A made-up catalogue for measuring.}
"""
MENUS = "main: [products, fields, enterprises]\n"


@dataclass(frozen=True, slots=True)
class Text:
    """The fields and the body of an entry in one language; a nested text is named by `claims.id.text`."""

    fields: dict[str, Any]
    body: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """An entry: its folder below `content/` and its text in each language."""

    folder: str
    texts: tuple[Text, Text]


CAMPAIGN = Made(
    "campaigns/tuan-le-thu",
    (
        Text({"title": "Tuần lễ thử", "summary": "Một chương trình bịa ra để đo.", "form": "programme"}),
        Text({"title": "Test week", "summary": "A programme made up for measuring."}),
    ),
)
FRONT = Made(
    "pages/trang-chu",
    (
        Text(
            {
                "title": "Danh mục thử",
                "summary": "Danh mục bịa ra để đo.",
                "slug": "trang-chu",
                "front": {"campaign": "tuan-le-thu"},
            }
        ),
        Text({"title": "Test catalogue", "summary": "A made-up catalogue for measuring.", "slug": "home"}),
    ),
)


def catalogue(entries: int) -> Iterator[Made]:
    """The fields, the front page, then the enterprises, each with its products after it."""
    yield from (_field(number, words) for number, words in enumerate(FIELDS, 1))
    yield from (CAMPAIGN, FRONT)
    for number in range(entries):
        place = number % (PRODUCTS + 1)
        yield _product(number) if place else _enterprise(number)


def maker_of(number: int) -> str:
    """The id of the enterprise that makes a product: the one before it."""
    return f"don-vi-{number - number % (PRODUCTS + 1):06d}"


def _product(number: int) -> Made:
    random = Random(number)
    words, name, reader = random.choice(FIELDS), random.choice(NAMES), random.choice(READERS)
    thing, deed, chosen = random.choice(words.things), random.choice(words.deeds), random.sample(CAPABILITIES, 3)
    facts = _facts(random, number, words.id)
    texts = []
    for side in (VI, EN):
        line = f"{thing[side]} {deed[side]} cho {reader[side]}" if side == VI else f"{thing[EN]} that {deed[EN]}"
        evidence = DECLARED if side == VI else {}
        fields = {
            "title": f"{thing[side]} {name[side]} {number:06d}",
            "tagline": line,
            "summary": f"{line}: {chosen[0][side].lower()}.",
            "capabilities": [{"id": f"c{at}", "text": each[side], **evidence} for at, each in enumerate(chosen)],
        }
        told = {"name": name[side], "deed": deed[side], "reader": reader[side]}
        texts.append(Text(fields | (facts if side == VI else {}), _body(number, side, told)))
    return Made(f"products/san-pham-{number:06d}", (texts[VI], texts[EN]))


def _facts(random: Random, number: int, field: str) -> dict[str, Any]:
    abroad = sorted(random.sample(ABROAD, random.choice((0, 0, 1, 2))))
    return {
        "maker": maker_of(number),
        "field": field,
        "form": random.choice(("product", "solution", "service")),
        "launched": str(random.randint(2012, 2026)),
        "platforms": random.sample(PLATFORMS, 2),
        "languages": random.choice((["vi"], ["vi", "en"])),
        "audiences": random.sample(AUDIENCES, 2),
        "sources": [SOURCE],
        "evidence": {"maker": DECLARED},
        "availability": [{"id": place.lower(), "territory": place, "state": "sold", **DECLARED} for place in abroad],
        "updated": _day(random),
    }


def _body(number: int, side: int, told: dict[str, str]) -> str:
    """A link to the maker, three sections of eight sentences, and a list: some 250 words."""
    random = Random(-number)  # the same choices in both languages
    maker = f"[{told['name']}](content:/enterprises/{maker_of(number)})"
    parts = [(f"Sản phẩm này do {maker} làm ra.", f"This product is made by {maker}.")[side]]
    for heading in random.sample(HEADINGS, 3):
        parts += [f"## {heading[side]}", _sentences(random, side, told), _sentences(random, side, told)]
    parts.append("\n".join(f"- **{each[side]}**" for each in random.sample(CAPABILITIES, 3)))
    return "\n\n".join(parts) + "\n"


def _sentences(random: Random, side: int, told: dict[str, str]) -> str:
    """Four sentences."""
    return " ".join(each[side].format(number=random.randint(2, 40), **told) for each in random.sample(SENTENCES, 4))


def _day(random: Random) -> str:
    return f"2026-{random.randint(1, 10):02d}-{random.randint(1, 28):02d}"


def _enterprise(number: int) -> Made:
    random = Random(number)
    name, deed = random.choice(NAMES), random.choice(random.choice(FIELDS).deeds)
    founded = random.randint(1990, 2024)
    vi = {
        "title": f"Đơn vị {name[VI]} {number:06d}",
        "official_name": f"Đơn vị thử {name[VI]} {number:06d}",
        "summary": f"Đơn vị làm phần mềm {deed[VI]}.",
        "founded": str(founded),
        "headquarters": random.choice(PROVINCES),
        "sources": [SOURCE],
        "evidence": {"founded": DECLARED},
        "updated": _day(random),
    }
    en = {
        "title": f"{name[EN]} Unit {number:06d}",
        "official_name": f"{name[EN]} Test Unit {number:06d}",
        "summary": f"A unit whose software {deed[EN]}.",
    }
    bodies = []
    for side in (VI, EN):
        told = {"name": name[side], "deed": deed[side], "reader": READERS[0][side]}
        same = Random(-number)
        bodies.append(f"{_sentences(same, side, told)}\n\n{_sentences(same, side, told)}\n")
    return Made(f"enterprises/don-vi-{number:06d}", (Text(vi, bodies[VI]), Text(en, bodies[EN])))


def _field(number: int, words: FieldWords) -> Made:
    vi = {"title": words.name[0], "summary": f"Sản phẩm thuộc {words.name[0].lower()}.", "order": number}
    vi |= {"hue": words.hue, "motif": words.motif}
    en = {"title": words.name[1], "summary": f"Products of {words.name[1].lower()}."}
    return Made(f"fields/{words.id}", (Text(vi), Text(en)))


def written(made: Made) -> tuple[str, str]:
    """The files of an entry: `index.vi.md`, the source, and `index.en.md` with the stamps of what it translates."""
    source, translation = made.texts
    stamps = {key: digest_of_text(text) for key, text in sorted(_texts(source, translation))}
    return _file(source), _file(Text(translation.fields | {"translated_from": stamps}, translation.body))


def _texts(source: Text, translation: Text) -> Iterator[tuple[str, str]]:
    """The texts that a translation gives, each with its words in the source."""
    for name in translation.fields:
        value = source.fields[name]
        if name == "slug":
            continue  # an address of its own, not a translation
        if isinstance(value, str):
            yield name, value
        else:
            yield from ((f"{name}.{each['id']}.text", each["text"]) for each in value)
    if source.body:
        yield "body", source.body


def _file(text: Text) -> str:
    """Front matter in YAML's flow style, which JSON is, and the body."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in text.fields.items() if value != [])
    return "\n".join(["---", *lines, "---", text.body])


def write(folder: Path, entries: int, project: Path) -> None:
    """A whole project in a folder: the made-up content, with the templates and catalogues of a real one."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("templates", "locales"):
        shutil.copytree(project / name, folder / name, dirs_exist_ok=True)
    shutil.rmtree(folder / "locales/en/memory", ignore_errors=True)
    (folder / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    for made in catalogue(entries):
        own = folder / "content" / made.folder
        own.mkdir(parents=True, exist_ok=True)
        for locale, text in zip(LOCALES, written(made), strict=True):
            (own / f"index.{locale}.md").write_text(text, encoding="utf-8")
    (folder / "content/menus.yaml").write_text(MENUS, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the catalogue that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m bench.catalogue", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--entries", type=int, default=1000)
    given = parser.parse_args(arguments)
    write(given.folder, given.entries, Path(__file__).resolve().parent.parent)


if __name__ == "__main__":
    main()

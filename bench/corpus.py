"""Turns the benchmark's corpus, in its plain layout, into the entries of a showcase: a folder for each, both languages.

python -m bench.corpus FOLDER     # FOLDER/content/<language>/<kind>/<key>.md becomes FOLDER/content/<kind>/<key>/

The corpus knows things for which a showcase has no field, so they stand in one that is shown nowhere else: labels of a
product in `support`, the instant of its launch in `warranty`, a place in `tagline`. Facts stand in the source only.
"""

import argparse
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

SOURCE, OTHER = LANGUAGES = ("vi", "en")
FIELDS = (
    *("ceramics", "textiles", "woodwork", "bamboo-rattan", "lacquer"),
    *("coffee-tea", "foods", "cosmetics", "machinery", "digital"),
)
MOTIFS = ("sun", "bird", "boat", "ladder", "rings", "zigzag", "meander", "dots", "wave", "lotus")
SPECIFICATIONS = {
    "vi": ("warranty", "material", "weight", "size", "colour", "model", "packing", "standard", "origin"),
    "en": ("colour", "size", "material", "model", "origin", "packing", "standard", "warranty", "weight"),
}
EVIDENCE = {"sources": ["corpus"], "trust": "declared"}
CORPUS = [{"id": "corpus", "name": "Benchmark", "kind": "reference"}]
RELATED = 4
LINK = re.compile(r"\]\(/(?:vi|en)/(enterprises|categories)/([^/]+)/\)")

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Text:
    """A file of the corpus: its front matter and its Markdown."""

    values: Values
    body: str


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the corpus in both languages."""

    key: str
    texts: Mapping[str, Text]

    @property
    def source(self) -> Values:
        """Its front matter in the source language."""
        return self.texts[SOURCE].values


def read_text(path: Path) -> Text:
    """A file of the corpus."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Text(yaml.load(front, Loader=yaml.CSafeLoader), body.lstrip("\n"))


def read_items(content: Path, kind: str) -> tuple[Item, ...]:
    """The entries of a kind, by key."""
    keys = sorted(path.stem for path in (content / SOURCE / kind).glob("*.md"))
    return tuple(Item(key, _texts(content, kind, key)) for key in keys)


def _texts(content: Path, kind: str, key: str) -> dict[str, Text]:
    return {each: read_text(content / each / kind / f"{key}.md") for each in LANGUAGES}


def entries(content: Path, words: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Values, str]]:
    """The path below `content/`, the front matter and the body of every file to write; `words` name the fields."""
    enterprises, campaigns, products = (read_items(content, kind) for kind in ("enterprises", "campaigns", "products"))
    newest = sorted(products, key=lambda each: each.source["launched"], reverse=True)
    makers = {item.texts[each].values["slug"]: item.key for item in enterprises for each in LANGUAGES}
    near = _neighbours(newest)
    for number, item in enumerate(newest, 1):
        facts = {"order": str(number), "related": near[item.key]}
        yield from _files("products", item, _product, facts, makers)
    for number, item in enumerate(enterprises, 1):
        yield from _files("enterprises", item, _enterprise, {"order": str(number)}, makers)
    for number, item in enumerate(campaigns, 1):
        shown = [each.key for each in newest if item.key in each.source["campaigns"]]
        yield from _files("campaigns", item, _campaign, {"order": str(number), "products": shown}, makers)
    yield from _fields(words)
    yield from _front(campaigns[0].key, words)


def _files(
    folder: str, item: Item, made: Any, facts: Values, makers: Mapping[str, str]
) -> Iterator[tuple[str, Values, str]]:
    """Both files of an entry: text and facts in the source language, text alone in the other."""
    for language, text in item.texts.items():
        own = made(text.values, language)
        named = {name: text.values[name] for name in ("title", "slug", "summary")}
        body = LINK.sub(lambda found: f"]({_address(found[1], found[2], makers)})", text.body)
        yield f"{folder}/{item.key}/index.{language}.md", named | own | (facts if language == SOURCE else {}), body


def _address(kind: str, slug: str, makers: Mapping[str, str]) -> str:
    return f"content:/fields/{slug}" if kind == "categories" else f"content:/enterprises/{makers[slug]}"


def _neighbours(newest: Iterable[Item]) -> dict[str, list[str]]:
    """For each product the next four of its field, from the last on to the first."""
    rings: dict[str, list[str]] = {}
    for item in newest:
        rings.setdefault(item.source["category"], []).append(item.key)
    return {
        key: [f"products/{ring[(place + step) % len(ring)]}" for step in range(1, min(RELATED, len(ring) - 1) + 1)]
        for ring in rings.values()
        for place, key in enumerate(ring)
    }


def _product(values: Values, language: str) -> Values:
    rows = zip(SPECIFICATIONS[language], values["specs"].items(), strict=True)
    awards = [{"id": f"award-{number}", "name": each["title"]} for number, each in enumerate(values["awards"], 1)]
    text = {
        "specifications": [{"id": id_, "label": label, "value": value} for id_, (label, value) in rows],
        "support": ", ".join(values["tags"]),
        "warranty": values["launched"].isoformat(),
    }
    if language != SOURCE:
        return text | ({"awards": awards} if awards else {})
    won = [award | {"year": str(each["year"])} | EVIDENCE for award, each in zip(awards, values["awards"], strict=True)]
    return text | {
        "maker": values["enterprise"],
        "field": values["category"],
        "launched": values["launched"].date().isoformat(),
        "price": {"amount": str(values["price"]), "currency": values["currency"]} | EVIDENCE,
        "sources": CORPUS,
        "awards": won,
    }


def _enterprise(values: Values, language: str) -> Values:
    text = {"official_name": values["title"], "tagline": values["province"]}
    facts = {
        "founded": str(values["founded"]),
        "staff": str(values["employees"]),
        "website": values["website"],
        "contact": {"email": values["email"]},
    }
    return text | (facts if language == SOURCE else {})


def _campaign(values: Values, language: str) -> Values:
    start, end = str(values["start"]), str(values["end"])
    facts = {"form": "campaign", "launched": start, "period": {"start": start, "end": end}}
    return {"tagline": values["place"]} | (facts if language == SOURCE else {})


def _fields(words: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Values, str]]:
    for number, (key, motif) in enumerate(zip(FIELDS, MOTIFS, strict=True), 1):
        for language in LANGUAGES:
            name = words[language][f"cat_{key}"]
            facts = {"order": str(number), "hue": str(number * 36 - 36), "motif": motif}
            text = {"title": name, "summary": name, "slug": key}
            yield f"fields/{key}/index.{language}.md", text | (facts if language == SOURCE else {}), ""


def _front(campaign: str, words: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Values, str]]:
    for language in LANGUAGES:
        own = words[language]
        facts = {"front": {"campaign": campaign}} if language == SOURCE else {}
        text = {"title": own["site_name"], "summary": own["site_tagline"], "slug": "home"}
        yield f"pages/home/index.{language}.md", text | facts, ""


def written(values: Values, body: str) -> str:
    """The file of an entry."""
    front = yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{front}---\n{body}"


class _Plain(yaml.CSafeDumper):
    """Writes a list each time anew: entries know no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        """Always."""
        return True


def convert(folder: Path) -> int:
    """The number of files written; the plain layout moves out of the way, to `plain/`."""
    words = {each: json.loads((folder / "i18n" / f"{each}.json").read_text(encoding="utf-8")) for each in LANGUAGES}
    content, plain = folder / "content", folder / "plain"
    shutil.rmtree(plain, ignore_errors=True)
    content.rename(plain)
    count = 0
    for path, values, body in entries(plain, words):
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(written(values, body), encoding="utf-8", newline="\n")
        count += 1
    (content / "menus.yaml").write_text(
        "footer:\n" + "".join(f"  - fields/{key}\n" for key in FIELDS), encoding="utf-8"
    )
    return count


def main() -> None:
    """Convert the folder."""
    arguments = argparse.ArgumentParser(description="Make entries of a benchmark's corpus.")
    arguments.add_argument("folder", type=Path)
    print(convert(arguments.parse_args().folder), "files")


if __name__ == "__main__":
    main()

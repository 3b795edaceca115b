"""Open data is read back as JSON and CSV, and held against the schema that is published with it."""

import csv
import io
import json
from typing import Any

import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from showcase.kinds import KINDS
from showcase.kinds.model import Model, shapes
from showcase.pages.machines import machine_jobs
from showcase.pages.open_data import open_data_jobs
from showcase.pages.open_schema import kind_schema
from showcase.pages.open_tables import harmless
from showcase.pages.plain import json_bytes
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, product, settings, sites

BASE = "https://showcase.test"
SOURCE = {"id": "bao", "name": "Báo", "kind": "news", "url": "https://news.test/a", "date": "2024-07"}
MIRROR = {"id": "kho", "name": "Kho", "kind": "news", "url": "https://mirror.test/a", "publish_link": "false"}
RICH = product(
    tagline="Kế toán",
    website="https://amis.test/",
    platforms=["web", "ios"],
    launched="2012-12",
    review_by="2027-01-01",
    updated="2026-11-01",
    aliases=["cu"],
    sources=[SOURCE, MIRROR],
    evidence={"launched": {"sources": ["bao"], "trust": "verified", "note": "Theo báo."}},
    price={"amount": "1250000", "currency": "VND", "per": "một người", "sources": ["bao"], "trust": "declared"},
    capabilities=[{"id": "so", "text": "Ghi sổ.", "sources": ["bao"], "trust": "declared"}],
    domestic_share="60",
    works_with=["nhap"],
    contact={"telephone": "+84 24 1234 5678"},
    related=["enterprises/misa"],
)
ENGLISH = document(
    "products/amis", "en", title="AMIS", summary="Books.", capabilities=[{"id": "so", "text": "Keeps books."}]
)
DOCUMENTS = (field(), enterprise(seeks_partners="true"), RICH, ENGLISH, product("nhap", draft="true"))


def files(*documents: Document, **options: Any) -> dict[str, bytes]:
    here = sites(*documents, site_settings=settings(**options))
    return {job.output: job.make(job.view) for job in open_data_jobs(here) if job.make}


def entry(*documents: Document, key: str = "products/amis") -> dict[str, Any]:
    made: dict[str, Any] = json.loads(files(*documents)[f"data/{key}.json"])
    return made


def rows(*documents: Document, kind: str = "products") -> list[dict[str, str]]:
    text = files(*documents)[f"data/{kind}.csv"]
    assert text.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def test_an_entry_gives_its_facts_once_and_its_texts_by_language() -> None:
    made = entry(*DOCUMENTS)
    assert (made["id"], made["kind"], made["uri"]) == ("amis", "products", f"{BASE}/id/products/amis")
    assert made["permalinks"] == {"vi": f"{BASE}/vi/san-pham/amis/", "en": f"{BASE}/en/products/amis/"}
    assert made["summary"] == {"vi": "amis.", "en": "Books."}
    assert made["tagline"] == {"vi": "Kế toán"}
    assert (made["launched"], made["platforms"]) == ("2012-12", ["web", "ios"])
    assert (made["maker"], made["related"]) == ("enterprises/misa", ["enterprises/misa"])
    assert made["price"]["amount"] == "1250000"
    assert made["capabilities"][0]["text"] == {"vi": "Ghi sổ.", "en": "Keeps books."}
    assert made["evidence"]["launched"]["note"] == {"vi": "Theo báo."}


def test_what_is_not_published_stays_out() -> None:
    made = entry(*DOCUMENTS)
    assert [source.get("url") for source in made["sources"]] == ["https://news.test/a", None]
    assert not {"draft", "review_by", "aliases", "slug", "publish_on", "works_with"} & set(made)
    everything = b"".join(files(*DOCUMENTS).values())
    assert b"mirror.test" not in everything
    assert b"nhap" not in everything


def test_an_untranslated_entry_has_one_permalink() -> None:
    made = entry(*DOCUMENTS, key="enterprises/misa")
    assert list(made["permalinks"]) == ["vi"]
    assert list(made["official_name"]) == ["vi"]
    assert made["seeks_partners"] is True


def test_the_text_of_the_page_is_given_in_the_languages_it_is_written_in() -> None:
    made = entry(
        enterprise(), document("fields/y-te", body="Chữ **đậm**.", order="1", hue="1", motif="sun"), key="fields/y-te"
    )
    assert made["body"] == {"vi": "Chữ đậm."}


def test_lists_and_the_catalogue_name_the_files() -> None:
    made = files(*DOCUMENTS)
    listed = json.loads(made["data/products.json"])
    assert (listed["kind"], listed["count"]) == ("products", 1)
    assert listed["entries"][0]["data"] == f"{BASE}/data/products/amis.json"
    catalogue = json.loads(made["data/index.json"])
    assert catalogue["licence"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [kind["kind"] for kind in catalogue["kinds"]] == ["products", "enterprises", "fields"]
    addresses = {kind[name] for kind in catalogue["kinds"] for name in ("json", "jsonl", "csv", "schema")}
    assert {address.removeprefix(f"{BASE}/") for address in addresses} <= set(made)


def test_a_line_of_a_kinds_file_is_an_entry_as_its_own_file_gives_it() -> None:
    made = files(*DOCUMENTS)
    lines = made["data/enterprises.jsonl"].decode().splitlines()

    assert [json.loads(line) for line in lines] == [json.loads(made["data/enterprises/misa.json"])]


def test_kinds_without_entries_give_no_files() -> None:
    assert not [name for name in files(*DOCUMENTS) if "events" in name]
    assert list(files()) == ["data/index.json"]


def valid(made: dict[str, bytes]) -> None:
    for name, data in made.items():
        parts = name.split("/")
        if len(parts) == 3 and parts[1] != "schema":
            schema = json.loads(made[f"data/schema/{parts[1]}.json"])
            Draft202012Validator.check_schema(schema)
            Draft202012Validator(schema, format_checker=FormatChecker()).validate(json.loads(data))


def test_published_data_follows_its_schema() -> None:
    valid(files(*DOCUMENTS))


def example(model: type[Model]) -> dict[str, Any]:
    """A model with every field filled from its own examples."""
    made: dict[str, Any] = {}
    for name, shape in shapes(model).items():
        info = model.model_fields[name]
        if name in ("draft", "publish_on", "expires_on", "evidence", "aliases", "slug", "source_locale"):
            continue
        if shape.model is not None:
            one = example(shape.model)
            made[name] = [one] if shape.holds == "many" else one
        else:
            made[name] = (info.examples or [""])[0]
    return made


@pytest.mark.parametrize("folder", KINDS)
def test_every_kind_filled_from_its_examples_follows_its_schema(folder: str) -> None:
    fields = example(KINDS[folder].model)
    sources = {"sources": [SOURCE | {"id": "asocio-2018"}]}
    made = document(f"{folder}/thu", **(fields | sources))
    assert made.entry is not None, made.problems
    valid(files(made))


def test_a_schema_refuses_what_the_kind_does_not_know() -> None:
    schema = kind_schema(KINDS["products"], ("vi", "en"), f"{BASE}/x")
    check = Draft202012Validator(schema)
    good = entry(*DOCUMENTS)
    assert check.is_valid(good)
    assert not check.is_valid(good | {"form": "thing"})
    assert not check.is_valid(good | {"maker": "misa"})
    assert not check.is_valid(good | {"secret": 1})
    assert not check.is_valid({name: value for name, value in good.items() if name != "title"})


def test_a_table_has_a_line_for_each_entry_and_a_column_for_each_flat_fact() -> None:
    (row,) = rows(*DOCUMENTS)
    assert list(row)[:4] == ["id", "uri", "permalink_vi", "permalink_en"]
    assert (row["title_vi"], row["summary_en"], row["tagline_en"]) == ("AMIS", "Books.", "")
    assert (row["maker"], row["platforms"], row["price_amount"]) == ("enterprises/misa", "web; ios", "1250000")
    assert row["contact_telephone"] == "'+84 24 1234 5678"
    assert not {"claims", "claims_text_vi", "evidence"} & set(row)
    assert rows(*DOCUMENTS, kind="enterprises")[0]["seeks_partners"] == "true"


@pytest.mark.parametrize(
    "cell", ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tx", "\rx", "\n=x", "＝1", "＋1", "－1", "＠x"]
)
def test_a_cell_that_looks_like_a_formula_is_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "title", ["=cmd", "</script>", "a ]]> b", 'quote " and, comma', "hai\ndòng", "ă" * 300, "🇻🇳 emoji"]
)
def test_any_title_comes_back(title: str) -> None:
    made = enterprise(title=title)
    wanted = sites(made)["vi"].pages["enterprises/misa"].entry.title
    assert entry(made, key="enterprises/misa")["title"]["vi"] == wanted
    assert rows(made, kind="enterprises")[0]["title_vi"] == harmless(wanted)


def test_the_order_of_evidence_and_languages_changes_no_byte() -> None:
    """A job's key does not see the order in which a mapping was filled, so the bytes may not depend on it."""
    facts = {name: {"sources": ["bao"], "trust": "declared"} for name in ("website", "founded", "staff")}
    turned = dict(reversed(facts.items()))
    one, other = (files(enterprise(sources=[SOURCE], evidence=each)) for each in (facts, turned))
    assert one == other
    locales = settings().locales[::-1]
    made = sites(enterprise(sources=[SOURCE], evidence=facts), site_settings=settings(locales=locales))
    jsons = {job.output: json_bytes(job.view) for job in open_data_jobs(made) if job.make is json_bytes}
    assert all(one[name] == data for name, data in jsons.items())


def test_all_outputs_are_made_once_and_the_same_in_any_order() -> None:
    made = [{job.output: job.view for job in machine_jobs(sites(*each), ())} for each in (DOCUMENTS, DOCUMENTS[::-1])]
    outputs = [job.output for job in machine_jobs(sites(*DOCUMENTS), ())]
    assert len(outputs) == len(set(outputs))
    assert made[0] == made[1]


def test_parquet_holds_what_the_csv_holds_with_lists_as_lists() -> None:
    made = files(*DOCUMENTS, outputs=("data", "parquet"))
    (row,) = pq.read_table(io.BytesIO(made["data/products.parquet"])).to_pylist()

    assert (row["id"], row["title_vi"], row["price_amount"]) == ("amis", "AMIS", "1250000")
    assert (row["platforms"], row["tagline_en"]) == (["web", "ios"], None)
    assert row["contact_telephone"] == "+84 24 1234 5678"  # no spreadsheet runs it
    assert list(row) == list(rows(*DOCUMENTS)[0])
    assert made == files(*DOCUMENTS, outputs=("data", "parquet"))
    assert not [name for name in files(*DOCUMENTS) if name.endswith("parquet")]


def test_many_entries_come_in_parts_that_the_catalogue_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.pages.open_data.PART", 2)
    many = (field(), *(product(f"p{number}") for number in range(7)))
    made = files(*many)
    (kind,) = [each for each in json.loads(made["data/index.json"])["kinds"] if each["kind"] == "products"]
    lines = [made[part["jsonl"].removeprefix(f"{BASE}/")] for part in kind["parts"]]
    ids = [json.loads(line)["id"] for part in lines for line in part.decode().splitlines()]

    assert (kind["count"], len(kind["parts"])) == (7, 4)
    assert sorted(ids) == [f"p{number}" for number in range(7)]
    assert "data/products.jsonl" not in made
    assert "data/fields.jsonl" in made


def test_a_new_entry_changes_one_part_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("showcase.pages.open_data.PART", 2)
    before, after = (files(field(), *(product(f"p{number}") for number in range(count))) for count in (7, 8))
    changed = [name for name in before if name.endswith(".jsonl") and before[name] != after[name]]

    assert len(changed) == 1

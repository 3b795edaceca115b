"""Made-up catalogues: always the same, entry by entry, and sound in the eyes of the checker."""

from datetime import date
from itertools import islice
from pathlib import Path

from bench.catalogue import PRODUCTS, catalogue, write, written
from bench.catalogue_words import FIELDS
from showcase.pipeline import Request, read_library

PROJECT = Path(__file__).resolve().parents[2]
FIRST = len(FIELDS) + 2  # the fields, the campaign, the front page


def test_a_larger_catalogue_begins_with_the_smaller_one() -> None:
    small, large = list(catalogue(30)), islice(catalogue(1_000_000), FIRST + 30)

    assert [written(each) for each in large] == [written(each) for each in small]


def test_each_enterprise_is_followed_by_its_products() -> None:
    made = list(catalogue(2 * (PRODUCTS + 1)))[FIRST:]

    assert [each.folder.partition("/")[0] for each in made] == (["enterprises"] + ["products"] * PRODUCTS) * 2
    assert made[8].texts[0].fields["maker"] == "don-vi-000006"


def test_the_checker_finds_nothing_wrong_with_a_catalogue(tmp_path: Path) -> None:
    write(tmp_path, 12, PROJECT)
    library = read_library(Request(tmp_path, date(2026, 11, 28), tmp_path / "site", None, jobs=1))

    assert library.problems == ()
    assert len(library.of_kind("products", "vi")) == 10

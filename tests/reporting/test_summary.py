"""The last lines of a build."""

from datetime import date
from pathlib import Path
from typing import Any

from showcase import codes
from showcase.pipeline import Outcome
from showcase.problems import Place, problem
from showcase.reporting.summary import Summary, summary_record, summary_text
from showcase.reporting.words import say_in

PAGES = (("en", "pages", 1), ("en", "products", 17), ("vi", "pages", 12), ("vi", "products", 17), ("vi", "others", 1))


def summary(is_build: bool = True, **changes: Any) -> Summary:
    values: dict[str, Any] = {
        "problems": (problem(codes.MISSING_TRANSLATION, Place("a.md"), locale="en", path="b.md"),),
        "pages": PAGES,
        "artifacts": 431,
        "next_due": date(2026, 12, 1),
        "output": Path("site"),
        "written": True,
    }
    return Summary(Outcome(**(values | changes)), 3.21, "site", is_build)


def test_a_build_says_what_it_made_and_where() -> None:
    assert summary_text(summary(), str) == (
        "pages     en  vi\n"
        "products  17  17\n"
        "pages      1  12\n"
        "others     0   1\n"
        "total     18  30\n"
        "\n"
        "errors: 0; warnings: 1; files: 431; seconds: 3.2\n"
        "The site lies in site; look at it with: make serve\n"
        "On 2026-12-01 the content changes by itself: build again then.\n"
    )


def test_the_columns_stand_in_vietnamese_too() -> None:
    first, *_, last = summary_text(summary(next_due=None), say_in("vi")).splitlines()

    assert first == "số trang  en  vi"
    assert last == "Trang web nằm trong site; để xem, chạy: make serve"


def test_a_failed_build_says_that_the_old_site_stands() -> None:
    shown = summary_text(summary(written=False), str)

    assert shown.splitlines()[-1] == "Nothing was written; the site in site, if there is one, stands as it was."
    assert "products" not in shown


def test_a_check_only_counts_problems() -> None:
    assert summary_text(summary(is_build=False), str) == "errors: 0; warnings: 1\n"


def test_machines_get_the_same_facts() -> None:
    assert summary_record(summary(pages=PAGES[:1])) == {
        "errors": 0,
        "warnings": 1,
        "written": True,
        "output": "site",
        "files": 431,
        "pages": [{"locale": "en", "kind": "pages", "count": 1}],
        "next_due": "2026-12-01",
        "seconds": 3.21,
    }
    assert summary_record(summary(next_due=None))["next_due"] is None

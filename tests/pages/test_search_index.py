"""The index of a language's search, in MiniSearch's own form."""

import json

import pytest

from showcase.pages.search_index import FIELDS, Searchable, field_terms, index_bytes, search_index

TABLE = Searchable("/vi/san-pham/ban/", "Bàn gỗ", "Sản phẩm", "Bàn của xưởng", maker="Xưởng gỗ", field="Đồ dùng")
LAMP = Searchable("/vi/san-pham/den/", "Đèn giấy", "Sản phẩm", "A paper lamp", lang="en", text=("Tắt dần", "Bàn"))


def postings(term: str, *entries: Searchable) -> dict[str, dict[str, int]]:
    """In which fields of which entries the term stands, by the fields' names."""
    index = search_index(entries)
    found = dict(index["index"]).get(term, {})
    return {FIELDS[int(field)]: counts for field, counts in found.items()}


def test_a_term_knows_its_fields_its_entries_and_how_often_it_stands() -> None:
    assert postings("ban", TABLE, LAMP) == {"title": {"0": 1}, "line": {"0": 1}, "text": {"1": 1}}
    assert postings("go", TABLE, LAMP) == {"title": {"0": 1}, "maker": {"0": 1}}


def test_the_exact_title_keeps_its_marks() -> None:
    assert postings("ban\u0300", TABLE) == {"exact": {"0": 1}}
    assert postings("giây\u0301", TABLE, LAMP) == {"exact": {"1": 1}}


def test_names_are_joined_and_lines_and_texts_are_not() -> None:
    assert postings("+bango", TABLE) == {"title": {"0": 1}}
    assert postings("+xuonggo", TABLE) == {"maker": {"0": 1}}
    assert postings("+dodung", TABLE) == {"field": {"0": 1}}
    assert postings("+cuaxuong", TABLE) == postings("+tatdan", LAMP) == {}


def test_synonyms_stand_in_the_field_whose_phrase_they_mean() -> None:
    groups = [("đèn giấy", "lồng đèn"), ("tắt dần", "dimming")]
    title, _, _, _, _, text = field_terms(LAMP, groups)

    assert title[-3:] == ("long", "den", "+longden")
    assert text == ("tat", "dan", "dimming", "ban")


def test_lengths_count_each_term_of_a_field_once() -> None:
    made = search_index([TABLE, LAMP])

    assert made["fieldLength"] == {"0": [3, 2, 3, 3, 3, 0], "1": [3, 2, 0, 3, 0, 3]}
    assert made["averageFieldLength"] == [3, 2, 1.5, 3, 1.5, 1.5]


def test_what_is_shown_is_stored_and_nothing_empty() -> None:
    made = search_index([TABLE, LAMP])

    assert made["documentIds"] == {"0": "/vi/san-pham/ban/", "1": "/vi/san-pham/den/"}
    assert made["storedFields"]["0"] == {
        "title": "Bàn gỗ",
        "kind": "Sản phẩm",
        "line": "Bàn của xưởng",
        "maker": "Xưởng gỗ",
    }
    assert made["storedFields"]["1"]["lang"] == "en"
    assert "maker" not in made["storedFields"]["1"]


def test_the_same_entries_give_the_same_bytes_with_terms_in_order() -> None:
    data = index_bytes([TABLE, LAMP], [("bàn", "table")])
    terms = [term for term, _ in json.loads(data)["index"]]

    assert data == index_bytes([TABLE, LAMP], [("bàn", "table")])
    assert terms == sorted(terms)


def test_a_language_without_entries_has_an_empty_index() -> None:
    made = search_index([])

    assert (made["documentCount"], made["index"], made["averageFieldLength"]) == (0, [], [])


@pytest.mark.parametrize("number", [10, 100])
def test_entries_are_numbered_in_their_order(number: int) -> None:
    entries = [Searchable(f"/vi/{each}/", "Bàn", "Sản phẩm", "") for each in range(number)]

    assert list(search_index(entries)["documentIds"].values()) == [entry.permalink for entry in entries]

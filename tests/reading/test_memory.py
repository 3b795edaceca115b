"""The memory of source texts: stable bytes, and an aid that may be missing."""

from pathlib import Path

import pytest

from showcase.reading.memory import Remembered, memory_path, memory_text, read_memory, source_texts
from tests.makers import product

TEXT = """{
 "body": {
  "text": [
   "Một.",
   "",
   "Hai."
  ]
 },
 "title": {
  "note": "typo",
  "text": [
   "Chè"
  ]
 }
}
"""
MEMORY = {"title": Remembered("Chè", "typo"), "body": Remembered("Một.\n\nHai.")}


def written(root: Path, text: str) -> Path:
    path = root / memory_path("products/amis", "en")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    assert memory_path("products/amis", "en") == "locales/en/memory/products/amis.json"
    assert memory_text(MEMORY) == TEXT
    assert read_memory(written(tmp_path, TEXT), "products/amis", "en") == MEMORY


def test_the_bytes_do_not_depend_on_order_or_unicode_form() -> None:
    other = {"body": Remembered("Một.\r\n\r\nHai."), "title": Remembered("Che\u0300", "typo")}

    assert memory_text(other) == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< ours",
        "[1]",
        '{"title": 1}',
        '{"title": {}}',
        '{"title": {"text": [1]}}',
        '{"title": {"text": ["\\ud800"]}}',
        '{"a": 1' + "0" * 5_000 + "}",
    ],
)
def test_what_cannot_be_read_is_not_remembered(text: str, tmp_path: Path) -> None:
    assert read_memory(written(tmp_path, text), "products/amis", "en") == {}
    assert read_memory(tmp_path, "products/momo", "en") == {}


def test_the_texts_of_a_source_are_those_that_are_translated() -> None:
    source = product(slug="amis", genuine=[{"id": "look", "text": "Nhìn."}], body="Thân.\n")
    data = b"---\ntitle: x\n---\nTh\xc3\xa2n.\n"

    assert source_texts(source, data) == {
        "title": "AMIS",
        "summary": "amis.",
        "genuine.look.text": "Nhìn.",
        "body": "Thân.\n",
    }
    assert "body" not in source_texts(source, b"---\ntitle: x\n---\n \n")
    assert set(source.digests) == set(source_texts(source, data))

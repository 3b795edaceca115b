"""Every reference leads to a published entry, and every entry knows who refers to it."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.library.values import Library
from showcase.problems import Problem
from showcase.reading.parse import Document
from tests.makers import document, enterprise, field, library, product


def organisation(id_: str, **fields: Any) -> Document:
    return document(f"organisations/{id_}", form="agency", **fields)


def policy(id_: str, **fields: Any) -> Document:
    return document(f"policies/{id_}", form="decision", **fields)


def campaign(id_: str, **fields: Any) -> Document:
    return document(f"campaigns/{id_}", form="project", **fields)


def errors(*documents: Document, **options: Any) -> list[Problem]:
    return [each for each in library(*documents, **options).problems if each.severity == "error"]


def told(*documents: Document, **options: Any) -> list[tuple[str, str, int]]:
    return [(each.code, each.place.path, each.place.line) for each in errors(*documents, **options)]


def test_references_to_published_entries_are_sound() -> None:
    assert errors(product(), enterprise(), field()) == []


def test_a_reference_to_nothing_is_told_the_id_that_was_meant() -> None:
    (found,) = errors(product(maker="miza"), enterprise(), field())

    assert (found.code, found.place.line, found.place.column) == ("unknown-reference", 4, 8)
    assert found.fields == {"kind": "enterprises", "id": "miza", "suggestion": "misa"}


def test_an_id_that_resembles_none_is_told_without_a_guess() -> None:
    (found,) = errors(product(maker="nobody"), enterprise(), field())

    assert "suggestion" not in found.fields


def test_where_several_kinds_are_allowed_the_guess_is_written_like_them() -> None:
    (found,) = errors(campaign("one", parties=[{"who": "organisations/vci"}]), organisation("vcci"))

    assert found.fields == {"kind": "organisations", "id": "vci", "suggestion": "organisations/vcci"}


def test_an_id_without_its_kind_is_told_how_to_write_it() -> None:
    (found,) = errors(campaign("one", parties=[{"who": "vcci"}]), organisation("vcci"))

    assert (found.code, found.fields["suggestion"]) == ("not-a-choice", "organisations/vcci")
    assert found.fields["choices"] == "organisations/…, enterprises/…"


def test_an_entry_of_a_kind_that_the_field_does_not_take_is_refused() -> None:
    (found,) = errors(campaign("one", parties=[{"who": "fields/y-te"}]), field())

    assert (found.code, found.fields["field"], found.fields["value"]) == ("not-a-choice", "parties.who", "fields/y-te")


def test_an_entry_does_not_refer_to_itself() -> None:
    (found,) = errors(product(related=["products/amis"]), enterprise(), field())

    assert (found.code, found.fields["field"]) == ("self-reference", "related")


def test_a_reference_to_an_entry_that_is_not_shown_says_why_it_is_not() -> None:
    (found,) = errors(product(), enterprise(draft="true"), field())

    assert found.code == "unpublished-reference"
    assert found.fields == {"id": "enterprises/misa", "state": "it is a draft"}
    assert errors(product(), enterprise(draft="true"), field(), drafts=True) == []


def test_what_an_unpublished_entry_refers_to_does_not_matter_yet() -> None:
    assert errors(product(draft="true", maker="nobody"), field()) == []


def test_a_reference_to_a_broken_entry_is_no_second_problem() -> None:
    broken = enterprise(founded="long ago")

    assert told(product(), broken, field()) == [("bad-date", broken.path, 5)]


def test_each_item_of_a_list_has_its_own_place() -> None:
    found = told(product(works_with=["one", "two"]), enterprise(), field())

    assert found == [("unknown-reference", "content/products/amis/index.vi.md", line) for line in (7, 8)]


def test_every_entry_knows_who_refers_to_it() -> None:
    made = library(product("b"), product("a"), enterprise(), field())

    assert made.reverse["enterprises/misa"] == {"products": ("products/a", "products/b")}
    assert made.reverse["fields/y-te"] == {"products": ("products/a", "products/b")}


def test_relations_have_their_own_lists() -> None:
    made = library(
        product("a", works_with=["b"], related=["products/b"]), product("b", built_on=["a"]), enterprise(), field()
    )

    assert made.reverse["products/b"] == {"related": ("products/a",), "works_with": ("products/a",)}
    assert made.reverse["products/a"] == {"basis_of": ("products/b",)}


def test_references_inside_parts_count_too() -> None:
    made = library(campaign("one", parties=[{"who": "organisations/vcci", "role": "lead"}]), organisation("vcci"))

    assert made.reverse["organisations/vcci"] == {"roles": ("campaigns/one",)}


def test_an_entry_that_refers_twice_is_listed_once() -> None:
    parties = [{"who": "organisations/vcci", "role": role} for role in ("lead", "host")]

    assert library(campaign("one", parties=parties), organisation("vcci")).reverse["organisations/vcci"] == {
        "roles": ("campaigns/one",)
    }


def test_who_is_not_published_is_not_listed() -> None:
    made = library(product(draft="true"), enterprise(), field())

    assert made.reverse == {}


def test_a_relation_without_a_name_has_no_list() -> None:
    front = document("pages/home", front={"campaign": "one"})

    assert library(front, campaign("one")).reverse == {}


def cycles(made: Library) -> list[str]:
    return [str(each.fields["cycle"]) for each in made.problems if each.code == "reference-cycle"]


def test_two_policies_cannot_replace_each_other() -> None:
    made = library(policy("a", replaces=["b"]), policy("b", replaces=["a"]))

    assert cycles(made) == ["policies/a → policies/b → policies/a"]


def test_a_circle_of_three_is_told_once_at_its_first_entry() -> None:
    made = library(
        policy("c", replaces=["a"]), policy("b", replaces=["x", "c"]), policy("a", replaces=["b"]), policy("x")
    )
    (found,) = [each for each in made.problems if each.code == "reference-cycle"]

    assert found.fields == {"cycle": "policies/a → policies/b → policies/c → policies/a", "field": "replaces"}
    assert (found.place.path, found.place.line) == ("content/policies/a/index.vi.md", 6)


def test_a_circle_is_found_behind_a_line_that_leads_into_it() -> None:
    made = library(policy("a", replaces=["b"]), policy("b", replaces=["c"]), policy("c", replaces=["b"]))

    assert cycles(made) == ["policies/b → policies/c → policies/b"]


def test_two_circles_are_two_problems() -> None:
    pairs = (("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"))

    assert len(cycles(library(*(policy(one, replaces=[other]) for one, other in pairs)))) == 2


def test_different_relations_make_no_circle_together() -> None:
    assert cycles(library(policy("a", replaces=["b"]), policy("b", amends=["a"]))) == []


def test_a_diamond_is_no_circle() -> None:
    made = library(
        policy("a", replaces=["b", "c"]), policy("b", replaces=["d"]), policy("c", replaces=["d"]), policy("d")
    )

    assert cycles(made) == []


def test_products_may_work_with_each_other() -> None:
    assert cycles(library(product("a", works_with=["b"]), product("b", works_with=["a"]))) == []


def test_an_entry_that_refers_to_itself_is_no_circle_besides() -> None:
    assert [each.code for each in errors(policy("a", replaces=["a"]))] == ["self-reference"]


def test_a_reference_of_an_entry_to_itself_hides_no_circle() -> None:
    made = library(policy("a", replaces=["a", "b"]), policy("b", replaces=["a"]))

    assert cycles(made) == ["policies/a → policies/b → policies/a"]


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3), max_size=6))
def test_a_circle_is_told_exactly_where_there_is_one(graph: dict[str, list[str]]) -> None:
    made = library(
        *(policy(name, replaces=[each for each in others if each in graph]) for name, others in graph.items())
    )

    assert bool(cycles(made)) == has_circle({name: set(others) - {name} for name, others in graph.items()})


def has_circle(graph: dict[str, set[str]]) -> bool:
    """Whether leaves can be taken off until nothing remains."""
    left = dict(graph)
    while leaf := next((name for name, others in left.items() if not others & left.keys()), None):
        del left[leaf]
    return bool(left)

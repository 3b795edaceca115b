"""No bytes, whoever wrote them, lead to more than problems."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, Target, tried

CORPUS = Path(__file__).parent / "corpus"
TOKENS = Path(__file__).parent / "tokens.txt"


def tokens() -> Iterator[bytes]:
    """What the fuzzer puts together, too: the words of the formats."""
    for line in TOKENS.read_text(encoding="ascii").splitlines():
        yield line.strip().removeprefix('"').removesuffix('"').encode().decode("unicode_escape").encode("latin-1")


def examples(name: str) -> list[bytes]:
    """What was found to reach much of a reader's code."""
    return [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]


every_target = pytest.mark.parametrize(("name", "target"), TARGETS.items(), ids=TARGETS)


@every_target
def test_what_was_once_found_leads_to_problems_alone(name: str, target: Target) -> None:
    found = examples(name)
    for data in found:
        tried(target, data)

    assert found


@every_target
def test_whatever_is_made_of_it_does_so_too(name: str, target: Target) -> None:
    """Pieces of known examples, words of the formats and any bytes, in any order."""
    known = [piece for data in examples(name) for piece in (data, data[: len(data) // 2], data[len(data) // 2 :])]
    pieces = st.one_of(st.sampled_from(list(tokens())), st.sampled_from(known), st.binary(max_size=12))

    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    @given(st.lists(pieces, max_size=8).map(b"".join))
    def holds(data: bytes) -> None:
        tried(target, data)

    holds()

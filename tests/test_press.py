"""Outputs are known by the digests of their bytes, which are fetched from wherever they are."""

import hashlib
from pathlib import Path

from showcase.clock import Stopwatch
from showcase.codes import NO_CONTENT
from showcase.pages.views import Artifact, Job
from showcase.press import Output, Press, Workroom
from showcase.problems import Place, Problem, problem
from showcase.rendering.render import Renderer
from showcase.rendering.theme import Theme
from showcase.work import NoStore, PackStore, Store
from showcase.work.batches import name_of

JOBS = (Job("a.txt", b"Ban", make=bytes),)
TOLD = problem(NO_CONTENT, Place("content"))
DIGEST = hashlib.sha256(b"Ban").hexdigest()


def press(store: Store) -> Press:
    return Press(Renderer(Theme({}, {}, {}, {})), JOBS, store)


def made(store: Store) -> Output:
    found = press(store)(0)
    assert isinstance(found, Output)
    return found


def artifact_of(press: Press, made: Output) -> Artifact:
    kept = press.kept(0, made)
    assert isinstance(kept, Artifact)
    return kept


def test_the_bytes_stand_in_the_store_and_come_from_there(tmp_path: Path) -> None:
    found = made(PackStore(tmp_path))
    later = press(PackStore(tmp_path))
    artifact = artifact_of(later, found)

    assert (found.path, found.digest) == ("a.txt", DIGEST)
    assert later.holds(0, found)
    assert (artifact.output, artifact.digest, artifact.data) == ("a.txt", DIGEST, b"Ban")


def test_bytes_that_the_store_has_lost_are_made_again() -> None:
    found = made(NoStore())

    assert not press(NoStore()).holds(0, found)
    assert artifact_of(press(NoStore()), found).data == b"Ban"


def test_a_job_is_named_by_its_output_though_somebody_watches(tmp_path: Path) -> None:
    watched = Stopwatch(tmp_path).watched(press(NoStore()), "making")

    assert name_of(0, press(NoStore())) == name_of(0, watched) == "a.txt"
    assert name_of("b.txt", Stopwatch(tmp_path).watched(doubled, "making")) == "b.txt"


def test_problems_are_remembered_as_they_are() -> None:
    problems: tuple[Problem, ...] = ()

    assert press(NoStore()).holds(0, problems)
    assert press(NoStore()).kept(0, problems) == problems


def doubled(item: str) -> tuple[Artifact | Problem, ...]:
    return Artifact(f"{item}.txt", item.encode() * 2), TOLD


def test_files_of_an_item_stand_in_the_store_and_its_problems_beside_them(tmp_path: Path) -> None:
    room = Workroom(doubled, PackStore(tmp_path))
    made = room("ban")
    artifact, problem = Workroom(doubled, PackStore(tmp_path)).artifacts("ban", made)

    assert isinstance(artifact, Artifact)
    assert (artifact.output, artifact.size, artifact.data, problem) == ("ban.txt", 6, b"banban", TOLD)
    assert room.holds("ban", made)


def test_files_that_the_store_has_lost_are_made_again() -> None:
    room = Workroom(doubled, NoStore())
    made = room("ban")
    artifact = room.artifacts("ban", made)[0]

    assert not room.holds("ban", made)
    assert isinstance(artifact, Artifact)
    assert artifact.data == b"banban"

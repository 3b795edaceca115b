"""What changes in a project is noticed, with the system's help or without."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from watchfiles import Change
from watchfiles._rust_notify import WatchfilesRustInternalError

from showcase.serving import watching
from showcase.serving.watching import LOOKING, Changed, program_changed, watch
from tests.sites.projects import project

TEXT = "content/products/ban-go/index.vi.md"


class System:
    """A system that refuses to watch, as it does where too much is watched already."""

    def __init__(self, root: Path, refusal: Exception) -> None:
        self.root = root
        self.refusal = refusal

    async def awatch(
        self, *paths: Path, force_polling: bool | None = None, **_how: object
    ) -> AsyncIterator[set[tuple[Change, str]]]:
        """Each folder's one change, to those who look for themselves."""
        if not force_polling:
            raise self.refusal
        if self.root not in paths:
            yield {(Change.modified, str(self.root / TEXT))}
        await asyncio.Event().wait()


async def noticed(root: Path, said: list[str]) -> Changed:
    """The first change that is noticed in the project."""
    queue: asyncio.Queue[Changed] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        watcher = group.create_task(watch(root, queue, said.append))
        changed = await queue.get()
        watcher.cancel()
    return changed


@pytest.mark.parametrize(
    "refusal", [OSError("OS file watch limit reached."), WatchfilesRustInternalError("Too many open files")]
)
def test_where_the_system_can_watch_no_more_the_files_are_looked_at_and_the_remedy_is_said(
    refusal: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, said = project(tmp_path / "project"), list[str]()
    monkeypatch.setattr(watching, "awatch", System(root, refusal).awatch)

    assert asyncio.run(noticed(root, said)) == {TEXT}
    assert set(said) == {LOOKING}


def test_a_folder_that_may_not_be_read_is_no_matter_of_watches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "awatch", System(tmp_path, PermissionError("content")).awatch)
    with pytest.raises(ExceptionGroup):
        asyncio.run(noticed(tmp_path, []))


def test_a_change_of_the_program_itself_is_noticed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    watched: list[Path] = []

    async def awatch(*paths: Path, **_how: object) -> AsyncIterator[set[tuple[Change, str]]]:
        watched.extend(paths)
        yield {(Change.modified, str(paths[0] / "pipeline.py"))}

    monkeypatch.setattr(watching, "awatch", awatch)
    asyncio.run(program_changed())

    assert [path.name for path in watched] == ["showcase"]

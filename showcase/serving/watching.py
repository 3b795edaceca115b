"""The sources of a project become a queue of what changes in them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

from watchfiles import Change, DefaultFilter, PythonFilter, awatch
from watchfiles._rust_notify import WatchfilesRustInternalError
from watchfiles.main import FileChange

from showcase.codes import _

FOLDERS = ("content", "templates", "locales")
SETTINGS = "site.yaml"
# From saving a file to the page 131 ms with these, 204 ms with the library's own (milliseconds).
LONGEST, QUIET = 100, 10
PAUSE = 1000  # between two looks at the files, where the system tells nothing (milliseconds)
PROGRAM = Path(__file__).parents[1]
LOOKING = _(
    "The system can watch no more folders: files are looked at every second instead. What is saved shows sooner after: "
    "sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=1024"
)

Changed = frozenset[str]
Batch = set[FileChange]


class Sources(DefaultFilter):
    """Lets pass what a site is made of, and not what editor programs leave beside it."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root

    def __call__(self, change: Change, path: str) -> bool:
        """Whether the change matters."""
        name = Path(path).relative_to(self.root).as_posix()
        return (name == SETTINGS or name.partition("/")[0] in FOLDERS) and super().__call__(change, path)


async def watch(root: Path, queue: asyncio.Queue[Changed], say: Callable[[str], None]) -> None:
    """Put into the queue, until cancelled, the paths from the root of files that changed together.

    `say` is told where the system gives no notice, so that the files themselves are looked at, again and again.
    """
    async with asyncio.TaskGroup() as group:
        deep = group.create_task(_watch_folders(root, queue, say))
        # The root itself is watched for the settings, and for a folder that comes or goes.
        async for batch in _batches((root,), Sources(root), say, recursive=False):
            if any(change != Change.modified and Path(path).name in FOLDERS for change, path in batch):
                deep.cancel()
                deep = group.create_task(_watch_folders(root, queue, say))
            queue.put_nowait(_names(root, batch))


async def program_changed() -> None:
    """Comes back once a file of the program itself has changed."""
    async for _batch in _batches((PROGRAM,), PythonFilter(), lambda _message: None):
        return


async def _watch_folders(root: Path, queue: asyncio.Queue[Changed], say: Callable[[str], None]) -> None:
    folders = tuple(root / name for name in FOLDERS if (root / name).is_dir())
    if folders:
        async for batch in _batches(folders, Sources(root), say):
            queue.put_nowait(_names(root, batch))


async def _batches(
    paths: tuple[Path, ...], sources: DefaultFilter, say: Callable[[str], None], recursive: bool = True
) -> AsyncIterator[Batch]:
    """What changes below the paths, as the system tells it, or as it is found where the system can watch no more."""
    watching = partial(awatch, *paths, watch_filter=sources, debounce=LONGEST, step=QUIET, recursive=recursive)
    try:
        async for batch in watching():
            yield batch
    except (OSError, WatchfilesRustInternalError) as error:
        if not has_no_watch_left(error):
            raise
        say(LOOKING)
        async for batch in watching(force_polling=True, poll_delay_ms=PAUSE):
            yield batch


def has_no_watch_left(error: Exception) -> bool:
    """Whether the system refuses to watch, rather than that a folder is not there or not to be read."""
    return not isinstance(error, FileNotFoundError | PermissionError)


def _names(root: Path, batch: Batch) -> Changed:
    return frozenset(Path(path).relative_to(root).as_posix() for _change, path in batch)


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    """When each source was last changed, and its size: whether something changed while nobody watched."""
    files = [root / SETTINGS, *(path for name in FOLDERS for path in (root / name).rglob("*"))]
    known = ((path, path.lstat()) for path in files if path.is_file())
    return {path.relative_to(root).as_posix(): (status.st_mtime_ns, status.st_size) for path, status in known}

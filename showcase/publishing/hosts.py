"""What every place that takes a site can do."""

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AT_ONCE = 8
PAUSES = (0.5, 2.0, 8.0)  # seconds before trying again


class HostError(Exception):
    """The host did not do what it was asked to; `detail` is what it said."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to put at a path. At a doubtful one it may stand already."""

    path: str
    file: Path
    digest: str
    is_doubtful: bool = False


class Host(Protocol):
    """A place that takes files. Every act can be repeated; those of one call may be done in any order."""

    def fetch(self, paths: Sequence[str], folder: Path) -> None:
        """Copy those files that are there into the folder, under the same paths."""

    def upload(self, uploads: Sequence[Upload], keep: str) -> None:
        """Put the files in their places; what stands there goes first into the folder `keep`, if one is named."""

    def remove(self, paths: Sequence[str], keep: str) -> None:
        """Move the files into the folder `keep` of the host; remove them where none is named."""

    def clear(self, folder: str) -> None:
        """Remove a folder of the host with all that is in it."""


def in_parallel(act: Callable[[Item], None], items: Iterable[Item], workers: int = AT_ONCE) -> None:
    """Do the act for every item, several at once. After the first failure no further one is begun."""
    with ThreadPoolExecutor(workers) as executor:
        futures = [executor.submit(act, item) for item in items]
        try:
            for future in futures:
                future.result()
        except BaseException:
            executor.shutdown(wait=True, cancel_futures=True)
            raise


def retried(
    act: Callable[[], Result], is_passing: Callable[[Exception], bool], pauses: Sequence[float] = PAUSES
) -> Result:
    """What comes of the act, tried again after each pause as long as its failure is one that may pass."""
    for pause in pauses:
        try:
            return act()
        except Exception as error:
            if not is_passing(error):
                raise
            time.sleep(pause)
    return act()

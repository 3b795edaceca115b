"""A Dask cluster on this machine, in a process beside the building one, for its scheduler takes memory and time."""

import ctypes
import os
import subprocess
import sys
from contextlib import AbstractContextManager, suppress
from importlib import import_module
from typing import Any

ARENAS, TRIM = -8, -1  # M_ARENA_MAX and M_TRIM_THRESHOLD of malloc.h
MESSAGES = 8  # of which either end of a connection keeps a note


class OwnCluster:
    """A cluster of so many workers, as long as this process lives or until it is closed."""

    def __init__(self, workers: int) -> None:
        command = [sys.executable, "-c", f"from {__name__} import run; run({workers})"]
        paths = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        # Ctrl-C is for the building process, which then closes its end of the pipe.
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **paths},
            start_new_session=True,
            text=True,
        )
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe
        self.address = self._process.stdout.readline().strip()

    def close(self) -> None:
        """End the cluster."""
        self._process.communicate()


def give_back() -> None:
    """Have what is no longer used go back to the system soon, whichever thread used it (glibc's mallopt(3))."""
    with suppress(AttributeError, OSError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(ARENAS, 1)
        mallopt(TRIM, 65_536)


def few_messages() -> AbstractContextManager[Any]:
    """Connections that begin meanwhile keep few of the messages that went through them.

    By itself Dask keeps the last thousand at both ends: batches, with all that they carry.
    """
    few = {"distributed.admin.low-level-log-length": MESSAGES}
    made: AbstractContextManager[Any] = import_module("dask").config.set(few)
    return made


def run(workers: int) -> None:
    """Run a cluster, whose scheduler's address is written as a line, until nobody is left at the other end."""
    distributed: Any = import_module("distributed")
    few = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0"}
    with few_messages(), distributed.LocalCluster(**few) as cluster, suppress(BrokenPipeError):
        os.write(sys.stdout.fileno(), f"{cluster.scheduler_address}\n".encode())  # fails where that process was killed
        sys.stdin.read()

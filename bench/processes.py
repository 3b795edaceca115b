"""What a command and the processes that it begins took: time, processors, and the peak memory of each of them."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.2  # seconds; a peak is the kernel's own, so that a process need only be seen once before it ends
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Use:
    """Seconds of the clock and of all processors, `own` ones of the first process; peaks in MB, largest first.

    `peak` is that of the first process. Processes that were forked count what they share with it, too.
    """

    seconds: float = 0.0
    processors: float = 0.0
    own: float = 0.0
    peak: float = 0.0
    others: tuple[float, ...] = ()


def used(command: list[str], said: Path) -> Use:
    """What the command took; what it says goes into a file. RuntimeError where it fails, with the end of that."""
    before, begun = _processors(), time.monotonic()
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    peaks: dict[int, float] = {}
    own = 0.0
    with said.open("wb") as file:
        running = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT, env=environ)
    ended = threading.Event()
    while not ended.wait(EVERY):
        peaks |= {process: peak for process in family(running.pid) if (peak := peak_of(process))}
        own = own_seconds(running.pid) or own
        if running.poll() is not None:
            ended.set()
    if running.returncode:
        raise RuntimeError(said.read_text(encoding="utf-8", errors="replace")[-400:].strip())
    others = tuple(sorted((peak for process, peak in peaks.items() if process != running.pid), reverse=True))
    seconds, processors = time.monotonic() - begun, _processors() - before
    return Use(round(seconds, 2), round(processors, 2), round(own, 2), peaks.get(running.pid, 0.0), others[:8])


def family(process: int) -> Iterator[int]:
    """The process and all that descend from it."""
    yield process
    for thread in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(thread).split():
            yield from family(int(child))


def peak_of(process: int) -> float:
    """The most memory that a process has had, in MB; nothing where it is gone."""
    lines = _read(f"/proc/{process}/status").splitlines()
    return next((round(int(line.split()[1]) / 1024, 1) for line in lines if line.startswith("VmHWM")), 0.0)


def own_seconds(process: int) -> float:
    """The processor time of a process without its children; nothing where it is gone."""
    parts = _read(f"/proc/{process}/stat").rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / TICKS if parts else 0.0


def _processors() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _read(path: str | Path) -> str:
    try:
        return Path(path).read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""

"""Disks fill up or can only be read, and pictures vanish, while a site is made."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.faults.rows import Row, judged, mended
from tools.faults.trial import Stage, hasty, stage

SIZE = 96  # MiB
NO_ROOT = "not run: only root can mount a small disk"


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """A file system in memory; none where this user may not mount one."""
    folder.mkdir(parents=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    try:
        yield folder if mounted.returncode == 0 else None
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", str(folder)], check=True)


def full_and_frozen(origin: Path, text: str, folder: Path, seed: int, count: int) -> list[Row]:
    """The rows of disks that are full and of disks that can only be read."""
    names = ("disk full, site and cache", "disk full, cache alone", "disk that can only be read")
    with small_disk(folder / "disk") as disk:
        if disk is None:
            return [Row(name, skipped=NO_ROOT) for name in names]
        with stage(origin, text, folder, seed) as here:
            here.learn()
            rows = [_full_cache(here, disk, count)]
        with stage(origin, text, disk, seed) as here:
            here.learn()
            return [_full(here, disk, count), *rows, _frozen(here, disk, count)]


def _filled(disk: Path, left: int) -> Path:
    """A file that leaves this many bytes of the disk."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        status = os.statvfs(filler)
        for _ in range(max(0, status.f_bavail * status.f_frsize - left) >> 12):
            file.write(b"x" * 4096)
    return filler


def _full(here: Stage, disk: Path, count: int) -> Row:
    """Builds that run out of room at any point of their work."""
    row = Row("disk full, site and cache")
    need = sum(path.stat().st_size for path in here.site.rglob("*") if path.is_file())
    for trial in range(count):
        states = here.turn()
        shutil.rmtree(here.cache, ignore_errors=True)
        filler = _filled(disk, need * trial // count)
        build = here.build()
        if build.code not in (0, 1):
            row.wrong.append(f"exit {build.code}: {build.said()[-2000:]}")
        judged(row, here, build, states)
        filler.unlink()
        mended(row, here, states[1])
    return row


def _full_cache(here: Stage, disk: Path, count: int) -> Row:
    """Builds whose cache lies on a full disk, and whose site does not: they succeed."""
    row = Row("disk full, cache alone")
    shutil.rmtree(here.cache)
    here.cache.symlink_to(disk / "cache")
    for trial in range(count):
        states = here.turn()
        shutil.rmtree(disk / "cache", ignore_errors=True)
        (disk / "cache").mkdir()
        filler = _filled(disk, trial << 15)
        build = here.build()
        if judged(row, here, build, states) != states[1]:
            row.wrong.append(f"exit {build.code}: {build.said()[-2000:]}")
        filler.unlink()
        mended(row, here, states[1])
    shutil.rmtree(disk / "cache")
    return row


def _frozen(here: Stage, disk: Path, count: int) -> Row:
    """Builds on a disk that can only be read: they say so."""
    row = Row("disk that can only be read")
    for _ in range(count):
        states = here.turn()
        shutil.rmtree(here.cache, ignore_errors=True)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        build = here.build()
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        if build.code != 1:
            row.wrong.append(f"exit {build.code}: {build.said()[-2000:]}")
        judged(row, here, build, states)
        mended(row, here, states[1])
    return row


def vanishing_pictures(here: Stage, picture: Path, count: int, seconds: float) -> Row:
    """Builds during which a picture goes away at any moment, and comes back for the next one."""
    row = Row("a picture vanishes during the build")
    kept = picture.read_bytes()
    for _ in range(count):
        states = here.turn()
        shutil.rmtree(here.cache, ignore_errors=True)
        build = here.begin(prepare=hasty)
        time.sleep(here.random.uniform(0, seconds))
        picture.unlink()
        build.wait()
        if build.code not in (0, 1):
            row.wrong.append(f"exit {build.code}: {build.said()[-2000:]}")
        judged(row, here, build, states)
        picture.write_bytes(kept)
        mended(row, here, states[1])
    return row

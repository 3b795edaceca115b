"""What builds remember is damaged in every way, and no page may ever be wrong for it."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tools.faults.rows import Row, judged, mended
from tools.faults.trial import Stage

Damage = Callable[[Path, random.Random], None]


def files(folder: Path) -> list[Path]:
    """Every file that builds remember things in."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def truncated(folder: Path, chance: random.Random) -> None:
    """Each file loses its end."""
    for path in files(folder):
        os.truncate(path, chance.randrange(path.stat().st_size + 1))


def emptied(folder: Path, chance: random.Random) -> None:
    """Each file is empty."""
    del chance
    for path in files(folder):
        os.truncate(path, 0)


def flipped(folder: Path, chance: random.Random) -> None:
    """In each file some bits are others."""
    for path in files(folder):
        data = bytearray(path.read_bytes())
        for _ in range(20 if data else 0):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)


def of_another_version(folder: Path, chance: random.Random) -> None:
    """Each file begins as those of another version would."""
    del chance
    for path in files(folder):
        data = path.read_bytes()
        path.write_bytes(b"showcase-pack-9\n" + data[16:])


def shuffled(folder: Path, chance: random.Random) -> None:
    """The middle of each file is the beginning of another."""
    found = files(folder)
    for path in found:
        data, other = path.read_bytes(), chance.choice(found).read_bytes()
        middle = len(data) // 2
        path.write_bytes(data[:middle] + other[:middle])


def replaced(folder: Path, chance: random.Random) -> None:
    """Folders and dead links stand in the place of files."""
    for path in files(folder):
        path.unlink()
        if chance.random() < 0.5:
            path.mkdir()
        else:
            path.symlink_to("nowhere")


def unreadable(folder: Path, chance: random.Random) -> None:
    """Nobody may read or write; to root, who may, a file stands where the folder should be."""
    del chance
    if os.geteuid() == 0:
        shutil.rmtree(folder)
        folder.write_text("no folder", encoding="utf-8")
        return
    for path in files(folder):
        path.chmod(0)
    folder.chmod(0o500)


def without_record(folder: Path, chance: random.Random) -> None:
    """The note of what the last build wrote, which lies in its lock, is nonsense or cut short."""
    lock = folder.parent / ".site.lock"
    data = bytearray(lock.read_bytes())
    for _ in range(20 if data else 0):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    lock.write_bytes(data[: chance.randrange(len(data) + 1)] if chance.random() < 0.5 else data)


DAMAGES: dict[str, Damage] = {
    "cache cut short": truncated,
    "cache emptied": emptied,
    "cache with other bits": flipped,
    "cache of another version": of_another_version,
    "cache mixed up": shuffled,
    "cache of folders and dead links": replaced,
    "cache that cannot be read": unreadable,
    "record of the last build damaged": without_record,
}


def damaged_caches(here: Stage, count: int) -> list[Row]:
    """Each damage `count` times: the build succeeds, and the site is the one that is made without a cache."""
    rows = []
    for name, damage in DAMAGES.items():
        row = Row(name)
        for _ in range(count):
            states = here.turn()
            damage(here.cache, here.random)
            build = here.build()
            if judged(row, here, build, states) != states[1]:
                row.wrong.append(f"exit {build.code}: {build.said()[-2000:]}")
            _usable(here.cache)
            mended(row, here, states[1])
        rows.append(row)
    return rows


def _usable(cache: Path) -> None:
    """Nothing, after the operator has put right what only an operator can put right."""
    if cache.is_file():
        cache.unlink()
    elif cache.is_dir():
        cache.chmod(0o755)

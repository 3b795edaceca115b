"""The files of a site become its record: their digests, and what they were made of."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from platform import python_version

from showcase.hosting.media_types import media_type
from showcase.pages.views import Artifact

SUMS = "SHA256SUMS"
RECORD = "build.json"
LOCK = Path(__file__).parents[2] / "requirements.lock"
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Origins:
    """What a site was made of: the day, the next day on which it changes, the engine, and its inputs by path."""

    base_url: str
    day: date
    next_due: date | None
    engine: str
    inputs: Mapping[str, str]


def records(artifacts: Iterable[Artifact], origins: Origins) -> tuple[Artifact, Artifact]:
    """`build.json`, which names every file and what it was made of, and `SHA256SUMS`, which `sha256sum -c` checks."""
    outputs = {each.output: _described(each) for each in sorted(artifacts, key=lambda each: each.output)}
    record = Artifact(RECORD, _json({**_origins(origins), "outputs": outputs}))
    sums = {name: str(each["sha256"]) for name, each in outputs.items()} | {RECORD: _digest(record.data)}
    return record, Artifact(SUMS, sums_text(sums).encode())


def sums_text(sums: Mapping[str, str]) -> str:
    """The digests by path in the form of coreutils, with two blanks for a file that is read as bytes."""
    return "".join(f"{value}  {name}\n" for name, value in sorted(sums.items()))


def read_sums(data: bytes) -> dict[str, str]:
    """The digests by path."""
    lines = (line.partition("  ") for line in data.decode().splitlines())
    return {name: value for value, _blanks, name in lines}


def versions(lock: Path = LOCK) -> dict[str, str]:
    """The version of each package that the lock names and that is installed."""
    found = {}
    for name in PINNED.findall(lock.read_text(encoding="utf-8")) if lock.is_file() else ():
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:  # of another system
            continue
    return found


def _origins(origins: Origins) -> dict[str, object]:
    return {
        "format": 1,
        "base_url": origins.base_url,
        "day": origins.day.isoformat(),
        "next_due": origins.next_due.isoformat() if origins.next_due else None,
        "python": python_version(),
        "packages": versions(),
        "engine": origins.engine,
        "inputs": dict(sorted(origins.inputs.items())),
    }


def _described(artifact: Artifact) -> dict[str, object]:
    return {"sha256": artifact.digest, "size": artifact.size, "type": media_type(artifact.output)}


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()

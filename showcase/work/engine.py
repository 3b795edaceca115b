"""The engine's own code and the packages it uses become a digest: another engine, another cache."""

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

ENGINE = Path(__file__).parents[1]
PACKAGES = ("babel", "icalendar", "jinja2", "markdown", "nh3", "pillow", "pydantic", "pyyaml", "segno")


@cache
def engine_digest() -> str:
    """The digest, of what lay on the disk when it was first asked for: that is the code which runs."""
    state = hashlib.sha256(repr(_versions()).encode())
    for file in sorted(ENGINE.rglob("*.py")):
        state.update(file.read_bytes())
    return state.hexdigest()


def _versions() -> list[tuple[str, str]]:
    return [("python", sys.version), *((name, metadata.version(name)) for name in PACKAGES)]

"""How much of what strangers wrote is read: the bounds that `limits:` in site.yaml may move."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from showcase.kinds.model import FieldError, Model
from showcase.kinds.values import Whole

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30
UNITS = {"": 1, "KiB": KIB, "MiB": MIB, "GiB": GIB}


def _size(value: Any) -> Any:
    """`64 KiB` or `1 MiB` in bytes; digits alone are bytes."""
    if not isinstance(value, str):
        return value
    found = re.fullmatch(r"([0-9]{1,12}) ?(KiB|MiB|GiB|)", value, re.ASCII)
    if found is None:
        raise FieldError("bad-pattern", value=value, example="64 KiB, 20 MiB or 1048576")
    return int(found[1]) * UNITS[found[2]]


Size = Annotated[int, BeforeValidator(_size)]


class Limits(Model):
    """The bounds of one showcase. None can be taken away, and each keeps a build within minutes and gigabytes."""

    text: Size = Field(default=MIB, ge=KIB, le=64 * MIB, description="A text.", examples=["1 MiB"])
    catalogue: Size = Field(default=16 * MIB, ge=KIB, le=GIB, description="A catalogue of words.", examples=["16 MiB"])
    history: Size = Field(
        default=64 * MIB, ge=KIB, le=4 * GIB, description="The record of addresses.", examples=["64 MiB"]
    )
    picture: Size = Field(default=20 * MIB, ge=KIB, le=GIB, description="The file of a picture.", examples=["20 MiB"])
    # Pillow itself warns from 89 million on, and a warning is a refusal here.
    pixels: Whole = Field(
        default=40_000_000, ge=1, le=80_000_000, description="The pixels of a picture.", examples=["40000000"]
    )
    files: Whole = Field(default=500, ge=1, le=100_000, description="The files of one entry.", examples=["500"])
    front_matter: Size = Field(
        default=64 * KIB, ge=KIB, le=16 * MIB, description="The front matter of a text.", examples=["64 KiB"]
    )
    values: Whole = Field(
        default=5_000, ge=10, le=1_000_000, description="The values in front matter.", examples=["5000"]
    )
    depth: Whole = Field(default=20, ge=5, le=100, description="The levels of front matter.", examples=["20"])
    line: Whole = Field(
        default=20_000, ge=100, le=1_000_000, description="The characters of a line of a text.", examples=["20000"]
    )
    nesting: Whole = Field(
        default=15, ge=1, le=100, description="Lists, quotations and indentation inside each other.", examples=["15"]
    )
    cells: Whole = Field(
        default=20_000, ge=100, le=1_000_000, description="The cells of a text's tables.", examples=["20000"]
    )
    seconds: Whole = Field(
        default=20,
        ge=1,
        le=600,
        description="Seconds of processor time for reading one text or picture.",
        examples=["20"],
    )


LIMITS = Limits()

"""A file becomes its compressed twins, which hosts send in its place."""

import gzip
from importlib import import_module
from types import ModuleType

import brotli

from showcase.hosting.headers import FINGERPRINTED
from showcase.hosting.media_types import ENCODINGS
from showcase.pages.views import Artifact

TEXTS = frozenset({"css", "csv", "html", "ics", "js", "json", "jsonl", "svg", "txt", "webmanifest", "xml"})
SMALLEST = 256  # bytes; below that an answer's headers weigh more than what is saved
USUAL = ("br", "gz")
# Brotli 11 takes thirty times as long as 5 for a tenth less: worth it only for what browsers keep for ever.
LEVELS = {"br": (5, 11), "gz": (6, 9), "zst": (9, 19)}


class NoZstandardError(Exception):
    """Zstandard twins are wanted, and the part of the program that makes them is not installed."""


def needed(endings: tuple[str, ...]) -> None:
    """Nothing; NoZstandardError where what makes these twins is missing."""
    if "zst" in endings:
        _zstandard()


def is_compressible(artifact: Artifact) -> bool:
    """Whether the file is text, and long enough."""
    return artifact.output.rpartition(".")[2] in TEXTS and artifact.size >= SMALLEST


def twins(artifact: Artifact, endings: tuple[str, ...]) -> tuple[Artifact, ...]:
    """The twins with these endings, without those that save nothing."""
    is_kept = f"/{artifact.output}".startswith(FINGERPRINTED)
    plain = bytes(artifact.data)
    made = ((ending, _packed(plain, ending, LEVELS[ending][is_kept])) for ending in endings)
    return tuple(Artifact(f"{artifact.output}.{ending}", data) for ending, data in made if len(data) < len(plain))


def _packed(data: bytes, ending: str, level: int) -> bytes:
    """The bytes compressed. No time of day goes in, so that the same bytes give the same twin."""
    if ENCODINGS[ending] == "br":
        return bytes(brotli.compress(data, quality=level))
    if ENCODINGS[ending] == "gzip":
        return gzip.compress(data, compresslevel=level, mtime=0)
    compressor = _zstandard().ZstdCompressor(level=level)
    return bytes(compressor.compress(data))


def _zstandard() -> ModuleType:
    try:
        return import_module("zstandard")
    except ImportError as error:
        raise NoZstandardError from error

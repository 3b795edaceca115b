"""A language becomes the tool's own words in it."""

from collections.abc import Callable
from pathlib import Path

from showcase.language.catalogs import read_catalog, translations

Say = Callable[[str], str]

CATALOGS = Path(__file__).parent.parent / "messages"


def say_in(language: str, catalogs: Path = CATALOGS) -> Say:
    """A function that gives a message in the language; English is the language of the messages themselves."""
    path = catalogs / f"{language}.po"
    if language == "en" or not path.is_file():
        return str
    catalog, _ = read_catalog(path.read_bytes(), language, path.name)
    if catalog is None:
        return str
    known = translations(catalog)
    return lambda message: str(known.gettext(message)) if message else ""

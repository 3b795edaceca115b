"""The environment of a terminal becomes a language, and a language the tool's own words."""

from collections.abc import Callable, Mapping
from pathlib import Path

from showcase.language.catalogs import read_catalog, translations
from showcase.language.locales import language_of

Say = Callable[[str], str]

LANGUAGES = ("vi", "en")
CATALOGS = Path(__file__).parent.parent / "messages"
# The locale in which nothing is said about a language; GNU gettext does not ask LANGUAGE then.
PLAIN = ("c", "posix")


def editor_language(environ: Mapping[str, str]) -> str:
    """The first language of the environment that the tool speaks, English where it speaks none."""
    stated = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    wanted = [_language(name) for name in (*environ.get("LANGUAGE", "").split(":"), stated)]
    if wanted[-1] in PLAIN:
        return "en"
    return next((name for name in wanted if name in LANGUAGES), "en")


def _language(locale: str) -> str:
    """`vi` of `vi_VN.UTF-8@tones`."""
    return language_of(locale.partition(".")[0].partition("@")[0])


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

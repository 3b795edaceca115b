"""The environment of a terminal becomes a language, in which the tool then speaks."""

from collections.abc import Mapping

from showcase.language.locales import language_of
from showcase.language.tool_words import Say, say_in

__all__ = ["LANGUAGES", "Say", "editor_language", "say_in"]

LANGUAGES = ("vi", "en")
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

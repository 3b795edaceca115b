"""Small entries in two languages, and the problems that the checks find in them."""

import yaml

from showcase.library.checks.content import content_checks
from showcase.library.checks.texts import Raw
from showcase.library.entries import Group, groups
from showcase.problems import Problem
from showcase.reading.discover import Source
from showcase.reading.house_rules import Glossary, HouseRules, Style
from showcase.reading.parse import parse

PATH = "content/pages/gia/index.{locale}.md"


def entry(vi: str = "", en: str = "", **texts: tuple[str, str]) -> tuple[Group, Raw]:
    """A page with these bodies and, by field, these texts in Vietnamese and English."""
    files = {
        locale: yaml.safe_dump(
            {"title": "T", "summary": "S."} | {name: pair[at] for name, pair in texts.items()}, allow_unicode=True
        )
        for at, locale in enumerate(("vi", "en"))
    }
    raw = {
        PATH.format(locale=locale): f"---\n{files[locale]}---\n\n{body}\n".encode()
        for locale, body in (("vi", vi), ("en", en))
    }
    sources = [Source(path, "pages", "gia", path[-5:-3], data, "") for path, data in raw.items()]
    (group,), _ = groups([parse(source, "vi") for source in sources], ("vi", "en"))
    return group, raw


def problems(
    vi: str = "",
    en: str = "",
    *,
    style: Style | None = None,
    locale: str = "en",
    glossary: Glossary | None = None,
    **texts: tuple[str, str],
) -> list[Problem]:
    """What is wrong with a page, checked with these rules."""
    group, raw = entry(vi, en, **texts)
    rules = HouseRules(glossary or Glossary(), {locale: style} if style else {})
    return list(content_checks(rules)(group, raw))


def told(found: list[Problem]) -> list[str]:
    """Each problem as code, place and message."""
    return [f"{each.code} {each.place} {each.wording[0].format(**each.fields)}" for each in found]

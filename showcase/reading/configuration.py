"""site.yaml becomes settings, and content/menus.yaml the menus."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from showcase import codes
from showcase.language.text import visible
from showcase.problems import ContentError, Place, Problem, problem
from showcase.reading.document import Spot
from showcase.reading.files import read_bounded
from showcase.reading.front_matter import read_front_matter
from showcase.reading.text_file import decode
from showcase.reading.validation import place_of, validated
from showcase.settings import Settings

SETTINGS = "site.yaml"
MENUS = "content/menus.yaml"


def read_settings(root: Path) -> Settings:
    """The settings of a project; ContentError with every problem of the file where one is an error."""
    values, places, problems = read_yaml(root, SETTINGS)
    settings, more = validated(Settings, values, places, Place(SETTINGS, 1, 1))
    if settings is None or any(each.severity == codes.ERROR for each in problems):
        raise ContentError(*problems, *more)
    return settings


def settings_problems(root: Path) -> tuple[Problem, ...]:
    """What deserves a warning in settings that can be used."""
    _, _, problems = read_yaml(root, SETTINGS)
    return problems


def settings_places(root: Path) -> Callable[[tuple[str | int, ...]], Place]:
    """A function that tells where a setting stands."""
    _, spots, _ = read_yaml(root, SETTINGS)
    return lambda path: place_of(path, spots, Place(SETTINGS, 1, 1))


def read_menus(root: Path) -> tuple[dict[str, tuple[str, ...]], dict[tuple[str, int], Place], tuple[Problem, ...]]:
    """The menus by name, the place of each item, and what is wrong with the file; nothing where there is no file."""
    if not (root / MENUS).is_file():
        return {}, {}, ()
    try:
        values, spots, problems = read_yaml(root, MENUS)
    except ContentError as error:
        return {}, {}, error.problems
    lists: dict[str, tuple[str, ...]] = {}
    places: dict[tuple[str, int], Place] = {}
    found = list(problems)
    for name, items in values.items():
        here = place_of((name,), spots, Place(MENUS, 1, 1))
        if isinstance(items, list) and all(isinstance(item, str) for item in items):
            lists[name] = tuple(items)
            places |= {(name, index): place_of((name, index), spots, here) for index in range(len(items))}
        else:
            found.append(_no_list(name, items, here))
    return lists, places, tuple(found)


def _no_list(name: str, items: Any, here: Place) -> Problem:
    """The problem of a menu that is no list of names."""
    shown = visible(str(items))[:80]
    return problem(codes.WRONG_TYPE, here, field=name, expected=codes.A_LIST, value=shown, example="- products")


def read_yaml(
    root: Path, path: str
) -> tuple[dict[str, Any], Mapping[tuple[str | int, ...], Spot], tuple[Problem, ...]]:
    """The values of a YAML file, the spot of each, and what is wrong with it; ContentError where it cannot be read."""
    text, problems = decode(read_bounded(root, path), path, "en")
    front = read_front_matter(text, path, 1)
    return front.values, front.places, (*problems, *front.problems)

"""A project written by an enemy: every text of every kind of entry holds bait, as the kinds' own models allow it.

New kinds and new fields are baited as soon as they exist, for what stands here is made from the models.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from itertools import count, cycle
from pathlib import Path
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from showcase.kinds import KINDS
from showcase.kinds.model import Model, Reference, Shape, Translatable, shapes, translation_model
from tests.kinds.samples import filled
from tests.sites.preparations import picture
from tests.sites.projects import project, put

ROOT = Path(__file__).parents[2]
TRAP = "pwned()"  # what all bait calls, should it ever run
EVIL = "evil.example"
BAIT = (
    f"\"'><img src=x onerror={TRAP}><svg onload={TRAP}>",
    f"</script><script>{TRAP}</script>",
    f"--></title></textarea></style><img src=x onerror={TRAP}>",
    "{{ site }}{% include 'base.html' %}{{ 7*191 }}${7*191}",
    f"]]><script xmlns='http://www.w3.org/1999/xhtml'>{TRAP}</script>",
    f"' onmouseover='{TRAP}' autofocus onfocus={TRAP} x='",
    "x\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:https://evil.example",
    "&lt;img src=x onerror=pwned()&gt;&#60;script&#62;pwned()",
    f"[a](javascript:{TRAP}) <javascript:{TRAP}> ![x](x){{: onerror={TRAP} }}",
    f'\\"-{TRAP}-"`;//',
    f"%3Cscript%3E{TRAP}%3C/script%3E",
)
FORMULAS = ('=HYPERLINK("https://evil.example","x")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1+1", "％\t=1")
ADDRESSES = (
    f"https://{EVIL}/'onmouseover='{TRAP}'/;b=(1)&lt;&#34;",
    f"https://{EVIL}/?a=%3Cscript%3E{TRAP}%3C/script%3E&b=*)](x)",
    f"https://{EVIL}//javascript:{TRAP}#{{{{site}}}}".replace("{", "(").replace("}", ")"),
)
MAILS = (f"a'onfocus='{TRAP}'@evil.example", f"<img/src=x/onerror={TRAP}>@evil.example", "a%0d%0aBcc:b@evil.example")
SHORT = ("=1+1", "<b>", "{{7*191}}", "'\"><i>", "@a")

BODY = (Path(__file__).parent / "hostile.md").read_text(encoding="utf-8")


def hostile_project(root: Path, entries: int = 1) -> Path:
    """The root of a project with that many hostile entries of each kind, in both languages, and the real templates."""
    project(root)
    for folder in ("templates", "locales", "content"):
        shutil.rmtree(root / folder)
    shutil.copytree(ROOT / "templates", root / "templates")
    for locale in ("vi", "en"):
        shutil.copytree(ROOT / f"locales/{locale}/LC_MESSAGES", root / f"locales/{locale}/LC_MESSAGES")
    enemy = Enemy()
    for folder, kind in KINDS.items():
        for number in range(entries):
            _put_entry(root, folder, kind.model, enemy, number)
        put(root, f"content/{folder}/b/index.vi.md", _text(enemy.plain(kind.model, folder)))
    put(root, "content/menus.yaml", "main: [products, enterprises, events]\n")
    put(
        root,
        "content/pages/front/index.vi.md",
        _text({"title": BAIT[0], "summary": BAIT[1], "front": {"campaign": "a0"}}),
    )
    return root


def _put_entry(root: Path, folder: str, model: type[Model], enemy: "Enemy", number: int) -> None:
    """The files of a hostile entry: every field in Vietnamese, every text in English, a picture."""
    source = enemy.entry(model) | {"source_locale": "vi", "slug": f"a{number}", "aliases": [f"old{number}"]}
    for name in ("draft", "publish_on", "expires_on", "review_by", "front"):
        source.pop(name, None)
    translation = {**enemy.entry(translation_model(model)), "slug": f"a{number}"}
    translation.pop("front", None)
    put(root, f"content/{folder}/a{number}/index.vi.md", _text(source) + BODY)
    put(root, f"content/{folder}/a{number}/index.en.md", _text(translation | {"aliases": []}) + BODY)
    for name in ("a b.jpg", *(each["file"] for each in source.get("pictures", ()))):
        put(root, f"content/{folder}/a{number}/{name}", picture())


def _text(fields: Mapping[str, Any]) -> str:
    """Front matter with these fields; JSON is YAML, and says every character."""
    return "---\n" + "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items()) + "---\n"


class Enemy:
    """Fills the fields of models with bait; takes another piece each time, so that every field gets every piece."""

    def __init__(self) -> None:
        self.turns = count()
        self.texts = cycle(BAIT)
        self.formulas = cycle(FORMULAS)
        self.others = (*ADDRESSES, *MAILS, *SHORT)

    def entry(self, model: type[Model]) -> dict[str, Any]:
        """Every field of the model, with bait wherever it is valid; entries of other files are those named `b`."""
        return self._baited(model, filled(model, every=True))

    def plain(self, model: type[Model], folder: str) -> dict[str, Any]:
        """The required fields alone, with bait, for the entry that others name."""
        known = self._baited(model, filled(model, every=False))
        return known | {"source_locale": "vi", "slug": "b"}

    def _baited(self, model: type[Model], values: Mapping[str, Any]) -> dict[str, Any]:
        made = {name: self._value(model, name, value) for name, value in values.items()}
        return made | ({"rule": "free"} if "rule" in made else {})  # no ten products to choose from

    def _value(self, model: type[Model], name: str, value: Any) -> Any:
        shape = shapes(model)[name]
        if value is None or name in ("id", "slug", "aliases", "file", "source_locale"):
            return value
        if shape.holds == "mapping" and isinstance(value, Mapping):
            return {key: self._item(model, name, shape, item) for key, item in value.items()}
        if isinstance(value, list):
            return [self._item(model, name, shape, item) for item in value]
        return self._item(model, name, shape, value)

    def _item(self, model: type[Model], name: str, shape: Shape, value: Any) -> Any:
        if shape.model is not None:
            return self._baited(shape.model, value)
        if mark := shape.mark(Reference):
            return "b" if len(mark.kinds) == 1 else f"{mark.kinds[0]}/b"
        return next(self._fitting(model, name, shape, value))

    def _fitting(self, model: type[Model], name: str, shape: Shape, value: Any) -> Iterator[Any]:
        """The bait that the field takes, the next in turn first; at last its own example."""
        info = model.model_fields[name]
        field: Any = Annotated[info.annotation, info]
        adapter = TypeAdapter[Any](field)
        turn = next(self.turns)
        own = next(self.formulas) if turn % 4 == 0 else next(self.texts)
        for bait in (own, *self.others[turn % len(self.others) :], *self.others):
            try:
                adapter.validate_python([bait] if shape.holds == "many" else bait)
            except ValidationError:
                continue
            yield bait
        yield value


def baited_fields() -> set[tuple[str, str]]:
    """The model and the name of each field that takes any bait."""
    enemy = Enemy()
    found: set[tuple[str, str]] = set()
    for kind in KINDS.values():
        for model, name, shape in _fields(kind.model):
            if shape.mark(Translatable) is None or name in ("slug", "aliases"):
                continue
            value = next(enemy._fitting(model, name, shape, None))
            if value is not None:
                found.add((model.__name__, name))
    return found


def _fields(model: type[Model]) -> Iterator[tuple[type[Model], str, Shape]]:
    for name, shape in shapes(model).items():
        if shape.model is not None:
            yield from _fields(shape.model)
        else:
            yield model, name, shape

"""What is measured: a folder with a site in it, how it is built, and what of it can be edited or thrown away."""

import importlib.util
import os
import re
import shlex
import shutil
import sys
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bench.corpus import convert

HERE = Path(__file__).parent
PROJECT = HERE.parent
RUNNER = Path(os.environ.get("BENCH", PROJECT.parent / "shared" / "bench"))
OURS = "ours"
# The layout that each peer's pages stand in, and one that stands in the showcase's own.
LAYOUTS = {"hugo": "layouts/baseof.html", "eleventy": "_includes/base.njk", OURS: "templates/base.html"}
SHOWCASE = "content/products/misa-amis/index.vi.md"
TITLE = re.compile(r"^title: (?:Mới \d+ )?", re.MULTILINE)
SENTENCE = re.compile(r"\n*(?:Câu thêm vào \d+\.)?\n*\Z")
MAIN = re.compile(r'<main id="(\w+|tb-main)"(?: data-edit="\d+")?')


@dataclass(frozen=True, slots=True)
class Subject:
    """A site: the command that builds it in its folder, its output and caches, a text and a layout to be edited."""

    name: str
    folder: Path
    command: str
    out: Path
    caches: tuple[Path, ...]
    text: Path
    layout: Path
    environ: Mapping[str, str]

    def clear(self) -> None:
        """Throw away output and caches."""
        for path in (self.out, *self.caches):
            shutil.rmtree(path, ignore_errors=True)

    def edit_text(self, number: int) -> str:
        """Another title and one more sentence in a text; what the title now begins with comes back."""
        text = self.text.read_text(encoding="utf-8")
        text = TITLE.sub(f"title: Mới {number} ", text, count=1)
        _rewrite(self.text, SENTENCE.sub(f"\n\nCâu thêm vào {number}.\n", text))
        return f"Mới {number} "

    def edit_layout(self, number: int) -> str:
        """Another attribute in the layout of all pages; it comes back."""
        text = self.layout.read_text(encoding="utf-8")
        _rewrite(self.layout, MAIN.sub(rf'<main id="\1" data-edit="{number}"', text, count=1))
        return f'data-edit="{number}"'

    def renew(self) -> None:
        """Give every file that the site is made of a new time, as a fresh checkout does."""
        kept = (self.out, *self.caches)
        for path in self.folder.rglob("*"):
            if not any(path.is_relative_to(each) for each in kept) and not path.is_symlink() and path.is_file():
                os.utime(path)

    def shown(self, words: str) -> int:
        """In how many files of the output the words stand."""
        return sum(words.encode() in path.read_bytes() for path in self.out.rglob("*") if path.is_file())


@lru_cache(maxsize=1)
def runner() -> Any:
    """The runner of the peers, from where it lies."""
    os.environ["BENCH_SITES"] = str(HERE)
    spec = importlib.util.spec_from_file_location("peer_runner", RUNNER / "bench.py")
    if spec is None or spec.loader is None or not (RUNNER / "bench.py").is_file():
        sys.exit(f"the runner of the peers is not in {RUNNER}; name its folder: BENCH=…")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def peer(name: str, count: int, work: Path, tools: Mapping[str, str], node_modules: Path | None) -> Subject:
    """The site of a peer with that many products, made anew."""
    given = Namespace(
        work=str(work), tool=[f"{tool}={path}" for tool, path in tools.items()], node_modules=node_modules
    )
    made = runner().Peer(name, given)
    made.prepare(count)
    folder = Path(made.dir(count))
    if name == OURS:
        convert(folder)
        shutil.rmtree(folder / "plain")
    caches = tuple(folder / each for each in made.conf.get("caches", ()))
    text, layout = folder / made.conf["edit"], folder / LAYOUTS[name]
    environ = {name: value for name, value in made.env().items() if value}
    return Subject(name, folder, made.cmd(), Path(made.out(count)), caches, text, layout, environ)


def showcase(name: str, work: Path, tools: Mapping[str, str], without: tuple[str, ...] = ()) -> Subject:
    """The showcase itself with its own templates, `without` some of its outputs."""
    folder = work / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for part in ("content", "templates", "locales"):
        shutil.copytree(PROJECT / part, folder / part)
    settings = (PROJECT / "site.yaml").read_text(encoding="utf-8")
    (folder / "site.yaml").write_text(settings + _outputs(without), encoding="utf-8")
    command = shlex.join([tools["python"], tools[OURS], "--root", ".", "build", "--output", "out"])
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    caches, layout = (folder / ".cache",), folder / "templates/base.html"
    return Subject(name, folder, command, folder / "out", caches, folder / SHOWCASE, layout, environ)


def _outputs(without: tuple[str, ...]) -> str:
    from showcase.settings import USUAL  # noqa: PLC0415 - only here is anything of the engine's needed

    kept = [name for name in USUAL if name not in without]
    return f"\noutputs: [{', '.join(kept)}]\n" if without else ""


def _rewrite(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")

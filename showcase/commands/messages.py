"""Turns the marked words of templates and of the tool itself into the catalogues that translators fill."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from showcase.codes import _
from showcase.commands.descriptions import described
from showcase.language.extraction import Source, extracted, po_text, updated
from showcase.problems import ContentError, Problem

SITE_PATTERNS = (
    "templates/**/*.html",
    "templates/**/*.xml",
    "templates/**/*.txt",
    "templates/files/**/*.json",
    "showcase/kinds/**/*.py",
    "showcase/library/**/*.py",
    "showcase/pages/**/*.py",
)
TOOL_PATTERNS = (
    "showcase/codes.py",
    "showcase/progress.py",
    "showcase/work/**/*.py",
    "showcase/cli.py",
    "showcase/commands/**/*.py",
    "showcase/editing/**/*.py",
    "showcase/health/**/*.py",
    "showcase/outside/**/*.py",
    "showcase/forms/**/*.py",
    "showcase/publishing/**/*.py",
    "showcase/reporting/**/*.py",
    "showcase/serving/**/*.py",
)
DESCRIBED_PATTERNS = (
    "showcase/kinds/**/*.py",
    "showcase/settings.py",
    "showcase/destinations.py",
    "showcase/git_host.py",
    "showcase/limits.py",
)
TEMPLATE = Path("locales/messages.pot")


def sources(root: Path, patterns: Iterable[str]) -> Iterator[Source]:
    """The files that match, by their paths from the root."""
    for pattern in patterns:
        for path in root.glob(pattern):
            yield path.relative_to(root).as_posix(), path.read_bytes()


def site_catalogs(root: Path) -> tuple[tuple[Path, str], ...]:
    """Where the messages of the site are translated: one file for each folder in `locales/`."""
    folders = sorted(path for path in (root / "locales").glob("*") if path.is_dir())
    return tuple((Path("locales", path.name, "LC_MESSAGES", "messages.po"), path.name) for path in folders)


def tool_catalogs(root: Path) -> tuple[tuple[Path, str], ...]:
    """Where the tool's own words are translated: each `.po` in `showcase/messages/`, Vietnamese in any case."""
    locales = {path.stem for path in (root / "showcase/messages").glob("*.po")} | {"vi"}
    return tuple((Path("showcase/messages", f"{locale}.po"), locale) for locale in sorted(locales))


def wanted_files(root: Path) -> dict[Path, str]:
    """Every catalogue as it should be, by its path from the root; ContentError lists all that cannot be read."""
    described_fields = (described(source) for source in sources(root, DESCRIBED_PATTERNS))
    site, tool = extracted(sources(root, SITE_PATTERNS)), extracted([*sources(root, TOOL_PATTERNS), *described_fields])
    files = {TEMPLATE: po_text(site)}
    problems: list[Problem] = []
    targets = [(*target, site) for target in site_catalogs(root)] + [(*target, tool) for target in tool_catalogs(root)]
    for path, locale, template in targets:
        try:
            files[path] = updated(text_of(root / path), template, locale, path.as_posix())
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(*problems)
    return files


def text_of(path: Path) -> str:
    """What the file holds, with line feeds; nothing where there is no file."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def changed_files(root: Path) -> dict[Path, str]:
    """The catalogues that are not as they should be, byte for byte."""
    return {
        path: text
        for path, text in wanted_files(root).items()
        if not (root / path).exists() or (root / path).read_bytes() != text.encode()
    }


@click.command("messages", help=_("Collect the words to translate from templates and code into the catalogues."))
@click.option("--check", is_flag=True, help=_("Change nothing; exit 1 where a catalogue is out of date."))
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", hidden=True)
def messages(check: bool, root: Path) -> None:
    """Collect the words to translate from templates and code into the catalogues."""
    changed = changed_files(root)
    for path, text in changed.items():
        click.echo(path.as_posix())
        if not check:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode())
    if check and changed:
        sys.exit(1)

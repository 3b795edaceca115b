"""The options of `build` and `check` become a request."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from showcase.codes import _
from showcase.commands.tool import RefusalError, Tool
from showcase.kinds.model import FieldError
from showcase.pipeline import Request
from showcase.problems import ContentError
from showcase.reading.configuration import read_settings
from showcase.settings import origin
from showcase.writing.staging import OURS

C = TypeVar("C", bound=Callable[..., Any])

OUTPUT = "site"
PSEUDO = ".cache/pseudo"
CACHE = ".cache/build"
MOST_JOBS = 8
FORMATS = ("text", "json", "github", "gitlab", "sarif")

BAD_DAY = _("write a day as year-month-day, such as 2025-03-05")
BAD_JOBS = _("write a whole number from 1 upwards")
BAD_ORIGIN = _("write the address of a host without a path, such as https://preview.example.org")
BAD_EPOCH = _("SOURCE_DATE_EPOCH must hold whole seconds since 1970, not “{value}”")
HOLDS_PROJECT = _("the site cannot be written to {path}: the project's own files lie there")
FOREIGN_FOLDER = _("the site cannot be written to {path}: the folder holds other files; empty it or name another")


class Day(click.ParamType[date]):
    """A day, as it stands in front matter."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that the text names."""
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            self.fail(BAD_DAY, param, ctx)


class Jobs(click.ParamType[int]):
    """How many things are done at once."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, from 1."""
        if not str(value).isascii() or not str(value).isdecimal() or int(value) < 1:
            self.fail(BAD_JOBS, param, ctx)
        return int(value)


class Origin(click.ParamType[str]):
    """The address of a host, as `base_url` has it."""

    name = "url"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address; an empty one stands for none."""
        try:
            return origin(value) if value else ""
        except FieldError:
            self.fail(BAD_ORIGIN, param, ctx)


OPTIONS = (
    click.option("--date", "day", type=Day(), metavar="YYYY-MM-DD", help=_("Build as on this day, not as of today.")),
    click.option(
        "--output",
        type=click.Path(path_type=Path, resolve_path=True),
        metavar="DIR",
        help=_("Where the site goes, if not to site/."),
    ),
    click.option("--no-cache", is_flag=True, help=_("Make everything anew.")),
    click.option("--jobs", type=Jobs(), metavar="N", help=_("How many processes work at once.")),
    click.option(
        "--executor",
        default="processes",
        metavar="NAME",
        help=_("Who does the work: serial, processes, dask, or module:factory of any executor."),
    ),
    click.option(
        "--scheduler", default="", metavar="URL", help=_("The Dask scheduler to use, such as tcp://host:8786.")
    ),
    click.option(
        "--cache-at",
        default="",
        metavar="URL",
        help=_("A bucket through which machines share what they make, such as s3://bucket/cache."),
    ),
    click.option("--drafts", is_flag=True, help=_("Include what is not published: drafts, later and expired entries.")),
    click.option("--strict", is_flag=True, help=_("Treat warnings like errors.")),
    click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=_("How problems are written.")),
)


def with_options(command: C) -> C:
    """The command with the options that `build` and `check` share."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def request_of(
    tool: Tool, *, day: date | None, output: Path | None, no_cache: bool, jobs: int | None, **wanted: Any
) -> Request:
    """The request that the options make; `wanted` are its flags."""
    folder = PSEUDO if wanted.get("pseudo") else OUTPUT
    return Request(
        root=tool.root,
        today=day or today(tool.environ, time_zone(tool.root)),
        output=safe_output(tool, output or tool.root / folder),
        cache=None if no_cache else tool.root / CACHE,
        jobs=jobs or min(os.cpu_count() or 1, MOST_JOBS),
        **wanted,
    )


def today(environ: Mapping[str, str], zone: tzinfo) -> date:
    """The day in the zone: that of SOURCE_DATE_EPOCH (reproducible-builds.org), else the present one."""
    stated = environ.get("SOURCE_DATE_EPOCH", "")
    if not stated:
        return datetime.now(zone).date()
    try:
        return datetime.fromtimestamp(int(stated), zone).date()
    except (ValueError, OverflowError, OSError):
        raise RefusalError(BAD_EPOCH, {"value": stated}) from None


def time_zone(root: Path) -> tzinfo:
    """The site's time zone; UTC where the settings cannot be read, which the build will report."""
    try:
        return ZoneInfo(read_settings(root).time_zone)
    except (ContentError, ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def safe_output(tool: Tool, output: Path) -> Path:
    """The output folder, if replacing it destroys nothing but a site."""
    own = [tool.root / name for name in ("content", "templates", "locales", "showcase", "docs", "tests", ".git")]
    if tool.root.is_relative_to(output) or any(output.is_relative_to(folder) for folder in own):
        raise RefusalError(HOLDS_PROJECT, {"path": str(output)})
    if output.exists() and not (output.is_dir() and (not any(output.iterdir()) or (output / OURS).exists())):
        raise RefusalError(FOREIGN_FOLDER, {"path": str(output)})
    return output

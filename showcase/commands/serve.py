"""`serve`: the site on this machine, up to date with every file that is saved."""

import os
import webbrowser
from collections.abc import Sequence
from datetime import date
from functools import partial

import click

from showcase.codes import _
from showcase.commands.options import CACHE, MOST_JOBS, OUTPUT, Day, time_zone, today
from showcase.commands.tool import RefusalError, Tool
from showcase.pipeline import Request
from showcase.problems import Problem, Value
from showcase.reporting.sentences import filled
from showcase.reporting.source_lines import line_finder
from showcase.reporting.summary import tally
from showcase.reporting.text import text_report
from showcase.serving.admin import admin_room, closed_room
from showcase.serving.app import Live
from showcase.serving.beside_room import WORDS, Studio
from showcase.serving.edition import Notice
from showcase.serving.notices import EDITOR, editor_link, notices
from showcase.serving.server import NoPortError, Setting, listening, serve
from showcase.serving.watching import Changed, stamps
from showcase.serving.workshop import NOTHING, Result, Workshop

PORT = 8000
NO_PORT = _("no port between {first} and {last} is free; name another with --port")
READY = _("The site is at {address} (Ctrl-C ends it)")
DONE = _("{seconds} s: {files} — errors: {errors}; warnings: {warnings}")
EVERYTHING = _("everything")
STOPPED = _("Stopped.")
TITLE = _("The site cannot be made from what is saved now")
HIDE = _("Hide")
FEW = 3  # changed files that are named in a line


@click.command(
    "serve", help=_("Show the site on this machine, and every change in the open page as soon as it is saved.")
)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=PORT, metavar="PORT", help=_("Where; if taken, the next.")
)
@click.option("--date", "day", type=Day(), metavar="YYYY-MM-DD", help=_("Show it as on this day, not as of today."))
@click.option("--drafts", is_flag=True, help=_("Include what is not published: drafts, later and expired entries."))
@click.option("--admin", is_flag=True, help=_("Open forms for the content at /admin/, which write into this folder."))
@click.option("--open", "browse", is_flag=True, help=_("Open it in the browser."))
@click.pass_obj
def command(tool: Tool, /, port: int, day: date | None, drafts: bool, admin: bool, browse: bool) -> int:
    """Serve until Ctrl-C; the exit code comes back."""
    try:
        door = listening(port)
    except NoPortError as error:
        first, last = error.args
        raise RefusalError(NO_PORT, {"first": str(first), "last": str(last)}) from None
    known = stamps(tool.root)
    workshop = Workshop(partial(wanted, tool, day, drafts), partial(shown_notices, tool))
    with tool.progress() as progress:
        result = workshop.whole(NOTHING, progress, jobs=min(os.cpu_count() or 1, MOST_JOBS))
    tell(tool, result, frozenset())
    address = f"http://localhost:{door.getsockname()[1]}/"
    ready = partial(say_ready, tool, f"{address}admin/" if admin else address, browse)
    rooms = (admin_room(tool.root, tool.say) if admin else closed_room(tool.language, tool.say),)
    opened = partial(editor_link, root=tool.root, editor=editor(tool))
    words = {"title": tool.say(TITLE), "hide": tool.say(HIDE), "beside": tool.say(WORDS["beside"])}
    live = Live(words, Studio(tool.root, tool.language, tool.say, opened).page)
    say = partial(say_line, tool)
    serve(workshop, result.edition, door, Setting(tool.root, live, rooms, ready, partial(tell, tool), known, say))
    say_line(tool, STOPPED)
    return 0


def wanted(tool: Tool, day: date | None, drafts: bool) -> Request:
    """What to show now. Nothing is written: `output` is where a build would write."""
    now = day or today(tool.environ, time_zone(tool.root))
    return Request(tool.root, now, tool.root / OUTPUT, tool.root / CACHE, jobs=1, drafts=drafts)


def say_ready(tool: Tool, address: str, browse: bool) -> None:
    """Say where the site is, and open it there where that is wanted."""
    tool.write(filled(tool.say(READY), {"address": address}) + "\n")
    if browse:
        webbrowser.open(address)


def say_line(tool: Tool, message: str) -> None:
    """Say it in a line of its own."""
    tool.write(f"{tool.say(message)}\n")


def shown_notices(tool: Tool, problems: Sequence[Problem]) -> tuple[Notice, ...]:
    """What the page is told of a site that cannot be made."""
    return notices(problems, tool.say, tool.root, editor(tool))


def editor(tool: Tool) -> str:
    """The address that opens a place in the editor program."""
    return tool.environ.get("EDITOR_URL") or EDITOR


def tell(tool: Tool, result: Result, changed: Changed) -> None:
    """Write what was made anew, and what is wrong."""
    problems, names = result.made.problems, sorted(changed)
    report = text_report(problems, tool.say, line_finder(tool.root), tool.colour)
    errors, warnings = tally(problems)
    what = ", ".join(names[:FEW]) + (" …" if len(names) > FEW else "")
    counts: dict[str, Value] = {"errors": errors, "warnings": warnings, "seconds": f"{result.seconds:.2f}"}
    line = filled(tool.say(DONE), {**counts, "files": what or tool.say(EVERYTHING)})
    tool.write(report if tool.quiet else f"{report}{line}\n")

"""What stopped a command becomes a short message and an exit code."""

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

import click

from showcase.codes import _
from showcase.commands.help import usage_sentence
from showcase.commands.tool import PROGRAM, USAGE, RefusalError, Tool
from showcase.language.text import visible
from showcase.problems import ContentError
from showcase.reporting.sentences import filled
from showcase.reporting.source_lines import line_finder
from showcase.reporting.text import HINT, SEVERITIES, text_report

CONTENT = 1
OURS = 70
INTERRUPTED = 130

LOOK = _("what can be written here is listed by: {command} --help")
CRASHED = _("this is a mistake of the program, not yours: {detail}")
SEND = _("please send the file {path} to those who maintain the program; it says what happened")
NOT_SAVED = _("please send the lines above to those who maintain the program; they say what happened")
NO_ACCESS = _("{path}: {detail}")
FREE_IT = _("check that the path is right, that you may read and write there, and that the disk is not full")


def exit_code(error: BaseException, tool: Tool) -> int:
    """The code with which to end, once the editor has been told what happened."""
    if is_interruption(error):
        return INTERRUPTED
    match error:
        case ContentError():
            tool.write(text_report(error.problems, tool.say, line_finder(tool.root), tool.colour))
            return CONTENT
        case RefusalError():
            tell(tool, filled(tool.say(error.message), error.fields))
            return error.exit_code
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else PROGRAM
            tell(tool, usage_sentence(error, tool.say), filled(tool.say(LOOK), {"command": command}))
            return USAGE
        case OSError() if error.filename is not None and not tool.verbose:
            fields = {"path": tool.shown(Path(os.fsdecode(error.filename))), "detail": error.strerror or ""}
            tell(tool, filled(tool.say(NO_ACCESS), fields), tool.say(FREE_IT))
            return CONTENT
    return crashed(error, tool)


def is_interruption(error: BaseException | None) -> bool:
    """Whether somebody pressed Ctrl-C, be it that closing what was open failed on the way out."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt | click.Abort):
            return True
        error = error.__context__
    return False


def crashed(error: BaseException, tool: Tool) -> int:
    """Our own exit code; the traceback is kept in a file, for us."""
    trace = "".join(traceback.format_exception(error))
    path = saved(trace, tool.root / ".cache", datetime.now(UTC))
    if tool.verbose or path is None:
        click.echo(trace, nl=False, err=True)
    detail = f"{type(error).__name__}: {error}"
    advice = filled(tool.say(SEND), {"path": tool.shown(path)}) if path else tool.say(NOT_SAVED)
    tell(tool, filled(tool.say(CRASHED), {"detail": detail}), advice)
    return OURS


def saved(trace: str, folder: Path, now: datetime) -> Path | None:
    """The file that keeps the traceback; nothing where none can be written."""
    path = folder / f"crash-{now:%Y%m%dT%H%M%SZ}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(trace, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path


def tell(tool: Tool, sentence: str, hint: str = "") -> None:
    """Write an error and what to do about it to the standard error."""
    click.echo(f"{tool.say(SEVERITIES['error'])}: {visible(sentence)}", err=True)
    if hint:
        click.echo(f"  {tool.say(HINT)}: {visible(hint)}", err=True)

"""A request and what came of it become the report the editor asked for."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from showcase.answers import remember, seen
from showcase.codes import _
from showcase.commands.options import request_of, time_zone
from showcase.commands.tool import RefusalError, Tool
from showcase.pipeline import Outcome, Request
from showcase.problems import Problem
from showcase.progress import Progress
from showcase.reporting.annotations import github_report
from showcase.reporting.code_quality import code_quality_report
from showcase.reporting.records import json_report
from showcase.reporting.sarif import sarif_report
from showcase.reporting.source_lines import line_finder
from showcase.reporting.summary import Summary, summary_record, summary_text, tally
from showcase.reporting.text import text_report
from showcase.work import ExecutorError, StoreError
from showcase.writing.staging import BusyError

BUSY = _("another build is writing to {path}; wait for its end")
FOR_EVER = 1e18


def run(tool: Tool, stage: Callable[[Request, Progress], Outcome], form: str, **wanted: Any) -> int:
    """Do what is asked for and report it; 1 comes back where the content keeps the site from being made."""
    request = request_of(tool, **wanted)
    repeats = request.cache and not request.verify_incremental
    before = seen(str(request.root), time.time_ns()) if repeats else None
    begun = time.monotonic()
    try:
        with tool.progress() as progress:
            outcome = stage(request, progress)
    except BusyError:
        raise RefusalError(BUSY, {"path": tool.shown(request.output)}, exit_code=1) from None
    except (ExecutorError, StoreError) as error:
        raise RefusalError(error.message, error.fields) from None
    summary = Summary(outcome, time.monotonic() - begun, tool.shown(outcome.output), stage.__name__ == "build")
    report = reporter(tool, outcome.problems, form)
    tool.write(report(summary))
    errors, warnings = tally(outcome.problems)
    code = int(bool(errors or (request.strict and warnings)))
    if tool.asked and before:
        text, output = report(replace(summary, seconds=0.0)), str(outcome.output if outcome.written else "")
        remember(tool.asked, before, output, seconds_of(tool, request, wanted["day"]), text, code)
    return code


def seconds_of(tool: Tool, request: Request, stated: date | None) -> tuple[float, float]:
    """The seconds since 1970 in which the request stays the same: those of its day, unless a day was stated."""
    if stated or tool.environ.get("SOURCE_DATE_EPOCH"):
        return 0.0, FOR_EVER
    midnight = datetime.combine(request.today, datetime.min.time(), time_zone(tool.root))
    return midnight.timestamp(), (midnight + timedelta(days=1)).timestamp()


def reporter(tool: Tool, problems: Sequence[Problem], form: str) -> Callable[[Summary], str]:
    """What puts the problems and a summary into the form that was asked for; in some the latter has no place."""
    if form == "json":
        return lambda summary: json_report(problems, tool.say, summary_record(summary))
    if form in ("sarif", "gitlab"):
        shown = (sarif_report if form == "sarif" else code_quality_report)(problems, tool.say)
        return lambda _summary: shown
    if form == "github":
        shown = github_report(problems, tool.say)
        return lambda summary: shown + summary_text(summary, tool.say)
    shown = text_report(problems, tool.say, line_finder(tool.root), tool.colour)
    gap = "\n" if shown else ""
    return lambda summary: shown if tool.quiet else shown + gap + summary_text(summary, tool.say)

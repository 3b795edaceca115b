"""A request and what came of it become the report the editor asked for."""

import time
from collections.abc import Callable
from typing import Any

from showcase.codes import _
from showcase.commands.options import request_of
from showcase.commands.tool import RefusalError, Tool
from showcase.pipeline import Outcome, Request
from showcase.reporting.annotations import github_report
from showcase.reporting.records import json_report
from showcase.reporting.sarif import sarif_report
from showcase.reporting.source_lines import line_finder
from showcase.reporting.summary import Summary, summary_record, summary_text, tally
from showcase.reporting.text import text_report
from showcase.writing.staging import BusyError

BUSY = _("another build is writing to {path}; wait for its end")


def run(tool: Tool, stage: Callable[[Request], Outcome], form: str, **wanted: Any) -> int:
    """Do what is asked for and report it; 1 comes back where the content keeps the site from being made."""
    request = request_of(tool, **wanted)
    begun = time.monotonic()
    try:
        outcome = stage(request)
    except BusyError:
        raise RefusalError(BUSY, {"path": tool.shown(request.output)}, exit_code=1) from None
    summary = Summary(outcome, time.monotonic() - begun, tool.shown(outcome.output), stage.__name__ == "build")
    tool.write(report(tool, summary, form))
    errors, warnings = tally(outcome.problems)
    return int(bool(errors or (request.strict and warnings)))


def report(tool: Tool, summary: Summary, form: str) -> str:
    """The problems and the summary in the form that was asked for."""
    problems = summary.outcome.problems
    if form == "json":
        return json_report(problems, tool.say, summary_record(summary))
    if form == "sarif":
        return sarif_report(problems, tool.say)
    if form == "github":
        return github_report(problems, tool.say) + summary_text(summary, tool.say)
    shown = text_report(problems, tool.say, line_finder(tool.root), tool.colour)
    return shown + ("\n" if shown else "") + summary_text(summary, tool.say)

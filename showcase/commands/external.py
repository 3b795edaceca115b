"""`check --external`: the links that lead outside are looked at."""

import time
from collections.abc import Iterable
from importlib.util import find_spec

from showcase import __version__
from showcase.codes import ERROR, _
from showcase.commands.content import read_content
from showcase.commands.tool import RefusalError, Tool
from showcase.outside.answers import Answer, remember, remembered
from showcase.outside.findings import is_offline, link_findings
from showcase.outside.mentions import mentions
from showcase.problems import Problem, in_order
from showcase.reading.configuration import read_settings
from showcase.reporting.annotations import github_report
from showcase.reporting.code_quality import code_quality_report
from showcase.reporting.records import json_report
from showcase.reporting.sarif import sarif_report
from showcase.reporting.sentences import filled
from showcase.reporting.source_lines import line_finder
from showcase.reporting.text import text_report

NO_HTTPX = _("looking at links outside needs httpx: run make extras")
ASKED = _("{count} links outside: {asked} asked now, {known} known from before; {dead} dead, {other} to look at")
MEMORY = ".cache/links.json"
MOST = 5_000
FIRST = 5


def external(tool: Tool, form: str, *, strict: bool, anew: bool, may_be_private: bool = False) -> int:
    """Look at the links outside; 1 comes back where one is dead."""
    if find_spec("httpx") is None:
        raise RefusalError(NO_HTTPX, {})
    settings = read_settings(tool.root)
    content = read_content(tool.root, settings)
    documents = (each for group in content.groups for each in (group.source, *group.translations.values()))
    places = mentions(documents)
    known = {} if anew else remembered(tool.root / MEMORY)
    now = time.time()
    fresh = {url: known[url] for url in places if url in known and known[url].holds(now)}
    wanted = [url for url in places if url not in fresh][:MOST]
    made = asked_of(wanted, settings.base_url, now, may_be_private=may_be_private)
    answers = {**fresh, **made}
    if not is_offline(made):
        remember(tool.root / MEMORY, {**known, **made})
    problems = tuple(link_findings(places, answers, tool.say))
    dead = sum(each.severity == ERROR for each in problems)
    numbers = {"count": len(places), "asked": len(made), "known": len(fresh)}
    summary = filled(tool.say(ASKED), {**numbers, "dead": dead, "other": len(problems) - dead})
    tool.write(_report(tool, problems, form, numbers, summary))
    return int(bool(dead or (strict and problems)))


def asked_of(urls: list[str], site: str, now: float, *, may_be_private: bool) -> dict[str, Answer]:
    """The answers of hosts; where the first hosts cannot be reached, the others are not tried either."""
    from showcase.outside.asking import Manners, asked  # noqa: PLC0415 - an optional part stands behind it

    manners = Manners(f"showcase-links/{__version__} (+{site})", may_be_private=may_be_private)
    answers: dict[str, Answer] = {}

    def told(url: str, answer: Answer) -> None:
        answers[url] = Answer(answer.state, answer.detail, now)

    first = list(_one_of_each_host(urls))[:FIRST]
    asked(first, manners, told)
    if not is_offline(answers):
        asked([url for url in urls if url not in answers], manners, told)
    return answers


def _one_of_each_host(urls: Iterable[str]) -> Iterable[str]:
    """The first address of each host."""
    return {url.split("/", 3)[2]: url for url in reversed(list(urls))}.values()


def _report(tool: Tool, problems: tuple[Problem, ...], form: str, numbers: dict[str, int], summary: str) -> str:
    if form == "json":
        return json_report(problems, tool.say, numbers)
    if form == "sarif":
        return sarif_report(problems, tool.say)
    if form == "gitlab":
        return code_quality_report(problems, tool.say)
    if form == "github":
        return github_report(problems, tool.say) + f"{summary}\n"
    shown = text_report(in_order(problems), tool.say, line_finder(tool.root), tool.colour)
    return shown + ("\n" if shown else "") + f"{summary}\n"

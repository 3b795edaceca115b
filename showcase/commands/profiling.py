"""A build that is watched: tables of where the time went, a file for speedscope, a flame graph with pyinstrument."""

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from showcase import pipeline
from showcase.clock import Stopwatch
from showcase.codes import _
from showcase.commands.running import run
from showcase.commands.tool import Tool
from showcase.pipeline import Outcome, Request
from showcase.progress import Progress
from showcase.reporting.flame_graph import Call, flame_graph
from showcase.reporting.profile import profile_text
from showcase.reporting.speedscope import speedscope

FOLDER = ".cache/profile"
WRITTEN = _("Written: {path}")
OPEN_IT = _("open it at https://www.speedscope.app/, where it stays on your machine")
NO_PYINSTRUMENT = _("For a flame graph of this process install pyinstrument: make extras")
# Sampling doubles what Python takes, also in the processes that a build starts: it is left to builds that start none.
ALONE = _("For a flame graph let one process do everything: --jobs 1")
INTERVAL = 0.002


def profiled(tool: Tool, form: str, **wanted: Any) -> int:
    """Build as asked, say where the time went, and keep the profiles; the exit code of the build comes back."""
    folder = tool.root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as notes:
        clock = Stopwatch(Path(notes))

        def build(request: Request, progress: Progress) -> Outcome:
            return pipeline.build(request, progress, clock=clock)

        with ExitStack() as sampled_until_built:
            sampler = _sampler() if wanted["jobs"] == 1 else None
            if sampler:
                sampled_until_built.enter_context(sampler)
            code = run(replace(tool, asked=None), build, form, **wanted)
        spans = clock.notes.all()
    tool.write(f"\n{profile_text(spans, clock.counts, tool.say)}\n")
    _keep(tool, folder / "build.speedscope.json", speedscope(spans, "build"), tool.say(OPEN_IT))
    if sampler:
        root = _call(sampler.last_session.root_frame())
        _keep(tool, folder / "flame.svg", flame_graph(root, "python build.py build"))
    else:
        tool.write(f"{tool.say(ALONE if wanted['jobs'] != 1 else NO_PYINSTRUMENT)}\n")
    return code


def _keep(tool: Tool, path: Path, text: str, more: str = "") -> None:
    path.write_text(text, encoding="utf-8")
    told = tool.say(WRITTEN).format(path=tool.shown(path))
    tool.write(f"{told}; {more}\n" if more else f"{told}\n")


def _sampler() -> Any:
    """Pyinstrument's profiler, where it is installed."""
    try:
        make: Callable[..., Any] = import_module("pyinstrument").Profiler
    except ImportError:
        return None
    return make(interval=INTERVAL)


def _call(frame: Any) -> Call:
    """A frame of pyinstrument as a call. The time in a function itself has no name of its own, and is no call."""
    inner = tuple(_call(each) for each in frame.children if not each.function.startswith("["))
    module = Path(frame.file_path_short or "").with_suffix("").as_posix().replace("/", ".")
    return Call(f"{module.removeprefix('showcase.')}: {frame.function}", frame.time, inner)

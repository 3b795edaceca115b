"""`hooks`: git asks for a check of what is staged before it commits."""

from pathlib import Path

import click

from showcase.codes import _
from showcase.commands.staged import git
from showcase.commands.tool import RefusalError, Tool
from showcase.reporting.sentences import filled

MARK = "# Written by: python build.py hooks"
HOOK = f"""\
#!/bin/sh
{MARK}
# Checks what is staged; `git commit --no-verify` goes without.
cd "$(git rev-parse --show-toplevel)/{{folder}}" || exit 1
if [ -x .venv/bin/python ]; then python=.venv/bin/python; else python=python3; fi
exec "$python" build.py check --staged
"""
INSTALLED = _("installed: {path}; git commit now checks what is staged first")
REMOVED = _("removed: {path}")
NOTHING = _("there is no hook of ours")
FOREIGN = _("{path} is there already and is not ours; add this line to it: {line}")
LINE = "python build.py check --staged"


@click.command("hooks", help=_("Let git check what is staged before each commit."))
@click.option("--remove", is_flag=True, help=_("Take the hook away again."))
@click.pass_obj
def command(tool: Tool, remove: bool) -> int:
    """Install the hook, or take it away."""
    path = hook_path(tool)
    is_ours = path.is_file() and MARK in path.read_text(encoding="utf-8", errors="replace")
    if path.exists() and not is_ours:
        raise RefusalError(FOREIGN, {"path": tool.shown(path), "line": LINE}, exit_code=1)
    if remove:
        path.unlink(missing_ok=True)
        click.echo(filled(tool.say(REMOVED if is_ours else NOTHING), {"path": tool.shown(path)}))
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HOOK.format(folder=git(tool, "rev-parse", "--show-prefix").decode().strip()), encoding="utf-8")
    path.chmod(0o755)
    click.echo(filled(tool.say(INSTALLED), {"path": tool.shown(path)}))
    return 0


def hook_path(tool: Tool) -> Path:
    """Where git looks for the hook, as its settings and worktrees have it."""
    return (tool.root / git(tool, "rev-parse", "--git-path", "hooks/pre-commit").decode().strip()).resolve()

"""The words after `python build.py` become a command in the editor's language."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import click

from showcase.answers import question
from showcase.codes import _
from showcase.commands.failures import exit_code
from showcase.commands.help import METAVARS, help_option, retold
from showcase.commands.tool import PROGRAM, Tool
from showcase.reporting.words import LANGUAGES, editor_language, say_in

# Where each command lives. It is imported when it is called: `clean` need not wait for Markdown and Pillow.
COMMANDS = {
    "build": "build:command",
    "check": "check:command",
    "publish": "publish:command",
    "hosting": "hosting:command",
    "serve": "serve:command",
    "new": "new:command",
    "import": "importing:command",
    "translate": "translate:command",
    "addresses": "addresses:command",
    "messages": "messages:messages",
    "docs": "docs:command",
    "hooks": "hooks:command",
    "doctor": "doctor:command",
    "clean": "clean:command",
}
HELP = _("Makes the showcase: a folder of Markdown becomes a site in several languages. Without a command: build.")


def shared_options() -> list[click.Parameter]:
    """The options that may stand anywhere, before or after the command."""
    folder = click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
    return [
        click.Option(["--language"], type=click.Choice(LANGUAGES), help=_("The language of these messages.")),
        click.Option(["--root"], type=folder, metavar="DIR", help=_("The folder of the project, if it is another.")),
        click.Option(["--quiet"], is_flag=True, help=_("Say only what is wrong.")),
        click.Option(
            ["--verbose"],
            is_flag=True,
            help=_("Say how long each stage takes, and where in the program a mistake of ours happened."),
        ),
    ]


class Commands(click.Group):
    """All commands, each loaded when it is asked for."""

    def __init__(self, tool: Tool) -> None:
        super().__init__(
            params=shared_options(), subcommand_metavar=METAVARS["COMMAND [ARGS]..."], help=HELP, add_help_option=False
        )
        self.tool = tool

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Their names, the usual ones first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command in the editor's language."""
        if cmd_name not in COMMANDS:
            return None
        module, _colon, name = COMMANDS[cmd_name].partition(":")
        return retold(getattr(import_module(f"showcase.commands.{module}"), name), self.tool.say)


def main(arguments: Sequence[str], root: Path, environ: Mapping[str, str]) -> int:
    """Do what the arguments say in the project at `root`; the exit code comes back.

    0: done; 1: the content's fault; 2: a slip on the command line; 70: a mistake of ours; 130: interrupted.
    """
    language = editor_language(environ)
    asked = question(arguments, str(root), environ)
    tool = Tool(root, environ, language, say_in(language), asked=asked)
    try:
        tool, rest = prepared(tool, arguments)
        commands = retold(Commands(tool), tool.say)
        context = {"messages": {"root": str(tool.root)}}
        code = commands.main(with_command(rest), PROGRAM, standalone_mode=False, obj=tool, default_map=context)
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 1
    except BaseException as error:  # nothing reaches the editor as a traceback
        return exit_code(error, tool)
    return int(code or 0)


def prepared(tool: Tool, arguments: Sequence[str]) -> tuple[Tool, list[str]]:
    """The tool as the shared options want it, and the arguments without them."""
    settings = {"ignore_unknown_options": True, "allow_extra_args": True}
    reader = click.Command(None, params=shared_options(), add_help_option=False, context_settings=settings)
    with reader.make_context(PROGRAM, list(arguments)) as context:
        given, rest = context.params, context.args
        language = given["language"] or tool.language
        say = tool.say if language == tool.language else say_in(language)
        root, verbose = given["root"] or tool.root, given["verbose"]
        quiet = given["quiet"]
        return replace(tool, root=root, language=language, say=say, verbose=verbose, quiet=quiet), rest


def with_command(arguments: list[str]) -> list[str]:
    """The arguments with `build` before them where they name no command."""
    if arguments and (not arguments[0].startswith("-") or arguments[0] in help_option(str).opts):
        return arguments
    return ["build", *arguments]

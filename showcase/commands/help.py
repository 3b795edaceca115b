"""Commands written in English become commands in the editor's language, Click's own words included."""

import copy
from collections.abc import Generator
from contextlib import contextmanager

import click

from showcase.codes import _
from showcase.problems import suggestion
from showcase.reporting.sentences import filled
from showcase.reporting.words import Say

# What Click says by itself: it asks gettext's process-wide domain, which would be a state for the whole process.
USAGE = _("Usage:")
SECTIONS = {"Options": _("Options"), "Commands": _("Commands"), "Positional arguments": _("Arguments")}
METAVARS = {"[OPTIONS]": _("[OPTIONS]"), "COMMAND [ARGS]...": _("COMMAND [OPTIONS]")}
SHOW_HELP = _("Show this message and exit.")

NO_SUCH_OPTION = _("there is no option “{name}”")
NO_SUCH_COMMAND = _("there is no command “{name}”")
MISSING = _("“{name}” is missing")
NOT_LISTED = _("“{name}” must be one of: {choices}")
BAD_VALUE = _("“{name}”: {detail}")
TOO_MANY = _("more was written than the command takes; put a name with blanks between quotation marks")
NO_VALUE = _("“{name}” needs a value")
NEAREST = _("did you mean “{suggestion}”?")


class Formatter(click.HelpFormatter):
    """Click's formatter, with its headings in another language."""

    def __init__(self, say: Say) -> None:
        super().__init__(max_width=100)
        self.say = say

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how the command is written."""
        super().write_usage(prog, args, prefix or f"{self.say(USAGE)} ")

    @contextmanager
    def section(self, name: str) -> Generator[None]:
        """A heading and what stands below it."""
        with super().section(self.say(SECTIONS.get(name, name))):
            yield


def help_option(say: Say) -> click.Option:
    """`--help`, in the language."""

    def show(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
        if wanted:
            formatter = Formatter(say)
            context.command.format_help(context, formatter)
            click.echo(formatter.getvalue().rstrip("\n"))
            context.exit()

    return click.Option(
        ["--help", "-h"], is_flag=True, is_eager=True, expose_value=False, help=say(SHOW_HELP), callback=show
    )


def retold(command: click.Command, say: Say) -> click.Command:
    """The command with its help in the language; the commands of a group likewise."""
    made = copy.copy(command)
    made.help = say(command.help or "")
    made.short_help = first_sentence(made.help)
    made.add_help_option = False
    made.params = [*(_retold_parameter(each, say) for each in command.params), help_option(say)]
    made.options_metavar = say(METAVARS["[OPTIONS]"])
    if isinstance(made, click.Group):
        made.subcommand_metavar = say(METAVARS["COMMAND [ARGS]..."])
        made.commands = {name: retold(each, say) for name, each in made.commands.items()}
    return made


def first_sentence(text: str) -> str:
    """What the list of commands says of one; the rest stands in its own help."""
    first, more, _rest = text.partition(". ")
    return f"{first}." if more else first


def _retold_parameter(parameter: click.Parameter, say: Say) -> click.Parameter:
    made = copy.copy(parameter)
    if isinstance(made, click.Option) and made.help:
        made.help = say(made.help)
    return made


def usage_sentence(error: click.UsageError, say: Say) -> str:
    """What is wrong with the command line, in the language."""
    message, fields = _usage(error)
    sentence = filled(say(message), {name: say(value) for name, value in fields.items()})
    near = suggestion(fields.get("name", ""), _known(error))
    return f"{sentence}; {filled(say(NEAREST), near)}" if near else sentence


def _usage(error: click.UsageError) -> tuple[str, dict[str, str]]:  # noqa: PLR0911 - a table of what can happen
    match error:
        case click.NoSuchOption():
            return NO_SUCH_OPTION, {"name": error.option_name}
        case click.exceptions.NoSuchCommand():
            return NO_SUCH_COMMAND, {"name": error.command_name}
        case click.MissingParameter():
            return MISSING, {"name": _name(error)}
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            return NOT_LISTED, {"name": _name(error), "choices": ", ".join(error.param.type.choices)}
        case click.BadParameter():
            return BAD_VALUE, {"name": _name(error), "detail": error.message}
        case click.BadOptionUsage():
            return NO_VALUE, {"name": error.option_name}
    return TOO_MANY, {}


def _known(error: click.UsageError) -> list[str]:
    """What could have been meant instead of an unknown option or command."""
    if isinstance(error, click.exceptions.NoSuchCommand) and error.ctx and isinstance(error.ctx.command, click.Group):
        return error.ctx.command.list_commands(error.ctx)
    return (error.possibilities or []) if isinstance(error, click.NoSuchOption) else []


def _name(error: click.BadParameter) -> str:
    """The option as it is typed, or the argument as the usage line shows it."""
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.human_readable_name if error.param else ""

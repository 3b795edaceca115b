"""Questions on a terminal become the values of a new entry; whoever stops halfway leaves nothing behind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.validation import ValidationError, Validator

from showcase.codes import _
from showcase.editing.names import Option
from showcase.editing.questions import Question
from showcase.language.slugs import folded
from showcase.reporting.sentences import filled
from showcase.reporting.words import Say

MAY_BE_BLANK = _("may be left blank")
NEEDED = _("needed; blank: to be filled in later")
SEVERAL = _("several, with commas between them")
SUCH_AS = _("such as: {example}")

# What is wrong with an answer, in the editor's language; nothing where it is right.
Complaint = Callable[[str], str]


class Offered(Completer):
    """The options whose value or meaning contains what was typed, with or without its marks."""

    def __init__(self, options: Sequence[Option], *, is_many: bool) -> None:
        self.options = tuple(
            (option, folded(" ".join((option.value, option.meaning, *option.others)))) for option in options
        )
        self.is_many = is_many

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        """The options that fit what stands before the cursor; of a list, behind the last comma."""
        before = document.text_before_cursor
        typed = before.rpartition(",")[2].lstrip() if self.is_many else before
        for option, words in self.options:
            if folded(typed) in words:
                yield Completion(option.value, -len(typed), display_meta=option.meaning)


class Checked(Validator):
    """Accepts an answer as soon as nobody complains of it; a blank one always."""

    def __init__(self, complaint: Complaint) -> None:
        self.complaint = complaint

    def validate(self, document: Document) -> None:
        """Refuse the answer with the reason."""
        wrong = self.complaint(document.text) if document.text.strip() else ""
        if wrong:
            raise ValidationError(len(document.text), wrong)


@dataclass(frozen=True, slots=True)
class Interview:
    """A terminal on which questions are asked."""

    session: PromptSession[str]
    say: Say

    def ask(self, question: Question, complaint: Complaint, default: str = "") -> str:
        """The answer, which is right or blank."""
        completer = Offered(question.options, is_many=question.is_many) if question.options else None

        def said(text: str) -> str:
            return meant(text.strip(), question.options, is_many=question.is_many)

        return said(self.typed(self.prompt(question), lambda text: complaint(said(text)), completer, default))

    def ask_for_file(self, words: str, complaint: Complaint) -> str:
        """The path of a file, or nothing."""
        return self.typed(words, complaint, PathCompleter(expanduser=True))

    def typed(self, words: str, complaint: Complaint, completer: Completer | None = None, default: str = "") -> str:
        """A line that nobody complains of."""
        answer = self.session.prompt(
            f"{words}\n> ",
            completer=completer,
            validator=Checked(complaint),
            validate_while_typing=False,
            complete_while_typing=True,
            default=default,
        )
        return answer.strip()

    def prompt(self, question: Question) -> str:
        """What stands above the line in which the answer is typed."""
        notes = [self.say(NEEDED if question.is_required else MAY_BE_BLANK)]
        notes += [self.say(SEVERAL)] if question.is_many else []
        notes += [filled(self.say(SUCH_AS), {"example": question.example})] if question.example else []
        head = " – ".join(filter(None, (f"{question.word} [{question.field}]", question.text)))
        return f"\n{head}\n  ({'; '.join(notes)})"


def meant(text: str, options: Sequence[Option], *, is_many: bool) -> str:
    """The answer with what was said in words, such as `Y tế`, in the values that stand for it, such as `y-te`."""
    names = ((name, option.value) for option in options for name in (*option.others, option.meaning))
    values = {folded(name): value for name, value in names}
    known = {option.value for option in options}
    parts = [part.strip() for part in text.split(",")] if is_many and not text.startswith("[") else [text]
    return ", ".join(part if part in known else values.get(folded(part), part) for part in parts)


def expanded(text: str) -> Path:
    """The path that somebody typed, or dragged into the terminal between quotation marks."""
    return Path(text.strip().strip("'\"").replace("\\ ", " ")).expanduser()

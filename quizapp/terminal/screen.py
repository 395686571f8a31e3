"""A sitting in the terminal: the view of a presenter, and the lines that answer it."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from quizapp.content.mark import DontKnow, Response, Typed
from quizapp.content.question import Form, Kind
from quizapp.schedule.log import Rating
from quizapp.study.view import (
    AnswerShown,
    EndShown,
    Notice,
    QuestionShown,
    Scope,
    StudyDoor,
    StudyView,
    Wanted,
)
from quizapp.terminal.drawing import Drawing
from quizapp.terminal.keyboard import EndedError, Keyboard, StoppedError
from quizapp.terminal.typed_line import (
    ANSWER_SIDE,
    Command,
    Ordered,
    Unclear,
    command_in,
    question_line,
)
from quizapp.words import _, ngettext
from quizapp.words import study as words
from quizapp.words import terminal as prompts
from quizapp.words.troubles import describe

INTERRUPTED = 130
"""The exit code that shells give a program ended by Ctrl-C."""


class Screen:
    """Shows a sitting as lines of text; implements `StudyView`."""

    def __init__(self, console: Console) -> None:
        self.drawing = Drawing(console)
        self.shown: QuestionShown | AnswerShown | EndShown | None = None

    def is_over(self) -> bool:
        """The end is on the screen."""
        return isinstance(self.shown, EndShown)

    def show_question(self, shown: QuestionShown) -> None:
        """Draw the question side, but not anew when only its flag changed."""
        before = self.shown
        self.shown = shown
        if not (isinstance(before, QuestionShown) and _same(before, shown)):
            self.drawing.question(shown)

    def show_answer(self, shown: AnswerShown) -> None:
        """Draw the answer side; after a change of rating only its foot."""
        before = self.shown
        self.shown = shown
        if isinstance(before, AnswerShown) and before.mark == shown.mark:
            self.drawing.foot(shown)
        else:
            self.drawing.answer(shown)

    def show_finished(self, shown: EndShown) -> None:
        """Draw the end."""
        self.shown = shown
        self.drawing.end(shown)

    def show_notice(self, notice: Notice) -> None:
        """Say one line."""
        self.drawing.put(Text(words.notice(notice.value)))

    def show_trouble(self, error: Exception) -> None:
        """Say what failed, what is safe and what to do."""
        self.drawing.put(Text(str(describe(error))))


class TerminalStudy:
    """Asks for lines and hands them to the presenter, until the student has enough.

    Args:
        make_door: makes the presenter for a view.
    """

    def __init__(
        self,
        console: Console,
        keyboard: Keyboard,
        make_door: Callable[[StudyView], StudyDoor],
    ) -> None:
        self._keyboard = keyboard
        self._screen = Screen(console)
        self._door = make_door(self._screen)

    def run(self, wanted: Wanted) -> int:
        """Study until the end; the exit code: 0, or 130 after Ctrl-C. Answers are kept."""
        with self._keyboard.guarded():
            try:
                self._door.start(wanted)
                while self._screen.shown is not None and self._step(self._screen.shown):
                    pass
            except StoppedError:
                self._finish()
                return INTERRUPTED
            except EndedError:
                self._finish()
        return 0

    def _finish(self) -> None:
        """Write what is answered; a sitting that cannot is left as it is."""
        self._screen.drawing.put(Text(""))
        if not self._screen.is_over():
            self._door.end()
            if self._screen.is_over():
                self._say(_("All your answers are kept."))

    def _step(self, shown: QuestionShown | AnswerShown | EndShown) -> bool:
        """Read a line and do what it says; False to stop."""
        match shown:
            case QuestionShown():
                self._question(shown)
            case AnswerShown():
                self._answer(shown)
            case EndShown():
                return self._end(shown)
        return True

    def _question(self, shown: QuestionShown) -> None:
        if shown.kind is Kind.LIST:
            meant = self._listed(shown)
        else:
            line = self._keyboard.line(prompts.prompt(shown.kind.value, shown.form.value))
            meant = question_line(line, shown)
        match meant:
            case Ordered(command=command, rest=rest):
                self._command(command, rest)
            case Unclear():
                self._say(prompts.unclear(meant.value))
            case _:
                self._door.respond(meant)

    def _listed(self, shown: QuestionShown) -> Response | Ordered | Unclear:
        """Items typed a line each, until there are enough or a line is empty."""
        items: list[str] = []
        while len(items) < shown.fields:
            place = _("{n} of {total}: ").format(n=len(items) + 1, total=shown.fields)
            meant = question_line(self._keyboard.line(place), shown)
            match meant:
                case Typed(texts=texts):
                    items += texts
                case DontKnow():
                    break
                case Ordered(command=Command.HINT | Command.HELP as command, rest=rest):
                    self._command(command, rest)  # the items typed so far stand
                case _:
                    return meant
        return Typed(tuple(items)) if items else DontKnow()

    def _answer(self, shown: AnswerShown) -> None:
        prompt = _("1 to 4: ") if shown.judging else _("Enter goes on, ? shows the keys: ")
        line = self._keyboard.line(prompt).strip()
        ordered = command_in(line, ANSWER_SIDE, typing=False)
        if ordered is not None:
            self._command(ordered.command, ordered.rest)
        elif line in ("1", "2", "3", "4"):
            self._door.rate(Rating(int(line)))
        elif line:
            self._say(words.notice(Notice.NOT_NOW.value))
        elif shown.judging and shown.rating is None:
            self._say(_("Type 1, 2, 3 or 4."))
        else:
            self._door.go_on()

    def _end(self, shown: EndShown) -> bool:
        offers = []
        if shown.missed:
            offers.append(_("m: the missed ones again"))
        if shown.more_new:
            offers.append(
                "5: "
                + ngettext(
                    "{n} more new question", "{n} more new questions", shown.more_new
                ).format(n=shown.more_new)
            )
        if shown.answered:
            offers.append(_("u: take back the last step"))
        if not offers:
            return False
        self._say(" · ".join([*offers, _("Enter: end")]))
        line = self._keyboard.line("> ").strip().lower().removeprefix(":")
        if line == "m" and shown.missed:
            cards = tuple(missed.card for missed in shown.missed)
            self._door.start(Wanted(Scope.CARDS, cards=cards))
        elif line == "5" and shown.more_new:
            self._door.start(Wanted(Scope.FIVE_MORE))
        elif line == "u":
            self._door.undo()
        elif line in ("", "q"):
            return False
        return True

    def _command(self, command: Command, rest: str) -> None:
        plain = {
            Command.UNDO: self._door.undo,
            Command.SUSPEND: self._door.suspend,
            Command.BURY: self._door.bury,
            Command.QUIT: self._door.end,
            Command.GUESS: self._door.guess,
            Command.OVERRULE: self._door.overrule,
            Command.ACCEPT: self._door.accept,
            Command.NEW_AGAIN: self._door.start_over,
        }
        if command in plain:
            plain[command]()
        elif command is Command.FLAG:
            self._flag(rest)
        elif command is Command.HINT:
            self._hint()
        elif command is Command.PARAGRAPH:
            self._paragraph()
        else:
            self._keys()

    def _flag(self, reason: str) -> None:
        if not reason:
            reason = self._keyboard.line(_("What is wrong? Enter takes the flag away: "))
        self._door.flag(reason)

    def _hint(self) -> None:
        shown = self._screen.shown
        if isinstance(shown, QuestionShown) and shown.hint:
            self._screen.drawing.hint(shown.hint)
            self._door.hint()
        else:
            self._say(_("There is no hint."))

    def _paragraph(self) -> None:
        shown = self._screen.shown
        if isinstance(shown, AnswerShown) and shown.evidence and shown.evidence.paragraph:
            self._screen.drawing.paragraph(shown.evidence)
        else:
            self._say(_("There is no text to show."))

    def _keys(self) -> None:
        shown = self._screen.shown
        answered = isinstance(shown, AnswerShown)
        typing = isinstance(shown, QuestionShown) and shown.form is Form.TYPE
        self._screen.drawing.keys(prompts.keys(answered=answered, typing=typing))

    def _say(self, line: str) -> None:
        self._screen.drawing.put(Text(line))


def _same(before: QuestionShown, after: QuestionShown) -> bool:
    return (before.card, before.options, before.prompt, before.number) == (
        after.card,
        after.options,
        after.prompt,
        after.number,
    )

"""Sittings in the terminal: what is printed, what is typed, and that Ctrl-C loses nothing."""

from __future__ import annotations

import io
import signal
from collections.abc import Callable, Iterable
from decimal import Decimal

import pytest
from rich.console import Console
from study_answers import right_answer
from study_desk import Desk

from quizapp.content.mark import Arranged, Change, Chosen, Piece, Recalled, Typed
from quizapp.content.question import (
    Choice,
    Cloze,
    Evidence,
    Flashcard,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    Question,
    Short,
    TrueFalse,
)
from quizapp.schedule.log import Action
from quizapp.schedule.store import SourceEntry
from quizapp.study.presenter import Presenter
from quizapp.study.view import QuestionShown, StudyView, Wanted
from quizapp.terminal.drawing import letter_by_letter
from quizapp.terminal.keyboard import Keyboard
from quizapp.terminal.screen import INTERRUPTED, Screen, TerminalStudy

SHORT = Question(
    "short22222",
    Short("Who asked?", "Vjosa Osmani", wrong=("Kurti", "Rama")),
    hint="A president.",
    explanation="She was elected in 2021.",
    attribution="Reuters",
    evidence=Evidence("text", "Vjosa Osmani wrote."),
)
TYPED = Question("typed22222", Short("Capital of Kosovo?", "Pristina"))
TYPED_WITH_HINT = Question("hints22222", Short("Capital?", "Pristina"), hint="A city.")
KINDS = [
    SHORT,
    TYPED,
    Question("choic22222", Choice("Which?", "NATO", ("UN", "EU"))),
    Question("multi22222", Multi("Which are?", ("A", "B"), ("C", "D"))),
    Question("truth22222", TrueFalse("It holds.", answer=False, correction="It does not.")),
    Question("numbr22222", Number("How many?", Decimal(30), "troops")),
    Question("list222222", ListQuestion("Who?", ("Kurti", "Osmani", "Biden"), 2)),
    Question("order22222", Order("In order?", ("one", "two", "three"))),
    Question("match22222", Match("Join.", (("a", "1"), ("b", "2"), ("c", "3")))),
    Question("cloze22222", Cloze("Kosovo left {{Serbia}}.")),
    Question("flash22222", Flashcard("What is *KFOR*?", "Kosovo Force")),
]


class Terminal:
    """A terminal with a student at it who types these lines."""

    def __init__(self, desk: Desk, lines: Iterable[str | type[BaseException]]) -> None:
        self.out = io.StringIO()
        self.lines = iter(lines)
        self.view: StudyView | None = None
        self.desk = desk
        console = Console(file=self.out, width=80, no_color=True, highlight=False)
        self.study = TerminalStudy(console, Keyboard(self.read), self._door)

    def _door(self, view: StudyView) -> Presenter:
        desk = self.desk
        self.view = view
        return Presenter(view, desk.store, desk.store, desk.clock, lambda: desk.limits)

    def read(self, prompt: str) -> str:
        """The next line; the end of what is typed is Ctrl-D."""
        self.out.write(prompt)
        line = next(self.lines, EOFError)
        if not isinstance(line, str):
            raise line
        self.out.write(line + "\n")
        return line

    def run(self) -> int:
        """Study."""
        return self.study.run(Wanted())

    @property
    def text(self) -> str:
        """What stands on it."""
        return self.out.getvalue()


def _typed_right(terminal: Terminal) -> str:
    """How a student types the right answer to what is shown."""
    view = terminal.view
    assert isinstance(view, Screen)
    shown = view.shown
    assert isinstance(shown, QuestionShown)
    question = terminal.desk.store.question(shown.question)
    assert question is not None
    match right_answer(shown, question):
        case Chosen(indexes=indexes) | Arranged(indexes=indexes):
            return " ".join(str(n + 1) for n in indexes)
        case Typed(texts=texts):
            return "\n".join(texts)
        case Recalled():
            return ""
    raise AssertionError(question)


@pytest.mark.parametrize("question", KINDS, ids=lambda question: question.kind.value)
def test_every_kind_can_be_answered(question: Question) -> None:
    """What is typed right is marked right."""
    desk = Desk(question)
    terminal = Terminal(desk, [])

    def lines() -> Iterable[str]:
        yield from _typed_right(terminal).split("\n")
        yield "3"
        yield ":q"

    terminal.lines = iter(lines())
    assert terminal.run() == 0
    (row,) = desk.answers()
    assert row.answer is not None
    assert row.answer.right


def test_the_answer_side_says_everything_without_colour() -> None:
    """Mark, answer, explanation, sentence, source, whose claim, and when it comes again."""
    desk = Desk(SHORT)
    text = "Before. Vjosa Osmani wrote. After."
    desk.store.texts["deck"] = (SourceEntry("text", "A letter", "Reuters", "2022-03", "", text),)
    terminal = Terminal(desk, ["", "m", "q"])
    terminal.run()
    shown = terminal.text
    for words in (
        "Not known",
        "Answer: Vjosa Osmani",
        "She was elected in 2021.",
        "Before. “Vjosa Osmani wrote.” After.",
        "A letter · Reuters · March 2022 · claimed by Reuters",
        "Again, in 1 minute",
        "1 question answered",
    ):
        assert words in shown
    assert "3 Good" not in shown
    assert "\x1b" not in shown
    assert shown.index("A letter") > shown.index("Not known")


def test_a_right_answer_offers_the_other_ratings_and_says_that_there_was_a_hint() -> None:
    """Hard for a reason that is said, and Good one key away."""
    desk = Desk(TYPED_WITH_HINT)
    terminal = Terminal(desk, [":h", "Pristina", "q"])
    terminal.run()
    assert "Right, with a hint" in terminal.text
    assert "Hard, in 6 minutes" in terminal.text
    assert "3 Good (in 10 minutes)" in terminal.text


def test_an_early_end_says_what_is_left() -> None:
    """Nothing else is said to be due then."""
    terminal = Terminal(Desk(SHORT, TYPED), ["q"])
    terminal.run()
    assert "Ended early: 2 questions are left for today." in terminal.text
    assert "Nothing is due" not in terminal.text


def test_a_difference_is_told_by_brackets() -> None:
    """What is too much and what is missing can be told apart in black and white."""
    pieces = [Piece(Change.SAME, "Pri"), Piece(Change.EXTRA, "zt"), Piece(Change.MISSING, "stina")]
    assert letter_by_letter(pieces).plain == "Pri[-zt-]{+stina+}"


def test_a_slip_is_shown_letter_by_letter() -> None:
    """A word that is nearly right shows where it is not."""
    terminal = Terminal(Desk(TYPED), ["Pristinna", "q"])
    terminal.run()
    assert "[-n-]" in terminal.text


@pytest.mark.parametrize(
    ("line", "action"),
    [("s", Action.SUSPEND), ("b", Action.BURY), ("f two are right", Action.FLAG)],
)
def test_commands_do_not_get_in_the_way_of_typing(line: str, action: Action) -> None:
    """In a field they need a colon, on the answer side they do not."""
    desk = Desk(TYPED)
    Terminal(desk, [":" + line, ":q"]).run()
    assert desk.store.rows[0].action is action
    desk = Desk(TYPED)
    Terminal(desk, [line, "q"]).run()
    assert [row.action for row in desk.store.rows] == [Action.ANSWER]
    desk = Desk(TYPED)
    Terminal(desk, ["", line, "q"]).run()
    assert action in [row.action for row in desk.store.rows]


def test_hint_help_and_unclear_lines_lead_on() -> None:
    """None of them answers."""
    desk = Desk(SHORT)
    terminal = Terminal(desk, ["h", "?", "9", "q"])
    terminal.run()
    for words in ("Hint: A president.", "take back the last step", "Type the number of one"):
        assert words in terminal.text
    assert desk.answers() == []


def test_a_recall_waits_for_its_rating() -> None:
    """Enter shows the answer, then only 1 to 4 go on."""
    desk = Desk(Question("flash22222", Flashcard("Front", "Back")))
    terminal = Terminal(desk, ["", "", "9", "2", "q"])
    terminal.run()
    assert "How well did you remember it?" in terminal.text
    assert "Type 1, 2, 3 or 4." in terminal.text
    assert [int(row.answer.rating) for row in desk.answers() if row.answer] == [2]


def test_a_list_is_typed_line_by_line() -> None:
    """A hint in between does not lose what was typed."""
    question = Question("list222222", ListQuestion("Who?", ("Kurti", "Osmani"), 2), hint="Two.")
    desk = Desk(question)
    terminal = Terminal(desk, ["Kurti", ":h", "Osmani", "", ":q"])
    terminal.run()
    assert "Hint: Two." in terminal.text
    assert [row.answer.right for row in desk.answers() if row.answer] == [True]


def test_the_missed_ones_can_be_asked_again_from_the_end() -> None:
    """M at the end begins with them, and they end when they were right once."""
    desk = Desk(TYPED)
    terminal = Terminal(desk, ["", "", "Pristina", "", "m", "Pristina", "", ""])
    assert terminal.run() == 0
    assert [row.answer.right for row in desk.answers() if row.answer] == [False, True, True]
    assert "m: the missed ones again" in terminal.text
    assert "1 question answered in 0 seconds, 1 right." in terminal.text


def test_ctrl_c_keeps_the_answer_on_the_screen() -> None:
    """What was answered is written, and the exit code is that of an interrupt."""
    desk = Desk(SHORT, TYPED)
    terminal = Terminal(desk, ["", KeyboardInterrupt])
    assert terminal.run() == INTERRUPTED
    assert len(desk.answers()) == 1
    assert "All your answers are kept." in terminal.text


def test_the_end_of_input_ends_the_sitting() -> None:
    """Ctrl-D is no fault."""
    desk = Desk(SHORT, TYPED)
    assert Terminal(desk, [""]).run() == 0
    assert len(desk.answers()) == 1


def test_ctrl_c_while_an_answer_is_written_waits_until_it_is() -> None:
    """The row is in the log once, and then the sitting ends."""
    desk = Desk(SHORT, TYPED)
    append = desk.store.append

    def interrupted(entry: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return append(entry)  # type: ignore[arg-type]

    desk.store.append = interrupted  # type: ignore[method-assign, assignment]
    assert Terminal(desk, ["", "", "", ""]).run() == INTERRUPTED
    assert len(desk.answers()) == 1


def test_a_full_disk_is_told_and_the_answer_waits() -> None:
    """It says what is safe, and going on writes the answer once there is room."""
    desk = Desk(SHORT)
    terminal = Terminal(desk, [])

    def lines() -> Iterable[str]:
        yield ""
        desk.store.refusing = True
        yield ""
        desk.store.refusing = False
        yield ""
        yield "q"

    terminal.lines = iter(lines())
    assert terminal.run() == 0
    assert len(desk.answers()) >= 1
    assert "saved" in terminal.text


def test_signals_are_as_before_after_a_sitting() -> None:
    """Ctrl-C does again what it did."""
    before: Callable[..., object] | int | None = signal.getsignal(signal.SIGINT)
    Terminal(Desk(), []).run()
    assert signal.getsignal(signal.SIGINT) == before

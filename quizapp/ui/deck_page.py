"""A deck's page: its questions, what is wrong in its file, what was flagged and set aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.content.deck import Fault, Severity
from quizapp.study.library import CardLine, DeckShown, QuestionLine, reading_minutes
from quizapp.study.view import Scope, Wanted
from quizapp.ui.buttons import Button
from quizapp.ui.confirm import Confirm
from quizapp.ui.controls import Body, Caption, Field, Heading, Page
from quizapp.ui.deck_table import counts_in_words
from quizapp.ui.flow import Flow, empty
from quizapp.ui.keep_focus import focused_name, give_back
from quizapp.ui.lines_model import Line
from quizapp.ui.lines_view import LinesView, on_a_card
from quizapp.ui.theme import Role, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingPrimary, WrappingQuiet
from quizapp.words import _, ngettext
from quizapp.words.faults import describe

WIDE = 100  # characters across the column


class DeckPage(Page):
    """One deck. Its parts stand behind buttons; only parts that hold something have one.

    Signals:
        back: the student wants to see all decks.
        begin, set_aside, read: id of the deck.
        study: a `Wanted` for the deck.
        take_back: card key, to be asked again as it is.
        start_over: card key, to be asked as if it were new; sent after the student agreed.
        unflag: card key.
        open_folder: path of the deck's file.
    """

    back = Signal()
    begin = Signal(str)
    set_aside = Signal(str)
    read = Signal(str)
    study = Signal(object)
    take_back = Signal(str)
    start_over = Signal(str)
    unflag = Signal(str)
    open_folder = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=WIDE)
        self._shown: DeckShown | None = None
        self._part = "questions"
        self._head = QVBoxLayout()
        self._head.setSpacing(8)
        self.filter = Field(theme, _("Filter questions"))
        self.filter.setPlaceholderText(_("Filter questions"))
        self.filter.setClearButtonEnabled(True)
        self._said = Body(theme)
        self.list = LinesView(theme, _("Questions"), _("No question has these words."))
        self._steps = QWidget()
        self._steps_flow = Flow(self._steps, gap=8)
        for name, words in (
            ("unflag", _("Take the flag away")),
            ("back", _("Ask it again")),
            ("over", _("Start over")),
        ):
            button = WrappingQuiet(theme, words)
            button.setObjectName(f"card {name}")
            button.clicked.connect(self._card_step)
            self._steps_flow.addWidget(button)
        self.column.setSpacing(16)
        self.column.addLayout(self._head)
        self.column.addWidget(self.filter)
        self.column.addWidget(self._said)
        self.column.addWidget(on_a_card(theme, self.list), 1)
        self.column.addWidget(self._steps)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)
        self.filter.textChanged.connect(self.list.set_filter)
        self.filter.returnPressed.connect(self._go_to_list)

    def show_deck(self, shown: DeckShown) -> None:
        """Show a deck; another one starts at its questions, the same one stays where it was."""
        had = focused_name(self)
        if self._shown is None or self._shown.line.entry.id != shown.line.entry.id:
            self._part = "questions"
            self.filter.clear()
            self.list.show_lines(())
        self._shown = shown
        parts = _parts(shown)
        if self._part not in dict(parts):
            self._part = "questions"
        self._fill_head(shown, parts)
        self._fill_part()
        give_back(self, had)

    def show_part(self, part: str) -> None:
        """Go to "questions", "faults", "flagged" or "aside", where it holds something."""
        if self._shown is not None and part in dict(_parts(self._shown)):
            self._part = part
            for tab in self.findChildren(Button, part):
                tab.setChecked(True)
            self._fill_part()

    def focus_first(self) -> None:
        """Give the focus to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_head(self, shown: DeckShown, parts: Sequence[tuple[str, str]]) -> None:
        entry = shown.line.entry
        empty(self._head)
        back = WrappingLink(self.theme, _("All decks"))
        back.setObjectName("back")
        back.clicked.connect(self.back)
        self._head.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addWidget(Heading(self.theme, entry.title))
        if entry.description:
            self._head.addWidget(Body(self.theme, entry.description))
        self._head.addWidget(Caption(self.theme, _standing(shown)))
        self._head.addWidget(self._flow(_deck_steps(shown), self._deck_step))
        if len(parts) > 1:
            tabs = self._flow(parts, self._go_to_part)
            for tab in tabs.findChildren(Button):
                tab.setCheckable(True)
                tab.setAutoExclusive(True)
                tab.setChecked(tab.objectName() == self._part)
            self._head.addSpacing(8)
            self._head.addWidget(tabs)

    def _flow(self, steps: Sequence[tuple[str, str]], slot: Callable[[], None]) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, gap=8)
        for name, words in steps:
            make = WrappingPrimary if name in {"study", "begin"} else WrappingQuiet
            button = make(self.theme, words)
            button.setObjectName(name)
            button.clicked.connect(slot)
            flow.addWidget(button)
        return holder

    def _go_to_part(self) -> None:
        self.show_part(self.sender().objectName())

    def _fill_part(self) -> None:
        shown = self._shown
        if shown is None:
            return
        asks = self._part == "questions"
        self.filter.setVisible(asks)
        self.list.set_filter(self.filter.text() if asks else "")
        said = ""
        match self._part:
            case "faults":
                lines = [_fault_line(at, fault) for at, fault in enumerate(shown.faults)]
                said = _("Mend these lines in the file; the deck is read again when it is saved.")
            case "flagged":
                lines = [_flagged_line(card) for card in shown.flagged]
                said = _("You said that something is wrong with these.")
            case "aside":
                lines = [_aside_line(card) for card in shown.set_aside]
                said = _(
                    "These are not asked. One that is missed again and again is often unclear, or"
                    " easily confused with another: read the sentence it rests on in the article,"
                    " then have it asked again, or start over as if it were new."
                )
            case _:
                lines = [_question_line(at, q) for at, q in enumerate(shown.questions)]
        self._said.set_text(said)
        self._said.setVisible(bool(said))
        self.list.setAccessibleName(dict(_parts(shown))[self._part])
        self.list.show_lines(lines)
        steps = {"flagged": {"card unflag"}, "aside": {"card back", "card over"}}
        wanted = steps.get(self._part, set())
        self._steps.setVisible(bool(wanted))
        for button in self._steps.findChildren(Button):
            button.setVisible(button.objectName() in wanted)

    def _deck_step(self) -> None:
        if self._shown is None:
            return
        entry = self._shown.line.entry
        match self.sender().objectName():
            case "begin":
                self.begin.emit(entry.id)
            case "study":
                self.study.emit(Wanted(decks=(entry.id,)))
            case "over":
                self.study.emit(Wanted(Scope.GO_OVER, decks=(entry.id,)))
            case "read":
                self.read.emit(entry.id)
            case "set aside":
                self.set_aside.emit(entry.id)
            case _:
                self.open_folder.emit(entry.path)

    def _card_step(self) -> None:
        card = self.list.key
        name = self.sender().objectName()
        if not card:
            return
        if name == "card unflag":
            self.unflag.emit(card)
        elif name == "card back":
            self.take_back.emit(card)
        else:
            dialog = Confirm(
                self.theme,
                self,
                _("Start over with this question?"),
                _("It is asked as if it were new. What you answered before stays in the history."),
                _("Start over"),
            )
            dialog.setObjectName(card)
            dialog.accepted.connect(self._started_over)
            dialog.open()

    def _started_over(self) -> None:
        self.start_over.emit(self.sender().objectName())

    def _find(self) -> None:
        if self.filter.isVisible():
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filter.selectAll()

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)


def _parts(shown: DeckShown) -> list[tuple[str, str]]:
    """The parts that hold something, with their words."""
    parts = [("questions", _("Questions: {n}").format(n=len(shown.questions)))]
    if shown.faults:
        parts.append(("faults", _("To mend: {n}").format(n=len(shown.faults))))
    if shown.flagged:
        parts.append(("flagged", _("Flagged: {n}").format(n=len(shown.flagged))))
    if shown.set_aside:
        parts.append(("aside", _("Set aside: {n}").format(n=len(shown.set_aside))))
    return parts


def _deck_steps(shown: DeckShown) -> list[tuple[str, str]]:
    """What can be done with the deck, the likeliest first."""
    entry, counts = shown.line.entry, shown.line.counts
    steps = []
    if not entry.begun:
        steps.append(("begin", _("Begin")))
    else:
        if counts.due or counts.new:
            steps.append(("study", _("Study")))
        steps.append(("over", _("Go over every question")))
    if shown.articles:
        minutes = reading_minutes(shown.articles[0].text)
        words = ngettext(
            "Read the article, {n} minute", "Read the article, {n} minutes", minutes
        ).format(n=minutes)
        steps.append(("read", words))
    if entry.begun:
        steps.append(("set aside", _("Set aside")))
    steps.append(("folder", _("Open folder")))
    return steps


def _standing(shown: DeckShown) -> str:
    """How far the student is with the deck."""
    entry, counts = shown.line.entry, shown.line.counts
    parts = [counts_in_words(counts.due, counts.new) if entry.begun else _("not begun")]
    parts.append(
        _("{learned} of {cards} learned").format(learned=counts.learned, cards=counts.cards)
    )
    if entry.bundled:
        parts.append(_("comes with Quizapp"))
    return " · ".join(parts)


def _question_line(at: int, question: QuestionLine) -> Line:
    under = ((question.answer, Role.MUTED),) if question.answer else ()
    return Line(question.id or f"#{at}", question.prompt, under, question.search)


def _fault_line(at: int, fault: Fault) -> Line:
    kept_out = fault.severity is Severity.ERROR
    where = _("line {line}").format(line=fault.line) if fault.line else _("the whole file")
    effect = _("not asked until it is mended") if kept_out else _("asked all the same")
    role = Role.WRONG if kept_out else Role.ATTENTION
    return Line(str(at), describe(fault), ((f"{where} · {effect}", role),))


def _flagged_line(card: CardLine) -> Line:
    reason = card.flag or _("no reason given")
    return Line(card.card, card.prompt, ((reason, Role.ATTENTION),))


def _aside_line(card: CardLine) -> Line:
    if card.leech:
        words = ngettext("missed {n} time", "missed {n} times", card.lapses).format(n=card.lapses)
    else:
        words = _("set aside by you")
    return Line(card.card, card.prompt, ((words, Role.MUTED),))

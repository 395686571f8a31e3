"""Today: what now, how long, and what else there is; or the first thing to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from quizapp.study.view import Scope, TodayShown, Wanted
from quizapp.ui.buttons import Button
from quizapp.ui.controls import Body, Caption, Card, Heading, Page
from quizapp.ui.deck_table import DeckInvitation, DeckTable
from quizapp.ui.flow import Flow, empty
from quizapp.ui.keep_focus import focused_name, give_back
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingPrimary, WrappingQuiet
from quizapp.words import _, ngettext
from quizapp.words.days import about, greeting, long_day, next_time
from quizapp.words.study import seconds

WIDE = 100  # characters across the column
SHORT_MINUTES = 5.0
MOST_BEGUN, MOST_OTHERS, FEW_OTHERS = 40, 12, 3
FIRST_QUESTIONS, MINUTES_A_QUESTION = 10, 0.5


class TodayPage(Page):
    """What there is to do today.

    Signals:
        study: a `Wanted`, when the student asked to study.
        begin: id of the deck that the student wants in the plan.
        read: id of the deck whose article the student wants to read.
        open_deck: id of the deck whose page the student wants.
        add_deck: the student wants to take in a file.
        open_library: the student wants to see all decks.
        open_facts: she wants to see which facts of her own decks are old.
    """

    study = Signal(object)
    begin = Signal(str)
    read = Signal(str)
    open_deck = Signal(str)
    add_deck = Signal()
    open_library = Signal()
    open_facts = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=WIDE)
        self._shown: TodayShown | None = None
        self._first: QPushButton | None = None
        self._facts_line = ""

    def show_facts(self, words: str) -> None:
        """Say that facts are to be checked; "" for none."""
        if words != self._facts_line:
            self._facts_line = words
            if self._shown is not None:
                self.show_today(self._shown)

    def show_today(self, shown: TodayShown) -> None:
        """Show the day; the button that had the focus keeps it where it is still there."""
        had = focused_name(self)
        self._shown = shown
        self._first = None
        empty(self.column)
        self._add_head(shown)
        if shown.first:
            self._add_first(shown)
        elif not shown.begun:
            self._add_no_plan(shown)
        elif shown.due or shown.new:
            self._add_plan(shown)
        else:
            self._add_done(shown)
        self._add_notes(shown)
        self.column.addStretch(1)
        give_back(self, had)

    def focus_first(self) -> None:
        """Give the focus to what is most likely wanted."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_head(self, shown: TodayShown) -> None:
        head = QWidget()
        row = Flow(head, gap=16, spread=True)
        row.addWidget(Heading(self.theme, greeting(shown.hour)))
        row.addWidget(TextLabel(self.theme, Size.BODY, long_day(shown.day), role=Role.MUTED))
        self.column.addWidget(head)

    def _add_first(self, shown: TodayShown) -> None:
        known = {deck: (title, said, n) for deck, title, said, n in shown.others}
        if shown.suggested in known:
            self._add_suggestion(shown, *known[shown.suggested])
        others = [deck for deck in shown.others if deck[0] != shown.suggested]
        if others:
            self._add_others(_("Other decks") if shown.suggested else _("Decks"), others)
        self._add_own(alone=not shown.others)

    def _add_suggestion(self, shown: TodayShown, title: str, said: str, questions: int) -> None:
        card = _roomy(Card(self.theme))
        count = min(questions, shown.new or FIRST_QUESTIONS)
        time = max(1, round(shown.minutes or count * MINUTES_A_QUESTION))
        words = _("Begin: {deck}, {questions}, {minutes}").format(
            deck=title,
            questions=ngettext("{n} question", "{n} questions", count).format(n=count),
            minutes=ngettext("{n} minute", "{n} minutes", time).format(n=time),
        )
        begin = self._named(WrappingPrimary(self.theme, words + "  ⏎"), "begin")
        begin.setAccessibleName(words)
        begin.clicked.connect(self._begin_suggested)
        buttons = [begin]
        if shown.suggested_minutes:
            read = self._named(WrappingQuiet(self.theme, _("Read the article first")), "read")
            read.clicked.connect(self._read_suggested)
            buttons.append(read)
        card.column.addWidget(_flowing(*buttons))
        if said:
            card.column.addWidget(Body(self.theme, said))
        if shown.suggested_minutes:
            n = shown.suggested_minutes
            card.column.addWidget(
                Caption(
                    self.theme,
                    ngettext(
                        "The article takes about {n} minute, and you can begin at its end.",
                        "The article takes about {n} minutes, and you can begin at its end.",
                        n,
                    ).format(n=n),
                )
            )
        self.column.addWidget(card)
        self._first = begin

    def _add_plan(self, shown: TodayShown) -> None:
        card = _roomy(Card(self.theme))
        parts = []
        if shown.due:
            parts.append(ngettext("{n} to review", "{n} to review", shown.due).format(n=shown.due))
        if shown.new:
            parts.append(ngettext("{n} new", "{n} new", shown.new).format(n=shown.new))
        counts = TextLabel(self.theme, Size.ANSWER, " · ".join(parts), strong=True)
        time = TextLabel(self.theme, Size.BODY, about(shown.minutes), role=Role.MUTED)
        card.column.addWidget(_flowing(counts, time, gap=24))
        start = self._named(WrappingPrimary(self.theme, _("Start") + "  ⏎"), "start")
        start.setAccessibleName(_("Start"))
        start.clicked.connect(self._start)
        buttons: list[Button] = [start]
        if shown.minutes > SHORT_MINUTES:
            short = self._named(WrappingQuiet(self.theme, _("5 minutes")), "short")
            short.setAccessibleDescription(_("Study what fits into five minutes"))
            short.clicked.connect(self._start_short)
            buttons.append(short)
        if len(shown.begun) > 1:
            choose = self._named(WrappingQuiet(self.theme, _("Choose decks")), "choose")
            choose.clicked.connect(self._choose)
            buttons.append(choose)
        card.column.addWidget(_flowing(*buttons))
        self.column.addWidget(card)
        self._first = start
        self._add_begun(shown)
        self._add_few_others(_("Other decks"), shown)

    def _add_done(self, shown: TodayShown) -> None:
        card = _roomy(Card(self.theme))
        words = _("Done for today") if shown.done else _("Nothing is due today")
        card.column.addWidget(TextLabel(self.theme, Size.ANSWER, words, strong=True))
        for line in _after_study(shown):
            card.column.addWidget(Body(self.theme, line))
        buttons: list[Button] = []
        if shown.more_new:
            more = self._named(WrappingQuiet(self.theme, _("Five more")), "more")
            more.setAccessibleDescription(_("Five new questions past today's limit"))
            more.clicked.connect(self._five_more)
            buttons.append(more)
        over = self._named(WrappingQuiet(self.theme, _("Go over a deck")), "over")
        over.setAccessibleDescription(_("Every question of a deck, weakest first"))
        over.clicked.connect(self._go_over_one)
        buttons.append(over)
        card.column.addWidget(_flowing(*buttons))
        self.column.addWidget(card)
        self._first = buttons[0]
        self._add_begun(shown)
        self._add_few_others(_("Begin another deck"), shown)

    def _add_no_plan(self, shown: TodayShown) -> None:
        card = _roomy(Card(self.theme))
        card.column.addWidget(
            TextLabel(self.theme, Size.ANSWER, _("No deck is in your plan"), strong=True)
        )
        card.column.addWidget(
            Body(
                self.theme,
                _("Begin one, and its questions come here each day when they are due."),
            )
        )
        self.column.addWidget(card)
        if shown.others:
            self._add_others(_("Decks"), list(shown.others))
        self._add_own(alone=not shown.others)

    def _add_begun(self, shown: TodayShown) -> None:
        table = DeckTable(self.theme, shown.begun[:MOST_BEGUN])
        table.study.connect(self._study_deck)
        table.go_over.connect(self._go_over)
        table.open_deck.connect(self.open_deck)
        self.column.addWidget(table)
        if len(shown.begun) > MOST_BEGUN:
            self.column.addWidget(self._library_link(_("All decks")))

    def _add_few_others(self, title: str, shown: TodayShown) -> None:
        """The first decks that are not begun, and the way to all, so that none seems missing."""
        if shown.others:
            self._add_others(title, list(shown.others[:FEW_OTHERS]))
            self.column.addWidget(
                self._library_link(_("All decks")), 0, Qt.AlignmentFlag.AlignLeft
            )

    def _add_others(self, title: str, decks: list[tuple[str, str, str, int]]) -> None:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(_group_title(self.theme, title))
        for deck, name, said, questions in decks[:MOST_OTHERS]:
            invitation = DeckInvitation(self.theme, deck, name, said, questions)
            invitation.begin.connect(self.begin)
            invitation.open_deck.connect(self.open_deck)
            column.addWidget(invitation)
            if self._first is None:
                self._first = invitation.findChild(QPushButton, f"begin {deck}")
        self.column.addWidget(group)
        if len(decks) > MOST_OTHERS:
            self.column.addWidget(self._library_link(_("All decks")))

    def _add_own(self, *, alone: bool) -> None:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        if alone:
            column.addWidget(Body(self.theme, _("Your decks would be here, and none was found.")))
        add = self._named(WrappingQuiet(self.theme, _("Add a deck")), "add")
        add.clicked.connect(self.add_deck)
        column.addWidget(_flowing(add))
        column.addWidget(
            Caption(self.theme, _("A deck is a text file. You can also drop one on the window."))
        )
        self.column.addWidget(group)
        if self._first is None:
            self._first = add

    def _add_notes(self, shown: TodayShown) -> None:
        notes = []
        if shown.unreadable:
            notes.append(
                ngettext(
                    "{n} deck file could not be read.",
                    "{n} deck files could not be read.",
                    shown.unreadable,
                ).format(n=shown.unreadable)
            )
        if shown.set_aside:
            notes.append(
                ngettext(
                    "{n} question is set aside and not asked.",
                    "{n} questions are set aside and not asked.",
                    shown.set_aside,
                ).format(n=shown.set_aside)
            )
        group = QVBoxLayout()
        group.setSpacing(0)
        if self._facts_line:
            line = QWidget()
            row = Flow(line, gap=8)
            row.addWidget(Body(self.theme, self._facts_line))
            show = self._named(WrappingLink(self.theme, _("Show")), "facts")
            show.setAccessibleName(_("Show the facts to check"))
            show.clicked.connect(self.open_facts)
            row.addWidget(show)
            group.addWidget(line)
        for words in notes:
            line = QWidget()
            row = Flow(line, gap=8)
            row.addWidget(Body(self.theme, words))
            row.addWidget(self._library_link(_("Show in Library")))
            group.addWidget(line)
        self.column.addLayout(group)

    def _library_link(self, words: str) -> WrappingLink:
        link = WrappingLink(self.theme, words)
        link.clicked.connect(self.open_library)
        return link

    def _named(self, button: Button, name: str) -> Button:
        button.setObjectName(name)
        return button

    def _begin_suggested(self) -> None:
        if self._shown is not None:
            self.begin.emit(self._shown.suggested)

    def _read_suggested(self) -> None:
        if self._shown is not None:
            self.read.emit(self._shown.suggested)

    def _start(self) -> None:
        self.study.emit(Wanted())

    def _start_short(self) -> None:
        self.study.emit(Wanted(Scope.MINUTES, minutes=SHORT_MINUTES))

    def _five_more(self) -> None:
        self.study.emit(Wanted(Scope.FIVE_MORE))

    def _study_deck(self, deck: str) -> None:
        self.study.emit(Wanted(decks=(deck,)))

    def _go_over(self, deck: str) -> None:
        self.study.emit(Wanted(Scope.GO_OVER, decks=(deck,)))

    def _choose(self) -> None:
        self._ask(several=True)

    def _go_over_one(self) -> None:
        if self._shown is not None and len(self._shown.begun) == 1:
            self._go_over(self._shown.begun[0].id)
        else:
            self._ask(several=False)

    def _ask(self, *, several: bool) -> None:
        if self._shown is None:
            return
        from quizapp.ui.choose_decks import ChooseDecks

        dialog = ChooseDecks(self.theme, self._shown.begun, self, several=several)
        dialog.chosen.connect(self._study_several if several else self._go_over_several)
        dialog.open()

    def _study_several(self, decks: tuple[str, ...]) -> None:
        self.study.emit(Wanted(decks=decks))

    def _go_over_several(self, decks: tuple[str, ...]) -> None:
        self.study.emit(Wanted(Scope.GO_OVER, decks=decks))


def _after_study(shown: TodayShown) -> list[str]:
    """What was done today, and when the next are due."""
    lines = []
    if shown.done_answers:
        lines.append(
            _("{answers} in {time}.").format(
                answers=ngettext("{n} answer", "{n} answers", shown.done_answers).format(
                    n=shown.done_answers
                ),
                time=seconds(shown.done_seconds),
            )
        )
    if shown.next_day and shown.next_cards:
        lines.append(
            ngettext(
                "The next question is due {day}.", "The next {n} are due {day}.", shown.next_cards
            ).format(n=shown.next_cards, day=next_time(shown.next_day, shown.day))
        )
    return lines


def _group_title(theme: Theme, words: str) -> TextLabel:
    return TextLabel(theme, Size.BODY, words, strong=True)


def _roomy(card: Card) -> Card:
    card.column.setContentsMargins(24, 24, 24, 24)
    card.column.setSpacing(12)
    return card


def _flowing(*widgets: QWidget, gap: int = 12) -> QWidget:
    holder = QWidget()
    flow = Flow(holder, gap=gap)
    for widget in widgets:
        flow.addWidget(widget)
    return holder

"""Deciding on an article's questions: the article, the question at hand, and its checks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.generate.article import Span
from quizapp.generate.desk import Desk, Item, State
from quizapp.generate.draft_errors import DeskError
from quizapp.generate.draft_undoing import after_undo, still_kept
from quizapp.ui.article_checks import ChecksColumn
from quizapp.ui.article_column import ArticleColumn
from quizapp.ui.article_editing import Editing
from quizapp.ui.article_head import ArticleHead
from quizapp.ui.article_keys import HELP, KeysAnywhere, step_of
from quizapp.ui.article_offers import Offers
from quizapp.ui.article_question import QuestionColumn
from quizapp.ui.article_words import counter_words, done_words, hidden_count
from quizapp.ui.columns import Columns
from quizapp.ui.command import Command
from quizapp.ui.controls import MARGIN
from quizapp.ui.icons import Icons
from quizapp.ui.keys_help import KeysHelp
from quizapp.ui.theme import Theme
from quizapp.words import _, deciding


class Deciding(QWidget):
    """One article on the desk. Each decision is the desk's, which keeps it at once.

    Signals:
        left: the author wants the other articles.
        details: the author wants to say what the article is.
        save: the author wants what she kept in a deck.
        undo: the last step is to be taken back, which may take a while.
        ask: a `Span` of the article is to be asked about, which may take a while.
        keep_ready: all that are ready are to be kept, which may take a while.
        said: a line to say.
        failed: an error to tell.
    """

    left = Signal()
    details = Signal()
    save = Signal()
    undo = Signal()
    ask = Signal(object)
    keep_ready = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._desk: Desk | None = None
        self._at = ""
        self._place = 0
        self._held = False
        self._waiting: deque[str] = deque()
        self.article = ArticleColumn(theme)
        self.question = QuestionColumn(theme, icons)
        self.checks = ChecksColumn(theme, icons)
        self._head = ArticleHead(theme)
        self._head.left.connect(self.left)
        self._head.save.connect(self._save)
        self.columns = Columns(theme, self.article, self.question, self.checks)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self.columns, 1)
        self.article.asked.connect(self._ask)
        self.question.step.connect(self._step)
        self.question.refused.connect(self._refuse)
        self.question.opened.connect(self.open)
        self.question.listed.connect(self._list)
        self.question.list.chosen.connect(self._chosen)
        self._editing = Editing(self, self)
        self._offers = Offers(self, self)
        self._anywhere = KeysAnywhere(self)
        self._anywhere.step.connect(self._step)
        self.article.details.connect(self.details)
        self.checks.keep_green.connect(self._keep_ready)
        self.checks.show_red.connect(self._show_red)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.setWhatsThis(_("Save to a deck"))
        save.activated.connect(self._save)

    @property
    def desk(self) -> Desk | None:
        """The article on the table, if there is one."""
        return self._desk

    @property
    def at(self) -> str:
        """The id of the question at hand, "" for none."""
        return self._at

    def show_desk(self, desk: Desk, notes: Sequence[str] = ()) -> None:
        """Put an article on the table, at its first open question.

        Args:
            desk: with all that was decided before.
            notes: what is to be known of how it was read, in words.
        """
        self.clear()
        self._desk = desk
        self.article.show_article(desk.article, notes)
        self.question.leave_list()
        first = next((one for one in desk.items if one.state is State.OPEN), None)
        self._at = first.id if first else next((one.id for one in desk.items), "")
        self.refresh()

    def clear(self) -> None:
        """Take the article off the table."""
        self.keep_typed()
        self._waiting.clear()
        self._desk = None
        self._at = ""

    def refresh(self) -> None:
        """Show what the desk has now; the form stays while it is up."""
        desk = self._desk
        if desk is None:
            return
        item = self.item
        if item is None and desk.items:  # it is gone: the one in its place
            item = desk.items[min(self._place, len(desk.items) - 1)]
        self._at = item.id if item else ""
        self._place = desk.items.index(item) if item else 0
        self.article.show_about(desk.article)
        self.article.text.show_sentences(desk.sentences())
        self._show_about(desk, item)
        if item is None:
            self.question.show_nothing(
                _(
                    "Nothing was found to ask about. Select words in the article and press Enter:"
                    " they become the answer of a question."
                )
            )
            self.checks.show_nothing()
        elif not self.question.editing:
            self.question.show_item(item)
        if self.question.listing:
            self.question.list.show_items(desk.items, self._at)
        self.checks.show_hidden(hidden_count(desk), shown=desk.show_red)
        self._head.show_to_save(len(desk.to_save()))

    def _show_about(self, desk: Desk, item: Item | None) -> None:
        """Show what stands around the question at hand: its quote, its place, its checks."""
        self.article.text.show_quote(item.candidate.span if item else None)
        self.question.counter.set_text(counter_words(desk, item))
        if item is not None and not self.question.editing:
            self.checks.show_checks(desk.checks(item.id))
        failed = self.checks.failed
        checks = _("Checks: {n}").format(n=failed) if failed else _("Checks")
        self.columns.set_words(_("Article"), _("Question"), checks)

    def focus_first(self) -> None:
        """Put the focus where keys decide, or where words are selected if that is all one can."""
        if self._at or self._desk is None:
            self.question.focus_first()
        else:
            self.columns.show_column("left")
            self.article.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_typed(self) -> None:
        """Have the desk keep what stands in the form, as far as it makes sense."""
        self._editing.keep_typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Decide by a key that no field wants."""
        if event.key() == Qt.Key.Key_Escape:
            self.columns.show_column("middle")
            self.question.focus_first()
            return
        step = step_of(event)
        if not step or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            self._step(step)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Lose nothing when the page is left."""
        super().hideEvent(event)
        self.keep_typed()

    @property
    def item(self) -> Item | None:
        """The question at hand."""
        if self._desk is None or not self._at:
            return None
        return next((one for one in self._desk.items if one.id == self._at), None)

    def do(self, step: Callable[..., object], *words: object) -> bool:
        """Carry a step of the desk out; whether it was done."""
        desk = self._desk
        if self._held:
            return False
        try:
            step(*words)
        except DeskError as error:
            self.failed.emit(error)
            return False
        if desk is not None and desk.trouble is not None:
            self.failed.emit(desk.trouble)
        return True

    def commands(self) -> tuple[Command, ...]:
        """What keys do that no button does."""
        told = (
            ("words", _("Go to the words of the question"), "W"),
            ("keys", _("See the keys"), "?"),
        )
        return tuple(
            Command(f"article.{name}", words, keys, _("This page"), partial(self._step, name))
            for name, words, keys in told
        )

    def _step(self, name: str) -> None:
        if self._desk is None:
            return
        if self._held:
            self._waiting.append(name)  # until the other thread gives the desk back
            return
        if name.isdigit():
            self.checks.press(int(name))
            return
        steps: dict[str, Callable[[], None]] = {
            "keep": self._keep,
            "reopen": self._reopen,
            "edit": self._editing.open,
            "refuse": self._ask_why,
            "undo": self._undo,
            "next": partial(self._move, 1),
            "back": partial(self._move, -1),
            "list": partial(self._list, not self.question.listing),
            "red": self._toggle_red,
            "words": self._go_to_words,
            "others": self.left.emit,
            "keys": self._show_keys,
            "keep-green": self._keep_ready,
        }
        steps[name]()

    def _keep(self) -> None:
        desk, item = self._desk, self.item
        if desk is None or item is None:
            return
        if item.state is State.KEPT or self.do(desk.keep, item.id):
            self.go_on()

    def _reopen(self) -> None:
        if self._desk is not None and self._at and self.do(self._desk.reopen, self._at):
            self.refresh()

    def _ask_why(self) -> None:
        if self.item is not None and not self._editing.use_typed():
            self.show_question()
            self.question.ask_why()

    def _refuse(self, reason: str) -> None:
        if self._desk is not None and self.do(self._desk.refuse, self._at, reason):
            self.question.end_refusal()
            self.go_on()

    def _keep_ready(self) -> None:
        if not self._editing.use_typed() and not self._held:
            self.keep_ready.emit()

    def _undo(self) -> None:
        if not self._editing.use_typed():
            self.undo.emit()

    def show_undone(self, code: str | None) -> None:
        """Say what was taken back, and go to the question that stands as before."""
        desk = self._desk
        if desk is None or not code:
            self.said.emit(_("Nothing to undo."))
        else:
            self.said.emit(deciding.undone(code, in_deck=still_kept(desk, code)))
        if desk is None:
            return
        if code:
            self._at = after_undo(desk, self._at, code)
        if self._at in desk.undone and not self.question.listing:
            self.show_question()
        self.refresh()
        self.question.focus_first()

    def go_on(self) -> None:
        """Go to the next open question after the one at hand, or stay where none is left."""
        desk = self._desk
        if desk is None:
            return
        listed = self.question.list.keys if self.question.listing else None
        items = [one for one in desk.items if listed is None or one.id in listed]
        at = next((n for n, one in enumerate(items) if one.id == self._at), 0)
        after = (*items[at + 1 :], *items[:at])
        following = next((one for one in after if one.state is State.OPEN), None)
        if following is not None:
            self._at = following.id
        elif all(one.state is not State.OPEN for one in desk.items):
            self.said.emit(done_words(desk))
        self.refresh()
        self.question.focus_first()

    def _move(self, by: int) -> None:
        desk = self._desk
        if desk is None or not desk.items:
            return
        if self.question.listing:
            self.question.list.go(by)
            return
        if self._editing.use_typed():
            return
        ids = [one.id for one in desk.items]
        at = ids.index(self._at) if self._at in ids else 0
        self._at = ids[(at + by) % len(ids)]
        self.show_question()
        self.refresh()
        self.question.focus_first()

    def show_asked(self, item: Item) -> None:
        """Have a question at hand that was just asked about selected words."""
        self._at = item.id
        self.article.text.unselect()
        self.show_question()
        self.question.show_item(item)
        self.refresh()
        self.question.focus_first()

    @property
    def held(self) -> bool:
        """Another thread has the desk."""
        return self._held

    def hold(self, *, held: bool) -> None:
        """Leave the desk alone while another thread has it, or take it up again."""
        self._held = held
        if not held and self._waiting:
            QTimer.singleShot(0, self, self._catch_up)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, held)

    def _catch_up(self) -> None:
        """Carry out what was pressed meanwhile, in order."""
        while self._waiting and not self._held:
            self._step(self._waiting.popleft())

    def _ask(self, span: Span) -> None:
        if self._desk is not None and not self._held:
            self.keep_typed()
            self.ask.emit(span)

    def open(self, item_id: str) -> None:
        """Have a question at hand."""
        if self._editing.use_typed():
            return
        self._at = item_id
        self.question.leave_list()
        self.refresh()
        self.question.focus_first()

    def _chosen(self, item_id: str) -> None:
        """A line of the list is chosen: keys are for it."""
        if self._desk is not None and self.question.listing and item_id != self._at:
            self._at = item_id
            self._show_about(self._desk, self.item)

    def _list(self, wanted: bool) -> None:
        if self._desk is not None and wanted:
            self.columns.show_column("middle")
            self.question.show_list(self._desk.items, self._at)
        else:
            self.question.leave_list()
            self.refresh()

    def show_question(self) -> None:
        """Have the question in sight, whatever stood in its place."""
        self.question.leave_list()
        self.columns.show_column("middle")

    def _go_to_words(self) -> None:
        self.columns.show_column("left")
        self.article.text.go_to_quote()

    def _toggle_red(self) -> None:
        if self._desk is not None:
            self._show_red(not self._desk.show_red)

    def _show_red(self, shown: bool) -> None:
        if self._desk is not None:
            self._desk.show_red = shown
            self.refresh()

    def _save(self) -> None:
        still = self._editing.use_typed()
        if not still and self._desk is not None and self._desk.to_save():
            self.save.emit()

    def _show_keys(self) -> None:
        KeysHelp(self._theme, self, HELP).open()

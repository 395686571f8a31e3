"""The editor's left column: all questions of the deck, searched, filtered, sorted, chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.author.door import Desk
from quizapp.author.told import Changed, Line, State
from quizapp.content.question import Kind
from quizapp.ui.controls import Caption, Field
from quizapp.ui.editor_lines import AGED, ALL, KINDS, SORTS, STATES, Sieve, line_of
from quizapp.ui.flow import Flow
from quizapp.ui.lines_view import on_a_card
from quizapp.ui.menu_button import MenuButton
from quizapp.ui.question_lines import QuestionLines
from quizapp.ui.theme import Theme
from quizapp.words import _, ngettext

_FEW = 20
"""Lines that are changed one by one; each has to be found among all."""
_LEAST = 96  # pixels of the list


class EditorList(QWidget):
    """The questions.

    Attributes:
        list: the list itself.
        filter: where words are searched.

    Signals:
        chosen: key of the question at hand, "" for none.
        opened: key of a question that is to be typed into, on Enter.
        step: what is to be done with the chosen questions: "tag", "untag", "move", "copy",
            "duplicate", "delete".
        moved: the chosen questions are wanted one place up (-1) or down (1).
    """

    chosen = Signal(str)
    opened = Signal(str)
    step = Signal(str)
    moved = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lines: dict[str, Line] = {}
        self._order: Sequence[str] = ()
        self._sieve = Sieve()
        self._filling = False
        self._only: frozenset[str] = frozenset()
        self.filter = Field(theme, _("Search questions"))
        self.filter.setPlaceholderText(_("Search questions"))
        self.filter.setClearButtonEnabled(True)
        self._kind = MenuButton(theme, _("Kind"))
        self._tag = MenuButton(theme, _("Tag"))
        self._state = MenuButton(theme, _("State"))
        self._sort = MenuButton(theme, _("Order"))
        self._sieves = {
            "kind": self._kind,
            "tag": self._tag,
            "state": self._state,
            "sort": self._sort,
        }
        sieves = QWidget()
        flow = Flow(sieves, gap=4)
        for name, button in self._sieves.items():
            button.setObjectName(f"sieve {name}")
            button.taken.connect(self._sift)
            flow.addWidget(button)
        self.list = QuestionLines(theme, _("Questions"), _("No question is like that."))
        self.list.setMinimumHeight(_LEAST)
        self._count = Caption(theme)
        self.steps = MenuButton(theme, _("With the chosen"), keeps=False)
        self.steps.setObjectName("with chosen")
        self.steps.taken.connect(self.step)
        foot = QWidget()
        line = Flow(foot, gap=8, spread=True)
        line.addWidget(self._count)
        line.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(sieves)
        column.addWidget(on_a_card(theme, self.list), 1)
        column.addWidget(foot)
        self.filter.textChanged.connect(self._search)
        self.filter.returnPressed.connect(self._go_to_list)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self.opened)
        self.list.moved.connect(self.moved)
        self.list.deleted.connect(self._delete)
        self.list.selectionModel().selectionChanged.connect(self._count_chosen)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self._offer()

    @property
    def chosen_keys(self) -> tuple[str, ...]:
        """All chosen questions."""
        return self.list.chosen_keys

    @property
    def in_deck_order(self) -> bool:
        """The questions stand as in the deck, all of them, so that they can be moved."""
        return self._sieve == Sieve() and not self._only and not self.filter.text().strip()

    def has(self, key: str) -> bool:
        """Whether a question is in the deck."""
        return key in self._lines

    @property
    def neighbours(self) -> tuple[str, ...]:
        """The keys of all listed questions, from the top."""
        return tuple(line.key for line in self.list.shown_lines())

    @property
    def unfinished(self) -> int:
        """How many questions are drafts yet."""
        return sum(line.state is State.UNFINISHED for line in self._lines.values())

    def show_desk(self, desk: Desk, lines: dict[str, Line], key: str) -> str:
        """Show the questions of a deck; the one at hand, which is the wanted or the first.

        Args:
            desk: the deck.
            lines: of its questions, as far as they were asked for already.
            key: of the wanted question.
        """
        self._order = desk.keys
        self._lines = {one: lines[one] if one in lines else desk.line(one) for one in self._order}
        self._only = frozenset()
        at = key if key in self._lines else next(iter(self._order), "")
        self._offer()
        self._fill((at,) if at else ())
        return at

    def take(
        self, desk: Desk, changed: Changed, at: str, new: Mapping[str, Line] | None = None
    ) -> str:
        """Show what a step changed; the question at hand after it.

        Args:
            desk: the deck.
            changed: what the step changed.
            at: key of the question that was at hand.
            new: lines that were made already of what the step added.
        """
        shown = changed.show or at
        if not changed.order:
            self._change(desk, changed)
            if shown and shown != at:
                self.choose((shown,))
            self._count_chosen()
            return shown
        known, chosen = self._lines, self.list.chosen_keys
        made = new or {}
        stays = known if new is not None else {k: known[k] for k in known.keys() - changed.keys}
        self._order = desk.keys
        self._lines = {
            key: stays.get(key) or made.get(key) or desk.line(key) for key in self._order
        }
        if shown not in self._lines:
            shown = self._beside(known, shown)
        stay = [key for key in chosen if key in self._lines and key != shown]
        if changed.show or shown not in chosen:
            stay = []
        self._offer()
        self._fill((shown, *stay) if shown else ())
        if shown and shown != self.list.key:  # the sieve hides it
            self.choose((shown,))
        return shown

    def _change(self, desk: Desk, changed: Changed) -> None:
        """Show what lines say now: each where it stands, or where they are many all anew."""
        keys = changed.keys & self._lines.keys()
        for key in keys:
            self._lines[key] = desk.line(key)
        if len(keys) <= _FEW:
            for key in keys:
                self.list.change_line(line_of(self._lines[key]))
        else:
            self._offer()
            self._fill(self.list.chosen_keys)

    def _beside(self, known: dict[str, Line], gone: str) -> str:
        """The question after one that is gone, or before it."""
        before = list(known)
        at = before.index(gone) if gone in before else 0
        for key in (*before[at + 1 :], *reversed(before[:at])):
            if key in self._lines:
                return key
        return next(iter(self._lines), "")

    def show_only(self, keys: Sequence[str]) -> None:
        """List these questions alone, until the search or a sieve is changed."""
        self._only = frozenset(keys)
        self.filter.clear()
        self._only = frozenset(keys)
        self._fill(keys[:1])

    def choose(self, keys: Sequence[str]) -> None:
        """Have questions chosen, and all listed where the sieve hides them."""
        shown = set(self.neighbours)
        hidden = any(key not in shown for key in keys)
        if hidden:
            self._only = frozenset()
            self._sieve = Sieve(sort=self._sieve.sort)
            for name, button in self._sieves.items():
                button.choose(getattr(self._sieve, name))
            self.filter.clear()
        self._fill(keys) if hidden else self._choose_quietly(keys)

    def focus_first(self) -> None:
        """Go to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_search(self) -> None:
        """Go to where words are searched."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _offer(self) -> None:
        """What can be chosen in the sieves, and done with the chosen."""
        everything = (ALL, _("all"))
        tags = sorted({tag for line in self._lines.values() for tag in line.tags})
        self._kind.set_options([everything, *((kind.value, _(KINDS[kind])) for kind in Kind)])
        self._tag.set_options([everything, *((tag, tag) for tag in tags)])
        self._tag.setVisible(bool(tags))
        states = [(state.value, _(STATES[state])) for state in State]
        self._state.set_options([everything, *states, (AGED, _("Due for checking"))])
        self._sort.set_options([(name, _(words)) for name, words in SORTS.items()])
        self.steps.set_options(
            (
                ("tag", _("Add a tag")),
                ("untag", _("Take a tag away")),
                ("move", _("Move to another deck")),
                ("copy", _("Copy to another deck")),
                ("duplicate", _("Duplicate") + "  Ctrl+D"),
                ("delete", _("Delete") + "  Del"),
            )
        )

    def _fill(self, chosen: Sequence[str]) -> None:
        only = self._only
        order = [key for key in self._order if key in only] if only else self._order
        self.list.set_nothing(
            _("No question is like that.") if self._lines else _("Your questions are listed here.")
        )
        listed = self._sieve.listed(self._lines[key] for key in order)
        self._filling = True
        self.list.show_lines([line_of(line) for line in listed])
        self._filling = False
        self._choose_quietly(chosen)

    def _choose_quietly(self, keys: Sequence[str]) -> None:
        self._filling = True
        self.list.choose_all(tuple(keys))
        self._filling = False
        self._count_chosen()

    def _sift(self) -> None:
        name = self.sender().objectName().removeprefix("sieve ")
        self._only = frozenset()
        self._sieve = replace(self._sieve, **{name: self._sieves[name].chosen})
        at = self.list.key
        self._fill((at,) if at else ())
        self._choose(self.list.key)

    def _search(self, words: str) -> None:
        if self._only:
            self._only = frozenset()
            self._fill((self.list.key,))
        self.list.set_filter(words)
        self._count_chosen()

    def _choose(self, key: str) -> None:
        if not self._filling and key:
            self.chosen.emit(key)

    def _count_chosen(self) -> None:
        if self._filling:
            return
        n, shown, of = len(self.list.chosen_keys), self.list.lines.rowCount(), len(self._lines)
        if n > 1:
            words = ngettext("{n} chosen", "{n} chosen", n).format(n=n)
        elif shown == of:
            words = ngettext("{n} question", "{n} questions", of).format(n=of)
        else:
            words = _("{n} of {all} questions").format(n=shown, all=of)
        self._count.set_text(words)
        self.steps.setEnabled(n > 0)

    def _delete(self) -> None:
        self.step.emit("delete")

    def _menu(self, at: QPoint) -> None:
        menu = self.steps.menu_of_options()
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

"""The editor's form: one question as fields, with what is wrong said beside each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.author.fields import Fields, FieldTrouble
from quizapp.check.finding import Finding
from quizapp.content.deck import Deck
from quizapp.content.question import Kind
from quizapp.ui.controls import SETTLED_MS, Page
from quizapp.ui.editor_field_words import (
    ABOUT_ALL,
    explanation,
    label,
    notes_by_field,
    understood,
)
from quizapp.ui.editor_form_cursor import put_cursor
from quizapp.ui.editor_form_fields import GROUPED, FormFields, Slot
from quizapp.ui.editor_form_findings import FormFindings
from quizapp.ui.editor_form_head import FormHead
from quizapp.ui.editor_form_more import FormMore
from quizapp.ui.editor_form_suggesting import FormSuggestions
from quizapp.ui.editor_keys import STEPS, step_of
from quizapp.ui.editor_picture import may_be_picture
from quizapp.ui.icons import Icons
from quizapp.ui.tab_order import stop_outside, tab_stops
from quizapp.ui.theme import Theme

_STANDS_AT = {"source": "quote", "image_alt": "image"}
_EDGE = 24  # pixels at the form's sides
_AROUND = 48  # pixels over and under what is kept in sight


class EditorForm(QWidget):
    """One question to be written; it scrolls by itself.

    Signals:
        changed: the Fields as they stand now, after something was typed or chosen.
        done: Enter was pressed: the author is done with a field.
        kind_wanted: the Kind it is to be turned into.
        mend: the Finding whose mend is to be applied.
        accept_spelling: a spelling of a student's that is to be taken in.
        image_dropped: name and bytes of a picture, and its description.
        image_removed: the picture is to go.
        source_wanted: a text to rest on is to be added to the deck.
    """

    changed = Signal(object)
    done = Signal()
    kind_wanted = Signal(object)
    mend = Signal(object)
    accept_spelling = Signal(str)
    image_dropped = Signal(str, bytes, str)
    image_removed = Signal()
    source_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._fields = Fields()
        self._deck = Deck("", "")
        self._filling = False
        self.setAcceptDrops(True)
        self._page = Page(theme)
        # Always there, so that no line breaks anew when it is needed; empty it draws nothing.
        self._page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        layout = self._page.body.layout()
        if layout is not None:
            layout.setContentsMargins(_EDGE, 16, 12, _EDGE)
        self._page.column.setSpacing(16)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._page)
        self.head = FormHead(theme, icons)
        self.head.kind_wanted.connect(self.kind_wanted)
        self.head.accept_spelling.connect(self.accept_spelling)
        self.head.mend.connect(self.mend)
        self.head.finding_wanted.connect(self._go_to_finding)
        self._page.column.addWidget(self.head)
        self._more = FormMore(theme)
        self._more.clicked.connect(self._turn_more)
        self.parts = FormFields(theme, icons)
        self.suggesting = FormSuggestions(theme, self.parts, self._at_hand)
        self._found = FormFindings(self.head)
        self._lay_out()
        self._join()
        self._arrange()

    def show_question(
        self,
        fields: Fields,
        troubles: Sequence[FieldTrouble],
        findings: Sequence[Finding],
        deck: Deck,
        texts: Mapping[str, str],
        spellings: Sequence[str] = (),
        flags: Sequence[str] = (),
    ) -> None:
        """Put a question into the fields; a field that holds the same is left alone.

        Args:
            fields: what stands in it.
            troubles: why it is no question yet.
            findings: what the checks hold against it.
            deck: it stands in.
            texts: of the deck's sources, by source id.
            spellings: what students of this machine said is right, not yet taken in.
            flags: what they said is wrong with it.
        """
        self._filling = True
        if fields.answers != self._fields.answers or fields.kind is not self._fields.kind:
            self.suggesting.clear()
        if fields.prompt != self._fields.prompt:
            self.parts.evidence.forget()
        self._fields, self._deck = fields, deck
        self._arrange()
        self.parts.evidence.show_sources(deck, texts)
        for slot in self._active():
            slot.control.put(fields)
        self.head.show_students(spellings, flags)
        self._say_understood()
        self._filling = False
        self.refresh(troubles, findings)

    def refresh(self, troubles: Sequence[FieldTrouble], findings: Sequence[Finding]) -> None:
        """Say anew what is wrong, while typing goes on: neither cursor nor focus moves."""
        active, focus = self._active(), _focus(self)
        at = next((slot for slot in active if focus and slot.group.isAncestorOf(focus)), None)
        notes = notes_by_field(troubles, findings, [slot.field for slot in active])
        for slot in active:
            slot.group.show_notes(notes.get(slot.field, ()))
        self.head.show_notes(notes.get(ABOUT_ALL, ()))
        self._found.say(active, self._fields.kind)
        if at is not None and focus is not None and not focus.isVisibleTo(self):
            at.control.type_into()  # a mend was made by its button, which is gone
        self._fold()

    def fields(self) -> Fields:
        """What stands in the form."""
        return self._fields

    def set_folder(self, folder: Path | None) -> None:
        """Say where the deck's pictures lie, so that they can be shown."""
        self.parts.picture.show_folder(folder)

    def focus_first(self) -> None:
        """Type into the question itself."""
        self._page.verticalScrollBar().setValue(0)
        self.focus_field("prompt")

    def focus_field(self, name: str, row: int = -1) -> None:
        """Type into a field of `Fields`, opening what hides it.

        Args:
            name: the field.
            row: of it; -1 where any will do.
        """
        name = _STANDS_AT.get(name, name)
        slot = next((slot for slot in self._active() if slot.field == name), None)
        if slot is None:
            return
        if slot.seldom and slot.group.isHidden():
            self._more.opened = True
            self._fold()
        slot.control.type_into(row)
        self._keep_in_sight()

    def can_do(self, name: str) -> bool:
        """Whether a step of the form means something for the question at hand."""
        kind = self._fields.kind
        if name == "gap":
            return kind is Kind.CLOZE
        if name == "finding":
            return bool(self._found.count(self._active()))
        return name in STEPS and (name != "suggest" or self.suggesting.can_suggest(kind))

    def do_step(self, name: str) -> bool:
        """Do one of `STEPS`; whether there was anything to do."""
        if not self.can_do(name):
            return False
        match name:
            case "kind":
                self._page.verticalScrollBar().setValue(0)
                self.head.choose_kind()
            case "more":
                self._turn_more()
            case "finding":
                self._go_to_finding()
            case "gap":
                self.parts.prompt.wrap_selection("{{", "}}")
                self.parts.prompt.setFocus(Qt.FocusReason.OtherFocusReason)
            case "evidence":
                self.parts.evidence.choose()
            case "suggest":
                self.suggesting.suggest(_focus(self))
                self._keep_in_sight()
        return True

    def go_to(self, name: str, row: int = -1, side: int = 0, end: int = -1) -> None:
        """Type into a row of a field, and a side of it, behind some letters; -1 where any will do.

        Where no letters are told and it is typed into already, the cursor stays where it is.
        """
        focus = _focus(self)
        at_hand = (slot for slot in self._active() if slot.field == _STANDS_AT.get(name, name))
        there = focus and any(slot.group.isAncestorOf(focus) for slot in at_hand)
        if end >= 0 or not there:
            self.focus_field(name, row)
            put_cursor(_focus(self), side, end)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the form's own keys: Alt with a letter, and pictures that are pasted."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_picture(QGuiApplication.clipboard().mimeData())
            return
        if not self.do_step(step_of(event)):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Go in reading order, wherever rows came and went; then out of the form."""
        focus = _focus(self)
        stops = tab_stops(self._page.body, focus)
        if focus is None or not stops:
            return super().focusNextPrevChild(forward)
        at = stops.index(focus) if focus in stops else (-1 if forward else len(stops))
        to = at + 1 if forward else at - 1
        if 0 <= to < len(stops):
            found = stops[to]
        else:
            found = stop_outside(self, forward=forward) or stops[0 if forward else -1]
        self._come_to(found, forward=forward)
        return True

    def come_from_behind(self) -> bool:
        """Go to the last thing in it that Tab comes to; whether it is seen."""
        if self.isVisible():
            self._come_to(tab_stops(self._page.body)[-1], forward=False)
        return self.isVisible()

    def _come_to(self, found: QWidget, *, forward: bool) -> None:
        way = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        found.setFocus(way)
        self._keep_in_sight()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take pictures, and files that may be one; decks and rows are for the window."""
        if may_be_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the picture that was dropped."""
        self.take_picture(event.mimeData())
        event.acceptProposedAction()

    # What it is made of.

    def _lay_out(self) -> None:
        """Put the fields under one another, the one that unfolds before those seldom used."""
        column = self._page.column
        for slot in self.parts.slots:
            if not slot.seldom:
                column.addWidget(slot.group)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        for slot in self.parts.slots:
            if slot.seldom:
                column.addWidget(slot.group)
        column.addStretch(1)

    def _join(self) -> None:
        for slot in self.parts.slots:
            slot.group.mend.connect(self.mend)
            self._hear(slot)
            for going_on in ("entered", "left"):
                signal = getattr(slot.widget, going_on, None)
                if signal is not None:
                    signal.connect(self._go_on)
        self.parts.evidence.source_wanted.connect(self.source_wanted)
        self.parts.picture.dropped.connect(self.image_dropped)
        self.parts.picture.removed.connect(self.image_removed)

    def _hear(self, slot: Slot) -> None:
        def changed() -> None:
            self._took(slot)

        slot.control.changed.connect(changed)

    # What happens.

    def _at_hand(self) -> tuple[Fields, Deck]:
        return self._fields, self._deck

    def take_picture(self, found: QMimeData | Path) -> None:
        """Put a picture in that was dropped or pasted, or its file, once it is described."""
        picture = self.parts.picture
        if not picture.isVisible():
            self._more.opened = True
            self._fold()
        if isinstance(found, Path):
            picture.take_file(found)
        else:
            picture.take(found)
        if picture.refusal:
            self.focus_field("image")  # where it is said

    def _active(self) -> list[Slot]:
        return self.parts.of(self._fields.kind)

    def _arrange(self) -> None:
        """Show the fields of the kind, named for it."""
        kind = self._fields.kind
        self.head.show_kind(kind)
        self.parts.prompt.take_lines(lines=kind in {Kind.FLASHCARD, Kind.CLOZE})
        self.parts.answer.take_lines(lines=kind is Kind.FLASHCARD)
        for slot in self.parts.slots:
            if kind in slot.kinds:
                name, told = label(slot.field, kind), explanation(slot.field, kind)
                slot.group.say(name, told)
                slot.control.set_words(name, told)
            elif not slot.group.isHidden():
                slot.group.hide()
        self._fold()

    def _fold(self) -> None:
        self._more.fold(self._active(), self._fields, _focus(self))

    def _go_to_finding(self) -> None:
        """Go to the next field about which something was found."""
        slot = self._found.after(self._active(), _focus(self))
        if slot is None:  # it is said above
            self._page.verticalScrollBar().setValue(0)
            return
        slot.control.type_into()
        self._page.ensureWidgetVisible(slot.group, 0, _AROUND)
        self._keep_in_sight()

    def _turn_more(self) -> None:
        self._more.opened = not self._more.opened
        self._fold()
        if self._more.opened:
            first = next((slot for slot in self._active() if slot.seldom), None)
            if first is not None:
                first.control.type_into()
                self._keep_in_sight()

    def _took(self, slot: Slot) -> None:
        if self._filling or self._fields.kind not in slot.kinds:
            return
        self._fields = slot.control.into(self._fields)
        if slot.field in {"prompt", "answers"}:
            if self._fields.kind in GROUPED:
                self._filling = True
                self._fields = self.parts.groups.follow(self._fields)
                self._filling = False
            self.suggesting.clear()
        self._say_understood()
        self.changed.emit(self._fields)

    def _say_understood(self) -> None:
        for slot in self._active():
            if slot.field in {"answers", "as_of", "review_by"}:
                slot.group.say_read(understood(slot.field, self._fields))

    def _go_on(self) -> None:
        """Go to the next field that is seen; the last one stays."""
        self.done.emit()
        focus = _focus(self)
        seen = [slot for slot in self._active() if not slot.group.isHidden()]
        at = next(
            (n for n, slot in enumerate(seen) if focus and slot.group.isAncestorOf(focus)), -1
        )
        if 0 <= at < len(seen) - 1:
            seen[at + 1].control.type_into()
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Scroll to what has the focus, and again once what unfolded is laid out."""
        self._scroll_to_focus()
        QTimer.singleShot(SETTLED_MS, self, self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        focus = _focus(self)
        if focus is not None and self._page.body.isAncestorOf(focus):
            at = focus.mapTo(self._page.body, QPoint(0, 0))
            self._page.ensureVisible(at.x(), at.y() + focus.height(), 0, _AROUND)
            self._page.ensureVisible(at.x(), at.y(), 0, _AROUND)  # its beginning above all


def _focus(form: QWidget) -> QWidget | None:
    return cast("QWidget | None", form.window().focusWidget())  # the stubs leave None out

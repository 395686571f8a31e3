"""The editor's form: one question as fields, with what is wrong said beside each of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.author.fields import Fields, FieldTrouble
from quizapp.check.finding import Finding
from quizapp.content.deck import Deck
from quizapp.content.question import Form, Kind, Precision
from quizapp.ui.controls import Page
from quizapp.ui.editor_evidence import EvidenceField
from quizapp.ui.editor_field_group import Control, FieldGroup
from quizapp.ui.editor_field_rows import PairsField, RowsField, SpellingsField
from quizapp.ui.editor_field_spellings import SpellingGroups
from quizapp.ui.editor_field_text import AnswerField, ChoiceField, TextField, TickField
from quizapp.ui.editor_field_words import (
    ABOUT_ALL,
    explanation,
    label,
    notes_by_field,
    understood,
)
from quizapp.ui.editor_form_head import FormHead
from quizapp.ui.editor_picture import PictureField
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink
from quizapp.words import N_, _

__all__ = ["EditorForm"]

_ALL = frozenset(Kind)
_ONE = frozenset({Kind.SHORT, Kind.CHOICE, Kind.NUMBER, Kind.DATE, Kind.FLASHCARD})
_SEVERAL = frozenset({Kind.MULTI, Kind.LIST})
_SELDOM = (
    ("tolerance", N_("tolerance")),
    ("precision", N_("precision")),
    ("forms", N_("forms")),
    ("hint", N_("hint")),
    ("explanation", N_("explanation")),
    ("tags", N_("tags")),
    ("as_of", N_("as of")),
    ("review_by", N_("check again")),
    ("attribution", N_("whose claim")),
    ("image", N_("picture")),
)
_STANDS_AT = {"source": "quote", "image_alt": "image"}
_EDGE = 24  # pixels at the form's sides


@dataclass(frozen=True)
class _Slot:
    """A place in the form: which field it is for, in which kinds, and what takes it."""

    field: str
    kinds: frozenset[Kind]
    control: Control
    group: FieldGroup
    seldom: bool = False


class EditorForm(QWidget):
    """One question to be written; it scrolls by itself.

    Signals:
        changed: the Fields as they stand now, after something was typed or chosen.
        kind_wanted: the Kind it is to be turned into.
        mend: the Finding whose mend is to be applied.
        accept_spelling: a spelling of a student's that is to be taken in.
        image_dropped: name and bytes of a picture, and its description.
        image_removed: the picture is to go.
        source_wanted: a text to rest on is to be added to the deck.
    """

    changed = Signal(object)
    kind_wanted = Signal(object)
    mend = Signal(object)
    accept_spelling = Signal(str)
    image_dropped = Signal(str, bytes, str)
    image_removed = Signal()
    source_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._fields = Fields()
        self._deck = Deck("", "")
        self._filling = False
        self._opened = False
        self._slots: list[_Slot] = []
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
        self._page.column.addWidget(self.head)
        self._make_main()
        self._more = WrappingLink(theme)
        self._more.setObjectName("more")
        self._more.clicked.connect(self._turn_more)
        self._page.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._make_seldom()
        self._page.column.addStretch(1)
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
        self._fields = fields
        self._deck = deck
        self._arrange()
        self._evidence.show_sources(deck, texts)
        for slot in self._active():
            slot.control.put(fields)
        self.head.show_students(spellings, flags)
        self._say_understood()
        self._filling = False
        self.refresh(troubles, findings)

    def refresh(self, troubles: Sequence[FieldTrouble], findings: Sequence[Finding]) -> None:
        """Say anew what is wrong, while typing goes on: neither cursor nor focus moves."""
        active = self._active()
        notes = notes_by_field(troubles, findings, [slot.field for slot in active])
        for slot in active:
            slot.group.show_notes(notes.get(slot.field, ()))
        self.head.show_notes(notes.get(ABOUT_ALL, ()))
        self._fold()

    def fields(self) -> Fields:
        """What stands in the form."""
        return self._fields

    def set_folder(self, folder: Path | None) -> None:
        """Say where the deck's pictures lie, so that they can be shown."""
        self._picture.show_folder(folder)

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
            self._opened = True
            self._fold()
        slot.control.type_into(row)
        self._keep_in_sight()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the form's own keys: Alt with a letter."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take_picture(QGuiApplication.clipboard().mimeData())
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.AltModifier or not self._command(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take pictures, and files, which are looked at when they are dropped."""
        data = event.mimeData()
        if data.hasImage() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the picture that was dropped."""
        self._take_picture(event.mimeData())
        event.acceptProposedAction()

    def _take_picture(self, data: QMimeData) -> None:
        if not self._picture.isVisible():
            self._opened = True
            self._fold()
        self._picture.take(data)

    def _command(self, key: Qt.Key) -> bool:
        """Do what Alt with a key does; whether it does anything."""
        if key == Qt.Key.Key_K:
            self.head.choose_kind()
        elif key == Qt.Key.Key_M:
            self._turn_more()
        elif key == Qt.Key.Key_G and self._fields.kind is Kind.CLOZE:
            self._prompt.wrap_selection("{{", "}}")
        elif key == Qt.Key.Key_E:
            self._evidence.choose()
        else:
            return False
        return True

    # What it is made of.

    def _make_main(self) -> None:
        theme, icons = self._theme, self._icons
        self._prompt = TextField(theme, "prompt", size=Size.ANSWER)
        self._add("prompt", _ALL, self._prompt)
        truth = ((True, _("True")), (False, _("False")))
        self._add("holds", {Kind.TRUE_FALSE}, ChoiceField(theme, "holds", truth))
        self._answer = AnswerField(theme)
        self._add("answers", _ONE, self._answer)
        add = _("Add an answer")
        self._add("answers", _SEVERAL, RowsField(theme, icons, "answers", add))
        items = RowsField(theme, icons, "answers", _("Add an item"), movable=True)
        self._add("answers", {Kind.ORDER}, items)
        sides = (_("Left"), _("Right"))
        self._add("pairs", {Kind.MATCH}, PairsField(theme, icons, sides, _("Add a pair")))
        self._add("unit", {Kind.NUMBER}, TextField(theme, "unit"))
        self._add("need", {Kind.LIST}, TextField(theme, "need"))
        both = TickField(theme, "both_ways", _("Ask the other way round too, as a second card"))
        self._add("both_ways", {Kind.FLASHCARD}, both)
        self._add("correction", {Kind.TRUE_FALSE}, TextField(theme, "correction"))
        simple = {Kind.SHORT, Kind.NUMBER, Kind.DATE}
        spellings = SpellingsField(theme, icons, _("Add a spelling"))
        self._add("accept", simple, spellings)
        self._groups = SpellingGroups(theme, icons)
        self._add("accept", {Kind.LIST, Kind.CLOZE}, self._groups)
        wrong = RowsField(theme, icons, "wrong", _("Add a wrong option"))
        self._add("wrong", {Kind.SHORT, Kind.CHOICE, Kind.MULTI}, wrong)

        self._evidence = EvidenceField(theme)
        self._evidence.source_wanted.connect(self.source_wanted)
        self._add("quote", _ALL, self._evidence)

    def _make_seldom(self) -> None:
        theme, icons = self._theme, self._icons
        self._add_seldom("tolerance", {Kind.NUMBER}, TextField(theme, "tolerance"))
        exact = (
            ("", _("As the answer")),
            (Precision.YEAR.value, _("The year")),
            (Precision.MONTH.value, _("The month")),
            (Precision.DAY.value, _("The day")),
        )
        self._add_seldom("precision", {Kind.DATE}, ChoiceField(theme, "precision", exact))
        forms = (
            (Form.CHOOSE, _("Choosing")),
            (Form.TYPE, _("Typing")),
            (Form.RECALL, _("Recalling")),
        )
        chosen = ChoiceField(theme, "forms", forms, several=True)
        self._add_seldom("forms", {Kind.SHORT}, chosen)
        self._add_seldom("hint", _ALL, TextField(theme, "hint"))
        self._add_seldom("explanation", _ALL, TextField(theme, "explanation", lines=True))
        self._add_seldom("tags", _ALL, RowsField(theme, icons, "tags", _("Add a tag")))
        for field in ("as_of", "review_by", "attribution"):
            self._add_seldom(field, _ALL, TextField(theme, field))
        self._picture = PictureField(theme)
        self._picture.dropped.connect(self.image_dropped)
        self._picture.removed.connect(self.image_removed)
        self._add_seldom("image", _ALL, self._picture)

    def _add_seldom(
        self, field: str, kinds: frozenset[Kind] | set[Kind], control: QWidget
    ) -> None:
        self._add(field, kinds, control, seldom=True)

    def _add(
        self,
        field: str,
        kinds: Collection[Kind],
        widget: QWidget,
        *,
        seldom: bool = False,
    ) -> None:
        control = cast("Control", widget)
        group = FieldGroup(self._theme, self._icons, widget)
        slot = _Slot(field, frozenset(kinds), control, group, seldom=seldom)
        self._slots.append(slot)
        self._page.column.addWidget(group)
        group.mend.connect(self.mend)

        def changed() -> None:
            self._took(slot)

        control.changed.connect(changed)
        for going_on in ("entered", "left"):
            signal = getattr(widget, going_on, None)
            if signal is not None:
                signal.connect(self._go_on)

    # What happens.

    def _active(self) -> list[_Slot]:
        return [slot for slot in self._slots if self._fields.kind in slot.kinds]

    def _arrange(self) -> None:
        """Show the fields of the kind, named for it."""
        kind = self._fields.kind
        self.head.show_kind(kind)
        lines = kind in {Kind.FLASHCARD, Kind.CLOZE}
        self._prompt.take_lines(lines=lines)
        self._answer.take_lines(lines=kind is Kind.FLASHCARD)
        for slot in self._slots:
            if kind in slot.kinds:
                name, told = label(slot.field, kind), explanation(slot.field, kind)
                slot.group.say(name, told)
                slot.control.set_words(name, told)
            elif not slot.group.isHidden():
                slot.group.hide()
        self._fold()

    def _fold(self) -> None:
        """Show what is seldom used where it is opened, holds something or is spoken of."""
        kind = self._fields.kind
        for slot in self._slots:
            if kind in slot.kinds:
                wanted = not slot.seldom or self._opened or self._in_use(slot)
                if slot.group.isHidden() == wanted:
                    slot.group.setVisible(wanted)
        hidden = [
            _(words)
            for name, words in _SELDOM
            if any(s.field == name and kind in s.kinds and s.group.isHidden() for s in self._slots)
        ]
        if hidden:
            words = _("More: {what} · Alt+M").format(what=", ".join(hidden))
        else:
            words = _("Less · Alt+M")
        if self._more.text() != words:
            self._more.setText(words)
            self._more.updateGeometry()
        self._more.setVisible(bool(hidden) or self._opened)

    def _in_use(self, slot: _Slot) -> bool:
        if getattr(self._fields, slot.field) != getattr(_NOTHING, slot.field):
            return True
        focus = _focus(self)
        typing = focus is not None and slot.group.isAncestorOf(focus)
        return bool(slot.group.notes()) or typing

    def _turn_more(self) -> None:
        self._opened = not self._opened
        self._fold()
        if self._opened:
            first = next((slot for slot in self._active() if slot.seldom), None)
            if first is not None:
                first.control.type_into()
                self._keep_in_sight()

    def _took(self, slot: _Slot) -> None:
        if self._filling or self._fields.kind not in slot.kinds:
            return
        self._fields = slot.control.into(self._fields)
        if slot.field in {"prompt", "answers"} and self._fields.kind in {Kind.LIST, Kind.CLOZE}:
            self._filling = True
            self._fields = self._groups.follow(self._fields)
            self._filling = False
        self._say_understood()
        self.changed.emit(self._fields)

    def _say_understood(self) -> None:
        for slot in self._active():
            if slot.field in {"answers", "as_of", "review_by"}:
                slot.group.say_read(understood(slot.field, self._fields))

    def _go_on(self) -> None:
        self.focusNextChild()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        focus = _focus(self)
        if focus is not None and self.isAncestorOf(focus):
            body = self._page.body
            at = focus.mapTo(body, QPoint(0, 0))
            self._page.ensureVisible(at.x(), at.y() + focus.height(), 0, focus.height() + 48)


_NOTHING = Fields()


def _focus(form: QWidget) -> QWidget | None:
    return cast("QWidget | None", form.window().focusWidget())  # the stubs leave None out

"""The deck's own page in the editor: title, description, language, licence, authors, sources."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.author.door import Desk
from quizapp.author.told import HeadFields
from quizapp.content.deck import Source
from quizapp.ui.article_text_box import TextBox
from quizapp.ui.controls import Body, Caption, Card, Field, Heading, Page
from quizapp.ui.flow import Flow, empty
from quizapp.ui.keep_focus import focused_name, give_back
from quizapp.ui.theme import LINE, Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _, ngettext

_TYPED_MS = 400


class EditorHead(Page):
    """A form of the deck's own fields, and a card for each of its sources.

    Signals:
        left: the author wants the questions again.
        changed: the `HeadFields` as they stand now, a moment after something was typed.
        source_wanted: id of a source to be changed; "" for a new one.
        source_removed: id of a source that is to go.
    """

    left = Signal()
    changed = Signal(object)
    source_wanted = Signal(str)
    source_removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=LINE)
        self._shown: HeadFields | None = None
        self.column.setSpacing(16)
        back = WrappingLink(theme, _("Back to the questions"))
        back.setObjectName("questions")
        back.clicked.connect(self._leave)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Heading(theme, _("The deck")))
        self.title = self._field(_("Title"), "")
        self.description = TextBox(theme, _("Description"), lines=True)
        self._group(
            _("Description"),
            self.description,
            _("A sentence or two: what a student learns by it. It stands in Library."),
        )
        self.authors = TextBox(theme, _("Authors"), lines=True)
        self._group(_("Authors"), self.authors, _("One name a line."))
        self.language = self._field(
            _("Language"),
            _("Two letters, as “en” or “de”. Some of the checks are for English alone."),
        )
        self.license = self._field(
            _("Licence"), _("How others may use it, for example CC-BY-4.0. It may stay empty.")
        )
        self._trouble = Caption(theme)
        self._trouble.set_role(Role.WRONG)
        self._trouble.hide()
        self.column.addWidget(self._trouble)
        self.column.addWidget(Heading(theme, _("Sources")))
        self._sources = QVBoxLayout()
        self._sources.setSpacing(12)
        self.column.addLayout(self._sources)
        add = WrappingQuiet(theme, _("Add a source"))
        add.setObjectName("add source")
        add.clicked.connect(self._add)
        self.column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPED_MS)
        self._typing.timeout.connect(self.send)
        for field in (self.title, self.language, self.license):
            field.textEdited.connect(self._typed)
        for box in (self.description, self.authors):
            box.changed.connect(self._typed)

    def show_desk(self, desk: Desk) -> None:
        """Put the deck's own fields and its sources on the page."""
        deck = desk.deck
        had = focused_name(self)
        shown = HeadFields(
            deck.title, deck.description, deck.language, deck.license, tuple(deck.authors)
        )
        if shown != self._shown:
            self._shown = None  # so that nothing of this is taken for typing
            for field, words in (
                (self.title, shown.title),
                (self.language, shown.language),
                (self.license, shown.license),
            ):
                if field.text() != words:
                    field.setText(words)
            for box, words in (
                (self.description, shown.description),
                (self.authors, "\n".join(shown.authors)),
            ):
                box.replace_text(words)
            self._shown = shown
        self._say("")
        self._show_sources(desk)
        give_back(self, had)

    def fields(self) -> HeadFields:
        """What stands in the form."""
        authors = (" ".join(line.split()) for line in self.authors.text().splitlines())
        return HeadFields(
            self.title.text().strip(),
            self.description.text().strip(),
            self.language.text().strip(),
            self.license.text().strip(),
            tuple(author for author in authors if author),
        )

    def focus_first(self) -> None:
        """Go to the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self) -> None:
        """Have what was typed taken in; a deck without a title keeps the one it had."""
        self._typing.stop()
        fields = self.fields()
        if self._shown is None or fields == self._shown:
            return
        if not fields.title:
            self._say(_("A deck needs a title; it keeps the one it had until you type another."))
            return
        if not fields.language:
            self._say(_("A deck needs a language; it keeps the one it had until you type one."))
            return
        self._say("")
        self._shown = fields
        self.changed.emit(fields)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Lose nothing when the page is left."""
        super().hideEvent(event)
        if self._typing.isActive():
            self.send()

    def _field(self, words: str, said: str) -> Field:
        field = Field(self.theme, words)
        self._group(words, field, said)
        return field

    def _group(self, words: str, field: QWidget, said: str) -> None:
        group = QVBoxLayout()
        group.setSpacing(4)
        group.addWidget(Caption(self.theme, words))
        group.addWidget(field)
        if said:
            group.addWidget(Caption(self.theme, said))
        self.column.addLayout(group)

    def _show_sources(self, desk: Desk) -> None:
        empty(self._sources)
        used = {q.evidence.source for q in desk.deck.questions if q.evidence is not None}
        if not desk.deck.sources:
            self._sources.addWidget(
                Body(
                    self.theme,
                    _(
                        "The texts that questions rest on would be listed here. With its text, a"
                        " question can show the very sentence it rests on."
                    ),
                )
            )
        for source in desk.deck.sources:
            text = desk.texts.get(source.id, "")
            self._sources.addWidget(self._card(source, text, removable=source.id not in used))

    def _card(self, source: Source, text: str, *, removable: bool) -> Card:
        card = Card(self.theme)
        card.column.addWidget(Body(self.theme, source.title))
        n = len(text.split())
        parts = [
            source.publisher,
            str(source.published or ""),
            source.url,
            ngettext("{n} word", "{n} words", n).format(n=n) if text else _("without its text"),
        ]
        card.column.addWidget(Caption(self.theme, " · ".join(part for part in parts if part)))
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        steps = [("change", _("Change")), ("remove", _("Remove"))] if removable else []
        for name, words in steps or [("change", _("Change"))]:
            button = WrappingQuiet(self.theme, words, size=Size.CAPTION)
            button.setObjectName(f"{name} {source.id}")
            button.setAccessibleName(f"{words}: {source.title}")
            button.clicked.connect(self._source_step)
            flow.addWidget(button)
        card.column.addWidget(buttons)
        if not removable:
            card.column.addWidget(Caption(self.theme, _("Questions rest on it.")))
        return card

    def _source_step(self) -> None:
        name, _space, source = self.sender().objectName().partition(" ")
        (self.source_wanted if name == "change" else self.source_removed).emit(source)

    def _add(self) -> None:
        self.source_wanted.emit("")

    def _typed(self) -> None:
        if self._shown is not None:
            self._typing.start()

    def _leave(self) -> None:
        self.send()
        self.left.emit()

    def _say(self, words: str) -> None:
        self._trouble.set_text(words)
        self._trouble.setVisible(bool(words))

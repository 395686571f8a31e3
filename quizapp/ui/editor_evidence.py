"""What an answer rests on, as a field: the source, and the words of it that prove the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from quizapp.author.fields import Fields
from quizapp.content.deck import Deck, Source
from quizapp.ui.editor_evidence_sheet import EvidenceSheet
from quizapp.ui.editor_field_text import TextField
from quizapp.ui.flow import Flow
from quizapp.ui.theme import Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _


class EvidenceField(QWidget):
    """Source and quote.

    Signals:
        changed: another source, or other words.
        entered: the author goes on.
        source_wanted: a source is to be added to the deck.
    """

    changed = Signal()
    entered = Signal()
    source_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._source = ""
        self._before = ""
        self._sources: tuple[Source, ...] = ()
        self._texts: Mapping[str, str] = {}
        self._filling = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._quote = TextField(theme, "quote", lines=True)
        self._quote.changed.connect(self._typed)
        self._quote.entered.connect(self.entered)
        column.addWidget(self._quote)
        row = QWidget()
        flow = Flow(row, gap=12)
        self._choose = WrappingQuiet(theme, _("Choose in the text · Alt+E"), size=Size.CAPTION)
        self._choose.setObjectName("choose quote")
        self._choose.clicked.connect(self.choose)
        self._from = WrappingLink(theme, size=Size.CAPTION)
        self._from.setObjectName("source")
        self._from.clicked.connect(self._open_menu)
        self._add = WrappingLink(theme, _("Add a source"), size=Size.CAPTION)
        self._add.setObjectName("add source")
        self._add.clicked.connect(self.source_wanted)
        for button in (self._choose, self._from, self._add):
            flow.addWidget(button)
        column.addWidget(row)

    def show_sources(self, deck: Deck, texts: Mapping[str, str]) -> None:
        """Offer the deck's sources.

        Args:
            deck: whose sources they are.
            texts: of them, by source id.
        """
        self._sources, self._texts = deck.sources, texts
        self._choose.setVisible(any(texts.get(source.id) for source in deck.sources))
        self._add.setVisible(not deck.sources)
        self._name_source()

    def put(self, fields: Fields) -> None:
        """Show source and quote."""
        self._filling = True
        if fields.source != self._source:
            self._source, self._before = fields.source, ""
        self._quote.put(fields)
        self._name_source()
        self._filling = False

    def forget(self) -> None:
        """Another question stands here: what this one rested on before is of no matter."""
        self._before = ""

    def into(self, fields: Fields) -> Fields:
        """The fields with source and quote."""
        return replace(self._quote.into(fields), source=self._source)

    def type_into(self, row: int = -1) -> None:
        """Take the focus, where words are typed."""
        self._quote.type_into(row)

    def set_words(self, name: str, description: str) -> None:
        """What a screen reader says of it."""
        self._quote.set_words(name, description)

    def choose(self) -> None:
        """Open the text to choose words in; where there is none, ask for a source."""
        if not any(self._texts.get(source.id) for source in self._sources):
            self.source_wanted.emit()
            return
        sheet = EvidenceSheet(self._theme, self)
        sheet.chosen.connect(self.take)
        sheet.choose(self._sources, self._texts, self._source, self._quote.text())

    def take(self, source: str, quote: str) -> None:
        """Rest on words of a source.

        Args:
            source: its id.
            quote: the words, as they stand in its text.
        """
        self._filling = True
        self._source = source
        self._quote.replace_text(quote)
        self._filling = False
        self._name_source()
        self.changed.emit()
        self.type_into()

    def source_menu(self) -> QMenu:
        """The sources, and none of them."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        named = [(source.id, source.title or source.id) for source in self._sources]
        for source, title in (*named, ("", _("No source"))):
            action = QAction(title, menu)
            action.setData(source)
            action.setCheckable(True)
            action.setChecked(source == self._source)
            menu.addAction(action)
        menu.addSeparator()
        add = QAction(_("Add a source"), menu)
        add.triggered.connect(self.source_wanted)
        menu.addAction(add)
        menu.triggered.connect(self._took_source)
        return menu

    def _open_menu(self) -> None:
        self.source_menu().popup(self._from.mapToGlobal(QPoint(0, self._from.height())))

    def _took_source(self, action: QAction) -> None:
        if action.isCheckable() and action.data() != self._source:
            self._source = str(action.data())
            self._name_source()
            self.changed.emit()

    def _typed(self) -> None:
        if self._filling:
            return
        words = bool(self._quote.text().strip())
        if words and not self._source:
            self._source = self._proposed()
        elif self._source and not words:
            # Nothing rests on it now; words typed next will, as before.
            self._before, self._source = self._source, ""
        self._name_source()
        self.changed.emit()

    def _proposed(self) -> str:
        """What words typed now would rest on: what they did before, or the only source."""
        return self._before or (self._sources[0].id if len(self._sources) == 1 else "")

    def _name_source(self) -> None:
        source = self._source or ("" if self._quote.text().strip() else self._proposed())
        title = next((one.title for one in self._sources if one.id == source), source)
        words = _("From: {title}").format(title=title) if title else _("From: no source")
        self._from.setText(f"{words} ▾")
        self._from.updateGeometry()
        self._from.setVisible(bool(self._sources or self._source))

"""The sheet in which the words that prove an answer are chosen in the source's own text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from quizapp.author.quoting import (
    Quoted,
    Unfit,
    next_sentence,
    places_of,
    quoted,
    sentence_at,
    sentence_before,
)
from quizapp.content.deck import Source
from quizapp.generate.article import Span
from quizapp.generate.desk import SentenceState
from quizapp.ui.article_text import ArticleText, Offsets
from quizapp.ui.buttons import QuietButton
from quizapp.ui.controls import SETTLED_MS, Caption, Field, Heading
from quizapp.ui.flow import Flow
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingPrimary, WrappingQuiet
from quizapp.words import N_, _, ngettext

_SHARE = 0.9  # of the window that the sheet covers
_WIDEST = 900  # pixels at 100 %
_LOW = 420  # pixels at 100 %, below which a sheet has no room for a heading
_UNFIT = {
    Unfit.NOTHING: N_("Select the words that prove the answer. Enter selects the sentence."),
    Unfit.TWICE: N_("These words stand more than once in the text. Take a few more of them."),
}


class _SourceText(ArticleText):
    """A source's text, in which one quote is tinted.

    Signals: as of ArticleText.
    """

    def _draw_mark(
        self, painter: QPainter, line: QRectF, state: SentenceState, *, beside: bool
    ) -> None:
        """Nothing: no sentence is judged here."""


class EvidenceSheet(QDialog):
    """A text to choose a quote in: by mouse, by shift and arrows, or sentence by sentence.

    Signals:
        chosen: id of the source, and the words as they stand in its text.
    """

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._sources: list[Source] = []
        self._texts: Mapping[str, str] = {}
        self._source = ""
        self._text = ""
        self._quote = ("", "")
        self._offsets = Offsets("")
        self._found: tuple[int, ...] = ()
        self._at = -1
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Which words prove it?"))
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        # In a low window with large text the lines of the text matter more than our own.
        self._tight = parent.window().height() * _SHARE < _LOW * theme.scale
        if not self._tight:
            column.addWidget(Heading(theme, _("Which words prove it?")))
        self._row = QWidget()
        self._flow = Flow(self._row, gap=4)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._chose_source)
        self._theme = theme
        column.addWidget(self._row)
        self._search = Field(theme, _("Search in the text"))
        self._search.setPlaceholderText(_("Search in the text"))
        self._search.textChanged.connect(self._searched)
        self._search.returnPressed.connect(self._take_found)
        self._count = Caption(theme)
        self._count.hide()
        column.addWidget(self._search)
        column.addWidget(self._count)
        self.text = _SourceText(theme)
        self.text.setAccessibleName(_("The source's text"))
        self.text.setAccessibleDescription(
            _("Select words and press Enter. Alt and an arrow select a sentence.")
        )
        self.text.asked.connect(self._take)
        self.text.selected.connect(self._say)
        self.text.selectionChanged.connect(self._say)
        column.addWidget(self.text, 1)
        self._said = TextLabel(theme, Size.BODY)
        column.addWidget(self._said)
        column.addWidget(self._make_foot())
        for keys, step in (("Alt+Down", self._go_down), ("Alt+Up", self._go_up)):
            QShortcut(QKeySequence(keys), self).activated.connect(step)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(
            self._search.setFocus
        )
        window = parent.window()
        wide = min(round(window.width() * _SHARE), round(_WIDEST * theme.scale))
        self.resize(wide, round(window.height() * _SHARE))

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        buttons = Flow(foot, gap=8)
        self._use = WrappingPrimary(self._theme, _("Use these words") + "  ⏎")
        self._use.setObjectName("use")
        self._use.setAutoDefault(False)
        self._use.clicked.connect(self._take)
        sentence = WrappingQuiet(self._theme, _("Next sentence · Alt+↓"))
        sentence.setAutoDefault(False)
        sentence.clicked.connect(self._go_down)
        cancel = WrappingQuiet(self._theme, _("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        for button in (self._use, sentence, cancel):
            buttons.addWidget(button)
        return foot

    def choose(
        self,
        sources: tuple[Source, ...],
        texts: Mapping[str, str],
        source: str,
        quote: str,
    ) -> None:
        """Open at a quote.

        Args:
            sources: of the deck; those without a text are left out.
            texts: of the sources, by source id.
            source: id of the one that is quoted now, or "".
            quote: what is quoted now, or "".
        """
        self._sources = [one for one in sources if texts.get(one.id)]
        self._texts = texts
        self._quote = (source, quote)
        for at, one in enumerate(self._sources):
            button = QuietButton(self._theme, one.title or one.id, size=Size.CAPTION)
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._group.addButton(button, at)
            self._flow.addWidget(button)
        self._row.setVisible(len(self._sources) > 1)
        known = [one.id for one in self._sources]
        self._show_source(known.index(source) if source in known else 0)
        self.open()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Select the sentence on Enter, the next found on ↓; type letters into the search."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.text.hasFocus() and self.text.selection() is None:
                self._select(*sentence_at(self._text, self._cursor()))
            return
        ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if self._search.hasFocus() and event.key() in ways:
            self._next_found(ways[Qt.Key(event.key())])
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.text().isprintable() and event.text().strip() and not held:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
            self._search.setText(event.text())
            return
        super().keyPressEvent(event)

    def _show_source(self, at: int) -> None:
        if not self._sources:
            return
        source = self._sources[at]
        self._group.button(at).setChecked(True)
        self._source, self._text = source.id, self._texts[source.id]
        self._offsets = Offsets(self._text)
        self.text.show_text(self._text)
        cited, quote = self._quote
        start = self._text.find(quote) if quote and cited == source.id else -1
        if start >= 0:
            span = Span(start, start + len(quote))
            self.text.show_sentences([(span, SentenceState.ASKED)])
            self.text.show_quote(span)
        self._searched(self._search.text())
        self._say()

    def _chose_source(self, at: int) -> None:
        self._show_source(at)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cursor(self) -> int:
        return self._offsets.from_qt(self.text.textCursor().position())

    def _selected(self) -> Quoted:
        span = self.text.selection()
        start, end = (span.start, span.end) if span is not None else (0, 0)
        return quoted(self._text, start, end)

    def _select(self, start: int, end: int) -> None:
        if start < end:
            self.text.select(Span(start, end))
            self.text.ensureCursorVisible()
            # Once more where a line that came or went beside it moved the text.
            QTimer.singleShot(SETTLED_MS, self.text, self.text.ensureCursorVisible)

    def _go_down(self) -> None:
        self._go(next_sentence)

    def _go_up(self) -> None:
        self._go(sentence_before)

    def _go(self, way: object) -> None:
        """Select the next sentence or the one before; the one at the cursor where none is."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        found = self._selected()
        if found.unfit is Unfit.NOTHING:
            self._select(*sentence_at(self._text, self._cursor()))
        elif way is next_sentence:
            self._select(*next_sentence(self._text, found.start, found.end))
        else:
            self._select(*sentence_before(self._text, found.start, found.end))

    def _searched(self, wanted: str) -> None:
        self._found = places_of(self._text, wanted)
        self._at = -1
        self._count.setVisible(bool(wanted.strip()))
        count = len(self._found)
        if count:
            words = ngettext(
                "On {n} place. Enter uses it.", "On {n} places. ↓ goes to the next.", count
            )
            self._count.set_text(words.format(n=count))
            self._next_found()
        else:
            self._count.set_text(_("That does not stand in the text."))

    def _take_found(self) -> None:
        """Use what is selected, but not a sentence of another search."""
        if self._found or not self._search.text().strip():
            self._take()

    def _next_found(self, by: int = 1) -> None:
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._select(*sentence_at(self._text, self._found[self._at]))

    def _say(self) -> None:
        found = self._selected()
        self._use.setEnabled(found.unfit is None)
        if found.unfit is None:
            self._said.set_role(Role.TEXT)
            self._said.set_text(
                _("“{quote}”").format(quote=_short(found.quote, 40 if self._tight else 160))
            )
        else:
            wrong = found.unfit is Unfit.TWICE
            self._said.set_role(Role.WRONG if wrong else Role.MUTED)
            self._said.set_text(_(_UNFIT[found.unfit]))

    def _take(self) -> None:
        found = self._selected()
        if found.unfit is None:
            self.chosen.emit(self._source, found.quote)
            self.accept()


def _short(quote: str, most: int) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= most else words[: most // 2] + " … " + words[-most // 2 :]

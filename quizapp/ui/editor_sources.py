"""A source of a deck: what it is, and its text, pasted or opened from a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from quizapp.author.told import NewSource
from quizapp.content.date_text import date_in_words, read_dates
from quizapp.content.deck import Source
from quizapp.generate.reading.outcome import ArticleRead
from quizapp.ui.article_door import Reading, RulesReading
from quizapp.ui.article_text_box import TextBox
from quizapp.ui.article_trouble import in_words
from quizapp.ui.article_work import ArticleWork
from quizapp.ui.controls import Caption, Field
from quizapp.ui.dialog import Dialog
from quizapp.ui.low_scroll import LowScroll
from quizapp.ui.theme import Role, Theme
from quizapp.ui.wrapping_buttons import WrappingQuiet
from quizapp.words import _

_FIRST = 740  # pixels, where it is shown over no window
_AROUND, _FEWEST = 180, 160  # pixels of title and buttons at 100 % text, of fields at least


class SourceDialog(Dialog):
    """Asks for a source; only its title is needed.

    Args:
        source: to be changed, or None for a new one.
        text: its text as it is.
        reading: how a file is read.

    Signals:
        told: the `NewSource`.
    """

    told = Signal(object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        source: Source | None = None,
        text: str = "",
        reading: Reading | None = None,
    ) -> None:
        title = _("Change the source") if source is not None else _("Add a source")
        super().__init__(theme, parent, title, "", _("Keep it") if source else _("Add it"))
        self._reading: Reading = reading or RulesReading()
        self._work = ArticleWork(self)
        self._room = parent.window().height() if parent is not None else _FIRST
        inner = QWidget()
        self._fields = QVBoxLayout(inner)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(8)
        self._scroll = LowScroll(theme, inner, self._most)
        self.column.addWidget(self._scroll)
        self.title = self._field(_("Title"))
        self.publisher = self._field(_("Newspaper, agency or book"))
        self.published = self._field(_("Published on"))
        self.published.setPlaceholderText(_("17 March 2022, March 2022 or 2022"))
        self.url = self._field(_("Address on the web"))
        self.text = TextBox(theme, _("Its text"), lines=True)
        self.text.take_whole_texts()
        self.text.set_placeholder(_("Paste the text here, if you have it"))
        self._fields.addWidget(Caption(theme, _("Its text")))
        self._fields.addWidget(self.text)
        self._open = WrappingQuiet(theme, _("Open a file"))
        self._open.setObjectName("open file")
        self._open.setAutoDefault(False)
        self._open.clicked.connect(self._choose)
        self._fields.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._trouble = Caption(theme)
        self._trouble.hide()
        self._fields.addWidget(self._trouble)
        if source is not None:
            self.title.setText(source.title)
            self.publisher.setText(source.publisher)
            self.published.setText(date_in_words(source.published) if source.published else "")
            self.url.setText(source.url)
        self.text.set_text(text)
        self.text.changed.connect(self._scroll.fit)
        self.title.textChanged.connect(self._see)
        self._see()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_file(self, path: Path) -> None:
        """Take the text of a file in, and what it says of itself where the fields are empty."""
        self._say(_("Reading {file}").format(file=path.name), Role.MUTED)
        self._work.begin(partial(self._reading.file, path), self._was_read, self._not_read)

    def accept(self) -> None:
        """Hand the source on, unless its date means none."""
        typed = self.published.text().strip()
        if typed and len(read_dates(typed)) != 1:
            self._say(
                _(
                    "“{date}” is no date that is sure. Write it as 17 March 2022, or leave it out."
                ).format(date=typed),
                Role.WRONG,
            )
            self.published.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._work.stop()
        told = NewSource(
            " ".join(self.title.text().split()),
            " ".join(self.publisher.text().split()),
            typed,
            self.url.text().strip(),
            self.text.text(),
        )
        super().accept()
        self.told.emit(told)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Hear no more of what is read."""
        self._work.stop()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the fields are, where the window around has room for it."""
        super().showEvent(event)
        self._scroll.fit()
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _most(self) -> int:
        return max(_FEWEST, self._room - round(_AROUND * self.theme.scale))

    def _field(self, words: str) -> Field:
        field = Field(self.theme, words)
        self._fields.addWidget(Caption(self.theme, words))
        self._fields.addWidget(field)
        return field

    def _choose(self) -> None:
        kinds = _("Texts (*.txt *.md *.html *.htm *.pdf);;All files (*)")
        name, _filter = QFileDialog.getOpenFileName(self, _("Open a file"), "", kinds)
        if name:
            self.read_file(Path(name))

    def _was_read(self, found: ArticleRead) -> None:
        article = found.article
        self.text.set_text(article.text)
        known = (
            (self.title, article.title),
            (self.publisher, article.publisher),
            (self.published, date_in_words(article.published) if article.published else ""),
        )
        for field, words in known:
            if words and not field.text().strip():
                field.setText(words)
        self._say("", Role.MUTED)

    def _not_read(self, error: Exception) -> None:
        self._say(in_words(error), Role.WRONG)

    def _see(self) -> None:
        self.yes.setEnabled(bool(self.title.text().strip()))

    def _say(self, words: str, role: Role) -> None:
        self._trouble.set_role(role)
        self._trouble.set_text(words)
        self._trouble.setVisible(bool(words))
        self._scroll.fit()

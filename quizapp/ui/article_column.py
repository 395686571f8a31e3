"""The left column: what the article is, its text, and the button that asks about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.generate.article import Article
from quizapp.ui.article_text import ArticleText
from quizapp.ui.controls import Caption
from quizapp.ui.flow import Flow
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _
from quizapp.words.study import partial_date


class ArticleColumn(QWidget):
    """The article.

    Signals:
        asked: a `Span` of its text that is to be asked about.
        details: the author wants to say what the article is.
    """

    asked = Signal(object)
    details = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = TextLabel(theme, Size.ANSWER, strong=True)
        self._about = Caption(theme)
        self._notes = TextLabel(theme, Size.CAPTION, role=Role.ATTENTION)
        self._legend = Caption(theme, _("○ asked about   ✓ kept"))
        self.text = ArticleText(theme)
        self.ask_button = WrappingQuiet(theme, _("Ask about this") + "  ⏎")
        self.ask_button.setAccessibleName(_("Ask about the selected words"))
        self.ask_button.setObjectName("ask")
        self.ask_button.setEnabled(False)
        self.ask_button.clicked.connect(self.text.ask)
        self.text.asked.connect(self.asked)
        self.text.selected.connect(self.ask_button.setEnabled)
        change = WrappingLink(theme, _("Title and date"), size=Size.CAPTION)
        change.setObjectName("details")
        change.clicked.connect(self.details)
        about = QWidget()
        flow = Flow(about, gap=16)
        flow.addWidget(self._about)
        flow.addWidget(change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._title, about, self._notes):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(self._legend)
        column.addWidget(self.ask_button)

    def show_article(self, article: Article, notes: Sequence[str]) -> None:
        """Show another article, with what is to be known of it."""
        self.text.show_text(article.text, article.title)
        self._notes.set_text(" ".join(notes))
        self._notes.setVisible(bool(notes))
        self.show_about(article)

    def show_about(self, article: Article) -> None:
        """Say what the article is."""
        self._title.set_text(article.title)
        # A headline that stands in the text is not said twice.
        again = article.text.lstrip().startswith(article.title)
        self._title.setVisible(bool(article.title) and not again)
        date = partial_date(article.published) if article.published else _("no date")
        told = [part for part in (article.publisher, article.author, date) if part]
        self._about.set_text(" · ".join(told))

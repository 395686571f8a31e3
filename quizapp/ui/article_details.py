"""What an article is: its title, when and by whom it was published; asked where not known."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.content.date_text import date_in_words
from quizapp.generate.article import Article
from quizapp.generate.desk import Details
from quizapp.ui.article_fields import UnfinishedError, published_of
from quizapp.ui.article_words import field_words
from quizapp.ui.controls import Body, Caption, Field, Heading, Page
from quizapp.ui.flow import Flow
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import LINE, Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingPrimary, WrappingQuiet
from quizapp.words import N_, _

_FIELDS = (
    ("title", N_("Title")),
    ("published", N_("Published on")),
    ("publisher", N_("Newspaper or agency")),
    ("author", N_("Written by")),
)


class ArticleDetails(Page):
    """A form of four fields, each of which may stay empty.

    Signals:
        told: the `Details` that stand in the form.
        skipped: the author does not want to say more.
    """

    told = Signal(object)
    skipped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=LINE)
        self.fields: dict[str, Field] = {}
        self._trouble = TextLabel(theme, Size.BODY, role=Role.WRONG)
        self._trouble.hide()
        self.column.setSpacing(16)
        self.column.addWidget(Heading(theme, _("What article is this?")))
        self.column.addWidget(
            Body(
                theme,
                _(
                    "Figures and offices are true for a while: a question about them says as of"
                    " when, and that needs the date. You can skip it and say it later."
                ),
            )
        )
        for name, words in _FIELDS:
            self.column.addWidget(self._group(name, _(words)))
        self.column.addWidget(self._trouble)
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        go_on = WrappingPrimary(theme, _("Go on") + "  ⏎")
        go_on.setObjectName("go on")
        go_on.clicked.connect(self._go_on)
        skip = WrappingQuiet(theme, _("Skip"))
        skip.setObjectName("skip")
        skip.clicked.connect(self.skipped)
        flow.addWidget(go_on)
        flow.addWidget(skip)
        self.column.addWidget(buttons)
        self.column.addStretch(1)

    def show_article(self, article: Article) -> None:
        """Put what is known into the fields."""
        known = {
            "title": article.title,
            "published": date_in_words(article.published) if article.published else "",
            "publisher": article.publisher,
            "author": article.author,
        }
        for name, words in known.items():
            self.fields[name].setText(words)
        self._say("")
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Go to the first field that is empty, the date before the others."""
        names = ("published", "title", "publisher", "author")
        empty = next((name for name in names if not self.fields[name].text()), "title")
        if self.fields["title"].text() == "":
            empty = "title"
        self.fields[empty].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Skip on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)

    def _group(self, name: str, words: str) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        field = Field(self.theme, words)
        field.returnPressed.connect(self._go_on)
        if name == "published":
            field.setPlaceholderText(_("17 March 2022, March 2022 or 2022"))
        self.fields[name] = field
        column.addWidget(Caption(self.theme, words))
        column.addWidget(field)
        return group

    def _go_on(self) -> None:
        try:
            published = published_of(self.fields["published"].text())
        except UnfinishedError as error:
            self._say(field_words(error))
            self.fields["published"].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        told = Details(
            title=self._words("title"),
            published=published,
            publisher=self._words("publisher"),
            author=self._words("author"),
        )
        self.told.emit(told)

    def _words(self, name: str) -> str:
        return " ".join(self.fields[name].text().split())

    def _say(self, words: str) -> None:
        self._trouble.set_text(words)
        self._trouble.setVisible(bool(words))

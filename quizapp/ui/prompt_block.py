"""The question itself: the largest thing on the screen, with its picture."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.study.view import GAP, QuestionShown
from quizapp.ui.controls import Caption
from quizapp.ui.markdown_view import MarkdownView
from quizapp.ui.picture import Picture
from quizapp.ui.text_block import Run
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Size, Theme
from quizapp.words import _
from quizapp.words.study import as_of

LONG = 80  # letters; a longer prompt is set smaller
BLANK = "\u00a0" * 10


class PromptBlock(QWidget):
    """Shows prompt, picture and as-of date.

    Signals: none.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._long = False
        self.prompt = TextLabel(theme, Size.PROMPT, chars=None, parent=self)
        self.markdown = MarkdownView(theme, Size.PROMPT, self)
        self.picture = Picture(theme, self)
        self.as_of = Caption(theme, parent=self)
        self.markdown.hide()
        self.picture.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.prompt, self.markdown, self.picture, self.as_of):
            column.addWidget(widget)

    def show_prompt(self, shown: QuestionShown) -> None:
        """Show the prompt of a question."""
        self._long = len(shown.prompt) > LONG
        size = Size.PROMPT_LONG if self._long else Size.PROMPT
        self.prompt.setVisible(not shown.markdown)
        self.markdown.setVisible(shown.markdown)
        if shown.markdown:
            self.markdown.set_size(size)
            self.markdown.set_markdown(shown.prompt)
        else:
            self.prompt.set_size(size)
            self._show_plain(shown.prompt)
        self.picture.set_picture(shown.image, shown.image_alt)
        self.as_of.setVisible(shown.as_of is not None)
        self.as_of.set_text("" if shown.as_of is None else as_of(shown.as_of))

    def set_small(self, *, small: bool) -> None:
        """Set a prompt that is not long small too, or large again: for a small window."""
        size = Size.PROMPT_LONG if small or self._long else Size.PROMPT
        self.prompt.set_size(size)
        self.markdown.set_size(size)

    def words(self) -> str:
        """What a screen reader is told."""
        shown = self.markdown.words() if self.markdown.isVisibleTo(self) else self.prompt.text()
        return " ".join(part for part in (shown, self.as_of.text()) if part)

    def _show_plain(self, prompt: str) -> None:
        if GAP not in prompt:
            self.prompt.set_text(prompt)
            return
        runs = []
        for index, piece in enumerate(prompt.split(GAP)):
            if index:
                runs.append(Run(BLANK, underline=True))
            runs.append(Run(piece))
        self.prompt.set_runs(runs, prompt.replace(GAP, _("(blank)")))

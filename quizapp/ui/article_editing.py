"""Changing the question at hand in its form: judged while one types, kept when one is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from quizapp.generate.candidate import Finding
from quizapp.generate.draft_offers import Check
from quizapp.ui.article_at_hand import AtHand

TYPING_MS = 120
"""How long after the last letter the checks run again."""


class Editing(QObject):
    """The form's part of the page."""

    def __init__(self, parent: QObject, page: AtHand) -> None:
        super().__init__(parent)
        self._page = page
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._judge)
        page.question.typed.connect(self._typing.start)
        page.question.edited.connect(self.use_typed)
        page.question.discarded.connect(self.close)

    def open(self) -> None:
        """Put the question at hand into the form."""
        item, question = self._page.item, self._page.question
        if item is not None and not question.editing:
            self._page.show_question()
            question.show_form(item.question)
            self._show(item.findings)

    def use_typed(self) -> bool:
        """Take what stands in the form, if it is up; whether it is up still.

        It stays while something is missing in it, which is said there.
        """
        desk, item, question = self._page.desk, self._page.item, self._page.question
        if desk is None or item is None or not question.editing:
            return False
        typed = question.form.question()
        if typed is not None and self._page.do(desk.edit, item.id, typed):
            self.close()
        return question.editing

    def keep_typed(self) -> None:
        """Have the desk keep what stands in the form, as far as it makes sense."""
        desk, item, question = self._page.desk, self._page.item, self._page.question
        if desk is None or item is None or not question.editing:
            return
        typed = question.form.nearest()
        if typed is not None and typed != item.question:
            self._page.do(desk.edit, item.id, typed)

    def close(self) -> None:
        """Show the question as the desk has it."""
        self._typing.stop()
        self._page.question.end_form()
        self._page.refresh()
        self._page.question.focus_first()

    def _judge(self) -> None:
        desk, question = self._page.desk, self._page.question
        if self._page.held:
            self._typing.start()
        elif desk is not None and question.editing:
            typed = question.form.question(typing=True)
            if typed is not None:
                self._show(desk.judge(typed))

    def _show(self, findings: Sequence[Finding]) -> None:
        """Show what is held against words that are typed still; they are not mended meanwhile."""
        in_order = sorted(findings, key=lambda one: not one.hard)
        self._page.checks.show_checks([Check(finding) for finding in in_order])

"""What parts of the page ask of the page: its article, the question at hand, and its columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance

from quizapp.generate.desk import Desk, Item
from quizapp.ui.article_checks import ChecksColumn
from quizapp.ui.article_question import QuestionColumn


class AtHand(Protocol):
    """The page, as its parts see it; `quizapp.ui.article_deciding.Deciding`."""

    question: QuestionColumn
    checks: ChecksColumn

    @property
    def desk(self) -> Desk | None:
        """The article on the table, if there is one."""

    @property
    def item(self) -> Item | None:
        """The question at hand."""

    @property
    def held(self) -> bool:
        """Another thread has the desk."""

    @property
    def said(self) -> SignalInstance:
        """Sent with a line to say."""

    @property
    def details(self) -> SignalInstance:
        """Sent where the author is to say what the article is."""

    def do(self, step: Callable[..., object], *words: object) -> bool:
        """Carry a step of the desk out; whether it was done."""

    def refresh(self) -> None:
        """Show what the desk has now."""

    def show_question(self) -> None:
        """Have the question in sight, whatever stood in its place."""

    def open(self, item_id: str) -> None:
        """Have a question at hand."""

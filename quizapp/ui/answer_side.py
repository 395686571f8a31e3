"""The answer side: mark, right answer, why, and the sentence it rests on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.content.mark import Change, Typed
from quizapp.content.question import Form
from quizapp.study.view import AnswerShown
from quizapp.ui.buttons import LinkButton
from quizapp.ui.difference_label import DifferenceLabel
from quizapp.ui.evidence_card import EvidenceCard
from quizapp.ui.flow import Flow
from quizapp.ui.icons import Icons
from quizapp.ui.mark_line import MarkLine
from quizapp.ui.markdown_view import MarkdownView
from quizapp.ui.result_list import ResultList, lines_of
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _
from quizapp.words.study import partial_date


class AnswerSide(QWidget):
    """Shows an answer.

    Signals:
        guessed: the student turned "I guessed" on or off.
        overruled: the student says that the mark was wrong.
        accepted: the student wants what was typed to be right from now on.
        started_over: the student wants the card to be new again, as its answer changed.
    """

    guessed = Signal()
    overruled = Signal()
    accepted = Signal()
    started_over = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = MarkLine(theme, icons, self)
        self.difference = DifferenceLabel(theme, self)
        self.results = ResultList(theme, icons, self)
        self.answer = TextLabel(theme, Size.ANSWER, strong=True, parent=self)
        self.markdown = MarkdownView(theme, Size.ANSWER, self)
        self.changed = TextLabel(theme, Size.BODY, role=Role.ATTENTION, parent=self)
        self.correction = TextLabel(theme, Size.BODY, parent=self)
        self.explanation = TextLabel(theme, Size.BODY, parent=self)
        self.evidence = EvidenceCard(theme, self)
        self.old = TextLabel(theme, Size.CAPTION, role=Role.ATTENTION, parent=self)
        self.start_over = LinkButton(theme, _("Start this card over"), self)
        self.start_over.clicked.connect(self.started_over)
        self.guess = LinkButton(theme, "", self, size=Size.CAPTION)
        self.guess.clicked.connect(self.guessed)
        self.overrule = LinkButton(theme, "", self, size=Size.CAPTION)
        self.overrule.clicked.connect(self.overruled)
        self.accept = LinkButton(theme, _("Accept this from now on · A"), self, size=Size.CAPTION)
        self.accept.clicked.connect(self.accepted)
        self._commands = QWidget(self)
        commands = Flow(self._commands, gap=16)
        for button in (self.guess, self.overrule, self.accept):
            commands.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (
            self.mark,
            self.difference,
            self.results,
            self.answer,
            self.markdown,
            self._commands,
            self.changed,
            self.start_over,
            self.correction,
            self.explanation,
            self.old,
        ):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.evidence)

    def show_answer(self, shown: AnswerShown) -> None:
        """Show an answer, or refresh it."""
        self.mark.show_mark(shown.mark, guessed=shown.guessed, hinted=shown.hinted)
        told = self._show_difference(shown)
        lines = lines_of(shown)
        self.results.show_lines(lines)
        self._show_right_answer(shown, there=not lines and not told)
        self._show_commands(shown)
        self.changed.setVisible(bool(shown.changed_from))
        self.start_over.setVisible(bool(shown.changed_from))
        if shown.changed_from:
            self.changed.set_text(
                _(
                    "The answer was changed since you learned it. Before: {before}. Now: {now}."
                ).format(before=shown.changed_from, now=shown.answer)
            )
        for label, words in (
            (self.correction, shown.correction),
            (self.explanation, shown.explanation),
        ):
            label.setVisible(bool(words))
            label.set_text(words)
        old = shown.unchecked_since
        self.old.setVisible(old is not None)
        if old is not None:
            self.old.set_text(
                _("Not checked since {date}: it may have changed.").format(date=partial_date(old))
            )
        self.evidence.show_evidence(shown.evidence)

    def spoken(self) -> str:
        """What a screen reader is told: the mark, then the right answer."""
        typed = self.difference.text() if self.difference.isVisibleTo(self) else ""
        answer = self.markdown.words() if self.markdown.isVisibleTo(self) else self.answer.text()
        return ". ".join(part for part in (self.mark.words, typed, answer) if part)

    def _show_difference(self, shown: AnswerShown) -> bool:
        """Show what was typed where it is not the answer; whether the answer is told by that."""
        response, mark = shown.response, shown.mark
        if not isinstance(response, Typed) or shown.question.fields > 1 or mark is None:
            self.difference.set_difference("", ())
            return False
        typed = response.texts[0].strip()
        self.difference.set_difference("" if typed == shown.answer else typed, mark.difference)
        right = "".join(p.text for p in mark.difference if p.change is not Change.EXTRA)
        return right == shown.answer

    def _show_right_answer(self, shown: AnswerShown, *, there: bool) -> None:
        # An option that is right already stands there with its mark.
        there = there and (shown.question.form is not Form.CHOOSE)
        markdown = shown.question.markdown
        self.answer.setVisible(there and not markdown)
        self.markdown.setVisible(there and markdown)
        if there and markdown:
            self.markdown.set_markdown(shown.answer)
        else:
            self.answer.set_text(shown.answer)

    def _show_commands(self, shown: AnswerShown) -> None:
        self.guess.setVisible(shown.can_guess)
        self.guess.setText(_("I knew it after all · G") if shown.guessed else _("I guessed · G"))
        self.overrule.setVisible(shown.can_overrule)
        self.overrule.setText(
            _("The mark was right after all · O")
            if shown.overruled
            else _("The mark was wrong · O")
        )
        self.accept.setVisible(shown.can_accept)
        self._commands.setVisible(shown.can_guess or shown.can_overrule or shown.can_accept)

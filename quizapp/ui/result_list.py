"""Lines of a mark that counts parts: each with a mark, a word, and what it should have been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from quizapp.content.mark import Arranged, DontKnow, Mark
from quizapp.content.question import Form
from quizapp.study.view import AnswerShown
from quizapp.ui.icons import Icons
from quizapp.ui.options import Verdict, verdict_word
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _

_LOOKS = {
    Verdict.RIGHT: ("check", Role.RIGHT),
    Verdict.WRONG: ("cross", Role.WRONG),
    Verdict.MISSED: ("add", Role.ATTENTION),
    Verdict.ANSWER: ("arrow", Role.MUTED),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its verdict, its words, and a note in small letters."""

    verdict: Verdict
    words: str
    note: str = ""


class ResultList(QWidget):
    """Shows what became of each part; hidden where no parts are counted.

    Signals: none.
    """

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._lines: tuple[Line, ...] = ()
        self._rows: list[tuple[QLabel, TextLabel, TextLabel, TextLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        theme.changed.connect(self._fill)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the lines."""
        self._lines = tuple(lines)
        self.setVisible(bool(lines))
        top = Qt.AlignmentFlag.AlignTop
        while len(self._rows) < len(lines):
            mark = QLabel(self)
            words = TextLabel(self._theme, Size.ANSWER, parent=self)
            note = TextLabel(self._theme, Size.BODY, role=Role.MUTED, parent=self)
            word = TextLabel(self._theme, Size.ANSWER, parent=self)
            word.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            at = 2 * len(self._rows)
            self._grid.addWidget(mark, at, 0, top)
            self._grid.addWidget(words, at, 1)
            self._grid.addWidget(word, at, 2, top | Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(note, at + 1, 1)
            self._rows.append((mark, words, word, note))
        self._fill()

    def _fill(self) -> None:
        for index, (mark, words, word, note) in enumerate(self._rows):
            there = index < len(self._lines)
            mark.setVisible(there)
            words.setVisible(there)
            word.setVisible(there)
            note.setVisible(there and bool(self._lines[index].note))
            if not there:
                continue
            line = self._lines[index]
            icon, role = _LOOKS[line.verdict]
            mark.setFixedWidth(self._icons.side_beside_text())
            mark.setPixmap(self._icons.beside_text(icon, role, self.devicePixelRatioF()))
            words.set_text(line.words)
            word.set_role(role)
            word.set_text("" if line.verdict is Verdict.ANSWER else verdict_word(line.verdict))
            note.set_text(line.note)


def lines_of(shown: AnswerShown) -> tuple[Line, ...]:
    """The lines of an answer whose mark counts parts, else none.

    Options have their own rows, so a choice has none.
    """
    question, response, mark = shown.question, shown.response, shown.mark
    given = response.indexes if isinstance(response, Arranged) else ()
    lines: tuple[Line, ...] = ()
    if question.form is Form.ORDER:
        lines = _order_lines(question.options, shown.order, given)
    elif question.form is Form.MATCH:
        lines = _match_lines(question.left, question.options, shown.order, given)
    elif question.form is Form.TYPE and mark is not None and question.fields > 1:
        lines = _list_lines(mark)
    if isinstance(response, DontKnow):
        # Nothing was tried, so nothing was missed either.
        return tuple(replace(line, verdict=Verdict.ANSWER) for line in lines)
    return lines


def _order_lines(
    items: Sequence[str], right: Sequence[int], given: Sequence[int]
) -> tuple[Line, ...]:
    lines = []
    for place, item in enumerate(right):
        words = f"{place + 1}. {items[item]}"
        if place < len(given) and given[place] == item:
            lines.append(Line(Verdict.RIGHT, words))
        elif item in given:
            at = list(given).index(item) + 1
            lines.append(Line(Verdict.WRONG, words, _("you put it at {place}").format(place=at)))
        else:
            lines.append(Line(Verdict.MISSED, words))
    return tuple(lines)


def _match_lines(
    left: Sequence[str], items: Sequence[str], right: Sequence[int], given: Sequence[int]
) -> tuple[Line, ...]:
    lines = []
    for place, item in enumerate(right):
        words = _("{left} – {right}").format(left=left[place], right=items[item])
        joined = given[place] if place < len(given) else -1
        if joined < 0:
            lines.append(Line(Verdict.MISSED, words))
        # Two right items may read the same: then either is right.
        elif items[joined] == items[item]:
            lines.append(Line(Verdict.RIGHT, words))
        else:
            note = _("you joined {right}").format(right=items[joined])
            lines.append(Line(Verdict.WRONG, words, note))
    return tuple(lines)


def _list_lines(mark: Mark) -> tuple[Line, ...]:
    lines = []
    for part in mark.parts:
        if not part.given:
            continue
        verdict = Verdict.RIGHT if part.right else Verdict.WRONG
        same = not part.right or part.given == part.answer or not part.answer
        lines.append(Line(verdict, part.given, "" if same else part.answer))
    lines += [Line(Verdict.MISSED, words) for words in mark.missed]
    return tuple(lines)

"""The editor's form and preview with a question of each kind, and the sheets over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from editor_samples import DECK, QUESTIONS, TEXTS
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.author.field_reading import UnfinishedError, fields_of, nearest_question, question_of
from quizapp.author.fields import Fields, FieldTrouble
from quizapp.check.finding import Mend, held
from quizapp.content.question import Kind
from quizapp.ui.editor_evidence_sheet import EvidenceSheet
from quizapp.ui.editor_form import EditorForm
from quizapp.ui.editor_preview import EditorPreview
from quizapp.ui.editor_try import TrySheet
from quizapp.ui.frames import Hairline
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme


class Shown(QWidget):
    """Form and preview side by side."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._first = ""
        self.form = EditorForm(theme, icons)
        self.preview = EditorPreview(theme, icons, lambda: 100.0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.form, 1)
        line = Hairline(theme)
        line.setFixedSize(1, 16_777_215)
        row.addWidget(line)
        row.addWidget(self.preview, 1)

    def focus_first(self) -> None:
        """Type into the question, or what the picture is about."""
        self.form.focus_first()
        if self._first:
            self.form.focus_field(self._first)
            QTest.qWait(120)
            self._first = ""

    def show_kind(self, kind: Kind, side: int = 0) -> QWidget:
        """A finished question."""
        question = QUESTIONS[kind]
        self.form.show_question(fields_of(question), (), (), DECK, TEXTS)
        self.preview.show_question(question, DECK, TEXTS, None)
        self.preview._sides.button(side).click()
        return self

    def show_begun(self, kind: Kind) -> QWidget:
        """A question of which nothing is typed yet."""
        fields = Fields(kind=kind)
        troubles: tuple[FieldTrouble, ...] = ()
        try:
            question_of(fields, None, "aaaaaaaaaa")
        except UnfinishedError as error:
            troubles = error.troubles
        self.form.show_question(fields, troubles, (), DECK, TEXTS)
        nearest = nearest_question(fields, None, "aaaaaaaaaa")
        self.preview.show_question(nearest, DECK, TEXTS, None)
        return self

    def show_older(self) -> QWidget:
        """A question turned into another kind, unfinished, which is asked as before."""
        self.show_begun(Kind.MULTI)
        self.form.head.say_asked_as_before(so=True)
        return self

    def show_told(self) -> QWidget:
        """A question with findings, suggestions, and what students said."""
        self.form.head.say_asked_as_before(so=False)
        question = QUESTIONS[Kind.SHORT]
        mend = Mend("take-texts-own")
        facts = {"quote": "Vjosa Osmani …", "source": "letter", "passage": "Vjosa Osmani, …"}
        findings = (
            held("E203", "quote-near", "evidence.quote", mend=mend, **facts),
            held("E305", "options-alike", "wrong", option="Kurti", other="Albin Kurti"),
        )
        self.form.show_question(
            fields_of(question),
            (),
            findings,
            DECK,
            TEXTS,
            ("Madam Osmani",),
            ("The answer is wrong: she wrote in April",),
        )
        self.form.suggesting.wrong.suggest()
        self._first = "quote"
        self.preview.show_question(question, DECK, TEXTS, None)
        return self

    def show_more(self) -> QWidget:
        """Everything unfolded, and what the checks hold against it seen at the foot."""
        self.show_told()
        self._first = "attribution"
        return self


def editor_pictures(
    theme: Theme, icons: Icons, parent: QWidget
) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Name and what puts it up."""
    shown = Shown(theme, icons)
    for kind in Kind:
        yield f"editor-form-{kind.value}", partial(shown.show_kind, kind)
    yield "editor-form-answer", partial(shown.show_kind, Kind.SHORT, 1)
    yield "editor-form-begun", partial(shown.show_begun, Kind.NUMBER)
    yield "editor-form-older", shown.show_older
    yield "editor-form-told", shown.show_told
    yield "editor-form-more", shown.show_more

    def sheet() -> QWidget:
        made = EvidenceSheet(theme, parent)
        evidence = QUESTIONS[Kind.SHORT].evidence
        quote = evidence.quote if evidence else ""
        made.choose(DECK.sources, TEXTS, "letter", quote)
        made._search.setText("recognise")
        return made

    def tried() -> QWidget:
        made = TrySheet(theme, icons, lambda: 100.0, parent)
        made.ask(QUESTIONS[Kind.SHORT], DECK, TEXTS, None)
        return made

    yield "editor-sheet-evidence", sheet
    yield "editor-sheet-try", tried

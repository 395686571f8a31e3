"""The sentence an answer rests on, tinted between its neighbours, and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.study.view import EvidenceShown
from quizapp.ui.controls import Caption, Card, LinkButton
from quizapp.ui.text_block import Run
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.words import _
from quizapp.words.study import as_of, published

SAFE_SCHEMES = ("http", "https")


class EvidenceCard(Card):
    """Shows evidence; the whole paragraph on demand.

    Args:
        keyed: the page around has a key for the paragraph, which is named.

    Signals: none.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, keyed: bool = True) -> None:
        super().__init__(theme, parent)
        self._key = " · M" if keyed else ""
        self._shown: EvidenceShown | None = None
        self._whole = False
        self._passage = TextLabel(theme, Size.BODY, parent=self)
        self._source = Caption(theme, parent=self)
        self._claim = Caption(theme, parent=self)
        self._more = LinkButton(theme, "", self, size=Size.CAPTION)
        self._more.clicked.connect(self.toggle_paragraph)
        self._open = LinkButton(theme, _("Open the source"), self, size=Size.CAPTION)
        self._open.clicked.connect(self._open_source)
        self.column.addWidget(self._passage)
        self.column.addWidget(self._source)
        self.column.addWidget(self._claim)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._more)
        row.addWidget(self._open)
        row.addStretch(1)
        self.column.addLayout(row)
        theme.changed.connect(self._fill)

    def show_evidence(self, shown: EvidenceShown | None) -> None:
        """Show evidence; hidden where there is none."""
        self.setVisible(shown is not None)
        if shown is None or shown == self._shown:
            return
        self._shown = shown
        self._whole = False
        self._source.set_text(_source_line(shown))
        claim = _claim_line(shown)
        self._claim.set_text(claim)
        self._claim.setVisible(bool(claim))
        self._open.setVisible(QUrl(shown.url).scheme() in SAFE_SCHEMES)
        self._fill()

    @property
    def has_paragraph(self) -> bool:
        """There is more to see than the neighbours."""
        return self._shown is not None and bool(self._paragraph())

    def toggle_paragraph(self) -> bool:
        """Show the whole paragraph, or the neighbours again; False where there is no more."""
        if not self.has_paragraph:
            return False
        self._whole = not self._whole
        self._fill()
        return True

    def _paragraph(self) -> str:
        shown = self._shown
        if shown is None or shown.sentence not in shown.paragraph:
            return ""
        around = len(shown.before) + len(shown.sentence) + len(shown.after) + 2
        return shown.paragraph if len(shown.paragraph) > around else ""

    def _fill(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if self._whole:
            before, _sentence, after = self._paragraph().partition(shown.sentence)
        else:
            before = shown.before + " " if shown.before else ""
            after = " " + shown.after if shown.after else ""
        muted, text = self._theme.color(Role.MUTED), self._theme.color(Role.TEXT)
        ground = self._theme.color(Role.EVIDENCE)
        self._passage.set_runs(
            [Run(before, muted), Run(shown.sentence, text, ground), Run(after, muted)]
        )
        self._more.setVisible(self.has_paragraph)
        words = _("Only the sentence") if self._whole else _("The whole paragraph")
        self._more.setText(words + self._key)

    def _open_source(self) -> None:
        if self._shown is not None:
            QDesktopServices.openUrl(QUrl(self._shown.url))


def _source_line(shown: EvidenceShown) -> str:
    parts = [shown.source_title, shown.publisher, published(shown.published)]
    return ", ".join(part for part in parts if part)


def _claim_line(shown: EvidenceShown) -> str:
    parts = []
    if shown.attribution:
        parts.append(_("Said by {who}").format(who=shown.attribution))
    if shown.as_of is not None:
        parts.append(as_of(shown.as_of))
    return " · ".join(parts)

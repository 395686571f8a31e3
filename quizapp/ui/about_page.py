"""About: version, licences of what the program stands on, and where data lies."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from quizapp import __version__
from quizapp.ui.controls import Body, Heading, Page
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import LINE, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink
from quizapp.words import N_, _

STANDS_ON = (
    ("PySide6_Essentials", "Qt for Python, Qt", N_("the window"), "LGPL-3.0"),
    ("SQLAlchemy", "SQLAlchemy", N_("the learning history"), "MIT"),
    ("alembic", "Alembic", N_("newer forms of the history"), "MIT"),
    ("toml", "toml", N_("writing decks"), "MIT"),
    ("rapidfuzz", "RapidFuzz", N_("slips in typed answers"), "MIT"),
    ("typer", "Typer", N_("the terminal"), "MIT"),
    ("rich", "Rich", N_("the terminal"), "MIT"),
    ("platformdirs", "platformdirs", N_("where files live"), "MIT"),
)
"""(package, name, what for, licence); Python and SQLite are named apart."""


class AboutPage(Page):
    """What this program is.

    Signals:
        back: the student wants to leave.
    """

    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=LINE)
        back = WrappingLink(theme, _("Back"))
        back.setObjectName("back")
        back.clicked.connect(self.back)
        self._where = Body(theme)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Heading(theme, _("About Quizapp")))
        words = _("Version {version}. Free software under the MIT licence.")
        self.column.addWidget(Body(theme, words.format(version=__version__)))
        self._group(_("Where your data lies"), self._where)
        lines = [
            Body(
                theme,
                _("{name} {version}: {purpose}, {licence}").format(
                    name=name, version=_version(package), purpose=_(purpose), licence=licence
                ),
            )
            for package, name, purpose, licence in STANDS_ON
        ]
        lines.append(Body(theme, _("Python: Python Software Foundation License")))
        lines.append(Body(theme, _("SQLite: public domain")))
        self._group(_("What it stands on, with licences"), *lines)
        self._group(
            _("Decks that come with it"),
            Body(theme, _("Their texts are by the Quizapp authors, under CC-BY-4.0.")),
        )
        self._group(
            _("What it does not do"),
            Body(
                theme, _("It needs no account, sends nothing, and reads nothing from a network.")
            ),
        )
        self.column.addStretch(1)

    def show_about(self, home: Path) -> None:
        """Say where data lies."""
        self._where.set_text(
            _(
                "Your answers, settings and own decks: {path}. Nothing leaves this computer."
            ).format(path=home)
        )

    def focus_first(self) -> None:
        """Give the focus to the way back."""
        back = self.findChild(WrappingLink, "back")
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _group(self, title: str, *lines: TextLabel) -> None:
        group = QVBoxLayout()
        group.setSpacing(8)
        group.addWidget(TextLabel(self.theme, Size.BODY, title, strong=True))
        for line in lines:
            group.addWidget(line)
        self.column.addLayout(group)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # started from a folder without having been installed
        return ""

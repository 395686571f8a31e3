"""Settings: a few, in plain words, applied at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from quizapp.settings import SCHEMES, Settings
from quizapp.ui.buttons import Button
from quizapp.ui.confirm import Confirm
from quizapp.ui.controls import Body, Caption, Heading, Page
from quizapp.ui.flow import Flow, empty
from quizapp.ui.keep_focus import focused_name, give_back
from quizapp.ui.number_field import NumberField
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import LARGEST, LINE, SMALLEST, Size, Theme
from quizapp.ui.tick_box import TickBox
from quizapp.ui.wrapping_buttons import WrappingQuiet
from quizapp.words import N_, _, ngettext

_LABEL = 220  # pixels of the widest label at 100 % text
_SCHEME_WORDS = {"system": N_("As the desktop"), "light": N_("Light"), "dark": N_("Dark")}
_WHY_WORDS = {
    "daily": N_("made by itself"),
    "asked": N_("made by you"),
    "before-restore": N_("made before a restore"),
    "before-change": N_("made before a new version changed the history"),
}
_KB, _MB = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A copy of the history.

    Attributes:
        when: when it was made, in words.
        size: bytes.
        why: it was made: "daily", "asked", "before-restore" or "before-change".
        answers: how many it has; None where it cannot be read.
    """

    path: Path
    when: str
    size: int
    why: str
    answers: int | None


class SettingsPage(Page):
    """What the student prefers.

    Signals:
        changed: the whole new `Settings`, as soon as one of them was changed.
        back_up: a copy of the history is wanted now.
        restore: path of a copy, after the student agreed.
        add_folder: a further folder of decks is wanted.
        remove_folder: a folder, as the settings have it, in which decks are no longer looked for.
        open_home: the student wants to see the data folder.
        about: the student wants to know about the program.
    """

    changed = Signal(object)
    back_up = Signal()
    restore = Signal(object)
    add_folder = Signal()
    remove_folder = Signal(str)
    open_home = Signal()
    about = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=LINE + 12)
        self._settings = Settings()
        self._backups: tuple[BackupLine, ...] = ()
        self._filling = False
        self.column.addWidget(Heading(theme, _("Settings")))
        self.new_per_day = NumberField(theme, _("New questions a day"), 0, 999)
        self.minutes_per_day = NumberField(theme, _("Minutes a day"), 1, 600, 5)
        self._group(
            _("Each day"),
            self._row(_("New questions a day"), self.new_per_day),
            self._row(_("Minutes a day"), self.minutes_per_day),
            Caption(theme, _("Your plan stays within both. You can always study more.")),
        )
        self.retention = NumberField(theme, _("Aim to remember, percent"), 70, 97, 1, " %")
        self._retention_words = Caption(theme)
        self._group(
            _("Memory"), self._row(_("Aim to remember"), self.retention), self._retention_words
        )
        self.text_size = NumberField(theme, _("Text size, percent"), SMALLEST, LARGEST, 10, " %")
        self.schemes = QButtonGroup(self)
        colours = QWidget()
        flow = Flow(colours)
        for at, scheme in enumerate(SCHEMES):
            button = WrappingQuiet(theme, _(_SCHEME_WORDS[scheme]))
            button.setObjectName(scheme)
            button.setCheckable(True)
            self.schemes.addButton(button, at)
            flow.addWidget(button)
        self._group(
            _("Look"),
            self._row(_("Text size"), self.text_size),
            TextLabel(theme, Size.BODY, _("Colours")),
            colours,
        )
        self._folders = QVBoxLayout()
        self._group(
            _("Folders of decks"), self._folders, self._button(_("Add a folder"), self.add_folder)
        )
        self.daily = TickBox(theme, _("A copy each day"))
        self._copies = QVBoxLayout()
        self._home = Body(theme)
        self._group(
            _("Your data"),
            self._home,
            self._button(_("Open the data folder"), self.open_home),
            self.daily,
            Caption(theme, _("Seven daily copies and four weekly ones are kept.")),
            self._button(_("Make a copy now"), self.back_up),
            self._copies,
        )
        self.column.addWidget(self._button(_("About Quizapp"), self.about))
        self.column.addStretch(1)
        for field in (self.new_per_day, self.minutes_per_day, self.retention, self.text_size):
            field.valueChanged.connect(self._take)
        self.daily.toggled.connect(self._take)
        self.schemes.idToggled.connect(self._take)

    def show_settings(self, settings: Settings, home: Path, backups: Sequence[BackupLine]) -> None:
        """Show what is in force, where the data lies, and the copies there are, newest first."""
        had = focused_name(self)
        self._filling = True
        self._settings = settings
        self._backups = tuple(backups)
        self.new_per_day.setValue(settings.new_per_day)
        self.minutes_per_day.setValue(settings.minutes_per_day)
        self.retention.setValue(round(settings.retention * 100))
        self.text_size.setValue(settings.text_size)
        self.schemes.button(SCHEMES.index(settings.scheme)).setChecked(True)
        self.daily.setChecked(settings.daily_backup)
        self._home.set_text(
            _(
                "Everything Quizapp knows about you lies in one folder on this computer: {path}"
            ).format(path=home)
        )
        self._filling = False
        self._say_retention()
        self._fill_folders(home)
        self._fill_copies()
        give_back(self, had)

    def focus_first(self) -> None:
        """Stand at the top, with the focus on the first field."""
        self.verticalScrollBar().setValue(0)
        self.new_per_day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if self._filling:
            return
        settings = replace(
            self._settings,
            new_per_day=self.new_per_day.value(),
            minutes_per_day=self.minutes_per_day.value(),
            retention=self.retention.value() / 100,
            text_size=self.text_size.value(),
            scheme=SCHEMES[self.schemes.checkedId()],
            daily_backup=self.daily.isChecked(),
        )
        if settings != self._settings:
            self._settings = settings
            self._say_retention()
            self.changed.emit(settings)

    def _say_retention(self) -> None:
        self._retention_words.set_text(
            _("Aim to remember {n} % of what is due; higher means more reviews.").format(
                n=self.retention.value()
            )
        )

    def _fill_folders(self, home: Path) -> None:
        empty(self._folders)
        own = _("Your own: {path}").format(path=home / "decks")
        self._folders.addWidget(Body(self.theme, own))
        for at, folder in enumerate(self._settings.deck_folders):
            button = WrappingQuiet(self.theme, _("Remove"))
            button.setObjectName(f"folder {at}")
            button.setAccessibleName(_("Remove {path}").format(path=folder))
            button.clicked.connect(self._remove)
            self._folders.addWidget(self._row(folder, button))

    def _fill_copies(self) -> None:
        empty(self._copies)
        if not self._backups:
            self._copies.addWidget(Caption(self.theme, _("There is no copy yet.")))
        for at, backup in enumerate(self._backups):
            button = WrappingQuiet(self.theme, _("Restore"))
            button.setObjectName(f"copy {at}")
            button.setAccessibleName(_("Restore the copy of {when}").format(when=backup.when))
            button.clicked.connect(self._ask_to_restore)
            self._copies.addWidget(self._row(_copy_in_words(backup), button))

    def _remove(self) -> None:
        at = int(self.sender().objectName().removeprefix("folder "))
        self.remove_folder.emit(self._settings.deck_folders[at])

    def _ask_to_restore(self) -> None:
        name = self.sender().objectName()
        backup = self._backups[int(name.removeprefix("copy "))]
        dialog = Confirm(
            self.theme,
            self,
            _("Restore this copy?"),
            _(
                "Your learning history becomes what it was on {when}. Your history as it is now is"
                " kept as a copy first, so this can be undone. Decks are not touched."
            ).format(when=backup.when),
            _("Restore"),
            careful=True,
        )
        dialog.setObjectName(str(backup.path))
        dialog.accepted.connect(self._restore)
        dialog.open()

    def _restore(self) -> None:
        self.restore.emit(Path(self.sender().objectName()))

    def _group(self, title: str, *parts: QWidget | QVBoxLayout) -> None:
        group = QVBoxLayout()
        group.setSpacing(8)
        group.addWidget(TextLabel(self.theme, Size.ANSWER, title, strong=True))
        for part in parts:
            if isinstance(part, QVBoxLayout):
                part.setSpacing(8)
                group.addLayout(part)
            elif isinstance(part, Button):
                group.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                group.addWidget(part)
        self.column.addLayout(group)

    def _row(self, words: str, control: QWidget) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, gap=16)
        label = _Label(self.theme, words)
        label.setBuddy(control)
        flow.addWidget(label)
        flow.addWidget(control)
        return holder

    def _button(self, words: str, signal: SignalInstance) -> WrappingQuiet:
        button = WrappingQuiet(self.theme, words)
        button.clicked.connect(signal)
        return button


class _Label(TextLabel):
    """A label whose control stands in line with those of its neighbours.

    Signals: none.
    """

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, Size.BODY, words)

    def _restyle(self) -> None:
        super()._restyle()
        self.setMinimumWidth(min(320, round(_LABEL * self._theme.scale)))


def _copy_in_words(copy: BackupLine) -> str:
    """What tells it from the others."""
    if copy.answers is None:
        holds = _("cannot be read")
    else:
        holds = ngettext("{n} answer", "{n} answers", copy.answers).format(n=copy.answers)
    why = _(_WHY_WORDS[copy.why])
    return " · ".join((copy.when, holds, why, _size_in_words(copy.size)))


def _size_in_words(size: int) -> str:
    if size < _MB:
        return _("{n} KB").format(n=max(1, round(size / _KB)))
    return _("{n} MB").format(n=f"{size / _MB:.1f}")

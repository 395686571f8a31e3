"""Starts the window: Qt, one window for a home, the first frame, and then the rest."""

from __future__ import annotations

import gc
import logging
import sys
import time
import tomllib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import (
    QObject,
    QThreadPool,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from quizapp import __version__, paths, words
from quizapp import settings as preferences
from quizapp.settings import Settings
from quizapp.ui.deck_watcher import DeckWatcher
from quizapp.ui.icons import Icons
from quizapp.ui.side_bar import places
from quizapp.ui.signal_door import SignalDoor
from quizapp.ui.single_instance import First, FirstInstance, become_first, lock_of
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window
from quizapp.words import _

_log = logging.getLogger("quizapp")

_MINUTE_MS = 60_000
_FARTHEST = 100_000
"""Pixels: no screen stands farther away."""


def run(home: paths.Home, deck: Path | None = None) -> int:
    """Open the window on a home, on that deck if one is named; the exit code.

    A second start with the same home brings the first window to the front.
    """
    gc.disable()  # nothing is thrown away while everything is made; collecting only costs time
    application = QApplication(sys.argv[:1])
    application.setApplicationName("quizapp")
    application.setApplicationDisplayName("Quizapp")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("quizapp")
    application.setWindowIcon(QIcon(str(paths.resources() / "icons" / "quizapp.svg")))
    words.install(paths.resources() / "locale")
    with suppress(OSError):
        home.root.mkdir(parents=True, exist_ok=True)
    lock = lock_of(home.root)
    first = become_first(home.root, str(deck.absolute()) if deck else "", lock)
    if first is First.SILENT:
        sys.stderr.write(_("Quizapp is open with this data folder, but it does not answer.\n"))
        return 1
    if first is First.CALLED:
        return 0
    start = Start(application, home, deck)
    start.show()
    try:
        return application.exec()
    finally:
        lock.unlock()


class Start(QObject):
    """Brings the program up step by step, so that the first frame waits for nothing.

    Signals:
        looked: the decks' folders were looked through; whether anything changed.
        failed: work in the background failed; the error.
    """

    looked = Signal(bool)
    failed = Signal(object)

    def __init__(self, application: QApplication, home: paths.Home, deck: Path | None) -> None:
        super().__init__(application)
        self._application = application
        self._home = home
        self._deck = deck
        self._trouble = ""
        self._settings_error: OSError | None = None
        try:
            read = preferences.load(home.settings)
        except OSError as error:
            self._settings_error = error
            read = preferences.SettingsRead(Settings())
        self._read = read
        self._settings = read.settings
        self._theme = Theme(self._settings.scheme, self._settings.text_size)
        self._icons = Icons(paths.resources() / "icons", self._theme)
        self._window = Window(self._theme, self._icons, places())
        self._window.side_bar.choose("today")
        self._window.set_frame(_read_frame(home.window))
        self._window.first_frame.connect(self._painted)
        self._window.closing.connect(self._closing)
        self._first = FirstInstance(home.root, self)
        self._first.called.connect(self._called)
        self._watcher = DeckWatcher(self)
        self._watcher.changed.connect(self._look)
        self.looked.connect(self._looked)
        self.failed.connect(self._background_failed)
        self._day_timer = QTimer(self)
        self._day_timer.setInterval(_MINUTE_MS)
        self._day_timer.timeout.connect(self._minute)
        self._day = 0
        self._looking = False
        self._signals = SignalDoor(self._window)

    def show(self) -> None:
        """Show the window; everything else follows its first frame."""
        self._window.show()

    # Opening

    def _painted(self) -> None:
        painted = time.time()
        from quizapp.ui.help_place import HelpPlace
        from quizapp.ui.log_file import keep_log

        keep_log(self._home)
        _log.info("first frame at %.3f", painted)
        self._help = HelpPlace(self._window, self._theme, paths.resources())
        self._open()

    def _open(self) -> None:
        from quizapp import build  # SQLAlchemy comes with it, so only now

        try:
            self._rooms = build.open_rooms(self._home, self._settings)
            with suppress(OSError):  # a deck put there is noticed only where the folder is
                self._home.decks.mkdir(parents=True, exist_ok=True)
        except Exception as error:  # noqa: BLE001 - every failure gets a page in words
            _log.exception("the learning history could not be opened")
            self._show_trouble(error)
            return
        self._join()

    def _join(self) -> None:
        from quizapp.ui.router import Router

        self._router = Router(
            self._window,
            self._theme,
            self._icons,
            self._rooms,
            self._settings,
            self._home.root,
            self._home.log,
            time.monotonic,
            help_place=self._help,
        )
        self._router.settings_changed.connect(self._keep_settings)
        self._router.decks_wanted.connect(self._look)
        self._router.restored.connect(self._look)
        self._router.go("today")
        if self._trouble:
            self._window.drop_page(self._trouble)
            self._window.set_studying(studying=False)
            self._trouble = ""
        _log.info("page ready")
        self._day_timer.start()
        self._window.activated.connect(self._minute)
        QTimer.singleShot(0, self._after_first_page)

    def _after_first_page(self) -> None:
        gc.freeze()  # what stands now stays until the end
        gc.enable()
        self._tell_settings()
        self._in_background(self._rooms.daily_backup)
        self._look()
        if self._deck is not None:
            self._called(str(self._deck.absolute()))

    def _tell_settings(self) -> None:
        if self._settings_error is not None:
            self._router.guard.tell(self._settings_error)
        elif self._read.set_aside is not None:
            self._router.guard.say(
                _("Your settings could not be read and were set aside: {path}").format(
                    path=self._read.set_aside
                )
            )
        elif self._read.refused:
            self._router.guard.say(_("Some settings were out of range; they are as at the start."))

    def _show_trouble(self, error: Exception) -> None:
        from quizapp.ui.trouble_page import TroublePage, steps_for
        from quizapp.words.troubles import describe

        page = TroublePage(self._theme)
        page.step.connect(self._trouble_step)
        said = describe(error, log=str(self._home.log))
        page.show_trouble(_("Your learning history could not be opened"), said, steps_for(error))
        self._window.drop_page("trouble")
        self._window.add_page("trouble", page)
        self._window.show_page("trouble", "today")
        self._window.set_studying(studying=True)  # there is nowhere else to go
        self._trouble = "trouble"

    def _trouble_step(self, step: str) -> None:
        from quizapp import build
        from quizapp.words import troubles

        if step == "folder":
            from PySide6.QtCore import QUrl
            from PySide6.QtGui import QDesktopServices

            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home.root)))
            return
        done = None
        try:
            if step == "restore":
                done = build.restore_newest(self._home)
            elif step == "salvage":
                done = build.salvage(self._home)
            elif step == "anew":
                build.begin_anew(self._home)
        except Exception as error:  # noqa: BLE001 - every failure gets a page in words
            _log.exception("%s failed", step)
            self._show_trouble(error)
            return
        self._open()
        if done is not None and not self._trouble:
            self._router.guard.say(troubles.recovered(done.from_backup, done.salvaged))

    # While it runs

    def _called(self, deck: str) -> None:
        self._window.come_to_front()
        if deck and hasattr(self, "_router"):
            self._router.show_deck_file(Path(deck))

    def _look(self) -> None:
        # A deck that is worked on is saved all the time; it is looked at when it is left.
        if not self._looking and not self._router.editing:
            self._looking = True
            self._in_background(self._look_through)

    def _look_through(self) -> None:
        changed = False
        try:
            changed = self._rooms.rescan()
        finally:
            self.looked.emit(changed)

    def _looked(self, changed: bool) -> None:
        _log.info("decks looked through")
        self._looking = False
        self._watcher.watch(self._rooms.watched())
        QTimer.singleShot(0, self._router.make_ready)
        if changed:
            self._router.refresh()

    def _minute(self) -> None:
        if self._day != (day := self._rooms.day()):
            known, self._day = self._day, day
            if known:
                self._router.refresh()

    def _in_background(self, work: Callable[[], object]) -> None:
        QThreadPool.globalInstance().start(_Work(work, self.failed).run)

    def _background_failed(self, error: Exception) -> None:
        self._router.guard.tell(error)

    def _keep_settings(self, settings: Settings) -> None:
        self._settings = settings
        try:
            self._write(self._home.settings, preferences.written(settings))
        except OSError as error:
            self._router.guard.tell(error)

    def _close_without(self) -> bool:
        """Ask whether to close although the last answer cannot be written."""
        from quizapp.ui.confirm import ask

        return ask(
            self._window,
            self._theme,
            _("Your last answer is not saved yet"),
            _(
                "It cannot be written at the moment. Stay, and it is kept on the screen until you"
                " go on. If you close now, this one answer is lost; all before it are saved."
            ),
            _("Close without it"),
            careful=True,
        )

    def _write(self, path: Path, text: str) -> None:
        """Write one of the small files of the home, whole or not at all."""
        from quizapp.content.whole_write import write_whole

        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())

    def _closing(self) -> None:
        if hasattr(self, "_router") and not self._router.write_down():
            _log.error("closed while an answer could not be written")
            if not self._signals.told and not self._close_without():
                self._window.hold()
                return
        if hasattr(self, "_router") and not self._router.leave_deck(
            may_ask=not self._signals.told
        ):
            self._window.hold()
            return
        frame = "".join(f"{key} = {value}\n" for key, value in self._window.frame().items())
        try:
            self._write(self._home.window, frame)
        except OSError as error:
            _log.warning("the window's place was not kept: %s", error.strerror)
        self._first.close()
        if hasattr(self, "_router"):
            self._router.stop()
        QThreadPool.globalInstance().waitForDone(5_000)
        if hasattr(self, "_rooms"):
            self._rooms.close()
        _log.info("closed")


class _Work:
    """Work for another thread whose failure is sent home, since the pool would lose it."""

    def __init__(self, work: Callable[[], object], failed: SignalInstance) -> None:
        self._work = work
        self._failed = failed

    def run(self) -> None:
        try:
            self._work()
        except Exception as error:  # noqa: BLE001 - said in words by the window
            _log.exception("background work failed")
            self._failed.emit(error)


def _read_frame(path: Path) -> dict[str, int]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}  # where the window stood is not worth a word
    return {
        key: value
        for key, value in data.items()
        if isinstance(value, int) and abs(value) < _FARTHEST
    }

r"""Saves a picture of every page in every state, and those for README.

    xvfb-run -a -s "-screen 0 1400x1000x24" env QT_QPA_PLATFORM=xcb \
        PYTHONPATH=.:tests:tests/study:tests/screen:tests/generate \
        python tests/pictures.py FOLDER [WORD]
    ... python tests/pictures.py --readme

The pages stand in the real window, in light and dark, large and small, with text at 100 and at
200 percent. Only pictures with WORD in their name are made, where one is given.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pictures_pages
import pictures_readme
import study_samples as samples
from pictures_editor import editor_pictures
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from quizapp.ui.flag_dialog import FlagDialog
from quizapp.ui.icons import Icons
from quizapp.ui.keys_help import KeysHelp
from quizapp.ui.side_bar import places
from quizapp.ui.study_page import StudyPage
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window

SIZES = (QSize(1280, 800), QSize(900, 600))
TEXTS = (100, 200)
SCHEMES = ("light", "dark")

Put = Callable[[], QWidget]


@dataclass(frozen=True)
class Picture:
    """One picture: its name, what puts it up, and where in the side bar it belongs.

    Attributes:
        place: of the side bar; "" while a card is studied.
    """

    name: str
    put: Put
    place: str = ""


def study_pictures(theme: Theme, icons: Icons) -> Iterator[Picture]:
    """Both sides of all kinds, the end, and the dialogs."""
    page = StudyPage(theme, icons, lambda: 0.0)
    page.attend(samples.RecordingDoor())

    def asked(name: str) -> QWidget:
        page.show_question(samples.QUESTIONS[name])
        return page

    def answered(name: str) -> QWidget:
        page.show_question(samples.QUESTIONS[name])
        page.show_answer(samples.ANSWERS[name])
        return page

    def ended() -> QWidget:
        page.show_finished(samples.END)
        return page

    for name in samples.QUESTIONS:
        yield Picture(f"study-{name}-question", partial(asked, name))
        yield Picture(f"study-{name}-answer", partial(answered, name))
    yield Picture("study-end", ended)
    yield Picture("dialog-keys", partial(KeysHelp, theme))
    yield Picture("dialog-flag", partial(FlagDialog, theme, flagged=True))


def page_pictures(theme: Theme, parent: QWidget) -> Iterator[Picture]:
    """The other pages and their dialogs."""
    for make in pictures_pages.PAGES:
        place = next(
            (place for place, makes in pictures_pages.PLACES.items() if make in makes), "today"
        )
        yield Picture(make.__name__, partial(make, theme), place)
    for name, dialog in pictures_pages.dialogs(theme, parent).items():
        yield Picture(f"dialog-{name}", dialog)


def show(window: Window, picture: Picture) -> QWidget:
    """Put a picture up in the window, or a dialog beside it; what is to be grabbed."""
    widget = picture.put()
    if isinstance(widget, QDialog):
        widget.show()
        return widget
    window.add_page("shown", widget)
    window.set_studying(studying=not picture.place)
    window.show_page("shown", picture.place or "today")
    focus_first = getattr(widget, "focus_first", None)
    if focus_first is not None:
        focus_first()
    _settle()
    if widget.objectName() == "foot" and isinstance(widget, QScrollArea):
        widget.verticalScrollBar().setValue(widget.verticalScrollBar().maximum())
    return window


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def save_all(folder: Path, word: str) -> int:
    """Save the pictures; how many they are."""
    theme = Theme("light", 100)
    icons = Icons(samples.ICONS, theme)
    window = Window(theme, icons, places())
    window.show()
    window.activateWindow()
    QCursor.setPos(0, 0)  # so that nothing lies under the mouse
    folder.mkdir(parents=True, exist_ok=True)
    pictures = [*page_pictures(theme, window), *study_pictures(theme, icons)]
    pictures += [Picture(n, put, "library") for n, put in editor_pictures(theme, icons, window)]
    saved = 0
    for size in SIZES:
        window.resize(size)
        for text in TEXTS:
            theme.set_text_size(text)
            for scheme in SCHEMES:
                theme.set_choice(scheme)
                for picture in pictures:
                    name = f"{picture.name}-{size.width()}-{text}-{scheme}"
                    if word in name:
                        shown = show(window, picture)
                        _settle()
                        shown.grab().save(str(folder / f"{name}.png"))
                        saved += 1
                        if isinstance(shown, QDialog):
                            shown.hide()
    window.close()
    return saved


def main() -> None:
    """Save what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("word", nargs="?", default="")
    parser.add_argument("--readme", action="store_true")
    wanted = parser.parse_args()
    application = QApplication([])
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    if wanted.readme:
        pictures_readme.save_all(Path(__file__).parent.parent / "resources" / "pictures")
    if wanted.folder is not None:
        print(save_all(wanted.folder, wanted.word), "pictures")


if __name__ == "__main__":
    main()

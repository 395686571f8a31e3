r"""Saves a picture of every page in light and dark, in two sizes, and with large text.

    xvfb-run -a -s "-screen 0 1400x1000x24" env QT_QPA_PLATFORM=xcb PYTHONPATH=.:tests \
        python tests/pictures.py FOLDER [WORD]

Only pictures with WORD in their name are made, where one is given.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import study_samples as samples
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from quizapp.ui.flag_dialog import FlagDialog
from quizapp.ui.icons import Icons
from quizapp.ui.keys_help import KeysHelp
from quizapp.ui.study_page import StudyPage
from quizapp.ui.theme import Theme

LOOKS = (
    ("light-1280x800", "light", 100, QSize(1280, 800)),
    ("dark-1280x800", "dark", 100, QSize(1280, 800)),
    ("light-900x600", "light", 100, QSize(900, 600)),
    ("dark-900x600-200", "dark", 200, QSize(900, 600)),
)
Put = Callable[[], QWidget]


def study_pictures(theme: Theme, icons: Icons) -> Iterator[tuple[str, Put]]:
    """Both sides of all kinds, the end, and the keys."""
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
        yield f"study-{name}-question", partial(asked, name)
        yield f"study-{name}-answer", partial(answered, name)
    yield "study-end", ended
    yield "study-keys", partial(KeysHelp, theme)
    yield "study-flag", partial(FlagDialog, theme, flagged=True)


def main(folder: Path, word: str) -> None:
    """Save the pictures."""
    application = QApplication([])
    theme = Theme("light", 100)
    icons = Icons(samples.ICONS, theme)
    pictures = [*study_pictures(theme, icons)]
    folder.mkdir(parents=True, exist_ok=True)
    for look, choice, text_size, size in LOOKS:
        theme.set_choice(choice)
        theme.set_text_size(text_size)
        for name, put in pictures:
            if word in f"{name}-{look}":
                widget = put()
                if not isinstance(widget, QDialog):
                    widget.resize(size)
                widget.show()
                for _ in range(3):
                    application.processEvents()
                widget.grab().save(str(folder / f"{name}-{look}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")

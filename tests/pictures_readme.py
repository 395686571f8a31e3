"""The pictures for README: a student in her first week, in the real window."""

from __future__ import annotations

import tempfile
from pathlib import Path

import study_samples as samples
from PySide6.QtCore import QSize
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from simulated_student import Student
from study_answers import right_answer

from quizapp.build import OpenRooms
from quizapp.content.question import Form
from quizapp.schedule.log import Rating
from quizapp.settings import Settings
from quizapp.study.view import QuestionShown, Wanted
from quizapp.ui.icons import Icons
from quizapp.ui.router import Router
from quizapp.ui.side_bar import places
from quizapp.ui.study_page import StudyPage
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window

ANSWER, TODAY = QSize(1000, 740), QSize(1000, 600)
DAYS = 7
FROM, LONGEST = 4, 90
SEED = 7


def save_all(folder: Path) -> None:
    """Save an answer in light and dark on the second evening, and Today some evenings later."""
    folder.mkdir(parents=True, exist_ok=True)
    theme = Theme("light", 100)
    icons = Icons(samples.ICONS, theme)
    with tempfile.TemporaryDirectory() as home:
        student = Student(Path(home), SEED)
        student.begin("kosovo-nato")
        student.evening()
        student.sleep()
        window = Window(theme, icons, places())
        window.resize(ANSWER)
        window.show()
        window.activateWindow()
        QCursor.setPos(0, 0)  # so that nothing lies under the mouse
        router = Router(
            window,
            theme,
            icons,
            student.rooms,
            Settings(),
            Path(home),
            Path(home) / "quizapp.log",
            student.clock.running_s,
        )
        router.study(Wanted())
        page = window.findChild(StudyPage)
        assert page is not None
        while not _is_worth_showing(page._question):
            _answer(page, student.rooms)
            page._go_on()
        _answer(page, student.rooms)
        for scheme in ("dark", "light"):
            theme.set_choice(scheme)
            _save(window, folder / f"answer-{scheme}.png")
        router.write_down()
        window.set_studying(studying=False)
        student.begin("how-nato-admits-a-member")
        for _ in range(DAYS):
            student.evening()
            student.sleep()
        window.resize(TODAY)
        window.side_bar.choose("today")
        router.go("today")
        _save(window, folder / "today-light.png")
        window.close()
        student.rooms.close()


def _is_worth_showing(shown: QuestionShown | None) -> bool:
    """The first questions over, one option among several, not too long."""
    assert shown is not None
    several = shown.form is Form.CHOOSE and len(shown.options) > 2
    return several and shown.number >= FROM and len(shown.prompt) < LONGEST


def _answer(page: StudyPage, rooms: OpenRooms) -> None:
    shown = page._question
    assert shown is not None
    question = rooms.decks.question(shown.question)
    assert question is not None
    page._respond(right_answer(shown, question))
    if page._answer is not None and page._answer.judging:
        page._rate(Rating.GOOD)


def _save(window: Window, path: Path) -> None:
    for _ in range(3):
        QApplication.processEvents()
    window.grab().save(str(path), None, 0)  # 0 is the smallest file

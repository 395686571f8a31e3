"""The pictures for README: a student in her first week, an article, a deck in the editor."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import study_samples as samples
from PySide6.QtCore import QSize
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from simulated_student import Student
from study_answers import right_answer

from quizapp import paths
from quizapp.build import OpenRooms
from quizapp.content.question import Form, PartialDate
from quizapp.generate.desk import Desk, Item
from quizapp.generate.draft_layout import wrong_of
from quizapp.generate.engine import Rules
from quizapp.generate.reading.read import read_file
from quizapp.schedule.log import Rating
from quizapp.settings import Settings
from quizapp.study.view import QuestionShown, Wanted
from quizapp.ui.article_page import ArticlePage
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.help_place import HelpPlace
from quizapp.ui.icons import Icons
from quizapp.ui.router import Router
from quizapp.ui.side_bar import places
from quizapp.ui.study_page import StudyPage
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window

ANSWER, TODAY, ARTICLE = QSize(1000, 740), QSize(1000, 600), QSize(1280, 800)
DAYS = 7
KEPT = 3
FROM, LONGEST = 4, 90
SEED = 7
SETTLED_MS = 400
"""After which the preview is drawn, and the list laid out."""


def save_all(folder: Path) -> None:
    """Save an answer in light and dark, Today later, an article, and a deck in the editor."""
    folder.mkdir(parents=True, exist_ok=True)
    theme = Theme("light", 100)
    icons = Icons(samples.ICONS, theme)
    _save_article(folder, theme, icons)
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
            help_place=HelpPlace(window, theme, paths.resources()),
        )
        router.study(Wanted())
        page = window.findChild(StudyPage)
        assert page is not None
        while not _is_worth_showing(page._question):
            _answer(page, student.rooms)
            assert page._door is not None
            page._door.go_on()
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
        _save_editor(folder, window, theme, icons, student.rooms)
        window.close()
        student.rooms.close()


def _save_article(folder: Path, theme: Theme, icons: Icons) -> None:
    """Save an article some of whose questions are kept; one has lost its date, which is seen."""
    read = read_file(
        Path(__file__).parent / "articles" / "unseen-later" / "latvian-peat.md"
    ).article
    title = "Latvia votes to end peat digging by 2035 as coalition splits"
    told = replace(read, title=title, published=PartialDate(2025, 6, 13))
    desk = Desk(told, Rules(), lambda: 0)
    undated = next(item for item in desk.items if _misses_its_date(desk, item))
    for item in [item for item in desk.items if item is not undated][:KEPT]:
        desk.keep(item.id)
    desk.edit(undated.id, replace(undated.question, as_of=None))
    window = Window(theme, icons, places())
    window.resize(ARTICLE)
    window.show()
    window.activateWindow()
    QCursor.setPos(0, 0)  # so that nothing lies under the mouse
    page = ArticlePage(theme, icons)
    window.add_page("article", page)
    window.show_page("article")
    page.show_desk(desk)
    page.deciding.question.opened.emit(undated.id)
    _save(window, folder / "article-light.png")
    window.close()


def _save_editor(
    folder: Path, window: Window, theme: Theme, icons: Icons, rooms: OpenRooms
) -> None:
    """Save a bundled deck that was made one's own, at a question with several wrong options."""
    editor = rooms.editor()
    line = rooms.library.line("how-nato-admits-a-member")
    assert line is not None
    desk = editor.open(line.entry.path, bundled=True)
    page = EditorPage(theme, icons, lambda: 0.0)
    window.resize(ARTICLE)
    window.add_page("editor", page)
    window.show_page("editor", "library")
    several = next(key for key in desk.keys if len(desk.fields(key).wrong) > 2)
    page.show_desk(desk, several)
    page.focus_first()
    QTest.qWait(SETTLED_MS)
    _save(window, folder / "editor-light.png")
    window.show_page("today")
    window.drop_page("editor")


def _misses_its_date(desk: Desk, item: Item) -> bool:
    """One of several options, short, and with a check that would put its date back."""
    question = item.question
    if question.as_of is None or len(wrong_of(question)) < 3 or len(question.prompt) > LONGEST:
        return False
    return any(finding.mends for finding in desk.judge(replace(question, as_of=None)))


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

"""Files dropped on the editor by the mouse: rows, pictures, and what is neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from editor_house import OTHER, House
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.editor_page import EditorPage
from quizapp.ui.editor_picture import DescribeDialog
from quizapp.ui.theme import Theme

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction
PNG = b"\x89PNG\r\n\x1a\n"
ROWS = {
    "rows.csv": "question;answer\nWhere is Pristina?;Kosovo\nWhere is Tirana?;Albania\n",
    "rows.tsv": "Where is Pristina?\tKosovo\nWhere is Tirana?\tAlbania\n",
    "quizlet.txt": "Where is Pristina? - Kosovo;Where is Tirana? - Albania",
    "anki.txt": (
        "#separator:tab\n#html:false\nWhere is Pristina?\tKosovo\nWhere is Tirana?\tAlbania\n"
    ),
}


@pytest.fixture
def house(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[House]:
    """A window on a home with one deck of two questions."""
    made = House(qtbot, theme, tmp_path / "home")
    yield made
    made.close()


def drop(house: House, over: QWidget, paths: Sequence[Path]) -> bool:
    """Drag files over a widget and let go, as the desktop tells it; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    # A page that has just come up is laid out a moment later: until then another lies there.
    house.wait(lambda: _lies_over(house, over))
    at = over.mapTo(house.window, over.rect().center())
    handle = house.window.windowHandle()
    enter = QDragEnterEvent(QPoint(at), COPY, data, LEFT, NONE)
    QApplication.sendEvent(handle, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(at.toPointF(), COPY, data, LEFT, NONE)
    QApplication.sendEvent(handle, let_go)
    QApplication.processEvents()
    return let_go.isAccepted()


def _lies_over(house: House, over: QWidget) -> bool:
    """Whether a widget, or something in it, is what one sees at its centre."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    found = house.window.childAt(over.mapTo(house.window, over.rect().center()))
    return found is not None and (found is over or over.isAncestorOf(found))


def places(page: EditorPage) -> dict[str, QWidget]:
    """Where something can be let go in the editor."""
    return {"list": page.list.list, "form": page.form, "preview": page.preview}


def picture(path: Path) -> Path:
    """A small picture's file."""
    image = QImage(90, 50, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(path))
    return path


@pytest.mark.parametrize(
    ("place", "name"),
    [("form", name) for name in ROWS] + [(place, "rows.csv") for place in ("list", "preview")],
)
def test_a_file_of_rows_is_shown_as_a_table(
    house: House, tmp_path: Path, place: str, name: str
) -> None:
    """Wherever in the editor it is let go, over the form too."""
    page = house.edit()
    path = tmp_path / name
    path.write_text(ROWS[name], encoding="utf-8")
    assert drop(house, places(page)[place], [path])
    house.wait(page.paste.isVisible)
    assert page.paste.words.startswith("2 rows become questions.")


@pytest.mark.parametrize("place", ["list", "form"])
def test_a_picture_is_put_before_the_question_once_it_is_described(
    house: House, tmp_path: Path, place: str
) -> None:
    """It lies beside the deck; without a description it cannot be put in."""
    page = house.edit()
    assert drop(house, places(page)[place], [picture(tmp_path / "map.png")])
    house.wait(lambda: page.form.findChild(DescribeDialog))
    dialog = house.dialog(DescribeDialog)
    assert isinstance(dialog, DescribeDialog)
    assert not dialog.yes.isEnabled()
    dialog.field.setText("   ")
    assert not dialog.yes.isEnabled()
    dialog.field.setText("A map of Kosovo")
    dialog.accept()
    house.wait(lambda: house.deck().questions[0].image)
    image = house.deck().questions[0].image
    assert image is not None
    assert image.alt == "A map of Kosovo"
    assert (house.path.parent / image.path).is_file()


def test_a_picture_that_is_not_described_is_not_put_in(house: House, tmp_path: Path) -> None:
    """The question is as it was."""
    page = house.edit()
    assert drop(house, page.form, [picture(tmp_path / "map.png")])
    house.dialog(DescribeDialog).reject()
    assert page.form.fields().image == ""
    assert not list(house.path.parent.rglob("*.png"))


@pytest.mark.parametrize(
    ("name", "content", "size", "said"),
    [
        ("large.png", PNG, 30 * 1024 * 1024, "large.png is larger than 20 MB."),
        ("letter.docx", b"PK", 100, "letter.docx is no picture."),
        ("short.png", PNG[:3], 3, "short.png is no picture."),
        ("torn.png", PNG, len(PNG), "torn.png is damaged"),
        ("empty.jpg", b"", 0, "empty.jpg is no picture."),
    ],
)
def test_what_cannot_be_put_in_is_said_where_it_is_seen(
    house: House, tmp_path: Path, name: str, content: bytes, size: int, said: str
) -> None:
    """Nothing is asked, nothing is copied, and the words are in sight."""
    page = house.edit()
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(content)
        file.truncate(size)
    assert drop(house, page.form, [path])
    field = page.form.parts.picture
    house.wait(lambda: field.refusal.startswith(said))
    house.wait(lambda: not field._trouble.visibleRegion().isEmpty())
    assert page.form.findChild(DescribeDialog) is None
    assert page.form.fields().image == ""


def test_a_deck_dropped_on_the_form_is_the_windows(house: House, tmp_path: Path) -> None:
    """It is no picture, and nobody says that it should be one."""
    page = house.edit()
    path = tmp_path / "rivers.toml"
    path.write_text(OTHER, encoding="utf-8")
    assert drop(house, page.form, [path])
    house.wait((house.home.decks / "rivers.toml").is_file)
    assert not page.form.parts.picture.refusal

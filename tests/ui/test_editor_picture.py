"""A picture as a field: dropped, pasted, described, shown, and refused where it is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.author.fields import Fields
from quizapp.content.images import image_type
from quizapp.ui.editor_picture import DescribeDialog, PictureField
from quizapp.ui.theme import Theme


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> Iterator[PictureField]:
    """A field to try."""
    window = QWidget()
    made = PictureField(theme)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.resize(500, 500)
    window.show()
    yield made
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _image(path: Path | None = None) -> QImage:
    image = QImage(900, 500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    if path is not None:
        image.save(str(path))
    return image


def _files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _describe(qtbot: QtBot, field: PictureField, words: str) -> None:
    dialog = field.findChild(DescribeDialog)
    assert isinstance(dialog, DescribeDialog)
    assert not dialog.yes.isEnabled()
    qtbot.keyClicks(dialog.field, words)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)


def _only_described(field: PictureField) -> bool:
    return field._picture.broken


def test_a_file_dropped_is_put_in_once_described(
    qtbot: QtBot, field: PictureField, tmp_path: Path
) -> None:
    """Its name, its bytes, and what is on it."""
    path = tmp_path / "map.png"
    _image(path)
    field.take(_files(path))
    with qtbot.waitSignal(field.dropped) as heard:
        _describe(qtbot, field, "A map of  Kosovo ")
    assert heard.args == ["map.png", path.read_bytes(), "A map of Kosovo"]


def test_a_picture_pasted(qtbot: QtBot, field: PictureField) -> None:
    """It becomes a PNG."""
    data = QMimeData()
    data.setImageData(_image())
    field.take(data)
    with qtbot.waitSignal(field.dropped) as heard:
        _describe(qtbot, field, "Green")
    assert heard.args is not None
    name, written, words = heard.args
    assert (name, image_type(written), words) == ("picture.png", "png", "Green")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("letter.txt", b"Dear", "letter.txt is no picture"),
        ("empty.png", b"", "empty.png is no picture"),
        ("gone.png", None, "gone.png cannot be read"),
    ],
)
def test_what_is_no_picture(
    field: PictureField, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    """It is said, and nothing is asked."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    field.take(_files(path))
    assert field.findChild(DescribeDialog) is None
    assert field._trouble.text().startswith(said)


def test_words_pasted_are_no_picture(field: PictureField) -> None:
    """Nothing happens."""
    data = QMimeData()
    data.setText("words")
    field.take(data)
    assert field.findChild(DescribeDialog) is None
    assert field._trouble.isHidden()


def test_a_picture_is_shown_and_taken_out(
    qtbot: QtBot, field: PictureField, tmp_path: Path
) -> None:
    """Beside the deck; its description is typed in the form."""
    _image(tmp_path / "map.png")
    field.show_folder(tmp_path)
    fields = Fields(image="map.png", image_alt="A map")
    field.put(fields)
    assert field._picture.isVisible()
    assert not _only_described(field)
    assert field.into(fields) == fields
    with qtbot.waitSignal(field.removed):
        field._remove.click()
    field.put(Fields(image="gone.png", image_alt="A map"))
    assert _only_described(field)
    field.put(Fields())
    assert not field._picture.isVisible()
    assert not field._alt.isVisible()

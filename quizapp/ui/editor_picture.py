"""The picture of a question as a field: dropped, pasted or chosen, and described."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from quizapp.author.fields import Fields
from quizapp.content.images import IMAGE_LIMIT, image_type
from quizapp.ui.controls import Caption, Field
from quizapp.ui.dialog import Dialog
from quizapp.ui.editor_field_text import TextField
from quizapp.ui.flow import Flow
from quizapp.ui.picture import LARGEST, Picture
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _

_HEAD = 4096  # bytes that tell the type
_TALLEST = 160  # pixels in the form
_PREVIEW = QSize(360, 200)
_OTHERS = {".toml", ".csv", ".tsv", ".txt"}
_SUFFIXES = "*.png *.jpg *.jpeg *.gif *.webp *.svg"


class NoPictureError(Exception):
    """What was dropped, pasted or chosen is no picture; `words` says why."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def may_be_picture(data: QMimeData) -> bool:
    """Whether a picture may be in what is dropped: a file of any sort but a deck's or of rows."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if not paths:
        return data.hasImage()
    return paths[0].suffix.lower() not in _OTHERS and not paths[0].is_dir()


def is_picture(path: Path) -> bool:
    """Whether a file is a picture that can be shown, by how it begins."""
    try:
        with path.open("rb") as file:
            return image_type(file.read(_HEAD)) is not None
    except OSError:
        return False


def picture_in(data: QMimeData) -> tuple[str, bytes] | None:
    """Name and bytes of the picture that was dropped or pasted; None where there is none.

    Raises:
        NoPictureError: a file was dropped that is no picture, or cannot be read.
    """
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return paths[0].name, picture_bytes(paths[0])
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    return "picture.png", bytes(written.data())


def picture_bytes(path: Path) -> bytes:
    """The bytes of a picture's file.

    Raises:
        NoPictureError: it is none, is too large, or cannot be read.
    """
    try:
        if path.stat().st_size > IMAGE_LIMIT:
            raise NoPictureError(_("{name} is larger than 20 MB.").format(name=path.name))
        data = path.read_bytes()
    except OSError as error:
        words = _("{name} cannot be read. The question is as it was.")
        raise NoPictureError(words.format(name=path.name)) from error
    found = image_type(data[:_HEAD])
    if found is None:
        words = _("{name} is no picture. PNG, JPEG, GIF, WebP and SVG are.")
        raise NoPictureError(words.format(name=path.name))
    if found != "svg" and not _size_of(data).isValid():
        words = _("{name} is damaged: it begins like a picture, and cannot be shown.")
        raise NoPictureError(words.format(name=path.name))
    return data


class DescribeDialog(Dialog):
    """Shows a picture and asks what is on it.

    Signals: QDialog's own.
    """

    def __init__(self, theme: Theme, parent: QWidget, data: bytes) -> None:
        super().__init__(
            theme,
            parent,
            _("What is on the picture?"),
            _("It is read to who cannot see it. Say what the question needs, not the answer."),
            _("Put it in"),
        )
        shown = _small(data)
        if not shown.isNull():
            label = QLabel()
            label.setPixmap(shown)
            self.column.addWidget(label)
        self.field = Field(theme, _("What is on the picture"))
        self.field.textChanged.connect(self._changed)
        self.column.addWidget(self.field)
        self._changed()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def description(self) -> str:
        """What was typed."""
        return " ".join(self.field.text().split())

    def _changed(self) -> None:
        self.yes.setEnabled(bool(self.description()))


class PictureField(QWidget):
    """The picture, its description, and ways to put one in.

    Signals:
        changed: the description was typed on.
        entered: the author goes on.
        dropped: name and bytes of a picture, and its description.
        removed: the picture is to go.
    """

    changed = Signal()
    entered = Signal()
    dropped = Signal(str, bytes, str)
    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._folder: Path | None = None
        self._image = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._picture = Picture(theme)
        self._picture.set_tallest(_TALLEST)
        self._picture.hide()
        self._name = Caption(theme)
        self._alt_label = Caption(theme, _("What is on it, for who cannot see it"))
        self._alt = TextField(theme, "image_alt")
        self._alt.changed.connect(self.changed)
        self._alt.entered.connect(self.entered)
        self._trouble = TextLabel(theme, Size.CAPTION, role=Role.WRONG)
        self._trouble.hide()
        row = QWidget()
        flow = Flow(row, gap=12)
        self._choose = WrappingQuiet(theme, _("Choose a picture"), size=Size.CAPTION)
        self._choose.setObjectName("choose picture")
        self._choose.clicked.connect(self._open)
        self._remove = WrappingLink(theme, _("Take it out"), size=Size.CAPTION)
        self._remove.setObjectName("remove picture")
        self._remove.clicked.connect(self.removed)
        flow.addWidget(self._choose)
        flow.addWidget(self._remove)
        for part in (
            self._picture,
            self._name,
            self._alt_label,
            self._alt,
            self._trouble,
            row,
        ):
            column.addWidget(part)

    def show_folder(self, folder: Path | None) -> None:
        """Where pictures lie."""
        if folder != self._folder:
            self._folder = folder
            self._show()

    def put(self, fields: Fields) -> None:
        """Show picture and description."""
        self._image = fields.image
        self._alt.put(fields)
        self._show()

    def into(self, fields: Fields) -> Fields:
        """The fields with this description; the picture itself is put in by the page."""
        return replace(fields, image_alt=self._alt.text())

    def type_into(self, row: int = -1) -> None:
        """Take the focus: in the description, or on the button that chooses a picture."""
        if self._image:
            self._alt.type_into(row)
        else:
            self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_words(self, name: str, description: str) -> None:
        """What a screen reader says of it."""
        self.setAccessibleName(name)
        self._alt.set_words(_("What is on the picture"), description)
        self._choose.setAccessibleDescription(description)

    @property
    def refusal(self) -> str:
        """Why what was dropped last is not put in; "" where it is."""
        return self._trouble.text() if not self._trouble.isHidden() else ""

    def take(self, data: QMimeData) -> None:
        """Put in what was dropped or pasted, once it is described."""
        try:
            found = picture_in(data)
        except NoPictureError as error:
            self._say(error.words)
            return
        if found is not None:
            self._describe(*found)

    def take_file(self, path: Path) -> None:
        """Put in a picture's file, once it is described."""
        try:
            data = picture_bytes(path)
        except NoPictureError as error:
            self._say(error.words)
            return
        self._describe(path.name, data)

    def _describe(self, name: str, data: bytes) -> None:
        self._say("")
        dialog = DescribeDialog(self._theme, self, data)

        def put_in() -> None:
            self.dropped.emit(name, data, dialog.description())

        dialog.accepted.connect(put_in)
        dialog.open()

    def _open(self) -> None:
        title, kinds = _("Choose a picture"), _("Pictures ({suffixes})").format(suffixes=_SUFFIXES)
        dialog = QFileDialog(self, title, "", kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chose)
        dialog.open()

    def _chose(self, path: str) -> None:
        self.take_file(Path(path))

    def _show(self) -> None:
        there = bool(self._image)
        path = self._folder / self._image if there and self._folder is not None else None
        self._picture.set_picture(path, self._alt.text() or _("The picture cannot be shown."))
        self._name.set_text(self._image)
        for part in (self._name, self._alt_label, self._alt, self._remove):
            part.setVisible(there)
        words = _("Choose another picture") if there else _("Choose a picture")
        self._choose.setText(words)
        self._choose.updateGeometry()

    def _say(self, words: str) -> None:
        self._trouble.set_text(words)
        self._trouble.setVisible(bool(words))


def _size_of(data: bytes) -> QSize:
    """The size that a picture says it has; not valid where it cannot be read."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    size = QImageReader(buffer).size()
    buffer.close()
    return size


def _small(data: bytes) -> QPixmap:
    """The picture small enough for a dialog; empty where it cannot be shown."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > LARGEST:
        return QPixmap()
    if size.width() > _PREVIEW.width() or size.height() > _PREVIEW.height():
        reader.setScaledSize(size.scaled(_PREVIEW, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    buffer.close()
    return QPixmap() if image.isNull() else QPixmap.fromImage(image)

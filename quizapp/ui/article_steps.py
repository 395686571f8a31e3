"""What is done on the way from an article to a deck: read, name, lay out, save, study."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from quizapp.generate.article import Article
from quizapp.generate.desk import Desk, Details
from quizapp.generate.draft import DeckDetails
from quizapp.generate.draft_errors import DeskError
from quizapp.generate.draft_language import language_of
from quizapp.generate.reading.outcome import ArticleRead, Note, NoteCode, ReadingError, Reason
from quizapp.ui.article_desk_away import DeskAway
from quizapp.ui.article_door import ArticleRooms, Cancelled, Progress, Reading, RulesReading
from quizapp.ui.article_drafts import draft_lines
from quizapp.ui.article_page import ArticlePage
from quizapp.ui.article_save import SaveDialog, own_decks
from quizapp.ui.article_trouble import in_words
from quizapp.ui.article_work import ArticleWork, plainly
from quizapp.ui.confirm import Confirm
from quizapp.ui.guard import Guard
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme
from quizapp.words import _, deciding
from quizapp.words.reading import describe_note

Read = Callable[[Progress, Cancelled], ArticleRead]
_ASKED_FOR = {NoteCode.NO_DATE, NoteCode.NO_TITLE}
"""Notes that the form with the details says in its own way."""


class ArticleSteps(QObject):
    """Fills the page and does what it asks for; whatever takes time is done in another thread.

    Attributes:
        page: the page.

    Signals:
        study: path of a deck that the author wants to study now.
        saved: a deck was written or added to.
    """

    study = Signal(object)
    saved = Signal()

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        icons: Icons,
        rooms: ArticleRooms,
        guard: Guard,
        reading: Reading | None = None,
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._theme = theme
        self._rooms = rooms
        self._guard = guard
        self._reading: Reading = reading or RulesReading()
        self._drafts = rooms.drafts()
        self._read: ArticleRead | None = None
        self._address = ""
        self._waits: tuple[str, Read] | None = None
        self._work = ArticleWork(self)
        self.page = page = ArticlePage(theme, icons)
        self._away = DeskAway(parent, theme, page, self._work, self._say)
        self._away.given.connect(self._go_on_reading)
        self._work.progressed.connect(page.waiting.show_progress)
        page.paste.connect(self.paste)
        page.entry.choose.connect(self._choose)
        page.entry.address.connect(self.read_address)
        page.entry.anyway.connect(self._read_anyway)
        page.entry.opened.connect(self._resume)
        page.entry.discard.connect(self._ask_discard)
        page.waiting.cancelled.connect(self._cancel)
        page.details.told.connect(self._told)
        page.details.skipped.connect(self._skipped)
        page.deciding.left.connect(self._leave_desk)
        page.deciding.details.connect(self._show_details)
        page.deciding.save.connect(self._ask_where)
        page.deciding.said.connect(self._say)
        page.deciding.failed.connect(self._tell)
        self._list_drafts()

    # Coming in

    def read_file(self, path: Path) -> None:
        """Read a file, and go on with it."""
        self._begin_reading(path.name, partial(self._reading.file, path))

    def read_address(self, address: str) -> None:
        """Read what stands at an address, and go on with it."""
        self._address = address
        self._begin_reading(address, partial(self._reading.address, address))

    def read_words(self, words: str, *, html: bool = False) -> None:
        """Go on with an article that was pasted or dropped as text; an address is fetched."""
        address = words.strip()
        if address.startswith(("http://", "https://")) and len(address.split()) == 1:
            self.read_address(address)
            return
        pasted = partial(self._reading.words, words, html=html)
        self._begin_reading(_("what you pasted"), pasted)

    def paste(self) -> None:
        """Go on with what the clipboard holds: files, a web page's part, text or an address."""
        # The stubs leave None out, which an empty clipboard gives.
        held = cast("QMimeData | None", QGuiApplication.clipboard().mimeData()) or QMimeData()
        files = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
        if files:
            self.read_file(files[0])
        elif held.hasHtml():
            self.read_words(held.html(), html=True)
        elif held.text().strip():
            self.read_words(held.text())
        else:
            self._say(_("The clipboard holds no text. Copy an article first."))

    def stop(self) -> None:
        """The window closes: keep what is typed, and have nothing go on."""
        self.page.deciding.keep_typed()
        self._work.stop()

    def arrive(self) -> None:
        """The page is shown: list the drafts as they are now."""
        self._list_drafts()

    def _read_anyway(self) -> None:
        """Read an address of the own network, which the author means."""
        address = self._address
        self._begin_reading(address, partial(self._reading.address, address, allow_private=True))

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        kinds = _("Articles (*.txt *.md *.html *.htm *.pdf);;All files (*)")
        name, _filter = QFileDialog.getOpenFileName(
            self._parent, _("Choose an article"), "", kinds
        )
        if name:
            self.read_file(Path(name))

    def _begin_reading(self, name: str, read: Read) -> None:
        if self.page.deciding.held:
            self._waits = (name, read)  # what is done to the desk is heard of first
            return
        self.page.deciding.keep_typed()
        self.page.show_waiting(_("Reading"), name, measured=True)
        self._work.begin(partial(self._read_and_look, read), self._was_read, self._not_read)

    def _go_on_reading(self) -> None:
        """Read what came in while another thread had the desk."""
        if self._waits is not None:
            waits, self._waits = self._waits, None
            self._begin_reading(*waits)

    def _read_and_look(
        self, read: Read, progress: Progress, cancelled: Cancelled
    ) -> tuple[ArticleRead, bool]:
        """In the other thread: the article, and whether it was begun before."""
        found = read(progress, cancelled)
        begun = any(one.sha256 == found.article.sha256 for one in self._drafts.listed())
        return found, begun

    def _was_read(self, outcome: tuple[ArticleRead, bool]) -> None:
        self._read, begun = outcome
        article = self._read.article
        if begun or (article.title and article.published):
            self._lay_out(article)
        else:
            self.page.deciding.clear()
            self.page.show_details(article)

    def _not_read(self, error: Exception) -> None:
        self.page.deciding.clear()
        self._list_drafts()
        self.page.show_entry(in_words(error), anyway=self._is_own_network(error))

    def _is_own_network(self, error: Exception) -> bool:
        """The very address that was given is refused, and not one that it sends on to."""
        if not isinstance(error, ReadingError) or error.code != Reason.ADDRESS_PRIVATE:
            return False
        return dict(error.facts).get("host", "") in self._address.lower()

    def _cancel(self) -> None:
        """Stop reading; what is done to the article on the table ends by itself."""
        if self.page.deciding.held:
            return
        self._work.stop()
        if self.page.deciding.desk is not None:
            self.page.back_to_desk()
        else:
            self._list_drafts()
            self.page.show_entry()

    # What the article is

    def _told(self, details: Details) -> None:
        desk = self.page.deciding.desk
        if desk is not None:
            self.page.show_waiting(_("Looking again, since what is known changed"))
            self._away.take(partial(desk.set_details, **details), self._described)
        elif self._read is not None:
            self._lay_out(replace(self._read.article, **details))

    def _skipped(self) -> None:
        if self.page.deciding.desk is not None:
            self.page.back_to_desk()
        elif self._read is not None:
            self._lay_out(self._read.article)

    def _show_details(self) -> None:
        desk = self.page.deciding.desk
        if desk is not None:
            self.page.deciding.keep_typed()
            self.page.show_details(desk.article)

    def _described(self, _outcome: object) -> None:
        self._away.give()

    # On the desk

    def _lay_out(self, article: Article) -> None:
        notes = self._read.notes if self._read is not None else ()
        self.page.show_waiting(_("Looking for questions"), article.title)
        self._work.begin(
            partial(plainly, partial(self._drafts.open, article)),
            partial(self._laid_out, notes),
            self._not_read,
        )

    def _resume(self, key: str) -> None:
        self._read = None
        self.page.show_waiting(_("Looking for questions"))
        self._work.begin(
            partial(plainly, partial(self._drafts.resume, key)),
            partial(self._laid_out, ()),
            self._not_read,
        )

    def _laid_out(self, notes: tuple[Note, ...], desk: Desk) -> None:
        codes = [note.code for note in notes]
        if language_of(desk.article) != "en" and NoteCode.NOT_ENGLISH not in codes:
            notes = (Note(NoteCode.NOT_ENGLISH), *notes)  # read long ago, and still so
        said = [describe_note(note) for note in notes if note.code not in _ASKED_FOR]
        if desk.damaged is not None:
            said.append(deciding.damaged(str(desk.damaged)))
        self.page.show_desk(desk, said)
        if desk.trouble is not None:
            self._tell(desk.trouble)

    def _leave_desk(self) -> None:
        if self.page.deciding.held:
            return
        self.page.deciding.clear()
        self._list_drafts()
        self.page.show_entry()

    # Drafts

    def _list_drafts(self) -> None:
        shown = self._guard.do(self._drafts.listed)
        lines = self._guard.do(self._rooms.library.lines) or ()
        titles = {line.entry.id: line.entry.title for line in lines if not line.entry.bundled}
        self.page.entry.show_drafts(draft_lines(shown or (), self._rooms.day(), titles))

    def _ask_discard(self, key: str) -> None:
        dialog = Confirm(
            self._theme,
            self._parent,
            _("Discard this draft?"),
            _("What you decided on its questions is thrown away. Decks made of it stay."),
            _("Discard"),
            careful=True,
        )
        dialog.setObjectName(key)
        dialog.accepted.connect(self._discard)
        dialog.open()

    def _discard(self) -> None:
        try:
            self._drafts.discard(self.sender().objectName())
        except DeskError as error:
            self._tell(error)
        self._list_drafts()
        self.page.entry.focus_first()

    # Saving

    def _ask_where(self) -> None:
        desk = self.page.deciding.desk
        if desk is None:
            return
        dialog = SaveDialog(
            self._theme,
            self._parent,
            len(desk.to_save()),
            desk.article.title,
            self._guard.do(own_decks, self._rooms.library.lines()) or (),
        )
        dialog.new.connect(self._save_new)
        dialog.add.connect(self._add_to)
        dialog.open()

    def _save_new(self, title: str, description: str) -> None:
        details = DeckDetails(title, description)
        desk = self.page.deciding.desk
        if desk is not None:
            self._save(desk, title, partial(self._drafts.save_new, desk, details))

    def _add_to(self, path: Path) -> None:
        desk = self.page.deciding.desk
        if desk is not None:
            decks = own_decks(self._rooms.library.lines())
            title = next((one.title for one in decks if one.path == path), path.stem)
            self._save(desk, title, partial(self._drafts.add_to, desk, path))

    def _save(self, desk: Desk, title: str, save: Callable[[], Path]) -> None:
        count = len(desk.to_save())
        self.page.show_waiting(_("Saving"), title)
        self._away.take(
            partial(self._saved_and_seen, save), partial(self._was_saved, count, title)
        )

    def _saved_and_seen(self, save: Callable[[], Path]) -> Path:
        """In the other thread: the deck's file, which Library knows afterwards."""
        path = save()
        self._rooms.rescan()
        return path

    def _was_saved(self, count: int, title: str, path: Path) -> None:
        self._away.give()
        self.saved.emit()
        dialog = Confirm(
            self._theme,
            self._parent,
            deciding.saved(count, title),
            _("It is in Library, with the article beside it."),
            _("Study it now"),
            _("Go on"),
        )
        dialog.setObjectName(str(path))
        dialog.accepted.connect(self._study)
        dialog.open()

    def _study(self) -> None:
        self.study.emit(Path(self.sender().objectName()))

    def _tell(self, error: Exception) -> None:
        self._say(in_words(error))

    def _say(self, words: str) -> None:
        """Say a line beside the article, not on it."""
        self._guard.say(words, self.page.deciding.question)

"""What the editor's page asks about before it is done, and what came of saving, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from quizapp.author.door import Desk, Editor
from quizapp.author.editor import NotSentError
from quizapp.author.field_reading import UnfinishedError
from quizapp.author.told import Changed, KindChange, Line, NewSource, Saved, SaveState, Side
from quizapp.content.named_files import FileRefusedError
from quizapp.content.question import Kind
from quizapp.ui.article_save import own_decks
from quizapp.ui.confirm import Confirm
from quizapp.ui.editor_ask import AskDeck, AskLine
from quizapp.ui.editor_checking import EditorChecking
from quizapp.ui.editor_door import EditorRooms
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.editor_picture import is_picture
from quizapp.ui.editor_saving import EditorSaving
from quizapp.ui.editor_sources import SourceDialog
from quizapp.ui.editor_words import dropped_words, trouble_words
from quizapp.ui.guard import Guard
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme
from quizapp.words import _, authoring, ngettext
from quizapp.words.field_troubles import describe_trouble

_ROWS_END = {".csv", ".tsv", ".txt"}
_BADLY = {SaveState.FAILED, SaveState.GONE, SaveState.BROKEN}
_LARGEST = 16 * 1024 * 1024  # bytes of a file of rows


class EditorSteps(QObject):
    """Joins the page, its saving, and the questions that are asked on the way.

    Attributes:
        page: the page.
        kept: whether what could not be written is a draft at least.

    Signals:
        decks_changed: another deck than the one on the page was written.
    """

    decks_changed = Signal()

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        icons: Icons,
        rooms: EditorRooms,
        guard: Guard,
        editor: Editor,
        running_s: Callable[[], float],
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._theme = theme
        self._rooms = rooms
        self._guard = guard
        self._editor = editor
        self._told_ids = False
        self.kept = True
        self.page = page = EditorPage(theme, icons, running_s)
        self.saving = saving = EditorSaving(self)
        self.checking = checking = EditorChecking(self)
        page.changed.connect(saving.touch)
        page.changed.connect(checking.touch)
        page.kind_wanted.connect(self._ask_kind)
        page.step.connect(self._step)
        page.pasted.connect(self.paste)
        page.said.connect(guard.say)
        page.failed.connect(self._tell)
        page.notice.step.connect(self._notice_step)
        page.conflict.chosen.connect(self._resolve)
        page.head.changed.connect(self._change_head)
        page.head.source_wanted.connect(self._ask_source)
        page.head.source_removed.connect(self._remove_source)
        saving.began.connect(partial(page.show_saving, saving=True))
        saving.ended.connect(self._was_saved)
        checking.ended.connect(page.take)

    def show_desk(self, desk: Desk, lines: dict[str, Line], key: str, back: str) -> None:
        """Put a deck on the page, at a question of it; see `EditorPage.show_desk`."""
        self._told_ids = False
        self.page.bar.show_back(back)
        self.page.show_desk(desk, key, self._told, lines)
        self.saving.attend(desk)
        self.checking.attend(desk)
        self._show_notice(desk.state, None)
        if desk.state is SaveState.WAITING:  # drafts that were left are merged, and wait
            self.saving.save()

    def write(self) -> bool:
        """Have all written before this returns; False where it could not be."""
        self.page.leave_field()
        self.page.head.send()
        state = self.saving.flush()
        asks = {SaveState.FAILED, SaveState.GONE}
        return state not in asks and (self.kept or state not in _BADLY)

    def clear(self) -> None:
        """Take the deck off the page."""
        self.saving.attend(None)
        self.checking.attend(None)
        self.page.clear()

    def paste(self) -> None:
        """Show the rows that the clipboard holds."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.page.show_rows(text)
        else:
            self._guard.say(_("The clipboard holds no text. Copy some rows first."))

    def drop(self, paths: Sequence[Path]) -> bool:
        """Show the rows of a file that was dropped beside the form, or put a picture in.

        Returns:
            Whether one of the files is such a file.
        """
        path = next((one for one in paths if one.suffix.lower() in _ROWS_END), None)
        if path is None:
            picture = next((one for one in paths if is_picture(one)), None)
            return picture is not None and self.page.take_picture(picture)
        text = self._guard.do(_rows_in, path)
        if text is None:
            return True
        if text.strip():
            self.page.show_rows(text)
        else:
            self._guard.say(_("There is no text in {file}.").format(file=path.name))
        return True

    def _told(self, key: str) -> tuple[Sequence[str], Sequence[str]]:
        """What those who study it on this machine said of a question."""
        desk = self.page.desk
        shown = self._rooms.library.question(desk.deck.id, key) if desk is not None else None
        if shown is None:
            return (), ()
        return shown.own, tuple(card.flag for card in shown.cards if card.flag is not None)

    # Asking

    def _ask_kind(self, kind: Kind, turned: KindChange) -> None:
        dialog = Confirm(
            self._theme,
            self._parent,
            _("Change the kind?"),
            dropped_words(kind, turned.dropped),
            _("Change it"),
        )
        dialog.accepted.connect(partial(self.page.turn, turned))
        dialog.rejected.connect(self.page.stay)
        dialog.open()

    def _step(self, name: str) -> None:
        match name:
            case "tag" | "untag":
                self._ask_tag(name)
            case "move" | "copy":
                self._ask_deck(name)
            case "source":
                self._ask_source("")

    def _ask_tag(self, name: str) -> None:
        desk, chosen = self.page.desk, self.page.chosen
        if desk is None or not chosen:
            return
        among = chosen if name == "untag" else desk.keys
        known = sorted({tag for key in among for tag in desk.line(key).tags})
        if name == "untag" and not known:
            self._guard.say(_("The chosen questions have no tag."))
            return
        n = len(chosen)
        dialog = AskLine(
            self._theme,
            self._parent,
            _("Add a tag") if name == "tag" else _("Take a tag away"),
            ngettext("For {n} question.", "For {n} questions.", n).format(n=n),
            _("Tag"),
            _("Add it") if name == "tag" else _("Take it away"),
            known,
        )
        if name == "untag":
            dialog.propose(known[0])
        dialog.told.connect(partial(self._tag, name, chosen))
        dialog.open()

    def _tag(self, name: str, keys: tuple[str, ...], tag: str) -> None:
        desk = self.page.desk
        if desk is not None:
            self.page.do(desk.tag if name == "tag" else desk.untag, keys, tag)

    def _ask_deck(self, name: str) -> None:
        desk, chosen = self.page.desk, self.page.chosen
        if desk is None or not chosen:
            return
        lines = self._guard.do(self._rooms.library.lines) or ()
        decks = [deck for deck in own_decks(lines) if deck.path != desk.path]
        n = len(chosen)
        moves = name == "move"
        title = ngettext("Move {n} question", "Move {n} questions", n)
        if not moves:
            title = ngettext("Copy {n} question", "Copy {n} questions", n)
        dialog = AskDeck(
            self._theme,
            self._parent,
            title.format(n=n),
            _("What was learned goes with them.")
            if moves
            else _("The copies are questions of their own, with nothing learned yet."),
            _("Move") if moves else _("Copy"),
            decks,
        )
        dialog.told.connect(partial(self._send, name, chosen))
        dialog.open()

    def _send(self, name: str, keys: tuple[str, ...], path: Path) -> None:
        desk = self.page.desk
        if desk is None:
            return

        def send() -> Changed:
            return self._editor.send(desk, keys, path, keep=name == "copy")

        whole = [key for key in keys if desk.question(key) is not None]
        if not whole:
            self._guard.say(_("What is unfinished stays here: finish it first."))
        elif self.page.do(send):
            n = len(whole)
            said = ngettext(
                "{n} question was moved. It is moved back from there.",
                "{n} questions were moved. They are moved back from there.",
                n,
            )
            if name == "copy":
                said = ngettext("{n} question was copied.", "{n} questions were copied.", n)
            self._guard.say(said.format(n=n))
            self.saving.save()
            self.decks_changed.emit()

    def _ask_source(self, source_id: str) -> None:
        desk = self.page.desk
        if desk is None:
            return
        source = desk.source(source_id) if source_id else None
        text = desk.texts.get(source_id, "") if source_id else ""
        dialog = SourceDialog(self._theme, self._parent, source, text)
        dialog.told.connect(partial(self._use_source, source_id))
        dialog.open()

    def _use_source(self, source_id: str, source: NewSource) -> None:
        desk = self.page.desk
        if desk is None:
            return
        if source_id:
            self.page.do(desk.change_source, source_id, source)
        else:
            self.page.do(desk.add_source, source)

    def _remove_source(self, source_id: str) -> None:
        desk = self.page.desk
        if desk is not None and self.page.do(desk.remove_source, source_id):
            self._guard.say(_("The source was removed. Ctrl+Z brings it back."))

    def _change_head(self, fields: object) -> None:
        desk = self.page.desk
        if desk is not None:
            self.page.do(desk.change_head, fields)

    def _tell(self, error: Exception) -> None:
        """Say why a step was not done."""
        match error:
            case UnfinishedError():
                self._guard.say(" ".join(describe_trouble(one) for one in error.troubles))
            case FileRefusedError():
                self._guard.say(authoring.picture_refused(error.code))
            case NotSentError():
                self._guard.say(
                    _(
                        "The other deck could not be written, so nothing was moved or copied."
                        " Everything is still here. Look whether its file can be written."
                    )
                )
            case _:
                self._guard.tell(error)

    # The file

    def _was_saved(self, saved: Saved) -> None:
        page = self.page
        if page.desk is None:
            return
        page.take(saved.changed)
        page.show_saving(saving=self.saving.saving)
        self.kept = saved.kept or saved.state not in _BADLY
        self._show_notice(saved.state, saved.error)
        if saved.own_copy:
            page.show_moved()
            self.decks_changed.emit()
            self._guard.say(
                _(
                    "This is your own copy now. It is used instead of the one that comes with"
                    " Quizapp, and what you learned goes on with it."
                )
            )
        elif saved.merged:
            self.checking.touch()
            n = len(saved.merged)
            self._guard.say(
                ngettext(
                    "The file was changed outside: {n} question was taken over.",
                    "The file was changed outside: {n} questions were taken over.",
                    n,
                ).format(n=n)
            )
        elif saved.ids_given and not self._told_ids:
            self._told_ids = True
            n = saved.ids_given
            self._guard.say(
                ngettext(
                    "{n} question was given an id, on which what is learned hangs. Nothing else"
                    " in the file changed.",
                    "{n} questions were given ids, on which what is learned hangs. Nothing else"
                    " in the file changed.",
                    n,
                ).format(n=n)
            )

    def _show_notice(self, state: SaveState, error: Exception | None) -> None:
        notice, desk = self.page.notice, self.page.desk
        undecided = state in {SaveState.CONFLICT, SaveState.WAITING}
        if undecided and desk is not None and desk.conflicts:
            n = len(desk.conflicts)
            words = ngettext(
                "{n} question was changed here and in the file outside. All else is saved; both"
                " versions are kept until you choose.",
                "{n} questions were changed here and in the file outside. All else is saved; both"
                " versions are kept until you choose.",
                n,
            )
            notice.say(words.format(n=n), (("compare", _("Compare")),))
            return
        told = error.strerror or "" if isinstance(error, OSError) else ""
        steps = {
            SaveState.FAILED: (("again", _("Try again")),),
            SaveState.GONE: (("anew", _("Write it anew")),),
        }
        notice.say(
            trouble_words(state, f"({told})" if told else "", kept=self.kept), steps.get(state, ())
        )

    def _notice_step(self, name: str) -> None:
        if name == "compare":
            self.page.show_conflict()
        else:
            self.saving.save(anew=name == "anew")

    def _resolve(self, key: str, side: Side) -> None:
        desk = self.page.desk
        if desk is not None and self.page.do(desk.resolve, key, side):
            self._show_notice(desk.state, None)
            self.page.show_conflict()


def _rows_in(path: Path) -> str:
    """The text of a file of rows, as UTF-8, or as Windows wrote it before.

    Raises:
        OSError: it cannot be read.
    """
    data = path.read_bytes()[:_LARGEST]
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")

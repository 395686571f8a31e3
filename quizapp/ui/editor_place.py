"""The editor as a place of the window: decks are opened, made, copied, renamed and put aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.ui.article_work import ArticleWork, plainly
from quizapp.ui.guard import Guard
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window
from quizapp.words import _

if TYPE_CHECKING:  # the editor is imported when a deck is first opened
    from quizapp.author.door import Desk, Editor
    from quizapp.author.told import KeptDeck, Line
    from quizapp.ui.editor_door import EditorRooms
    from quizapp.ui.editor_page import EditorPage
    from quizapp.ui.editor_steps import EditorSteps

NAME = "editor"
_PARTS = "quizapp.ui.editor_steps"
"""With it comes all of the editor: half a second of reading that the window need not wait for."""


class EditorPlace(QObject):
    """Keeps the page out of the way of the start, and does what Library asks for.

    Args:
        running_s: seconds of a clock that never runs back.

    Signals:
        left: the author is done; all is written.
        study: id of the deck that the author wants to study now.
        saved: decks were written, made, or put aside.
        shown: the page is up.
    """

    left = Signal()
    study = Signal(str)
    saved = Signal()
    shown = Signal()

    def __init__(
        self,
        window: Window,
        theme: Theme,
        icons: Icons,
        rooms: EditorRooms,
        guard: Guard,
        running_s: Callable[[], float],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._icons = icons
        self._rooms = rooms
        self._guard = guard
        self._running_s = running_s
        self._work = ArticleWork(self)
        self._steps: EditorSteps | None = None
        self._editor: Editor | None = None

    @property
    def page(self) -> EditorPage | None:
        """The page, where it was made already."""
        return self._steps.page if self._steps is not None else None

    @property
    def path(self) -> Path | None:
        """The deck that is worked on, None for none."""
        page = self.page
        return page.desk.path if page is not None and page.desk is not None else None

    # Opening

    def open(self, path: Path, key: str = "", *, back: str = "", bundled: bool = False) -> None:
        """Open a deck at a question; a bundled one becomes one's own with the first change.

        Args:
            path: of its file.
            key: id of the question, "" for the first.
            back: words of the way back, "" for Library.
            bundled: the deck comes with the program.
        """
        if not self.close():
            return
        self._work.begin(
            partial(plainly, partial(self._opened, path, bundled=bundled)),
            partial(self._show, key, back),
            self._guard.tell,
        )

    def _opened(self, path: Path, *, bundled: bool) -> tuple[Desk, dict[str, Line]]:
        """In the other thread: the deck on the desk, and its lines, which take as long."""
        import_module(_PARTS)
        desk = self._made_editor().open(path, bundled=bundled)
        return desk, {one: desk.line(one) for one in desk.keys}

    def _show(self, key: str, back: str, laid: tuple[Desk, dict[str, Line]]) -> None:
        desk, lines = laid
        if key.startswith("#"):  # a question without an id, by its place in the deck
            key = next(iter(desk.keys[int(key[1:]) :]), "")
        steps = self._made()
        steps.show_desk(desk, lines, key, back or _("Library"))
        self._window.show_page(NAME, "library")
        steps.page.focus_first()
        self.shown.emit()

    # Making and keeping decks

    def new_deck(self) -> None:
        """Ask for a title, and open a new deck."""
        from quizapp.ui.editor_ask import AskLine

        dialog = AskLine(
            self._theme,
            self._window,
            _("New deck"),
            _("It is a text file in your own folder. Everything else can be said later."),
            _("Title"),
            _("Make it"),
        )
        dialog.told.connect(self._make)
        dialog.open()

    def _make(self, title: str) -> None:
        def make() -> Desk:
            from quizapp.author.told import NewDeck

            import_module(_PARTS)
            editor = self._made_editor()
            return editor.open(editor.new(NewDeck(title)))

        if self.close():
            self._work.begin(partial(plainly, make), self._show_new, self._guard.tell)

    def _show_new(self, desk: Desk) -> None:
        self._show("", "", (desk, {}))
        self.saved.emit()

    def duplicate(self, path: Path, title: str) -> None:
        """Ask for the title of a copy, and make it: another deck, with a history of its own."""
        from quizapp.ui.editor_ask import AskLine

        dialog = AskLine(
            self._theme,
            self._window,
            _("Duplicate the deck"),
            _("The copy is a deck of its own: what you learned of this one is not counted there."),
            _("Title of the copy"),
            _("Duplicate"),
        )
        dialog.propose(_("Copy of {deck}").format(deck=title))
        dialog.told.connect(partial(self._duplicate, path))
        dialog.open()

    def _duplicate(self, path: Path, title: str) -> None:
        self._in_background(
            partial(self._made_editor().duplicate, path, title),
            _("The copy is in Library: {deck}").format(deck=title),
        )

    def rename(self, path: Path, title: str) -> None:
        """Ask for another title."""
        from quizapp.ui.editor_ask import AskLine

        dialog = AskLine(
            self._theme,
            self._window,
            _("Rename the deck"),
            _("Its file keeps its name, and what was learned stays with it."),
            _("Title"),
            _("Rename"),
        )
        dialog.propose(title)
        dialog.told.connect(partial(self._rename, path))
        dialog.open()

    def _rename(self, path: Path, title: str) -> None:
        def rename() -> None:
            from quizapp.author.told import HeadFields

            desk = self._made_editor().open(path)
            deck = desk.deck
            desk.change_head(
                HeadFields(
                    title, deck.description, deck.language, deck.license, tuple(deck.authors)
                )
            )
            saving = desk.begin_save()
            if saving is not None:
                saving.run()
                saved = desk.end_save(saving)
                if saved.error is not None:
                    raise saved.error

        self._in_background(rename, _("The deck is called {deck} now.").format(deck=title))

    def write_anew(self, kept: KeptDeck) -> None:
        """Write a deck that drafts alone keep into its file again, and open it."""

        def write() -> Desk:
            import_module(_PARTS)
            editor = self._made_editor()
            path = editor.write_anew(kept)
            self._rooms.rescan()
            return editor.open(path)

        if self.close():
            self._work.begin(partial(plainly, write), self._show_new, self._guard.tell)

    def let_go(self, kept: KeptDeck) -> None:
        """Ask, and put a deck that drafts alone keep aside."""
        from quizapp.ui.confirm import Confirm

        dialog = Confirm(
            self._theme,
            self._window,
            _("Let this deck go?"),
            _(
                "“{deck}” is no longer offered here. Its text is put aside, not thrown away, and"
                " what you learned is kept and comes back with it."
            ).format(deck=kept.title),
            _("Let it go"),
            careful=True,
        )
        dialog.accepted.connect(partial(self._let_go, kept))
        dialog.open()

    def _let_go(self, kept: KeptDeck) -> None:
        self._work.begin(
            partial(plainly, partial(self._made_editor().let_go, kept)),
            self._was_deleted,
            self._guard.tell,
        )

    def delete_deck(self, path: Path, title: str) -> None:
        """Ask, and put a deck aside."""
        from quizapp.ui.confirm import Confirm

        dialog = Confirm(
            self._theme,
            self._window,
            _("Delete this deck?"),
            _(
                "“{deck}” goes out of Library and of your plan. Its file is put aside, not thrown"
                " away, and what you learned is kept and comes back with it."
            ).format(deck=title),
            _("Delete"),
            careful=True,
        )
        dialog.accepted.connect(partial(self._delete, path))
        dialog.open()

    def _delete(self, path: Path) -> None:
        self._work.begin(
            partial(plainly, partial(self._deleted, path)), self._was_deleted, self._guard.tell
        )

    def _deleted(self, path: Path) -> Path:
        aside = self._made_editor().delete_deck(path)
        self._rooms.rescan()
        return aside

    def _was_deleted(self, aside: Path) -> None:
        self.saved.emit()
        self._guard.say(_("The deck was put aside. Its file lies here: {path}").format(path=aside))

    def _in_background(self, step: Callable[[], object], said: str) -> None:
        def work() -> None:
            step()
            self._rooms.rescan()

        self._work.begin(partial(plainly, work), partial(self._was_done, said), self._guard.tell)

    def _was_done(self, said: str, _outcome: object) -> None:
        self.saved.emit()
        self._guard.say(said)

    # Leaving

    def leave(self) -> None:
        """Write what waits and go back."""
        if self.close():
            self.left.emit()
            self.saved.emit()

    def drop(self, paths: Sequence[Path]) -> bool:
        """Take a file of rows that was dropped; whether it was one."""
        return self._steps is not None and self._steps.drop(paths)

    def close(self, *, may_ask: bool = True) -> bool:
        """Write what waits and take the deck off the page; False where the author stays.

        Args:
            may_ask: where it cannot be written, the author is asked whether to stay.
        """
        steps = self._steps
        if steps is None or steps.page.desk is None:
            return True
        desk = steps.page.desk
        if not steps.write() and may_ask:
            gone = desk.state.name == "GONE"  # its class is not imported before a deck is opened
            if not self._leave_without(kept=steps.kept, gone=gone):
                return False
        steps.clear()
        return True

    def stop(self) -> None:
        """Have no work go on, since the window closes."""
        self._work.stop()

    def _leave_without(self, *, kept: bool, gone: bool) -> bool:
        from quizapp.ui.confirm import ask

        words, verb = (
            _(
                "Its file cannot be written at the moment. Stay, and everything is kept here and"
                " tried again. If you leave now, what you changed since the last save is lost."
            ),
            _("Leave without it"),
        )
        if kept:
            words, verb = (
                _(
                    "Its file cannot be written at the moment. What you changed is kept as a"
                    " draft: when you open the deck the next time, it goes into the file."
                ),
                _("Leave"),
            )
        if kept and gone:
            words = _(
                "Its file was deleted, moved away or emptied. What you changed is kept as a draft:"
                " put the file back, and it goes in when you open the deck. To write the file"
                " anew, stay."
            )
        return ask(
            self._window,
            self._theme,
            _("Your deck is not saved yet"),
            words,
            verb,
            _("Stay"),
            careful=True,
        )

    def _study(self) -> None:
        """Have Library know the deck as it is now, then study it."""
        page = self.page
        if page is None or page.desk is None:
            return
        deck_id = page.desk.deck.id
        if self.close():
            self._work.begin(
                partial(plainly, self._rooms.rescan),
                partial(self._study_now, deck_id),
                self._guard.tell,
            )

    def _study_now(self, deck_id: str, _changed: object) -> None:
        self.saved.emit()
        self.study.emit(deck_id)

    def _made_editor(self) -> Editor:
        if self._editor is None:
            self._editor = self._rooms.editor()
        return self._editor

    def _made(self) -> EditorSteps:
        if self._steps is None:
            from quizapp.ui.editor_steps import EditorSteps

            steps = EditorSteps(
                self._window,
                self._theme,
                self._icons,
                self._rooms,
                self._guard,
                self._made_editor(),
                self._running_s,
            )
            steps.page.left.connect(self.leave)
            steps.page.study.connect(self._study)
            steps.decks_changed.connect(self.saved)
            self._window.add_page(NAME, steps.page)
            self._steps = steps
        return self._steps

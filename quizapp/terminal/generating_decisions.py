"""Deciding on an article's questions in the terminal, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.content.question import Question
from quizapp.generate.candidate import Mend
from quizapp.generate.desk import Desk, Item, State
from quizapp.generate.draft_saving import faults_of
from quizapp.terminal.generating_edit import NotReadError, edited
from quizapp.terminal.generating_keys import KeysAndLines
from quizapp.terminal.generating_lines import finding_lines, question_lines
from quizapp.terminal.keyboard import EndedError, Keyboard, StoppedError
from quizapp.words import _, deciding, faults
from quizapp.words import generating as words


class Decisions:
    """Asks for a key for each question; every decision is kept in the draft at once.

    Args:
        desk: the article's questions.
        say: prints a line.
        reads: where keys and lines come from.
    """

    def __init__(
        self, desk: Desk, say: Callable[[str], None], reads: KeysAndLines | None = None
    ) -> None:
        self._desk = desk
        self._say = say
        self._reads = reads or KeysAndLines()
        self._keyboard = Keyboard(self._reads)
        self._passed: list[str] = []
        self._here = ""

    def run(self) -> bool:
        """Decide until the author has enough; whether Ctrl-C ended it. Decisions are kept."""
        with self._keyboard.guarded():
            try:
                self._here = self._next_open()
                self._show()
                while self._step(self._key()):
                    pass
            except StoppedError:
                self._say("")
                return True
            except EndedError:
                self._say("")
        return False

    def _key(self) -> str:
        prompt = _("a keep · r refuse · e edit · s later · u undo · q end · ? keys: ")
        if not self._here:
            prompt = _("u undo · b back · q end: ")
        return self._line(prompt, single=True)

    def _line(self, prompt: str, *, single: bool = False) -> str:
        self._reads.single = single
        return self._keyboard.line(prompt).strip()

    def _step(self, key: str) -> bool:
        """Do what a key says; False to end."""
        letter, _space, rest = key.partition(" ")
        if letter == "q":
            return False
        if letter in {"u", "z"}:
            self._undo()
        elif letter == "b":
            self._back()
        elif letter == "d":
            self._turn_red()
        elif letter == "?":
            for name, meaning in words.key_table():
                self._say(f"  {name:<8} {meaning}")
        elif self._here:
            self._on_question(letter, rest)
        return True

    def _on_question(self, letter: str, rest: str) -> None:
        here = self._here
        if letter == "a":
            self._desk.keep(here)
            self._go_on()
        elif letter == "r":
            self._desk.refuse(here, rest)
            self._go_on()
        elif letter == "R":
            self._desk.refuse(here, rest or self._line(_("Why? ")))
            self._go_on()
        elif letter == "s":
            self._go_on()
        elif letter == "e":
            self._edit()
        elif letter.isdecimal():
            self._mend(int(letter))
        elif letter:
            self._say(_("This key does nothing here. ? shows the keys."))

    def _edit(self) -> None:
        item = self._desk.item(self._here)
        try:
            question = edited(item.question, self._line)
        except NotReadError as error:
            self._say(str(error))
            self._say(_("It stands as before."))
            return
        self._take(item, question)

    def _mend(self, number: int) -> None:
        item = self._desk.item(self._here)
        mends: list[Mend] = [mend for finding in item.findings for mend in finding.mends]
        if not 1 <= number <= len(mends):
            self._say(_("There is no change of that number."))
            return
        self._desk.mend(item.id, mends[number - 1])
        self._show()

    def _take(self, item: Item, question: Question) -> None:
        if found := faults_of(question):
            self._say(faults.describe(found[0]))
            self._say(_("It stands as before."))
            return
        self._desk.edit(item.id, question)
        self._show()

    def _undo(self) -> None:
        before = {item.id: item for item in self._desk.items}
        code = self._desk.undo()
        if code is None:
            self._say(_("There is nothing to take back."))
            return
        self._say(deciding.undone(code))
        changed = [i.id for i in self._desk.items if before.get(i.id) != i]
        shown = {item.id for item in self._desk.items}
        if self._here not in shown or changed:
            self._here = changed[0] if changed else self._next_open()
        self._passed = [name for name in self._passed if name in shown and name != self._here]
        self._show()

    def _back(self) -> None:
        if not self._passed:
            self._say(_("This is the first one."))
            return
        self._here = self._passed.pop()
        self._show()

    def _turn_red(self) -> None:
        self._desk.show_red = not self._desk.show_red
        shown = {item.id for item in self._desk.items}
        self._passed = [name for name in self._passed if name in shown]
        if self._here not in shown:
            self._here = self._next_open()
        self._say(
            _("The doubtful ones are shown too.")
            if self._desk.show_red
            else _("The doubtful ones are hidden.")
        )
        self._show()

    def _go_on(self) -> None:
        """To the next open question behind this one, then to those left for later."""
        after = self._here
        if after:
            self._passed.append(after)
        self._here = self._next_open(after)
        self._show()

    def _next_open(self, after: str = "") -> str:
        """The id of the next question to decide on, or "" where none is left."""
        items = self._desk.items
        names = [item.id for item in items]
        start = names.index(after) + 1 if after in names else 0
        for item in items[start:]:
            if item.state is State.OPEN:
                return item.id
        left = [i.id for i in items[:start] if i.state is State.OPEN and i.id != after]
        return next((name for name in left if name not in self._passed), "")

    def _show(self) -> None:
        if not self._here:
            self._say("")
            self._say(_("There is nothing more to decide on here."))
            return
        names = [item.id for item in self._desk.items]
        item = self._desk.item(self._here)
        self._say("")
        place = _("{n} of {total}").format(n=names.index(item.id) + 1, total=len(names))
        self._say(f"{place} · {deciding.counts(self._desk.counts)}")
        for line in question_lines(names.index(item.id) + 1, item):
            self._say(line)
        evidence = item.question.evidence
        if evidence is not None:
            self._say(f"    “{evidence.quote}”")
        for line in finding_lines(item.findings):
            self._say(line)

"""Deciding on an article's questions in the terminal, one by one, by the window's keys."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.author.field_reading import UnfinishedError
from quizapp.generate.desk import Desk, Item, State
from quizapp.generate.draft_keys import LETTERS
from quizapp.generate.draft_offers import OfferCode
from quizapp.generate.draft_saving import faults_of
from quizapp.generate.draft_undoing import after_undo, still_kept
from quizapp.terminal.generating_edit import edited
from quizapp.terminal.generating_keys import KeysAndLines
from quizapp.terminal.generating_lines import (
    check_lines,
    list_lines,
    offers_of,
    question_lines,
)
from quizapp.terminal.keyboard import EndedError, Keyboard, StoppedError
from quizapp.words import _, deciding, faults
from quizapp.words import generating as words
from quizapp.words.field_troubles import describe_trouble

_ENDS = {"q", "o"}


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
        self._here = ""

    def run(self) -> bool:
        """Decide until the author has enough; whether Ctrl-C ended it. Decisions are kept."""
        with self._keyboard.guarded():
            try:
                items = self._desk.items
                first = (item.id for item in items if item.state is State.OPEN)
                self._here = next(first, items[0].id if items else "")
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
        prompt = _("a keep · e edit · r refuse · j next · z undo · q end · ? keys: ")
        if not self._here:
            prompt = _("d doubtful · z undo · q end · ? keys: ")
        return self._line(prompt, single=True)

    def _line(self, prompt: str, *, single: bool = False) -> str:
        self._reads.single = single
        return self._keyboard.line(prompt).strip()

    def _step(self, key: str) -> bool:
        """Do what a key says; False to end."""
        letter, _space, rest = key.partition(" ")
        if letter in _ENDS:
            return False
        if letter.isdecimal():
            self._take(int(letter))
            return True
        always: dict[str, Callable[[], None]] = {
            "undo": self._undo,
            "red": self._turn_red,
            "keys": self._show_keys,
            "keep-green": self._keep_ready,
            "list": self._list,
        }
        step = LETTERS.get(letter, "")
        if step in always:
            always[step]()
        elif step and self._here:
            self._on_question(step, rest)
        elif letter:
            self._say(_("This key does nothing here. ? shows the keys."))
        return True

    def _on_question(self, step: str, rest: str) -> None:
        here = self._here
        match step:
            case "keep":
                self._desk.keep(here)
                self._go_on()
            case "refuse":
                why = rest or self._line(_("Why, if you like; Enter refuses it: "))
                self._desk.refuse(here, why)
                self._go_on()
            case "edit":
                self._edit()
            case "next" | "back":
                self._move(1 if step == "next" else -1)
            case "words":
                self._show_words()

    def _edit(self) -> None:
        item = self._desk.item(self._here)
        try:
            question = edited(item.question, self._line)
        except UnfinishedError as error:
            self._leave_it(" ".join(describe_trouble(trouble) for trouble in error.troubles))
            return
        if found := faults_of(question):
            self._leave_it(faults.describe(found[0]))
            return
        self._desk.edit(item.id, question)
        self._show()

    def _leave_it(self, why: str) -> None:
        self._say(why)
        self._say(_("It stands as before."))

    def _take(self, number: int) -> None:
        """Take what the checks offer under a number."""
        found = offers_of(self._desk.checks(self._here)) if self._here else ()
        if not 1 <= number <= len(found):
            self._say(_("Nothing is offered under that number."))
            return
        offer = found[number - 1]
        if offer.mend is not None:
            self._desk.mend(self._here, offer.mend)
        elif offer.code == OfferCode.INSTEAD:
            self._desk.refuse(offer.other)
            self._say(_("The other question is refused."))
        else:
            self._go_to(offer.other)
        self._show()

    def _go_to(self, item_id: str) -> None:
        """Have a question here, a doubtful one too."""
        self._desk.show_red = self._desk.show_red or item_id not in self._names()
        self._here = item_id

    def _keep_ready(self) -> None:
        """Keep all that are ready, after saying how many."""
        ready = self._desk.green_open()
        if not ready:
            self._say(_("No open question passes all checks."))
            return
        question = deciding.keep_green(ready)
        answer = self._line(_("{question} a keeps them: ").format(question=question))
        if answer.lower() == "a":
            self._desk.keep_green()
            self._go_on()

    def _undo(self) -> None:
        """Take the last step back, and go to the question that stands as before."""
        code = self._desk.undo()
        if code is None:
            self._say(_("Nothing to undo."))
            return
        self._say(deciding.undone(code, in_deck=still_kept(self._desk, code)))
        self._here = after_undo(self._desk, self._here, code)
        self._stay()
        self._show()

    def _turn_red(self) -> None:
        self._desk.show_red = not self._desk.show_red
        self._stay()
        self._say(
            _("The doubtful ones are shown too.")
            if self._desk.show_red
            else _("The doubtful ones are hidden.")
        )
        self._show()

    def _list(self) -> None:
        """Show all questions, and go to one of them."""
        items = self._desk.items
        for line in list_lines(items, self._here):
            self._say(line)
        typed = self._line(_("Its number, or Enter to go on: "))
        if typed.isdecimal() and 1 <= int(typed[:9]) <= len(items):
            self._here = items[int(typed) - 1].id
        self._show()

    def _show_keys(self) -> None:
        for name, meaning in words.key_table():
            self._say(f"  {name:<8} {meaning}")

    def _show_words(self) -> None:
        """Print the paragraph in which the words of the question stand."""
        text, span = self._desk.article.text, self._desk.item(self._here).candidate.span
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        for line in text[start : end if end >= 0 else len(text)].splitlines():
            self._say(f"    {line}")

    def _move(self, by: int) -> None:
        names = self._names()
        self._here = names[(names.index(self._here) + by) % len(names)]
        self._show()

    def _go_on(self) -> None:
        """To the next open question behind this one, or stay where none is left."""
        items = self._desk.items
        names = [item.id for item in items]
        at = names.index(self._here) if self._here in names else -1
        after = (*items[at + 1 :], *items[: max(at, 0)])
        following = next((item.id for item in after if item.state is State.OPEN), "")
        if following:
            self._here = following
        elif all(item.state is not State.OPEN for item in items):
            self._say("")
            self._say(_("Every question is decided."))
        self._show()

    def _stay(self) -> None:
        """Where the question here is not shown any more, the first is."""
        names = self._names()
        if self._here not in names:
            self._here = names[0] if names else ""

    def _names(self) -> list[str]:
        """The ids of the questions shown."""
        return [item.id for item in self._desk.items]

    def _show(self) -> None:
        if not self._here:
            self._say("")
            self._say(_("There is nothing more to decide on here."))
            return
        names = self._names()
        item: Item = self._desk.item(self._here)
        self._say("")
        place = _("{n} of {total}").format(n=names.index(item.id) + 1, total=len(names))
        self._say(f"{place} · {deciding.counts(self._desk.counts)}")
        for line in question_lines(names.index(item.id) + 1, item):
            self._say(line)
        evidence = item.question.evidence
        if evidence is not None:
            self._say(f"    “{evidence.quote}”")
        for line in check_lines(self._desk.checks(item.id)):
            self._say(line)

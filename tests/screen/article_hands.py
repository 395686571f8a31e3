"""An author's hands on New from article: keys in a real window, and what the draft says of each.

Nothing is read from the window. A second desk, laid out from the draft on disk, knows which
question is at hand; what a key decided must be on that very question, or the step fails.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from desktop import Desktop, Program, wait_for

from quizapp import paths
from quizapp.content.question import Cloze, Question, Short, gaps
from quizapp.generate.article import Article
from quizapp.generate.desk import Desk, Item, State
from quizapp.generate.draft_file import Draft, parse, stem
from quizapp.generate.draft_steps import Code, Step
from quizapp.generate.engine import Rules

CALM_S = 0.25
JIFFIES = 1  # that a blinking cursor may take in that time

_OWN_CLIPBOARD = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
application.clipboard().setText(sys.stdin.read())
print("held", flush=True)
application.exec()
"""


class _Once(Rules):
    """The rules, which read one article once."""

    def __init__(self) -> None:
        super().__init__()
        self.propose = lru_cache(super().propose)  # type: ignore[method-assign]


class Author:
    """Brings articles in and decides on them, by keys alone.

    Attributes:
        at: id of the question that must be at hand.
    """

    def __init__(self, screen: Desktop, home: paths.Home) -> None:
        self.screen = screen
        self.home = home
        self.program = self._started()
        self.at = ""
        self._doubtful = False
        self._rules = _Once()
        self._draft = Path()
        self._read: Draft | None = None
        self._desk: Desk | None = None

    # The program

    def restart(self) -> None:
        """Start the program again after it ended."""
        self.program = self._started()

    def _started(self) -> Program:
        before = self._times_ready()
        program = self.screen.start(self.home.root)
        wait_for(lambda: self._times_ready() > before, "page ready")
        program.wait_ready()
        return program

    def _times_ready(self) -> int:
        log = self.home.log
        return log.read_text("utf-8").count("page ready") if log.exists() else 0

    def settle(self) -> None:
        """Wait until the program has nothing to do: no process of its own runs, no time goes."""
        wait_for(self._calm, "the program at rest")

    def _calm(self) -> bool:
        before = self._jiffies()
        threading.Event().wait(CALM_S)
        return not self._children() and self._jiffies() - before <= JIFFIES

    def _jiffies(self) -> int:
        told = Path(f"/proc/{self.program.process.pid}/stat").read_text("ascii")
        user, system = told.rpartition(")")[2].split()[11:13]
        return int(user) + int(system)

    def _children(self) -> bool:
        tasks = Path(f"/proc/{self.program.process.pid}/task")
        return any((task / "children").read_text("ascii").strip() for task in tasks.iterdir())

    def keys(self, *keys: str) -> None:
        """Press keys, and wait for what comes of them."""
        self.screen.keys(*keys)
        self.settle()

    # Bringing an article in

    def entry(self, *, from_desk: bool) -> None:
        """Go where articles come in."""
        self.keys("ctrl+3")
        if from_desk:
            self.keys("o")

    def choose_file(self, path: Path, *, drafts: bool) -> None:
        """The file dialog, and the path typed into it."""
        self.keys(*["shift+Tab"] * (4 if drafts else 0), "Return")
        self.screen.type(str(path))
        self.keys("Return")

    def type_address(self, url: str, *, drafts: bool) -> None:
        """The address typed, and the own network allowed."""
        self.keys(*["shift+Tab"] * 2 if drafts else ["Tab"] * 2)
        self.screen.type(url)
        self.keys("Return")
        # Refused, since it is this machine; the focus is on the drafts again.
        self.keys(*["shift+Tab"] * (5 if drafts else 1), "space")

    def paste(self, words: str) -> None:
        """What another program holds in the clipboard."""
        with _clipboard(self.screen, words):
            self.keys("ctrl+v")

    def tell_details(self, article: Article, told: str) -> str:
        """Fill the date in where it is missing, or skip what is missing; what was done."""
        if article.title and article.published:
            return "known"
        if not told:
            self.keys("Escape")
            return "skipped"
        if not article.title:
            self.screen.type("A title of my own")
            self.keys("Tab")
        self.screen.type(told)
        self.keys("Return")
        return told

    def laid_out(self, article: Article) -> Desk:
        """The draft of an article is on disk; what must be on the desk."""
        self._draft = self.home.drafts / f"{stem(article.sha256)}.json"
        wait_for(self._draft.exists, f"a draft of {article.title or article.text[:40]!r}")
        self.settle()
        desk = self._look()
        first = next((one for one in desk.items if one.state is State.OPEN), None)
        self.at = first.id if first else ""
        return desk

    def look_again(self) -> None:
        """The desk as after a fresh start: its first open question is at hand."""
        self.settle()
        first = next(one for one in self._look().items if one.state is State.OPEN)
        self.at = first.id

    # Deciding

    @property
    def desk(self) -> Desk:
        """What must be on the desk."""
        assert self._desk is not None
        return self._desk

    @property
    def item(self) -> Item:
        """The question at hand."""
        return self.desk.item(self.at)

    def keep(self) -> None:
        """A."""
        self.screen.keys("a")
        self._heard(Code.KEPT)
        self._go_on()

    def refuse(self, reason: str) -> None:
        """R, a reason, Enter."""
        self.keys("r")
        self.screen.type(reason)
        self.screen.keys("Return")
        step = self._heard(Code.REFUSED)
        assert step.records[0].reason == reason
        self._go_on()

    def edit(self) -> None:
        """E, another end, Enter."""
        self.keys("e")
        self.screen.keys("End", "BackSpace")
        self.screen.type(" then?")
        self.screen.keys("Return")
        step = self._heard(Code.EDITED)
        assert step.records[0].edited
        assert step.records[0].candidate.question.prompt.endswith(" then?")

    def mend(self) -> str:
        """The first mend by its digit; the mend's code."""
        found = [offer for check in self.desk.checks(self.at) for offer in check.offers]
        number, mend = next((n, one.mend) for n, one in enumerate(found, 1) if one.mend)
        self.screen.keys(str(number))
        step = self._heard(Code.EDITED)
        made = step.records[0].candidate.question
        assert (made.prompt, made.body) == (mend.question.prompt, mend.question.body)
        return mend.code

    def ask_about_words(self) -> str:
        """W, three words selected, Enter; the words."""
        self.keys("w")
        self.keys("ctrl+shift+Right", "ctrl+shift+Right", "ctrl+shift+Right", "Return")
        step = self._heard(Code.ASKED, anew=True)
        assert step.records[0].own
        self.at = step.records[0].id
        return _answer_of(step.records[0].candidate.question)

    def toggle_doubtful(self) -> None:
        """D."""
        self.keys("d")
        self._doubtful = not self._doubtful
        self._look()
        self._stay()

    def undo(self) -> Code:
        """Z; what was taken back."""
        before, last = self._step_keys(), self._stands().log.live[-1]
        self.screen.keys("z")
        wait_for(lambda: self._step_keys() == before - {last.key}, f"{last.code} taken back")
        self._look()
        self.settle()
        undone = {record.id for record in last.records}
        there = [item.id for item in self.desk.items if item.id in undone]
        if there and self.at not in undone:
            self.at = there[0]
        self._stay()
        return last.code

    def keep_ready(self) -> int:
        """Shift and A, and yes; how many."""
        ready = self.desk.green_open()
        self.keys("shift+a")
        self.screen.keys("Return")
        step = self._heard(Code.KEPT_GREEN, anew=True)
        assert len(step.records) == ready
        self._go_on()
        self.settle()
        return ready

    def go_to(self, wanted: Callable[[Item], bool]) -> bool:
        """J until a question is at hand that is wanted; whether there is one."""
        items = self.desk.items
        at = [item.id for item in items].index(self.at)
        order = [*items[at:], *items[:at]]
        for steps, item in enumerate(order):
            if item.state is State.OPEN and wanted(item):
                if steps:
                    self.keys(*["j"] * steps)
                self.at = item.id
                return True
        return False

    # Saving

    def save_new(self) -> None:
        """Ctrl+S, and the title that is proposed."""
        self.keys("ctrl+s")
        self.keys("Return")

    def add(self) -> None:
        """Ctrl+S, and the only deck of the author's own."""
        self.keys("ctrl+s")
        self.keys("shift+Tab", "space")
        self.keys("Return")

    # The draft on disk

    def _heard(self, code: Code, *, anew: bool = False) -> Step:
        """Wait for a step in the draft; it is on the question at hand unless it is a new one."""
        before = {step.key for step in self._stands().log.live}
        wait_for(lambda: self._step_keys() > before, f"{code} in the draft")
        step = parse(self._draft.read_bytes(), self._draft).log.live[-1]
        assert step.code is code, f"{step.code} instead of {code}"
        if not anew:
            assert [record.id for record in step.records] == [self.at], "another question at hand"
        self._look()
        return step

    def _step_keys(self) -> set[tuple[int, str, int]]:
        return {step.key for step in parse(self._draft.read_bytes(), self._draft).log.live}

    def _stands(self) -> Draft:
        assert self._read is not None
        return self._read

    def _look(self) -> Desk:
        """Lay the draft out."""
        self._read = read = parse(self._draft.read_bytes(), self._draft)
        assert read.whole
        assert read.article is not None
        self._desk = Desk(read.article, self._rules, lambda: 0, log=read.log)
        self._desk.show_red = self._doubtful
        return self._desk

    def _stay(self) -> None:
        """Where the question at hand is not shown any more, the best is."""
        if all(item.id != self.at for item in self.desk.items):
            self.at = self.desk.items[0].id

    def _go_on(self) -> None:
        items = self.desk.items
        at = [item.id for item in items].index(self.at)
        after = (*items[at + 1 :], *items[:at])
        self.at = next((one.id for one in after if one.state is State.OPEN), self.at)


def is_short(item: Item) -> bool:
    """A question whose words are a line that ends in a question mark."""
    return isinstance(item.question.body, Short) and item.question.prompt.endswith("?")


def has_mend(item: Item) -> bool:
    """A check failed that can be mended by a key."""
    return any(finding.mends for finding in item.findings)


def _answer_of(question: Question) -> str:
    body = question.body
    if isinstance(body, Cloze):
        return " … ".join(gap.answer for gap in gaps(body.text))
    return str(getattr(body, "answer", ""))


@contextmanager
def _clipboard(screen: Desktop, words: str) -> Iterator[None]:
    """Another program that holds words for whoever pastes."""
    with subprocess.Popen(
        [sys.executable, "-c", _OWN_CLIPBOARD],
        env=screen.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(words)
        process.stdin.close()
        assert process.stdout.readline() == "held\n"
        try:
            yield
        finally:
            process.terminate()

"""Two pairs of hands for one evening: keys in a real window, and lines in a terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop import Desktop, wait_for

from quizapp.content.mark import Arranged, Chosen, DontKnow, Recalled, Response, Typed
from quizapp.content.question import Form
from quizapp.schedule.log import Rating
from quizapp.study.view import EndShown, QuestionShown

DEAF_S = 0.25
"""After a digit chose an option the window takes no digit for so long."""
TYPED_ON_S = 1.5
"""After a typed answer was marked the window takes no digit for half a second."""
READ_S = 0.8
"""A question is not given up sooner: the window would take it for one key too many."""


class Hands(Protocol):
    """What a student does, put into the program as she would."""

    def begin(self) -> None:
        """Open the program and put the evening's deck into the plan."""
        ...

    def start(self) -> None:
        """Begin the sitting; the deck's row is in the history."""
        ...

    def respond(self, shown: QuestionShown, response: Response) -> None:
        """Answer."""
        ...

    def hint(self, shown: QuestionShown) -> None:
        """Look at the hint."""
        ...

    def letter(self, letter: str) -> None:
        """A command of the answer side."""
        ...

    def rate(self, rating: Rating) -> None:
        """Change the rating, or judge a recall."""
        ...

    def go_on(self) -> None:
        """Leave the answer side."""
        ...

    def undo(self, shown: QuestionShown) -> None:
        """Take the last step back, from the question that came after it."""
        ...

    def leave(self) -> None:
        """End the sitting."""
        ...

    def five_more(self, end: EndShown) -> None:
        """Ask for five more new ones at the end."""
        ...

    def written(self) -> None:
        """What was done last is in the history, so the program has taken it in."""
        ...

    def close(self) -> None:
        """Close the program."""
        ...


class Keys:
    """Keys pressed in a window on a screen.

    Args:
        deck_at: how many times Tab goes from the first button of Today to the deck's "Begin".
    """

    def __init__(self, screen: Desktop, home: Path, deck_at: int = 3) -> None:
        self._screen = screen
        self._home = home
        self._deck_at = deck_at
        self._digit_chose = False
        self._typed = False
        self._hears_at = 0.0
        self._read_at = 0.0

    def begin(self) -> None:
        """Go to the deck among those that are not begun."""
        self._program = self._screen.start(self._home)
        self._program.wait_ready()
        self._screen.keys(*["Tab"] * self._deck_at, "Return")

    def start(self) -> None:
        """Enter starts what Today has."""
        self._screen.keys("Return")
        self._read_at = time.monotonic() + READ_S

    def respond(self, shown: QuestionShown, response: Response) -> None:
        """Digits, letters and Enter."""
        if isinstance(response, DontKnow | Recalled):
            wait_for(lambda: time.monotonic() > self._read_at, "the question being read")
        match response:
            case DontKnow():
                self._screen.keys("Return") if shown.form is Form.TYPE else self._digits(["0"])
            case Recalled():
                self._screen.keys("Return")
            case Typed(texts=texts):
                for text in texts:
                    self._screen.type(text)
                    self._screen.keys("Return")
            case Chosen(indexes=indexes):
                self._digits([str(index + 1) for index in sorted(indexes)])
                if shown.several:
                    self._screen.keys("Return")
            case Arranged(indexes=indexes):
                self._digits([str(index + 1) for index in indexes])
                self._screen.keys("Return")
        self._digit_chose = shown.form is Form.CHOOSE and not shown.several
        self._typed = isinstance(response, Typed)
        if self._typed:
            self._hears_at = time.monotonic() + TYPED_ON_S

    def hint(self, shown: QuestionShown) -> None:
        """H, with Alt where letters type."""
        self._letter("h", shown)

    def letter(self, letter: str) -> None:
        """The letter itself; with Alt after a typed answer, on which one may be typing still."""
        self._screen.keys(f"alt+{letter}" if self._typed else letter)

    def rate(self, rating: Rating) -> None:
        """Its digit."""
        self._digits([str(int(rating))])
        self._digit_chose = True

    def go_on(self) -> None:
        """Enter."""
        self._screen.keys("Return")

    def undo(self, shown: QuestionShown) -> None:
        """U, with Alt where letters type."""
        self._letter("u", shown)

    def leave(self) -> None:
        """Escape."""
        self._screen.keys("Escape")

    def five_more(self, end: EndShown) -> None:
        """The last of the end's buttons."""
        before = ["back"] + (["missed"] if len(end.missed) > 1 else [])
        self._screen.keys(*["Tab"] * (len(before) + 1), "space")
        self._read_at = time.monotonic() + READ_S

    def written(self) -> None:
        """The key was heard before this; only now it is known for how long others are not."""
        self._read_at = time.monotonic() + READ_S
        if self._digit_chose:
            self._digit_chose = False
            self._hears_at = time.monotonic() + DEAF_S

    def close(self) -> None:
        """Alt and F4: the window manager asks the window to close."""
        self._screen.keys("alt+F4")
        assert self._program.wait() == (0, "")

    def _letter(self, letter: str, shown: QuestionShown) -> None:
        self._screen.keys(f"alt+{letter}" if shown.form is Form.TYPE else letter)

    def _digits(self, digits: Sequence[str]) -> None:
        wait_for(lambda: time.monotonic() > self._hears_at, "digits being heard again")
        self._screen.keys(*digits)


class Lines:
    """Lines typed in a terminal of its own."""

    def __init__(self, home: Path, deck: str) -> None:
        self._home = home
        self._deck = deck

    def begin(self) -> None:
        """`quizapp study DECK`."""
        self._near, far = pty.openpty()
        command = [sys.executable, "-P", "-m", "quizapp", "--home", str(self._home)]
        env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        self._program = subprocess.Popen(
            [*command, "study", self._deck],
            stdin=far,
            stdout=far,
            stderr=far,
            env={**env, "TERM": "dumb", "COLUMNS": "90", "LINES": "40"},
            start_new_session=True,
        )
        os.close(far)
        self._said: list[bytes] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        wait_for(lambda: "Begun" in self.text(), "the deck in the plan")

    def start(self) -> None:
        """The sitting has begun with the deck."""

    def respond(self, shown: QuestionShown, response: Response) -> None:
        """A line; of a list one for each item."""
        match response:
            case DontKnow() | Recalled():
                self._line("")
            case Typed(texts=texts):
                for text in texts:
                    self._line(text)
            case Chosen(indexes=indexes):
                self._line(" ".join(str(index + 1) for index in sorted(indexes)))
            case Arranged(indexes=indexes) if shown.form is Form.MATCH:
                self._line(" ".join(chr(ord("a") + index) for index in indexes))
            case Arranged(indexes=indexes):
                self._line(" ".join(str(index + 1) for index in indexes))

    def hint(self, shown: QuestionShown) -> None:
        """H, after a colon where letters are an answer."""
        self._command("h", shown)

    def letter(self, letter: str) -> None:
        """The letter itself."""
        self._line(letter)

    def rate(self, rating: Rating) -> None:
        """Its digit."""
        self._line(str(int(rating)))

    def go_on(self) -> None:
        """An empty line."""
        self._line("")

    def undo(self, shown: QuestionShown) -> None:
        """U, after a colon where letters are an answer."""
        self._command("u", shown)

    def leave(self) -> None:
        """Q, after a colon."""
        self._line(":q")

    def five_more(self, end: EndShown) -> None:
        """5."""
        del end
        self._line("5")

    def written(self) -> None:
        """A terminal hears every line."""

    def close(self) -> None:
        """An empty line at the end."""
        self._line("")
        code = self._program.wait(timeout=20)
        self._reader.join()
        os.close(self._near)
        assert code == 0, self.text()

    def text(self) -> str:
        """What stands in the terminal."""
        return b"".join(self._said).decode()

    def _command(self, letter: str, shown: QuestionShown) -> None:
        self._line(f":{letter}" if shown.form is Form.TYPE else letter)

    def _line(self, line: str) -> None:
        os.write(self._near, (line + "\n").encode())

    def _read(self) -> None:
        """Take what the program prints, so that it never waits for room."""
        while True:
            select.select([self._near], [], [])
            try:
                said = os.read(self._near, 65536)
            except OSError:  # the program has closed its end
                return
            if not said:
                return
            self._said.append(said)

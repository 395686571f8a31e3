"""Deciding on an article's questions in the terminal: by keys, by lines, and coming back."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from drafting import desk as desk_of

from quizapp.author.field_reading import UnfinishedError
from quizapp.content import deck_file
from quizapp.content.question import Number, PartialDate, Short
from quizapp.generate.desk import Desk, State
from quizapp.generate.draft_keys import LETTERS
from quizapp.terminal.generating_decisions import Decisions
from quizapp.terminal.generating_edit import edited
from quizapp.terminal.generating_keys import KeysAndLines
from quizapp.words import gates
from quizapp.words.field_troubles import describe_trouble
from quizapp.words.generating import key_table

ARTICLE = """Ruritania elects a president

March 10, 2022

Anna Novak was elected president of Ruritania in 2019. Ruritania joined the European Union in 2004.

Peter Kovac founded the Free Party in 1998.
"""
WAIT_S = 60


class Typist:
    """Lines typed one after the other; what is left untyped ends the input."""

    def __init__(self, *lines: str) -> None:
        self._lines = iter(lines)
        self.prompts: list[str] = []

    def __call__(self, prompt: str) -> str:
        """The next line.

        Raises:
            EOFError: there is none.
        """
        self.prompts.append(prompt)
        try:
            return next(self._lines)
        except StopIteration:
            raise EOFError from None


def decide(desk: Desk, *lines: str) -> list[str]:
    """Type lines and see what is said."""
    said: list[str] = []
    assert not Decisions(desk, said.append, KeysAndLines(Typist(*lines))).run()
    return said


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk with several questions, some of them amber by a check of its own."""
    monkeypatch.setitem(gates.WORDING, "amber", "It is amber.")
    monkeypatch.setitem(gates.WORDING, "red", "It is red.")
    return desk_of()


def test_each_key_decides_and_goes_on(desk: Desk) -> None:
    """Keep, refuse with and without a reason, next; the rest stays open."""
    names = [item.id for item in desk.items]
    decide(desk, "a", "r", "", "r", "too easy", "j", "q")
    assert [desk.item(name).state for name in names[:4]] == [
        State.KEPT,
        State.REFUSED,
        State.REFUSED,
        State.OPEN,
    ]
    assert desk.item(names[2]).reason == "too easy"


def test_a_reason_can_stand_behind_the_letter(desk: Desk) -> None:
    """As lines through a pipe would give it."""
    first = desk.items[0].id
    decide(desk, "r too easy", "q")
    assert desk.item(first).reason == "too easy"


def test_undo_goes_back_to_what_it_undoes(desk: Desk) -> None:
    """Refused, undone, refused again: it is the same question; J and K decide nothing."""
    first, second = (item.id for item in desk.items[:2])
    decide(desk, "r", "", "z", "r", "once more", "q")
    assert desk.item(first).reason == "once more"
    assert desk.item(second).state is State.OPEN
    said = decide(desk, "j", "k", "z", "z", "q")
    assert desk.item(first).state is State.OPEN
    assert "Nothing to undo." in said


def test_after_the_last_decision_one_stays_and_can_undo(desk: Desk) -> None:
    """It is said, and every question can still be gone to."""
    many = len(desk.items)
    said = decide(desk, *["a"] * many, "z", "q")
    assert "Every question is decided." in said
    assert desk.counts.kept == many - 1


def test_all_that_are_ready_are_kept_after_a_yes(desk: Desk) -> None:
    """It is said how many; Enter alone keeps none, and one undo opens them again."""
    ready = desk.green_open()
    decide(desk, "A", "", "q")
    assert desk.counts.kept == 0
    decide(desk, "A", "a", "q")
    assert desk.counts.kept == ready
    decide(desk, "z", "q")
    assert desk.counts.kept == 0


def test_the_list_leads_to_any_question(desk: Desk) -> None:
    """A number goes there; the words of that question are shown in their paragraph."""
    third = desk.items[2]
    said = decide(desk, "l", "3", "w", "a", "q")
    assert desk.item(third.id).state is State.KEPT
    assert any(third.question.prompt in line and line.startswith("   3") for line in said)
    evidence = third.question.evidence
    assert evidence is not None
    assert f"    {evidence.quote}" in said


def test_the_window_s_letters_are_the_terminal_s(desk: Desk) -> None:
    """Each of them does something here too, and is in the list that ? shows."""
    shown = {key for keys, _ in key_table() for key in keys.split()}
    assert set(LETTERS) <= shown
    said = decide(desk, *(letter for letter in LETTERS if letter != "o"), "q")
    assert "This key does nothing here. ? shows the keys." not in said
    assert decide(desk, "o", "a") == decide(desk, "q", "a")


def test_an_edit_is_judged_and_shown(desk: Desk) -> None:
    """Enter leaves a text as it is; what no deck could hold is refused in words."""
    first = desk.items[0]
    decide(desk, "e", "Which town has an old bridge?", "", "Berat; Puka", "2022-05", "q")
    changed = desk.item(first.id)
    assert changed.edited
    assert isinstance(changed.question.body, Short)
    assert changed.question.prompt == "Which town has an old bridge?"
    assert changed.question.body.wrong == ("Berat", "Puka")
    assert changed.question.as_of == PartialDate(2022, 5)
    said = decide(desk, "e", "", "", "Velin", "", "q")
    assert "It stands as before." in said
    assert desk.item(first.id) == changed


def test_a_number_that_is_none_is_told(desk: Desk) -> None:
    """The question stands as before."""
    number = next(i.question for i in desk.items if isinstance(i.question.body, Number))
    with pytest.raises(UnfinishedError) as caught:
        edited(number, Typist("", "many", ""))
    assert "many" in describe_trouble(caught.value.troubles[0])
    body = edited(number, Typist("", "1,200", "")).body
    assert isinstance(body, Number)
    assert body.answer == 1200


def test_every_kind_can_be_edited_by_enter_alone(desk: Desk) -> None:
    """Nothing typed, nothing changed."""
    for item in desk.items:
        assert edited(item.question, lambda _prompt: "") == item.question


def test_unknown_keys_and_the_end_of_the_input(desk: Desk) -> None:
    """Said in a line; an input that ends is an end."""
    said = decide(desk, "x", "9", "?", "d", "d", "b")
    assert "This key does nothing here. ? shows the keys." in said
    assert "Nothing is offered under that number." in said
    assert any("keep" in line for line in said)
    assert desk.counts.kept == 0


class Program:
    """`quizapp generate --interactive` at a terminal of its own."""

    def __init__(self, home: Path, *words: str) -> None:
        self._near, far = pty.openpty()
        env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "quizapp", "--home", str(home), "generate", *words],
            stdin=far,
            stdout=far,
            stderr=far,
            env={**env, "TERM": "dumb", "COLUMNS": "90", "LINES": "40"},
            start_new_session=True,
        )
        os.close(far)
        self._said = b""
        self._more = threading.Condition()
        self._ended = False
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def press(self, keys: str) -> None:
        """Press keys, without Enter."""
        os.write(self._near, keys.encode())

    def see(self, words: str, times: int = 1) -> None:
        """Wait until words stand there so many times."""
        with self._more:
            self._more.wait_for(lambda: self._ended or self.text().count(words) >= times, WAIT_S)
            assert self.text().count(words) >= times, self.text()

    def text(self) -> str:
        """All that was printed."""
        return self._said.decode(errors="replace")

    def end(self) -> int:
        """The exit code."""
        code = self.process.wait(WAIT_S)
        self._reader.join()
        os.close(self._near)
        return code

    def _read(self) -> None:
        while not self._ended:
            select.select([self._near], [], [])
            try:
                said = os.read(self._near, 65536)
            except OSError:  # the program has closed its end
                said = b""
            with self._more:
                self._said += said
                self._ended = not said
                self._more.notify_all()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article in a file."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def test_one_key_each_at_a_terminal(tmp_path: Path, article: Path) -> None:
    """Keys need no Enter, an arrow is none, and a draft is resumed to become a deck."""
    home, deck = tmp_path / "home", tmp_path / "out.toml"
    first = Program(home, str(article), "--interactive")
    first.see("? keys: ")
    first.press("a")
    first.see("1 kept")
    first.press("\x1b[A")
    first.press("q")
    assert first.end() == 0
    assert first.text().rstrip().endswith("1 kept")

    second = Program(home, str(article), "--interactive", "-o", str(deck))
    second.see("1 kept")
    second.see("? keys: ")
    second.press("q")
    assert second.end() == 0
    assert "Wrote 1 question" in second.text()
    read = deck_file.read(deck)
    assert read.faults == ()
    assert read.deck is not None
    assert len(read.deck.questions) == 1


def test_ctrl_c_keeps_what_was_decided(tmp_path: Path, article: Path) -> None:
    """It ends without a traceback; no deck is written, and the draft has it all."""
    home, deck = tmp_path / "home", tmp_path / "out.toml"
    program = Program(home, str(article), "--interactive", "-o", str(deck))
    program.see("? keys: ")
    program.press("a")
    program.see("1 kept")
    program.process.send_signal(signal.SIGINT)
    assert program.end() == 130
    assert "Traceback" not in program.text()
    assert not deck.exists()
    again = Program(home, str(article), "--interactive")
    again.see("1 kept")
    again.see("? keys: ")
    again.press("q")
    assert again.end() == 0

"""Edit decks by editor and text editor in turn, on two branches, while somebody studies them.

    python tests/history_of_edits.py [--times 1000] [--home DIR] [--seed N] [--no-git]

Two decks lie in a repository with two branches. Each time one of them is edited: by the program's
editor, by a text editor that knows only lines and saves in place or by renaming, or by both at
once, so that the program must merge. Now and then the other branch is checked out, or merged by
git; what git cannot merge, or merges to what is no deck, our merge does, and the author chooses.
Two questions with one id must be the error that names both lines, and the mend must mend it. In
between the shelf is looked through and cards are answered. In the end every review must be there,
at the question that it was given for, and every comment that no author took out.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from history_desk import Desk, answered, at
from two_editors import Editor, Numbers, TextEditor, fact, notes, questions, save, with_new_id

from quizapp.collection.rebuild import check
from quizapp.content.deck import Deck, Fault, Source
from quizapp.content.deck_editing import DeckText, remove_key
from quizapp.content.deck_file import read_as, write_text
from quizapp.content.deck_merging import Conflict, TheirsUnreadableError, merge
from quizapp.schedule.log import Action
from quizapp.words.faults import describe

DECKS = ("alpha", "beta")
BRANCHES = ("school", "kitchen")
QUESTIONS = 20


class WrongError(Exception):
    """Something that must not happen."""


@dataclass
class History:
    """The decks, the branches, the log, and what is known of them.

    Attributes:
        facts: what each id stands for, once and for ever.
        reviews: answers given, by question.
        counts: what was done how often.
    """

    root: Path
    dice: random.Random
    git: bool
    numbers: Numbers = field(init=False)
    desk: Desk = field(init=False)
    facts: dict[str, str] = field(default_factory=dict)
    reviews: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    branch: str = BRANCHES[0]
    _texts: dict[str, dict[str, str]] = field(default_factory=dict)
    _base: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.numbers = Numbers(self.dice)
        self.desk = Desk(self.root)
        self.desk.decks.mkdir(parents=True)
        for name in DECKS:
            made = [self.numbers.question(self.numbers.id()) for _ in range(QUESTIONS)]
            deck = Deck(name, name, sources=(Source("letter", "A letter"),), questions=tuple(made))
            save(self.path(name), write_text(deck))
        if self.git:
            self.run_git("init", "-q", "-b", BRANCHES[0])
            self.run_git("config", "user.name", "Author")
            self.run_git("config", "user.email", "author@example.org")
            self.run_git("config", "merge.conflictStyle", "merge")
            self.commit("start")
            self.run_git("branch", BRANCHES[1])
        self._base = self.texts()
        self._texts = {branch: self.texts() for branch in BRANCHES}
        self.look()

    # files

    def path(self, deck: str) -> Path:
        """A deck's file."""
        return self.desk.decks / f"{deck}.toml"

    def text(self, deck: str) -> str:
        """What is in it."""
        return self.path(deck).read_bytes().decode()

    def texts(self) -> dict[str, str]:
        """All decks."""
        return {deck: self.text(deck) for deck in DECKS}

    def run_git(self, *words: str) -> tuple[int, str]:
        """Exit code and output of git."""
        done = subprocess.run(
            ["git", *words],
            cwd=self.desk.decks,
            env=os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
            capture_output=True,
            check=False,
        )
        return done.returncode, done.stdout.decode()

    def commit(self, what: str) -> None:
        """Keep the decks on this branch."""
        if self.git:
            self.run_git("add", "-A")
            self.run_git("commit", "-q", "--allow-empty", "-m", what)

    # a student

    def look(self) -> None:
        """The shelf is looked through; each card there is the question's that it always was."""
        self.desk.shelf.rescan()
        for deck in DECKS:
            for place in self.desk.collection.all_cards(deck):
                key, asked = place.state.key, fact(place.question.prompt)
                if self.facts.setdefault(key, asked) != asked:
                    raise WrongError(f"{key} asks for fact {asked}, not {self.facts[key]}")
                if place.state.reviews != self.reviews[key]:
                    raise WrongError(f"{key} has {place.state.reviews} reviews")

    def answer(self) -> None:
        """Some cards are answered."""
        for _ in range(self.dice.randint(1, 4)):
            deck = self.dice.choice(DECKS)
            places = self.desk.collection.all_cards(deck)
            key = self.dice.choice(places).state.key
            self.counts["answers"] += 1
            moment = at(self.counts["answers"])
            self.desk.collection.append(answered(key, moment, deck=deck))
            self.reviews[key] += 1

    # edits

    def edit(self) -> None:
        """One edit, by one of the two or by both at once."""
        deck = self.dice.choice(DECKS)
        before = self.texts()
        dropped, self.numbers.dropped = self.numbers.dropped, set()
        who = self.dice.choice(["editor", "text editor"] * 3 + ["both at once"])
        match who:
            case "editor":
                self._by_editor(deck)
            case "text editor":
                text = TextEditor(self.numbers).edited(before[deck])
                TextEditor(self.numbers).save(self.path(deck), text)
            case _:
                self._by_both(deck)
        self.counts[who] += 1
        self._mend()
        gone = notes("".join(before.values())) - notes("".join(self.texts().values()))
        if lost := gone - self.numbers.dropped:
            raise WrongError(f"comments lost by {who}: {lost}")
        self.numbers.dropped |= dropped
        self.commit(who)

    def _by_editor(self, deck: str) -> None:
        """The other deck is saved first: a moved question is never in neither."""
        other = DECKS[1 - DECKS.index(deck)]
        there = DeckText.of(self.text(other))
        mine, moved = Editor(self.numbers).edited(self.path(deck), self.text(deck), there)
        if moved != there.text:
            save(self.path(other), moved)
        save(self.path(deck), mine)

    def _by_both(self, deck: str) -> None:
        """The file is changed outside while the editor has it open."""
        base = self.text(deck)
        other = DECKS[1 - DECKS.index(deck)]
        there = DeckText.of(self.text(other))
        mine, moved = Editor(self.numbers).edited(self.path(deck), base, there)
        outside = TextEditor(self.numbers)
        outside.save(self.path(deck), outside.edited(base))
        save(self.path(deck), self._merged(deck, base, mine, self.text(deck)))
        if moved != there.text:
            save(self.path(other), moved)

    def _merged(self, deck: str, base: str, mine: str, theirs: str) -> str:
        merged = merge(base, mine, theirs)
        self.counts["merges by us"] += 1
        text = merged.text
        for conflict in merged.conflicts:
            self.counts["conflicts"] += 1
            text = self._chosen(text, conflict)
        wanted = notes(mine) | notes(theirs)
        lost = wanted - notes(text) - (notes(base) - notes(mine)) - (notes(base) - notes(theirs))
        if lost - self.numbers.dropped:
            raise WrongError(f"comments lost by a merge of {deck}: {lost}")
        return text

    def _chosen(self, text: str, conflict: Conflict) -> str:
        """The author looks at both and chooses."""
        choice = self.dice.choice(["theirs", "mine", "both"])
        cut = DeckText.of(text)
        if conflict.kind != "question" or choice == "theirs":
            self.numbers.dropped |= notes(conflict.mine) - notes(conflict.theirs)
        elif choice == "both" and conflict.mine and conflict.theirs:
            block = with_new_id(self.numbers.copy(conflict.mine), self.numbers.id())
            cut = cut.add_block(block, cut.ids.index(conflict.id))
            self.numbers.dropped |= notes(conflict.mine) - notes(conflict.theirs)
        elif not conflict.theirs:
            cut = cut.add_block(conflict.mine)
        elif conflict.mine:
            self.numbers.dropped |= notes(conflict.theirs) - notes(conflict.mine)
            cut = cut.with_block(cut.ids.index(conflict.id), conflict.mine)
        else:
            self.numbers.dropped |= notes(conflict.theirs)
            cut = cut.remove_questions([cut.ids.index(conflict.id)])
        return cut.text

    # two questions with one id

    def _mend(self) -> None:
        """What the program and the author do after an edit: mend ids twice, give those missing."""
        for deck in DECKS:
            while fault := self._twice(deck):
                self._mend_one(deck, fault)
        first, second = (DeckText.of(self.text(deck)) for deck in DECKS)
        for name in set(first.ids) & set(second.ids) - {""}:
            second = second.remove_key(second.ids.index(name), ("id",))
            self.counts["ids in two decks, mended"] += 1
        if second.text != self.text(DECKS[1]):
            save(self.path(DECKS[1]), second.text)
        for deck in DECKS:
            if "" in DeckText.of(self.text(deck)).ids:
                self.counts["ids given"] += self.desk.shelf.give_ids(deck)
            for question in questions(self.path(deck), self.text(deck)):
                asked = fact(question.prompt)
                if self.facts.setdefault(str(question.id), asked) != asked:
                    raise WrongError(f"{question.id} asks for fact {asked}")

    def _twice(self, deck: str) -> Fault | None:
        read = read_as(self.path(deck), self.text(deck))
        if read.deck is None:
            raise WrongError(f"{deck} is no deck: {read.faults}")
        if {fault.code for fault in read.faults} - {"id-twice"}:
            raise WrongError(f"{deck} has faults: {read.faults}")
        return read.faults[0] if read.faults else None

    def _mend_one(self, deck: str, fault: Fault) -> None:
        """The error names both lines and the mend; the mend is done to the later one."""
        text = self.text(deck)
        lines = text.split("\n")
        told = dict(fault.facts)
        said = describe(fault)
        for line in (told["first"], told["second"]):
            if line not in said or not lines[int(line) - 1].startswith(("id =", "[[question]]")):
                raise WrongError(f"the error names no question's line: {said}")
        later = sum("[[question]]" in line[:13] for line in lines[: int(told["second"])]) - 1
        if DeckText.of(text).ids[later] != told["id"]:
            raise WrongError(f"the error names the wrong question: {said}")
        TextEditor(self.numbers).save(self.path(deck), remove_key(text, later, ("id",)))
        self.counts["ids twice, mended"] += 1

    # branches

    def switch(self) -> None:
        """The other branch is checked out."""
        self._texts[self.branch] = self.texts()
        self.branch = BRANCHES[1 - BRANCHES.index(self.branch)]
        if self.git:
            self.run_git("checkout", "-q", self.branch)
        else:
            for deck, text in self._texts[self.branch].items():
                TextEditor(self.numbers).save(self.path(deck), text)
        if self.texts() != self._texts[self.branch]:
            raise WrongError("a branch is not what it was")
        self.counts["branches checked out"] += 1

    def join(self) -> None:
        """The other branch is merged into this one, and this into the other."""
        other = BRANCHES[1 - BRANCHES.index(self.branch)]
        mine, theirs = self.texts(), self._texts[other]
        if not self._joined_by_git(other):
            for deck in DECKS:
                save(
                    self.path(deck), self._merged(deck, self._base[deck], mine[deck], theirs[deck])
                )
        self._mend()
        self.commit("merged")
        wanted = notes("".join([*mine.values(), *theirs.values()])) - self.numbers.dropped
        if lost := wanted - notes("".join(self.texts().values())):
            raise WrongError(f"comments lost by a merge: {lost}")
        if self.git:
            self.run_git("checkout", "-q", other)
            self.run_git("merge", "-q", "--ff-only", self.branch)
            self.run_git("checkout", "-q", self.branch)
        self._base = self.texts()
        self._texts = {branch: self.texts() for branch in BRANCHES}

    def _joined_by_git(self, other: str) -> bool:
        """Whether git merged all, to decks that can be read; else nothing is merged yet."""
        if not self.git:
            return False
        before = self.texts()
        code, _ = self.run_git("merge", "-q", "--no-commit", "--no-ff", other)
        good = code == 0
        for deck in DECKS:
            try:
                self._twice(deck)
            except WrongError:
                # The marks of a conflict, or two lines that may not stand in one block.
                good = False
                if code == 0:
                    self.counts["git made no deck"] += 1
        if good:
            self.counts["merges by git"] += 1
            return True
        for deck in DECKS:
            try:
                merge(before[deck], before[deck] + "\n", self.text(deck))
            except TheirsUnreadableError:
                self.counts["files with marks of a merge, refused"] += 1
            self.path(deck).write_bytes(before[deck].encode())
        return False

    # the end

    def close(self) -> None:
        """Everything is where it belongs, on the joined branches."""
        self.join()
        self.look()
        logged = Counter(
            row.card for row in self.desk.collection.log_rows() if row.action is Action.ANSWER
        )
        if logged != self.reviews:
            raise WrongError("reviews are lost, or were given to another question")
        if differences := check(self.desk.database):
            raise WrongError(f"the cache differs from the log: {differences[:2]}")
        if (
            lost := self.numbers.written
            - self.numbers.dropped
            - notes("".join(self.texts().values()))
        ):
            raise WrongError(f"comments are lost: {lost}")
        self.desk.close()


def run(root: Path, times: int, seed: int, *, git: bool) -> History:
    """Edit as often as told.

    Raises:
        WrongError: at the first thing wrong.
    """
    history = History(root, random.Random(seed), git)
    for n in range(times):
        history.edit()
        if n % 3 == 2:
            history.look()
            history.answer()
        if n % 5 == 4:
            history.switch()
        if n % 13 == 12:
            history.join()
    history.close()
    return history


def main() -> int:
    """Run it and print its figures; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-git", action="store_true")
    told = parser.parse_args()
    git = not told.no_git and shutil.which("git") is not None
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            history = run(told.home or Path(folder) / "home", told.times, told.seed, git=git)
        except WrongError as wrong:
            print(f"WRONG  {wrong}")
            return 1
    print("branches by git" if git else "branches without git")
    print(f"edited {told.times} times in {time.monotonic() - started:.0f} s")
    for what, count in sorted(history.counts.items()):
        print(f"{count:6} {what}")
    living = len(history.numbers.written - history.numbers.dropped)
    print(f"{living:6} comments there, of {len(history.numbers.written)}; all others taken out")
    print(f"{len(history.reviews):6} questions answered, every review at its own")
    return 0


if __name__ == "__main__":
    sys.exit(main())

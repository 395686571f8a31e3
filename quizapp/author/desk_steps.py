"""Steps on the desk: each can be undone and done again, to the very text that was there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.author.desk_entry import Base, Entry
from quizapp.author.desk_state import NOTHING, Laid, State, Thing
from quizapp.author.desk_typing import Typing
from quizapp.author.fields import Facts
from quizapp.author.told import Changed, Step

_PART = "#"


@dataclass(frozen=True, slots=True)
class Splice:
    """A run of tokens that takes the place of another.

    Attributes:
        start: where it stands.
        removed: what stood there.
        inserted: what stands there now.
        left: what stands before it, "" at the beginning.
    """

    start: int
    removed: tuple[str, ...]
    inserted: tuple[str, ...]
    left: str

    def back(self) -> Splice:
        """The way back."""
        return Splice(self.start, self.inserted, self.removed, self.left)

    def without(self, tokens: Collection[str]) -> Splice | None:
        """The splice that leaves some tokens where they are; None where nothing is left of it."""
        removed = tuple(token for token in self.removed if token not in tokens)
        inserted = tuple(token for token in self.inserted if token not in tokens)
        if not removed and not inserted:
            return None
        return Splice(self.start, removed, inserted, self.left)


def splice_between(before: Sequence[str], after: Sequence[str]) -> Splice | None:
    """The one run in which two orders differ; None where they are the same."""
    if before == after:
        return None
    most = min(len(before), len(after))
    start = next((i for i in range(most) if before[i] != after[i]), most)
    behind = next(
        (i for i in range(most - start) if before[-1 - i] != after[-1 - i]), most - start
    )
    left = before[start - 1] if start else ""
    return Splice(
        start,
        tuple(before[start : len(before) - behind]),
        tuple(after[start : len(after) - behind]),
        left,
    )


def spliced(order: Sequence[str], splice: Splice, there: Collection[str]) -> list[str]:
    """An order with a splice in it; one that was changed outside meanwhile is met half-way.

    Args:
        order: as it is.
        splice: what to do.
        there: the tokens that stand for something.
    """
    end = splice.start + len(splice.removed)
    inserted = [token for token in splice.inserted if token in there]
    if tuple(order[splice.start : end]) == splice.removed:
        elsewhere = {*order[: splice.start], *order[end:]}
        inserted = [token for token in inserted if token not in elsewhere]
        return [*order[: splice.start], *inserted, *order[end:]]
    gone = {*splice.removed, *inserted}
    left = [token for token in order if token not in gone]
    at = left.index(splice.left) + 1 if splice.left in left else min(splice.start, len(left))
    return [*left[:at], *inserted, *left[at:]]


@dataclass(slots=True)
class Done:
    """A step with what it changed.

    Attributes:
        step: what it is called.
        before: what each token stood for, None where there was nothing, and what the file held
            in its place.
        after: what it stands for since, likewise.
        splice: how the order changed.
        typing: the letter that was typed last, while that goes on.
    """

    step: Step
    before: dict[str, Laid]
    after: dict[str, Laid]
    splice: Splice | None = None
    typing: Typing | None = None

    def chose(self, tokens: Collection[str]) -> bool:
        """Whether a side of one of these was chosen."""
        return any(
            (held := self.before.get(token, NOTHING)[1]) is not None
            and (after := self.after.get(token, NOTHING))[0] is not None
            and after[1] is not held
            for token in tokens
        )


@dataclass(slots=True)
class Steps:
    """What was done and what was undone, newest last."""

    past: list[Done] = field(default_factory=list)
    future: list[Done] = field(default_factory=list)

    def do(
        self,
        state: State,
        step: Step,
        things: Mapping[str, Thing | None],
        order: Sequence[str] | None = None,
        typing: Typing | None = None,
        settled: Collection[str] = (),
    ) -> Changed:
        """Make a step.

        Args:
            state: the desk.
            step: what it is called.
            things: what tokens stand for from now on, None where they are gone.
            order: the new order; None where it stays.
            typing: the letter; where it goes on with the one before, it makes that step longer.
            settled: tokens of which the author chose a side.
        """
        held = {token: one for token, one in state.held.items() if token not in settled}
        laid = {token: (thing, held.get(token)) for token, thing in things.items()}
        last = self.past[-1] if self.past else None
        splice = None if order is None else splice_between(state.order, order)
        if typing and last is not None and typing.goes_on(last.typing) and not self.future:
            last.after.update(laid)
            last.typing = typing
            done = Done(step, {}, laid)
        else:
            before = {token: state.laid(token) for token in things}
            done = Done(step, before, laid, splice, typing)
            self.past.append(done)
            self.future.clear()
        return _put(state, done.after, splice)

    def undo(self, state: State) -> Changed:
        """Take the last step back."""
        if not self.past:
            return Changed()
        done = self.past.pop()
        done.typing = None
        self.future.append(done)
        return _put(state, done.before, done.splice.back() if done.splice else None)

    def redo(self, state: State) -> Changed:
        """Do the step again that was taken back."""
        if not self.future:
            return Changed()
        done = self.future.pop()
        self.past.append(done)
        return _put(state, done.after, done.splice)

    def end_typing(self) -> None:
        """What is typed from now on is another step."""
        if self.past:
            self.past[-1].typing = None

    def renew(self, token: str, old: Thing, new: Thing) -> None:
        """Put the same thing in other words in all steps that speak of it."""
        for done in (*self.past, *self.future):
            for laid in (done.before, done.after):
                if token in laid and laid[token][0] is old:
                    laid[token] = new, laid[token][1]

    def rebase(self, token: str, old: Base, new: Base) -> None:
        """Put all that a question was over a block with other remarks, so that none is undone."""
        for done in (*self.past, *self.future):
            for laid in (done.before, done.after):
                thing, held = laid.get(token, NOTHING)
                if isinstance(thing, Entry) and thing.base is old:
                    laid[token] = thing.rebased(new), held

    def forget(self, tokens: Collection[str]) -> None:
        """Leave tokens out of all steps: they were changed outside, and must not be lost.

        A side that was chosen of one of them stays chosen: the file holds a newer one now.
        """
        if not tokens:
            return
        self.past = [done for done in self.past if not done.chose(tokens)]
        last = max((at for at, done in enumerate(self.future) if done.chose(tokens)), default=-1)
        del self.future[: last + 1]  # what was done after it cannot be done again either
        for steps in (self.past, self.future):
            for done in steps:
                for token in tokens:
                    done.before.pop(token, None)
                    done.after.pop(token, None)
                if done.splice is not None:
                    done.splice = done.splice.without(tokens)
            steps[:] = [done for done in steps if done.after or done.splice]


def _put(state: State, things: Mapping[str, Laid], splice: Splice | None) -> Changed:
    for token, laid in things.items():
        state.lay(token, laid)
    if splice is not None:
        state.order = spliced(state.order, splice, state.things)
    keys = frozenset(token for token in things if token[0] != _PART)
    standing = [token for token in things if token in state.things and token[0] != _PART]
    show = standing[0] if standing else ""
    if not show and splice is not None and splice.left and splice.left[0] != _PART:
        show = splice.left if splice.left in state.things else ""
    elif splice is not None and standing:
        show = next((token for token in state.order if token in things), show)
    head = any(token[0] == _PART for token in things)
    return Changed(keys, order=splice is not None, head=head, show=show)


def step(code: str, **facts: str) -> Step:
    """A step by its name and the values that its wording names."""
    told: Facts = tuple(facts.items())
    return Step(code, told)

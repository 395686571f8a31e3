"""What a save brings home: what came from outside, laid beside what was typed meanwhile."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizapp.author.desk_entry import Base, Entry
from quizapp.author.desk_saving import Outcome, Snapshot, name_of
from quizapp.author.desk_state import Held, Laid, Part, State, Thing
from quizapp.content.deck_merging_values import says_the_same

_HEAD = re.compile(r"^[ \t]*\[[ \t]*[\"']?deck[\"']?[ \t]*\]", re.MULTILINE)
_PART = "#"
_NOTHING: Laid = (None, None)


@dataclass(slots=True)
class TakenIn:
    """What taking an outcome in did to the desk.

    Attributes:
        merged: questions that came, went or changed outside.
        held: tokens that were changed in both places.
        ended: whether the file says by itself what is here of something that was to be chosen.
        tokens: all that stands for something else now.
        rebased: questions of which only remarks changed outside: the block before and now.
        order: whether the order changed.
    """

    merged: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    ended: bool = False
    tokens: set[str] = field(default_factory=set)
    rebased: dict[str, tuple[Base, Base]] = field(default_factory=dict)
    order: bool = False


def take_in(state: State, snapshot: Snapshot, outcome: Outcome) -> TakenIn:
    """Put on the desk what came from outside; what was changed here too stays beside it.

    Args:
        state: the desk as it is now; changed.
        snapshot: the desk as it was when the save began.
        outcome: of that save.
    """
    taken = TakenIn()
    state.written.update(outcome.written)
    if outcome.found is not None:
        _Home(state, snapshot, outcome, taken).take()
    return taken


class _Home:
    """One taking in."""

    def __init__(self, state: State, snapshot: Snapshot, outcome: Outcome, taken: TakenIn) -> None:
        self._state = state
        self._then = snapshot.state
        self._sent = outcome.sent
        self._found = outcome.found or State()
        self._both = {name_of(conflict) for conflict in outcome.conflicts}
        self._taken = taken

    def take(self) -> None:
        tokens = self._tokens()
        for token, name in tokens.items():
            self._meet(name, self._found.things[token])
        order = list(tokens.values())
        there = set(order)
        for token in self._sent:
            if token not in there:
                self._gone(token)
        self._put_in_order(order)

    def _tokens(self) -> dict[str, str]:
        """The desk's own token of each that was found."""
        named: dict[str, str] = {}
        free = [token for token, _part in self._then.parts()]
        for token, part in self._found.parts():
            same = [t for t in free if self._sent.get(t, "").rstrip() == part.text.rstrip()]
            if same:
                named[token] = same[0]
                free.remove(same[0])
        for token, part in self._found.parts():
            if token in named:
                continue
            like = [t for t in free if part_name(self._then.part(t)) == part_name(part) != ""]
            named[token] = like[0] if like else self._state.new_token()
            if like:
                free.remove(like[0])
        return {token: named.get(token, token) for token in self._found.order}

    def _meet(self, token: str, found: Thing) -> None:
        """Take a block in as it stands in the file now."""
        text = found.text if isinstance(found, Part) else found.base.text if found.base else ""
        sent, now = self._sent.get(token), self._state.things.get(token)
        then = self._then.things.get(token)
        both = self._name(token, found) in self._both
        if sent is not None and sent.rstrip() == text.rstrip() and not both:
            if sent != text and now is then:
                self._rebase(token, found)
            return
        if sent is not None and not both and self._remarked(token, found, sent, text):
            return
        new = then is None or sent is None
        if now is None and new and not both:
            self._take(token, found)
        elif now is None:
            self._put_back(token, found, text)
        elif token in self._state.held:
            self._hold_newer(token, found, text)
        elif new or both or now is not then or (isinstance(now, Entry) and now.unfinished):
            self._hold(token, text)
        else:
            self._take(token, found)

    def _remarked(self, token: str, found: Thing, sent: str, text: str) -> bool:
        """Take new remarks in below what is typed; whether nothing but remarks changed."""
        now = self._state.things.get(token)
        if not isinstance(now, Entry) or not isinstance(found, Entry):
            return False
        old, new = now.base, found.base
        if old is None or new is None or token in self._state.held:
            return False
        if old.question is None or not says_the_same(sent, text):
            return False
        self._state.things[token] = now.rebased(new)
        self._taken.rebased[token] = old, new
        return True

    def _name(self, token: str, found: Thing) -> str:
        return part_name(found) if isinstance(found, Part) else token

    def _take(self, token: str, found: Thing) -> None:
        self._state.lay(token, (found, None))
        self._taken.tokens.add(token)
        if token[0] != _PART:
            self._taken.merged.add(token)

    def _put_back(self, token: str, found: Thing, text: str) -> None:
        """Deleted here and changed outside: it stands on the desk until its author chooses."""
        self._state.things[token] = found
        self._hold(token, text, back=True)

    def _hold(self, token: str, text: str, *, back: bool = False) -> None:
        self._state.held[token] = Held(text, back)
        self._taken.held.add(token)
        self._taken.tokens.add(token)

    def _hold_newer(self, token: str, found: Thing, text: str) -> None:
        """What is still to be chosen was changed outside once more, or back."""
        now = self._state.things[token]
        if self._state.held[token].back:
            self._put_back(token, found, text)
        elif not _unfinished(now) and text.strip() == self._state.own_text(token).strip():
            self._taken.ended = True  # it says the same as here now
            self._take(token, found)
        elif isinstance(now, Entry) and now.base and text.strip() == now.base.text.strip():
            self._taken.ended = True  # it says what it said before it was changed here
            self._state.lay(token, (now, None))
            self._taken.tokens.add(token)
        else:
            self._hold(token, text)

    def _rebase(self, token: str, found: Thing) -> None:
        """The same words with other blank lines around them."""
        now = self._state.things[token]
        if isinstance(now, Entry) and isinstance(found, Entry):
            if now.base is None or now.made is None:
                base = found.base
            else:
                base = Base(found.base.text if found.base else "", last=now.base.last)
            self._state.things[token] = now.on(base)
        elif isinstance(now, Part) and isinstance(found, Part):
            self._state.things[token] = Part(now.kind, found.text, now.content)

    def _gone(self, token: str) -> None:
        """A block that stood in the file and does not any more."""
        now, then = self._state.things.get(token), self._then.things.get(token)
        if now is None:
            return
        held = self._state.held.get(token)
        if held is not None and not held.back:
            self._hold(token, "")
        elif token[0] == _PART:
            if now is then:
                self._state.lay(token, _NOTHING)
                self._taken.tokens.add(token)
        elif held is None and (token in self._both or now is not then or _unfinished(now)):
            self._hold(token, "")
        else:
            self._state.lay(token, _NOTHING)
            self._taken.tokens.add(token)
            self._taken.merged.add(token)

    def _put_in_order(self, found: Sequence[str]) -> None:
        """The order of the file, with what is only on the desk behind what it stood behind."""
        state, before = self._state, [*self._state.order]
        if list(found) == [token for token in self._then.order if token in self._sent]:
            state.order = [token for token in before if token in state.things]
            missing = [token for token in found if token in state.things]
            if set(missing) <= set(state.order):
                self._taken.order = state.order != before
                return
        order = [token for token in found if token in state.things]
        there, above = set(order), ""
        for token in before:
            if token in state.things and token not in there:
                order.insert(order.index(above) + 1 if above else 0, token)
                there.add(token)
            if token in there:
                above = token
        state.order = order
        self._taken.order = order != before


def _unfinished(thing: Thing) -> bool:
    return isinstance(thing, Entry) and thing.unfinished


def part_name(thing: Thing) -> str:
    """What a part is called where two versions of a deck are laid side by side."""
    if not isinstance(thing, Part):
        return ""
    if thing.kind:
        blocks = tomllib.loads(thing.text).get(thing.kind, [])
        return f"{thing.kind}:{blocks[0].get('id', '')}" if blocks else thing.kind
    return "deck" if _HEAD.search(thing.text) else ""


def head_of(state: State) -> str | None:
    """The token of the part that holds the deck's own fields; None where there is none."""
    return next((token for token, part in state.parts() if _HEAD.search(part.text)), None)


def source_of(state: State, source_id: str) -> str | None:
    """The token of a source; None where there is none."""
    name = f"source:{source_id}"
    return next((token for token, part in state.parts() if part_name(part) == name), None)

"""Laws of the desk: undo leads to the start, a draft comes back, two writers lose nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from drafting import TEXT, Clock, Writers, article, desk, drafts, ids
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import bodies, partial_dates, texts

from quizapp.content.question import Body, PartialDate
from quizapp.generate.article import Span
from quizapp.generate.candidate import Candidate, FactKind, Origin
from quizapp.generate.desk import Desk, State
from quizapp.generate.draft_file import parse
from quizapp.generate.draft_json import step_of, step_to_json
from quizapp.generate.draft_steps import Code, Log, Record, Step

Deed = tuple[str, int, object]
"""What is done, to the how manieth question, and with what."""

_places = st.integers(0, 10)
deeds: st.SearchStrategy[Deed] = st.one_of(
    st.tuples(st.sampled_from(["keep", "reopen", "keep-green", "red"]), _places, st.none()),
    st.tuples(st.just("refuse"), _places, st.sampled_from(["", "no", "too easy"])),
    st.tuples(st.just("edit"), _places, bodies),
    st.tuples(st.just("ask"), _places, st.sampled_from(["Korça", "the mill", "Duka", "1894"])),
    st.tuples(st.just("date"), _places, st.none() | partial_dates),
    st.tuples(st.just("tell"), _places, texts),
)


def do(table: Desk, deed: Deed) -> None:
    """Do one thing at the desk."""
    what, place, value = deed
    shown = ids(table)
    name = shown[place % len(shown)]
    match what, value:
        case "keep", _:
            table.keep(name)
        case "reopen", _:
            table.reopen(name)
        case "keep-green", _:
            table.keep_green()
        case "red", _:
            table.show_red = not table.show_red
        case "refuse", str(reason):
            table.refuse(name, reason)
        case "ask", str(words):
            at = TEXT.index(words)
            table.ask(Span(at, at + len(words)))
        case "date", None | PartialDate():
            table.set_details(published=value)
        case "tell", str(publisher):
            table.set_details(publisher=publisher)
        case _:
            body: Body = value  # type: ignore[assignment]
            table.edit(name, replace(table.item(name).question, body=body))


@given(done=st.lists(deeds, max_size=12))
def test_undo_leads_back_to_the_start(done: Sequence[Deed]) -> None:
    """Whatever was decided, taking all of it back gives the desk as it was laid out."""
    table = desk()
    start, told = table._items, table.article
    for deed in done:
        do(table, deed)
    while table.undo() is not None:
        pass
    assert table._items == start
    assert table.article == told


@given(done=st.lists(deeds, max_size=8), undos=st.integers(0, 3))
@settings(max_examples=60)
def test_a_draft_comes_back_as_it_was_left(done: Sequence[Deed], undos: int) -> None:
    """Opened again, every question, decision and detail is there, and undo goes on."""
    with tempfile.TemporaryDirectory() as home:
        writers = Writers()
        table = drafts(Path(home), writers=writers).open(article())
        for deed in done:
            do(table, deed)
        for _ in range(undos):
            table.undo()
        again = drafts(Path(home), writers=writers).open(article())
        assert again._items == table._items
        assert again.article == table.article
        assert again.undo() == table.undo()
        assert again._items == table._items


_changed = st.tuples(st.booleans(), deeds)


@given(done=st.lists(_changed, max_size=8))
@settings(max_examples=60)
def test_two_windows_lose_nothing_of_one_another(done: Sequence[tuple[bool, Deed]]) -> None:
    """In the end both have every step of both, and both see the same questions."""
    with tempfile.TemporaryDirectory() as home:
        writers, clock = Writers(), Clock()
        one = drafts(Path(home), writers=writers, clock=clock).open(article())
        two = drafts(Path(home), writers=writers, clock=clock).open(article())
        steps = 0
        for first, deed in done:
            table = one if first else two
            before = len(table._log.steps)
            clock.now += 5
            table.write()
            seen = len(table._log.steps)
            do(table, deed)
            steps += len(table._log.steps) - seen
            assert before <= seen
        one.write()
        two.write()
        one.write()
        assert len(one._log.steps) == steps
        assert one._log == two._log
        assert one._items == two._items


_names = st.sampled_from(["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"])
_candidates = st.builds(
    lambda body, words, score: Candidate(
        replace(desk().items[0].question, body=body),
        Span(1, 9),
        FactKind.TIME,
        (Origin.NEAR, Origin.AUTHOR),
        ((words, Origin.TABLE),),
        score=score,
    ),
    bodies,
    texts,
    st.floats(allow_nan=False, allow_infinity=False),
)
_records = st.builds(
    lambda name, candidate, state, reason, edited: Record(
        replace(candidate, question=replace(candidate.question, id=name)), state, reason, edited
    ),
    _names,
    _candidates,
    st.sampled_from(State),
    st.just("") | texts,
    st.booleans(),
)
_told = st.sampled_from([(), (("published", None),), (("published", PartialDate(2020, 2)),)])
_steps = st.builds(
    Step,
    st.integers(0, 9),
    st.sampled_from(["a", "b"]),
    st.integers(1, 4),
    st.sampled_from(Code),
    st.lists(_records, max_size=2).map(tuple),
    _told,
)


def _log(steps: Sequence[Step], undone: int) -> Log:
    whole = Log().merged(Log(tuple(steps)))
    for _ in range(undone):
        whole = whole.without_last()[0]
    return whole


@given(step=_steps)
def test_a_step_comes_back_from_its_values(step: Step) -> None:
    """All kinds, all states, all details."""
    assert step_of(step_to_json(step)) == step


@given(data=st.data())
@settings(max_examples=50)
def test_merging_is_a_union(data: st.DataObject) -> None:
    """In any order, any number of times; what was taken back stays taken back."""
    every = {step.key: step for step in data.draw(st.lists(_steps, max_size=8))}
    some = st.lists(st.sampled_from(list(every.values())), max_size=6) if every else st.just([])
    one, two, three = (_log(data.draw(some), data.draw(st.integers(0, 2))) for _ in range(3))
    assert one.merged(two) == two.merged(one)
    assert one.merged(one) == one
    assert one.merged(two).merged(three) == one.merged(two.merged(three))
    merged = one.merged(two)
    assert {step.key for step in merged.steps} == {s.key for s in (*one.steps, *two.steps)}
    assert not {step.key for step in merged.live} & (one.undone | two.undone)


@given(cut=st.integers(0, 6000), junk=st.binary(max_size=40))
@example(cut=824, junk=b" ")  # in the name of the steps
@settings(max_examples=150)
def test_a_damaged_draft_raises_nothing_and_gives_what_is_whole(cut: int, junk: bytes) -> None:
    """A file broken off or overwritten anywhere gives each step whose line stands."""
    data = _LEFT
    cut %= len(data)
    for damaged in (data[:cut], data[:cut] + junk, data[:cut] + junk + data[cut + len(junk) :]):
        found = parse(damaged, Path("x.json"))
        whole = set(data.splitlines()) & set(damaged.splitlines())
        assert len(found.log.steps) >= sum(b'"did"' in line for line in whole)
        assert found.whole or damaged != data


def _left() -> bytes:
    with tempfile.TemporaryDirectory() as home:
        table = drafts(Path(home)).open(article())
        for name in ids(table)[:4]:
            table.keep(name)
        table.undo()
        return next((Path(home) / "drafts").iterdir()).read_bytes()


_LEFT = _left()

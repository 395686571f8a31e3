"""Our step of memory and count of days agree with Anki's own engine on real-looking histories."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import fsrs_rs_python as engine
import pytest

from quizapp.schedule.card import CardState
from quizapp.schedule.day import study_day
from quizapp.schedule.fold import fold
from quizapp.schedule.log import Action, Answer, Moment, Rating, Row
from quizapp.schedule.memory import (
    DEFAULT_WEIGHTS,
    Memory,
    Weights,
    interval_days,
    next_memory,
    retrievability,
)

HISTORIES_A_ZONE = 400
ZONES = (
    "Europe/Berlin",  # an hour of summer time
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of summer time
    "Asia/Kathmandu",  # a quarter-hour offset
    "Pacific/Kiritimati",  # the first day of all
    "America/St_Johns",
)
RELATIVE_STABILITY, ABSOLUTE_DIFFICULTY = 2e-5, 2e-5
OTHER_WEIGHTS = tuple(
    w * factor
    for w, factor in zip(
        DEFAULT_WEIGHTS,
        (1.5, 1.2, 0.8, 1.1, 1.05, 0.9, 0.9, 20, 1, 1, 1, 1, 1, 1, 1, 1.2, 0.9, 1, 1, 1, 1.3),
        strict=True,
    )
)


def instants(dice: random.Random, zone: ZoneInfo) -> Iterator[datetime]:
    """Instants of one card's answers: some minutes apart, some around 04:00, some days or years.

    Half of them start in the weeks when clocks change.
    """
    month = dice.choice((3, 4, 10, 11, dice.randint(1, 12)))
    year, day, hour = dice.randint(1999, 2030), dice.randint(1, 28), dice.randint(0, 23)
    now = datetime(year, month, day, hour, 59, tzinfo=zone).astimezone(UTC)
    for _ in range(dice.randint(1, 25)):
        yield now
        now += dice.choice(
            (
                timedelta(minutes=dice.randint(1, 15)),
                timedelta(hours=dice.randint(1, 30)),
                timedelta(days=dice.randint(1, 20), minutes=dice.randint(-300, 300)),
                timedelta(days=dice.randint(10, 900)),
            )
        )


def local_study_date(instant: datetime, zone: ZoneInfo) -> date:
    """The study day by the wall clock, told without our arithmetic."""
    local = instant.astimezone(zone)
    return local.date() - timedelta(days=1) if local.hour < 4 else local.date()


def answer_row(n: int, instant: datetime, zone: ZoneInfo, rating: Rating) -> Row:
    """An answer that is no matter of luck."""
    utc_ms = round(instant.timestamp() * 1000)
    offset = instant.astimezone(zone).utcoffset() or timedelta()
    offset_min = round(offset.total_seconds() / 60)
    moment = Moment(utc_ms, offset_min, study_day(utc_ms, offset_min))
    answer = Answer(
        content_hash="h",
        form="type",
        shown=(),
        given=(),
        reason="exact",
        right=rating != Rating.AGAIN,
        score=1.0,
        overruled=False,
        hinted=False,
        guessed=False,
        choices=0,
        seconds=5.0,
        proposed=rating,
        rating=rating,
        step=-1,
        predicted=None,
        parameter_set="",
        marking_version=1,
        mapping_version=1,
        due_day=moment.day + 1,
        due_ms=0,
        next_step=-1,
    )
    return Row(f"r{n}", "here", n, utc_ms, moment, Action.ANSWER, card="c", answer=answer)


@pytest.mark.parametrize("w", [DEFAULT_WEIGHTS, OTHER_WEIGHTS], ids=["defaults", "others"])
@pytest.mark.parametrize("zone_name", ZONES)
def test_folded_histories_agree_with_the_engine(zone_name: str, w: Weights) -> None:
    """Stability agrees within 2e-5 relative and difficulty within 2e-5 on 400 histories."""
    zone, dice = ZoneInfo(zone_name), random.Random(f"{zone_name}{w[0]}")
    fsrs = engine.FSRS(list(w))
    for _ in range(HISTORIES_A_ZONE):
        rows, reviews, last = [], [], None
        for n, instant in enumerate(instants(dice, zone)):
            rating = Rating(dice.choices((1, 2, 3, 4), (4, 1, 6, 1))[0])
            rows.append(answer_row(n, instant, zone, rating))
            day = local_study_date(instant, zone)
            reviews.append(engine.FSRSReview(int(rating), (day - last).days if last else 0))
            last = day
        theirs = fsrs.memory_state(engine.FSRSItem(reviews))
        ours: CardState = fold("c", rows, w)
        assert ours.stability == pytest.approx(theirs.stability, rel=RELATIVE_STABILITY, abs=0)
        assert ours.difficulty == pytest.approx(theirs.difficulty, rel=0, abs=ABSOLUTE_DIFFICULTY)


def test_default_weights_are_the_engine_s() -> None:
    """The 21 defaults are those of the reference engine, to 32 bits."""
    assert pytest.approx(engine.DEFAULT_PARAMETERS, rel=1e-6) == list(DEFAULT_WEIGHTS)


@pytest.mark.parametrize("retention", [0.7, 0.8, 0.9, 0.95])
@pytest.mark.parametrize("stability", [0.2, 2.3, 17.0, 250.0])
def test_intervals_agree_with_the_engine(stability: float, retention: float) -> None:
    """The interval before rounding is the engine's, and recall has then fallen to the wanted."""
    fsrs = engine.FSRS(list(DEFAULT_WEIGHTS))
    memory = engine.MemoryState(stability, 5.0)
    theirs = fsrs.next_states(memory, retention, 3).good
    after = next_memory(Memory(stability, 5.0), Rating.GOOD, 3, DEFAULT_WEIGHTS)
    ours = interval_days(after.stability, retention, DEFAULT_WEIGHTS)
    assert ours == pytest.approx(theirs.interval, rel=1e-4)
    recall = retrievability(after.stability, ours, DEFAULT_WEIGHTS)
    assert recall == pytest.approx(retention, abs=1e-9)

"""Days in words."""

from __future__ import annotations

from datetime import date

import pytest

from quizapp.words.days import about, greeting, long_day, next_time

TUESDAY = date(2026, 11, 24).toordinal()


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (0, "Good evening"),
        (3, "Good evening"),
        (4, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (17, "Good afternoon"),
        (18, "Good evening"),
        (23, "Good evening"),
    ],
)
def test_the_greeting_follows_the_hour(hour: int, words: str) -> None:
    """The night belongs to the evening before, as the study day does."""
    assert greeting(hour) == words


def test_a_day_is_written_out() -> None:
    """Weekday, day and month."""
    assert long_day(TUESDAY) == "Tuesday 24 November"


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (-1, "today"),
        (0, "today"),
        (1, "tomorrow"),
        (3, "on Friday"),
        (6, "on Monday"),
        (7, "on 1 December"),
        (38, "on 1 January 2027"),
    ],
)
def test_a_coming_day_is_said_as_one_would_say_it(ahead: int, words: str) -> None:
    """By its weekday within a week, by its date later, with its year when that is another."""
    assert next_time(TUESDAY + ahead, TUESDAY) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0.1, "about 1 minute"), (1.4, "about 1 minute"), (7.2, "about 7 minutes")],
)
def test_a_length_of_study_is_in_whole_minutes(minutes: float, words: str) -> None:
    """One at least."""
    assert about(minutes) == words

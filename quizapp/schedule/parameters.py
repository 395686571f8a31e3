"""The memory parameters and the desired retention in force, read from the log's rows."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable

from quizapp.schedule.log import Action, Row
from quizapp.schedule.memory import DEFAULT_WEIGHTS, Weights
from quizapp.schedule.store import Parameters

DEFAULT_RETENTION = 0.9
LOWEST_RETENTION, HIGHEST_RETENTION = 0.7, 0.97
DEFAULT = Parameters("fsrs-6", DEFAULT_WEIGHTS, DEFAULT_RETENTION)


class UnusableParametersError(ValueError):
    """A row's text is no set of 21 usable FSRS-6 parameters."""


def written(name: str, w: Weights) -> str:
    """The text of a PARAMETERS row."""
    return json.dumps({"set": name, "w": list(w)})


def read(text: str) -> tuple[str, Weights]:
    """(name, the 21 parameters) of a PARAMETERS row's text.

    Raises:
        UnusableParametersError: it is no JSON of that shape, or a number cannot be used.
    """
    try:
        found = json.loads(text)
        name, w = str(found["set"]), tuple(float(number) for number in found["w"])
    except (ValueError, TypeError, KeyError) as error:
        raise UnusableParametersError(text) from error
    usable = (
        len(w) == len(DEFAULT_WEIGHTS)
        and all(math.isfinite(number) and abs(number) <= 100.0 for number in w)
        and min(w[:4]) > 0.0
        and 0.05 <= w[20] <= 0.95
    )
    if not usable:
        raise UnusableParametersError(text)
    return name, w


def in_force(rows: Iterable[Row]) -> tuple[Parameters, int]:
    """What the standing rows leave in force, and the ordered time since when, 0 for the default.

    Rows of other actions are passed over, and so is a set that cannot be used: a newer program
    may have written it.

    Args:
        rows: standing rows in order.
    """
    name, w, retention, since = DEFAULT.name, DEFAULT.w, DEFAULT.retention, 0
    for row in rows:
        if row.action is Action.PARAMETERS:
            try:
                name, w = read(row.text)
            except UnusableParametersError:
                continue
            since = row.t
        elif row.action is Action.RETENTION:
            if not math.isfinite(row.number):
                continue
            retention = min(max(row.number, LOWEST_RETENTION), HIGHEST_RETENTION)
            since = row.t
    return Parameters(name, w, retention), since

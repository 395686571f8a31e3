"""What the program and the reading process write to one another: lines of JSON, then bytes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from quizapp.content.question import PartialDate
from quizapp.generate.reading.outcome import Found, Limits, Note, ReadingError


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be read.

    Attributes:
        task: "html", "fragment", "pdf" or "address".
        url: the address to fetch, or where a page says it is from.
        allow_private: fetch from this machine and the own network too.
        limits: what it may take.
    """

    task: str
    limits: Limits
    url: str = ""
    allow_private: bool = False


def errand_line(errand: Errand) -> bytes:
    """An errand as the first line of a letter; the bytes to be read follow it."""
    return json.dumps(asdict(errand)).encode("ascii") + b"\n"


def errand_of(line: bytes) -> Errand:
    """Read the first line back."""
    told = json.loads(line)
    told["limits"] = Limits(**told["limits"])
    return Errand(**told)


def answer_line(name: str, value: object) -> bytes:
    """One thing said back, such as "progress" 0.5."""
    return json.dumps({name: value}).encode("ascii") + b"\n"


def told_found(found: Found) -> dict[str, Any]:
    """What was found, in plain values."""
    return asdict(found)


def found_of(told: dict[str, Any]) -> Found:
    """Read it back."""
    date = told.pop("published")
    notes = tuple(
        Note(note["code"], tuple((str(name), str(value)) for name, value in note["facts"]))
        for note in told.pop("notes")
    )
    return Found(**told, published=PartialDate(**date) if date else None, notes=notes)


def told_error(error: ReadingError) -> dict[str, Any]:
    """Why nothing was found, in plain values."""
    return {"code": str(error.code), "facts": dict(error.facts)}


def error_of(told: dict[str, Any]) -> ReadingError:
    """Read it back."""
    return ReadingError(told["code"], **told["facts"])

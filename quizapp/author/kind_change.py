"""A question turned into another kind: what fits is kept, what has no place there is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from quizapp.author.fields import Fields
from quizapp.author.told import Dropped, KindChange
from quizapp.content.gap_faults import gap_faults
from quizapp.content.numerals import read_number
from quizapp.content.question import Kind, filled_in, gaps

_BLANK = "…"

SEVERAL = frozenset({Kind.MULTI, Kind.LIST, Kind.ORDER})
"""Kinds with more than one answer, one row each."""
ONE = frozenset({Kind.SHORT, Kind.CHOICE, Kind.NUMBER, Kind.DATE, Kind.FLASHCARD})
"""Kinds with one answer."""

PLACES: dict[Kind, tuple[str, ...]] = {
    Kind.SHORT: ("answers", "accept", "wrong", "forms"),
    Kind.CHOICE: ("answers", "wrong"),
    Kind.MULTI: ("answers", "wrong"),
    Kind.TRUE_FALSE: ("holds", "correction"),
    Kind.NUMBER: ("answers", "unit", "tolerance", "accept"),
    Kind.DATE: ("answers", "precision", "accept"),
    Kind.LIST: ("answers", "need", "accept"),
    Kind.ORDER: ("answers",),
    Kind.MATCH: ("pairs",),
    Kind.CLOZE: ("accept",),
    Kind.FLASHCARD: ("answers", "both_ways"),
}
"""The fields that a kind has a use for, besides those that all have."""


def turned(fields: Fields, kind: Kind, was: Fields | None = None) -> KindChange:
    """The form for another kind, and the names of the fields that have no place there.

    Args:
        fields: as they stand.
        kind: the other kind.
        was: what stood in the form when it was last of that kind: what this change only turned
            about and nobody touched since comes back as it was.
    """
    if kind is fields.kind:
        return KindChange(fields)
    made = _made(fields, kind)
    dropped = _dropped(fields, made)
    if was is not None and was.kind is kind:
        made = _found_again(fields, made, was)
    return KindChange(made, dropped)


def _made(fields: Fields, kind: Kind) -> Fields:
    made = replace(fields, kind=kind)
    if fields.kind is Kind.CLOZE:
        made = _from_cloze(fields, made)
    elif fields.kind is Kind.MATCH and kind in SEVERAL and not _held(fields.answers):
        made = replace(made, answers=tuple(left for left, _right in fields.pairs) or ("",))
    elif fields.kind is Kind.NUMBER and kind is not Kind.NUMBER and fields.unit.strip():
        made = _with_unit(made)
    turn: dict[Kind, Callable[[Fields], Fields]] = {
        Kind.CLOZE: _to_cloze,
        Kind.TRUE_FALSE: _to_statement,
        Kind.NUMBER: _to_number,
        Kind.MATCH: _to_match,
    }
    made = turn[kind](made) if kind in turn else made
    return replace(made, accept=_accept(fields, made)) if made.kind is not Kind.CLOZE else made


def _from_cloze(fields: Fields, made: Fields) -> Fields:
    """The gaps' words become answers; of one answer the place is left open in the text."""
    found = gaps(fields.prompt)
    if gap_faults(fields.prompt) or not found:
        return made
    if made.kind in SEVERAL:
        words = tuple(dict.fromkeys(gap.answer for gap in found))
        return replace(made, prompt=filled_in(fields.prompt), answers=words)
    if made.kind not in ONE:
        return replace(made, prompt=filled_in(fields.prompt))
    gap = found[0]
    before, after = filled_in(fields.prompt[: gap.start]), filled_in(fields.prompt[gap.end :])
    return replace(made, prompt=before + _BLANK + after, answers=(gap.answer,))


def _with_unit(made: Fields) -> Fields:
    first, *others = made.answers or ("",)
    if made.kind not in ONE | SEVERAL or not first.strip() or made.unit.strip() in first:
        return made
    return replace(made, answers=(f"{first} {made.unit.strip()}", *others))


def _to_number(made: Fields) -> Fields:
    """The words behind the number are its unit."""
    first, *others = made.answers or ("",)
    found = read_number(first, made.unit)
    if found is None or not found.unit or made.unit.strip():
        return made
    at = first.casefold().rfind(found.unit.casefold())
    if at < 0:
        return made
    unit = first[at : at + len(found.unit)]
    number = (first[:at] + first[at + len(found.unit) :]).strip()
    return replace(made, answers=(number, *others), unit=unit)


def _to_cloze(made: Fields) -> Fields:
    """The sentence itself, with the answers' words in braces where it holds them."""
    if gaps(made.prompt):
        return made
    answers = [answer.strip() for answer in made.answers if answer.strip()]
    for text in (made.quote, made.prompt):
        gapped = text
        for answer in answers:
            if answer in filled_in(gapped) and "{{" + answer + "}}" not in gapped:
                gapped = gapped.replace(answer, "{{" + answer + "}}", 1)
        if text and gapped != text and not gap_faults(gapped):
            hidden = [gap.answer for gap in gaps(gapped)]
            first = hidden[0]
            accept = tuple((typed, of if of in hidden else first) for typed, of in made.accept)
            return replace(made, prompt=gapped, accept=accept)
    return replace(made, prompt=made.quote or made.prompt)


def _to_statement(made: Fields) -> Fields:
    asks = made.prompt.rstrip().endswith("?") or not made.prompt.strip()
    statement = made.quote if asks and made.quote else made.prompt
    return replace(made, prompt=statement)


def _to_match(made: Fields) -> Fields:
    if any(left.strip() or right.strip() for left, right in made.pairs):
        return made
    return replace(made, pairs=tuple((answer, "") for answer in made.answers if answer.strip()))


def _accept(fields: Fields, made: Fields) -> tuple[tuple[str, str], ...]:
    """Spellings named anew for the kind: of the one answer, or each of its own."""
    if "accept" not in PLACES[made.kind]:
        return fields.accept
    first = made.answers[0] if made.answers else ""
    if made.kind is Kind.LIST:
        return tuple((typed, of or first) for typed, of in fields.accept)
    return tuple((typed, "") for typed, of in fields.accept if of in {"", first})


def _dropped(fields: Fields, made: Fields) -> tuple[Dropped, ...]:
    """What the form holds now and nothing of it in the new one."""
    gone = [
        name
        for name in PLACES[fields.kind]
        if name not in PLACES[made.kind] and _held_in(fields, name)
    ]
    stays = set()
    if made.kind is Kind.CLOZE and _all_hidden(fields, made):
        stays.add("answers")
    if fields.kind is Kind.NUMBER and made.kind in ONE | SEVERAL:
        stays.add("unit")
    if made.kind is Kind.MATCH and made.pairs != fields.pairs:
        stays.add("answers")
    found = [Dropped(name, _words(fields, name)) for name in gone if name not in stays]
    if made.kind in {Kind.CLOZE, Kind.TRUE_FALSE} and fields.kind is not Kind.CLOZE:
        asked = fields.prompt.strip()  # the sentence that it rests on may stand in its place
        found += [Dropped("prompt", (asked,))] if asked not in filled_in(made.prompt) else []
    if fields.kind is Kind.MATCH and made.answers != fields.answers and made.kind in SEVERAL:
        rights = tuple(_held(tuple(right for _left, right in fields.pairs)))
        found = [Dropped("rights", rights)] if rights else []
    others = _held(fields.answers)[1:]
    if fields.kind in SEVERAL and made.kind in ONE and others:
        found.append(Dropped("others", tuple(others)))
    if fields.kind is Kind.CLOZE and made.kind in ONE:
        more = tuple(gap.answer for gap in gaps(fields.prompt)[1:])
        found += [Dropped("gaps", more)] if more else []
    if "accept" in PLACES[fields.kind] and "accept" not in gone:
        left = Counter(typed for typed, _of in made.accept)
        lost = Counter(typed for typed, _of in fields.accept if typed.strip()) - left
        found += [Dropped("accept", tuple(lost))] if lost else []
    return tuple(found)


def _words(fields: Fields, name: str) -> tuple[str, ...]:
    """What stands in a field, as far as it is words."""
    value: object = getattr(fields, name)
    if name == "accept":
        return tuple(_held(tuple(typed for typed, _of in fields.accept)))
    if name == "pairs":
        return tuple(f"{left} – {right}" for left, right in fields.pairs if left or right)
    if name in {"answers", "wrong"}:
        return tuple(_held(getattr(fields, name)))
    return (value.strip(),) if isinstance(value, str) and name != "precision" else ()


def _all_hidden(fields: Fields, made: Fields) -> bool:
    hidden = {gap.answer for gap in gaps(made.prompt)}
    return bool(hidden) and set(_held(fields.answers)) <= hidden


def _held(rows: tuple[str, ...]) -> list[str]:
    return [row.strip() for row in rows if row.strip()]


def _held_in(fields: Fields, name: str) -> bool:
    if name == "holds":
        return not fields.holds  # a statement is taken for true until one says it is not
    value: object = getattr(fields, name)
    if not isinstance(value, tuple):
        return bool(value.strip()) if isinstance(value, str) else bool(value)
    if name == "forms":
        return bool(value)
    rows = (row if isinstance(row, tuple) else (row,) for row in value)
    return any(text.strip() for row in rows for text in row)


def _found_again(fields: Fields, made: Fields, was: Fields) -> Fields:
    """What stood there before, wherever the words are still those that were made of it."""
    there = _made(was, fields.kind)
    if fields.kind is Kind.CLOZE and there.prompt != fields.prompt:
        return made  # its answers stand in its text
    for name in ("prompt", "answers", "accept", "pairs", "unit", "correction"):
        if getattr(there, name) == getattr(fields, name):
            made = replace(made, **{name: getattr(was, name)})
    return made

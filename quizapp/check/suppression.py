"""Findings that an author allows, by a comment in the block that says why.

    # check: allow E306 – the long name is the official one

It stands on a line of its own in the block of the question, or directly above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.check.code import Group
from quizapp.check.finding import Finding, held
from quizapp.check.placing import BlockAt, Places
from quizapp.content.deck import Severity
from quizapp.content.toml_text import keys

_ALLOW = re.compile(
    r"^[ \t]*#[ \t]*check:[ \t]*allow\b[ \t]*((?:E\d{3}\b[ \t,]*)*)"
    r"[ \t]*[-–—:]*[ \t]*(.*?)[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_NUMBER = re.compile(r"E\d{3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Allowed:
    """One comment.

    Attributes:
        numbers: of the codes it allows.
        reason: why, in the author's words; "" where there is none.
        line: where it stands.
        column: of its "#".
        block: the line of the header whose block it speaks of.
        question: that question's id, or None.
    """

    numbers: tuple[str, ...]
    reason: str
    line: int
    column: int
    block: int
    question: str | None


def allowed_in(text: str, places: Places) -> tuple[Allowed, ...]:
    """Every such comment of a deck's text, in order."""
    if "check:" not in text:
        return ()
    return tuple(_allowed_in(text, places))


def _allowed_in(text: str, places: Places) -> Iterator[Allowed]:
    for found in _ALLOW.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        block = _block_of(text, found, line, places)
        if block is None:
            continue
        name = block.table.get("id")
        numbers = tuple(number.upper() for number in _NUMBER.findall(found[1]))
        column = found[0].index("#") + 1
        question = name if isinstance(name, str) and block.kind == "question" else None
        yield Allowed(numbers, found[2], line, column, block.line, question)


def _block_of(text: str, found: re.Match[str], line: int, places: Places) -> BlockAt | None:
    """The block a comment speaks of; None where it is no comment, or speaks of none."""
    block = places.block(line)
    if block is not None and _is_in_value(block, found.start()):
        return None
    after = next((b for b in places.blocks if b.line > line), None)
    if after is not None and _is_comment(text[found.end() : after.start]):
        return after
    return block


def _is_comment(between: str) -> bool:
    """Whether what stands between is comment lines with no empty line among them."""
    lines = between.strip("\n").split("\n") if between.strip("\r\n \t") else []
    return all(line.lstrip().startswith("#") for line in lines) and between.count("\n") <= 1 + len(
        lines
    )


def _is_in_value(block: BlockAt, offset: int) -> bool:
    """Whether a place in the file lies within a text, so that what stands there is no comment."""
    if block.section is None:
        return False
    at = offset - block.start
    inside = (
        key.value <= at < key.end for part in block.section.parts for key in keys(block.text, part)
    )
    return any(inside)


def apply(
    findings: Iterable[Finding], allowed: Iterable[Allowed], places: Places
) -> list[Finding]:
    """The findings that are not allowed, with what is wrong with the comments themselves.

    Faults of the form that keep a question from being asked cannot be allowed.
    """
    by_block: dict[int, list[Allowed]] = {}
    for one in allowed:
        by_block.setdefault(one.block, []).append(one)
    if not by_block:
        return list(findings)
    kept: list[Finding] = []
    used: set[tuple[int, str]] = set()
    for finding in findings:
        block = places.block(finding.line)
        here = by_block.get(block.line, []) if block is not None else []
        by = next((a for a in here if finding.code.number in a.numbers), None)
        if by is None or not can_be_allowed(finding):
            kept.append(finding)
        else:
            used |= {(a.line, finding.code.number) for a in here}
    for one in (a for each in by_block.values() for a in each):
        kept += _of_comment(one, used)
    return kept


def can_be_allowed(finding: Finding) -> bool:
    """Whether a comment may silence it: what keeps a question from being asked stays told."""
    form = finding.code.group is Group.FORM
    return not (form and finding.severity is Severity.ERROR)


def _of_comment(one: Allowed, used: set[tuple[int, str]]) -> Iterator[Finding]:
    findings = []
    if not one.reason:
        findings.append(held("E140", "allowed-without-reason", "", numbers=", ".join(one.numbers)))
    needless = [number for number in one.numbers if (one.line, number) not in used]
    if needless or not one.numbers:
        findings.append(held("E141", "allowed-for-nothing", "", numbers=", ".join(needless)))
    for finding in findings:
        yield Finding(
            finding.code,
            finding.reason,
            one.line,
            one.column,
            "",
            one.question,
            finding.facts,
            finding.severity,
        )

"""What `quizapp check --json` prints: findings for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from quizapp.check.finding import Finding
from quizapp.content.deck import DeckRead
from quizapp.content.hidden_signs import escaped_in
from quizapp.words.checking import describe


def as_json(
    told: Iterable[tuple[Path, DeckRead, list[Finding]]], shown: Callable[[Path], str]
) -> str:
    """One object: how many files and questions, and the findings in order.

    Signs that are not seen stand in it as escapes.
    """
    files, questions, findings = 0, 0, list[dict[str, object]]()
    for path, read, found in told:
        files += 1
        questions += len(read.deck.questions) if read.deck is not None else 0
        findings += [_finding(shown(path), finding) for finding in found]
    whole = {"files": files, "questions": questions, "findings": findings}
    return escaped_in(json.dumps(whole, ensure_ascii=False, indent=2))


def _finding(file: str, finding: Finding) -> dict[str, object]:
    said = describe(finding)
    return {
        "file": file,
        "line": finding.line,
        "column": finding.column,
        "code": finding.code.number,
        "severity": finding.severity.value,
        "question": finding.question,
        "message": str(said),
        "fix": said.mend or None,
    }

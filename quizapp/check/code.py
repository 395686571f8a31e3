"""The codes of the checker: what each is called, how much it weighs, whether it can be mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.content.deck import Severity


class Group(StrEnum):
    """What codes are about, by their first two characters."""

    FORM = "E1"
    EVIDENCE = "E2"
    WRITING = "E3"
    TIME = "E4"
    MARKING = "E5"
    MEDIA = "E6"


@dataclass(frozen=True, slots=True)
class Code:
    """One thing that can be held against a deck.

    Attributes:
        number: "E203". It never changes its meaning, and is given to nothing else.
        name: "quote-nowhere", for those who read numbers badly.
        severity: what it is at the worst; a finding may be a warning nevertheless.
        fixable: whether `--fix` can mend it in some cases.
        asked_for: whether it is told only where its number, or the beginning of it, is selected:
            it may be held against many a good question.
    """

    number: str
    name: str
    severity: Severity
    fixable: bool = False
    asked_for: bool = False

    @property
    def group(self) -> Group:
        """What it is about."""
        return Group(self.number[:2])


def _error(number: str, name: str, *, fixable: bool = False) -> Code:
    return Code(number, name, Severity.ERROR, fixable)


def _warning(number: str, name: str, *, fixable: bool = False) -> Code:
    return Code(number, name, Severity.WARNING, fixable)


def _asked_for(number: str, name: str) -> Code:
    return Code(number, name, Severity.WARNING, asked_for=True)


CODES: tuple[Code, ...] = (
    _error("E101", "unreadable"),
    _error("E102", "not-utf8"),
    _error("E103", "empty-file"),
    _error("E104", "not-toml"),
    _error("E105", "not-a-deck"),
    _error("E106", "format", fixable=True),
    _error("E107", "deck-head"),
    _error("E108", "block-shape"),
    _warning("E109", "no-questions"),
    _error("E110", "unknown-key"),
    _error("E111", "key-of-other-kind"),
    _error("E112", "missing-key"),
    _error("E113", "empty-value", fixable=True),
    _error("E114", "wrong-type", fixable=True),
    _error("E115", "too-few"),
    _error("E116", "repeated-item", fixable=True),
    _error("E117", "id-form"),
    _error("E118", "question-id-form"),
    _error("E119", "id-twice"),
    _error("E120", "source-twice"),
    _error("E121", "unknown-kind"),
    _error("E122", "forms"),
    _error("E123", "date-form"),
    _error("E124", "precision"),
    _error("E125", "number-form", fixable=True),
    _error("E126", "tolerance"),
    _error("E127", "need"),
    _error("E128", "pair-shape"),
    _error("E129", "accept-shape"),
    _error("E130", "gap-form"),
    _error("E131", "gap-label"),
    _error("E132", "language-tag"),
    _error("E133", "url-form"),
    _error("E134", "sha256-shape"),
    _warning("E135", "sha256-alone"),
    _warning("E136", "no-id", fixable=True),
    _warning("E137", "no-gap-label", fixable=True),
    _error("E138", "id-in-other-deck"),
    _error("E139", "deck-id-twice"),
    _warning("E140", "allowed-without-reason"),
    _warning("E141", "allowed-for-nothing"),
    _warning("E142", "hidden-sign", fixable=True),
    _error("E201", "text-unreadable"),
    _warning("E202", "text-changed", fixable=True),
    _error("E203", "quote-nowhere", fixable=True),
    _error("E204", "quote-twice"),
    _warning("E205", "answer-not-in-quote"),
    _warning("E206", "value-differs"),
    _warning("E207", "hedge-lost"),
    _error("E208", "unknown-source"),
    _warning("E209", "source-without-text"),
    _warning("E210", "claim-as-fact"),
    _asked_for("E211", "no-evidence"),
    _warning("E301", "answer-in-prompt"),
    _warning("E302", "second-right-answer"),
    _error("E303", "option-is-answer"),
    _warning("E304", "option-is-right"),
    _warning("E305", "options-alike"),
    _warning("E306", "telling-length"),
    _warning("E307", "telling-form"),
    _warning("E308", "all-of-the-above"),
    _warning("E309", "negative-stem"),
    _warning("E310", "stem-not-alone"),
    _warning("E311", "questions-answer-each-other"),
    _warning("E312", "near-duplicate"),
    _warning("E313", "near-duplicate-elsewhere"),
    _warning("E314", "question-word"),
    _warning("E315", "hint-is-answer"),
    _warning("E316", "two-questions"),
    _warning("E401", "no-as-of"),
    _warning("E402", "review-due"),
    _warning("E403", "date-ahead"),
    _warning("E404", "undated-words"),
    _warning("E405", "review-before-as-of"),
    _error("E501", "accepted-is-wrong"),
    _warning("E502", "accepted-is-others-slip"),
    _warning("E503", "long-to-type"),
    _warning("E504", "accepted-for-nothing", fixable=True),
    _error("E505", "accepted-is-other-answer"),
    _warning("E506", "tolerance-too-wide"),
    _error("E601", "image-unreadable"),
    _error("E602", "not-an-image"),
    _error("E603", "no-description"),
    _error("E604", "description-alone"),
    _warning("E605", "description-is-answer"),
    _warning("E606", "description-says-nothing"),
    _warning("E607", "no-image"),
)
"""Every code, in order of its number."""

_BY_NUMBER = {code.number: code for code in CODES}


def code_of(number: str) -> Code:
    """The code with a number.

    Raises:
        KeyError: there is none.
    """
    return _BY_NUMBER[number]


def is_known(prefix: str) -> bool:
    """Whether any code's number begins so: "E2" and "E203" are known, "E9" and "" are not."""
    return bool(prefix) and any(number.startswith(prefix) for number in _BY_NUMBER)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which codes are wanted, as prefixes of their numbers; the longer prefix decides.

    Attributes:
        select: what is told; () for all.
        ignore: what is left out.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: Code) -> bool:
        """Whether findings of a code are told."""
        if not self.select:
            return not code.asked_for and not _longest(self.ignore, code)
        return _longest(self.select, code) > _longest(self.ignore, code)


ALL = Selection()
"""Every code."""


def _longest(prefixes: Iterable[str], code: Code) -> int:
    return max((len(p) for p in prefixes if code.number.startswith(p)), default=0)

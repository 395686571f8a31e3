"""Which code each fault of a deck's file has, in one table."""

from __future__ import annotations

from quizapp.check.code import Code, code_of
from quizapp.content.deck import Fault

_FAULTS_OF: dict[str, str] = {
    "E101": "missing is-folder link-loop not-a-file too-large unreadable name-not-utf8",
    "E102": "not-utf8",
    "E103": "empty",
    "E104": "not-toml not-toml-limit",
    "E105": "not-a-deck",
    "E106": "format-missing format-wrong format-newer",
    "E107": "deck-missing deck-shape",
    "E108": "blocks-wanted evidence-shape",
    "E109": "no-questions",
    "E110": "unknown-key unknown-key-far",
    "E111": "key-of-other-kind",
    "E112": "missing-key",
    "E113": "empty-text empty-optional empty-item",
    "E114": "text-wanted quotes-wanted list-wanted item-text-wanted item-quotes-wanted"
    " flag-wanted",
    "E115": "too-few",
    "E116": "repeated-item",
    "E117": "id-form",
    "E118": "question-id-form",
    "E119": "id-twice",
    "E120": "source-twice",
    "E121": "unknown-kind unknown-kind-far",
    "E122": "unknown-form forms-choose",
    "E123": "date-shape no-such-date day-wanted",
    "E124": "unknown-precision precision-finer",
    "E125": "number-quoted number-wanted number-finite number-range",
    "E126": "tolerance-shape tolerance-negative tolerance-percent",
    "E127": "need-wanted need-range",
    "E128": "pair-shape",
    "E129": "accept-plain accept-pair accept-target",
    "E130": "gap-none gap-empty gap-braces",
    "E131": "gap-label gap-label-twice",
    "E132": "language-tag",
    "E133": "url-form",
    "E134": "sha256-shape",
    "E135": "sha256-alone",
    "E138": "id-in-other-deck",
    "E201": "file-outside file-missing file-is-folder file-link-loop file-not-a-file"
    " file-too-large file-unreadable file-not-utf8",
    "E202": "text-changed",
    "E203": "quote-near quote-not-found",
    "E204": "quote-twice",
    "E208": "unknown-source unknown-source-far",
    "E303": "wrong-is-right",
    "E402": "review-due",
    "E403": "date-ahead",
    "E501": "wrong-is-accepted",
    "E505": "accept-is-answer",
    "E602": "not-an-image",
    "E604": "image-alt-alone",
}

FAULTS: dict[str, str] = {
    fault: number for number, faults in _FAULTS_OF.items() for fault in faults.split()
}
"""The number of each fault of a deck's file, wherever it stands."""

_AT_KEY: dict[tuple[str, str], str] = {
    **{(fault, "image"): "E601" for fault in FAULTS if fault.startswith("file-")},
    ("missing-key", "image_alt"): "E603",
}
"""Numbers of faults that stand at one key."""


def code_of_fault(fault: Fault) -> Code:
    """The code of a fault.

    Raises:
        KeyError: the fault has none.
    """
    key = dict(fault.facts).get("key", "")
    return code_of(_AT_KEY.get((fault.code, key)) or FAULTS[fault.code])

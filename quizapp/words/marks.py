"""A mark and its reason in one sentence: "Right: one letter off"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quizapp.words import N_, _, ngettext

_OVERLOOKED = {
    "case": N_("capitals"),
    "accents": N_("accents"),
    "punctuation": N_("punctuation"),
    "article": N_("the article"),
    "spacing": N_("spacing"),
}

_RIGHT = {
    "exact": N_("Right"),
    "same-but": N_("Right"),
    "chosen": N_("Right"),
    "parts": N_("Right"),
    "recalled": N_("Your own judgement"),
    "accepted": N_("Right: another spelling of the answer"),
    "accepted-by-student": N_("Right: a spelling you accepted"),
    "within": N_("Right: close enough"),
    "same-value": N_("Right: the same in another writing"),
    "overruled": N_("Right: you turned the mark"),
}

_WRONG = {
    "wrong": N_("Wrong"),
    "wrong-option": N_("Wrong"),
    "too-few": N_("Wrong"),
    "dont-know": N_("Not known yet"),
    "other-answer": N_("Wrong: that is the answer to something else"),
    "digits": N_("Wrong: the figures differ"),
    "negation": N_("Wrong: it says the opposite"),
    "not-a-number": N_("Wrong: that is not a number"),
    "not-a-date": N_("Wrong: that is not a date"),
    "too-coarse": N_("Wrong: the date is asked more exactly"),
    "repeated": N_("Counted once: that answer was given already"),
    "overruled": N_("Wrong: you turned the mark"),
}


class PartLike(Protocol):
    """What a part of a mark must tell to be counted."""

    @property
    def right(self) -> bool:
        """Whether it is right."""


class MarkLike(Protocol):
    """What a mark must tell to be worded; `quizapp.content.mark.Mark` does."""

    @property
    def right(self) -> bool:
        """Whether it is right."""

    @property
    def reason(self) -> str:
        """Its reason code."""

    @property
    def score(self) -> float:
        """From 0 to 1."""

    @property
    def ignored(self) -> Sequence[str]:
        """What was overlooked."""

    @property
    def slips(self) -> int:
        """Letters off."""

    @property
    def parts(self) -> Sequence[PartLike]:
        """The parts that are counted."""

    @property
    def missed(self) -> Sequence[str]:
        """Right answers that were not given."""


def describe(mark: MarkLike, *, hinted: bool = False) -> str:
    """The mark and its reason, as one line without a full stop.

    A right answer before which the hint was looked at, `hinted`, says so: it counts as Hard.
    """
    if hinted and mark.right:
        return _("{mark}, with a hint").format(mark=describe(mark))
    if mark.reason == "slip":
        return ngettext("Right: one letter off", "Right: {n} letters off", mark.slips).format(
            n=mark.slips
        )
    if mark.reason == "same-but" and mark.ignored:
        return _("Right: the same but for {what}").format(what=_and_list(mark.ignored))
    if mark.reason in {"parts", "too-few", "wrong-option"} and mark.parts:
        return _count(mark)
    return _((_RIGHT if mark.right else _WRONG)[mark.reason])


def reason_of_part(reason: str) -> str:
    """Why one item of a list is right or wrong, or "" where the mark itself says enough."""
    plain = {"exact", "same-but", "chosen", "parts", "wrong", "wrong-option", "too-few"}
    if reason in plain:
        return ""
    if reason == "slip":
        return _("Right: nearly spelt so")
    return _((_RIGHT | _WRONG)[reason])


def _count(mark: MarkLike) -> str:
    good = sum(part.right for part in mark.parts)
    bad = len(mark.parts) - good
    if mark.right:
        return ngettext("Right", "Right: all {n}", good).format(n=good)
    asked = good + len(mark.missed)
    if mark.reason == "too-few" and good and mark.score < 1:
        asked = round(good / mark.score)  # a list may ask for fewer than there are
    if mark.reason == "wrong-option" or mark.score >= 1:
        return ngettext(
            "Wrong: {good} of {asked}, and one that is wrong",
            "Wrong: {good} of {asked}, and {bad} that are wrong",
            bad,
        ).format(good=good, asked=asked, bad=bad)
    return _("Wrong: {good} of {asked}").format(good=good, asked=asked)


def _and_list(names: Sequence[str]) -> str:
    words = [_(_OVERLOOKED[name]) for name in names]
    if len(words) < 2:
        return "".join(words)
    return _("{most} and {last}").format(most=", ".join(words[:-1]), last=words[-1])

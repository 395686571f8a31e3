"""Why what was typed into a form is no question yet, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quizapp.words import N_, _


class TroubleToWord(Protocol):
    """What a trouble must tell to be worded."""

    @property
    def code(self) -> str:
        """What is missing or wrong."""

    @property
    def facts(self) -> Sequence[tuple[str, str]]:
        """Name and value of each fact."""


WORDING: dict[str, str] = {
    "no-prompt": N_("Write what is asked."),
    "no-answer": N_("Write the answer."),
    "no-wrong": N_("Write at least one wrong option."),
    "no-correction": N_("Write what is true instead."),
    "no-quote": N_("Choose the words of the source that prove it."),
    "no-source": N_("Choose the source that these words are from."),
    "no-alt": N_("Say what is on the picture, for who cannot see it."),
    "one-item": N_("Write at least two."),
    "one-pair": N_("Write at least two pairs."),
    "half-a-pair": N_("“{text}” has no partner yet."),
    "repeated": N_("“{text}” stands here twice."),
    "wrong-is-right": N_("“{text}” is also the right answer. Take one of them out."),
    "wrong-is-accepted": N_("“{text}” is also a wrong option. Take one of them out."),
    "forms-choose": N_("To be chosen it needs at least two wrong options."),
    "not-a-number": N_("“{text}” is no number."),
    "unit-apart": N_("Write “{unit}” into the field for the unit."),
    "no-decimal": N_("“{text}” has no end as a decimal number. Round it."),
    "not-a-tolerance": N_("“{text}” is neither a number nor a share such as 5 %."),
    "tolerance-negative": N_("It cannot be less than nothing."),
    "tolerance-percent": N_("It can be 100 % at most."),
    "not-a-date": N_("“{text}” is no date. Write 17 February 2008, March 2022 or 2008."),
    "two-dates": N_("“{text}” can mean two dates. Write the month as a word."),
    "not-a-day": N_("“{text}” is no whole day. Write it like 17 February 2008."),
    "precision-finer": N_("The answer itself is not so exact."),
    "need": N_("Write a number from 1 to {count}."),
    "accept-target": N_("Say which answer “{text}” stands for."),
    "accept-is-answer": N_("“{text}” is an answer of its own."),
    "gap-none": N_("Hide some words: put two braces around them."),
    "gap-braces": N_("Two braces are open or closed that have no partner."),
    "gap-empty": N_("The gap {gap} hides nothing."),
    "gap-label": N_("“{gap}” looks like a gap with a name. Put a space after the colon."),
    "gap-label-twice": N_("Two gaps have the name “{gap}”."),
    # A deck's page, and a source.
    "no-title": N_("Write a title."),
    "language-tag": N_("“{text}” is no language. Write a short name such as en, de or pt-BR."),
    "url-form": N_("“{text}” is no address on the web. It begins with https://."),
}


def describe_trouble(trouble: TroubleToWord) -> str:
    """What is to be done about it, in a sentence."""
    words = WORDING.get(trouble.code)
    if words is None:
        return _("Its block in the file has an error that the form does not show.")
    return _(words).format_map(dict(trouble.facts))

"""The checker's findings in words: what is wrong, why that matters, what mends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from quizapp.words import N_, _, faults, gates, ngettext


class Numbered(Protocol):
    """What a code must tell to be worded."""

    @property
    def number(self) -> str:
        """As in E203."""


class MendFound(Protocol):
    """What a mend must tell to be worded."""

    @property
    def code(self) -> str:
        """Which change."""

    @property
    def facts(self) -> Sequence[tuple[str, str]]:
        """Name and value of each fact."""


class FindingToWord(Protocol):
    """What a finding must tell to be worded."""

    @property
    def code(self) -> Numbered:
        """Its code."""

    @property
    def reason(self) -> str:
        """Which wording."""

    @property
    def facts(self) -> Sequence[tuple[str, str]]:
        """Name and value of each fact."""

    @property
    def mend(self) -> MendFound | None:
        """The change that is safe."""


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in words.

    Attributes:
        what: what is wrong, in one or two sentences.
        why: why that matters, in a sentence.
        mend: what `--fix`, or a button, would do; "" where nothing is safe.
    """

    what: str
    why: str
    mend: str

    def __str__(self) -> str:
        """What and why in one paragraph."""
        return f"{self.what} {self.why}"


@dataclass(frozen=True, slots=True)
class _Coded:
    code: str
    facts: Sequence[tuple[str, str]]


WORDING: dict[str, str] = {
    "no-id": N_("The question has no id."),
    "no-gap-label": N_("The gap “{gap}” has no name."),
    "deck-id-twice": N_("The id “{id}” is also that of the deck {path}."),
    "allowed-without-reason": N_(
        "The comment allows {numbers} and does not say why. Write the reason behind a dash."
    ),
    "allowed-for-nothing": N_(
        "The comment allows {numbers}, which is not found here. Take it out."
    ),
    "sign-control": N_("Here stands {sign}, a sign for machines. Take it out."),
    "sign-turning": N_(
        "Here stands {sign}, which is not seen and turns round what is read. Take it out."
    ),
    "sign-no-width": N_(
        "Here stands {sign}, which is not seen and takes no room. Take it out, or write a space."
    ),
    "sign-soft-hyphen": N_("Here stands {sign}, a hyphen that is not seen. Take it out."),
    "no-evidence": N_("The question rests on no sentence of a source. Add its evidence."),
    "two-questions": N_("Here are two questions in one. Ask each by itself."),
    "source-without-text": N_(
        "Quotes of “{source}” cannot be looked up, since its text is not there. Put the text "
        "beside the deck and name it in “file”."
    ),
    "options-alike": N_("The options “{option}” and “{other}” are one and the same."),
    "all-of-the-above": N_("“{option}” is no option of its own. Name what is meant instead."),
    "duplicate-elsewhere": N_("The deck {path} asks this already: “{prompt}”"),
    "hint-is-answer": N_("The hint gives the answer away: “{answer}”."),
    "review-before-as-of": N_(
        "“review_by” is {review}, before the day on which it was true, {as_of}. Mend one of them."
    ),
    "accepted-is-wrong": N_(
        "“{spelling}” is accepted, and means the same as the wrong option “{option}”. Take one "
        "of them out."
    ),
    "accepted-for-nothing": N_("“{spelling}” is right anyway."),
    "accepted-is-others-slip": N_(
        "“{spelling}” is accepted, and reads like a slip of “{other}”, which another question "
        "asks for. See which is meant."
    ),
    "tolerance-too-wide": N_(
        "With this tolerance 0 counts as right, and so does twice {answer}. Make it smaller."
    ),
    "description-is-answer": N_(
        "The picture's description gives the answer away: “{answer}”. Describe what is seen."
    ),
    "description-says-nothing": N_("“{alt}” does not tell what the picture shows. Describe it."),
    "no-image": N_("The question speaks of a picture (“{words}”), and has none."),
    "pronoun": N_("Nobody knows what “{word}” stands for. Write the name."),
    "definite": N_("Nobody knows which is meant by “{words}”. Write the name."),
    "hedge-lost": N_("The source says “{hedge}” before this number. Keep it."),
    "answer-in-stem": N_("The answer stands in the question: “{words}”. Ask it without."),
    "answer-part-in-stem": N_(
        "“{words}” is a word of the answer, and stands in the question. Ask it without."
    ),
    "other-answer": N_("“{other}” may be right as well: “{quote}” Ask more exactly."),
    "second-answer": N_("“{other}” is right as well: the quote names both. Ask more exactly."),
    "number-differs": N_("The quote does not give the number {answer}."),
    "date-differs": N_("The quote does not give the date {answer}."),
}

WHY: dict[str, str] = {
    "E101": N_("Nothing of it can be asked."),
    "E102": N_("Nothing of it can be asked until its letters can be read."),
    "E103": N_("There is nothing to ask."),
    "E104": N_("Until then nothing of the file can be asked."),
    "E105": N_("There is nothing in it to ask."),
    "E106": N_("The format says how the rest is to be read."),
    "E107": N_("Without its head a deck has no name to be known by."),
    "E108": N_("What is written in another shape is not read."),
    "E109": N_("There is nothing to ask."),
    "E110": N_("What stands there is not read."),
    "E111": N_("A question of this kind does not read it."),
    "E112": N_("Without it the question cannot be asked."),
    "E113": N_("An empty text says nothing."),
    "E114": N_("What is of another type is not read."),
    "E115": N_("With fewer it cannot be asked."),
    "E116": N_("The second says nothing, and as an option it gives itself away."),
    "E117": N_("By its id it is known, also when its file is renamed."),
    "E118": N_("What a student has learned hangs on the id."),
    "E119": N_("What a student has learned would belong to both."),
    "E120": N_("Nobody knows which of the two a quote is from."),
    "E121": N_("Without its kind nobody knows how to ask it."),
    "E122": N_("The question cannot be asked in this form."),
    "E123": N_("It cannot be told which day is meant."),
    "E124": N_("It cannot be told how exact an answer must be."),
    "E125": N_("It cannot be told which answers are right."),
    "E126": N_("It cannot be told which answers are near enough."),
    "E127": N_("It cannot be told how many are enough."),
    "E128": N_("A pair has two sides."),
    "E129": N_("It cannot be told which answer it stands for."),
    "E130": N_("Without a gap there is nothing to fill in."),
    "E131": N_("What a student has learned of a gap hangs on its name."),
    "E132": N_("The language decides how answers are marked."),
    "E133": N_("A reader could not follow it."),
    "E134": N_("It cannot be told whether the text is still the same."),
    "E135": N_("There is no text that it could be held against."),
    "E136": N_("What a student learns of a question hangs on its id."),
    "E137": N_("When its words change, what was learned of it would be lost."),
    "E138": N_("What a student has learned would belong to both."),
    "E139": N_("Only one of them can be opened."),
    "E140": N_("Whoever reads it later cannot tell whether it still holds."),
    "E141": N_("It would hide what goes wrong later."),
    "E142": N_("What stands there is not what is read."),
    "E201": N_("Its quotes cannot be held against it."),
    "E202": N_("A quote may no longer be what the source says."),
    "E203": N_("An answer rests on the words that the source has."),
    "E204": N_("It cannot be told which place is meant, and what stands around it."),
    "E205": N_("Whoever reads the quote does not see why the answer is right."),
    "E206": N_("One of the two must be wrong."),
    "E207": N_("Without it the number is more exact than its source."),
    "E208": N_("Nobody can tell what it rests on."),
    "E209": N_("Nobody can tell whether it says what is quoted."),
    "E210": N_("Who says so may be wrong, and then the answer is."),
    "E211": N_("Nobody can tell where its answer comes from."),
    "E301": N_("It can be answered without knowing anything."),
    "E302": N_("Whoever knows the other answer is marked wrong."),
    "E303": N_("Whoever chooses it is right, and is marked wrong."),
    "E304": N_("Whoever chooses it is right, and is marked wrong."),
    "E305": N_("Of two like options neither can be the answer, so both give themselves away."),
    "E306": N_("It can be chosen by its look alone."),
    "E307": N_("It can be chosen by its look alone."),
    "E308": N_("Options change places, and who knows two of them knows it all."),
    "E309": N_("A small word is easily overlooked, and what is not so is not worth learning."),
    "E310": N_("A question is asked alone, weeks later, among others."),
    "E311": N_("Whoever reads the one need not know the other."),
    "E312": N_("It would be learned twice, and each takes its own time."),
    "E313": N_("It would be learned twice, and each takes its own time."),
    "E314": N_("The reader looks for an answer of another kind."),
    "E315": N_("A hint is to help remembering, not to tell."),
    "E316": N_("Who knows only one of the answers is neither right nor wrong."),
    "E401": N_("Later nobody knows whether it still holds."),
    "E402": N_("It may no longer be true."),
    "E403": N_("What has not come yet cannot have been true."),
    "E404": N_("Later nobody knows when that was."),
    "E405": N_("One of the two days is wrong."),
    "E501": N_("The same answer would be right when typed and wrong when chosen."),
    "E502": N_("Whoever mistypes that one would be told that this is right."),
    "E503": N_("A slip of the keys decides more than what is known."),
    "E504": N_("Case and spaces do not count when an answer is marked."),
    "E505": N_("It would count for both."),
    "E506": N_("Any guess is right."),
    "E601": N_("The question would be asked without its picture."),
    "E602": N_("The question would be asked without its picture."),
    "E603": N_("Who cannot see the picture hears its description instead."),
    "E604": N_("There is nothing that it describes."),
    "E605": N_("Who hears the picture described need not know anything."),
    "E606": N_("Who cannot see the picture cannot answer."),
    "E607": N_("Nobody can answer without seeing it."),
}
"""Why each code matters, in a sentence."""

MENDS: dict[str, str] = {
    "write-format": N_("Write format = 1 at the top"),
    "write-id": N_("Write a new id"),
    "write-labels": N_("Name the gap “{label}”"),
    "write-sha256": N_("Write the text's new sha256, since every quote still stands in it"),
    "take-texts-own": N_("Take the text's own spaces and signs"),
    "drop-repeated": N_("Take {items} out of “{key}” where it stands again"),
    "drop-empty": N_("Take out what is empty in “{key}”"),
    "drop-key": N_("Leave out “{key}”"),
    "drop-accepted": N_("Take “{spelling}” out of “accept”"),
    "drop-signs": N_("Take what is not seen out of “{key}”"),
    "put-in-quotes": N_("Put “{key}” in quotes"),
    "take-quotes-off": N_("Take the quotes off “{key}”"),
    "put-in-brackets": N_("Put “{key}” in square brackets"),
}


def describe(finding: FindingToWord) -> Said:
    """A finding in the current language.

    Raises:
        KeyError: no wording is known, or a fact that it names is not told.
    """
    mend = finding.mend
    said = _(MENDS[mend.code]).format(**dict(mend.facts)) if mend is not None else ""
    return Said(_what(finding), _(WHY[finding.code.number]), said)


def _what(finding: FindingToWord) -> str:
    reason, facts = finding.reason, dict(finding.facts)
    if reason == "answer-not-in-quote" and facts.get("kind") in {"number", "date"}:
        reason = f"{facts['kind']}-differs"
    if reason == "long-to-type":
        return _long(int(facts["count"]), facts["most"])
    if reason in WORDING:
        return _(WORDING[reason]).format(**facts)
    coded = _Coded(finding.reason, finding.facts)
    if reason in faults.WORDING or reason in faults.AMONG_DECKS:
        return faults.describe(coded)
    return gates.describe(coded)


def _long(count: int, most: str) -> str:
    return ngettext(
        "The answer has {n} letter. More than {most} are much to type; accept a shorter one.",
        "The answer has {n} letters. More than {most} are much to type; accept a shorter one.",
        count,
    ).format(n=count, most=most)


def summary(findings: int, files: int, mendable: int) -> str:
    """The last line of a run: how much was found in how many decks, and how much can be mended."""
    if not findings:
        return ngettext(
            "{n} deck checked, nothing found.", "{n} decks checked, nothing found.", files
        ).format(n=files)
    found = ngettext("{n} finding", "{n} findings", findings).format(n=findings)
    decks = ngettext("{n} deck checked", "{n} decks checked", files).format(n=files)
    said = _("{decks}, {found}.").format(decks=decks, found=found)
    if not mendable:
        return said
    if mendable == findings:
        mend = ngettext(
            "It can be mended with --fix.", "All of them can be mended with --fix.", findings
        )
    else:
        mend = ngettext(
            "{n} of them can be mended with --fix.",
            "{n} of them can be mended with --fix.",
            mendable,
        ).format(n=mendable)
    return f"{said} {mend}"


def checking() -> str:
    """What the bar says while decks are checked."""
    return _("Checking")


def mended(place: str, number: str, mend: str) -> str:
    """A line on what was mended."""
    return _("{place} {number} mended: {mend}").format(place=place, number=number, mend=mend)


def written_elsewhere() -> str:
    """Why a file was not mended that another program wrote again and again."""
    return _("another program is writing it just now")


def unwritten(path: str, reason: str) -> str:
    """Why nothing was mended in a file."""
    return _("{path} could not be written: {reason}. It is as it was.").format(
        path=path, reason=reason
    )


def read_only() -> str:
    """Why a file is left that nobody may write."""
    return _("it is read-only")


def drafts(path: str, count: int) -> str:
    """That the editor keeps drafts of a deck, which were not looked at."""
    return ngettext(
        "{path}: the editor keeps {n} draft that is not in the file, and not checked.",
        "{path}: the editor keeps {n} drafts that are not in the file, and not checked.",
        count,
    ).format(path=path, n=count)


def no_decks() -> str:
    """What is said where there is nothing to check."""
    return _("There is no deck to check. Name a deck, or a folder with decks.")


def no_such_code(code: str, known: str) -> str:
    """What is said of a code that does not exist."""
    return _("There is no code {code}. Codes begin with {known}.").format(code=code, known=known)


def no_code_named(known: str) -> str:
    """What is said where a code was to be named and none was."""
    return _("No code is named. Codes begin with {known}.").format(known=known)


def group_of_codes(begins: str, codes: str) -> str:
    """What is said where the beginning of several codes stands for one."""
    return _("Several codes begin with {begins}. Name one of them: {codes}.").format(
        begins=begins, codes=codes
    )


def no_such_day(day: str) -> str:
    """What is said of a day that cannot be read."""
    return _("{day} is no day. Write it as 2026-11-24.").format(day=day)


def no_page(code: str) -> str:
    """What is said where the help on a code is missing."""
    return _("The page on {code} is missing. Install Quizapp again.").format(code=code)

"""The faults of a deck file in words: what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quizapp.words import N_, _


class FaultInFile(Protocol):
    """What a fault must tell to be worded: its code, and the facts the wording names."""

    @property
    def code(self) -> str:
        """Which wording."""

    @property
    def facts(self) -> Sequence[tuple[str, str]]:
        """Name and value of each fact."""


WORDING: dict[str, str] = {
    # The file as a whole.
    "missing": N_("There is no such file. Look whether it was moved or renamed."),
    "is-folder": N_("This is a folder, not a deck. Open a file whose name ends in .toml."),
    "link-loop": N_("This is a link that leads back to itself. Put the file in its place."),
    "not-a-file": N_("This is a device or a pipe, not a file. Open a file that ends in .toml."),
    "too-large": N_("The file is larger than 32 MB. Split the deck into several files."),
    "unreadable": N_("The file cannot be read: {reason}. Look at its permissions and the disk."),
    "not-utf8": N_(
        "The text is not UTF-8 (the byte {byte} fits nowhere). Save the file again with the "
        "encoding UTF-8."
    ),
    "empty": N_("The file is empty. A deck begins with format = 1 and [deck]."),
    "not-toml": N_("This is not TOML: {message} (line {line}, column {column})."),
    "not-toml-limit": N_(
        "This cannot be read as TOML: brackets are nested too deeply, or a number has thousands "
        "of digits. Take that part out."
    ),
    "not-a-deck": N_(
        "This is TOML, but no deck. A deck begins with format = 1, then [deck] with an id and a "
        "title, then a [[question]] for each question."
    ),
    "format-newer": N_(
        "The deck is written in format {value}, and this Quizapp reads format 1. A newer Quizapp "
        "opens it."
    ),
    "format-wrong": N_("The format is {value}. Write format = 1, without quotes."),
    # The deck and its blocks.
    "format-missing": N_("The format is not given. Write format = 1 as the first line."),
    "deck-missing": N_("The deck has no head. Write [deck] with an id and a title at the top."),
    "deck-shape": N_("“deck” must be one block. Write [deck], in single brackets, once."),
    "blocks-wanted": N_(
        "Each “{key}” must be a block of its own. Write [[{key}]], in double brackets, above each."
    ),
    "no-questions": N_("The deck has no questions. Write [[question]] and its lines below it."),
    "id-form": N_(
        "“{value}” is no id. Use up to 64 of the small letters a to z, digits, hyphen, underscore "
        "and full stop, beginning with a letter or digit."
    ),
    "language-tag": N_('“{value}” is no language tag. Write language = "en", "sq" or "pt-BR".'),
    "source-twice": N_(
        "The id “{id}” is already that of the source on line {first}. Give this one another id."
    ),
    "sha256-shape": N_(
        "“{value}” is no SHA-256. Write its 64 digits in 0-9 and a-f, or leave the line out."
    ),
    "sha256-alone": N_("“sha256” says nothing without “file”. Add the file, or leave it out."),
    "url-form": N_(
        "“{value}” is no web address. Write it whole, beginning with https:// or http://."
    ),
    "text-changed": N_(
        "The text {path} has changed since this deck was checked against it. See that the quotes "
        'still hold, then write sha256 = "{found}".'
    ),
    "date-ahead": N_("“{key}” is {value}, which has not come yet. Mend the date."),
    # Files that the deck names.
    "file-outside": N_(
        "{path} lies outside the deck's folder. Put the file beside the deck or below it, and "
        "write its path from there, with / between folders."
    ),
    "file-missing": N_("There is no file {path}. Put it there, or mend the path."),
    "file-is-folder": N_("{path} is a folder. Name the file in it."),
    "file-link-loop": N_("{path} is a link that leads back to itself. Put the file in its place."),
    "file-not-a-file": N_("{path} is a device or a pipe. Name an ordinary file."),
    "file-too-large": N_(
        "{path} is too large: an image may have 20 MB, a text 32 MB. Make it smaller."
    ),
    "file-unreadable": N_(
        "{path} cannot be read: {reason}. Look at its permissions and the disk."
    ),
    "file-not-utf8": N_(
        "{path} is not UTF-8 (see its line {text_line}). Save it again with the encoding UTF-8."
    ),
    "not-an-image": N_(
        "{path} is no image that can be shown. Use a PNG, JPEG, GIF, WebP or SVG file."
    ),
    "image-alt-alone": N_(
        '“image_alt” describes an image, but there is none. Add image = "…", or leave it out.'
    ),
    # Keys and types.
    "unknown-key": N_("“{key}” is not known here. Did you mean “{nearest}”?"),
    "unknown-key-far": N_("“{key}” is not known here. Leave it out, or use one of: {known}."),
    "key-of-other-kind": N_(
        "“{key}” does not belong to a question of kind “{kind}”, but to {kinds}. Leave it out, or "
        "change the kind."
    ),
    "missing-key": N_("“{key}” is missing. Write, for example: {example}"),
    "empty-text": N_("“{key}” is empty. Write its text between the quotes."),
    "empty-optional": N_("“{key}” is empty. Write its text between the quotes, or leave it out."),
    "empty-item": N_("“{key}” holds an empty text. Write it, or take it out of the list."),
    "text-wanted": N_('“{key}” must be one text. Write {key} = "…", without brackets.'),
    "quotes-wanted": N_('“{key}” must be a text. Write it in quotes: {key} = "{value}"'),
    "list-wanted": N_("“{key}” must be a list. Write it in square brackets: {example}"),
    "item-text-wanted": N_(
        "“{key}” must hold texts, with no brackets within its brackets. Write, for example: "
        "{example}"
    ),
    "item-quotes-wanted": N_('Each text in “{key}” needs quotes. Write "{value}" for {value}.'),
    "flag-wanted": N_("“{key}” must be true or false. Write {key} = true, without quotes."),
    "too-few": N_("“{key}” holds {count}, and needs {least} at least. Add what is missing."),
    "repeated-item": N_("“{item}” stands twice in “{key}”. Take one of them out or change it."),
    # Dates.
    "date-shape": N_(
        '{value} is no date that can be read here. Write {key} = "2008", "2008-02" or '
        '"2008-02-17".'
    ),
    "no-such-date": N_("There is no date {value}. Mend its month or day."),
    "day-wanted": N_("“{key}” must be a whole date. Write {key} = 2027-01-01, for {value}."),
    "review-due": N_(
        "The question was to be checked by {value}. See whether it still holds, and write a later "
        "day."
    ),
    "unknown-precision": N_(
        '{value} is no precision. Write precision = "year", "month" or "day".'
    ),
    "precision-finer": N_(
        "The precision “{value}” asks for more than the answer {answer} tells. Give the whole "
        "date, or ask for less."
    ),
    # Questions.
    "question-id-form": N_(
        "“{value}” is no question's id: it has ten of the small letters a to z and the digits 2 "
        "to 7. Leave the line out, and a new id is written when the deck is begun."
    ),
    "id-twice": N_(
        "The id “{id}” stands on line {first} already, and again on line {second}, as after a "
        "block is copied or two branches are merged. Leave it out of the newer question, and a "
        "new one is written when the deck is begun."
    ),
    "unknown-kind": N_("There is no kind “{value}”. Did you mean “{nearest}”?"),
    "unknown-kind-far": N_("There is no kind “{value}”. Use one of: {known}."),
    "wrong-is-right": N_(
        "“{item}” stands among the wrong answers and is the right one. Take it out of “wrong”."
    ),
    "wrong-is-accepted": N_(
        "“{item}” is both accepted and wrong. Take it out of “accept” or out of “wrong”."
    ),
    "unknown-form": N_("“{value}” is no form. Use “choose”, “type” and “recall”."),
    "forms-choose": N_(
        "To be chosen, a question needs two wrong answers at least, and has {count}. Add to "
        '“wrong”, or take "choose" out of “forms”.'
    ),
    "number-quoted": N_("The answer is a number. Write it without quotes: answer = {plain}"),
    "number-wanted": N_("{value} is no number. Write, for example: answer = 3770"),
    "number-finite": N_("“{key}” is {value}, which nobody can type. Write a number with digits."),
    "number-range": N_("“{key}” is too long to be asked. Write a number of at most 100 digits."),
    "tolerance-shape": N_(
        '{value} is no tolerance. Write an amount, tolerance = 50, or a share, tolerance = "5%".'
    ),
    "tolerance-negative": N_("The tolerance {value} is below zero. Write it without the minus."),
    "tolerance-percent": N_("The tolerance {value} is above 100 %. Write a smaller share."),
    "need-wanted": N_("{value} is no count. Write need = {count}, or any whole number below."),
    "need-range": N_(
        "{value} of the answers are needed, and there are {count}. Write a number from 1 to "
        "{count}."
    ),
    "pair-shape": N_('{value} is no pair. Write two texts in brackets: ["Kosovo", "Pristina"]'),
    "accept-plain": N_(
        "This question has one answer, so “accept” holds plain spellings. Write "
        'accept = ["{spelling}"]'
    ),
    "accept-pair": N_(
        "A spelling needs the answer that it stands for. Write "
        'accept = [["{spelling}", "{answer}"]]'
    ),
    "accept-target": N_(
        "“{answer}” is none of the answers, so no spelling can stand for it. Did you mean "
        "“{nearest}”?"
    ),
    "accept-is-answer": N_(
        "“{spelling}” is an answer of its own, and cannot stand for another. Take it out of "
        "“accept”."
    ),
    "gap-none": N_("The text has no gap. Put two braces around what is asked: {{{{Serbia}}}}"),
    "gap-empty": N_("The gap {gap} is empty. Write the words to be found between the braces."),
    "gap-braces": N_(
        "The braces of the gaps do not match. Each gap begins with {{{{ and ends with }}}}, and "
        "none lies within another."
    ),
    "gap-label": N_(
        "What stands before the colon in “{gap}” cannot name a gap. Use small letters a to z, "
        "digits and underscore; if the colon belongs to the words, name the gap before them: "
        "{{{{name:{gap}}}}}"
    ),
    "gap-label-twice": N_("Two gaps are named “{gap}”. Give each a name of its own."),
    # Evidence.
    "evidence-shape": N_(
        "The evidence must be a block. Write [question.evidence], then source and quote below it."
    ),
    "unknown-source": N_("There is no source “{source}”. Did you mean “{nearest}”?"),
    "unknown-source-far": N_(
        "There is no source “{source}” in this deck. Write a [[source]] with this id, or name one "
        "that is there."
    ),
    "quote-near": N_(
        "The quote “{quote}” is not in the text of “{source}”, letter by letter. Nearest to it "
        "is: {passage}"
    ),
    "quote-not-found": N_(
        "The quote “{quote}” is not in the text of “{source}”. Copy the sentence from there."
    ),
    "quote-twice": N_(
        "The quote “{quote}” stands twice in the text, on its lines {first} and {second}. Make "
        "the quote longer, until it stands on one place only."
    ),
}

# What the author of a text that is no TOML most likely did.
TOML_CAUSES: dict[str, str] = {
    "bare-value": N_("Text must stand in quotes; a number, date, true or false must not."),
    "more-behind": N_(
        'Something follows the end of a value. A quotation mark within a text is written \\" '
        "and each key has its own line."
    ),
    "not-closed": N_("A text is not closed. Write the quotation mark at its end."),
    "apostrophe-not-closed": N_("A text is not closed. Write the apostrophe at its end."),
    "apostrophe-within": N_(
        'An apostrophe ends a text that begins with one. Write the text in double quotes: "…"'
    ),
    "backslash": N_("A backslash within a text is written twice: \\\\"),
    "half-character": N_("An escape stands for half a character. Write the character itself."),
    "key-twice": N_("This key is written twice in one block. Take one out."),
    "block-twice": N_("This block is written twice. Each question begins with [[question]]."),
    "no-equals": N_("A line must read: key = value"),
    "no-statement": N_("A line must begin with a key, a bracket or #."),
    "list-not-closed": N_("A list is not closed. Write ] at its end, and commas between items."),
    "table-not-closed": N_(
        "A table is not closed. Write }} at its end, on the same line, with no comma before it."
    ),
    "brackets": N_("Write [deck] and [question.evidence], but [[source]] and [[question]]."),
    "no-such-date": N_("There is no such date. Mend its month or day."),
    "leading-zero": N_(
        "A number does not begin with 0. Leave the zeros out, or put it in quotes if it is a text."
    ),
    "number-written-otherwise": N_(
        "A number is written with a full stop and nothing between its thousands: 3770 or 6.5. "
        "Anything else stands in quotes."
    ),
    "flag-in-capitals": N_("Write true or false in small letters."),
    "curled-quotes": N_(
        'Here stands {sign}, a curled quotation mark. A text begins and ends with straight ones: "'
    ),
    "other-space": N_(
        "Here stands {sign}, which looks like a space and is another sign. Write a plain space."
    ),
    "bare-return": N_(
        "A line ends with {sign} alone, as old programs write it. Save the file with the line "
        "ends of Unix or Windows."
    ),
    "zero-bytes": N_(
        "Here stands {sign}, a zero byte, as in a file that is saved as UTF-16 or damaged. Save "
        "it again with the encoding UTF-8."
    ),
    "hidden-sign": N_("Here stands {sign}, a sign that is not seen. Take it out."),
}


AMONG_DECKS: dict[str, str] = {
    # Found between files, not within one.
    "id-in-other-deck": N_(
        "The id “{id}” stands in another deck already: {path}. A question that was moved has to "
        "leave that one; of one that was copied leave the line out, and it is given a new id."
    ),
    "name-not-utf8": N_(
        "Its name is not UTF-8, so it cannot be opened where it lies: {path}. Rename it in plain "
        "letters."
    ),
    "copy-differs": N_("A copy of it would not hold the same questions. Copy its folder by hand."),
}


def describe(fault: FaultInFile) -> str:
    """The fault in the current language, in one or two sentences.

    Raises:
        KeyError: no wording is known for the code, or a fact that it names is not told.
    """
    facts = dict(fault.facts)
    words = AMONG_DECKS.get(fault.code) or WORDING[fault.code]
    message = _(words).format(**facts)
    cause = facts.get("cause", "")
    if fault.code == "not-toml" and cause:
        return f"{message} {_(TOML_CAUSES[cause]).format(sign=facts['sign'])}"
    return message

"""What a deck's page says of its deck: its parts, its steps, and a line for each thing listed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.content.deck import Fault, Severity
from quizapp.content.question import Kind
from quizapp.study.library import (
    CardLine,
    DeckShown,
    QuestionLine,
    SpellingLine,
    reading_minutes,
)
from quizapp.ui.deck_table import counts_in_words
from quizapp.ui.lines_model import Line, clipped
from quizapp.ui.theme import Role
from quizapp.words import _, ngettext
from quizapp.words.faults import describe

_EMPHASIS = re.compile(r"(\*\*|\*|__|`)(\S(?:.*?\S)?)\1")


def parts(shown: DeckShown) -> list[tuple[str, str]]:
    """The parts that hold something, with their words."""
    found = [("questions", _("Questions: {n}").format(n=len(shown.questions)))]
    if shown.faults:
        found.append(("faults", _("To mend: {n}").format(n=len(shown.faults))))
    if shown.flagged:
        found.append(("flagged", _("Flagged: {n}").format(n=len(shown.flagged))))
    if shown.set_aside:
        found.append(("aside", _("Set aside: {n}").format(n=len(shown.set_aside))))
    if shown.spellings:
        found.append(("spellings", _("Accepted spellings: {n}").format(n=len(shown.spellings))))
    return found


def said_of(part: str) -> str:
    """What is to be known of a part, "" for nothing."""
    match part:
        case "faults":
            return _("Mend these lines in the file; the deck is read again when it is saved.")
        case "flagged":
            return _("You said that something is wrong with these.")
        case "aside":
            return _(
                "These are not asked. One that is missed again and again is often unclear, or"
                " easily confused with another: read the sentence it rests on in the article,"
                " then have it asked again, or start over as if it were new."
            )
        case "spellings":
            return _(
                "You said that these are right too. One that is taken back counts as the deck"
                " has it from then on; answers given before stay as they were marked."
            )
    return ""


def lines_of(part: str, shown: DeckShown) -> Sequence[Line]:
    """The lines of a part."""
    match part:
        case "faults":
            return [_fault_line(at, fault) for at, fault in enumerate(shown.faults)]
        case "flagged":
            return [_flagged_line(card) for card in shown.flagged]
        case "aside":
            return [_aside_line(card) for card in shown.set_aside]
        case "spellings":
            return [_spelling_line(at, one) for at, one in enumerate(shown.spellings)]
    return [_question_line(at, question) for at, question in enumerate(shown.questions)]


def question_of(part: str, key: str, shown: DeckShown) -> str:
    """The question that a line of a part is about, as `Library.question` names it, or ""."""
    if part == "faults" or not key:
        return ""
    if part == "spellings":
        return shown.spellings[int(key)].question
    return key.partition("/")[0]


def deck_steps(shown: DeckShown) -> list[tuple[str, str]]:
    """What can be done with the deck, the likeliest first."""
    entry, counts = shown.line.entry, shown.line.counts
    steps = []
    if not entry.begun:
        if shown.questions:
            steps.append(("begin", _("Begin")))
    else:
        if counts.due or counts.new:
            steps.append(("study", _("Study")))
        steps.append(("over", _("Go over every question")))
    if shown.articles:
        minutes = reading_minutes(shown.articles[0].text)
        words = ngettext(
            "Read the article, {n} minute", "Read the article, {n} minutes", minutes
        ).format(n=minutes)
        steps.append(("read", words))
    steps.append(("edit", _("Edit")))
    if entry.begun:
        steps.append(("leave out", _("Leave out of the plan")))
    steps.append(("folder", _("Open folder")))
    return steps


def standing(shown: DeckShown) -> str:
    """How far the student is with the deck."""
    entry, counts = shown.line.entry, shown.line.counts
    if entry.begun:
        told = [counts_in_words(counts.due, counts.new)]
    else:
        told = [_("out of the plan") if counts.learned else _("not begun")]
    if counts.cards:
        told.append(
            _("{learned} of {cards} cards seen").format(learned=counts.learned, cards=counts.cards)
        )
    if entry.bundled:
        told.append(_("comes with Quizapp"))
    return " · ".join(told)


def _question_line(at: int, question: QuestionLine) -> Line:
    prompt, answer = clipped(question.prompt), clipped(question.answer)
    if question.kind is Kind.FLASHCARD:  # Markdown, of which a line shows the words
        prompt, answer = (_EMPHASIS.sub(r"\2", text) for text in (prompt, answer))
    under = ((answer, Role.MUTED),) if answer else ()
    return Line(question.id or f"#{at}", prompt, under, question.search)


def _fault_line(at: int, fault: Fault) -> Line:
    kept_out = fault.severity is Severity.ERROR
    where = _("line {line}").format(line=fault.line) if fault.line else _("the whole file")
    effect = _("not asked until it is mended") if kept_out else _("asked all the same")
    role = Role.WRONG if kept_out else Role.ATTENTION
    return Line(str(at), describe(fault), ((f"{where} · {effect}", role),))


def _flagged_line(card: CardLine) -> Line:
    reason = card.flag or _("no reason given")
    return Line(card.card, clipped(card.prompt), ((reason, Role.ATTENTION),))


def _aside_line(card: CardLine) -> Line:
    if card.leech:
        words = ngettext("missed {n} time", "missed {n} times", card.lapses).format(n=card.lapses)
    else:
        words = _("set aside by you")
    return Line(card.card, clipped(card.prompt), ((words, Role.MUTED),))


def _spelling_line(at: int, one: SpellingLine) -> Line:
    return Line(str(at), clipped(one.spelling), ((clipped(one.prompt), Role.MUTED),))

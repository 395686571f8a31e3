"""What a question on the desk is called: its kind, light and state, and where words are from."""

from __future__ import annotations

from quizapp.author.field_reading import UnfinishedError
from quizapp.content.question import Cloze, Kind, Question, filled_in, gaps
from quizapp.content.right_answer import answer_text
from quizapp.generate.candidate import Light
from quizapp.generate.desk import Desk, Item, State
from quizapp.ui.lines_model import Line
from quizapp.ui.theme import Role
from quizapp.words import N_, _, deciding, ngettext
from quizapp.words.field_troubles import describe_trouble

_MOST_TROUBLES = 2  # told at a time
_KINDS = {
    Kind.SHORT: N_("Short answer"),
    Kind.CHOICE: N_("Choose one"),
    Kind.MULTI: N_("Choose all that are right"),
    Kind.TRUE_FALSE: N_("True or false"),
    Kind.NUMBER: N_("Number"),
    Kind.DATE: N_("Date"),
    Kind.LIST: N_("List"),
    Kind.ORDER: N_("Put in order"),
    Kind.MATCH: N_("Pairs"),
    Kind.CLOZE: N_("Gap"),
    Kind.FLASHCARD: N_("Flashcard"),
}
LIGHT_ICON = {Light.GREEN: "check", Light.AMBER: "search", Light.RED: "cross"}
LIGHT_ROLE = {Light.GREEN: Role.RIGHT, Light.AMBER: Role.ATTENTION, Light.RED: Role.WRONG}
_STATE_ROLE = {State.OPEN: Role.MUTED, State.KEPT: Role.RIGHT, State.REFUSED: Role.MUTED}


def kind_words(kind: Kind) -> str:
    """A kind of question."""
    return _(_KINDS[kind])


def state_words(item: Item) -> str:
    """What was decided: "Kept", "Refused: too easy", "Kept · in a deck"."""
    words = deciding.state(item.state)
    if item.reason:
        words = _("{state}: {reason}").format(state=words, reason=item.reason)
    if item.saved_in:
        words += " · " + _("in your deck")
    return words


def field_words(error: UnfinishedError) -> str:
    """What is missing or wrong in the form."""
    told = (describe_trouble(trouble) for trouble in error.troubles[:_MOST_TROUBLES])
    return " ".join(dict.fromkeys(told))


def answer_words(question: Question) -> str:
    """The answer in one line; of a cloze the words of its gaps."""
    if isinstance(question.body, Cloze):
        return ", ".join(gap.answer for gap in gaps(question.body.text))
    return answer_text(question)


def prompt_words(question: Question) -> str:
    """What is asked, in one line."""
    return filled_in(question.prompt) if isinstance(question.body, Cloze) else question.prompt


def counter_words(desk: Desk, item: Item | None) -> str:
    """Where one is: "7 of 31 · 5 kept"."""
    items = desk.items
    kept = sum(one.state is State.KEPT for one in items)
    told = []
    if item is not None:
        at = next((n for n, one in enumerate(items, 1) if one.id == item.id), 0)
        if at:
            told.append(_("{number} of {total}").format(number=at, total=len(items)))
    if not told:
        told.append(ngettext("{n} question", "{n} questions", len(items)).format(n=len(items)))
    told.append(ngettext("{n} kept", "{n} kept", kept).format(n=kept))
    return " · ".join(told)


def done_words(desk: Desk) -> str:
    """That nothing is left to decide, and what comes next."""
    if desk.to_save():
        return _("Every question is decided. Save them when you like.")
    return _("Every question is decided.")


def line_of(item: Item) -> Line:
    """A question in the list of all."""
    state, light = state_words(item), deciding.light(item.light)
    prompt, answer = prompt_words(item.question), answer_words(item.question)
    role = _STATE_ROLE[item.state] if item.state is not State.OPEN else LIGHT_ROLE[item.light]
    search = f"{prompt} {answer} {state} {light}".casefold()
    return Line(item.id, prompt, ((answer, Role.MUTED), (f"{state} · {light}", role)), search)


def hidden_count(desk: Desk) -> int:
    """How many doubtful questions are shown only when they are asked for."""
    shown, desk.show_red = desk.show_red, True
    everything = len(desk.items)
    desk.show_red = False
    hidden = everything - len(desk.items)
    desk.show_red = shown
    return hidden

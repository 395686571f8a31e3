"""Which form a card is asked in: chosen, then typed, at last recalled."""

from __future__ import annotations

from quizapp.content.question import Form, Kind, Question, Short
from quizapp.schedule.card import CardState

RIGHT_RUN = 2
RECALL_ABOVE_DAYS = 60.0
LONGEST_TYPED = 40
LEAST_WRONG = 2
ONLY_FORM = {
    Kind.CHOICE: Form.CHOOSE,
    Kind.MULTI: Form.CHOOSE,
    Kind.TRUE_FALSE: Form.CHOOSE,
    Kind.NUMBER: Form.TYPE,
    Kind.DATE: Form.TYPE,
    Kind.LIST: Form.TYPE,
    Kind.CLOZE: Form.TYPE,
    Kind.ORDER: Form.ORDER,
    Kind.MATCH: Form.MATCH,
    Kind.FLASHCARD: Form.RECALL,
}


def form_for(state: CardState, question: Question, fixed: Form | None = None) -> Form:
    """The form a card is asked in now.

    A `short` question is chosen until it was right twice running, then typed, and recalled once
    its stability passes 60 days; a lapse ends the run and so returns it to chosen. A form that
    the student fixed for the deck holds wherever the question permits it. Every other kind has
    one form.

    Args:
        state: of the card.
        question: that it asks.
        fixed: the form fixed for the deck, None for none.
    """
    if not isinstance(question.body, Short):
        return ONLY_FORM[question.kind]
    permitted = permitted_forms(question.body)
    if fixed in permitted:
        return fixed
    return next(form for form in _wanted(state, question.body) if form in permitted)


def permitted_forms(short: Short) -> frozenset[Form]:
    """The forms a `short` question may be asked in: two or more `wrong` make it choosable.

    Where `forms` leaves only a form it cannot be asked in, it is typed, or recalled if its
    answer is long.
    """
    possible = {Form.RECALL, Form.TYPE}
    if len(short.wrong) >= LEAST_WRONG:
        possible.add(Form.CHOOSE)
    allowed = possible.intersection(short.forms) if short.forms else possible
    return frozenset(allowed or {_written(short)})


def _wanted(state: CardState, short: Short) -> tuple[Form, ...]:
    """Forms from the most wanted to the least."""
    written = _written(short)
    other = Form.RECALL if written is Form.TYPE else Form.TYPE
    if state.right_run < RIGHT_RUN:
        return (Form.CHOOSE, written, other)
    if state.stability > RECALL_ABOVE_DAYS:
        return (Form.RECALL, Form.TYPE, Form.CHOOSE)
    return (written, other, Form.CHOOSE)


def _written(short: Short) -> Form:
    return Form.RECALL if len(short.answer) > LONGEST_TYPED else Form.TYPE

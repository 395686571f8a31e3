"""What the ways to ask a question are called."""

from __future__ import annotations

from quizapp.author.trying import Way
from quizapp.content.question import REVERSE, Form
from quizapp.words import N_, _

_FORMS = {
    Form.CHOOSE: N_("Choose"),
    Form.TYPE: N_("Type"),
    Form.RECALL: N_("Recall"),
    Form.ORDER: N_("Put in order"),
    Form.MATCH: N_("Join"),
}


def way_words(way: Way, *, several_forms: bool) -> str:
    """What a way to ask is called: its form, or which gap or direction."""
    form = _(_FORMS[way.form])
    if not way.part:
        return form
    part = _("the other way round") if way.part == REVERSE else way.part
    return f"{form}: {part}" if several_forms else part

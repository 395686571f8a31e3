"""Steps of an author in words: what undo takes back, and what redo does again."""

from __future__ import annotations

from quizapp.author.told import Step
from quizapp.content.question import Kind
from quizapp.words import N_, _, ngettext

_FIELDS = {
    "prompt": N_("change question"),
    "answers": N_("change answer"),
    "wrong": N_("change wrong options"),
    "accept": N_("change accepted spellings"),
    "pairs": N_("change pairs"),
    "holds": N_("change true or false"),
    "correction": N_("change what is true"),
    "unit": N_("change unit"),
    "tolerance": N_("change how far off is right"),
    "precision": N_("change how exact it must be"),
    "need": N_("change how many are wanted"),
    "forms": N_("change how it is asked"),
    "both_ways": N_("change asking both ways"),
    "hint": N_("change hint"),
    "explanation": N_("change explanation"),
    "tags": N_("change tags"),
    "as_of": N_("change “as of”"),
    "review_by": N_("change “check again”"),
    "attribution": N_("change whose claim it is"),
    "source": N_("change source"),
    "quote": N_("change what it rests on"),
    "image": N_("change picture"),
    "image_alt": N_("change description of the picture"),
}
_OF_KIND = {
    ("prompt", Kind.TRUE_FALSE): N_("change statement"),
    ("prompt", Kind.CLOZE): N_("change text with gaps"),
    ("prompt", Kind.FLASHCARD): N_("change front"),
    ("answers", Kind.FLASHCARD): N_("change back"),
    ("answers", Kind.MULTI): N_("change right options"),
    ("answers", Kind.LIST): N_("change answers"),
    ("answers", Kind.ORDER): N_("change items"),
}
_STEPS = {
    "change": N_("change question"),
    "tag": N_("add a tag"),
    "untag": N_("take a tag away"),
    "kind": N_("change the kind"),
    "mend": N_("mend"),
    "accept": N_("accept a spelling"),
    "confirm": N_("confirm"),
    "head": N_("change the deck"),
    "image": N_("change picture"),
    "resolve": N_("choose a version"),
}
_SOURCES = {
    "add": N_("add source"),
    "change": N_("change source"),
    "remove": N_("remove source"),
}


def undo_words(step: Step | None) -> str:
    """What undo would take back: "Undo: change answer"."""
    return _("Undo: {step}").format(step=_named(step)) if step else _("Undo")


def redo_words(step: Step | None) -> str:
    """What redo would do again."""
    return _("Redo: {step}").format(step=_named(step)) if step else _("Redo")


def _named(step: Step) -> str:
    facts = dict(step.facts)
    field, kind = facts.get("field", ""), facts.get("kind", "")
    special = next((w for (f, k), w in _OF_KIND.items() if (f, k.value) == (field, kind)), "")
    if step.code == "change" and field in _FIELDS:
        return _(special or _FIELDS[field])
    if step.code == "source":
        return _(_SOURCES.get(facts.get("how", ""), _SOURCES["change"]))
    return _counted(step.code, int(facts.get("count", "1"))) or _(
        _STEPS.get(step.code, _STEPS["change"])
    )


def _counted(code: str, n: int) -> str:
    match code:
        case "add":
            return ngettext("add question", "add {n} questions", n).format(n=n)
        case "delete":
            return ngettext("delete question", "delete {n} questions", n).format(n=n)
        case "duplicate":
            return ngettext("duplicate question", "duplicate {n} questions", n).format(n=n)
        case "move":
            return ngettext("move question", "move {n} questions", n).format(n=n)
        case _:
            return ""

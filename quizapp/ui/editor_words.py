"""The editor's page in words: how the deck is saved, what undo takes back, what a kind drops."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.author.door import Desk
from quizapp.author.told import Dropped, SaveState
from quizapp.content.question import Kind
from quizapp.ui.editor_lines import KINDS
from quizapp.words import N_, _, ngettext

_FIELDS = {
    "prompt": N_("the prompt"),
    "answers": N_("the answers"),
    "wrong": N_("the wrong options"),
    "accept": N_("the accepted spellings"),
    "pairs": N_("the pairs"),
    "correction": N_("the correction"),
    "unit": N_("the unit"),
    "tolerance": N_("the tolerance"),
    "precision": N_("the precision"),
    "need": N_("how many are needed"),
    "forms": N_("the forms"),
    "both_ways": N_("both ways"),
    "holds": N_("true or false"),
}
_DROPPED = {
    "prompt": N_("the question, in whose place the sentence stands that it rests on"),
    "answers": N_("the answer"),
    "others": N_("all answers but the first"),
    "rights": N_("the right halves of the pairs"),
    "gaps": N_("all gaps but the first, whose words stay in the text"),
    "holds": N_("that the statement is false"),
    "both_ways": N_("that it is asked both ways"),
}
_MOST_WORDS, _LONGEST = 5, 60  # things named of a field, and letters of each
_BADLY = {
    SaveState.GONE: N_("The file is gone or empty; all is kept here"),
    SaveState.BROKEN: N_("The file cannot be read just now; all is kept here"),
    SaveState.FAILED: N_("Not saved; all is kept here"),
}


def save_words(desk: Desk, unfinished: int, *, saving: bool) -> str:
    """How the deck on the desk stands to its file.

    Args:
        desk: the deck.
        unfinished: how many of its questions are.
        saving: it is being written just now.
    """
    if desk.state is SaveState.CONFLICT:
        n = len(desk.conflicts)
        return ngettext(
            "{n} question was changed in two places", "{n} questions were changed in two places", n
        ).format(n=n)
    if desk.state in _BADLY:
        return _(_BADLY[desk.state])
    if saving or desk.state is SaveState.WAITING:
        return _("Saving…")
    if unfinished:
        return ngettext(
            "{n} question unfinished: kept as a draft",
            "{n} questions unfinished: kept as drafts",
            unfinished,
        ).format(n=unfinished)
    if desk.state is SaveState.UNFINISHED:
        return _("Saved, but for a value still being typed")
    return _("Saved")


def trouble_words(state: SaveState, error: str, *, kept: bool = True) -> str:
    """What happened to the file, what is safe, and what to do; "" where all is well.

    Args:
        state: how the deck stands to its file.
        error: what the system says of it, "" for nothing.
        kept: what could not be written is a draft on disk.
    """
    match state:
        case SaveState.GONE:
            return _(
                "The deck's file was deleted, moved away or emptied. Everything is kept here. Put"
                " the file back and what you changed goes into it, or write it anew where it was."
            )
        case SaveState.BROKEN:
            return _(
                "Something outside changed the deck's file, and it is no deck just now. It was"
                " not touched, and everything is kept here. Mend the file, or bring back an"
                " earlier state of it; then what you changed goes into it."
            )
        case SaveState.FAILED:
            told = _("The deck's file could not be written.")
            safe = _(
                "The file is as it was, and everything is kept here while the window is open."
                " Make room on the disk or allow writing; it is tried again by itself."
            )
            if kept:
                safe = _(
                    "The file is as it was, and everything is kept as a draft. Allow writing or"
                    " make room on the disk; it is tried again by itself."
                )
            return " ".join(part for part in (told, error, safe) if part)
        case _:
            return ""


def dropped_words(kind: Kind, dropped: Sequence[Dropped]) -> str:
    """What has no place in another kind, each thing by its words, before it is dropped."""
    lines = [_("“{kind}” has no place for:").format(kind=_(KINDS[kind]))]
    lines += [f"– {_dropped_line(one)}" for one in dropped]
    lines.append(_("All else stays. Undo brings back what is left out."))
    return "\n".join(lines)


def _dropped_line(one: Dropped) -> str:
    what = _(_DROPPED.get(one.what) or _FIELDS[one.what])
    if not one.words:
        return what
    shown = [_("“{words}”").format(words=_short(words)) for words in one.words[:_MOST_WORDS]]
    more = len(one.words) - len(shown)
    if more:
        shown.append(ngettext("{n} more", "{n} more", more).format(n=more))
    return f"{what}: {', '.join(shown)}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"

"""Where an author is after an undo: at the question that stands as before."""

from __future__ import annotations

from quizapp.generate.desk import Desk
from quizapp.generate.draft_steps import Code, State

_OF_ARTICLE = frozenset({Code.DATED, Code.DESCRIBED})
"""Steps that were taken for the whole article, so that no question is gone back to."""


def after_undo(desk: Desk, at: str, code: str) -> str:
    """The id of the question to have at hand; a doubtful one that would be hidden is shown.

    Args:
        desk: whose last step was just taken back.
        at: the id of the question at hand before.
        code: what the step did.

    Returns:
        `at` where the undo changed that one, or none that is there.
    """
    if code in _OF_ARTICLE or at in desk.undone:
        there = [at] if _has(desk, at) else []
    else:
        there = [name for name in desk.undone if _has(desk, name)]
    shown = [item.id for item in desk.items if item.id in there]
    if there and not shown and code not in _OF_ARTICLE:
        desk.show_red = True
        shown = there
    return shown[0] if shown else at


def still_kept(desk: Desk, code: str) -> bool:
    """Whether an undo of keeping changed nothing: the questions stand in a deck."""
    keeping = code in (Code.KEPT, Code.KEPT_GREEN)
    kept = (desk.item(name) for name in desk.undone if _has(desk, name))
    return keeping and any(item.state is State.KEPT for item in kept)


def _has(desk: Desk, item_id: str) -> bool:
    try:
        desk.item(item_id)
    except KeyError:
        return False
    return True

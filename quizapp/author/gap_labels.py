"""Gap labels that hold while the words of a cloze are edited: a card's history hangs on them."""

from __future__ import annotations

from quizapp.content.question import Gap, gaps


def with_kept_labels(text: str, before: str) -> str:
    """A cloze text as typed, with the labels that its gaps had before.

    A gap without a label gets the one of the gap with the same words, else of the gap in its
    place where as many gaps stand there as before. A gap that is new stays without one until it
    is written.

    Args:
        text: as typed, its gaps labelled or not.
        before: the text as it was, or "".
    """
    now, was = gaps(text), [gap for gap in gaps(before) if gap.labelled]
    if not was or all(gap.labelled for gap in now):
        return text
    taken = {gap.label for gap in now if gap.labelled}
    labels = _labels(now, was, gaps(before), taken)
    pieces, done = [], 0
    for at, gap in enumerate(now):
        if at in labels:
            pieces += [text[done : gap.start + 2], labels[at], ":"]
            done = gap.start + 2
    return "".join([*pieces, text[done:]])


def _labels(
    now: tuple[Gap, ...], was: list[Gap], all_before: tuple[Gap, ...], taken: set[str]
) -> dict[int, str]:
    found: dict[int, str] = {}
    for at, gap in enumerate(now):
        for old in was:
            if not gap.labelled and old.answer == gap.answer and old.label not in taken:
                found[at] = old.label
                taken.add(old.label)
                break
    if len(now) == len(all_before):
        for at, (gap, old) in enumerate(zip(now, all_before, strict=True)):
            if not gap.labelled and at not in found and old.labelled and old.label not in taken:
                found[at] = old.label
                taken.add(old.label)
    return found

"""What gates remember of the texts that they judged last, let go of."""

from __future__ import annotations

from quizapp.content import folding
from quizapp.generate.entity import folded
from quizapp.generate.gates.asked import asked_of
from quizapp.generate.gates.figures import figures, values, years
from quizapp.generate.gates.telling import untold
from quizapp.generate.gates.wording import content, roots, stems, words

_REMEMBERED = (asked_of, content, figures, folded, roots, stems, untold, values, words, years)


def forget() -> None:
    """Let go of it, for any thread: the next text is read as any that is new.

    One question's gates ask the same of it again and again; another question's hardly ever do.
    Whoever judges thousands has no use for what the last thousand said, which takes 20 MiB.
    """
    folding.forget()
    for each in _REMEMBERED:
        each.cache_clear()

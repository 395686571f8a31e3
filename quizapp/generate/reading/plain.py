"""Plain text into an article's parts."""

from __future__ import annotations

from quizapp.generate.reading.opening import opening_of
from quizapp.generate.reading.outcome import Found, Watch
from quizapp.generate.reading.prose import clean_long, paragraphs, whole


def plain_text(text: str, watch: Watch) -> Found:
    """Read plain text; a headline stays its first paragraph.

    Raises:
        Cancelled: it is to stop.
    """
    watch.told(0)
    parts = paragraphs(clean_long(text, watch.part(0, 0.3)), watch.part(0.3, 1))
    opening = opening_of(parts)
    return Found(whole(parts), opening.title, opening.published, opening.publisher, opening.author)

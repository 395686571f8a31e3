"""Pictures and what is read out for them: something is described, and it is not the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.check.fields import prompt_key, right_answers
from quizapp.check.finding import Finding, held
from quizapp.check.gate_signs import said_words
from quizapp.content.folding import normalise, words
from quizapp.content.question import Flashcard, Question, TrueFalse
from quizapp.content.right_answer import typed_answers
from quizapp.generate.language.word_list import row_of

_NOTHING = re.compile(
    r"(?:an? |the )?(?:image|picture|photo(?:graph)?|graphic|illustration|figure|diagram|map|chart"
    r"|drawing|screenshot|logo|icon|img|pic|alt(?: text)?|description|untitled|todo|tbd)"
    r"(?: \d+)?[.!]?",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"[\w-]+\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE)
_SHOWN = re.compile(
    r"\b(?:in|on|by|at) (?:the|this) (?:picture|image|photo|photograph|map|diagram|drawing|figure"
    r"|chart|graph)(?:\b(?! (?:of|by|in|on|at|that|which|from|entitled|called|as|and|or)\b))"
    r"(?=[ ,.?:]|$)(?!’|')"
    r"|\b(?:picture|image|photo|photograph|map|diagram|drawing|figure|chart|graph)"
    r" (?:above|below|shown here|on the (?:left|right))\b"
    r"|\b(?:shown|pictured|depicted|seen) (?:here|above|below)\b"
    r"|\bthis (?:picture|image|photo|photograph) (?:shows?|depicts?)\b",
    re.IGNORECASE,
)
_SHOWN_WORDS = row_of(
    "picture image photo photograph map diagram drawing figure chart graph shown pictured "
    "depicted seen"
)
"""One of these stands in whatever `_SHOWN` finds."""
_MARKDOWN_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img\b")


def description_that_answers(question: Question) -> Iterator[Finding]:
    """E605: whoever hears the picture described hears the answer."""
    if question.image is None or isinstance(question.body, TrueFalse):
        return
    told = words(question.image.alt)
    for answer in typed_answers(question) or right_answers(question):
        found = words(answer)
        if found and _stands_in(found, told) and len("".join(found)) > 2:
            yield held("E605", "description-is-answer", "image_alt", answer=answer)
            return


def _stands_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def empty_description(question: Question) -> Iterator[Finding]:
    """E606: a description that is only the word "picture", the file's name, or no word at all."""
    if question.image is None:
        return
    alt = question.image.alt.strip()
    stem = question.image.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    is_name = _FILE_NAME.fullmatch(alt) or (
        normalise(alt) == normalise(stem) and any(c in stem for c in "_-0123456789")
    )
    if is_name or _NOTHING.fullmatch(alt) or not any(c.isalnum() for c in alt):
        yield held("E606", "description-says-nothing", "image_alt", alt=alt)


def no_image(question: Question) -> Iterator[Finding]:
    """E607: the question speaks of a picture, and has none."""
    if question.image is not None:
        return
    text = question.prompt
    if _SHOWN_WORDS.isdisjoint(said_words(text)):
        return
    if isinstance(question.body, Flashcard) and _MARKDOWN_IMAGE.search(text):
        return
    found = _SHOWN.search(text)
    if found:
        yield held("E607", "no-image", prompt_key(question), words=found.group())

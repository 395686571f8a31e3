"""Signs that are not seen: in a question, in the rest of a deck, in its comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.check.fields import answer_key, path_of, prompt_key, right_answers, wrong_options
from quizapp.check.finding import Finding, Mend, held
from quizapp.check.placing import BlockAt, Places
from quizapp.content.deck import Deck
from quizapp.content.hidden_signs import HiddenSign, SignKind, hidden_signs, without_needless
from quizapp.content.question import Cloze, Match, Question, Short, TrueFalse
from quizapp.content.toml_text import Key, each_key, keys

_MENDABLE = frozenset({"prompt", "hint", "explanation", "correction", "attribution", "image_alt"})
"""Texts of which no answer, spelling or gap hangs on another."""
_QUOTE = "evidence.quote"
_TOLD_IN_QUOTES = frozenset({SignKind.CONTROL, SignKind.TURNING})
"""What the source has of other signs, its quote must have too."""
_ESCAPES = ("\\u", "\\U", "\\b", "\\f")
_COMMENT = re.compile(r"#[^\n]*")


def may_hide(text: str) -> bool:
    """Whether any such sign may stand in a deck's text, as it is or as an escape."""
    return any(escape in text for escape in _ESCAPES) or any(hidden_signs(text))


def hidden_in(question: Question) -> Iterator[Finding]:
    """E142: one finding for each field with a sign that is not seen."""
    for key, text in _texts(question):
        if text.isascii() and text.isprintable():
            continue
        signs = [s for s in hidden_signs(text) if key != _QUOTE or s.kind in _TOLD_IN_QUOTES]
        if signs:
            yield _told(signs[0], key, _mend(key, text))


def _texts(question: Question) -> Iterator[tuple[str, str]]:
    """Each field with its text, the items of a list one behind the other."""
    body = question.body
    yield prompt_key(question), question.prompt
    if not isinstance(body, Cloze):
        yield answer_key(question), "\n".join(right_answers(question))
    if isinstance(body, Match):
        yield "pairs", "\n".join(left for left, _ in body.pairs)
    if isinstance(body, TrueFalse):
        yield "correction", body.correction
    yield "wrong", "\n".join(wrong_options(question))
    if isinstance(body, Short):
        yield "accept", "\n".join(body.accept)
    yield "hint", question.hint
    yield "explanation", question.explanation
    yield "tags", "\n".join(question.tags)
    yield "attribution", question.attribution
    if question.evidence is not None:
        yield _QUOTE, question.evidence.quote
    if question.image is not None:
        yield "image_alt", question.image.alt


def _mend(key: str, text: str) -> Mend | None:
    if key not in _MENDABLE:
        return None
    without = without_needless(text)
    if without == text or not without.strip() or any(hidden_signs(without)):
        return None
    return Mend("drop-signs", (("key", key),), (((key,), without),))


def _told(sign: HiddenSign, key: str, mend: Mend | None = None) -> Finding:
    return held("E142", f"sign-{sign.kind}", key, mend=mend, sign=sign.name)


def hidden_elsewhere(deck: Deck, text: str, places: Places) -> Iterator[Finding]:
    """E142 in the deck's head, in its sources and in comments, each at its place."""
    head = ((key, getattr(deck, key)) for key in ("title", "description", "license"))
    told = [*head, *(("authors", author) for author in deck.authors)]
    for key, said in told:
        for sign in list(hidden_signs(said))[:1]:
            place = _at(text, next((k for _, k in each_key(text) if k.path == (key,)), None), sign)
            yield replace(_told(sign, f"deck.{key}"), line=place[0], column=place[1])
    for source in deck.sources:
        for key in ("title", "publisher"):
            for sign in list(hidden_signs(getattr(source, key)))[:1]:
                finding = replace(_told(sign, f"source.{key}"), line=source.line)
                block = places.block(source.line)
                yield placed_at_sign(finding, block) if block else finding
    if any(hidden_signs(text)):
        yield from _in_comments(text, places)


def _in_comments(text: str, places: Places) -> Iterator[Finding]:
    spans = [(key.value, key.end) for _, key in each_key(text)]
    for comment in _COMMENT.finditer(text):
        if any(start <= comment.start() < end for start, end in spans):
            continue
        for sign in list(hidden_signs(comment[0].rstrip("\r")))[:1]:
            at = comment.start() + sign.at
            line = text.count("\n", 0, at) + 1
            block = places.block(line)
            name = block.table.get("id") if block and block.kind == "question" else None
            column = at - text.rfind("\n", 0, at)
            question = name if isinstance(name, str) else None
            yield replace(_told(sign, ""), line=line, column=column, question=question)


def placed_at_sign(finding: Finding, block: BlockAt) -> Finding:
    """The finding at its sign, or at its key where the sign is written in another way."""
    line, column = block.place(path_of(finding.key))
    sign = dict(finding.facts)["sign"]
    parts = block.section.parts if block.section else ()
    path = path_of(finding.key)
    for part in parts:
        above = part.name[1:]
        for key in keys(block.text, part):
            if above + key.path == path:
                found = _sign_in(block.text, key, sign)
                if found >= 0:
                    line = block.line + block.text.count("\n", 0, found)
                    column = found - block.text.rfind("\n", 0, found)
    return replace(finding, line=line, column=column)


def _at(text: str, key: Key | None, sign: HiddenSign) -> tuple[int, int]:
    if key is None:
        return 0, 0
    found = _sign_in(text, key, sign.name)
    at = found if found >= 0 else key.start
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _sign_in(text: str, key: Key, name: str) -> int:
    """The offset of a sign in a key's value, as it is or as an escape; -1 where it is in none."""
    code = name.removeprefix("U+")
    wanted = rf"{re.escape(chr(int(code, 16)))}|\\(?:u|U0000){code}"
    found = re.compile(wanted, re.IGNORECASE).search(text, key.value, key.end)
    return found.start() if found else -1

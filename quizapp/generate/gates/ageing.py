"""What goes out of date must say when it was true: counts, offices, all that is so for now."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.content.question import Cloze, Kind, Question, TrueFalse, filled_in
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.entity import EntityKind
from quizapp.generate.gates.asked import Asked, asked_of, unquoted
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.figures import years
from quizapp.generate.gates.holding import held, with_date
from quizapp.generate.gates.source_index import SourceIndex, index_of
from quizapp.generate.gates.wording import folded, roots
from quizapp.generate.ground import Ground
from quizapp.generate.language.word_list import row_of

_NOW = re.compile(
    r"\b(?:currently|now|nowadays|at present|presently|so far|to date|at the moment|these days"
    r"|(?<!can )(?<!could )still(?! be| fail)|yet to|remains?|(?<!of )(?<!have )today|incumbent"
    r"|as of)\b",
    re.IGNORECASE,
)
_IN_NOW = row_of(
    "currently now nowadays present presently far date moment these still yet remain remains "
    "today incumbent as"
)
"""One of these is in whatever is told so."""
_MODAL = re.compile(r"\b(?:can|could|may|might|would|must)\b.*\bstill\b")
_FIXED = re.compile(
    r"\b(?:need|needs|require|requires|must|last|lasts|cover|covers|take|takes|stand for|weigh"
    r"|stretch|measure|contain|contains|kilomet|met(?:re|er)|mile|hour|degree|star|letter|chapter"
    r"|article|stripe|side|word)",
    re.IGNORECASE,
)
_COUNT_NOW = re.compile(
    r"\b(?:how (?:many|much)|what (?:share|percentage|proportion|number))\b.*?\b"
    r"(is|are|has|have|do|does|live|lives|serve|belong|work)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:did|was|were|had|would|could|joined|died|\w{3,}ed|became|took|won|lost|fell|rose)\b"
)
_OFFICE_NOW = re.compile(
    r"\b(?:who|which \w+|what (?:office|post|position|job|role))\b.{0,40}?"
    r"\b(?:is|are|heads?|leads?|chairs?|runs|governs?|holds?|rules?|does)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|minister|secretary|king|queen|pope|mayor"
    r"|governor|director|chair(?:man|woman|person)?|head|chief|leader|captain|coach|ambassador"
    r"|spokes(?:man|woman|person)|speaker|commander|leads?|heads?|chairs?|governs?|ceo|office|post"
    r"|position)\b",
    re.IGNORECASE,
)


def as_of(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """G10: what goes out of date says when it was true."""
    if question.as_of is not None:
        return
    asked, index = asked_of(question), index_of(ground)
    text = unquoted(_told(question, asked))
    if years(text):
        return
    facts = _ages(question, asked, text, index)
    if facts is not None:
        code, word = facts
        mend = with_date(question, ground.article.published)
        yield held("as-of", code, Field.AS_OF, mend, word=word)


def _told(question: Question, asked: Asked) -> str:
    body = question.body
    if isinstance(body, Cloze):
        return filled_in(body.text)
    return f"{asked.stem} {body.correction}" if isinstance(body, TrueFalse) else asked.stem


def _ages(
    question: Question, asked: Asked, text: str, index: SourceIndex
) -> tuple[str, str] | None:
    now = _says_now(text)
    if now and now.group().lower().startswith("remain") and _PAST.search(text):
        now = None
    if now and not (now.group().lower() == "still" and _MODAL.search(text)):
        return "says-now", now.group()
    in_quote = _says_now(asked.quote)
    past = in_quote and in_quote.group().lower() == "as of" and _PAST.search(asked.stem)
    happened = question.kind is Kind.DATE and _PAST.search(asked.stem)
    if in_quote and not past and not happened and _governs(asked, in_quote):
        return "quote-says-now", in_quote.group()
    numeric = question.kind in {Kind.NUMBER, Kind.SHORT, Kind.CHOICE}
    count = _COUNT_NOW.search(text) if numeric else None
    if count and not _FIXED.search(text) and not _PAST.search(asked.stem):
        return "count-now", count.group(1)
    office = _OFFICE_NOW.search(text)
    if office and _OFFICE.search(text) and not _PAST.search(asked.stem):
        kinds = [index.kinds(answer) for answer in asked.answers]
        if any(EntityKind.PERSON in each for each in kinds) or _names_person(text, index):
            return "office-now", office.group()
    return None


def _says_now(text: str) -> re.Match[str] | None:
    return None if _IN_NOW.isdisjoint(folded(text)) else _NOW.search(text)


def _names_person(text: str, index: SourceIndex) -> bool:
    """Whether the question is which office a person holds."""
    if not re.match(r"(?:what|which) (?:office|post|position|job|role)", text, re.IGNORECASE):
        return False
    return any(n.entity and n.entity.kind is EntityKind.PERSON for n in index.names(text))


def _governs(asked: Asked, found: re.Match[str]) -> bool:
    """Whether the word stands in the clause of the quote that the question is about."""
    quote = asked.quote
    bounds = [
        m.start()
        for m in re.finditer(
            r"[;:.!?](?=\s)|, (?:and|but|while|which|who)\b| and (?=now|still)", quote
        )
    ]
    start = max((b for b in bounds if b < found.start()), default=0)
    end = min((b for b in bounds if b > found.end()), default=len(quote))
    clause = quote[start:end]
    if found.group().lower() == "yet to" or "then" in clause:
        return False
    has_answer = any(answer and answer in clause for answer in asked.answers)
    shared = len(roots(clause) & asked.roots)
    return has_answer or shared * 2 >= max(1, len(asked.roots))

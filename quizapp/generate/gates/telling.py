"""A question must tell which thing it means: no "a second one", no report that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, pairwise

from quizapp.content.question import Flashcard, Match, Order, Question
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.gates.asked import GAP, asked_of, unquoted
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.holding import noted
from quizapp.generate.gates.wording import HELPERS, Word, root, roots, words
from quizapp.generate.ground import Ground
from quizapp.generate.language.word_list import row_of

_LASTING = re.compile(r" for (?:\d|a (?:day|week|month|year)|two |three |several )")
"""How long it was so, which does not tell which thing is meant."""
_ONE = re.compile(
    r"\b(?:an?|the|another|this|that) (?:\w+ )?ones?\b(?! of)"
    r"|\bthe (?:first|second|third|last|others?(?: two| three| four)?|rest|latter)"
    r"(?= (?:was|were|is|are|did|does|do|has|have|had|will|would)\b|[?.,])"
    r"|\b(?:younger|older|smaller|larger|bigger|newer|poorer|richer|other|new|old) ones\b(?! of)"
    r"|\bthe (?:rest|remainder|others|latter)(?= (?:must|may|should|could|can|shall|has|is|was)\b)"
    r"|\bthe (?:two|three|four|five|six)(?= (?:was|were|is|are|did|do|have|had|will)\b|[?.,])"
    r"|\bthe (?:\w{2,}est|worst|best)(?: on record| so far| yet)?"
    r"(?= (?:take|took|come|came|was|were|is|are|did|does|has|had|covers?|costs?)\b|[?.,])"
    r"|\bhow many (?:earlier|previous|similar|further|such) [a-z]+(?! (?:of|than|to)\b)"
    r"|\bthe previous [a-z]+|\bof the same [a-z]+(?! as\b)"
    r"|\b(?:\d+|two|three|four|five|six|ten) other [a-z]+s\b"
    r"|\ban? (?:similar|further|earlier|previous|later|related) [a-z]+(?! (?:than|to|of)\b)"
    r"|\bin (?:another|other) ways?\b"
    r"|\bone of the (?:few|two|three|four|five|six)(?= (?!of\b)\w+ed\b|[?.,]| to\b| who\b)",
    re.IGNORECASE,
)
"""What counts things that only the words before have named."""
_HEADLINE = re.compile(r"^In the report “([^”]+)”")
_BARE_END = re.compile(
    r"\b(?:bought|joined|took|voted|voting|gave|went|came|set|joining|broke) "
    r"(?:in|out|against|off|over|on|with|for)[?.]$"
    r"|\b(?:which|who|what)(?: \w+)? (?:followed|agreed|refused|responded|joined|voted)"
    r"(?: in \d{4}| on \w+ \d+, \d{4})?\?$",
    re.IGNORECASE,
)
"""A verb left without what it does it to."""
_BESIDE = row_of("neighbouring neighboring nearby nearest surrounding adjacent opposite")
"""Words that are beside something: a name must stand before them."""
_UNNAMED = row_of(
    "project plan report scheme deal document decision proposal programme program motion idea "
    "inquiry agency body statement letter study course debate compromise committee mission team "
    "process"
)
"""Of these there are many: "a" leaves open which."""
_POINTING = row_of(
    "purchase family dissenters records metal debate committee landlords mission valuation "
    "motion quarrel change changes scheme cut cuts money application inquiry damage age row idea "
    "announcement concession families sale dispute measure measures rule move plan plans decision "
    "project proposal deal agreement report document text statement law bill letter case pieces "
    "objects ban step steps terms villagers opening price appeal shares trial work instruments "
    "channel cost costs repair repairs verdict ruling building county works area site region "
    "house houses home homes gallery operator ministry union trust industry clause compromise "
    "wording mesh gap shortfall sum fine fines rate incident method boat vessel lorry road wall "
    "tower pool tank hall room factory plant mine dam bridge fund committee panel inspectors "
    "delay grant loan levy fee charge contract venture facility owner owners "
    "buyer seller provision number figure figures toll compound drug device devices aim "
    "amendment test tests campaign"
)
"""With "the" these point back to what the article has told."""
_MAIN = row_of(
    "plan plans decision trial scheme deal agreement change project move case repair law verdict "
    "ruling motion measure bill ban rule"
)
"""What a headline or a case may be about, so that beside it they are told."""
_ALIKE = (
    row_of("factory plant works"),
    row_of("treaty accord agreement deal pact"),
    row_of("study trial research survey"),
    row_of("strike walkout stoppage"),
    row_of("law bill act measure legislation ban"),
    row_of("ruling verdict judgment decision"),
    row_of("crash collision accident derailment"),
    row_of("fire blaze wildfire"),
    row_of("quake earthquake tremor"),
    row_of("flat flats home homes house houses housing"),
    row_of("boat ship ferry vessel"),
    row_of("scheme project plan"),
    row_of("cut cuts reduction"),
    row_of("rise increase"),
    row_of("takeover purchase acquisition"),
    row_of("buy buys purchase"),
    row_of("sell sells sale"),
    row_of("close closes shut shuts closure"),
    row_of("fine fined fines"),
    row_of("grant grants"),
)
"""Words of one thing: who reads of a plant above knows which factory is meant."""
_DEFINING = row_of(
    "of that which who whose whom where called named known between against about with for to on "
    "by in at from near under over into"
)
_PREPOSITIONS = row_of("in at on of near from between with for by to against about")
_STATES = row_of("due ready able likely free open safe dead alive")
_HELPING = row_of("did was were is are will would")
_GENERAL = re.compile(r"\b(?:may|must|can|should|cannot|always|every|needs?|does|do)\b")
"""What holds of any: "a state may break a treaty"."""
_PLAIN_START = re.compile(r"^(?:In|After|At|According to|Since|Under) [^,]*(?:, [^,]* \d{4})?, ")
_NEVER_OPEN = row_of(
    "lot few number bit year month week day decade century majority state minority"
)


def tells_which(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """Soft: what a question is about is named, or told apart from others of its kind."""
    if isinstance(question.body, (Flashcard, Match, Order)):
        return
    asked = asked_of(question)
    phrase = untold(asked.stem)
    if phrase:
        words = _as_quoted(phrase, asked.quote)
        yield noted("tells-which", "which-one", Field.PROMPT, words=words)


@lru_cache(maxsize=2048)
def untold(stem: str) -> str:
    """The first words of a stem that leave open which thing they mean, or ""."""
    text, headline = unquoted(stem), _HEADLINE.match(stem)
    asks = text.find("? ")
    text = text[: asks + 1] if asks >= 0 else text  # "Name three of the four." goes on from it
    above = _above(headline.group(1)) if headline else frozenset()
    found = (_elliptic(text), _beside(text), _open(text), _pointing(text, above))
    return next(chain.from_iterable(found), "")


def _above(headline: str) -> frozenset[str]:
    """The roots of a headline's words and of what says the same."""
    told = {word.low for word in words(headline)}
    alike = {other for row in _ALIKE if row & told for other in row}
    return roots(headline) | {root(word) for word in alike}


def _as_quoted(phrase: str, quote: str) -> str:
    """As much of a phrase as the source has in one piece, without a verb put behind it."""
    told, low = phrase.split(), f" {quote.lower()} "
    for end in range(len(told), 1, -1):
        if f" {' '.join(told[:end]).lower()} " in low:
            return " ".join(told[:end])
    return phrase


def _elliptic(text: str) -> Iterator[str]:
    for shape in (_ONE, _BARE_END):
        match = shape.search(text)
        if match is not None:
            yield match.group().rstrip("?.")


def _beside(text: str) -> Iterator[str]:
    """As in "residents of neighbouring Dyer's Lane": neighbours of what?"""
    found = words(text)
    for at, word in enumerate(found[:-1]):
        if word.low not in _BESIDE:
            continue
        if any(w.is_name and n for n, w in enumerate(found[:at])):
            continue
        if any(a.low in ("of", "to") and b.is_name for a, b in pairwise(found[at:])):
            continue
        yield f"{word.text} {found[at + 1].text}"


def _open(text: str) -> Iterator[str]:
    """As in "when was a report sent": the clause is about one of many, and nothing says which."""
    if _GENERAL.search(text) or ("?" not in text and re.search(r"\b(?:is|are)\b", text)):
        return
    opening = _PLAIN_START.match(text)
    found = words(text)
    first = next(
        (n for n, w in enumerate(found) if opening is None or w.start >= opening.end()), 0
    )
    for at in range(first, len(found) - 1):
        if found[at].low not in ("a", "an"):
            continue
        before = found[at - 1].low
        turned = before in ("has", "had") and any(w.low in ("how", "when") for w in found[:at])
        acting = at == first or before in _HELPING or turned
        head = _head(found, at)
        phrase = text[found[at].start : found[head].end]
        inside = found[at + 1 : head + 1]
        if found[head].low in _NEVER_OPEN or any(w.is_name or w.text[0].isdigit() for w in inside):
            continue
        behind = found[head + 1 :]
        if acting and not _told(behind):
            yield phrase
        elif not acting and found[head].low in _UNNAMED:
            bound = found[at - 1].low in _PREPOSITIONS
            named = [w for w in behind if w.is_name] if bound else behind
            earlier = any(w.is_name for w in found[first + 1 : at]) and not bound
            if not earlier and not _told(tuple(named)):
                yield phrase


def _pointing(text: str, above: frozenset[str]) -> Iterator[str]:
    """As in "who proposed the motion?": the article has told which, and the question has not."""
    opening = _PLAIN_START.match(text)
    scene = opening is not None and not opening.group().startswith("According")
    scene = scene or text.lstrip().startswith("In the report")
    found = words(text)
    for at, word in enumerate(found[:-1]):
        head = found[at + 1]
        if word.low != "the" or head.low not in _POINTING:
            continue
        if (scene and head.low in _MAIN) or root(head.low) in above:
            continue
        if at and found[at - 1].low in ("in", "after") and at == 1:
            continue
        after = found[at + 2] if at + 2 < len(found) else None
        gap = text[head.end : after.start] if after is not None else ""
        lasting = _LASTING.match(text, head.end) is not None
        defined = after is not None and (after.low in _DEFINING or after.is_name)
        if defined and gap == " " and not lasting:
            continue
        if gap.startswith(("'s", "’s")):
            yield f"the {head.text}"
            continue
        if after is not None and gap == " " and _noun_like(after):
            continue
        yield f"the {head.text}"


def _head(found: tuple[Word, ...], at: int) -> int:
    """Index of the noun of "a new 300-page report", as far as it can be told without a parser."""
    head = at + 1
    for n in range(at + 1, min(at + 6, len(found))):
        if found[n].low in _PREPOSITIONS | HELPERS | _DEFINING or found[n].text[:3] == GAP[:3]:
            break
        if n > at + 2 and not _noun_like(found[n]):
            break
        head = n
        ends = n + 1 == len(found) or not _noun_like(found[n + 1])
        if found[n].low in _UNNAMED and ends:
            break
    return head


def _noun_like(word: Word) -> bool:
    """Whether a word behind such a noun goes on with it: "the plan makers"."""
    return word.low not in HELPERS | _STATES and not word.low.endswith(("ed", "ing", "ly"))


def _told(behind: tuple[Word, ...]) -> bool:
    """Whether a name or number follows that ties the thing down."""
    return any(w.is_name or w.text[:1].isdigit() or w.text.startswith(GAP[:3]) for w in behind)

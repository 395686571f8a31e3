"""A question told to a stranger: which report it belongs to, and who its people are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.descriptions import described
from quizapp.generate.facts.posing import context_for
from quizapp.generate.facts.statements import Statement
from quizapp.generate.gates.figures import values
from quizapp.generate.gates.wording import length, roots
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.phrases import NAMES
from quizapp.generate.language.word_list import row_of
from quizapp.generate.names_in_stems import name_in_stem
from quizapp.generate.stem import Stem

_PLACED = re.compile(
    r"^(?:In the report “|In the [^,]{3,60} case, |(?:In|After|At|During) [^,?]{3,70}, (?:who|what"
    r"|which|how|in|on|to|at|by|for|from|until|since|above|about|why|where|according|the|a)\b)"
)
"""A question that already says where it plays."""
_MOST = 28
_FEWEST = 5
"""Words of a question that is one: a shorter one is a piece of a sentence."""
_SHARED = 2
"""So many words of the headline or the first sentence tie a question to what is reported."""
_OPENING = row_of(
    "the a an some about around more fewer less at up nearly almost over under only in on for to "
    "by from who what which how when where why until since above below after before according"
)


def standing(discourse: Discourse, fact: Fact) -> Fact:
    """A fact whose questions stand alone for somebody who has not read the article."""
    if fact.pairs:
        return fact
    answer = " ".join((*fact.answers, *fact.accept))
    told = tuple(
        _introduced(discourse, stem, answer, fact.sentence, fact=fact, kind=fact.kind)
        for stem in fact.stems
    )
    return replace(fact, stems=told)


def standing_statement(discourse: Discourse, statement: Statement) -> Statement:
    """A statement with a gap that stands alone for somebody who has not read the article."""
    entity, text, answer = statement.entity, statement.text, statement.answer
    if entity is not None and entity.kind is EntityKind.PERSON and answer in entity.aliases:
        text = text.replace(f"{{{{{answer}}}}}", f"{{{{{entity.name}}}}}")
        answer = entity.name
    text = _introduced(discourse, text, answer, statement.sentence, kind=statement.kind)
    return replace(statement, text=text, answer=answer)


def _introduced(
    discourse: Discourse,
    prompt: str,
    answer: str,
    index: int,
    *,
    kind: FactKind,
    fact: Fact | None = None,
) -> str:
    placed = _PLACED.match(prompt) is not None
    whole = len(prompt.split()) >= _FEWEST or kind is FactKind.APPOSITION
    if not whole:
        return prompt
    if not placed and not _anchored(discourse, prompt, kind):
        prompt = _placed(discourse, prompt, answer, index, fact)
    prompt = _in_full(discourse, _dated_last(_once(discourse, prompt)), answer)
    told = described(prompt, discourse, answer)
    return told if length(told) <= _MOST else prompt


def _placed(discourse: Discourse, prompt: str, answer: str, index: int, fact: Fact | None) -> str:
    """A prompt behind the scene or the headline of its article, where these tell no answer."""
    ages = fact is not None and fact.ages
    for context in _contexts(discourse, prompt, index, ages=ages):
        told = bool(roots(answer) & roots(context))
        if fact is not None and fact.count is not None:
            told = told or fact.count.value in values(context)
        if context and not told and length(f"{context} {prompt}") <= _MOST:
            return f"{context}, {_inner(discourse, prompt, index)}"
    return prompt


def _contexts(discourse: Discourse, prompt: str, index: int, *, ages: bool) -> Iterator[str]:
    try:
        yield context_for(Stem(discourse, index, ages=ages), prompt)
    except HangingError:
        return
    yield discourse.report


def _in_full(discourse: Discourse, prompt: str, answer: str) -> str:
    """A question that names people and bodies in full: not "Halvorsen’s share"."""
    opened = prompt.find("”, ") + 2 if prompt.startswith("In the report “") else 0
    context, asked = prompt[:opened], prompt[opened:]
    if "“" in asked or '"' in asked:
        return prompt
    for entity in discourse.ground.entities.all:
        parts = entity.name.split()
        if entity.kind is EntityKind.PERSON:
            short = parts[-1]
        elif entity.kind is EntityKind.ORGANISATION:
            short = parts[0]
        else:
            continue
        usable = len(parts) > 1 and short in entity.aliases and entity.name not in asked
        if not usable or short in answer or short not in asked:
            continue
        bare = rf"(?<![\w{{’-])(?<![A-Z]\w )(?<![a-z] of ){re.escape(short)}(?![\w}}-]| [A-Z])"
        found = re.search(bare, asked)
        alone = found is not None and _alone(asked[: found.start()])
        if found is not None and alone:
            return f"{context}{asked[: found.start()]}{entity.name}{asked[found.end() :]}"
    return prompt


def _alone(before: str) -> bool:
    """Whether no other part of a name stands before."""
    last = before.split()[-1:] or [""]
    return not last[0][:1].isupper() or len(before.split()) == 1


_DAY = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_EARLY_DAY = re.compile(
    rf"^(?P<asked>[^,]*(?:, [^,]*)?) (?P<day>on {_DAY} \d{{1,2}}, \d{{4}})"
    r"(?P<where> (?:in|at|near|outside|inside|across|off)(?: [\w’'-]+){1,9})\?$"
)


def _dated_last(prompt: str) -> str:
    """A question with its day behind its place: "were sleeping in a hall on March 18, 2024"."""
    found = _EARLY_DAY.match(prompt)
    words = set(found["where"].split()) if found else set()
    if found is None or words & {"that", "who", "which", "where", "when", "after", "before"}:
        return prompt
    return f"{found['asked']}{found['where']} {found['day']}?"


def _once(discourse: Discourse, prompt: str) -> str:
    """A prompt that names its event in full once: behind the headline "the earthquake" does."""
    topic = discourse.topic
    if topic is None or not prompt.startswith("In the report") or " in " not in topic.words:
        return prompt
    return prompt.replace(topic.words, topic.words.split(" in ")[0])


def _inner(discourse: Discourse, prompt: str, index: int) -> str:
    """A prompt as it stands behind a comma: its first word small unless it is a name."""
    first = prompt.split(maxsplit=1)[0]
    low = first.lower().rstrip(",")
    begun = discourse.ground.entities.find(first.removesuffix("’s"))
    opening = discourse.ground.sentences[index].tokens[0]
    common = low in discourse.small or (opening.text == first and opening.tag not in NAMES)
    named = begun is not None or any(
        prompt.startswith(e.name) for e in discourse.ground.entities.all
    )
    if low not in _OPENING and (named or not common):
        return prompt
    return prompt[:1].lower() + prompt[1:]


def _anchored(discourse: Discourse, prompt: str, kind: FactKind) -> bool:
    """Whether a prompt tells by itself what it belongs to: it names the event or the actors."""
    named = [
        e for e in discourse.ground.entities.all
        if e.kind is not EntityKind.PEOPLE and any(a in prompt for a in (e.name, *e.aliases))
    ]  # fmt: skip
    if kind is FactKind.OFFICE:
        return bool(named) and _WHOSE.search(prompt) is not None
    things = [name_in_stem(e) for e in named if e.kind is not EntityKind.PERSON]
    if kind is FactKind.TIME and _dated_name(prompt, things):
        return True
    if _OPEN.search(prompt):
        return False
    own = frozenset().union(*(roots(e.name) for e in named)) if named else frozenset()
    lead = _lead(discourse)
    about = [e for e in named if e.kind is not EntityKind.PERSON and _leads(discourse, e)]
    return bool(about) and len((roots(prompt) - own) & lead) >= _SHARED


_OPEN = re.compile(
    r"\ban? (?:bill|law|motion|treaty|deal|plan|ban|measure|agreement|ruling|amendment|vote|report"
    r"|scheme|project)(?= (?:in|on|by|after|at|from|with)\b|[?.,])"
)
"""What is one of many: of what it is, the headline tells."""
_WHOSE = re.compile(r"(?:’s|'s|s’| of|’) |\b[A-Z]\w+(?:n|ish|ese|ch|i|ic) (?=[a-z])")
"""Whose office it is: "Latvia’s", "of the council", "the Chilean"."""
_BEGINNING = re.compile(
    r"^In which (?:year|month) (?:was|were|did) (?P<name>.+?) (?:built|founded|opened|passed"
    r"|set up|established|created|signed|launched|named|declare|join|leave|merge|close|open)\b"
)


def _dated_name(prompt: str, names: list[str]) -> bool:
    """As in "In which year was the Harbor Bridge built?": it needs no more than its name."""
    found = _BEGINNING.match(prompt)
    return found is not None and found["name"] in names


def _leads(discourse: Discourse, entity: Entity) -> bool:
    """Whether a name stands in the headline or the first sentence."""
    first = next(iter(discourse.prose), None)
    titled = any(alias in discourse.ground.article.title for alias in entity.aliases)
    return titled or (first is not None and any(first.span.covers(m) for m in entity.mentions))


def _lead(discourse: Discourse) -> frozenset[str]:
    """What the headline and the first sentence tell, as roots of words."""

    def find() -> frozenset[str]:
        first = next(iter(discourse.prose), None)
        body = first.span.of(discourse.text) if first is not None else ""
        return roots(discourse.ground.article.title) | roots(body)

    return discourse.kept(("lead",), find)

"""A question must be worth asking: nothing on the lives of those who only stand by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from quizapp.content.question import Cloze, Question, TrueFalse
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.gates.asked import asked_of, unquoted
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.holding import noted
from quizapp.generate.gates.wording import folded
from quizapp.generate.ground import Ground
from quizapp.generate.language.token import SentenceKind
from quizapp.generate.language.word_list import row_of

_OF_THE_HOUR = re.compile(
    r"\b(?:greet(?:s|ed)?|wept|weep|cried|sobbed|waved|smiled|laughed|applauded|cheered"
    r"|flew over|stopped (?:his|her)|embraced|hugged|read out the"
    r"|referred to the|flew to|travel(?:led|ed)? (?:south|north|to)"
    r"|(?:with|on) (?:his|her) hands?)\b",
    re.IGNORECASE,
)
"""What people do while history is made, whoever they are."""
_OF_A_LIFE = re.compile(
    r"\b(?:teach(?:es)?|taught|stud(?:y|ies|ied)|lives?|lived|grew up|runs? an? \w+"
    r"|work(?:s|ed)? (?:as|in|at|for|on|the)\b|has worked|marri(?:ed|es)"
    r"|(?:has|have|had|raises) (?:\w+ ){0,2}(?:sons?|daughters?|child(?:ren)?|grandchildren)"
    r"|how many (?:sons|daughters|children|grandchildren)|set foot|is owed|was (?:\w+ )?owed"
    r"|survived|fled|escaped|(?:was|were) (?:pulled|woken|rescued|treated)|drove|slept|sleeps"
    r"|traded|trades|learn(?:ed|t) to|owns?|employs?|operat(?:es|ing)"
    r"|sells?|(?:sold|sell|sells) (?:his|her)|dug out|was bitten)\b",
    re.IGNORECASE,
)
"""What a life is made of: it matters of those only whom the article is about."""
_IN_EITHER = row_of(
    "greet greets greeted wept weep cried sobbed waved smiled laughed applauded cheered flew "
    "stopped embraced hugged read referred travel travelled traveled hand hands "
    "teach teaches taught study studies studied live lives lived grew run runs work works worked "
    "married marries son sons daughter daughters child children grandchildren foot owed survived "
    "fled escaped pulled woken rescued treated drove slept sleeps traded trades learned learnt "
    "own owns employ employs operates operating sold sell sells dug bitten"
)
"""One of these is in whatever is told so; a word added to a pattern is added here too."""
_OFFICE = (
    r"(?:president|premier|ministers?|chancellor|mayor|governor|senator|ambassador|king|queen|pope"
    r"|chief|executive|director|chair(?:man|woman)?|head|leader|founder|boss|owner|judge|justice"
    r"|prosecutor|commissioner|inventor|author|captain|coach|winner|champion|defendant|suspect)"
)
_EARLY = 2
"""Sentences: who stands in them is one whom the article is about."""


def worth_asking(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """Soft: what people of no office, who are only quoted, do for a living or for an hour."""
    asked = asked_of(question)
    said = question.body.correction if isinstance(question.body, TrueFalse) else asked.stem
    if _IN_EITHER.isdisjoint(folded(said)):
        return
    said = unquoted(said)
    found = _OF_THE_HOUR.search(said)
    if found is not None and not _about(found.group(), ground):
        yield noted("worth-asking", "passing", Field.PROMPT, words=found.group().lower())
        return
    found = _OF_A_LIFE.search(said)
    if found is None:
        return
    told = " ".join((said, *asked.answers))
    if isinstance(question.body, Cloze):
        told = question.body.text
    people = [
        e for e in ground.entities.all
        if e.kind is EntityKind.PERSON
        and any(" " in name and name in told for name in (e.name, *e.aliases))
    ]  # fmt: skip
    if people and not any(_prominent(person, ground) for person in people):
        yield noted("worth-asking", "bystander", Field.PROMPT, name=people[0].name)


def _about(word: str, ground: Ground) -> bool:
    """Whether the headline itself is about it."""
    return word.lower() in ground.article.title.lower()


def _prominent(person: Entity, ground: Ground) -> bool:
    """Whether a person stands in the headline or at the top, or holds an office."""
    surname = person.name.split()[-1]
    if surname in ground.article.title or re.search(_OFFICE, person.role):
        return True
    lead = islice((s for s in ground.sentences if s.kind is SentenceKind.PROSE), _EARLY)
    if any(s.span.covers(m) for s in lead for m in person.mentions):
        return True
    name = re.escape(person.name)
    called = re.compile(
        rf"\b{_OFFICE}\b[^.;“”\"]{{0,40}}{name}|{name}[^.;“”\"]{{0,12}} (?:the|a|an|who)"
        rf"[^.;,“”\"]{{0,30}}\b{_OFFICE}\b",
        re.IGNORECASE,
    )
    return any(called.search(s.span.of(ground.article.text)) for s in ground.naming(person))

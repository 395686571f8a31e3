"""An article, rules that are easy to foresee, and desks and drafts that stand on them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Evidence,
    Flashcard,
    Kind,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    PartialDate,
    Precision,
    Question,
    Short,
    Tolerance,
    TrueFalse,
)
from quizapp.generate.article import Article, Span
from quizapp.generate.candidate import (
    SOURCE,
    Candidate,
    FactKind,
    Field,
    Finding,
    Origin,
    stable_id,
)
from quizapp.generate.desk import Desk
from quizapp.generate.draft import Drafts
from quizapp.generate.entity import Entities
from quizapp.generate.ground import Ground
from quizapp.generate.language.token import Sentence, SentenceKind

TEXT = """Old bridge reopens

The town of Velin reopened its old bridge on Monday.
Mayor Ana Duka cut the ribbon at noon.
Some 400 people crossed it in the first hour.
The bridge was built in 1894 by masons from Korça.
It links the market, the school and the mill.
The repair cost 2.1 million euros.
“We kept every stone,” said Duka.
Three workers are still at the site.
The town has a second bridge.
Nobody spoke of the ferry.
"""
BODIES: tuple[Body, ...] = (
    Short(
        "Which town reopened its old bridge?", "Velin", ("the town of Velin",), ("Berat", "Puka")
    ),
    Choice("Who cut the ribbon?", "Ana Duka", ("the masons", "the workers")),
    Number(
        "How many people crossed amber water?",
        Decimal(400),
        "people",
        Tolerance(Decimal(5), percent=True),
    ),
    DateQuestion("In which year was the bridge built?", PartialDate(1894), Precision.YEAR),
    Multi("What does the bridge link?", ("the market", "the mill"), ("the ferry",)),
    Cloze(
        "The repair cost {{cost:2.1 million}} euros in {{Velin}}.",
        (("2,1 million", "2.1 million"),),
    ),
    Match("Who belongs to what in a red book?", (("Duka", "town"), ("masons", "bridge"))),
    ListQuestion("Who is at the site?", ("workers", "masons"), 1, (("worker", "workers"),)),
    TrueFalse("The town has a second bridge.", answer=True, correction="It has two."),
    Order("What came first?", ("bridge", "ferry")),
    Flashcard("The ferry", "Nobody spoke of it.", both_ways=True),
)
"""One of each kind, on the sentences of the text in order, the last two on one."""
MAY = PartialDate(2024, 5)
DATED = 7
"""The place in `BODIES` of the question that has an as-of date."""


def article(published: PartialDate | None = MAY) -> Article:
    """The article on the bridge."""
    return Article(
        TEXT, "Old bridge reopens", published, "Velin Post", "", "https://example.org/b"
    )


class Rules:
    """Rules that propose `BODIES`, and find "red" and "amber" and what is asked twice.

    Attributes:
        proposed: how often they were asked to propose.
        bodies: what they propose, the best first.
    """

    def __init__(self, bodies: Sequence[Body] = BODIES) -> None:
        self.proposed = 0
        self.bodies = tuple(bodies)

    def ground(self, article: Article) -> Ground:
        """Each line is a sentence."""
        sentences = tuple(
            Sentence(Span(m.start(), m.end()), n, n, SentenceKind.PROSE, ())
            for n, m in enumerate(re.finditer(r"[^\n]+", article.text))
        )
        return Ground(article, sentences, Entities(()))

    def propose(self, article: Article) -> tuple[Candidate, ...]:
        """The bodies on the sentences in turn."""
        self.proposed += 1
        ground = self.ground(article)
        found = []
        for n, body in enumerate(self.bodies):
            span = ground.sentences[1 + n % 10].span
            as_of = article.published if body == BODIES[DATED] else None
            question = Question(
                None, body, as_of=as_of, evidence=Evidence(SOURCE, span.of(article.text))
            )
            question = replace(question, id=stable_id(question))
            found.append(self._candidate(question, span, ground, float(-n)))
        return tuple(found)

    def ask(self, ground: Ground, span: Span, kind: Kind) -> Candidate:
        """A question on the sentence of the words, whatever the kind."""
        words, sentence = span.of(ground.article.text), ground.sentences_at(span)[0].span
        body = Short(f"What is meant {kind.value}?", words, (), ("the mill", "Korça"))
        question = Question(
            None, body, evidence=Evidence(SOURCE, sentence.of(ground.article.text))
        )
        return self._candidate(question, sentence, ground, -2.5)

    def judge(self, question: Question, ground: Ground) -> tuple[Finding, ...]:
        """What stands in the prompt is found."""
        found = []
        if re.search(r"\bred\b", question.prompt):
            found.append(Finding("colour", "red", hard=True, field=Field.PROMPT))
        if re.search(r"\bamber\b", question.prompt) or ground.article.text == "":
            found.append(Finding("colour", "amber", hard=False, field=Field.PROMPT))
        return tuple(found)

    def repeats(
        self,
        question: Question,
        ground: Ground,  # noqa: ARG002 - the rules' own need it
        others: Sequence[Question],
        among: Collection[str],
    ) -> tuple[Finding, ...]:
        """The first of those that count with the same prompt."""
        for other in others:
            counts = other.id in among and other.id != question.id
            if counts and other.prompt == question.prompt:
                facts = (("prompt", other.prompt), ("question", other.id or ""))
                return (Finding("no-repeat", "duplicate", True, Field.PROMPT, facts),)
        return ()

    def _candidate(
        self, question: Question, span: Span, ground: Ground, score: float
    ) -> Candidate:
        wrong = getattr(question.body, "wrong", ())
        return Candidate(
            question,
            span,
            FactKind.PLACE,
            tuple(Origin.TABLE for _ in wrong),
            (("Kruja", Origin.NEAR),) if wrong else (),
            self.judge(question, ground),
            score,
        )


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self, now: int = 1_700_000_000_000) -> None:
        self.now = now

    def __call__(self) -> int:
        """Milliseconds since 1970."""
        return self.now


class Writers:
    """Dice that never give one name twice."""

    def __init__(self) -> None:
        self.given = 0

    def __call__(self, count: int) -> bytes:
        """The next number in so many bytes."""
        self.given += 1
        return self.given.to_bytes(count, "big")


def desk(rules: Rules | None = None, known: dict[str, str] | None = None) -> Desk:
    """A desk that keeps nothing on disk."""
    return Desk(article(), rules or Rules(), Clock(), writer="w", known=known)


def drafts(
    home: Path,
    known: dict[str, str] | None = None,
    rules: Rules | None = None,
    writers: Writers | None = None,
    clock: Clock | None = None,
) -> Drafts:
    """The drafts of a home, which see the decks that `known` tells of at that time."""
    decks = known if known is not None else {}
    return Drafts(
        home / "drafts",
        home / "decks",
        rules or Rules(),
        clock or Clock(),
        writers or Writers(),
        lambda: decks,
    )


def ids(of: Desk) -> list[str]:
    """The ids of all items shown."""
    return [item.id for item in of.items]


def worded(question: Question, **changes: object) -> Question:
    """The question with other values in its body."""
    return replace(question, body=replace(question.body, **changes))  # type: ignore[arg-type]


def fill(folder: Path) -> Path:
    """Take all room that is left on a small file system; the file that takes it."""
    path = folder / "filling"
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"\0" * 4096):
            pass
    return path

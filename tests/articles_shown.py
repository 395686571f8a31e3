"""Readable fake data for New from article: an article on the desk, drafts, rooms around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import drafting
import pages_shown
import study_samples

from quizapp.content.question import (
    Body,
    Cloze,
    Evidence,
    Match,
    PartialDate,
    Question,
    Short,
    TrueFalse,
)
from quizapp.generate.article import Article, Span
from quizapp.generate.candidate import (
    SOURCE,
    Candidate,
    FactKind,
    Field,
    Finding,
    Mend,
    Origin,
    stable_id,
)
from quizapp.generate.desk import Desk
from quizapp.generate.draft import Drafts
from quizapp.generate.ground import Ground
from quizapp.generate.reading.outcome import ArticleRead
from quizapp.study.library import DeckLine
from quizapp.ui.article_entry import DraftLine
from quizapp.ui.article_page import ArticlePage
from quizapp.ui.article_words import answer_words, prompt_words
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme

MARCH = PartialDate(2022, 3, 17)
PROMPTS = {
    "ready": "Which town reopened its old bridge?",
    "doubtful": "Who cut its ribbon?",
    "ages": "How many people crossed the bridge?",
    "gap": "The bridge was built in {{1894}} by masons from Korça.",
    "pairs": "Match each office with who held it.",
    "statement": "The repair cost 2.1 million euros.",
    "claim": "Who kept every stone of the bridge?",
}


class Rules(drafting.Rules):
    """Rules that find a pronoun, a number that ages, and praise."""

    def propose(self, article: Article) -> tuple[Candidate, ...]:
        """One question of each light, and of some kinds."""
        self.proposed += 1
        ground = self.ground(article)
        wrong = ("Berat", "Puka", "400")
        origins = (Origin.ARTICLE, Origin.TABLE, Origin.NEAR)
        bodies: tuple[Body, ...] = (
            Short(PROMPTS["ready"], "Velin", ("the town of Velin",), wrong),
            Short(PROMPTS["ages"], "some 400", (), ("some 300", "some 500")),
            Short(PROMPTS["doubtful"], "Ana Duka"),
            Cloze(PROMPTS["gap"]),
            TrueFalse(PROMPTS["statement"], answer=True, correction="It cost 2.1 million."),
            Match(PROMPTS["pairs"], (("Ana Duka", "mayor"), ("Korça", "masons"))),
            Short(PROMPTS["claim"], "Duka"),
        )
        places = (1, 3, 2, 4, 6, 2, 7)
        found = []
        for n, (body, place) in enumerate(zip(bodies, places, strict=True)):
            span = ground.sentences[place].span
            evidence = Evidence(SOURCE, span.of(article.text))
            question = Question(None, body, evidence=evidence)
            question = replace(question, id=stable_id(question))
            many = len(getattr(body, "wrong", ()))
            findings = self.judge(question, ground)
            found.append(
                Candidate(question, span, FactKind.PLACE, origins[:many], (), findings, -n)
            )
        return tuple(found)

    def judge(self, question: Question, ground: Ground) -> tuple[Finding, ...]:
        """What the prompt gives away."""
        found = []
        if " its ribbon" in question.prompt:
            named = replace(question, body=_asks(question, "Who cut the ribbon of the bridge?"))
            mend = Mend("name-instead", (("new", "the bridge"), ("old", "its")), named)
            facts = (("word", "its"),)
            found.append(Finding("self-contained", "pronoun", True, Field.PROMPT, facts, (mend,)))
        if question.prompt.startswith("How many") and question.as_of is None:
            dated = replace(question, as_of=ground.article.published or MARCH)
            mend = Mend("add-as-of", (("date", str(dated.as_of)),), dated)
            found.append(Finding("as-of", "count-now", False, Field.AS_OF, (), (mend,)))
        return tuple(found)


def _asks(question: Question, prompt: str) -> Short:
    body = question.body
    return replace(body, prompt=prompt) if isinstance(body, Short) else Short(prompt, "")


def article(published: PartialDate | None = MARCH) -> Article:
    """The article on the bridge."""
    return replace(drafting.article(), published=published)


def desk(rules: drafting.Rules | None = None) -> Desk:
    """The article on a desk that keeps nothing on disk."""
    return Desk(article(), rules or Rules(), drafting.Clock(), writer="w")


class NoRules(drafting.Rules):
    """Rules that find nothing."""

    def __init__(self) -> None:
        super().__init__(())


DRAFTS = (
    DraftLine("0" * 64, "Old bridge reopens", "12 open · 5 kept · 3 refused · yesterday"),
    DraftLine("1" * 64, "Kosovo asks to join NATO", "30 open · 3 days ago"),
    DraftLine(
        "3" * 64,
        "A ferry for Velin",
        "Done · 9 questions in “A ferry for Velin” · 4 days ago",
        done=True,
    ),
    DraftLine("2" * 64, "A draft", "This draft is damaged.", damaged=True),
)


def page(theme: Theme) -> ArticlePage:
    """The page with nothing on it."""
    return ArticlePage(theme, Icons(study_samples.ICONS, theme))


@dataclass
class FakeReading:
    """Reads what a test says.

    Attributes:
        found: what every reading gives; an error is raised.
        asked: what was to be read, in order.
        meanwhile: called while it is read, with what tells whether to stop.
    """

    found: ArticleRead | Exception = field(default_factory=lambda: ArticleRead(article()))
    asked: list[str] = field(default_factory=list)
    meanwhile: Callable[[Callable[[], bool]], None] = lambda _cancelled: None

    def file(
        self, path: Path, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> ArticleRead:
        """Read a file."""
        return self._read(str(path), progress, cancelled)

    def address(
        self,
        url: str,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        *,
        allow_private: bool = False,
    ) -> ArticleRead:
        """Fetch an address."""
        return self._read(f"anyway {url}" if allow_private else url, progress, cancelled)

    def words(
        self,
        words: str,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
        *,
        html: bool,
    ) -> ArticleRead:
        """Read what was pasted."""
        return self._read(f"html {words}" if html else words, progress, cancelled)

    def _read(
        self, asked: str, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> ArticleRead:
        self.asked.append(asked)
        progress(0.5)
        self.meanwhile(cancelled)
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


class FakeLibrary:
    """Decks as Library would list them."""

    def __init__(self, lines: Sequence[DeckLine]) -> None:
        self._lines = tuple(lines)

    def lines(self) -> tuple[DeckLine, ...]:
        """All of them."""
        return self._lines


class FakeRooms:
    """What the page asks of the rooms.

    Attributes:
        rescans: how often the decks were looked through.
    """

    def __init__(self, home: Path, rules: drafting.Rules | None = None) -> None:
        self.rescans = 0
        self.library = FakeLibrary(pages_shown.library())
        self._drafts = drafting.drafts(home, rules=rules or Rules())

    def drafts(self) -> Drafts:
        """Drafts in a folder of the test's."""
        return self._drafts

    def day(self) -> int:
        """A Tuesday."""
        return pages_shown.TUESDAY

    def rescan(self) -> bool:
        """Look through the decks."""
        self.rescans += 1
        return True


def span_of(words: str) -> Span:
    """Where words stand in the article."""
    start = drafting.TEXT.index(words)
    return Span(start, start + len(words))


def content() -> set[str]:
    """Words of the article, its questions and drafts, which no catalogue knows."""
    found = {draft.title for draft in DRAFTS} | {draft.told for draft in DRAFTS}
    about = article()
    found |= {about.title, about.publisher, "bridge.pdf", "https://"}
    on = desk()
    on.show_red = True
    for item in on.items:
        question, body = item.question, item.question.body
        found |= {question.prompt, *getattr(body, "wrong", ()), str(getattr(body, "answer", ""))}
        found |= {answer_words(question), prompt_words(question)}
        found |= {f"{left} – {right}" for left, right in getattr(body, "pairs", ())}
        found.add(getattr(body, "correction", ""))
    return found

"""Readable fake data for the pages other than Study: what they are shown in tests and pictures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from quizapp.content.deck import Fault, Severity
from quizapp.content.question import Kind
from quizapp.schedule.store import DeckCounts, DeckEntry, SourceEntry
from quizapp.settings import Settings
from quizapp.study.library import CardLine, DeckLine, DeckShown, QuestionLine, SpellingLine
from quizapp.study.question_detail import CardStanding, QuestionDetail
from quizapp.study.view import DeckToday, EvidenceShown, TodayShown
from quizapp.ui.settings_page import BackupLine

HOME = Path("/home/mira/.local/share/quizapp")
TUESDAY = date(2026, 11, 24).toordinal()

ABOUT_KOSOVO = "A letter to the White House in March 2022, and what stands in its way."
ABOUT_NATO = (
    "What NATO promises its members, who may be invited, and the steps from an invitation to a"
    " seat at the table. With the cases of Finland, Sweden and North Macedonia."
)

OTHERS = (
    ("kosovo-nato", "Kosovo asks to join NATO", ABOUT_KOSOVO, 46),
    ("how-nato-admits-a-member", "How NATO admits a member", ABOUT_NATO, 27),
    (
        "how-a-state-joins-the-united-nations",
        "How a state joins the United Nations",
        "From a letter to the Secretary-General to a vote of two thirds, and the vetoes between.",
        26,
    ),
    (
        "who-decides-on-war-and-treaties",
        "Who decides on war and treaties",
        "What the President of the United States may do alone, and what takes the Senate.",
        28,
    ),
)


def today(**changes: object) -> TodayShown:
    """A Tuesday morning with a plan of two decks, but for what a test changes."""
    values: dict[str, object] = {
        "hour": 9,
        "day": TUESDAY,
        "due": 18,
        "new": 6,
        "minutes": 7.2,
        "begun": (
            DeckToday("kosovo-nato", "Kosovo asks to join NATO", 12, 4, 28, 46),
            DeckToday("how-nato-admits-a-member", "How NATO admits a member", 6, 2, 11, 27),
        ),
        "others": OTHERS[2:],
        "first": False,
        "done": False,
        "next_day": TUESDAY + 1,
        "next_cards": 9,
        "more_new": 14,
        "done_answers": 0,
        "done_seconds": 0.0,
    }
    return TodayShown(**(values | changes))  # type: ignore[arg-type]  # a test names real fields


def first_launch() -> TodayShown:
    """What a new student sees."""
    return today(
        due=0,
        new=10,
        minutes=5.0,
        begun=(),
        others=OTHERS,
        first=True,
        next_day=0,
        next_cards=0,
        more_new=0,
        suggested="kosovo-nato",
        suggested_minutes=4,
    )


def done() -> TodayShown:
    """The day's plan is done."""
    begun = (
        DeckToday("kosovo-nato", "Kosovo asks to join NATO", 0, 0, 32, 46),
        DeckToday("how-nato-admits-a-member", "How NATO admits a member", 0, 0, 13, 27),
    )
    return today(
        hour=19, due=0, new=0, begun=begun, done=True, done_answers=31, done_seconds=452.0
    )


def deck_line(**changes: object) -> DeckLine:
    """The deck on Kosovo, begun, but for what a test changes in its entry or its counts."""
    counts = {
        key: changes.pop(key) for key in ("due", "new", "learned", "cards") if key in changes
    }
    extra = {key: changes.pop(key) for key in ("flagged", "set_aside") if key in changes}
    values: dict[str, object] = {
        "path": Path("/usr/share/quizapp/decks/kosovo-nato.toml"),
        "id": "kosovo-nato",
        "title": "Kosovo asks to join NATO",
        "description": ABOUT_KOSOVO,
        "bundled": True,
        "questions": 46,
        "cards": 49,
        "begun": True,
        "articles": 1,
    }
    how_far = {"due": 12, "new": 4, "learned": 28, "cards": 49} | counts
    return DeckLine(
        DeckEntry(**(values | changes)),  # type: ignore[arg-type]  # a test names real fields
        DeckCounts(**how_far),  # type: ignore[arg-type]  # a test names real fields
        **extra,  # type: ignore[arg-type]  # a test names real fields
    )


def library() -> tuple[DeckLine, ...]:
    """Begun, own, rival, bundled and unreadable decks."""
    own = HOME / "decks"
    return (
        deck_line(flagged=1, set_aside=2),
        deck_line(
            path=own / "civics-week-9.toml",
            id="civics-week-9",
            title="Civics, week 9: the Security Council",
            description="For the test on 4 December.",
            bundled=False,
            writable=True,
            questions=31,
            due=0,
            new=0,
            learned=31,
            cards=31,
            faults=(Fault("empty-prompt", 12), Fault("unknown-key", 40)),
        ),
        deck_line(
            path=own / "capitals.toml",
            id="capitals",
            title="Capitals of the Balkans",
            description="",
            bundled=False,
            begun=False,
            questions=12,
            learned=0,
            articles=0,
            without_id=12,
            rival=str(own / "capitals-old.toml"),
        ),
        deck_line(
            path=own / "capitals-old.toml",
            id="capitals",
            title="Capitals of the Balkans",
            bundled=False,
            begun=False,
            questions=9,
            learned=0,
            articles=0,
            hidden=True,
            rival=str(own / "capitals.toml"),
        ),
        *(
            deck_line(
                path=Path(f"/usr/share/quizapp/decks/{deck}.toml"),
                id=deck,
                title=title,
                description=about,
                questions=questions,
                begun=False,
                learned=0,
            )
            for deck, title, about, questions in OTHERS[1:]
        ),
        deck_line(
            path=own / "notes.toml",
            id="",
            title="",
            bundled=False,
            begun=False,
            questions=0,
            unreadable="empty",
            faults=(Fault("empty", 0),),
        ),
    )


QUESTIONS = (
    ("Who wrote to Joe Biden in March 2022 to ask for help in joining NATO?", "Vjosa Osmani"),
    ("Which news agency saw the letter?", "Reuters"),
    ("On which day did Kosovo declare its independence?", "17 February 2008"),
    ("About how many people lived in Kosovo in March 2022?", "1.8 million"),
    ("Which four NATO members had not recognised Kosovo?", "Greece, Romania, Slovakia, Spain"),
    ("What is the name of the NATO-led force in Kosovo?", "KFOR"),
    ("How many NATO troops did Kosovo host in March 2022?", "3,770"),
    ("Which article of the treaty holds the promise of collective defence?", "Article 5"),
)


def questions(n: int = len(QUESTIONS)) -> tuple[QuestionLine, ...]:
    """As many questions as wanted; each tenth of many asks about Slovenia."""
    lines = []
    for at in range(n):
        prompt, answer = QUESTIONS[at % len(QUESTIONS)]
        if n > len(QUESTIONS):
            prompt = f"{prompt} ({at})" if at % 10 else f"What of Slovenia, number {at}?"
        name = f"q{at:09d}"
        search = f"{prompt} {answer} {name}".casefold()
        lines.append(QuestionLine(name, Kind.SHORT, prompt, answer, (), search))
    return tuple(lines)


def article() -> SourceEntry:
    """The article on Kosovo, shortened."""
    text = """# Kosovo asks to join NATO

Retold from news reports of March 2022; figures, offices and memberships are those of that month.

## A letter to the White House

In March 2022 Vjosa Osmani, who was then president of Kosovo, wrote a letter to Joe Biden, who \
was then president of the United States. The letter bore the date of 10 March 2022, and the \
London news agency Reuters saw it on Thursday, 17 March. Osmani asked Biden to use American \
influence on the members of NATO, so that Kosovo could enter the alliance.

## A state that not everybody recognises

On 17 February 2008 Kosovo declared its independence from Serbia. The United States recognised \
Kosovo one day later, on 18 February 2008. About 1.8 million people lived in Kosovo in March 2022.

- Greece, Romania, Slovakia and Spain are in NATO and had not recognised it.
- Cyprus is in the European Union only.
"""
    return SourceEntry("letter", "Kosovo asks to join NATO", "Quizapp", "2026-11", "", text)


def deck(**changes: object) -> DeckShown:
    """The page of the deck on Kosovo with something in each of its parts."""
    values: dict[str, object] = {
        "line": deck_line(
            faults=(
                Fault("empty", 0, severity=Severity.WARNING),
                Fault("format-wrong", 12, (("value", "one"),), column=3),
            )
        ),
        "questions": questions(),
        "articles": (article(),),
        "flagged": (
            CardLine(
                "q000000006", "kosovo-nato", QUESTIONS[6][0], "The figure is old", False, False, 0
            ),
        ),
        "set_aside": (
            CardLine("q000000004", "kosovo-nato", QUESTIONS[4][0], None, True, True, 8),
            CardLine("q000000001", "kosovo-nato", QUESTIONS[1][0], None, False, True, 0),
        ),
        "spellings": (SpellingLine("q000000000", QUESTIONS[0][0], "Viosa Osmany"),),
    }
    return DeckShown(**(values | changes))  # type: ignore[arg-type]  # a test names real fields


def question(**changes: object) -> QuestionDetail:
    """A question to be read, with something in each of its parts."""
    values: dict[str, object] = {
        "key": "q000000000",
        "prompt": QUESTIONS[0][0],
        "answer": QUESTIONS[0][1],
        "accepted": ("Osmani", "Vjosa Osmani-Sadriu"),
        "own": ("Viosa Osmany",),
        "explanation": "She was president of Kosovo at that time.",
        "evidence": EvidenceShown(
            before="Figures, offices and memberships are those of that month.",
            sentence="In March 2022 Vjosa Osmani, who was then president of Kosovo, wrote a letter"
            " to Joe Biden, who was then president of the United States.",
            after="The letter bore the date of 10 March 2022.",
            paragraph="",
            source_title="Kosovo asks to join NATO",
            publisher="",
            published="",
            url="",
            attribution="",
            as_of=None,
        ),
        "cards": (CardStanding("", False, False, TUESDAY + 1, 9.2, False, "The figure is old"),),
        "today": TUESDAY,
    }
    return QuestionDetail(**(values | changes))  # type: ignore[arg-type]  # a test names real fields


def settings() -> Settings:
    """A student's settings."""
    return Settings(deck_folders=("/home/mira/Documents/Civics class",))


def backups() -> tuple[BackupLine, ...]:
    """Three copies of the history."""
    folder = HOME / "backups"
    return tuple(
        BackupLine(
            folder / f"2026-11-{day}.sqlite", f"2026-11-{day} 18:02:1{day % 10}", size, why, n
        )
        for day, size, why, n in (
            (24, 1_260_000, "before-restore", 412),
            (23, 1_180_000, "daily", 377),
            (22, 940_000, "asked", 301),
        )
    )

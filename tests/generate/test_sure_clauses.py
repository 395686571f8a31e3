"""Clauses that could be misread: what is asked of them, and where nothing is asked."""

from __future__ import annotations

import pytest
from asked import asked

_SILENT = [
    # Another may be meant by "which" or "who".
    ("Yields on Latvia's bonds, which climbed in May, fell to 3 percent.", "climbed in May"),
    ("The report on the dams, which was written in haste, is due in Riga.", "written in haste"),
    ("Ana Lund is head of research at the bank Kern & Rohner, who called the cut.", "Which bank"),
    # An aside does not act.
    ("Riga bought its chimney, a Grade II listed structure, and it will be repaired.", "Grade"),
    ("The Danube ferry, a wooden vessel, was repaired in Linz in 2012.", "a wooden vessel"),
    ("The Ring of Lieto, a heavy thing, was kept in Turku in 2012.", "did a heavy thing"),
    # Half of two: "must have lived or worked".
    ("Tenants must have lived or worked in Kendal for three years.", "work"),
    ("Ole Lund may have sold or rented the Oslo hall in 2012.", "rented"),
    ("Guests of Ole Lund could swim or fish in Lake Inari in 2012.", "fish"),
    # What is cut off.
    (
        "Judge Ana Lund told Ole Penrose that he had treated his office ‘as a till’.",
        "Penrose treat",
    ),
    ("Ana Lund accused the government of “shopping for voters” in Riga.", "shopping?"),
    ("Ana Lund credited early testing in Riga.", "credited"),
    # The date is of another verb.
    ("Ana Lund announced strikes in Riga from July 1.", "announce strikes"),
    ("Latvia's parliament approved a cabinet led by Ana Lund on Monday.", "Who led a cabinet on"),
    # A noun that looks like a verb, and "scientists reported" that looks like an aside.
    ("Riga's plans to replace 130 buses by 2027 failed.", "In which year do"),
    ("A vaccine cut deaths in Mali, scientists reported on Friday in Lancet.", "were scientists"),
    # Who acts: no name takes a participle without a comma, and an aside does not agree.
    ("Dr. Ana Lund taught at the University of Bergen until 2000.", "Who was taught"),
    ("Amber Bank and Lund Bank, two of Latvia's oldest, agreed to merge in 2012.", "was two of"),
    ("A wreck off Gozo, which was the oldest in Malta, was robbed in 2021.", "Which place was"),
    ("It was one of eight museums that raised £15m in Leeds.", "one of eight"),
    ("The palace, paid for by Ole Lund and opened in 1913, stands in Oslo.", "did Ole Lund open"),
    ("A plane hit a hill near Pokhara in 2023, killing 72 people.", "plane kill"),
    # Two verbs, of which nothing opens the second.
    ("Two groups that have fought over Riga for years agreed on Monday to rest.", "years agreed"),
    ("As Oregon state did in 2022, Riga banned nets in 2023.", "state do"),
    # Two objects, and what is meant by "him".
    ("Lund Bank had been promised €9bn by Germany in 2012.", "had promised"),
    ("Ana Lund spoke to Ole Penrose in Riga and urged him to resign.", "urged him"),
    ("It was built in Riga in 1983, Ana Lund said.", "Ana Lund built"),
    # Wholes cut in two.
    ("Ole Lund is building plants in Arizona and in Kumamoto.", "Where is"),
    ("The Daugava Star sank in about 70 BC.", "Where did"),
    ("In Riga, Ana Lund visited on Thursday.", "who visited"),
    ("Norway, Sweden and Austria are considering similar laws.", "considering"),
    # Moods, and what lasts for days.
    ("Ana Lund was asleep in her house in Odisha.", "asleep"),
    ("Firefighters were battling the flames in Crete on Monday.", "On which date were"),
    # Another's subject.
    (
        "The cave, named after Ana Lund, who died in 2019, was found by two divers in Malta.",
        "Who was found",
    ),
    (
        "The reef, which was named after Ole Lund, who drew it, was mapped by a ship in 2012.",
        "Who was mapped",
    ),
    ("Mud ran down the valley, officials said, burying 61 houses in Lipova.", "officials bur"),
    ("Smoke hung over Riga, doctors warned, choking 40 children in Teika.", "doctors chok"),
    ("Ana Lund was led off a bus in Oslo, handcuffed and held for 19 hours.", "Lund hold"),
    ("Ole Lund was found in Riga and taught in the evenings for two years.", "Lund teach"),
    ("Figures given to Riga by the police themselves showed 712 mistakes.", "themselves"),
    ("Ana Lund opposed the plan for Riga, as did the Baltic Greens.", "did the Baltic Greens?"),
    ("Ole Lund voted for the Riga plan, as did Ana Penrose.", "did Ana Penrose?"),
    ("In Riga volunteers from as far away as Oslo had brought blankets.", "had brought"),
    ("The Chilean glaciologist Rosa Lund died in 2019. Ana Penrose wept.", "glaciologist Ana"),
    (
        "Riga voted on High Street. It is backed by a third of the town's poor.",
        "Street’s",
    ),
    ("Work on the quay in Riga is due to begin in January and to last 14 weeks.", "Why is"),
    (
        "Ana Lund opens the hall in Oslo, as she has done nearly every morning since 1998.",
        "Lund done",
    ),
    # Half of a list, of two, or of what is compared.
    ("Latvia set up 1,900 cameras in Riga, Liepāja and Ventspils in 2012.", "Liepāja?"),
    (
        "Ana Lund's party was joined by the Baltic Greens and by one Liberal in Riga.",
        "party joined",
    ),
    ("Antarctica holds enough ice to raise the sea by more than 50 metres.", "Why does"),
    ("Ana Lund said Latvia would need to raise the tax by more than 5 percent.", "by more?"),
    # What lies under something is under no limit, and "it takes five years" is no thing.
    ("Lake Vostok is buried under 2,900 metres of ice.", "Under how many"),
    ("Gdynia is a port. It would have taken five years.", "would Gdynia"),
]
_ASKED = [
    ("Kern & Rohner, based in Madrid, paid for it.", "Where is Kern & Rohner based"),
    ("High Street in Riga is barely six metres wide.", "How many metres wide is"),
    ("NATO, which opened a base at Adazi in 2017, has 32 members.", "Which alliance opened"),
    (
        "Ana Lund, who wrote the report on Riga’s dams, lives in Oslo.",
        "Who wrote the report on Riga’s",
    ),
    (
        "A farmer from Turku, Eino Salmela, found the Ring of Lieto in 1931.",
        "Who found the Ring of Lieto",
    ),
    ("The Danube ferry was repaired in Linz in 2012.", "In which year was the Danube ferry"),
    ("Ana Lund lived and worked in Kendal until 2012.", "Until when did Ana Lund"),
    ("Ana Lund forced Ole Penrose to leave Riga in 2012.", "In which year did Ana Lund force"),
    ("Ana Lund credited Latvia with the rescue of the Riga Opera.", "Who credited Latvia with"),
    ("Ana Lund announced strikes in Riga on Monday.", "On which date did Ana Lund announce"),
    ("Ana Lund's cabinet was approved in Riga on Monday.", "On which date was Ana Lund’s cabinet"),
    ("Ana Lund was born in Odisha in 1950.", "In which year was Ana Lund born"),
    ("The Lund Museum, founded in 1904 by Ole Lund, is in Turku.", "In which year was the Lund"),
    ("Ole Lund promised Ana Penrose a post in Riga.", "Who promised Ana Penrose a post"),
    ("Paris is to open its first cable car in December.", "In which month is Paris to open"),
    (
        "A jury in Graz found her guilty, Ana Lund wrote in the Riga Times in 2012.",
        "Ana Lund write",
    ),
]


@pytest.mark.parametrize(("sentence", "words"), _SILENT)
def test_what_may_be_misread_is_not_asked(sentence: str, words: str) -> None:
    """A question that turns out wrong costs more trust than ten good ones earn."""
    assert [stem for stem in asked(sentence) if words.lower() in stem.lower()] == []


@pytest.mark.parametrize(("sentence", "words"), _ASKED)
def test_what_is_plain_is_asked(sentence: str, words: str) -> None:
    """Doubt keeps to what is doubtful."""
    stems = [stem.replace("'s", "’s") for stem in asked(sentence)]
    assert any(words in stem for stem in stems), stems

"""The lexicon: forms of verbs, parts of speech of words, and what the lists may hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lexicon_tables import AMBIGUOUS, FORMS, GUESSED

from quizapp.generate.language.inflection import VerbForms
from quizapp.generate.language.lexicon import Lexicon, lexicon
from quizapp.paths import resources

WORDS = lexicon()
LISTS = ("verbs.tsv", "nouns.tsv", "adjectives.tsv", "adverbs.tsv")


def words_of(text: str) -> frozenset[str]:
    """The words of a line or more."""
    return frozenset(text.split())


VERB_FLAGS = words_of("say think link that person intrans state give double")
NOUN_CATEGORIES = words_of(
    "person office group place event time unit work animal substance abstract quantity part"
)
ADVERB_KINDS = words_of("time degree manner hedge sentence perishable")
TWINS = {"fulfill": "fulfil", "enroll": "enrol"}
"""Two spellings of a verb that share their forms."""
TAGS = words_of(
    "CC CD DT EX IN JJ JJR JJS MD NN NNS NNP PDT POS PRP PRP$ RB RBR RBS RP TO UH VB VBD VBG "
    "VBN VBP VBZ WDT WP WP$ WRB"
)


def rows(table: str) -> list[list[str]]:
    """The lines of a table as lists of words."""
    return [line.split() for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(FORMS), ids=lambda row: str(row[0]))
def test_forms(row: list[str]) -> None:
    """A verb is given its five forms, listed or by rule."""
    assert lexicon().forms(row[0]) == VerbForms(*row)


@pytest.mark.parametrize("row", rows(FORMS), ids=lambda row: str(row[0]))
def test_forms_lead_back(row: list[str]) -> None:
    """Each of the five forms leads back to the verb."""
    tags = ("VB", "VBZ", "VBD", "VBN", "VBG")
    assert {WORDS.lemma(form, tag) for form, tag in zip(row, tags, strict=True)} == {row[0]}


@pytest.mark.parametrize("row", rows(AMBIGUOUS), ids=lambda row: str(row[0]))
def test_tags(row: list[str]) -> None:
    """A word has the tags it can have, and the most frequent one comes first."""
    word, first, *others = row
    found = WORDS.tags(word)
    assert found[0] == first
    assert {first, *others} <= set(found)


@pytest.mark.parametrize("row", rows(GUESSED), ids=lambda row: str(row[0]))
def test_guess(row: list[str]) -> None:
    """The shape and end of an unknown word tell what it can be."""
    word, first, *others = row
    found = WORDS.guess(word)
    assert found[0] == first
    assert set(others) <= set(found)


def test_unknown_word() -> None:
    """A word that is not known has no tags, flags or categories."""
    assert WORDS.tags("zastava") == ()
    assert WORDS.verb_flags("zastava") == frozenset()
    assert WORDS.noun_categories("zastava") == frozenset()
    assert WORDS.adjective_flags("zastava") == frozenset()
    assert WORDS.adverb_kind("zastava") == ""


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("is", "VBZ", "be"), ("'re", "VBP", "be"), ("'d", "MD", "would"), ("'d", "VBD", "have"),
        ("wo", "MD", "will"), ("n't", "RB", "not"), ("had", "VBD", "have"), ("lay", "VBD", "lie"),
        ("lay", "VB", "lay"), ("found", "VBD", "find"), ("found", "VB", "found"),
        ("leaves", "NNS", "leaf"), ("leaves", "VBZ", "leave"), ("lives", "NNS", "life"),
        ("better", "JJR", "good"), ("worst", "JJS", "bad"), ("bigger", "JJR", "big"),
        ("easiest", "JJS", "easy"), ("larger", "JJR", "large"), ("later", "RBR", "late"),
        ("people", "NNS", "person"), ("organisations", "NNS", "organisation"),
        ("organised", "VBN", "organise"), ("traveled", "VBD", "travel"),
        ("burnt", "VBN", "burn"), ("gotten", "VBN", "get"), ("pled", "VBD", "plead"),
        ("gentrified", "VBD", "gentrify"), ("nationwide", "JJ", "nationwide"),
    ],
)  # fmt: skip
def test_lemma(word: str, tag: str, lemma: str) -> None:
    """A form leads back to what a dictionary lists, and its tag decides between two."""
    assert WORDS.lemma(word, tag) == lemma


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("country", "countries"), ("crisis", "crises"), ("wife", "wives"), ("child", "children"),
        ("spokeswoman", "spokeswomen"), ("policeman", "policemen"), ("human", "humans"),
        ("secretary-general", "secretaries-general"), ("son-in-law", "sons-in-law"),
        ("vice president", "vice presidents"), ("church", "churches"), ("hero", "heroes"),
        ("radio", "radios"), ("monarch", "monarchs"), ("stomach", "stomachs"), ("bus", "buses"),
        ("aircraft", "aircraft"), ("series", "series"), ("evidence", "evidence"),
        ("criterion", "criteria"), ("referendum", "referendums"), ("foot", "feet"),
        ("veto", "vetoes"), ("person", "people"), ("passer-by", "passers-by"), ("day", "days"),
    ],
)  # fmt: skip
def test_plural(singular: str, plural: str) -> None:
    """A noun is given its plural, and the last word of a plural its singular."""
    assert WORDS.plural(singular) == plural
    assert WORDS.singular(plural.rpartition(" ")[2]) == singular.rpartition(" ")[2]


@given(st.sampled_from(WORDS.verbs))
def test_round_trip_of_listed_verbs(verb: str) -> None:
    """Every form of every listed verb is known by its tag and leads back to the verb."""
    forms = WORDS.forms(verb)
    expected = TWINS.get(verb, verb)
    for form, tag in (
        (forms.base, "VB"), (forms.third, "VBZ"), (forms.past, "VBD"),
        (forms.participle, "VBN"), (forms.gerund, "VBG"),
    ):  # fmt: skip
        lemma = WORDS.lemma(form, tag)
        assert TWINS.get(lemma, lemma) == expected
        # An auxiliary, and a word such as "lay", is tagged by a table of its own.
        assert WORDS.tags(form)


@given(st.sampled_from(WORDS.nouns))
def test_round_trip_of_listed_nouns(noun: str) -> None:
    """The plural of every listed noun is known, and its singular is a noun with that plural."""
    plural = WORDS.plural(noun)
    assert WORDS.tags(plural)
    assert WORDS.plural(WORDS.singular(plural)) == plural


@given(st.text(min_size=1, max_size=20))
def test_any_text_is_answered(text: str) -> None:
    """Whatever is asked for, tags are ones of the Penn Treebank and a guess is never empty."""
    low = text.lower()
    assert set(WORDS.tags(low)) <= TAGS
    assert set(WORDS.guess(text)) <= TAGS
    assert WORDS.guess(text)
    assert WORDS.forms(low).base == low
    for tag in ("VBD", "VBG", "VBZ", "NNS", "JJR", "NN"):
        assert isinstance(WORDS.lemma(low, tag), str)
    assert isinstance(WORDS.plural(low), str)


def test_all_tags_are_known() -> None:
    """Every listed word has tags, all of the Penn Treebank, none twice."""
    for word in (*WORDS.verbs, *WORDS.nouns, *WORDS.adjectives, *WORDS.adverbs):
        tags = WORDS.tags(word)
        assert tags, word
        assert set(tags) <= TAGS
        assert len(tags) == len(set(tags)), word


def test_flags_and_categories_are_known() -> None:
    """No list holds a flag, category or kind that nobody asks for."""
    assert {flag for verb in WORDS.verbs for flag in WORDS.verb_flags(verb)} == VERB_FLAGS
    found = {kind for noun in WORDS.nouns for kind in WORDS.noun_categories(noun)}
    assert found == NOUN_CATEGORIES
    assert {f for word in WORDS.adjectives for f in WORDS.adjective_flags(word)} == {
        "er",
        "opinion",
    }
    assert {WORDS.adverb_kind(word) for word in WORDS.adverbs} == ADVERB_KINDS


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_in_order(name: str) -> None:
    """Each list is sorted, holds no word twice, and has no more cells than its header."""
    lines = (resources() / "language" / name).read_text("utf-8").splitlines()
    header, *rest = [line.split("\t") for line in lines if not line.startswith("#")]
    words = [cells[0] for cells in rest]
    assert words == sorted(set(words))
    assert all(word == word.strip() and word for word in words)
    assert max(len(cells) for cells in rest) <= len(header)


@pytest.mark.parametrize(
    ("word", "flags"),
    [
        ("say", {"say", "that", "person"}), ("warn", {"say", "that"}), ("believe", {"think"}),
        ("remain", {"link", "intrans"}), ("resign", {"person"}), ("arrive", {"intrans"}),
        ("own", {"state"}), ("give", {"give"}), ("recognise", {"think", "that"}),
    ],
)  # fmt: skip
def test_verb_flags(word: str, flags: set[str]) -> None:
    """What matters of a verb is known, whichever way it is spelled."""
    assert flags <= WORDS.verb_flags(word)


@pytest.mark.parametrize(
    ("word", "category"),
    [
        ("nurse", "person"), ("president", "office"), ("president", "person"),
        ("committee", "group"), ("police", "group"), ("river", "place"), ("war", "event"),
        ("decade", "time"), ("dollar", "unit"), ("treaty", "work"), ("goat", "animal"),
        ("oil", "substance"), ("independence", "abstract"), ("majority", "quantity"),
        ("wing", "part"), ("organisation", "group"),
    ],
)  # fmt: skip
def test_noun_categories(word: str, category: str) -> None:
    """What a noun names is known."""
    assert category in WORDS.noun_categories(word)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("about", "hedge"), ("nearly", "hedge"), ("currently", "perishable"),
        ("still", "perishable"), ("very", "degree"), ("however", "sentence"),
        ("quickly", "manner"), ("soon", "time"), ("reportedly", "hedge"),
    ],
)  # fmt: skip
def test_adverb_kinds(word: str, kind: str) -> None:
    """An adverb's kind is known."""
    assert WORDS.adverb_kind(word) == kind


def test_adjective_flags() -> None:
    """Judgements and short adjectives are marked."""
    assert "opinion" in WORDS.adjective_flags("controversial")
    assert "er" in WORDS.adjective_flags("large")


def test_lists_may_be_short(tmp_path: Path) -> None:
    """A lexicon of lists with a header alone knows the words that hold a sentence together."""
    for name in LISTS:
        (tmp_path / name).write_text("word\n", "utf-8")
    small = Lexicon(tmp_path)
    assert small.tags("the") == ("DT",)
    assert small.tags("bridge") == ()
    assert small.forms("bridge").past == "bridged"

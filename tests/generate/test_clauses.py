"""Sentences taken apart: subjects, verbs, objects, and where a predicate may end."""

from __future__ import annotations

import pytest

from quizapp.generate.language.clause import Chunk, Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.sentences import sentences_of


def parse_of(sentence: str) -> Parse:
    """The first sentence of a text, taken apart."""
    return Parse(sentences_of(sentence)[0])


def words(parse: Parse, chunk: Chunk | None) -> str:
    """The words of a noun phrase, "" for none."""
    if chunk is None:
        return ""
    return " ".join(token.text for token in parse.tokens[chunk.first : chunk.end])


def verb(parse: Parse, clause: Clause) -> str:
    """The words of a clause's verb."""
    return " ".join(token.text for token in parse.tokens[clause.verb.first : clause.verb.end])


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("Latvia left the pact.", [("Latvia", "left", "the pact")]),
        ("Ana Lund, the chief engineer, closed the bridge.",
         [("Ana Lund", "closed", "the bridge")]),
        ("Her bloc, made up of the Greens, the Reds and the Blues, controls just 41 seats.",
         [("Her bloc", "controls", "just 41 seats")]),
        ("The bridge, built in 1957, carried 9,000 cars.",
         [("The bridge", "carried", "9,000 cars")]),
        ("A channel as wide as the Thames has been found.",
         [("A channel as wide as the Thames", "has been found", "")]),
        ("The firm signed the deal and left the town.",
         [("The firm", "signed", "the deal"), ("The firm", "left", "the town")]),
        ("The lift opened in May, and visitors praised it.",
         [("The lift", "opened", ""), ("visitors", "praised", "it")]),
        ("Ana Lund, a cousin of the groom who swam ashore, told the police.",
         [("Ana Lund", "swam", ""), ("Ana Lund", "told", "the police")]),
        ("Lund, whose party lost, called the vote a farce.",
         [("whose party", "lost", ""), ("Lund", "called", "the vote")]),
        ("The minister of Latvia for trade resigned.",
         [("The minister of Latvia for trade", "resigned", "")]),
        ("Joining the pact was her aim.", [("Joining the pact", "was", "her aim")]),
        ("Cars and buses were stopped.", [("Cars and buses", "were stopped", "")]),
        ("In May the council cut its budget.", [("the council", "cut", "its budget")]),
        ("The panel said the ship had sunk.",
         [("The panel", "said", ""), ("the ship", "had sunk", "")]),
        ("Two-thirds of the money came from Riga.",
         [("Two-thirds of the money", "came", "")]),
        ("The sinking of the ferry shocked Latvia.",
         [("The sinking of the ferry", "shocked", "Latvia")]),
        ("Last year 40 ships were sunk.", [("40 ships", "were sunk", "")]),
    ],
)  # fmt: skip
def test_each_finite_verb_has_its_subject_and_object(
    sentence: str, clauses: list[tuple[str, str, str]]
) -> None:
    """Past asides, appositions, relatives and fronted dates."""
    parse = parse_of(sentence)
    found = [(words(parse, c.subject), verb(parse, c), words(parse, c.object))
             for c in parse.clauses]  # fmt: skip
    assert found == clauses


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("The mayor said that the dam held.", [Role.MAIN, Role.THAT]),
        ("The dam, which was built in 1957, held.", [Role.RELATIVE, Role.MAIN]),
        ("The dam held because it was new.", [Role.MAIN, Role.UNDER]),
        ("If it rains, the dam will burst.", [Role.UNDER, Role.MAIN]),
        ("Lund, whose party lost, resigned.", [Role.RELATIVE, Role.MAIN]),
        ("The dam held and the town was dry.", [Role.MAIN, Role.MAIN]),
    ],
)
def test_a_clause_knows_what_it_is(sentence: str, roles: list[Role]) -> None:
    """Main, told, relative, or under a condition."""
    assert [clause.role for clause in parse_of(sentence).clauses] == roles


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("The trust came to Riga in May.", {"came", "Riga", "May"}),
        ("It cut rates between July 18 and July 24 after a strike.",
         {"rates", "24", "strike"}),
        ("It could cut through ice within 60 to 80 years.", {"ice", "years"}),
        ("Money came from Riga and the rest from Oslo.", {"came", "Riga"}),
        ("They want to raise the wage and to hold a vote.", {"wage", "vote"}),
    ],
)  # fmt: skip
def test_a_predicate_may_end_where_it_is_whole(sentence: str, ends: set[str]) -> None:
    """No range, and no half of two things, is cut."""
    parse = parse_of(sentence)
    clauses = (*parse.clauses, *parse.intended)
    found = {parse.tokens[cut - 1].text for clause in clauses for cut in clause.cuts}
    assert found <= ends
    assert found


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("The factory is to employ 700 people.", ["is to employ"]),
        ("The tax is expected to cost 180 million euros.", ["is expected to cost"]),
        ("Latvia has pledged to cut its debt.", ["has pledged to cut"]),
        ("The bridge is due to open in May.", ["is due to open"]),
        ("The mayor plans to build a pier.", ["plans to build"]),
        ("The mayor went to see the pier.", []),
        ("The mayor likes the pier.", []),
    ],
)
def test_what_is_meant_to_be_is_one_verb(sentence: str, meant: list[str]) -> None:
    """A plan, a duty or a forecast with the verb it is about."""
    parse = parse_of(sentence)
    assert [verb(parse, clause) for clause in parse.intended] == meant


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("The court convicted three men, sentencing one to six years.",
         [("The court", "sentencing")]),
        ("The storm hit Riga, killing four people and leaving 90 homeless.",
         [("The storm", "killing"), ("The storm", "leaving")]),
        ("The list goes on, including Riga.", []),
    ],
)  # fmt: skip
def test_what_a_subject_did_besides(sentence: str, deeds: list[tuple[str, str]]) -> None:
    """Participles behind a comma that tell of further deeds."""
    parse = parse_of(sentence)
    assert [(words(parse, c.subject), verb(parse, c)) for c in parse.trailing] == deeds

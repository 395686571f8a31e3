"""Accepted spellings follow the answers they stand for while those are typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.author.spelling_groups import Group, accepted, followed, grouped

PAIRS = (("Hellas", "Greece"), ("Elláda", "Greece"), ("España", "Spain"))


def test_spellings_stand_under_their_answers() -> None:
    """In the answers' order, also those without any; what stands for none comes last."""
    groups = grouped((*PAIRS, ("Rumania", "Romania")), ("Spain", "Greece", "Italy"))
    assert groups == (
        Group("Spain", ("España",)),
        Group("Greece", ("Hellas", "Elláda")),
        Group("Italy"),
        Group("Romania", ("Rumania",), lost=True),
    )


def test_an_answer_typed_on_keeps_its_spellings() -> None:
    """Letter by letter, and moved to another place too."""
    groups = grouped(PAIRS, ("Greece", "Spain"))
    for word in ("Greec", "Gree", "Hellenic Republic"):
        groups = followed(groups, (word, "Spain"))
    assert groups[0] == Group("Hellenic Republic", ("Hellas", "Elláda"))
    assert followed(groups, ("Spain", "Hellenic Republic")) == groups[::-1]


def test_an_answer_taken_out_loses_nothing() -> None:
    """Its spellings wait, and are there again when it comes back."""
    groups = grouped(PAIRS, ("Greece", "Spain"))
    fewer = followed(groups, ("Spain",))
    assert fewer == (Group("Spain", ("España",)), Group("Greece", ("Hellas", "Elláda"), lost=True))
    assert followed(fewer, ("Greece", "Spain")) == groups
    assert followed(grouped((), ("a", "b")), ("b",)) == (Group("b"),)


_WORDS = st.sampled_from(("a", "b", "c", "d", "e"))


@given(
    st.lists(st.tuples(st.text("xyz", min_size=1), _WORDS), max_size=6),
    st.lists(st.lists(_WORDS, max_size=4), max_size=6),
)
def test_no_spelling_is_ever_lost(pairs: list[tuple[str, str]], answers: list[list[str]]) -> None:
    """Whatever the answers become in turn, every spelling stands somewhere."""
    groups = grouped(tuple(pairs), ("a", "b"))
    for targets in answers:
        groups = followed(groups, targets)
        assert sorted(text for text, _of in accepted(groups)) == sorted(t for t, _of in pairs)
        assert [group.target for group in groups if not group.lost] == list(dict.fromkeys(targets))

"""A pattern is searched for only where one of its words stands: none may be missing in the set."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.generate.gates import ageing, form, reads_well, relative_time, worth
from quizapp.generate.gates.wording import folded

PRINTED = st.characters(min_codepoint=32, max_codepoint=126)
PAIRS = {
    "reads-well": (reads_well._BROKEN, reads_well._IN_BROKEN),
    "of a life": (worth._OF_A_LIFE, worth._IN_EITHER),
    "of the hour": (worth._OF_THE_HOUR, worth._IN_EITHER),
    "now": (ageing._NOW, ageing._IN_NOW),
    "relative": (relative_time._RELATIVE, relative_time._IN_RELATIVE),
    "nobody": (form._NOBODY, form._DENYING),
}


@pytest.mark.parametrize("name", PAIRS)
@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_a_pattern_finds_has_one_of_its_words(name: str, data: st.DataObject) -> None:
    """A word added to a pattern must be added to its set."""
    pattern, words = PAIRS[name]
    assert isinstance(pattern, re.Pattern)
    text = data.draw(st.from_regex(pattern, alphabet=PRINTED))
    if pattern.search(text):
        assert not words.isdisjoint(folded(text))

"""Common nouns that point to a name told elsewhere: the country, the alliance, the president."""

from __future__ import annotations

from quizapp.generate.entity import EntityKind
from quizapp.generate.language.word_list import row_of

COUNTRY = row_of("country nation state republic kingdom homeland")
PLACE = row_of(
    "island city town village capital region province territory area district port peninsula "
    "neighbourhood neighborhood site"
)
ORGANISATION = row_of(
    "alliance bloc union organisation organization company firm agency group party government "
    "ministry court parliament council commission committee bank team club university school "
    "newspaper army association federation authority coalition airline carmaker regulator body "
    "tribunal museum hospital authorities"
)
PERSON = row_of(
    "president minister premier chancellor king queen leader politician senator judge man woman "
    "suspect author director chairman chairwoman spokesman spokeswoman spokesperson ambassador "
    "envoy general mayor governor prosecutor defendant victim driver pilot captain scientist "
    "professor researcher activist singer actor player coach pope boy girl official lawyer "
    "teacher doctor winner founder painter poet writer composer prince princess emperor"
)
WORK = row_of(
    "treaty agreement deal accord law bill act resolution document letter report study book film "
    "ship vessel plane aircraft train statement text decision plan proposal measure programme "
    "program project constitution charter convention protocol contract vaccine bridge"
)
EVENT = row_of(
    "war conflict battle attack election referendum vote summit meeting crisis invasion protest "
    "strike trial ceremony incident accident crash disaster earthquake quake storm fire outbreak "
    "pandemic explosion operation mission visit tournament festival exhibition ceasefire"
)
MANY = row_of(
    "talks protesters countries nations sides leaders ministers researchers scientists officials "
    "rebels workers demonstrators negotiators soldiers"
)
"""In the plural, which no single name answers."""

KINDS: dict[str, frozenset[EntityKind]] = {
    **dict.fromkeys(COUNTRY, frozenset({EntityKind.COUNTRY})),
    **dict.fromkeys(PLACE, frozenset({EntityKind.PLACE})),
    **dict.fromkeys(ORGANISATION, frozenset({EntityKind.ORGANISATION})),
    **dict.fromkeys(PERSON, frozenset({EntityKind.PERSON})),
    **dict.fromkeys(WORK, frozenset({EntityKind.WORK, EntityKind.OTHER})),
    **dict.fromkeys(EVENT, frozenset({EntityKind.EVENT, EntityKind.OTHER})),
    **dict.fromkeys(MANY, frozenset()),
}
"""What a noun may stand for."""

VAGUE = row_of(
    "small young new old military western eastern northern southern central former tiny balkan "
    "neighbouring neighboring whole entire two three four other breakaway prime foreign defence "
    "defense interior finance"
)
"""Words before such a noun that do not yet say which one is meant."""

"""The word that asks for a thing: who, which country, which dam, what."""

from __future__ import annotations

import re

from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world

_COMPANY = row_of(
    "inc ltd plc corp group holdings industries airlines motors steel foods pharma energy "
    "systems technologies partners company resources minerals"
)

_THINGS = row_of("chair head body party hand company") - {"party", "company"}


def question_words(entity: Entity | None, head: str) -> str:  # noqa: PLR0911 - a shape of words each
    """As in "Who", "Which country", "What": how one asks for an entity or a common noun."""
    if entity is None:
        kinds = lexicon().noun_categories(head)
        if head in _THINGS:
            return "What"
        agent = not kinds and head.endswith(("er", "or", "ist", "ian", "man", "woman", "ee"))
        return "Who" if kinds & {"person", "office", "group"} or agent else "What"
    if entity.kind == EntityKind.PERSON:
        return "Who"
    if entity.kind == EntityKind.COUNTRY:
        return "Which country"
    if entity.kind == EntityKind.ORGANISATION:
        return "Which " + body_noun(entity)
    if entity.kind == EntityKind.PLACE:
        return "Which " + place_noun(entity)
    if entity.kind == EntityKind.PEOPLE:
        return "Who"
    named = entity.noun and entity.noun not in entity.name.lower()
    return f"Which {entity.noun}" if entity.kind == EntityKind.WORK and named else "What"


def object_words(entity: Entity | None, head: str) -> str:
    """How one asks for what something is done to: "What does she lead?", of a committee."""
    group = entity is None and "group" in lexicon().noun_categories(head)
    people = lexicon().noun_categories(head) & {"person", "office"}
    return "What" if group and not people else question_words(entity, head)


def place_noun(entity: Entity) -> str:
    """What a place is called in a question: "city", "river", "place"."""
    place = world().place(entity.name)
    named = entity.name.lower().split()[-1]
    return next(
        (n for n in (place.kind if place else "", entity.noun, named) if n in _PLACES), "place"
    )


_PLACES = row_of(
    "dam reservoir glacier beach castle palace cathedral tower stadium canal peninsula desert "
    "forest reef "
    "city state province region river lake sea ocean island bridge street valley park county town "
    "village port suburb mountain volcano canyon airport prison square crater"
)
_COMPANIES = row_of(
    "company firm startup start-up consultancy brokerage manufacturer retailer lender insurer "
    "operator publisher builder shipbuilder shipyard supplier contractor conglomerate chain maker "
    "producer airline"
)
_BODIES = row_of(
    "bank party newspaper broadcaster agency charity club band team group "
    "museum hospital university "
    "school college institute council committee commission tribunal court militia gang "
    "foundation orchestra laboratory magazine website"
)


def body_noun(entity: Entity) -> str:
    """What an organisation is called in a question: "company", "court", "organisation"."""
    known = world().organisation(entity.name)
    if known is not None:
        if known.kind == "bank" and not re.search(r"(?i)bank|reserve|lloyds|barclays", known.name):
            return "organisation"  # the International Monetary Fund
        return {"union": "organisation", "movement": "movement", "team": "team"}.get(
            known.kind, known.kind
        )
    words: list[str] = re.findall(r"[a-z]+", entity.name.lower())
    for word in reversed(words):
        if word in _COMPANY:
            return "company"
        if word in (
            "court",
            "ministry",
            "university",
            "bank",
            "party",
            "agency",
            "museum",
            "union",
            "council",
            "committee",
            "commission",
            "hospital",
            "school",
            "newspaper",
            "parliament",
            "fund",
            "department",
            "institute",
            "board",
            "police",
            "college",
        ):
            return {"union": "organisation", "police": "police force", "fund": "organisation",
                    "board": "body"}.get(word, word)  # fmt: skip
    if entity.noun in _COMPANIES or entity.noun.endswith("maker"):
        return "company"
    return entity.noun if entity.noun in _BODIES else "organisation"

"""How a name stands inside a question: with its article where it takes one."""

from __future__ import annotations

from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world


def name_in_stem(entity: Entity) -> str:
    """An entity's name as it stands inside a sentence, with its article where it takes one."""
    if entity.kind == EntityKind.COUNTRY:
        country = world().country(entity.name)
        return country.country.full if country else entity.name
    return f"the {entity.name}" if takes_the(entity) else entity.name


def takes_the(entity: Entity) -> bool:  # noqa: PLR0911 - a kind of name each
    """Whether a name stands with "the": the United Nations, the Danube, the Grand Museum."""
    words = entity.name.split()
    if len(words) > 1 and words[-1][:1].islower() and words[-1].isalpha():
        return True  # the Gdynia plant
    if entity.kind == EntityKind.PERSON or words[0].lower() == "the":
        return False
    if len(words) == 1 and words[0].lower() in _ALONE:
        return True
    if entity.the is not None:
        return entity.the
    if len(words) == 1:
        return False
    if entity.kind == EntityKind.ORGANISATION:
        last = words[-1].lower()
        if " of " in entity.name:
            return True
        return last in _INSTITUTIONS
    if entity.kind == EntityKind.PLACE:
        return words[-1].lower() in (
            "river",
            "sea",
            "ocean",
            "strait",
            "islands",
            "mountains",
            "bridge",
            "canal",
            "peninsula",
            "gulf",
            "palace",
            "tower",
        )
    if entity.kind == EntityKind.OTHER:
        return words[-1].lower() in _MOVEMENTS
    return entity.kind in (EntityKind.EVENT, EntityKind.WORK)


_INSTITUTIONS = row_of(
    "court council commission committee ministry department agency authority union association "
    "federation league party fund foundation trust institute office bureau bank organization "
    "organisation society museum academy army navy guard senate assembly board centre center "
    "service observatory library gallery front movement alliance coalition tribunal initiative "
    "administration times orchestra corporation nations reserve system confederation bloc club "
    "directorate secretariat laboratory treasury"
)
"""Bodies whose names begin with "the"; a firm's do not."""
_ALONE = row_of("senate treasury cabinet bundestag bundesrat riksdag storting knesset")
"""Bodies of one word that take "the", even where "Uruguay's Senate" leaves it out."""
_MOVEMENTS = row_of(
    "list party front movement alliance league bloc coalition act treaty agreement accord prize "
    "award cup games project programme program report index plan fund charter convention"
)

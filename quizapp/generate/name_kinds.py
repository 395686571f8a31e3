"""What a name is the name of: its own words, and the words around it, vote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.generate.entity import EntityKind
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import How, world
from quizapp.generate.name_runs import NAME_TAGS, abbreviation
from quizapp.generate.name_words import (
    GENERIC_BODIES,
    HEADS,
    KINDLESS,
    THINGS,
    noun_gender,
    noun_kind,
)
from quizapp.generate.names import Name, opens

_PERSON, _BODY, _PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
_MODEL = re.compile(r"[A-Z][\w]*-[A-Z]*\d+[A-Z]*|[A-Z]-?\d+")
_SURNAME = re.compile(
    r".{2,}(?:son|sson|sen|dóttir|dottir|ov|ova|ev|eva|ić|vic|sky|ski|ska|enko|yan|ian|ez|ini|ello|"
    r"berg|stein|mann|wala|pour|zadeh|oğlu|oglu|idze|shvili|nen|escu|ides|opoulos)$"
)
_PLACING = {"in": 3, "near": 4, "at": 2, "outside": 4, "around": 2, "across": 3, "into": 2,
            "from": 2, "to": 1, "through": 1, "off": 2, "towards": 2, "toward": 2}  # fmt: skip
_SHORT = 2
"""Words of a name that may stand before a common noun."""
_FAR = 9
"""Tokens within which an apposition comes to its noun."""
_HERE = row_of("in at near outside around across into through from to off via")
_MOVING = row_of(
    "go travel fly sail march walk drive send move flee return head cross bring take carry ship "
    "come "
    "retreat withdraw deport extradite transfer retire emigrate"
)
_LED = row_of(
    "head director president chairman chairwoman chair founder executive manager "
    "spokesman spokeswoman spokesperson owner member members editor boss leader secretary "
    "professor researcher researchers scientist scientists analyst economist lawyer "
    "employee employees staff workers shares shareholders subsidiary customers coach "
    "captain"
)
_APPOSED = row_of("a an the one another its his her their")
_TELLING = row_of("DT IN TO VBD VBZ VBP VB VBG CC ,")
"""Parts of speech before a name where "the" would stand if the name took one."""
_ENDING = frozenset((",", ".", "-", "–", "—"))
_EITHER = row_of(
    "developer owner operator producer publisher sponsor maker employer contractor supplier"
)
"""Nouns for a person or a body."""
_NAMING = frozenset(["called", "named", "known", "dubbed", "christened", "nicknamed"])
_BETWEEN = row_of("JJ VBN VBG CD NN NNP POS")


def weigh(name: Name, tokens: Sequence[Token]) -> None:
    """Let the words of a name and those around it say what it is; countries stay countries."""
    before = tokens[name.first - 1] if name.first else None
    behind = tokens[name.end].tag if name.end < len(tokens) else ""
    if before is not None and behind not in ("NN", "NNS") and before.tag in _TELLING:
        name.the = before.low == "the"
    if name.kind == EntityKind.COUNTRY:
        _capital(name, tokens)
    short = abbreviation(tokens, name.end) if name.kind not in (_PERSON, _PLACE) else ""
    if short:
        name.aliases.add(short)
    if name.known:
        if name.kind == EntityKind.PLACE and not name.noun:
            place = world().place(name.words)
            name.noun = place.kind if place else ""
        return
    _own_words(name, tokens)
    _before(name, tokens)
    _behind(name, tokens)
    name.votes[_BODY] += 2 * bool(short)


def _capital(name: Name, tokens: Sequence[Token]) -> None:
    """A capital where something is or happens is a place; where it acts, a government."""
    found = world().country(name.words)
    if found is None or found.how is not How.CAPITAL or found.country.name == name.words:
        return
    before = tokens[name.first - 1] if name.first else None
    i = name.first - 1
    while i > 1 and tokens[i].low in ("and", ",") and tokens[i - 1].tag in NAME_TAGS:
        i -= 2  # "to London, Paris and Berlin"
    behind = tokens[name.end] if name.end < len(tokens) else None
    around = tokens[i].low in _HERE if before is not None else False
    described = behind is not None and behind.tag in ("NN", "NNS") and before is not None
    city = (
        before is not None
        and before.low == "of"
        and name.first > 1
        and (
            noun_kind(tokens[name.first - 2].lemma) == _PLACE
            or tokens[name.first - 2].low in ("mayor", "city", "outskirts", "centre", "center")
        )
    )
    inside = (
        behind is not None and behind.text == "," and name.end + 1 < len(tokens)
        and (world().country(tokens[name.end + 1].text) or tokens[name.end + 1].low == "where")
    )  # fmt: skip
    called = before is not None and before.text == "," and tokens[name.first - 2].low == "capital"
    if around or described or city or inside or called or name.words.isupper():
        # the written form stays: "Kyiv" and "Kiev" are each what the article says
        name.kind, name.known, name.noun = _PLACE, name.words, "city"
        name.aliases = {name.words}


def _own_words(name: Name, tokens: Sequence[Token]) -> None:
    run = tokens[name.first : name.end]
    if len(run) > 1:
        _heads(name, [t.low for t in run])
        _like_person(name, run)
    else:
        _one_word(name)


_FIRSTS = (
    (row_of("mount lake port river cape fort camp isle loch"), _PLACE, 6),
    (row_of("hotel stade plaza calle villa"), _PLACE, 5),
    (row_of("hurricane typhoon cyclone storm operation"), EntityKind.EVENT, 9),
)
_CALLED = row_of("lake river hurricane typhoon cyclone storm")


def _heads(name: Name, lows: Sequence[str]) -> None:
    """Words of a name that say what it is: "Council", "Treaty of", "Lake"."""
    votes = name.votes
    of = next((i for i, low in enumerate(lows) if low in ("of", "for", "on") and i), len(lows))
    head = lows[of - 1]
    for kind, heads in HEADS.items():
        if head in heads:
            votes[kind] += 6 if of < len(lows) else 5
        elif lows[-1] in heads:
            votes[kind] += 7 if kind == EntityKind.WORK else 4
    if head in ("battle", "siege"):
        votes[EntityKind.EVENT] += 7
    if any(low in THINGS for low in lows[:-1]):
        votes[EntityKind.WORK] += 7
    for firsts, kind, weight in _FIRSTS:
        if lows[0] in firsts:
            votes[kind] += weight
            name.noun = lows[0] if lows[0] in _CALLED else name.noun
    if "&" in lows:
        votes[_BODY] += 12
    if +votes and not name.noun and noun_kind(head) is not None:
        name.noun = head


def _one_word(name: Name) -> None:
    word, votes = name.words, name.votes
    if word.isupper() and len(word) > 1 and not lexicon().tags(word.lower()):
        votes[_BODY] += 2
    if word.lower() in GENERIC_BODIES:
        votes[_BODY] += 4
    if _MODEL.fullmatch(word):
        votes[EntityKind.WORK] += 3
    inner = re.search(r"[a-z][A-Z]", word)
    if inner and not word.startswith(("Mc", "Mac", "De", "Le", "La", "Fitz")):
        votes[_BODY] += 2


_ADHERENTS = frozenset(
    ("democrat", "republican", "conservative", "liberal", "socialist", "communist", "nationalist")
)


def _like_person(name: Name, run: Sequence[Token]) -> None:
    """A given name in front, an initial, a surname's ending, no common word within."""
    if len(run) > 5 or any(t.low in ("for", "&", "on", "and") for t in run):
        return
    votes = name.votes
    if run[-1].low in _ADHERENTS and len(run) > 1:
        votes[_PERSON] -= 12  # a Social Democrat is somebody, but nobody's name
    gender = world().given_name(run[0].text)
    if gender is not None:
        votes[_PERSON] += 4
        name.gender = name.gender or gender.replace("b", "")
    elif "-" in run[0].text and (part := world().given_name(run[0].text.split("-")[0])):
        votes[_PERSON] += 4
        name.gender = name.gender or part.replace("b", "")
    if any(re.fullmatch(r"[A-Z]\.?", t.text) for t in run[1:-1]):
        votes[_PERSON] += 3
    common = [t for t in run if lexicon().tags(t.low) and t.low not in ("de", "la", "van", "al")]
    if gender is None and not common and len(run) <= 4 and run[0].text[0].isupper():
        votes[_PERSON] += 1
        if _SURNAME.match(run[-1].low) and not run[-1].text.isupper():
            votes[_PERSON] += 2
    if run[-1].low.endswith(("dóttir", "dottir", "skaya", "ová", "ova", "eva", "ska")):
        name.gender = name.gender or "f"


def _before(name: Name, tokens: Sequence[Token]) -> None:
    votes, i = name.votes, name.first - 1
    if i < 0:
        return
    token = tokens[i]
    if token.low in _PLACING and not _spoken_to(tokens, i):
        votes[_PLACE] += _PLACING[token.low]
        if token.low == "to" and any(t.lemma in _MOVING for t in tokens[max(0, i - 6) : i]):
            votes[_PLACE] += 2
        if token.low in ("in", "near", "at", "outside"):
            votes[_PERSON] -= 3
        if token.low in ("at", "from", "to"):
            votes[_BODY] += 1
    if token.low in ("said", "says", "asked") and not name.gender:
        votes[_PERSON] += 2
    if token.low == "of" and i and tokens[i - 1].low == "out":
        votes[_PLACE] += 3
    if token.low == "the":
        votes[_PERSON] -= 5
        votes[_BODY] += name.end - name.first > 1
    if i:
        _joined(name, tokens, i)
    _called(name, tokens, i)


def _joined(name: Name, tokens: Sequence[Token], i: int) -> None:
    """What a preposition joins the name to: "director of", "village of", "works for"."""
    votes, token = name.votes, tokens[i]
    if token.low in ("of", "at", "for") and tokens[i - 1].low in _LED:
        votes[_BODY] += 3 if token.low != "of" else 2
    if token.low == "of" and tokens[i - 1].tag == "NN":
        noun = tokens[i - 1].lemma
        if noun_kind(noun) == _PLACE and noun not in ("side", "part", "end", "front", "capital"):
            votes[_PLACE] += 9
            name.noun = noun
    if token.low == "for" and tokens[i - 1].lemma == "work":
        votes[_BODY] += 3


_HEARING = row_of("according spoke thanks belongs wrote said letter due owed paid gave")
_SENDING = row_of("letter message call statement support money donation")


def _spoken_to(tokens: Sequence[Token], i: int) -> bool:
    """Whether no place follows: "according to", "spoke to", "a letter from"."""
    low = tokens[i - 1].low if i else ""
    return low in {"to": _HEARING, "from": _SENDING}.get(tokens[i].low, ())


def _called(name: Name, tokens: Sequence[Token], i: int) -> None:
    """The noun before: "the bank Landsbanki", "a firm called Kern", "her brother, Paulo,"."""
    quoted = tokens[i].tag == "``" and i > 0
    i -= quoted
    if tokens[i].low in _NAMING and i:
        i -= 1
    elif tokens[i].low == "as" and i > 1 and tokens[i - 1].low == "known":
        i -= 2
    elif tokens[i].text == ",":
        i -= 1
        if not _short_before(tokens, i) or opens(tokens, i):
            return
    if i < 0 or tokens[i].text == ",":
        i -= 1
    if i < 0 or (tokens[i].tag not in ("NN", "NNS") and tokens[i].low != "firm"):
        return
    noun = tokens[i].lemma
    kind = noun_kind(noun)
    if kind is None or noun in KINDLESS:
        return
    _vote(name, tokens, noun, 3 if kind == EntityKind.EVENT else 6)
    if tokens[i].tag == "NN":
        name.noun = noun
        if kind == _PERSON:
            name.gender = noun_gender(noun) or name.gender
            office = world().office(noun)
            name.gender = (office.gender if office else "") or name.gender


def _vote(name: Name, tokens: Sequence[Token], noun: str, weight: int) -> None:
    """Let the noun that an article gives a name say what it is; some are of people and firms."""
    kind = noun_kind(noun)
    vague = noun in _EITHER
    if kind is not None:
        name.votes[kind] += 3 if vague else weight
    if vague and _like_firm(name, tokens):
        name.votes[_BODY] += 6


def _like_firm(name: Name, tokens: Sequence[Token]) -> bool:
    """As in "Larkmoor Living": no given name in front, and a common word at the end."""
    run = tokens[name.first : name.end]
    common = len(run) > 1 and bool(lexicon().tags(run[-1].low))
    return common and world().given_name(run[0].text) is None


def _short_before(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun phrase that ends here stands alone: "His lawyer, Liis Mägi,"."""
    j = i
    while j > 0 and tokens[j].tag in _BETWEEN and tokens[j].tag != "POS" and i - j < 5:
        j -= 1
    return tokens[j].tag == "POS" or tokens[j].low in (
        "the",
        "his",
        "her",
        "their",
        "its",
        "'s",
        "a",
        "whose",
        "our",
        "my",
        "an",
    )


def _behind(name: Name, tokens: Sequence[Token]) -> None:
    votes, i = name.votes, name.end
    if i >= len(tokens):
        return
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.low == "who" or (token.text == "," and following and following.low == "who"):
        votes[_PERSON] += 5
    if token.text in (",", "(") and following and following.tag == "CD":
        closed = i + 2 < len(tokens) and tokens[i + 2].text in (",", ".", ")")
        if closed and following.text.isdigit() and 1 < len(following.text) < 4:
            votes[_PERSON] += 7
    if token.tag == "POS" and following and following.low in _OF_TEAMS:
        votes[_BODY] += 9
    _noun_behind(name, token)
    _verb_behind(name, token)
    if token.low == "was" and following and following.low == "born":
        votes[_PERSON] += 5
    if token.text == ",":
        _apposition(name, tokens, i + 1)


_OF_TEAMS = row_of("coach goalkeeper striker defender midfielder winger quarterback squad keeper")
"""Whom a team has, and no person."""


def _noun_behind(name: Name, token: Token) -> None:
    """The noun that a name describes: "the Bakassi peninsula", "an H-IIA rocket"."""
    if token.tag not in ("NN", "NNS") or token.low in ("time", "year", "years"):
        return
    kind = noun_kind(token.lemma)
    if kind == _PLACE and name.end - name.first <= _SHORT:
        name.votes[_PLACE] += 4
    elif kind == EntityKind.WORK or token.lemma in ("rocket", "vaccine", "missile"):
        name.votes[EntityKind.WORK] += 3


def _verb_behind(name: Name, token: Token) -> None:
    """What a name does: people and bodies say things and decide."""
    if token.tag not in ("VBD", "VBZ", "VBP"):
        return
    flags = lexicon().verb_flags(token.lemma)
    if flags & {"say", "think"}:
        name.votes[_PERSON] += 2 if name.end - name.first > 1 else 1
        name.votes[_BODY] += 1
    elif "person" in flags:
        name.votes[_PERSON] += 1
        name.votes[_BODY] += 1


def _apposition(name: Name, tokens: Sequence[Token], i: int) -> None:
    """The noun behind the comma: "Audur Capital, an investment firm"."""
    if i >= len(tokens):
        return
    country = world().country(tokens[i].text) if tokens[i].tag in NAME_TAGS else None
    owning = i + 1 < len(tokens) and tokens[i + 1].tag == "POS"  # "Peru's second-largest city"
    if country is not None and country.how in (How.NAME, How.ALIAS) and not owning:
        name.votes[_PLACE] += 3 * (tokens[min(i + 1, len(tokens) - 1)].text in _ENDING)
        return
    first, last = _head_of(tokens, i)
    if last is None or tokens[last].tag != "NN":
        return
    noun = tokens[last].lemma
    kind = noun_kind(noun)
    opened = (
        owning or tokens[i].low in _APPOSED or (tokens[i].tag in ("NN", "JJ") and kind == _PERSON)
    )
    if kind is None or not opened:
        return
    _vote(name, tokens, noun, 7)
    name.noun = noun
    if kind == _PERSON:
        name.gender = noun_gender(noun) or name.gender
        words = [t.low for t in tokens[first : last + 1]]
        name.role = name.role or " ".join(w for w in words if w not in _APPOSED)


def _head_of(tokens: Sequence[Token], start: int) -> tuple[int, int | None]:
    """Where the words that end in a noun begin, behind a possessive, and where the noun stands."""
    first, last = start, None
    for i in range(start, min(len(tokens), start + _FAR)):
        tag = tokens[i].tag
        if tag == "POS":
            first, last = i + 1, None  # "the city's chief engineer"
        elif tag in ("NN", "NNS", "NNP"):
            last = i
        elif last is not None or tag in ("IN", "VBD", "VBZ", ",", ".", "WDT", "WP"):
            break
    return first, last

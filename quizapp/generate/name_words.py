"""Words that names are made of, and words around them that tell what they name."""

from __future__ import annotations

from functools import cache

from quizapp.generate.entity import EntityKind
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.times import MONTHS, WEEKDAYS
from quizapp.generate.language.word_list import row_of

SMALL_LINKS = row_of("of for on and the de del della la le van von der den bin al & du dos da do")
TITLES = {
    **dict.fromkeys(
        row_of("mr. mr sir lord king prince pope saint st. fr. imam sheikh"),
        "m",
    ),
    **dict.fromkeys(row_of("mrs. ms. mrs ms dame lady queen princess sister"), "f"),
    **dict.fromkeys(
        row_of(
            "dr. prof. dr prof rabbi rev. sgt. sgt lt. capt. gen. col. maj. gov. sen. rep. cmdr. "
            "adm. brig. cpl. hon."
        ),
        "",
    ),
}
"""Before a name, with the gender they tell."""
KEPT_TITLES = row_of("king queen prince princess pope saint st. lord lady sheikh")
"""Titles that stay with a single name: Pope Francis, Prince Charles."""
POSTS = row_of("KC QC MP MPs MEP MSP CBE OBE MBE PhD MD Jr Jr. Sr Sr. II III IV")
"""Letters behind a name that are no part of it, in a question."""
DAYS = frozenset(word for name in (*WEEKDAYS, *MONTHS) for word in (name, f"{name}.", f"{name}s"))
"""Days and months, shortened and several: no names."""
FEASTS = frozenset(
    ("new year", "new year's eve", "christmas", "christmas eve", "easter", "eve", "god", "covid")
)
NUMBERED = row_of(
    "article group route highway flight apollo resolution chapter section unit boeing "
    "airbus interstate pier gate terminal radio channel formula artemis protocol"
)
"""A number behind them is part of the name."""
JOINED = row_of("police council sons co co. associates herzegovina tobago barbuda")
"""Behind "and" they end one name: Devon and Cornwall Police."""
HEADS: dict[EntityKind, frozenset[str]] = {
    EntityKind.ORGANISATION: row_of(
        "ministry department council committee commission agency office bureau authority "
        "board court tribunal parliament assembly senate congress house cabinet government "
        "party union federation association alliance league confederation coalition front "
        "movement bank fund company corporation corp corp. inc inc. ltd ltd. plc llc gmbh ag "
        "sa group holdings industries airlines airways university college school institute "
        "institution academy hospital clinic museum gallery library foundation trust society "
        "club team police army navy force forces guard service services network news times "
        "post press journal tribune herald gazette guardian chronicle observatory laboratory "
        "lab centre center organization organisation initiative brigade company partners "
        "systems technologies energy motors steel foods pharma pharmaceuticals labs records "
        "studios survey secretariat chamber consortium cooperative watch sciences research "
        "capital ventures homes bakery brewery councils democrats conservatives socialists "
        "greens rovers wanderers athletic orchestra philharmonic theatre theater opera church "
        "diocese charity administration directorate syndicate centres centers unit taskforce "
        "campaign network aid international insurance securities telecom media entertainment "
        "software solutions logistics shipping mining oil gas petroleum chemicals electric "
        "electronics resources minerals holding properties brewing textiles breweries ferries "
        "shipyards nurseries farms"
    ),
    EntityKind.PLACE: row_of(
        "river lake sea ocean bay gulf strait straits island islands mountain mountains mount "
        "hill hills valley desert forest street road avenue square bridge county province "
        "district region state city town village park airport station port harbour harbor dam "
        "canal peninsula coast tower building palace castle cathedral mosque temple stadium "
        "prison border channel creek falls springs beach glacier reef reservoir volcano "
        "crater heights gardens garden hall arena farm mine gorge gorges pass plateau basin "
        "archipelago cape cemetery barracks marsh marshes wood woods woodland meadow moor "
        "fjord pier quay motorway highway interstate route"
    ),
    EntityKind.EVENT: row_of(
        "war games olympics cup championship championships summit festival revolution crisis "
        "day week earthquake hurricane storm cyclone typhoon election elections referendum "
        "conference marathon uprising massacre trials wars final finals holocaust depression "
        "spring"
    ),
    EntityKind.WORK: row_of(
        "treaty act law accord accords agreement convention protocol declaration charter "
        "constitution pact prize award bill plan programme program mission project code deal "
        "directive amendment resolution rules report medal scheme telescope"
    ),
}
OF_HEADS = row_of(
    "bank republic kingdom house bill church isle gulf bay cape city treaty declaration journal "
    "university battle museum tower sea court council ministry department institute "
    "school college academy league federation association organization organisation union "
    "board order ring temple palace charter constitution gates duchy emirate bishopric "
    "museum society office bureau hall chamber parliament senate convention agreement "
    "peace statue strait congress"
)
ON_HEADS = row_of(
    "committee commission council convention conference agreement treaty panel centre center"
)
KINDLESS = row_of("idea word term name title nickname slogan phrase practice process theory")
_THINGS = {
    EntityKind.WORK: row_of(
        "ship ferry boat vessel yacht trawler tanker freighter frigate destroyer submarine "
        "carrier liner steamer spacecraft probe lander rover satellite telescope rocket "
        "missile plane aircraft airliner helicopter jet bomber drone train app software "
        "chatbot game browser painting novel film album song play opera ballet book memoir "
        "poem drama series drug vaccine medicine antiviral shuttle capsule schooner sailboat "
        "barge"
    ),
    EntityKind.OTHER: row_of(
        "virus disease strain variant bacterium parasite fever syndrome language breed comet "
        "asteroid galaxy element dinosaur species fossil tribe clan horse dog cat panda "
        "elephant whale gorilla currency coin plate technology system method technique"
    ),
    EntityKind.ORGANISATION: row_of(
        "company firm group bank party newspaper broadcaster agency charity club band airline "
        "airport-operator startup start-up retailer lender insurer publisher carmaker "
        "toymaker consultancy brokerage manufacturer operator supermarket chain union museum "
        "hospital university school college institute nonprofit non-profit watchdog regulator "
        "magazine website organisation organization body ministry network alliance coalition "
        "movement court council thinktank think-tank foundation orchestra theatre developer- "
        "group producer maker supplier utility conglomerate bookseller chipmaker planemaker "
        "shipyard shipbuilder builder contractor militia faction gang cartel team consortium "
        "association federation laboratory committee commission tribunal panel library"
    ),
    EntityKind.PLACE: row_of(
        "village town city island river lake region province district county port suburb "
        "resort hamlet settlement capital neighbourhood neighborhood mountain volcano valley "
        "bridge bay state territory peninsula square street prison airport crater canyon "
        "gorge strait reef park forest site stadium port municipality commune township base "
        "camp area sea"
    ),
    EntityKind.EVENT: row_of("hurricane cyclone typhoon storm festival tournament war"),
}


THINGS = _THINGS[EntityKind.WORK]
_BY_THING = {noun: kind for kind, nouns in _THINGS.items() for noun in nouns}
_ORDER = (
    ("person", EntityKind.PERSON),
    ("office", EntityKind.PERSON),
    ("group", EntityKind.ORGANISATION),
    ("place", EntityKind.PLACE),
    ("work", EntityKind.WORK),
    ("event", EntityKind.EVENT),
)


@cache
def noun_kind(noun: str) -> EntityKind | None:
    """What kind of thing a common noun in the singular calls a name; None where it tells nothing.

    Args:
        noun: in lower case: "developer" is a person, "bank" an organisation, "ferry" a work.
    """
    last = noun.rpartition("-")[2]
    found = _BY_THING.get(noun) or _BY_THING.get(last)
    if found is not None:
        return found
    categories = lexicon().noun_categories(noun) or lexicon().noun_categories(last)
    return next((kind for name, kind in _ORDER if name in categories), None)


_WOMEN = row_of(
    "woman mother wife daughter sister grandmother widow actress girl aunt niece "
    "businesswoman spokeswoman chairwoman congresswoman councilwoman policewoman heiress "
    "duchess countess waitress nun schoolgirl queen princess"
)
_MEN = row_of(
    "man father husband son brother grandfather widower actor boy uncle nephew "
    "businessman spokesman chairman congressman councilman policeman fisherman duke count "
    "monk schoolboy king prince salesman serviceman"
)


def noun_gender(noun: str) -> str:
    """Of a common noun for a person: "m", "f", or "" where it does not tell."""
    if noun in _WOMEN:
        return "f"
    # an actor, a fisherman or a chairman may be a woman by many a style book
    return "m" if noun in _MEN - {"actor", "fisherman", "chairman", "son"} else ""


SHORT_BODIES = row_of(
    "NATO NASA UNESCO UNICEF OPEC BBC CNN FIFA UEFA IBM FBI CIA NHS ASEAN AIPAC NAACP HSBC BMW"
)
"""Bodies that everybody knows by their letters."""
GENERIC_BODIES = row_of(
    "congress senate parliament fed treasury pentagon cabinet bundestag house assembly"
) | {
    "supreme court",
    "national assembly",
    "constitutional court",
    "high court",
    "central bank",
    "house of representatives",
    "court of appeal",
    "ministry of defence",
}
"""Names that several countries have: the tables' one is meant where its country is named."""

"""What the tables know of the world: whole, without contradictions, and found as news writes."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generate.entity import folded
from quizapp.generate.language.table import Table
from quizapp.generate.language.world import How, World, world
from quizapp.paths import resources

TABLES = ("countries", "places", "organisations", "names", "offices")
DOUBLES = {"congolese", "dominican", "dominicans", "korean"}
"""Words that mean one of two countries, so that alone they mean none."""
HOMONYMS = {"birmingham", "cambridge"}
"""Places of which there are two."""
CONTINENTS = {"Europe", "Asia", "Africa", "North America", "South America", "Oceania"}


def test_every_state_is_there() -> None:
    """The members of the United Nations, five more, and the parts of the United Kingdom."""
    states = [country for country in world().countries if not country.part_of]
    parts = [country.name for country in world().countries if country.part_of]
    assert len(states) == 193 + 5
    assert sorted(parts) == ["England", "Northern Ireland", "Scotland", "Wales"]


def test_keys_and_names_of_countries_are_unique() -> None:
    """No two countries share a key or a name."""
    countries = world().countries
    assert len({country.key for country in countries}) == len(countries)
    assert len({folded(country.name) for country in countries}) == len(countries)


def test_a_border_has_two_sides() -> None:
    """Every neighbour of a country has it for a neighbour, and none is its own."""
    for country in world().countries:
        for other in world().neighbours(country):
            assert country in world().neighbours(other), (country.name, other.name)
            assert other != country


def test_a_capital_is_of_one_country() -> None:
    """No two countries share a capital, and all but the Vatican and England are given one."""
    capitals = Counter(country.capital for country in world().countries if country.capital)
    assert set(capitals.values()) == {1}
    without = {country.name for country in world().countries if not country.capital}
    assert without == {"Vatican City", "England"}


def test_continents_are_six() -> None:
    """Each country lies in one of the continents that places know too."""
    assert {country.continent for country in world().countries} == CONTINENTS
    assert {place.name for place in world().places if place.kind == "continent"} >= CONTINENTS


def test_a_word_means_one_country() -> None:
    """Names, adjectives and peoples point to one country, but for the doubles that are listed."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for country in world().countries:
        for word, _ in country.names():
            meant[folded(word)].add(country.key)
    assert {word for word, keys in meant.items() if len(keys) > 1} == DOUBLES


@pytest.mark.parametrize(
    ("words", "name", "how"),
    [
        ("Kosovo", "Kosovo", How.NAME),
        ("Kosova", "Kosovo", How.ALIAS),
        ("Kosovar", "Kosovo", How.ADJECTIVE),
        ("Kosovars", "Kosovo", How.PEOPLE),
        ("Pristina", "Kosovo", How.CAPITAL),
        ("Prishtina", "Kosovo", How.CAPITAL),
        ("Serb", "Serbia", How.ADJECTIVE),
        ("Serbs", "Serbia", How.PEOPLE),
        ("BELGRADE", "Serbia", How.CAPITAL),
        ("the United States", "United States", How.NAME),
        ("the U.S.", "United States", How.ALIAS),
        ("US", "United States", How.ALIAS),
        ("America’s", "United States", How.ALIAS),
        ("Washington", "United States", How.CAPITAL),
        ("Britain", "United Kingdom", How.ALIAS),
        ("the Netherlands'", "Netherlands", How.NAME),
        ("Türkiye", "Turkey", How.ALIAS),
        ("Nigerien", "Niger", How.ADJECTIVE),
        ("Nigerian", "Nigeria", How.ADJECTIVE),
        ("Cote d'Ivoire", "Ivory Coast", How.ALIAS),
        ("Malé", "Maldives", How.CAPITAL),
        ("Luxembourg", "Luxembourg", How.NAME),
    ],
)
def test_a_country_is_found_by_any_of_its_words(words: str, name: str, how: How) -> None:
    """It is found whatever kind of word names it, and the kind is told."""
    found = world().country(words)
    assert found is not None
    assert (found.country.name, found.how) == (name, how)


@pytest.mark.parametrize(
    "words", ["us", "Us", "turkey", "polish", "Male", "Victoria", "Kosovo Police", "", "Korean"]
)
def test_other_words_name_no_country(words: str) -> None:
    """Common words, places better known for another thing, and doubles name no one country."""
    assert world().country(words) is None


def test_a_double_has_two_meanings() -> None:
    """Korean may be of the north or the south."""
    names = {meaning.country.key for meaning in world().meanings("Korean")}
    assert names == {"kp", "kr"}


def test_the_article_goes_with_the_name() -> None:
    """Within a sentence it is "the United States", but "Serbia"."""
    full = {country.key: country.full for country in world().countries}
    assert full["us"] == "the United States"
    assert full["rs"] == "Serbia"


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("xk", {"al", "mk", "me", "rs"}),
        ("jp", {"cn", "kr", "kp", "mn", "tw"}),
        ("gb-sct", {"gb-eng", "gb-wls", "gb-nir"}),
    ],
)
def test_what_is_near_comes_first(key: str, first: set[str]) -> None:
    """Neighbours, then the same region; never a part of it, or what it is a part of."""
    country = world().with_key(key)
    assert country is not None
    near = [other.key for other in world().near(country)]
    assert set(near[: len(first)]) == first
    assert len(near) == len(set(near))
    assert country.part_of not in near


def test_no_part_is_near_the_whole() -> None:
    """Scotland cannot be taken for the United Kingdom, and no key means nothing."""
    whole = world().with_key("gb")
    assert whole is not None
    assert all(other.part_of != "gb" for other in world().near(whole))
    assert world().with_key("zz") is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("NATO", "North Atlantic Treaty Organization"),
        ("Nato", "North Atlantic Treaty Organization"),
        ("the U.N.", "United Nations"),
        ("WHO", "World Health Organization"),
        ("Reuters", "Reuters"),
        ("the Guardian", "Guardian"),
        ("McDonald’s", "McDonald's"),
        ("Scotland Yard", "Metropolitan Police"),
        ("Sinn Fein", "Sinn Féin"),
        ("P&G", "Procter & Gamble"),
    ],
)
def test_an_organisation_is_found(words: str, name: str) -> None:
    """It is found by name, abbreviation and other name, however a newspaper writes it."""
    found = world().organisation(words)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("words", ["who", "Who", "It", "Ice", "Independent", "apple", "Nobody"])
def test_other_words_name_no_organisation(words: str) -> None:
    """A short abbreviation needs its capitals, and a word for other things is left out."""
    assert world().organisation(words) is None


def test_members_of_an_alliance_are_countries() -> None:
    """The four members of NATO that do not recognise Kosovo are among its thirty-two."""
    nato = world().organisation("NATO")
    assert nato is not None
    members = {country.name for country in world().members(nato)}
    assert len(members) == 32
    assert {"Greece", "Romania", "Slovakia", "Spain"} <= members


def test_what_belongs_to_a_country_names_one() -> None:
    """Every key in the tables of places and organisations is a country's."""
    known = world()
    keys = {country.key for country in known.countries} | {""}
    assert {place.country for place in known.places} <= keys
    assert {body.country for body in known.organisations} <= keys
    assert {key for body in known.organisations for key in body.members} <= keys


def test_a_name_is_of_one_thing() -> None:
    """No two places share a name but those listed, and no two organisations."""
    known = world()
    for things, doubles in ((known.places, HOMONYMS), (known.organisations, set())):
        names = [{folded(name) for name in (it.name, *it.aliases)} for it in things]
        counts = Counter(name for each in names for name in each)
        assert {name for name, count in counts.items() if count > 1} == doubles


@pytest.mark.parametrize(
    ("words", "name", "kind", "country"),
    [
        ("Mitrovica", "Mitrovica", "city", "xk"),
        ("the Western Balkans", "Balkans", "region", ""),
        ("Calif.", "California", "state", "us"),
        ("Georgia", "Georgia", "state", "us"),
        ("Birmingham", "Birmingham", "city", "gb-eng"),
        ("the White House", "White House", "seat", "us"),
        ("Gdansk", "Gdańsk", "city", "pl"),
    ],
)
def test_a_place_is_found(words: str, name: str, kind: str, country: str) -> None:
    """It is found by name or alias; of two the better known."""
    found = world().place(words)
    assert found is not None
    assert (found.name, found.kind, found.country) == (name, kind, country)


def test_two_places_of_a_name_are_both_known() -> None:
    """Birmingham is in England and in Alabama, and an ill man is not in Illinois."""
    assert [place.country for place in world().places_named("Birmingham")] == ["gb-eng", "us"]
    assert world().place("Ill") is None


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("Vjosa", "f"),
        ("Albin", "m"),
        ("Joe", "m"),
        ("José", "m"),
        ("Jose", "m"),
        ("Kim", "b"),
        ("Andrea", "b"),
        ("joe", None),
        ("Osmani", None),
        ("April", None),
    ],
)
def test_a_given_name_tells_a_gender(word: str, gender: str | None) -> None:
    """Men's, women's, and names of both; other words tell nothing."""
    assert world().given_name(word) == gender


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("President", "president"),
        ("former president", "president"),
        ("French foreign minister", "foreign minister"),
        ("Deputy Prime Minister", "deputy prime minister"),
        ("U.S. Secretary of State", "secretary of state"),
        ("Gov.", "Gov."),
        ("CEO", "CEO"),
        ("table", None),
        ("", None),
    ],
)
def test_an_office_is_the_longest_title_at_the_end(words: str, title: str | None) -> None:
    """Words before a title do not hide it, and the longer title wins."""
    found = world().office(words)
    assert (found.title if found else None) == title


def test_rivals_of_an_office_are_other_offices() -> None:
    """Every title that could be taken for another is in the table, once, and is not the same."""
    titles = [folded(office.title) for office in world().offices]
    assert len(set(titles)) == len(titles)
    for office in world().offices:
        rivals = {folded(rival) for rival in office.rivals}
        assert rivals <= set(titles), office
        assert folded(office.title) not in rivals


@pytest.mark.parametrize("gender", ["m", "f"])
def test_an_office_of_men_or_women_says_so(gender: str) -> None:
    """A spokesman is a man and a spokeswoman a woman, and a president may be either."""
    titles = {office.title for office in world().offices if office.gender == gender}
    assert ("spokesman" in titles, "spokeswoman" in titles) == (gender == "m", gender == "f")
    assert "president" not in titles


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_well_made(table: str) -> None:
    """Each row has the columns of the head, and no cell has empty parts or spaces about it."""
    text = (resources() / "language" / f"{table}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert {len(row) for row in rows} == {len(rows[0])}
    for row in rows:
        for cell in filter(None, row):
            parts = cell.split(";")
            assert parts == [part.strip() for part in parts if part.strip()], row


def test_every_name_is_found_but_those_marked() -> None:
    """A name in a table finds its thing, unless a mark says that the word does not tell."""
    known = world()
    for body in known.organisations:
        assert known.organisation(body.name) in (body, None), body.name
    unfound = {body.name for body in known.organisations if known.organisation(body.name) is None}
    assert "Independent" in unfound
    assert len(unfound) < 12


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    """The tables may be missing until a question needs one of them."""
    bare = World(tmp_path)
    with pytest.raises(FileNotFoundError):
        bare.country("Serbia")


@pytest.mark.parametrize(
    ("cell", "words", "number"),
    [
        ("Male", "male", 0),
        ("=Malé", "Male", 0),
        ("=Malé", "Malé", 1),
        ("=Malé", "the Malé’s", 1),
        ("~Victoria", "Victoria", 0),
        ("U.S.", "US", 1),
        ("U.S.", "Us", 0),
        ("Nato", "NATO", 1),
        ("A;Saint John's", "Saint John's", 1),
    ],
)
def test_marks_say_how_a_name_is_found(tmp_path: Path, cell: str, words: str, number: int) -> None:
    """A mark of "=" asks for the name as written, "~" hides it, and short names need capitals."""
    file = tmp_path / "table.tsv"
    file.write_text(f"# for the reader\nnames\n{cell}\n", encoding="utf-8")
    assert len(Table(file, (0,), list).find(words)) == number


@given(st.text(max_size=30))
def test_any_words_may_be_asked(words: str) -> None:
    """Whatever an article holds, asking does no harm."""
    known = world()
    assert known.country(words) is None or words != words.lower()
    assert known.organisation(words) is None or words != words.lower()
    known.place(words)
    known.office(words)
    known.given_name(words)

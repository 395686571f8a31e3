"""What everybody knows of the world: countries, places, organisations, given names, offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Generic, TypeVar

from quizapp.generate.entity import folded
from quizapp.paths import resources

_Thing = TypeVar("_Thing")
_SHORT = 3
"""An abbreviation this short may be a word when it is not in capitals: WHO, US, ICE."""
_ARTICLES = ("the ", "The ", "THE ")


class How(StrEnum):
    """What kind of word names a country."""

    NAME = "name"
    ALIAS = "alias"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    """One of its people, or all: a Serb, the Serbs."""
    CAPITAL = "capital"
    """Belgrade, which is a place, and in news often the government."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state, one that some hold to be a state, or a country within the United Kingdom.

    Attributes:
        key: two small letters ("xk" is Kosovo), or "gb-sct" for a part of one.
        name: as a question should give it, without the article.
        article: "the" where English says so: the Netherlands.
        aliases: further names.
        adjectives: the usual one first: Kosovar, Kosovan.
        person: one of its people; empty where English has no word: a Japanese person.
        people: all of them, without the article: Danes, French.
        capitals: the capital first, then other spellings and seats of government.
        continent: Europe, Asia, Africa, North America, South America or Oceania.
        neighbours: keys of the countries it has a border on land with.
        regions: words before "country": Balkan, Nordic, Gulf.
        part_of: key of the state that it is a part of, or "".
    """

    key: str
    name: str
    article: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    person: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    continent: str
    neighbours: tuple[str, ...]
    regions: tuple[str, ...]
    part_of: str

    @property
    def full(self) -> str:
        """The name within a sentence: "the United States"."""
        return f"{self.article} {self.name}".lstrip()

    @property
    def capital(self) -> str:
        """The capital as a question should give it, or ""."""
        return self.capitals[0] if self.capitals else ""

    def names(self) -> Iterator[tuple[str, How]]:
        """Every word that means it, the strongest first."""
        yield self.name, How.NAME
        for how, words in (
            (How.ALIAS, self.aliases),
            (How.ADJECTIVE, self.adjectives),
            (How.PEOPLE, self.person + self.people),
            (How.CAPITAL, self.capitals),
        ):
            for word in words:
                yield word, how


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country, and what kind of word named it."""

    country: Country
    how: How


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is no country.

    Attributes:
        name: as a question should give it, without the article.
        kind: "city", "state", "province", "region", "river", "lake", "sea", "ocean", "mountain",
            "island", "desert", "continent", "street", "site", or "seat": a building that stands
            for a government or a business, as the Kremlin.
        country: key of the country it lies in, or "" where it is in none, or in several.
        aliases: further names.
    """

    name: str
    kind: str
    country: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body of people with a name.

    Attributes:
        name: in full, without the article.
        aliases: abbreviations and other names, the usual one first.
        kind: "alliance", "union", "court", "party", "agency", "bank", "company", "newspaper",
            "news agency", "broadcaster", "university", "team", "parliament", "ministry",
            "police", "army", "movement" or "charity".
        country: key of the country it belongs to, or "".
        members: keys of the countries in it, where the table knows them.
        plural: whether it takes "are": the Taliban.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str
    members: tuple[str, ...]
    plural: bool


@dataclass(frozen=True, slots=True)
class Office:
    """A word for what a person is.

    Attributes:
        title: in lower case, but for abbreviations: "prime minister", "Gov.".
        perishable: whether another person may hold it next year.
        before_name: whether it stands before a name: President Osmani.
        gender: "m" or "f" where the word tells, else "".
        rivals: titles that could be taken for it.
    """

    title: str
    perishable: bool
    before_name: bool
    gender: str
    rivals: tuple[str, ...]


class _Names(Generic[_Thing]):
    """Things found by name; a name may mean several."""

    def __init__(self) -> None:
        self._folded: dict[str, list[_Thing]] = {}
        self._exact: dict[str, list[_Thing]] = {}

    def add(self, name: str, thing: _Thing) -> None:
        """Learn a name, with the table's mark before it."""
        if name.startswith("~"):
            return
        names, key = self._folded, name
        bare = name.replace(".", "")
        if name.startswith("="):
            names, key = self._exact, _as_written(name[1:])
        elif len(bare) <= _SHORT and bare.isupper():
            names, key = self._exact, bare
        else:
            key = folded(name)
        names.setdefault(key, []).append(thing)

    def find(self, words: str) -> tuple[_Thing, ...]:
        """Everything that the words name, in the table's order."""
        if words == words.lower():
            return ()
        exact = self._exact.get(_as_written(words), ())
        return (*exact, *self._folded.get(folded(words), ()))


class World:
    """The tables of one folder, each read when it is first asked for.

    Every question takes words as the article writes them: a name without a capital letter is
    none ("polish", "turkey", "who").
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, list[list[str]]] = {}

    # Countries

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """All of them, by continent."""
        return tuple(
            Country(
                row[0],
                row[1],
                row[2],
                _list(row[3]),
                _list(row[4]),
                _list(row[5]),
                _list(row[6]),
                _list(row[7]),
                row[8],
                _list(row[9]),
                _list(row[10]),
                row[11],
            )
            for row in self._rows("countries")
        )

    def with_key(self, key: str) -> Country | None:
        """The country of a key."""
        return self._by_key.get(key)

    def meanings(self, words: str) -> tuple[CountryName, ...]:
        """Every country that the words may mean: two for Congolese, Dominican and Korean."""
        found: dict[str, CountryName] = {}
        for named in self._country_names.find(words):
            found.setdefault(named.country.key, named)
        return tuple(found.values())

    def country(self, words: str) -> CountryName | None:
        """The one country that the words mean, by name, adjective, people or capital."""
        meanings = self.meanings(words)
        return meanings[0] if len(meanings) == 1 else None

    def neighbours(self, country: Country) -> tuple[Country, ...]:
        """The countries it has a border on land with."""
        return tuple(self._by_key[key] for key in country.neighbours)

    def same_continent(self, country: Country) -> tuple[Country, ...]:
        """The other states of its continent."""
        return tuple(
            other
            for other in self.countries
            if other.continent == country.continent
            and not other.part_of
            and other.key not in {country.key, country.part_of}
        )

    def near(self, country: Country) -> tuple[Country, ...]:
        """Others that could be taken for it: neighbours, then its regions, then its continent.

        Neither parts of it nor what it is a part of is among them.
        """
        regions = set(country.regions)
        continent = self.same_continent(country)
        alike = sorted(
            (other for other in continent if regions & set(other.regions)),
            key=lambda other: -len(regions & set(other.regions)),
        )
        beside = tuple(
            other
            for other in self.countries
            if country.part_of and other.part_of == country.part_of
        )
        found = dict.fromkeys((*self.neighbours(country), *beside, *alike, *continent))
        own = {country.key, country.part_of}
        return tuple(
            other for other in found if other.key not in own and other.part_of != country.key
        )

    # Places, organisations, people

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All of them, the better known before another of the same name."""
        return tuple(
            Place(_plain(row[0]), row[1], row[2], _list(row[3])) for row in self._rows("places")
        )

    def places_named(self, words: str) -> tuple[Place, ...]:
        """Every place that has this name: two for Birmingham."""
        return self._place_names.find(words)

    def place(self, words: str) -> Place | None:
        """The best known place of this name; countries and their capitals are not among them."""
        return next(iter(self._place_names.find(words)), None)

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """All of them."""
        return tuple(
            Organisation(
                _plain(row[0]), _list(row[1]), row[2], row[3], _list(row[4]), row[5] == "1"
            )
            for row in self._rows("organisations")
        )

    def organisation(self, words: str) -> Organisation | None:
        """The organisation of this name or abbreviation, the best known first."""
        return next(iter(self._organisation_names.find(words)), None)

    def given_name(self, word: str) -> str | None:
        """The gender of those who mostly bear it: "m", "f", or "b" for both; None if unknown."""
        return None if word == word.lower() else self._given_names.get(folded(word))

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """All of them."""
        return tuple(
            Office(row[0], row[1] == "1", row[2] == "1", row[3], _list(row[4]))
            for row in self._rows("offices")
        )

    def office(self, words: str) -> Office | None:
        """The longest title that the words end in: "French foreign minister"; case is laid aside.

        A former or acting holder's office is the same office.
        """
        parts = folded(words).split()
        for first in range(len(parts)):
            found = self._titles.get(" ".join(parts[first:]))
            if found is not None:
                return found
        return None

    # The tables

    @cached_property
    def _by_key(self) -> dict[str, Country]:
        return {country.key: country for country in self.countries}

    @cached_property
    def _country_names(self) -> _Names[CountryName]:
        names: _Names[CountryName] = _Names()
        for country, row in zip(self.countries, self._rows("countries"), strict=True):
            names.add(row[1], CountryName(country, How.NAME))
            for column, how in _NAMING:
                if row[column]:
                    named = CountryName(country, how)
                    for word in row[column].split(";"):
                        names.add(word, named)
        return names

    @cached_property
    def _place_names(self) -> _Names[Place]:
        names: _Names[Place] = _Names()
        for place, row in zip(self.places, self._rows("places"), strict=True):
            for name in filter(None, (row[0], *row[3].split(";"))):
                names.add(name, place)
        return names

    @cached_property
    def _organisation_names(self) -> _Names[Organisation]:
        names: _Names[Organisation] = _Names()
        rows = self._rows("organisations")
        for organisation, row in zip(self.organisations, rows, strict=True):
            for name in filter(None, (row[0], *row[1].split(";"))):
                names.add(name, organisation)
        return names

    @cached_property
    def _given_names(self) -> dict[str, str]:
        genders: dict[str, str] = {}
        for gender, _culture, names in self._rows("names"):
            for name in names.split(";"):
                key = folded(name)
                if genders.setdefault(key, gender) != gender:
                    genders[key] = "b"
        return genders

    @cached_property
    def _titles(self) -> dict[str, Office]:
        return {folded(office.title): office for office in self.offices}

    def _rows(self, table: str) -> list[list[str]]:
        """The cells of a table's rows, without the head."""
        if table not in self._read:
            text = (self._folder / f"{table}.tsv").read_text(encoding="utf-8")
            lines = (line for line in text.split("\n") if line and not line.startswith("#"))
            next(lines, None)
            self._read[table] = [line.split("\t") for line in lines]
        return self._read[table]


_NAMING = (
    (3, How.ALIAS),
    (4, How.ADJECTIVE),
    (5, How.PEOPLE),
    (6, How.PEOPLE),
    (7, How.CAPITAL),
)
"""The columns of the countries' table that name a country, the strongest first."""


def _plain(name: str) -> str:
    """A name without the mark that says how it is looked up."""
    return name.lstrip("=~")


def _list(cell: str) -> tuple[str, ...]:
    """The parts of a cell, without marks."""
    return tuple(_plain(part) for part in cell.split(";")) if cell else ()


def _as_written(words: str) -> str:
    """A name with its case and accents, but without article, dots and possessive end."""
    plain = words.replace("’", "'").removesuffix("'s").removesuffix("'").replace(".", "")
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return " ".join(plain.split())


@cache
def world() -> World:
    """The tables that come with the program."""
    return World(resources() / "language")

"""What everybody knows of the world: countries, places, organisations, given names, offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from pathlib import Path

from quizapp.generate.entity import folded, without_marks
from quizapp.generate.language.table import Table, listed, unmarked
from quizapp.paths import resources


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
            "island", "desert", "continent", "territory", "street", "site", or
            "seat": a building that stands for a government or a business, as the Kremlin.
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


class World:
    """The tables of one folder, each read when it is first asked for.

    Every question takes words as the article writes them: a name without a capital letter is
    none ("polish", "turkey", "who"), only offices are found in any case.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._countries = Table(folder / "countries.tsv", tuple(_NAMING), _country)
        self._places = Table(folder / "places.tsv", (0, 3), _place)
        self._organisations = Table(folder / "organisations.tsv", (0, 1), _organisation)
        self._offices = Table(folder / "offices.tsv", (0,), _office, cased=False)
        # asked for the same few names thousands of times an article
        self._meant = lru_cache(maxsize=_REMEMBERED)(self._look_up)

    # Countries

    @property
    def countries(self) -> tuple[Country, ...]:
        """All of them, by continent."""
        return self._countries.all

    def with_key(self, key: str) -> Country | None:
        """The country of a key."""
        number = self._numbers.get(key)
        return None if number is None else self._countries.at(number)

    def meanings(self, words: str) -> tuple[CountryName, ...]:
        """Every country that the words may mean: two for Congolese, Dominican and Korean."""
        return self._meant(words)

    def _look_up(self, words: str) -> tuple[CountryName, ...]:
        found: dict[str, CountryName] = {}
        for country, column in self._countries.find(words):
            found.setdefault(country.key, CountryName(country, _NAMING[column]))
        return tuple(found.values())

    def country(self, words: str) -> CountryName | None:
        """The one country that the words mean, by name, adjective, people or capital."""
        meanings = self.meanings(words)
        return meanings[0] if len(meanings) == 1 else None

    def neighbours(self, country: Country) -> tuple[Country, ...]:
        """The countries it has a border on land with."""
        return self._with_keys(country.neighbours)

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
        beside = tuple(
            other
            for other in self.countries
            if country.part_of and other.part_of == country.part_of
        )
        alike = sorted(
            (other for other in continent if regions & set(other.regions)),
            key=lambda other: -len(regions & set(other.regions)),
        )
        found = dict.fromkeys((*self.neighbours(country), *beside, *alike, *continent))
        own = {country.key, country.part_of}
        return tuple(
            other for other in found if other.key not in own and other.part_of != country.key
        )

    # Places, organisations, people

    @property
    def places(self) -> tuple[Place, ...]:
        """All of them, the better known before another of the same name."""
        return self._places.all

    def places_named(self, words: str) -> tuple[Place, ...]:
        """Every place that has this name, the best known first: two for Birmingham."""
        return tuple(dict.fromkeys(place for place, _ in self._places.find(words)))

    def place(self, words: str) -> Place | None:
        """The best known place of this name; countries and their capitals are not among them."""
        return next((place for place, _ in self._places.find(words)), None)

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """All of them."""
        return self._organisations.all

    def organisation(self, words: str) -> Organisation | None:
        """The organisation of this name or abbreviation, the best known first."""
        return next((body for body, _ in self._organisations.find(words)), None)

    def members(self, organisation: Organisation) -> tuple[Country, ...]:
        """The countries in an alliance; empty where the table does not know them."""
        return self._with_keys(organisation.members)

    def given_name(self, word: str) -> str | None:
        """The gender of those who mostly bear it: "m", "f", or "b" for both; None if unknown."""
        return None if word == word.lower() else self._given_names.get(folded(word))

    @property
    def offices(self) -> tuple[Office, ...]:
        """All of them."""
        return self._offices.all

    def office(self, words: str) -> Office | None:
        """The longest title that the words end in: "French foreign minister"; case is laid aside.

        A former or acting holder's office is the same office.
        """
        parts = words.split()
        for first in range(len(parts)):
            for office, _ in self._offices.find(" ".join(parts[first:])):
                return office
        return None

    def _with_keys(self, keys: tuple[str, ...]) -> tuple[Country, ...]:
        return tuple(self._countries.at(self._numbers[key]) for key in keys)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The number of a country's row by its key."""
        lines = self._countries.lines
        return {line.partition("\t")[0]: number for number, line in enumerate(lines)}

    @cached_property
    def _given_names(self) -> dict[str, str]:
        genders: dict[str, str] = {}
        text = (self._folder / "names.tsv").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        for line in lines[1:]:
            gender, _, names = without_marks(line).split("\t")
            genders.update(dict.fromkeys(names.split(";"), gender))
        return genders


_REMEMBERED = 4096
"""Names whose countries are kept in mind."""
_NAMING = {
    1: How.NAME,
    3: How.ALIAS,
    4: How.ADJECTIVE,
    5: How.PEOPLE,
    6: How.PEOPLE,
    7: How.CAPITAL,
}
"""What the columns of the countries' table hold, the strongest first."""


def _country(row: list[str]) -> Country:
    return Country(
        row[0],
        row[1],
        row[2],
        listed(row[3]),
        listed(row[4]),
        listed(row[5]),
        listed(row[6]),
        listed(row[7]),
        row[8],
        listed(row[9]),
        listed(row[10]),
        row[11],
    )


def _place(row: list[str]) -> Place:
    return Place(unmarked(row[0]), row[1], row[2], listed(row[3]))


def _organisation(row: list[str]) -> Organisation:
    return Organisation(
        unmarked(row[0]), listed(row[1]), row[2], row[3], listed(row[4]), row[5] == "1"
    )


def _office(row: list[str]) -> Office:
    return Office(row[0], row[1] == "1", row[2] == "1", row[3], listed(row[4]))


@cache
def world() -> World:
    """The tables that come with the program."""
    return World(resources() / "language")

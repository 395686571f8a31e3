"""What each English word can be: its parts of speech, its forms, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from quizapp.generate.language.function_words import GRADES, PLAIN_LEMMAS, function_words
from quizapp.generate.language.inflection import (
    VerbForms,
    compared,
    likely_base,
    likely_singular,
    other_spellings,
    regular_forms,
    regular_plural,
    stems,
)
from quizapp.generate.language.word_shapes import (
    DESCRIBING,
    GLUED,
    MEASURES,
    PARTICLES,
    PREFIXES,
    number_tags,
    tags_by_end,
)
from quizapp.paths import resources

__all__ = ["Lexicon", "VerbForms", "lexicon"]


_HELPERS = {
    "be": VerbForms("be", "is", "was", "been", "being"),
    "have": VerbForms("have", "has", "had", "had", "having"),
}


_REMEMBERED = 4096
"""Words of which what was found is kept in mind."""


class Lexicon:
    """The words of newspaper English that the program knows.

    Lists are read whole, but a line is taken apart only when its word is asked for.
    """

    def __init__(self, folder: Path) -> None:
        self._function = function_words()
        self._verbs = _rows(folder / "verbs.tsv")
        self._nouns = _rows(folder / "nouns.tsv")
        self._adjectives = _rows(folder / "adjectives.tsv")
        self._adverbs = _rows(folder / "adverbs.tsv")
        self._irregular_verbs = _irregular(self._verbs, 2)
        self._irregular_nouns = _irregular(self._nouns, 1)
        self._graded: dict[str, str] = dict(GRADES)
        for word, row in self._adjectives.items():
            if "\t" in row:
                for form in row.rpartition("\t")[2].split(";"):
                    self._graded.setdefault(form, word)
        self._known: dict[str, tuple[str, ...]] = {}
        # the same words are asked for again and again, in one article and in the next
        self._lemma_of = lru_cache(maxsize=_REMEMBERED)(self._find_lemma)
        self._flags_of = lru_cache(maxsize=_REMEMBERED)(self._find_flags)
        self._categories_of = lru_cache(maxsize=_REMEMBERED)(self._find_categories)

    @property
    def verbs(self) -> tuple[str, ...]:
        """Every verb that is listed."""
        return tuple(self._verbs)

    @property
    def nouns(self) -> tuple[str, ...]:
        """Every noun that is listed."""
        return tuple(self._nouns)

    @property
    def adjectives(self) -> tuple[str, ...]:
        """Every adjective that is listed."""
        return tuple(self._adjectives)

    @property
    def adverbs(self) -> tuple[str, ...]:
        """Every adverb that is listed."""
        return tuple(self._adverbs)

    def tags(self, word: str) -> tuple[str, ...]:
        """All parts of speech that a word can have, the most frequent in news first.

        Args:
            word: in lower case, with a straight apostrophe.

        Returns:
            Names of the Penn Treebank; () when the word is not known.
        """
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._function.get(word) or self._ordered(word)
        return found

    def _ordered(self, word: str) -> tuple[str, ...]:
        verbs = list(self._verb_readings(word))
        nouns = [tag for _, tag in self._noun_readings(word)]
        adjectives = [tag for _, tag in self._adjective_readings(word)]
        adverbs = ["RB"] if word in self._adverbs else []
        acts = [tag for _, tag in verbs]
        if "VB" in acts and "VBD" in acts:
            acts = [tag for tag in ("VBD", "VB", "VBN", "VBP") if tag in acts]
        verb_first = acts and acts[0] != "VBG" and any(
            self._cells(self._verb_row(lemma) or "", 4)[3] == "v" for lemma, _ in verbs
        )  # fmt: skip
        verb_first = verb_first or ("VBD" in acts and word.endswith("ed"))
        rest = [*adjectives, *adverbs, *nouns]
        return tuple(dict.fromkeys([*acts, *rest] if verb_first else [*rest, *acts]))

    def guess(self, word: str) -> tuple[str, ...]:
        """Parts of speech of a word that is not known, by its shape and its end.

        Args:
            word: as written.
        """
        low = word.lower().replace("’", "'").replace("‑", "-")
        if low[:1].isdigit():
            return number_tags(low)
        tags = self._hyphenated(low) if "-" in low.strip("-") else tags_by_end(low)
        if word[:1].isupper():
            return tuple(dict.fromkeys(("NNP", *tags)))
        return tags

    def _hyphenated(self, low: str) -> tuple[str, ...]:
        first, _, rest = low.partition("-")
        last = low.rpartition("-")[2]
        if first in PREFIXES and (known := self.tags(rest) or self.guess(rest)):
            return known if first in ("re", "co", "ex", "vice", "de") else ("JJ", *known)
        if last in PARTICLES:
            return ("NN", "JJ")
        tags = self.tags(last) or self.guess(last)
        if tags[0] == "NNS" or last == "olds":
            return ("NNS", "JJ")
        if tags[0] == "CD":
            return ("CD", "JJ")
        describes = last in MEASURES | DESCRIBING or tags[0].startswith(("VB", "JJ", "RB"))
        qualifies = (self.tags(first) or ("NN",))[0] in ("JJ", "CD", "RB", "DT", "IN", "JJR")
        return ("JJ", "NN") if describes or qualifies else ("NN", "JJ")

    def lemma(self, word: str, tag: str) -> str:
        """The form that a dictionary lists a word by.

        Args:
            word: in lower case.
            tag: its part of speech.
        """
        return self._lemma_of(word, tag)

    def _find_lemma(self, word: str, tag: str) -> str:
        if tag == "MD" or tag.startswith("VB"):
            return self._verb_lemma(word, tag)
        if tag == "NNS":
            return self.singular(word)
        if tag in ("JJR", "JJS", "RBR", "RBS"):
            found = next((base for base, t in self._adjective_readings(word) if t != "JJ"), None)
            return found or self._graded.get(word, word)
        return "not" if word == "n't" else word

    def _verb_lemma(self, word: str, tag: str) -> str:
        if word in PLAIN_LEMMAS:
            return "have" if word == "'d" and tag != "MD" else PLAIN_LEMMAS[word]
        readings = list(self._verb_readings(word))
        if readings:
            return next((lemma for lemma, known in readings if known == tag), readings[0][0])
        return self._derived_lemma(word, tag)

    def _derived_lemma(self, word: str, tag: str) -> str:
        """The lemma of a verb that is not listed: re-elected, unfroze, or by its end."""
        prefix, hyphen, rest = word.partition("-")
        if hyphen and rest:
            return f"{prefix}-{self._verb_lemma(rest, tag)}"
        for glued in GLUED:
            rest = word.removeprefix(glued)
            if rest != word and rest in self._irregular_verbs:
                return f"{glued}{self._verb_lemma(rest, tag)}"
        for ending in ("ing", "ed", "s"):
            if word.endswith(ending) and tag not in ("VB", "VBP"):
                return likely_base(word, ending)
        return word

    def forms(self, lemma: str) -> VerbForms:
        """The forms of a verb, listed or not."""
        if lemma in _HELPERS:
            return _HELPERS[lemma]
        row = self._verb_row(lemma)
        if row is None:
            return self._derived_forms(lemma)
        past, participle, flags, _ = self._cells(row, 4)
        plain = regular_forms(lemma, double="double" in flags.split(";"))
        if not past:
            return plain
        first = past.partition("|")[0]
        return VerbForms(
            lemma, plain.third, first, participle.partition("|")[0] or first, plain.gerund
        )

    def _derived_forms(self, lemma: str) -> VerbForms:
        """Forms of a verb that is not listed: re-elect, unfreeze, or by rule."""
        prefix, hyphen, rest = lemma.rpartition("-")
        if hyphen and rest:
            return _prefixed(f"{prefix}-", self.forms(rest))
        for glued in GLUED:
            rest = lemma.removeprefix(glued)
            if rest != lemma and (self._verb_row(rest) or "\t")[0] != "\t":
                return _prefixed(glued, self.forms(rest))
        return regular_forms(lemma)

    def verb_flags(self, lemma: str) -> frozenset[str]:
        """What is known of a verb: say, think, link, that, person, intrans, state, give, double.

        "say" introduces what somebody said, "think" a view; "link" joins a noun to what it is;
        "that" takes a clause; only people and organisations do what is marked "person";
        "intrans" has no object; "state" is no event; "give" has two objects; "double" is spelling.
        """
        return self._flags_of(lemma)

    def _find_flags(self, lemma: str) -> frozenset[str]:
        return _parted(self._cells(self._verb_row(lemma) or "", 4)[2])

    def noun_categories(self, lemma: str) -> frozenset[str]:
        """What kind of thing a noun in the singular names: person, office, group, place and so on.

        Returns:
            Of person, office, group, place, event, time, unit, work, animal, substance, abstract,
            quantity, part; empty when nothing is known.
        """
        return self._categories_of(lemma)

    def _find_categories(self, lemma: str) -> frozenset[str]:
        return _parted(self._cells(self._noun_row(lemma) or "", 2)[1])

    def adjective_flags(self, word: str) -> frozenset[str]:
        """Of an adjective: "er" when it is compared by -er and -est, "opinion" for a judgement."""
        return _parted(self._cells(self._adjectives.get(word, ""), 2)[0])

    def adverb_kind(self, word: str) -> str:
        """An adverb's kind: time, degree, manner, hedge, sentence, perishable; "" when unknown.

        "about" is a hedge, "currently" is perishable: what it speaks of goes out of date.
        """
        return self._adverbs.get(word, "")

    def plural(self, noun: str) -> str:
        """The plural of a noun or of a phrase that ends in one; a mass noun stays as it is."""
        before, space, last = noun.rpartition(" ")
        row = self._noun_row(last)
        given = self._cells(row or "", 2)[0]
        if given in ("-", "="):
            return noun
        return f"{before}{space}{given.partition('|')[0] or regular_plural(last)}"

    def singular(self, noun: str) -> str:
        """The singular of a noun in the plural; a word that is no plural stays as it is."""
        readings = list(self._noun_readings(noun))
        for lemma, tag in readings:
            if tag == "NNS":
                return lemma
        return noun if readings else likely_singular(noun)

    def _verb_row(self, lemma: str) -> str | None:
        row = self._verbs.get(lemma)
        if row is None and lemma.endswith(("ise", "yse")):
            return self._verbs.get(f"{lemma[:-2]}ze")
        return row

    def _noun_row(self, noun: str) -> str | None:
        row = self._nouns.get(noun)
        if row is None and noun.endswith("isation"):
            return self._nouns.get(f"{noun[:-6]}zation")
        return row

    def _verb_readings(self, word: str) -> Iterator[tuple[str, str]]:
        """The verbs that a word may be a form of, each with the form's tag."""
        for lemma, column in self._irregular_verbs.get(word, ()):
            if column == 0:
                yield lemma, "VBD"
            if column == 1 or not self._cells(self._verbs[lemma], 4)[1]:
                yield lemma, "VBN"
        if self._verb_row(word) is not None:
            yield word, "VB"
            yield word, "VBP"
        for ending in ("s", "ed", "ing"):
            if word.endswith(ending) and len(word) > len(ending) + 1:
                yield from self._regular_readings(word, ending)

    def _regular_readings(self, word: str, ending: str) -> Iterator[tuple[str, str]]:
        for lemma in stems(word, ending):
            row = self._verb_row(lemma)
            if row is None:
                continue
            past, _, flags, _ = self._cells(row, 4)
            double = "double" in flags.split(";")
            every = (regular_forms(lemma, double=double), *other_spellings(lemma, double=double))
            if ending == "s" and word == every[0].third:
                yield lemma, "VBZ"
            if ending == "ed" and not past and any(word == forms.past for forms in every):
                yield lemma, "VBD"
                yield lemma, "VBN"
            if ending == "ing" and any(word == forms.gerund for forms in every):
                yield lemma, "VBG"

    def _noun_readings(self, word: str) -> Iterator[tuple[str, str]]:
        row = self._noun_row(word)
        if row is not None and self._cells(row, 2)[0] != "=":
            yield word, "NN"
        elif row is not None:
            yield word, "NNS"
        for lemma, _ in self._irregular_nouns.get(word, ()):
            yield lemma, "NNS"
        if not word.endswith(("s", "men")):
            return
        for lemma in (*stems(word, "s"), f"{word[:-3]}man", f"{word[:-2]}is"):
            row = self._noun_row(lemma)
            if row is not None and not self._cells(row, 2)[0] and regular_plural(lemma) == word:
                yield lemma, "NNS"

    def _adjective_readings(self, word: str) -> Iterator[tuple[str, str]]:
        if word in self._adjectives:
            yield word, "JJ"
        for ending, tag in (("er", "JJR"), ("est", "JJS")):
            if not word.endswith(ending):
                continue
            for lemma in stems(word, ending):
                if "er" in self.adjective_flags(lemma) and word in compared(lemma):
                    yield lemma, tag
        if word in self._graded and self._graded[word] in self._adjectives:
            yield self._graded[word], "JJS" if word.endswith("st") else "JJR"

    @staticmethod
    def _cells(row: str, count: int) -> list[str]:
        cells = row.split("\t")
        return cells + [""] * (count - len(cells))


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the program, read once."""
    return Lexicon(resources() / "language")


def _rows(path: Path) -> dict[str, str]:
    """The lines of a list after its header: the word, and the rest of its line."""
    found: dict[str, str] = {}
    lines = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    next(lines, None)
    for line in lines:
        word, _, rest = line.partition("\t")
        found[word] = rest
    return found


def _irregular(rows: dict[str, str], columns: int) -> dict[str, tuple[tuple[str, int], ...]]:
    """Forms given in the first columns, with the words they belong to and their column."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for word, row in rows.items():
        if not row or row[0] in "\t-=":
            continue
        for column, cell in enumerate(row.split("\t")[:columns]):
            for form in filter(None, cell.split("|")):
                found[form] = (*found.get(form, ()), (word, column))
    return found


def _parted(cell: str) -> frozenset[str]:
    return frozenset(cell.split(";")) if cell else frozenset()


def _prefixed(prefix: str, tail: VerbForms) -> VerbForms:
    return VerbForms(
        f"{prefix}{tail.base}",
        f"{prefix}{tail.third}",
        f"{prefix}{tail.past}",
        f"{prefix}{tail.participle}",
        f"{prefix}{tail.gerund}",
    )

"""How English spells the forms of regular words, and which words a form may come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SHORT = re.compile(r"(?:[^aeiou]*qu|[^aeiou]*)[aeiouy][^aeiouwxyh]")
"""One syllable of one vowel and one consonant, which doubles: stop, quit, plan."""
_LAST_SHORT = re.compile(r".*[^aeiou][aeiou][^aeiouwxyh]")
"""A longer word with such an end may double or not: travel, focus, benefit."""
_HISSES = ("s", "x", "z", "ch", "sh")
_ES = re.compile(r".*[^aeiou]o")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The five forms of a verb: leave, leaves, left, left, leaving."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def with_s(word: str) -> str:
    """A verb's third person, or the regular plural of a noun that does not end in o."""
    if word.endswith(_HISSES):
        return f"{word}zes" if word in ("quiz", "whiz") else f"{word}es"
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return f"{word}s"


def regular_plural(noun: str) -> str:
    """The plural by rule: crises, policemen, sons-in-law, cities."""
    head, hyphen, rest = noun.partition("-in-")
    if hyphen:
        return f"{regular_plural(head)}-in-{rest}"
    if noun.endswith(("narch", "iarch", "garch", "omach", "epoch")):
        return f"{noun}s"  # spoken as a k
    if noun.endswith(("sis", "xis")):
        return f"{noun[:-2]}es"
    if noun.endswith("man") and not noun.endswith(("human", "german", "roman", "ottoman")):
        return f"{noun[:-3]}men"
    return with_s(noun)


def regular_forms(base: str, *, double: bool = False) -> VerbForms:
    """The forms by rule.

    Args:
        base: a verb.
        double: the last consonant doubles though the verb has more than one syllable: admit.
    """
    third = f"{base}es" if _ES.fullmatch(base) else with_s(base)
    stem = base
    if double or _SHORT.fullmatch(base):
        stem += base[-1]
    elif base.endswith("c"):
        stem += "k"
    if base.endswith("e"):
        past = f"{base}d"
    elif _ends_in_y(base):
        past = f"{base[:-1]}ied"
    else:
        past = f"{stem}ed"
    if base.endswith("ie"):
        gerund = f"{base[:-2]}ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and len(base) > 2:
        gerund = f"{base[:-1]}ing"
    else:
        gerund = f"{stem}ing"
    return VerbForms(base, third, past, past, gerund)


def other_spellings(base: str, *, double: bool) -> tuple[VerbForms, ...]:
    """Forms that are also read: traveled beside travelled, focussed, ageing."""
    found = []
    if _LAST_SHORT.fullmatch(base) and not _SHORT.fullmatch(base):
        if not double:
            found.append(regular_forms(base, double=True))
        elif base.endswith(("l", "p")):
            found.append(regular_forms(base))
    elif double and base.endswith("l"):
        found.append(regular_forms(base))
    if base.endswith("e"):
        plain = regular_forms(base)
        found.append(VerbForms(base, plain.third, plain.past, plain.past, f"{base}ing"))
    return tuple(found)


def compared(adjective: str) -> tuple[str, str]:
    """The comparative and superlative in -er and -est: bigger, easiest, later."""
    if adjective.endswith("e"):
        return f"{adjective}r", f"{adjective}st"
    stem = f"{adjective[:-1]}i" if _ends_in_y(adjective) else adjective
    if _SHORT.fullmatch(adjective):
        stem += adjective[-1]
    return f"{stem}er", f"{stem}est"


def stems(word: str, ending: str) -> Iterator[str]:
    """What a word with an ending may be made from, the plainest first.

    Args:
        word: one that ends so, "stopped".
        ending: "s", "ed", "ing", "er" or "est".
    """
    stem = word[: -len(ending)]
    if ending == "s":
        yield stem
        if stem.endswith("e"):
            yield stem[:-1]
        if stem.endswith("ie"):
            yield f"{stem[:-2]}y"
        if stem.endswith("zze"):
            yield stem[:-2]
        return
    yield stem
    yield f"{stem}e"
    if ending != "ing" and stem.endswith("i"):
        yield f"{stem[:-1]}y"
    if ending == "ing" and stem.endswith("y"):
        yield f"{stem[:-1]}ie"
    if stem[-1:] == stem[-2:-1] or stem.endswith("ck"):
        yield stem[:-1]


def likely_base(word: str, ending: str) -> str:
    """The verb that a form in "s", "ed" or "ing" most likely comes from, no list at hand."""
    if ending == "s":
        return likely_singular(word)
    stem = word[: -len(ending)]
    if not re.search(r"[aeiouy]", stem):
        return word
    if ending == "ed" and stem.endswith("i"):
        return f"{stem[:-1]}y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    if re.search(r"(?:[aiou]t|[^s]iz|is|[vcgu]|[^aeiou]l|rs|ns|[^aeious]s|yz)$", stem) and not (
        stem.endswith(("it", "out"))
    ):
        return f"{stem}e"
    return f"{stem}e" if re.fullmatch(r"[^aeiou]+[aeiou][^aeiouwxy]", stem) else stem


def likely_singular(word: str) -> str:
    """The noun that a plural by rule comes from; the word itself where it is none."""
    if word.endswith("men") and len(word) > 4:
        return f"{word[:-3]}man"
    if word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if re.search(r"(?:s|x|z|ch|sh)es$", word) and not re.search(r"[aeiouln][sz]es$", word):
        return word[:-2]
    return word[:-1]


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 2 and word[-2] not in "aeiou"

"""What things are called and what they are: letters, other names, descriptions behind a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import did, subject_words
from quizapp.generate.facts.posing import asks, posed
from quizapp.generate.facts.speakers import speaker_of, speaker_words
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Chunk, Clause
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.plurals import is_plural
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of
from quizapp.generate.names_in_stems import name_in_stem
from quizapp.generate.stem import Stem

_ENDS = frozenset((",", ".", ")", "–", "—", "--", ";", ""))
_NAMED = frozenset(("call", "name", "dub", "nickname", "rename", "christen"))
_COUNTRIES = row_of(
    "country state nation republic kingdom neighbour member ally supporter home island host "
    "rival producer exporter importer economy power democracy monarchy"
)
"""What a country can be said to be; "Serbia, the dinar" is a list."""
_NO_DESCRIPTION = frozenset(("this", "that", "no", "another", "its", "their", "one"))
_TERMS = frozenset(("word", "term", "phrase", "expression"))
_SHORTEST, _LONGEST = 5, 22
_LONGEST_MEANING = 12
_TELLING = 2
"""Words behind its noun that make a description worth asking for."""


def naming_facts(discourse: Discourse) -> Iterator[Fact]:
    """What letters stand for, what a thing is called, and which thing a description fits."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        for find in (_letters, _stands_for, _is_called, _also_called, _described):
            try:
                yield from find(discourse, sentence.index, parse)
            except HangingError:
                continue


# -- the International Criminal Court (ICC) -------------------------------------------------------


def _letters(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    tokens = parse.tokens
    said = discourse.ground.sentences[index].span.of(discourse.text)
    for i in range(1, len(tokens) - 2):
        if tokens[i].text != "(" or tokens[i + 2].text != ")":
            continue
        short = tokens[i + 1].text
        entity = discourse.ground.entities.find(short)
        if len(short) < 2 or " " in short or entity is None or entity.name == short:
            continue
        if not (short.isupper() or (short[:1].isupper() and short in entity.aliases)):
            continue
        if entity.name not in said or len(entity.name.split()) < 2 or " and the " in entity.name:
            continue
        if not _spells(short, entity.name):
            continue
        letters = "the letters " if short.isupper() else ""
        yield Fact(
            FactKind.APPOSITION,
            index,
            (asks(f"What {'do' if letters else 'does'} {letters}{short} stand for"),),
            (entity.name,),
            predicate=f"letters {short}",
            weight=0.5,
        )


def _spells(short: str, name: str) -> bool:
    """Whether letters come from a name, in order, the first from its first word."""
    rest = iter(name.removeprefix("the ").lower())
    return (
        short[0].lower() == next(iter(name.removeprefix("the ").lower()))
        and all(letter in rest for letter in short.lower())
        and short.lower() not in name.lower().split()
    )


# -- NATO stands for North Atlantic Treaty Organization -------------------------------------------


def _stands_for(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    """As in "X stands for Y", "X, which is short for Y", "the word X means Y"."""
    for clause in parse.clauses:
        if clause.subject is None or clause.verb.negative:
            continue
        at = _meaning(parse, clause)
        if at is None or at >= clause.end or speaker_of(discourse, index, clause) is not None:
            continue
        stem = Stem(discourse, index)
        term = parse.tokens[clause.verb.main].lemma == "mean"
        subject = subject_words(stem, clause)
        if term:
            several = any(t.tag == "NNS" for t in _inside(parse, clause.subject))
            question = f"What {'do' if several else 'does'} {subject} mean"
        else:
            question = f"What does {parse.tokens[clause.subject.head].text} stand for"
        Stem(discourse, index, present=set(stem.present)).words(at, clause.end)
        answer = discourse.words(index, at, clause.end)
        if (term or stem.named) and 1 <= len(answer.split()) <= _LONGEST_MEANING:
            yield Fact(
                FactKind.APPOSITION,
                index,
                (asks(question),),
                (answer.removeprefix("the "),),
                predicate=f"letters {subject}",
                weight=0.6,
            )


def _inside(parse: Parse, chunk: Chunk) -> Sequence[Token]:
    return parse.tokens[chunk.first : chunk.end]


def _meaning(parse: Parse, clause: Clause) -> int | None:
    """Where the meaning begins that a clause gives, or None where it gives none."""
    at, lemma = clause.verb.end, parse.tokens[clause.verb.main].lemma
    if lemma == "be" and parse.low(at) == "short" and parse.low(at + 1) == "for":
        return at + 2
    if lemma == "stand" and parse.low(at) == "for":
        return at + 1
    term = clause.subject and any(t.lemma in _TERMS for t in _inside(parse, clause.subject))
    return at + (parse.low(at) == "that") if lemma == "mean" and term else None


# -- The force is called KFOR ---------------------------------------------------------------------


def _is_called(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    for clause in parse.clauses:
        lemma = parse.tokens[clause.verb.main].lemma
        known = lemma == "know" and parse.low(clause.verb.end) == "as"
        if clause.subject is None or not clause.verb.passive or not (lemma in _NAMED or known):
            continue
        if clause.verb.negative or clause.subject.first >= clause.verb.first:
            continue
        try:
            yield from _called_by(discourse, index, parse, clause.verb.end + known, clause)
        except HangingError:
            continue


def _called_by(
    discourse: Discourse, index: int, parse: Parse, at: int, clause: Clause
) -> Iterator[Fact]:
    phrase = parse.phrase_by_first.get(at)
    if phrase is None or parse.tag(phrase.head) not in NAMES or phrase.end > clause.end:
        return
    chunk = parse.chunk(phrase, wide=False)
    if parse.low(chunk.end) in ("and", "or"):
        return
    speaker = speaker_of(discourse, index, clause)
    stem = Stem(discourse, index)
    stem.asked = discourse.entity(index, phrase)
    subject = subject_words(stem, clause)
    helper, rest = did(parse, clause, stem)
    known = " as" if parse.low(at - 1) == "as" else ""
    when = ""
    for time in discourse.times(index):
        if time.first == chunk.end and time.end <= clause.end:
            when = stem.words(time.first, time.end)
    answer = discourse.words(index, phrase.first, chunk.end)
    if answer.lower().removeprefix("the ") in subject.lower():
        return
    yield Fact(
        FactKind.APPOSITION,
        index,
        (posed(stem, f"What {helper} {subject} {rest}{known} {when}", speaker),),
        (answer,),
        speaker=speaker_words(speaker) if speaker else "",
        ages=False,
        predicate=f"called {clause.verb.main}",
        weight=0.75,
    )


# -- the International Court of Justice, often called the World Court -----------------------------


_CALLED = frozenset(("known", "called", "nicknamed", "dubbed"))


def _also_called(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    if not _CALLED & parse.said:
        return
    for i in range(2, len(parse.tokens) - 1):
        known = parse.low(i) == "known" and "as" in (parse.low(i + 1), parse.low(i + 2))
        if not known and parse.low(i) not in ("called", "nicknamed", "dubbed"):
            continue
        start, after = i, i + 1
        while parse.tag(start - 1) == "RB":
            start -= 1
        if known:
            after = i + 2 + (parse.low(i + 1) != "as")
        phrase = parse.phrase_by_first.get(after)
        if phrase is None or parse.low(start - 1) not in (",", "("):
            continue
        end = parse.chunk(phrase, wide=False).end
        stops = parse.low(end) in _ENDS and parse.low(end + 1) != "and"
        if parse.tag(phrase.head) not in NAMES or not stops:
            continue
        how = " ".join(t.low for t in parse.tokens[start:i] if t.low != "also")
        verb = f"{how} {discourse.words(index, i, after)}"
        found = _other_name(discourse, index, parse, start - 1, verb)
        if found is not None:
            answer = discourse.words(index, phrase.first, end)
            yield Fact(
                FactKind.APPOSITION,
                index,
                (found,),
                (answer,),
                predicate=f"called {i}",
                weight=0.7,
            )


def _other_name(discourse: Discourse, index: int, parse: Parse, at: int, verb: str) -> str | None:
    """The question for the other name of what ends at a comma.

    Raises:
        HangingError: a stranger would not know what is meant.
    """
    if parse.low(at - 1) == ")":
        at -= 3
    before = next((p for p in parse.phrases if p.end == at), None)
    if before is None:
        return None
    first = before
    if parse.low(before.first - 1) == "of":
        first = next((p for p in parse.phrases if p.end == before.first - 1), before)
    if parse.tag(first.first) == "CD" or parse.low(first.first) in ("a", "an"):
        return None
    stem = Stem(discourse, index)
    entity = discourse.ground.entities.find(discourse.words(index, first.first, at))
    if entity is None and first is before:
        entity = discourse.entity(index, before)
    if entity is not None:
        stem.named, subject = True, name_in_stem(entity)
        stem.present.add(entity.name)
        return posed(stem, f"What is {subject} {verb}", None)
    subject = stem.words(first.first, at)
    if parse.tag(first.first) not in NAMES:
        subject = subject[:1].lower() + subject[1:]
    helper = "are" if is_plural(parse, first.first, first.head) else "is"
    return posed(stem, f"What {helper} {subject} {verb}", None)


# -- the B Team, a nonprofit group based in New York that presses companies to … ------------------


def _described(discourse: Discourse, index: int, parse: Parse) -> Iterator[Fact]:
    for phrase in parse.phrases:
        if (
            parse.low(phrase.end) not in (",", "–", "—", "(", "--")
            or phrase.end != phrase.head + 1
        ):
            continue
        entity = discourse.entity(index, phrase)
        bare = phrase.end - phrase.first == 1 and parse.tag(phrase.head) == "NN"
        if entity is None and not bare:
            continue
        if entity is not None and entity.kind in (EntityKind.PERSON, EntityKind.PEOPLE):
            continue
        after = parse.phrase_by_first.get(phrase.end + 1)
        if after is None or discourse.entity(index, after) is not None:
            continue
        if parse.tag(after.head) not in ("NN", "NNP") or _list_like(parse, phrase, after):
            continue
        try:
            yield from _which(discourse, index, parse, phrase, after, entity)
        except HangingError:
            continue


def _which(
    discourse: Discourse,
    index: int,
    parse: Parse,
    phrase: NounPhrase,
    after: NounPhrase,
    entity: Entity | None,
) -> Iterator[Fact]:
    head, first = parse.tokens[after.head], parse.tokens[after.first]
    end = _closing(parse, after)
    country = entity is not None and entity.kind == EntityKind.COUNTRY
    if end is None or first.low in _NO_DESCRIPTION or (country and head.lemma not in _COUNTRIES):
        return
    if lexicon().noun_categories(head.lemma) & {"person", "office", "time", "unit"}:
        return
    stem = Stem(discourse, index)
    stem.asked, stem.bound = entity, True
    answer = entity.name if entity else parse.tokens[phrase.head].text
    owned = any(t.tag == "POS" for t in parse.tokens[after.first : after.head])
    told = parse.tag(after.end) in ("WDT", "WP")
    if owned or (first.low == "the" and not told):
        words = stem.words(after.first, end)
        plain = first.low == "the" and words.startswith(first.text)
        said = words[:1].lower() + words[1:] if plain else words
        words = f"What is {said}"
    elif told or parse.tag(after.end) == "VBN" or _opener(parse, after, end) is not None:
        words = _fitting(stem, after, end, plain=entity is None)
    else:
        if entity is not None and end - after.end >= _TELLING and first.low in ("a", "an"):
            yield from _what_is(index, entity, stem.words(after.first, end))
        return
    if stem.named and _SHORTEST <= len(words.split()) <= _LONGEST:
        kind = entity.kind if entity else EntityKind.OTHER
        yield Fact(
            FactKind.APPOSITION,
            index,
            (asks(words),),
            (answer,),
            kind,
            predicate=f"is {after.first}",
            weight=0.82,
        )


def _opener(parse: Parse, after: NounPhrase, end: int) -> int | None:
    """Index of "that" or "which" in a description, with its verb right behind it."""
    words = ("that", "which", "who")
    found = next((i for i in range(after.end, end) if parse.low(i) in words), None)
    if found is None:
        return None
    finite = any(g.finite and g.first == found + 1 for g in parse.verbs)
    # "that presses companies": a plural noun is not what "that" points at here
    return found if finite or "VBZ" in lexicon().tags(parse.low(found + 1)) else None


def _fitting(stem: Stem, after: NounPhrase, end: int, *, plain: bool) -> str:
    """As in "Which nonprofit group based in New York presses …", "Which antiviral is made by …".

    Raises:
        HangingError: the description would not be understood.
    """
    parse = stem.discourse.parses[stem.index]
    noun = stem.discourse.words(stem.index, after.first + 1, after.end)
    opener = _opener(parse, after, end)
    if opener is None and any(parse.low(i) in ("that", "which") for i in range(after.end, end)):
        raise HangingError(noun)
    if opener is not None:
        between = stem.words(after.end, opener) if opener > after.end else ""
        return f"Which {noun} {between} {stem.words(opener + 1, end)}"
    if parse.tag(after.end) != "VBN":
        raise HangingError(noun)
    return f"Which {noun} {'is' if plain else 'was'} {stem.words(after.end, end)}"


def _closing(parse: Parse, after: NounPhrase) -> int | None:
    """Where a description ends: at the comma or sign behind it, a relative clause included."""
    i = after.end
    while (
        i < len(parse.tokens)
        and parse.tokens[i].text not in _ENDS
        and parse.tag(i) not in ("``", "''", ":")
    ):
        if any(g.finite and g.first == i for g in parse.verbs) and not any(
            parse.tag(k) in ("WDT", "WP") or parse.low(k) in ("that", "which")
            for k in range(after.end, i)
        ):
            return None
        i += 1
    return i


def _what_is(index: int, entity: Entity, words: str) -> Iterator[Fact]:
    """As in "the Sabin Vaccine Institute, a non-profit body in Washington"."""
    if 4 <= len(words.split()) <= 12 and len(entity.name) > 2:
        question = f"What is {name_in_stem(entity)}"
        yield Fact(
            FactKind.APPOSITION, index, (asks(question),), (words,), predicate="is", weight=0.45
        )


def _list_like(parse: Parse, phrase: NounPhrase, after: NounPhrase) -> bool:
    """Whether the two stand in a list: "Romania, the Czech Republic and Spain"."""
    if parse.low(after.end) == "and" or parse.low(phrase.first - 1) in ("and", "or"):
        return True
    if parse.low(after.end) == "," and parse.low(after.end + 1) in ("and", "or"):
        return parse.tag(after.end + 2) not in ("VBD", "VBZ")
    return parse.low(phrase.first - 1) == "," and parse.low(after.end) in ("and", "or")

"""Why something was done, where the article says so: "to", "so that", "after", "over", "for"."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Fact
from quizapp.generate.facts.asking import did, subject_words
from quizapp.generate.facts.clause_stem import clause_lemma, fronted
from quizapp.generate.facts.posing import posed
from quizapp.generate.facts.speakers import Speaker, speaker_of, speaker_words
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.word_list import row_of
from quizapp.generate.stem import Stem

_PURPOSEFUL = row_of(
    "invoke send deploy hire create found build launch use close open hold call travel meet "
    "visit resign stop cut raise lower borrow spend sell buy erect establish introduce impose "
    "evacuate gather march protest strike bomb leave return fly amend change pass sign adopt "
    "ban add redesign mobilise mobilize summon convene form dam drain dig install fit move "
    "block seize release publish halt suspend merge split abolish invest donate print mint "
    "dispatch rent charter station patrol inspect drill demolish plant restore expand set"
)
"""What is done in order that something else come about."""
_TAKES_TO = row_of(
    "plan decision bid right power attempt effort failure ability promise refusal proposal "
    "need chance time way permission licence license order offer duty pledge vow request "
    "demand agreement motion call campaign invitation freedom opportunity reason willingness "
    "pressure pact referendum vote likely able ready willing due set expected bound"
)
"""Words behind which "to" says what they are, not what for."""
_AFTER = row_of(
    "close evacuate resign arrest jail fine cancel suspend ban sack dismiss fire recall halt "
    "postpone ground shut hospitalise hospitalize apologise apologize expel detain quit "
    "collapse disqualify imprison withdraw convict delay cordon abandon crash sink derail "
    "strand"
)
"""What happens because of what went before it."""
_OVER = row_of(
    "resign quit sue protest strike sack criticise criticize apologise arrest fine clash "
    "dismiss suspend fire condemn boycott"
)
_FOR = row_of(
    "fine jail sentence criticise criticize arrest blame punish sue praise sack dismiss "
    "honour honor award imprison ban suspend expel thank forgive prosecute condemn rebuke "
    "reprimand"
)
_LONGEST_ANSWER = 18
_WEIGHT = 0.85
_TYPABLE = 8
"""Words that a student may be asked to type; a longer answer is shortened where it can be."""
_LONGEST_STEM = 18


def purpose_facts(discourse: Discourse) -> Iterator[Fact]:
    """What was done, and why, at most once a clause."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        if parse.tokens[-1].text == "?":
            continue
        for clause in parse.clauses:
            if clause.verb.negative or clause.subject is None or clause.under in ("if", "unless"):
                continue
            if clause.subject.first >= clause.verb.first or (
                clause.role is Role.RELATIVE and clause.subject.end > clause.verb.first
            ):
                continue
            for find in (_so_that, _in_front, _in_order, _after, _for_or_over):
                try:
                    fact = find(discourse, sentence.index, parse, clause)
                except HangingError:
                    continue
                if fact is not None:
                    yield fact
                    break


# -- she resigned so that she could run -----------------------------------------------------------


def _so_that(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Fact | None:
    if "so" not in parse.said:
        return None
    for i in range(clause.verb.end, min(len(parse.tokens) - 3, clause.verb.end + 16)):
        if parse.tag(i) in (":", ".", "``", "''"):
            return None
        if parse.low(i) == "so" and parse.low(i + 1) == "that":
            inner = next((c for c in parse.clauses if c.verb.first > i), None)
            if inner is None or parse.tag(inner.verb.first) != "MD" or inner.verb.first > i + 7:
                return None
            return _asked(discourse, index, parse, clause, i, (i, inner.end), FactKind.PURPOSE)
    return None


# -- Grímsson invoked it in 2004 to block a law ---------------------------------------------------


def _in_order(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Fact | None:
    if _nothing(parse, clause):
        return None
    for i in range(clause.verb.end, clause.end - 1):
        if parse.low(i) not in ("to", "in", "so") or parse.tag(i + 1) in ("NNP", "DT", "CD"):
            continue
        whole = tuple(parse.low(i + k) for k in range(3))
        formula = whole in (("in", "order", "to"), ("so", "as", "to"))
        if not formula and not (parse.low(i) == "to" and parse.tag(i + 1) == "VB"):
            continue
        if not formula and not _tells_what_for(parse, clause, i):
            return None
        return _asked(discourse, index, parse, clause, i, (i, clause.end), FactKind.PURPOSE)
    return None


def _tells_what_for(parse: Parse, clause: Clause, to: int) -> bool:
    """Whether "to" belongs to what was done, and to no word between: "a plan to close"."""
    if clause_lemma(parse, clause) not in _PURPOSEFUL or to == clause.verb.end:
        return False
    if parse.tag(to - 1) in ("JJ", "JJR", "RB", "VBN", "VB", ","):
        return False
    between = parse.tokens[clause.verb.end : to]
    if parse.tag(to - 1) == "PRP" and parse.low(to - 2) == "for":
        return False  # calls for it to become
    if any(t.low in ("enough", "too", "sufficient") for t in between):
        return False  # holds enough ice to raise the sea
    return not any(
        t.tag in ("VB", "VBG", "WDT", "WP") or t.low in _TAKES_TO or t.lemma in _TAKES_TO
        for t in between
    )


def _nothing(parse: Parse, clause: Clause) -> bool:
    """Whether what was done was nothing: "sent no troops"."""
    none = ("no", "none", "nothing")
    return clause.object is not None and parse.low(clause.object.first) in none


def _in_front(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Fact | None:
    """The purpose stands before the clause: "In order to stop the war, NATO bombed …"."""
    formula = [parse.low(i) for i in range(3)] == ["in", "order", "to"]
    if not formula and not (parse.low(0) == "to" and parse.tag(1) == "VB"):
        return None
    target = clause.object
    if clause.subject is None or parse.low(clause.subject.first - 1) != "," or clause.shared:
        return None
    if target is None or _nothing(parse, clause):
        return None
    comma = clause.subject.first - 1
    if any(parse.low(i) == "," for i in range(comma)):
        return None
    cut = next((c for c in clause.cuts if c > clause.verb.end), clause.end)
    cut = max(cut, target.end)
    return _asked(discourse, index, parse, clause, cut, (0, comma), FactKind.PURPOSE)


# -- the bridge was closed after inspectors found a crack -----------------------------------------


def _after(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Fact | None:
    if clause_lemma(parse, clause) not in _AFTER:
        return None
    inner = next(
        (
            c
            for c in parse.clauses
            if c.under == "after"
            and c.opened >= clause.verb.end
            and c.opened - clause.verb.end <= 10
        ),
        None,
    )
    if inner is None or inner.subject is None or inner.subject.first >= inner.verb.first:
        return None
    opened = inner.opened
    if parse.low(opened) != "after" or parse.tag(opened - 1) in ("RB", "CD", "NNS", ","):
        return None  # "two days after" says when
    return _asked(discourse, index, parse, clause, opened, (opened + 1, inner.end), FactKind.CAUSE)


# -- fined for ignoring safety rules · resigned over the delays -----------------------------------


def _for_or_over(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Fact | None:
    lemma = clause_lemma(parse, clause)
    if lemma not in _FOR and lemma not in _OVER:
        return None
    for i in range(clause.verb.end, clause.end - 1):
        low = parse.low(i)
        gerund = low == "for" and lemma in _FOR and parse.tag(i + 1) == "VBG"
        over = low == "over" and lemma in _OVER and i + 1 in parse.phrase_by_first
        if not gerund and not over:
            continue
        if over and parse.chunk(parse.phrase_by_first[i + 1]).end - i < 4:
            return None  # "over the delays" tells a stranger nothing
        if over and any(t.tag in ("CD", "$") for t in parse.tokens[i + 1 : i + 4]):
            return None
        return _asked(discourse, index, parse, clause, i, (i, clause.end), FactKind.CAUSE)
    return None


# -- what all come to -----------------------------------------------------------------------------


def _asked(
    discourse: Discourse,
    index: int,
    parse: Parse,
    clause: Clause,
    cut: int,
    because: tuple[int, int],
    kind: FactKind,
) -> Fact | None:
    """As in "Why did …?", answered by the words of `because`; asked by those before `cut`.

    Raises:
        HangingError: question or answer would not be understood.
    """
    speaker = speaker_of(discourse, index, clause)
    stem = _begun(discourse, index, speaker)
    subject = subject_words(stem, clause)
    helper, rest = _turned(parse, clause, stem)
    spans = tuple(
        (t.first, t.end)
        for t in discourse.times(index)
        if parse.low(t.first) in ("between", "from")
    )
    tail = stem.words(clause.verb.end, cut, skip=spans) if cut > clause.verb.end else ""
    front = fronted(discourse, index, clause)
    words = f"Why {helper} {subject} {rest} {tail} {front[:1].lower()}{front[1:]}"
    if len(words.split()) > _LONGEST_STEM:
        return None
    question = posed(stem, words, speaker)
    answer = _reason(discourse, index, stem, because[0], _ends(parse, *because))
    return Fact(
        kind,
        index,
        (question,),
        (answer,),
        speaker=speaker_words(speaker) if speaker else "",
        ages=parse.tag(clause.verb.first) in ("VBZ", "VBP"),
        predicate=f"{clause_lemma(parse, clause)} {clause.verb.main}",
        weight=_WEIGHT,
    )


def _ends(parse: Parse, first: int, end: int) -> list[int]:
    """Where an answer may end, the longest first: a relative clause can be left out."""
    inside = {c for clause in parse.clauses for c in clause.cuts if first + 3 <= c < end}
    return [
        end,
        *sorted((c for c in inside if parse.tag(c) in ("WDT", "WP", "IN", "DT")), reverse=True),
    ]


def _reason(discourse: Discourse, index: int, stem: Stem, first: int, ends: list[int]) -> str:
    """The answer in the article's words.

    Raises:
        HangingError: however short, it would not be understood beside the question.
    """
    parse = discourse.parses[index]
    opened = first + 2 * (parse.low(first) == "so")
    first += parse.low(first) == "for"
    short = [e for e in ends if len(discourse.words(index, first, e).split()) <= _TYPABLE]
    for stop in (*short, *ends):
        end = stop
        while end > first and parse.tag(end - 1) in (",", ".", ":", "CC"):
            end -= 1
        answer = discourse.words(index, first, end)
        answer = answer[:1].lower() + answer[1:] if first == 0 else answer
        if not 2 <= len(answer.split()) <= _LONGEST_ANSWER:
            continue
        try:
            Stem(discourse, index, present=set(stem.present)).words(opened, end)
        except HangingError:
            continue
        return answer
    raise HangingError("reason")


def _begun(discourse: Discourse, index: int, speaker: Speaker | None) -> Stem:
    stem = Stem(discourse, index)
    if speaker is not None and speaker.entity is not None:
        stem.present.add(speaker.entity.name)
    return stem


def _turned(parse: Parse, clause: Clause, stem: Stem) -> tuple[str, str]:
    """The helper and the verb; "has … closed" becomes "did … close"."""
    helper, rest = did(parse, clause, stem)
    main = parse.tokens[clause.verb.main]
    if (
        helper in ("has", "have")
        and not clause.verb.passive
        and rest == main.text
        and main.lemma not in ("be", "have", "become")
    ):
        return "did", lexicon().forms(main.lemma).base
    return helper, rest

"""An article and its questions as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quizapp.content.question import Cloze, Question, TrueFalse, gaps
from quizapp.content.right_answer import answer_text
from quizapp.generate.article import Article
from quizapp.generate.desk import Item, State
from quizapp.generate.draft_offers import Check, Offer, OfferCode
from quizapp.generate.gates.judging import GATES
from quizapp.words import _, deciding
from quizapp.words import gates as gate_words
from quizapp.words import generating as words
from quizapp.words.study import as_of, partial_date

_OPEN_GAP = "_____"
_INDENT = "    "


def article_lines(article: Article) -> list[str]:
    """What was read: title, then date, publisher and length."""
    about = [
        partial_date(article.published) if article.published else _("no date"),
        article.publisher,
        words.words(article.words),
    ]
    return [article.title or _("Without a title"), " · ".join(part for part in about if part)]


def question_lines(number: int, item: Item, *, decided: bool = True) -> list[str]:
    """A question with its answer, options, light, and when and by whom it was true.

    Args:
        number: stands before it.
        item: the question.
        decided: say too that it is kept, where not all that are shown are.
    """
    question, head = item.question, f"{number:>2}  "
    lines = [head + asked(question), f"{_INDENT}{_('Answer:')} {answered(question)}"]
    body = question.body
    if isinstance(body, TrueFalse) and body.correction:
        lines.append(f"{_INDENT}{body.correction}")
    if wrong := options(item):
        lines.append(f"{_INDENT}{_('Wrong:')} {'; '.join(wrong)}")
    about = [deciding.light(item.light.value)]
    if decided and item.state is not State.OPEN:
        about.append(deciding.state(item.state.value))
    if question.as_of:
        about.append(as_of(question.as_of))
    if question.attribution:
        about.append(_("claimed by {who}").format(who=question.attribution))
    return [*lines, _INDENT + " · ".join(about)]


def asked(question: Question) -> str:
    """What is asked, with open gaps."""
    if not isinstance(question.body, Cloze):
        return question.prompt
    out, at = "", 0
    for gap in gaps(question.body.text):
        out += question.body.text[at : gap.start] + _OPEN_GAP
        at = gap.end
    return out + question.body.text[at:]


def answered(question: Question) -> str:
    """The right answer; of several gaps all, in order."""
    if isinstance(question.body, Cloze):
        return "; ".join(gap.answer for gap in gaps(question.body.text))
    return answer_text(question)


def options(item: Item) -> tuple[str, ...]:
    """The wrong options."""
    wrong: tuple[str, ...] = getattr(item.question.body, "wrong", ())
    return wrong


def offers_of(checks: Sequence[Check]) -> tuple[Offer, ...]:
    """What can be done about them in one step, as it is numbered.

    The date of an article is given on the command line.
    """
    every = (offer for check in checks for offer in check.offers)
    return tuple(offer for offer in every if offer.code != OfferCode.TELL_DATE)


def check_lines(checks: Sequence[Check]) -> list[str]:
    """What the checks hold against a question, and what they offer, each with its number."""
    lines, number = [], 0
    for check in checks:
        lines.append(f"{_INDENT}- {gate_words.describe(check.finding)}")
        for offer in offers_of([check]):
            number += 1
            lines.append(f"{_INDENT}  {number}  {gate_words.describe_mend(offer)}")
    return lines


def list_lines(items: Sequence[Item], here: str) -> list[str]:
    """Every question in a line, with what was decided, or its light where nothing was."""
    lines = []
    for number, item in enumerate(items, 1):
        about = deciding.light(item.light.value)
        if item.state is not State.OPEN:
            about = deciding.state(item.state.value)
        mark = ">" if item.id == here else " "
        lines.append(f"{mark}{number:>3}  {asked(item.question)}  [{about}]")
    return lines


def left_out_lines(items: Iterable[Item]) -> list[str]:
    """What is left out, counted by the check that was not passed, in the order of the checks."""
    failed: Counter[str] = Counter()
    for item in items:
        failed.update({finding.gate for finding in item.findings})
    counted = [(gate_words.name(g.name), failed[g.name]) for g in GATES if failed[g.name]]
    return words.left_out(counted)

"""Questions, answers and the end drawn for a terminal; colour adds nothing that is not there."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.markdown import Markdown
from rich.padding import Padding
from rich.text import Text

from quizapp.content.mark import Arranged, Change, Chosen, Piece, Typed
from quizapp.content.question import Form, Kind
from quizapp.schedule.log import Rating
from quizapp.study.view import GAP, AnswerShown, EndShown, EvidenceShown, QuestionShown
from quizapp.terminal.control_signs import plain, plainly
from quizapp.words import _, ngettext
from quizapp.words import days as day_words
from quizapp.words import study as words

WIDEST = 76
OPEN_GAP = "_____"
MARKS = {True: "✓", False: "✗"}
PLAIN_MARKS = {True: "+", False: "x"}


class Drawing:
    """Draws on a console, at most 76 columns wide; control characters of a deck become signs."""

    def __init__(self, console: Console) -> None:
        self._console = console
        plain = (console.encoding or "").lower().startswith(("ascii", "us-ascii", "ansi"))
        self._marks = PLAIN_MARKS if plain else MARKS

    def put(self, *what: RenderableType) -> None:
        """Print below what stands there."""
        self._console.print(Group(*what), width=min(WIDEST, self._console.width))

    def question(self, shown: QuestionShown) -> None:
        """The question side."""
        shown = plainly(shown)
        head = [
            _("{n} of {total}").format(n=shown.number, total=shown.total),
            shown.deck_title,
        ]
        if shown.is_new:
            head.append(_("new"))
        if shown.flagged:
            head.append(_("flagged"))
        parts: list[RenderableType] = [Text(""), Text(" · ".join(head), "dim"), Text("")]
        prompt = shown.prompt.replace(GAP, OPEN_GAP)
        parts.append(Markdown(prompt) if shown.markdown else Text(prompt, "bold"))
        if shown.as_of is not None:
            parts.append(Text(words.as_of(shown.as_of), "dim"))
        if shown.image is not None:
            parts.append(Text(f"[{shown.image_alt}] {shown.image}", "dim"))
        parts.append(Text(""))
        parts += self._items(shown)
        parts.append(
            Text(
                words.task(shown.kind.value, shown.form.value, shown.date_precision, shown.fields),
                "dim",
            ),
        )
        self.put(*parts)

    def _items(self, shown: QuestionShown) -> list[RenderableType]:
        if shown.kind is Kind.TRUE_FALSE:
            return _numbered([_("True"), _("False")])
        if shown.form is Form.MATCH:
            return [
                *_numbered(shown.left),
                Text(""),
                *(Text(f"  {chr(ord('a') + n)}  {item}") for n, item in enumerate(shown.options)),
            ]
        return _numbered(shown.options)

    def hint(self, text: str) -> None:
        """The hint."""
        self.put(Text(_("Hint: {hint}").format(hint=plain(text))))

    def answer(self, shown: AnswerShown) -> None:
        """The answer side, whole."""
        shown = plainly(shown)
        parts: list[RenderableType] = [Text("")]
        if shown.mark is not None:
            mark, style = self._marks[shown.mark.right], "green" if shown.mark.right else "red"
            said = words.mark_line(shown.mark, hinted=shown.hinted)
            parts.append(Text(f"{mark} {said}", f"bold {style}"))
            parts += self._compared(shown)
        if shown.question.markdown:
            parts += [Text(_("Answer:"), "dim"), Markdown(shown.answer)]
        elif shown.question.form in (Form.ORDER, Form.MATCH):
            parts += _right_arrangement(shown)
        else:
            parts.append(Text.assemble((_("Answer:") + " ", "dim"), (shown.answer, "bold")))
        if shown.changed_from:
            parts.append(
                Text(
                    _("The answer was changed since you last saw it. It was: {former}").format(
                        former=shown.changed_from,
                    ),
                ),
            )
        for more in (shown.correction, shown.explanation):
            if more:
                parts.append(Markdown(more) if shown.question.markdown else Text(more))
        if shown.evidence is not None:
            parts += _evidence(shown.evidence)
        self.put(*parts)
        self.foot(shown)

    def foot(self, shown: AnswerShown) -> None:
        """When it is asked again, and the other ratings."""
        if shown.judging:
            lines = [
                Text(
                    f"  {rating.value}  {words.rating(rating.value)}: "
                    f"{words.rating_meaning(rating.value)}, {self._due(shown, rating)}",
                )
                for rating in Rating
            ]
            self.put(Text(""), Text(_("How well did you remember it?")), *lines)
        elif shown.rating is not None:
            said = f"{words.rating(shown.rating.value)}, {self._due(shown, shown.rating)}"
            if shown.guessed:
                said += " · " + _("you guessed")
            others = "   ".join(
                f"{rating.value} {words.rating(rating.value)} ({self._due(shown, rating)})"
                for rating in shown.next_due
                if rating is not shown.rating
            )
            self.put(Text(""), Text(said), *([Text(others, "dim")] if others else []))

    def _due(self, shown: AnswerShown, rating: Rating) -> str:
        due = shown.next_due.get(rating)
        return words.due(due.minutes, due.days) if due else ""

    def paragraph(self, evidence: EvidenceShown) -> None:
        """The whole paragraph, with its sentence marked."""
        evidence = plainly(evidence)
        before, _found, after = evidence.paragraph.partition(evidence.sentence)
        self.put(
            Text(""),
            Text.assemble((before, "dim"), f"“{evidence.sentence}”", (after, "dim")),
        )

    def _compared(self, shown: AnswerShown) -> list[RenderableType]:
        mark = shown.mark
        if mark is None or shown.overruled:
            return []
        if _is_near(mark.difference):
            return [
                Text.assemble((_("You typed:") + " ", "dim"), letter_by_letter(mark.difference)),
                Text(_("[-too much-] {+missing+}"), "dim"),
            ]
        if mark.parts:
            lines: list[RenderableType] = [
                Text(f"  {self._marks[part.right]} {part.given or '…'}")
                for part in mark.parts
                if not isinstance(shown.response, Arranged)
            ]
            if mark.missed:
                missed = _("Not given: {what}").format(what="; ".join(mark.missed))
                lines.append(Text("  " + missed))
            return lines
        if isinstance(shown.response, Typed):
            return [Text(_("You typed: {what}").format(what="; ".join(shown.response.texts)))]
        if isinstance(shown.response, Chosen) and shown.question.options and not mark.right:
            chosen = "; ".join(shown.question.options[n] for n in shown.chosen)
            return [Text(_("You chose: {what}").format(what=chosen))]
        return []

    def end(self, shown: EndShown) -> None:
        """The end of a sitting."""
        shown = plainly(shown)
        parts: list[RenderableType] = [Text("")]
        if shown.answered:
            parts.append(Text(_answered(shown), "bold"))
            if shown.missed:
                parts += [Text(""), Text(_("Missed at least once:"))]
                for missed in shown.missed:
                    parts.append(Padding(Text(missed.prompt.replace(GAP, OPEN_GAP)), (0, 0, 0, 2)))
                    parts.append(Padding(Text(missed.answer, "bold"), (0, 0, 0, 4)))
        elif not shown.left:
            parts.append(Text(_("Nothing is due now."), "bold"))
        parts += [Text(line) for line in next_lines(shown)]
        self.put(*parts)

    def keys(self, table: Sequence[tuple[str, str]]) -> None:
        """Keys and what they do."""
        self.put(Text(""), *(Text(f"  {key:<8} {meaning}") for key, meaning in table))


def _is_near(difference: Sequence[Piece]) -> bool:
    """Whether a difference is worth spelling out: some of it is right and some is not."""
    changes = {piece.change for piece in difference}
    return Change.SAME in changes and len(changes) > 1


def letter_by_letter(difference: Sequence[Piece]) -> Text:
    """A difference that is told by brackets first and by colour besides."""
    line = Text()
    for piece in difference:
        if piece.change is Change.SAME:
            line.append(piece.text)
        elif piece.change is Change.EXTRA:
            line.append(f"[-{piece.text}-]", "red")
        else:
            line.append(f"{{+{piece.text}+}}", "green")
    return line


def next_lines(shown: EndShown) -> list[str]:
    """What is left, or when it goes on."""
    lines = []
    if shown.left:
        lines.append(words.left(shown.left, early=shown.early))
    if shown.next_minutes:
        lines.append(
            ngettext(
                "What you just learned is asked again in {n} minute.",
                "What you just learned is asked again in {n} minutes.",
                shown.next_minutes,
            ).format(n=shown.next_minutes),
        )
    if shown.next_day and not shown.left:
        day = day_words.next_time(shown.next_day, shown.today)
        lines.append(
            ngettext(
                "Next: {n} question {day}.", "Next: {n} questions {day}.", shown.next_cards
            ).format(n=shown.next_cards, day=day),
        )
    return lines


def _answered(shown: EndShown) -> str:
    said = ngettext(
        "{n} question answered in {time}, {right} right.",
        "{n} questions answered in {time}, {right} right.",
        shown.answered,
    ).format(n=shown.answered, time=words.seconds(shown.seconds), right=shown.right)
    if shown.learned:
        new = ngettext("{n} was new.", "{n} were new.", shown.learned).format(n=shown.learned)
        said += " " + new
    return said


def _numbered(items: Sequence[str]) -> list[RenderableType]:
    return [Text(f"  {n}  {item}") for n, item in enumerate(items, 1)]


def _right_arrangement(shown: AnswerShown) -> list[RenderableType]:
    """Line by line what belongs there, and what the student put there instead."""
    question, response = shown.question, shown.response
    given = response.indexes if isinstance(response, Arranged) else ()
    lines: list[RenderableType] = [Text(_("Answer:"), "dim")]
    for n, right in enumerate(shown.order):
        label = f"{question.left[n]} → " if question.left else ""
        line = Text(f"  {n + 1}  {label}{question.options[right]}")
        if n < len(given) and given[n] != right:
            put = question.options[given[n]] if given[n] >= 0 else "…"
            line.append("   " + _("(you: {what})").format(what=put), "red")
        lines.append(line)
    return lines


def _evidence(evidence: EvidenceShown) -> list[RenderableType]:
    source = [evidence.source_title, evidence.publisher, words.published(evidence.published)]
    about = " · ".join(part for part in source if part)
    if evidence.attribution:
        about += " · " + _("claimed by {who}").format(who=evidence.attribution)
    if evidence.as_of is not None:
        about += " · " + words.as_of(evidence.as_of)
    sentence = Text()
    if evidence.before:
        sentence.append(evidence.before + " ", "dim")
    sentence.append(f"“{evidence.sentence}”", "italic")
    if evidence.after:
        sentence.append(" " + evidence.after, "dim")
    return [Text(""), Padding(sentence, (0, 0, 0, 2)), Padding(Text(about, "dim"), (0, 0, 0, 2))]

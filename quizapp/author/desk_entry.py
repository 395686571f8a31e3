"""A question on the desk: its block as it stands in the file, and what was made of it since."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from quizapp.author.block_reading import BlockRead, fields_in, read_table, table_of
from quizapp.author.field_reading import UnfinishedError, fields_of, question_of
from quizapp.author.fields import Fields, FieldTrouble
from quizapp.author.gap_labels import with_kept_labels
from quizapp.content.content_hash import labelled
from quizapp.content.deck_editing import change_question
from quizapp.content.deck_text import with_blocks
from quizapp.content.id_writing import with_ids
from quizapp.content.question import Cloze, Question, gaps
from quizapp.content.validation_fields import Table

_LACKS_LABEL = re.compile(r"\{\{(?![a-z0-9_]+:)")
_MAY_LACK_LABEL = re.compile(r"\{\{(?![a-z0-9_]+:)|\\[uU]0*7[bB]|\{\\\s")
"""Braces without a label behind them, or ones that TOML's escapes hide from a search."""


class Base:
    """A question's block in the file.

    Attributes:
        text: with the comment above it and the blank lines below it.
        given: the id that it gets at the first save; "" where one is written.
        last: nothing came after it in the file.
        fresh: it is of another file, and needs blank lines around it.
    """

    __slots__ = ("_question", "_read", "_table", "fresh", "given", "last", "text")

    def __init__(
        self, text: str, given: str = "", *, last: bool = False, fresh: bool = False
    ) -> None:
        self.text = text
        self.given = given
        self.last = last
        self.fresh = fresh
        self._table: Table | None = None
        self._read: BlockRead | None = None
        self._question: Question | None = None

    @property
    def table(self) -> Table:
        """The block's values; read when they are first asked for."""
        found = self._table
        if found is None:
            found = self._table = table_of(self.text)
        return found

    def let_go(self) -> None:
        """Keep no values that can be read again: those of ten thousand blocks take 15 MiB."""
        if self._read is None:
            self._table = None

    @property
    def read(self) -> BlockRead:
        """What the block says; read when it is first asked for."""
        found = self._read
        if found is None:
            found = self._read = read_table(self.table)
        return found

    @property
    def question(self) -> Question | None:
        """The question, with the id that it has or gets; None where the block has an error."""
        found = self._question
        if found is None and (read := self.read).question is not None:
            found = read.question if read.question.id else replace(read.question, id=self.given)
            self._question = found
            if not read.faults:  # all is in the question: ten thousand tables take much room
                self._table = self._read = None
        return found

    @property
    def has_faults(self) -> bool:
        """Whether anything is wrong with the block, be it a warning."""
        return self.question is None or (self._read is not None and bool(self._read.faults))

    @property
    def is_read(self) -> bool:
        """Whether it is known what the block says."""
        return self._read is not None or self._question is not None

    @property
    def faulty(self) -> bool:
        """Whether the block has an error; False as long as nobody asked what it says."""
        return self._question is None and self._read is not None and self._read.question is None

    @property
    def unsettled(self) -> bool:
        """Whether an id or the label of a gap is still to be written."""
        if self.given:
            return True
        block = self.text  # the first save asks ten thousand, so the quick search goes first
        may_hide = "\\" in block
        if (_MAY_LACK_LABEL if may_hide else _LACKS_LABEL).search(block) is None:
            return False
        if self._question is not None:
            body = self._question.body
            return isinstance(body, Cloze) and any(not gap.labelled for gap in gaps(body.text))
        text = self.table.get("text")
        return isinstance(text, str) and any(not gap.labelled for gap in gaps(text))

    def settle(self) -> bool:
        """Write the id and the labels of gaps into the text; whether an id was."""
        self.text, count = with_ids(self.text, [self.table], lambda: self.given)
        self.given = ""
        return bool(count)


@dataclass(slots=True, eq=False)
class Entry:
    """A question as it stands on the desk. It is never changed; a change makes another one.

    Attributes:
        base: its block in the file; None for one that is not there yet.
        typed: what stands in its form; None where nobody touched it.
        made: the question when it was last one, made of what was typed; None where only the
            block says it.
        wrong: why it is no question now.
        open: a field is being typed that means something else until it is finished, so that not
            `made` stands in the file but `kept`; None there too where only the block says it.
    """

    base: Base | None = None
    typed: Fields | None = None
    made: Question | None = None
    wrong: tuple[FieldTrouble, ...] = ()
    open: bool = False
    kept: Question | None = None
    _block: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def valid(self) -> Question | None:
        """The question when it was last one; None where it never was."""
        if self.made is not None:
            return self.made
        return self.base.question if self.base is not None else None

    @property
    def stands(self) -> Question | None:
        """The question as the file holds it after the next save; None where it holds none."""
        if not self.open or self.kept is not None:
            return self.kept if self.open else self.valid
        return self.base.question if self.base is not None else None

    @property
    def question(self) -> Question | None:
        """The question; None while it is unfinished."""
        return None if self.wrong else self.valid

    @property
    def fields(self) -> Fields:
        """What stands in its form."""
        if self.typed is not None:
            return self.typed
        if self.made is not None:
            return fields_of(self.made)
        if self.base is None:
            return Fields()
        known = self.base.question
        return fields_in(self.base.read) if known is None else fields_of(known)

    @property
    def troubles(self) -> tuple[FieldTrouble, ...]:
        """Why it is no question; faults of a block that its form does not show have no field."""
        if self.wrong or self.valid is not None or self.base is None:
            return self.wrong
        try:
            question_of(self.fields, None, "")
        except UnfinishedError as error:
            return error.troubles
        return tuple(FieldTrouble("", fault.code, fault.facts) for fault in self.base.read.faults)

    @property
    def in_error(self) -> bool:
        """Whether its block has an error and nobody touched it; False while that is not known."""
        return self.made is None and self.base is not None and self.base.faulty

    @property
    def unfinished(self) -> bool:
        """Whether it holds words that no block of the file can hold yet, or shall."""
        return bool(self.wrong) or self.open

    def changed(
        self, fields: Fields, question_id: str, written: str = "", typing: Sequence[str] = ()
    ) -> Entry:
        """The entry with what was typed.

        Args:
            fields: what stands in the form now.
            question_id: its id.
            written: the cloze text that was last written for it, with its labels, or "".
            typing: fields that are being typed, and mean something else until they are left.
        """
        known, kept = self.stands, self.kept if self.open else self.made
        if known is not None and isinstance(known.body, Cloze) and written:
            text = with_kept_labels(known.body.text, written)
            known = replace(known, body=replace(known.body, text=text))
        made: Question | None
        wrong: tuple[FieldTrouble, ...] = ()
        if typing:
            old = fields_of(known) if known is not None else Fields()
            finished = replace(fields, **{name: getattr(old, name) for name in typing})
            with suppress(UnfinishedError):
                kept = question_of(finished, known, question_id)
        try:
            made = question_of(fields, known, question_id)
        except UnfinishedError as error:
            made, wrong = kept, error.troubles
        is_open = bool(typing) and not wrong and made != (kept or known)
        return Entry(self.base, fields, made, wrong, is_open, kept if is_open else None)

    def settled(self) -> Entry:
        """The entry once the field that was typed is left."""
        return Entry(self.base, self.typed, self.made, self.wrong) if self.open else self

    def rebased(self, base: Base) -> Entry:
        """The entry over a block with other remarks, saying all that it says now."""
        known = self.base.question if self.base is not None else None
        kept = self.kept or known if self.open else None
        return Entry(base, self.typed, self.made or known, self.wrong, self.open, kept)

    def on(self, base: Base | None) -> Entry:
        """The entry over another block."""
        return Entry(base, self.typed, self.made, self.wrong, self.open, self.kept)

    def block(self, written: str = "", line_end: str = "\n") -> str:
        """The text of its block for the file; "" for one that never was a question.

        Args:
            written: the cloze text that was last written for it, or "".
            line_end: of the file.

        Raises:
            ValueError: no file can hold it.
        """
        text = self.base.text if self.base is not None else ""
        if self._block is None or self._block[0] is not text:
            self._block = text, self._written(written, line_end)
        return self._block[1]

    def _written(self, written: str, line_end: str) -> str:
        made = self.kept if self.open else self.made
        if made is None or (self.base is not None and made == self.base.question):
            return self.base.text if self.base is not None else ""
        said = to_be_written(made, written)
        if self.base is not None:
            text = change_question(self.base.text, 0, said)
            table_of(text)  # what is no TOML is never written
            return text
        return with_blocks("", (), (said,)).lstrip("\n").replace("\n", line_end)


def to_be_written(question: Question, written: str = "") -> Question:
    """The question with a label in each gap, those that were written before kept."""
    body = question.body
    if not isinstance(body, Cloze):
        return question
    return replace(
        question, body=replace(body, text=labelled(with_kept_labels(body.text, written)))
    )

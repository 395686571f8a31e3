"""The desk: one deck in work, and every step on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from quizapp.author import desk_heads
from quizapp.author.desk_adding import DeckAdding
from quizapp.author.desk_entry import Base, Entry
from quizapp.author.desk_file import DeskFile
from quizapp.author.desk_home import source_of
from quizapp.author.desk_lines import Lines
from quizapp.author.desk_rows import behind, copied, moved, without
from quizapp.author.desk_state import NewId, State, Thing, id_of_key
from quizapp.author.desk_stepped import SteppedDesk
from quizapp.author.desk_steps import step
from quizapp.author.desk_typing import (
    differing,
    main_field,
    typing_between,
    waiting,
)
from quizapp.author.door import Adding
from quizapp.author.fields import Fields
from quizapp.author.kind_change import turned
from quizapp.author.mending import mended
from quizapp.author.told import (
    Changed,
    HeadFields,
    KindChange,
    NewSource,
    Step,
)
from quizapp.check.finding import Finding
from quizapp.content.date_text import date_in_words
from quizapp.content.deck import Source
from quizapp.content.question import Kind, PartialDate, Question


class DeckDesk(SteppedDesk):
    """A deck in work; `quizapp.author.door.Desk` says what each call does.

    Made by `quizapp.author.editor`.
    """

    def __init__(
        self,
        file: DeskFile,
        state: State,
        new_id: NewId,
        today: date | None,
        lines: Lines | None = None,
        text_root: Path | None = None,
    ) -> None:
        super().__init__(file, state, new_id, today, lines, text_root)
        self._were: dict[str, dict[Kind, Fields]] = {}

    # Steps on questions

    def change(self, key: str, fields: Fields, *, typing: bool = False) -> Changed:
        """Put what was typed in place; a word typed in one go is one step to undo."""
        entry = self._state.entry(key)
        before = entry.fields
        names = differing(before, fields)
        if not names:
            return Changed()
        written = self._state.written.get(key, "")
        waits = waiting(before, fields) if typing else ()
        new = entry.changed(fields, id_of_key(key), written, waits)
        if "kind" in names:
            self._were.setdefault(key, {})[before.kind] = before
            return self._do(step("kind", kind=fields.kind.value), {key: new})
        field = main_field(names)
        letter = typing_between(key, before, fields, field) if field else None
        name = step("change", field=field, kind=fields.kind.value)
        return self._do(name, {key: new}, typing=letter)

    def settle(self, key: str) -> Changed:
        """The field of a question that was being typed was left, so what stands there counts."""
        entry = self._state.things.get(key)
        if not isinstance(entry, Entry) or not entry.open:
            return Changed()
        settled = entry.settled()
        self._state.things[key] = settled
        self._steps.renew(key, entry, settled)
        return self._after(Changed(frozenset({key})))

    def pause(self) -> None:
        """What is typed from now on is another step to undo."""
        self._steps.end_typing()

    def turned(self, key: str, kind: Kind) -> KindChange:
        """What it would be as another kind; nothing is changed."""
        fields = self._state.entry(key).fields
        return turned(fields, kind, self._were.get(key, {}).get(kind))

    def add(self, kind: Kind, after: str = "") -> Changed:
        """Add an empty question behind another, or at the end."""
        key = self._free()
        entry = Entry().changed(Fields(kind=kind), key)
        return self._add({key: entry}, after, step("add", count="1"))

    def add_questions(self, questions: Sequence[Question], after: str = "") -> Changed:
        """Add finished questions; those without an id, or with one that is taken, get new ones."""
        adding = self.begin_add(questions, after)
        adding.run()
        return self.end_add(adding)

    def begin_add(self, questions: Sequence[Question], after: str = "") -> DeckAdding:
        """Finished questions, to be made ready in another thread."""
        place = self._view.number(after) if after in self._state.things else len(self._view.keys)
        return DeckAdding(questions, after, place, self._state.things.keys(), self._new_id)

    def end_add(self, adding: Adding) -> Changed:
        """Add what was made ready; nothing where that was stopped."""
        if not isinstance(adding, DeckAdding):
            return Changed()
        new = adding.entries
        if new.keys() & self._state.things.keys():  # ids that were taken meanwhile
            made = [entry.made for entry in new.values() if entry.made is not None]
            return self.add_questions(made, adding.after)
        self._lines.take(adding.words)
        return self._add(new, adding.after, step("add", count=str(len(new))))

    def _add(self, new: Mapping[str, Entry], after: str, name: Step) -> Changed:
        if not new:
            return Changed()
        after = after if after in self._state.things else ""
        order = behind(self._state.order, {after: list(new)})
        return self._do(name, new, order)

    def add_blocks(self, blocks: Mapping[str, str], sources: Sequence[Source]) -> Changed:
        """Add questions of another deck at the end, with their comments, and their sources.

        Args:
            blocks: the text of each question's block, by an id that is free.
            sources: those that this deck has not.
        """
        things: dict[str, Thing] = {}
        order: list[str] = [*self._state.order]
        for source in sources:
            token, part, order = desk_heads.placed_source(self._state, source, order)
            things[token] = part
        things |= {key: Entry(Base(text, fresh=True)) for key, text in blocks.items()}
        return self._do(step("add", count=str(len(blocks))), things, [*order, *blocks])

    def duplicate(self, keys: Collection[str]) -> Changed:
        """Copy questions, each behind its original, with new ids."""
        taken, new = set(self._view.keys), dict[str, Thing]()
        places: dict[str, list[str]] = {}
        for key in keys:
            copy = self._free(taken)
            taken.add(copy)
            new[copy] = copied(self._state.entry(key), copy)
            places[key] = [copy]
        if not new:
            return Changed()
        order = behind(self._state.order, places)
        return self._do(step("duplicate", count=str(len(new))), new, order)

    def delete(self, keys: Collection[str]) -> Changed:
        """Take questions out; their history stays and comes back with them."""
        there = [key for key in keys if key in self._state.things]
        if not there:
            return Changed()
        things, order = without(self._state, there)
        return self._do(step("delete", count=str(len(there))), things, order)

    def let_go(self, keys: Collection[str]) -> Changed:
        """Take out what stands in another deck now: no undo brings it back to stand in both."""
        changed = self.delete(keys)
        self._steps.forget(keys)
        return changed

    def move(self, keys: Collection[str], before: str) -> Changed:
        """Move questions in front of another; "" is the end."""
        order = moved(self._state.order, keys, before)
        if order == self._state.order:
            return Changed()
        return self._do(step("move", count=str(len(keys))), {}, order)

    def tag(self, keys: Collection[str], tag: str) -> Changed:
        """Add a tag."""
        tag = " ".join(tag.split())

        def tagged(tags: tuple[str, ...]) -> tuple[str, ...]:
            return tags if not tag or tag in tags else (*tags, tag)

        return self._with_tags(keys, tagged, "tag", tag)

    def untag(self, keys: Collection[str], tag: str) -> Changed:
        """Take a tag away."""
        return self._with_tags(
            keys, lambda tags: tuple(each for each in tags if each != tag), "untag", tag
        )

    def _with_tags(
        self,
        keys: Collection[str],
        change: Callable[[tuple[str, ...]], tuple[str, ...]],
        code: str,
        tag: str,
    ) -> Changed:
        new: dict[str, Thing] = {}
        for key in keys:
            fields = self._state.entry(key).fields
            tags = change(fields.tags)
            if tags != fields.tags:
                new[key] = self._typed(key, replace(fields, tags=tags))
        return self._do(step(code, count=str(len(new)), tag=tag), new)

    def mend(self, key: str, finding: Finding) -> Changed:
        """Apply the mend of a finding."""
        self.settle(key)
        new = mended(self._state.entry(key), finding, self._state.block(key))
        return Changed() if new is None else self._do(step("mend"), {key: new})

    def accept(self, key: str, spelling: str) -> Changed:
        """Take a spelling in that a student said is right."""
        fields = self._state.entry(key).fields
        if any(typed == spelling for typed, _of in fields.accept):
            return Changed()
        answers = [answer for answer in fields.answers if answer.strip()]
        target = answers[0] if fields.kind is Kind.LIST and answers else ""
        rows = tuple(row for row in fields.accept if row[0].strip())
        new = self._typed(key, replace(fields, accept=(*rows, (spelling, target))))
        return self._do(step("accept", text=spelling), {key: new})

    def confirm(self, key: str, today: date) -> Changed:
        """The author says that the fact still holds: a new as-of; a review day moves a year on."""
        fields = self._state.entry(key).fields
        valid = self._state.entry(key).valid
        day = PartialDate(today.year, today.month, today.day)
        review_by = fields.review_by
        if review_by.strip() and (
            valid is None or not valid.review_by or valid.review_by <= today
        ):
            leap = (today.month, today.day) == (2, 29)
            review_by = date_in_words(
                PartialDate(today.year + 1, today.month, 28 if leap else today.day)
            )
        new = replace(fields, as_of=date_in_words(day), review_by=review_by)
        return self._do(step("confirm"), {key: self._typed(key, new)})

    def _typed(self, key: str, fields: Fields) -> Entry:
        written = self._state.written.get(key, "")
        return self._state.entry(key).changed(fields, id_of_key(key), written)

    # Steps on the deck

    def change_head(self, fields: HeadFields) -> Changed:
        """Change the deck's own fields."""
        return self._do(step("head"), desk_heads.with_head(self._state, self._view.head, fields))

    def add_source(self, source: NewSource) -> Changed:
        """Add a source; its text will be kept beside the deck."""
        self._come_home()
        things, order = desk_heads.with_source(
            self._state, self._view.head, source, self.path.parent
        )
        return self._do(step("source", how="add"), things, order)

    def change_source(self, source_id: str, source: NewSource) -> Changed:
        """Change a source; its text too."""
        self._come_home()
        text = self._view.texts.get(source_id, "")
        things, before = desk_heads.with_changed_source(
            self._state, self._view.head, source_id, source, text, self.path.parent
        )
        self._state.things.update(before)
        return self._do(step("source", how="change"), things)

    def remove_source(self, source_id: str) -> Changed:
        """Remove a source on which no question rests; nothing where one does."""
        token = source_of(self._state, source_id)
        rests = any(self._state.entry(key).fields.source == source_id for key in self._view.keys)
        if token is None or rests:
            return Changed()
        order = [other for other in self._state.order if other != token]
        return self._do(step("source", how="remove"), {token: None}, order)

    def add_image(self, key: str, name: str, data: bytes, alt: str) -> Changed:
        """Copy a picture beside the deck and put it before a question."""
        self._come_home()
        path = desk_heads.add_picture(self.path, self._view.head.id, name, data)
        fields = replace(self._state.entry(key).fields, image=path, image_alt=alt)
        return self._do(step("image"), {key: self._typed(key, fields)})

    def _come_home(self) -> None:
        """Have a file beside the deck lie in the author's own folder: make the copy at once.

        Raises:
            OSError: it could not be made.
        """
        saving = self._file.copy(self._state)
        if saving is not None:
            saving.run()
            saved = self.end_save(saving)
            self._file.tell_again(saved)
            if saved.error is not None:
                raise saved.error

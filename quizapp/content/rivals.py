"""The other answers of a deck, indexed so that a typed text is quickly compared with them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quizapp.content.folding import normalise, strict


@dataclass(frozen=True)
class Rivals:
    """Every answer and accepted spelling of a deck, as written.

    A question's own answers may be among them. Two texts whose `strict` forms are equal are one
    answer; others are different, and then neither is right for the other.
    """

    texts: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Rivals:
        """The rivals of a deck; the index is made when it is first asked."""
        return cls(frozenset(texts))

    @cached_property
    def _by_strict(self) -> dict[str, str]:
        return {strict(text): text for text in sorted(self.texts, reverse=True)}

    @cached_property
    def _by_form(self) -> dict[str, frozenset[str]]:
        forms: dict[str, set[str]] = defaultdict(set)
        for key in self._by_strict:
            forms[key if key.isascii() else normalise(key)].add(key)
        return {form: frozenset(keys) for form, keys in forms.items()}

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        lengths: dict[int, list[str]] = defaultdict(list)
        for form in self._by_form:
            lengths[len(form)].append(form)
        return dict(lengths)

    def spelt(self, typed: str, own: Collection[str]) -> str | None:
        """The rival that `typed` spells, or one that it spells but for accents, or None.

        Args:
            typed: as the student wrote it.
            own: strict forms of the question's own answers, which are no rivals.
        """
        key = strict(typed)
        if key not in own and key in self._by_strict:
            return self._by_strict[key]
        loosely = sorted(self._by_form.get(normalise(typed), frozenset()) - set(own))
        return self._by_strict[loosely[0]] if loosely else None

    def near(self, typed: str, distance: int, own: Collection[str]) -> str | None:
        """A rival at most `distance` slips from `typed`, or None."""
        form = normalise(typed)
        own_forms = {normalise(key) for key in own}
        for length in range(len(form) - distance, len(form) + distance + 1):
            found = process.extract(
                form,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=distance,
                limit=len(own_forms) + 1,
            )
            for rival, _, _ in found:
                if rival not in own_forms:
                    return self._by_strict[min(self._by_form[rival])]
        return None


NO_RIVALS = Rivals()

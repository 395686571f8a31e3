"""A text that is not English is asked about by hand alone, and its deck does not say it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafting import Clock

from quizapp.content import deck_file
from quizapp.content.question import Cloze
from quizapp.generate.article import Article, Span
from quizapp.generate.candidate import Light
from quizapp.generate.desk import Desk
from quizapp.generate.draft_saving import DeckDetails, save_new
from quizapp.generate.engine import Rules

GERMAN = """Das Rathaus von Velin wurde am Montag wieder eröffnet. Bürgermeisterin Ana Duka \
durchschnitt das Band, und rund 400 Menschen kamen zur Feier. Die Brücke wurde 1894 gebaut."""
JAPANESE = "首相は月曜日に辞任した。"


def table(text: str) -> Desk:
    """A desk with the program's own rules."""
    return Desk(Article(text, "Velin"), Rules(), Clock())


def asked(desk: Desk, words: str) -> str:
    """What is asked about words that are selected."""
    start = desk.article.text.index(words)
    item = desk.ask(Span(start, start + len(words)))
    assert item.light is Light.GREEN
    assert isinstance(item.question.body, Cloze)
    return item.question.body.text


@pytest.mark.parametrize("text", [GERMAN, JAPANESE])
def test_rules_for_english_find_nothing_elsewhere(text: str) -> None:
    """Not even a doubtful question."""
    desk = table(text)
    desk.show_red = True
    assert desk.items == ()


@pytest.mark.parametrize(
    ("text", "words", "gap"),
    [
        (GERMAN, "1894", "Die Brücke wurde {{1894}} gebaut."),
        (GERMAN, "ontag", "Das Rathaus von Velin wurde am {{Montag}} wieder eröffnet."),
        (JAPANESE, "月曜日", "首相は{{月曜日}}に辞任した。"),
    ],
)
def test_selected_words_are_a_gap_in_their_sentence(text: str, words: str, gap: str) -> None:
    """Exactly those words, and no check that reads English speaks of them."""
    assert asked(table(text), words) == gap


def test_a_deck_of_it_is_not_called_english(tmp_path: Path) -> None:
    """So that nothing later reads it by the rules for English."""
    for text, language in ((GERMAN, "und"), ("The mill of Velin closed in 1998.", "en")):
        desk = table(text)
        start = text.index("Velin")
        desk.keep(desk.ask(Span(start, start + 5)).id)
        path = save_new(desk, tmp_path, DeckDetails(f"Velin {language}"), taken=lambda _id: None)
        deck = deck_file.read(path).deck
        assert deck is not None
        assert deck.language == language

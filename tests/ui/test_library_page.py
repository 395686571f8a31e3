"""Library and a deck's page: lines, filters, faults, rivals, and what each button asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pages_shown
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from quizapp.author.standing import Standing
from quizapp.content.question import Kind
from quizapp.study.view import Scope, Wanted
from quizapp.ui.buttons import Button
from quizapp.ui.confirm import Confirm
from quizapp.ui.controls import Page, Toast
from quizapp.ui.deck_page import DeckPage
from quizapp.ui.library_page import LibraryPage
from quizapp.ui.lines_view import LinesView
from quizapp.ui.markdown_view import MarkdownView
from quizapp.ui.question_panel import standing
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Theme


@pytest.fixture
def library(qtbot: QtBot) -> LibraryPage:
    """Library with decks of every sort."""
    page = LibraryPage(Theme("light"))
    qtbot.addWidget(page)
    page.resize(1120, 800)
    page.show_lines(pages_shown.library())
    page.show()
    return page


@pytest.fixture
def deck(qtbot: QtBot) -> DeckPage:
    """The page of a deck with something in each of its parts."""
    page = DeckPage(Theme("light"))
    qtbot.addWidget(page)
    page.resize(1120, 800)
    page.show_deck(pages_shown.deck())
    page.show()
    return page


def lines(view: LinesView) -> list[str]:
    """Every line as a screen reader says it."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(view.lines.index(row, 0).data(role)) for row in range(view.lines.rowCount())]


def buttons(page: Page) -> dict[str, Button]:
    """What can be pressed, by its words."""
    QApplication.processEvents()
    return {b.text(): b for b in page.findChildren(Button) if b.isVisibleTo(page)}


def test_an_unreadable_file_is_listed_with_its_reason(library: LibraryPage) -> None:
    """It hides nothing, and opening it is not offered."""
    found = next(line for line in lines(library.list) if line.startswith("notes.toml"))
    assert "The file is empty." in found
    library.list.choose(str(pages_shown.HOME / "decks" / "notes.toml"))
    assert "Open" not in buttons(library)
    assert "Open folder" in buttons(library)


def test_two_own_decks_with_one_id_are_both_named(qtbot: QtBot, library: LibraryPage) -> None:
    """Each says whether it is used, and either can be chosen."""
    told = "\n".join(lines(library.list))
    assert "capitals.toml is used; capitals-old.toml has the same id." in told
    assert "capitals-old.toml is not used; capitals.toml has the same id." in told
    for name in ("capitals.toml", "capitals-old.toml"):
        path = pages_shown.HOME / "decks" / name
        library.list.choose(str(path))
        with qtbot.waitSignal(library.choose) as chosen:
            buttons(library)["Use this one"].click()
        assert chosen.args == [path]


def test_a_line_tells_counts_faults_and_what_is_set_aside(library: LibraryPage) -> None:
    """What a student wants to know stands in the line."""
    first, second = lines(library.list)[:2]
    assert "12 due · 4 new · 28 of 49 cards seen" in first
    assert "1 flagged · 2 set aside" in first
    assert "2 faults in the file" in second


def test_a_deck_whose_copy_is_used_is_not_listed_and_the_copy_says_so(
    library: LibraryPage,
) -> None:
    """What was chosen before is the copy now: no line is there that nothing can be done with."""
    before = pages_shown.library()
    bundled = next(line for line in before if line.entry.bundled and not line.entry.begun)
    library.list.choose(str(bundled.entry.path))
    path = pages_shown.HOME / "decks" / bundled.entry.path.name
    hidden = replace(bundled, entry=replace(bundled.entry, hidden=True))
    own = replace(bundled, entry=replace(bundled.entry, bundled=False, writable=True, path=path))
    library.show_lines([*(line for line in before if line is not bundled), own, hidden])
    assert library.list.key == str(path)
    assert len(lines(library.list)) == len(before)
    assert "Delete" in buttons(library)
    assert "the original is used again" in " ".join(
        label.text() for label in library.findChildren(TextLabel)
    )


def test_drafts_are_counted_beside_the_questions(library: LibraryPage) -> None:
    """A teacher who wrote three and finished one is told of all three."""
    own = next(
        line
        for line in pages_shown.library()
        if not line.entry.bundled and line.askable and not line.entry.begun
    )
    library.show_standings({own.entry.path: Standing(drafts=2)})
    told = next(line for line in lines(library.list) if line.startswith(own.entry.title))
    assert f"{own.entry.questions} questions · 2 drafts" in told


def test_a_deck_changed_in_two_places_says_so(library: LibraryPage) -> None:
    """Somebody has to choose, and may not open the editor for long."""
    own = next(line for line in pages_shown.library() if not line.entry.bundled and line.askable)
    library.show_standings({own.entry.path: Standing(conflicts=1)})
    told = next(line for line in lines(library.list) if line.startswith(own.entry.title))
    assert "1 changed in two places" in told


@pytest.mark.parametrize(
    ("words", "left"),
    [("nato", 2), ("NATO kosovo", 1), ("balkans", 2), ("zzz", 0), ("notes", 1), ("", 8)],
)
def test_typing_filters_the_decks(
    qtbot: QtBot, library: LibraryPage, words: str, left: int
) -> None:
    """Every word must stand somewhere, whatever its case."""
    qtbot.keyClicks(library.filter, words)
    assert len(lines(library.list)) == left


def test_a_deck_is_found_and_opened_by_keyboard(qtbot: QtBot, library: LibraryPage) -> None:
    """Type, Enter to the list, Enter to open."""
    qtbot.keyClicks(library.filter, "security council")
    qtbot.keyClick(library.filter, Qt.Key.Key_Return)
    with qtbot.waitSignal(library.open_deck) as opened:
        qtbot.keyClick(library.list, Qt.Key.Key_Return)
    assert opened.args == ["civics-week-9"]


@pytest.mark.parametrize(
    ("row", "words", "signal", "sent"),
    [
        (0, "Study", "study", Wanted(decks=("kosovo-nato",))),
        (0, "Read the article", "read", "kosovo-nato"),
        (0, "Leave out of the plan", "leave_out", "kosovo-nato"),
        (0, "Open", "open_deck", "kosovo-nato"),
        (1, "Go over", "study", Wanted(Scope.GO_OVER, decks=("civics-week-9",))),
        (4, "Begin", "begin", "how-nato-admits-a-member"),
        (1, "Open folder", "open_folder", pages_shown.HOME / "decks" / "civics-week-9.toml"),
    ],
)
def test_each_step_names_its_deck(
    qtbot: QtBot, library: LibraryPage, row: int, words: str, signal: str, sent: object
) -> None:
    """What is pressed is done to the deck that is chosen."""
    library.list.choose(str(pages_shown.library()[row].entry.path))
    with qtbot.waitSignal(getattr(library, signal)) as asked:
        buttons(library)[words].click()
    assert asked.args == [sent]


def test_the_chosen_deck_stays_chosen_when_decks_change(library: LibraryPage) -> None:
    """A file saved elsewhere does not move the student to another deck."""
    path = str(pages_shown.library()[4].entry.path)
    library.list.choose(path)
    library.show_lines(pages_shown.library()[1:])
    assert library.list.key == path


def test_hundreds_of_decks_make_no_hundreds_of_widgets(library: LibraryPage) -> None:
    """A list's widgets do not grow with its lines."""
    before = len(buttons(library))
    library.show_lines(
        [
            pages_shown.deck_line(id=f"d{n}", title=f"Deck {n}", path=Path(f"/decks/{n}.toml"))
            for n in range(500)
        ]
    )
    assert len(lines(library.list)) == 500
    assert len(buttons(library)) <= before + 4


def test_ten_thousand_questions_are_filtered(qtbot: QtBot, deck: DeckPage) -> None:
    """The one question sought is left, with its answer."""
    deck.show_deck(pages_shown.deck(questions=pages_shown.questions(10_000)))
    qtbot.keyClicks(deck.filter, "slovenia 7770")
    assert lines(deck.list)[0].startswith("What of Slovenia, number 7770?\n")
    assert len(lines(deck.list)) == 1


def test_faults_stand_with_line_and_what_to_write(deck: DeckPage) -> None:
    """An author knows where, what, and whether the question is asked all the same."""
    deck.show_part("faults")
    found = lines(deck.list)
    assert any("Write format = 1, without quotes." in line for line in found)
    assert any("line 12 · not asked until it is mended" in line for line in found)
    assert any("the whole file · asked all the same" in line for line in found)


def test_flagged_ones_stand_with_their_reason(qtbot: QtBot, deck: DeckPage) -> None:
    """What the student said is read again here, and the flag can be taken away."""
    buttons(deck)["Flagged: 1"].click()
    assert lines(deck.list) == [f"{pages_shown.QUESTIONS[6][0]}\nThe figure is old"]
    with qtbot.waitSignal(deck.unflag) as asked:
        buttons(deck)["Take the flag away"].click()
    assert asked.args == ["q000000006"]


def test_a_leech_is_listed_with_what_to_do(qtbot: QtBot, deck: DeckPage) -> None:
    """How often it was missed, and two ways back."""
    buttons(deck)["Set aside: 2"].click()
    assert "missed 8 times" in lines(deck.list)[0]
    assert any("easily confused" in w.text() for w in deck.findChildren(TextLabel))
    with qtbot.waitSignal(deck.take_back) as back:
        buttons(deck)["Ask it again"].click()
    assert back.args == ["q000000004"]


def test_starting_over_asks_first(qtbot: QtBot, deck: DeckPage) -> None:
    """Only a yes starts over."""
    deck.show_part("aside")
    buttons(deck)["Start over"].click()
    asked = deck.findChild(Confirm)
    assert asked is not None
    with qtbot.assertNotEmitted(deck.start_over):
        asked.no.click()
    buttons(deck)["Start over"].click()
    dialog = [d for d in deck.findChildren(Confirm) if d.isVisible()][-1]
    with qtbot.waitSignal(deck.start_over) as over:
        dialog.yes.click()
    assert over.args == ["q000000004"]


def test_parts_that_hold_nothing_have_no_button(deck: DeckPage) -> None:
    """A deck without fault, flag or leech is just its questions."""
    deck.show_deck(
        pages_shown.deck(
            line=pages_shown.deck_line(), flagged=(), set_aside=(), articles=(), spellings=()
        )
    )
    words = set(buttons(deck))
    assert not {w for w in words if w.startswith(("Questions", "To mend", "Flagged", "Read"))}


def test_a_deck_without_questions_says_so(deck: DeckPage) -> None:
    """Not that none has the words of a filter in which none stand; nor "0 of 0 cards"."""
    line = pages_shown.deck_line(due=0, new=0, learned=0, cards=0)
    deck.show_deck(pages_shown.deck(line=line, questions=(), flagged=(), set_aside=()))
    assert deck.list._nothing.startswith("There is no question in this deck yet.")
    assert not [one for one in deck.findChildren(QLabel) if "0 cards" in one.text()]
    deck.show_deck(pages_shown.deck())
    deck.filter.setText("no such words")
    assert deck.list._nothing == "No question has these words."


def test_a_part_stays_open_while_it_holds_something(deck: DeckPage) -> None:
    """Taking one of two back leaves the student where she was; the last one leads back."""
    deck.show_part("aside")
    deck.show_deck(pages_shown.deck(set_aside=pages_shown.deck().set_aside[1:]))
    assert "set aside by you" in lines(deck.list)[0]
    deck.show_deck(pages_shown.deck(set_aside=()))
    assert lines(deck.list)[0].startswith(pages_shown.QUESTIONS[0][0])


def test_a_deck_out_of_the_plan_is_not_called_as_a_card_is(library: LibraryPage) -> None:
    """A deck is left out of the plan; "set aside" is a card's word."""
    library.show_lines([pages_shown.deck_line(begun=False, learned=5)])
    assert "out of the plan · comes with Quizapp" in lines(library.list)[0]
    assert "Begin" in buttons(library)
    library.show_lines([pages_shown.deck_line()])
    assert "Leave out of the plan" in buttons(library)
    assert not any("aside" in words.casefold() for words in buttons(library))


def test_a_spelling_can_be_taken_back(qtbot: QtBot, deck: DeckPage) -> None:
    """What was accepted stands with its question, and one button forgets it."""
    buttons(deck)["Accepted spellings: 1"].click()
    assert lines(deck.list) == [f"Viosa Osmany\n{pages_shown.QUESTIONS[0][0]}"]
    with qtbot.waitSignal(deck.forget_spelling) as asked:
        buttons(deck)["Take back"].click()
    assert asked.args == ["q000000000", "Viosa Osmany"]


@pytest.mark.parametrize("way", ["click", "Enter"])
def test_a_question_is_opened(qtbot: QtBot, deck: DeckPage, way: str) -> None:
    """Click or Enter on a question asks for all that is known of it."""
    QApplication.processEvents()
    with qtbot.waitSignal(deck.open_question) as asked:
        if way == "click":
            at = deck.list.visualRect(deck.list.lines.index(0, 0)).center()
            qtbot.mouseClick(deck.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        else:
            qtbot.keyClick(deck.list, Qt.Key.Key_Return)
    assert asked.args == ["kosovo-nato", "q000000000"]


def test_a_question_is_shown_whole_and_left_by_esc(qtbot: QtBot, deck: DeckPage) -> None:
    """Answer, spellings, explanation, evidence, when it is due, how strong it is, and the flag."""
    deck.show_question(pages_shown.question())
    QApplication.processEvents()
    said = [w.text() for w in deck.panel.findChildren(TextLabel) if w.isVisibleTo(deck)]
    for words in (
        "Vjosa Osmani",
        "Osmani, Vjosa Osmani-Sadriu",
        "Viosa Osmany",
        "She was president of Kosovo at that time.",
        "Due tomorrow · memory strength 9 days",
        "The figure is old",
    ):
        assert words in said
    assert any("wrote a letter to Joe Biden" in words for words in said)
    assert not deck.list.isVisible()
    qtbot.keyClick(deck.panel.back_link, Qt.Key.Key_Escape)
    assert deck.list.isVisible()
    assert not deck.panel.isVisible()


def test_an_open_question_outlives_a_reload(qtbot: QtBot, deck: DeckPage) -> None:
    """When the deck is read again the question is asked for anew; when it is gone, the list is."""
    deck.show_question(pages_shown.question())
    with qtbot.waitSignal(deck.open_question) as asked:
        deck.show_deck(pages_shown.deck())
    assert asked.args == ["kosovo-nato", "q000000000"]
    deck.show_question(None)
    assert deck.list.isVisible()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"new": True, "due_day": 0, "strength": 0.0}, "New: not asked yet"),
        (
            {"due_day": pages_shown.TUESDAY, "strength": 0.4},
            "Due today · memory strength under one day",
        ),
        (
            {"due_day": pages_shown.TUESDAY - 3, "strength": 1.2},
            "Due today · memory strength 1 day",
        ),
        ({"set_aside": True}, "Set aside, so it is not asked · memory strength 9 days"),
    ],
)
def test_how_a_card_stands_is_said_in_words(changes: dict[str, object], words: str) -> None:
    """New, due, overdue and set aside are told apart."""
    card = replace(pages_shown.question().cards[0], **changes)  # type: ignore[arg-type]  # fields
    assert standing(card, pages_shown.TUESDAY) == words


@pytest.mark.parametrize("part", ["questions", "flagged", "aside", "spellings"])
def test_a_deck_page_scrolls_once_with_its_steps_in_view(deck: DeckPage, part: str) -> None:
    """At 900 by 600 the list has no scroll bar of its own, and the steps stand at the foot."""
    deck.resize(804, 600)
    deck.show_deck(pages_shown.deck(questions=pages_shown.questions(40)))
    deck.show_part(part)
    QApplication.processEvents()
    assert deck.list.verticalScrollBar().maximum() == 0
    steps = [b for b in deck._steps.findChildren(Button) if b.isVisible()]
    assert bool(steps) == (part != "questions")
    assert all(b.visibleRegion().boundingRect() == b.rect() for b in steps)


def test_the_page_follows_the_chosen_question(qtbot: QtBot, deck: DeckPage) -> None:
    """Down, Page Down and End keep the chosen line in sight, a page at a time."""
    deck.resize(804, 600)
    deck.show_deck(pages_shown.deck(questions=pages_shown.questions(60)))
    QApplication.processEvents()
    rows = [deck.list.currentIndex().row()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        qtbot.keyClick(deck.list, key)
        QApplication.processEvents()
        rows.append(deck.list.currentIndex().row())
        rect = deck.list.visualRect(deck.list.currentIndex())
        top = deck.list.viewport().mapTo(deck.viewport(), rect.topLeft()).y()
        assert 0 <= top <= deck.viewport().height() - rect.height()
    assert rows[:2] == [0, 1]
    assert 3 < rows[2] < 30
    assert rows[3] == 59


def test_a_flashcard_reads_without_its_markup(deck: DeckPage) -> None:
    """A line shows the words of Markdown, and an opened question renders it."""
    first = replace(
        pages_shown.questions()[0],
        kind=Kind.FLASHCARD,
        prompt="When is a country *landlocked*?",
        answer="With **no coast**, 2 * 3 = 6",
    )
    deck.show_deck(pages_shown.deck(questions=(first,)))
    assert lines(deck.list) == ["When is a country landlocked?\nWith no coast, 2 * 3 = 6"]
    deck.show_question(
        pages_shown.question(prompt=first.prompt, answer=first.answer, markdown=True)
    )
    views = deck.panel.findChildren(MarkdownView)
    assert [view.words().strip() for view in views] == [
        "When is a country landlocked?",
        "With no coast, 2 * 3 = 6",
    ]


def test_library_does_not_scroll_in_the_smallest_window(library: LibraryPage) -> None:
    """At 900 by 600 only the list scrolls, and the steps of the chosen deck are seen."""
    library.resize(804, 600)
    QApplication.processEvents()
    assert library.verticalScrollBar().maximum() == 0


def test_who_comes_from_elsewhere_starts_at_the_questions(deck: DeckPage) -> None:
    """A question that was left open does not stand in the way the next time."""
    deck.resize(804, 600)
    deck.show_part("aside")
    deck.show_question(pages_shown.question())
    deck.begin_at_top()
    QApplication.processEvents()
    assert deck.list.isVisible()
    assert len(lines(deck.list)) == len(pages_shown.QUESTIONS)
    assert deck.verticalScrollBar().value() == 0


def test_a_message_covers_no_step_of_a_deck(qtbot: QtBot, library: LibraryPage) -> None:
    """Also where the steps are made anew while it is said."""
    library.resize(804, 600)
    QApplication.processEvents()
    toast = Toast(library.theme, library)
    toast.say("Out of the plan. What you learned of it is kept.")
    library.show_lines([pages_shown.deck_line(begun=False)])

    def clear() -> None:
        steps = [b for b in library._foot.findChildren(Button) if b.isVisible()]
        assert {"begin", "open", "read"} <= {b.objectName() for b in steps}
        places = [QRect(b.mapTo(library, QPoint(0, 0)), b.size()) for b in steps]
        assert not any(toast.geometry().intersects(place) for place in places)

    qtbot.waitUntil(clear)

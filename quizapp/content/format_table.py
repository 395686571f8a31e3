"""Format 1 in one table: every key of a deck file, its type, its meaning, an example.

What the validator knows, the schema for text editors and the reference in the help all come from
here, so that none of them can differ from the others.
"""

from __future__ import annotations

from quizapp.content.format_key import Holds, Key
from quizapp.content.format_kinds import KINDS

__all__ = ["COMMON", "DECK", "EVIDENCE", "EXAMPLES", "KINDS", "SOURCE", "TOP"]

TOP = (
    Key("format", Holds.FORMAT, "The format that the file is written in.", "format = 1", True),
    Key("deck", Holds.BLOCK, "The head of the deck, once.", "[deck]", True),
    Key("source", Holds.BLOCKS, "A text that questions rest on; any number.", "[[source]]"),
    Key("question", Holds.BLOCKS, "A question; any number.", "[[question]]"),
)

DECK = (
    Key(
        "id",
        Holds.ID,
        "Names the deck for good, also when its file or title changes. No two of your decks may"
        " have the same.",
        'id = "kosovo-nato"',
        True,
    ),
    Key(
        "title",
        Holds.TEXT,
        "What the deck is called on screen.",
        'title = "Kosovo asks to join NATO"',
        True,
    ),
    Key(
        "language",
        Holds.LANGUAGE,
        "The language of its questions and answers. Some of the checks are for English alone.",
        'language = "en"',
        default='"en"',
    ),
    Key(
        "description",
        Holds.TEXT,
        "What the deck is about, in a sentence or two.",
        'description = "Who asks, who decides, and why it takes years."',
    ),
    Key("authors", Holds.TEXTS, "Who wrote it.", 'authors = ["A. Teacher"]'),
    Key(
        "license",
        Holds.TEXT,
        "What others may do with it, best by a known short name.",
        'license = "CC-BY-4.0"',
    ),
)

SOURCE = (
    Key("id", Holds.ID, "The name by which evidence calls this source.", 'id = "letter"', True),
    Key(
        "title",
        Holds.TEXT,
        "Its title, shown under the sentence after an answer.",
        'title = "Kosovo writes to Washington"',
        True,
    ),
    Key("publisher", Holds.TEXT, "Who published it.", 'publisher = "A newspaper"'),
    Key("published", Holds.DATE, "When it was published.", 'published = "2022-03"'),
    Key("url", Holds.ADDRESS, "Where it can be read.", 'url = "https://example.org/letter"'),
    Key(
        "file",
        Holds.FILE,
        "Its text, in the deck's folder or below it. With it every quote is checked, and the"
        " sentences around a quote can be shown.",
        'file = "kosovo-nato/letter.md"',
    ),
    Key(
        "sha256",
        Holds.SHA256,
        "The fingerprint of that text, so that a change of it is noticed.",
        f'sha256 = "{"0123456789abcdef" * 4}"',
    ),
)

EVIDENCE = (
    Key("source", Holds.ID, "The id of a source of this deck.", 'source = "letter"', True),
    Key(
        "quote",
        Holds.TEXT,
        "The sentence, letter by letter as it stands in the source's text, and on one place only.",
        'quote = "Osmani wrote to Biden in March."',
        True,
    ),
)

COMMON = (
    Key(
        "id",
        Holds.QUESTION_ID,
        "The question's identity: what you learn hangs on it. It is written for you, once; never"
        " change it, and leave it out of a question that you copied.",
        'id = "k7f3q2m4xd"',
        default="written when the deck is begun or saved",
    ),
    Key("kind", Holds.KIND, "What sort of question it is.", 'kind = "short"', default='"short"'),
    Key(
        "hint",
        Holds.TEXT,
        "Shown before the answer when asked for; the answer then counts as hard.",
        'hint = "She was president."',
    ),
    Key(
        "explanation",
        Holds.TEXT,
        "Shown after the answer.",
        'explanation = "A president speaks for the country abroad."',
    ),
    Key("tags", Holds.TEXTS, "Words to find and group questions by.", 'tags = ["people"]'),
    Key(
        "as_of",
        Holds.DATE,
        "When the answer was true. It is shown beside the question where the answer ages.",
        'as_of = "2022-03"',
    ),
    Key(
        "review_by",
        Holds.DAY,
        "After this day the question is listed as due for checking.",
        "review_by = 2027-01-01",
    ),
    Key(
        "attribution",
        Holds.TEXT,
        "Whose claim it is, where it is a claim and not a fact.",
        'attribution = "Vjosa Osmani"',
    ),
    Key(
        "image",
        Holds.FILE,
        "A picture beside the question: PNG, JPEG, GIF, WebP or SVG.",
        'image = "kosovo-nato/letter.jpg"',
    ),
    Key(
        "image_alt",
        Holds.TEXT,
        "The picture in words, for who cannot see it. Required where there is an image.",
        'image_alt = "A signed letter with a seal"',
    ),
    Key(
        "evidence",
        Holds.BLOCK,
        "The sentence that the question rests on. It is shown after the answer. It comes last in"
        " a question, for what follows this line belongs to the evidence.",
        "[question.evidence]",
    ),
)

EXAMPLES: dict[str, str] = {
    key.name: key.example
    for keys in (SOURCE, COMMON, *(part.keys for part in reversed(KINDS)), EVIDENCE, DECK)
    for key in keys
}
"""A line for each key; where several tables have one of its name, the most usual."""

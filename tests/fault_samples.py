"""Decks with one fault each: the text, the fault's code and line, and what its words must hold."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from quizapp.content.deck import Severity

HEAD = 'format = 1\n[deck]\nid = "d"\ntitle = "t"\n'
SHORT = '[[question]]\nprompt = "?"\nanswer = "A"\n'
SOURCE = '[[source]]\nid = "letter"\ntitle = "t"\nfile = "letter.md"\n'
EVIDENCE = '[question.evidence]\nsource = "letter"\nquote = '
LETTER = "She wrote to Biden in March. He read it. He read it.\n"


class Case(NamedTuple):
    """A file's text, and the one fault that it has."""

    code: str
    line: int
    text: str
    says: str
    severity: Severity = Severity.ERROR


def q(kind: str, *lines: str) -> str:
    """A deck with one question, whose lines begin on line 7."""
    return f'{HEAD}[[question]]\nkind = "{kind}"\n' + "".join(f"{line}\n" for line in lines)


def short(*lines: str) -> str:
    """A deck with one short question, whose further lines begin on line 8."""
    return HEAD + SHORT + "".join(f"{line}\n" for line in lines)


def source(*lines: str) -> str:
    """A deck with one source, whose further lines begin on line 8, and a question."""
    more = "".join(f"{line}\n" for line in lines)
    return f'{HEAD}[[source]]\nid = "letter"\ntitle = "t"\n{more}{SHORT}'


def evidence(quote: str) -> str:
    """A deck with a question whose evidence stands on line 14."""
    return f"{HEAD}{SOURCE}{SHORT}{EVIDENCE}{quote}\n"


P = 'prompt = "?"'
WARNING = Severity.WARNING
CASES = [
    # The file as a whole.
    Case("not-utf8", 1, "\udcff", "UTF-8"),
    Case("empty", 0, "", "format = 1"),
    Case("empty", 0, "\ufeff \n", "format = 1"),
    Case("not-toml", 1, "id = Osmani", "in quotes"),
    Case("not-toml", 2, 'a = 1\nid = "a "b""', '\\"'),
    Case("not-toml", 1, 'id = "a\nb = 1', "closed"),
    Case("not-toml", 1, 'id = "a\\ b"', "\\\\"),
    Case("not-toml", 2, "a = 1\na = 2\n", "twice"),
    Case("not-toml", 3, "[deck]\n\n[deck]\n", "twice"),
    Case("not-toml", 1, "a = [1", "]"),
    Case("not-toml", 1, "a\n", "key = value"),
    Case("not-toml", 1, "[[question]\n", "[[question]]"),
    Case("not-toml", 1, "a = 2022-02-30\n", "no such date"),
    Case("not-toml-limit", 0, "a = " + "[" * 5000, "Take that part out"),
    Case("not-toml-limit", 0, "a = " + "9" * 5000, "Take that part out"),
    Case("not-a-deck", 0, "name = 1", "[[question]]"),
    Case("format-newer", 1, "format = 2\n[deck]", "newer Quizapp"),
    Case("format-wrong", 2, '[deck]\nformat = "1"\n'.replace("[deck]\n", "\n"), "format = 1"),
    Case("format-wrong", 1, "format = true", "format = 1"),
    Case("format-wrong", 1, "format = 1.0", "format = 1"),
    # The deck and its blocks.
    Case("format-missing", 1, (HEAD + SHORT).replace("format = 1", ""), "first line"),
    Case("deck-missing", 1, "format = 1\n" + SHORT, "[deck]"),
    Case("deck-shape", 2, "format = 1\ndeck = 'd'\n" + SHORT, "[deck]"),
    Case("blocks-wanted", 5, HEAD + "[question]\n" + P, "[[question]]"),
    Case("blocks-wanted", 1, "question = [{}]\n" + HEAD, "[[question]]"),
    Case("blocks-wanted", 1, "source = 5\n" + HEAD + SHORT, "[[source]]"),
    Case("no-questions", 1, HEAD, "[[question]]", WARNING),
    Case("id-form", 3, (HEAD + SHORT).replace('"d"', '"My Deck"'), "small letters"),
    Case("missing-key", 2, (HEAD + SHORT).replace('title = "t"', ""), 'title = "'),
    Case("language-tag", 5, HEAD + 'language = "english!"\n' + SHORT, '"en"'),
    Case("unknown-key", 5, HEAD + 'autors = ["x"]\n' + SHORT, "authors"),
    Case("unknown-key", 1, "sources = 1\n" + HEAD + SHORT, "source"),
    Case("unknown-key-far", 5, HEAD + "zzz = 1\n" + SHORT, "license"),
    Case("list-wanted", 5, HEAD + 'authors = "x"\n' + SHORT, 'authors = ["x"]'),
    # Sources.
    Case("source-twice", 9, source('[[source]]\nid = "letter"\ntitle = "u"'), "line 6"),
    Case("sha256-shape", 8, source('sha256 = "abc"'), "64 digits"),
    Case("sha256-alone", 8, source(f'sha256 = "{"0" * 64}"'), "file", WARNING),
    Case("url-form", 8, source('url = "example.org"'), "https://"),
    Case("url-form", 8, source('url = "ftp://example.org"'), "https://"),
    Case("url-form", 8, source('url = "http://["'), "https://"),
    Case("url-form", 8, source('url = "https://a b"'), "https://"),
    Case("date-ahead", 8, source('published = "2031"'), "2031", WARNING),
    Case("file-outside", 8, source('file = "../letter.md"'), "beside the deck"),
    Case("file-outside", 8, source('file = "/etc/passwd"'), "beside the deck"),
    Case("file-outside", 8, source('file = "C:\\\\letter.md"'), "beside the deck"),
    Case("file-outside", 8, source('file = "a\\u0000b"'), "beside the deck"),
    Case("file-outside", 8, source('file = "."'), "beside the deck"),
    Case("file-outside", 8, source('file = "leaves.md"'), "beside the deck"),
    Case("file-missing", 8, source('file = "gone.md"'), "gone.md"),
    Case("file-missing", 8, source('file = "letter.md/x"'), "letter.md/x"),
    Case("file-is-folder", 8, source('file = "folder"'), "folder"),
    Case("file-link-loop", 8, source('file = "loop"'), "back to itself"),
    Case("file-not-a-file", 8, source('file = "pipe"'), "pipe"),
    Case("file-too-large", 8, source('file = "huge"'), "32 MB"),
    Case("file-unreadable", 8, source(f'file = "{"x" * 300}"'), "permissions"),
    Case("file-not-utf8", 8, source('file = "latin.md"'), "line 2"),
    Case(
        "text-changed",
        9,
        source('file = "letter.md"', f'sha256 = "{"0" * 64}"'),
        hashlib.sha256(LETTER.encode()).hexdigest(),
        WARNING,
    ),
    # Images.
    Case("file-outside", 8, short('image = "../a.png"', 'image_alt = "a"'), "beside the deck"),
    Case("file-missing", 8, short('image = "a.png"', 'image_alt = "a"'), "a.png"),
    Case("not-an-image", 8, short('image = "letter.md"', 'image_alt = "a"'), "PNG"),
    Case("missing-key", 5, short('image = "good.png"'), "image_alt"),
    Case("image-alt-alone", 8, short('image_alt = "a"'), "image ="),
    # Keys and types.
    Case("unknown-key", 8, short('explanaton = "a"'), "explanation"),
    Case("unknown-key-far", 8, short("qqqq = 1"), "explanation"),
    Case("key-of-other-kind", 8, short('pairs = [["a", "b"]]'), "match"),
    Case("key-of-other-kind", 9, q("number", P, "answer = 1", 'wrong = ["2"]'), "short"),
    Case("missing-key", 5, HEAD + '[[question]]\nprompt = "?"\n', "answer = "),
    Case("missing-key", 5, HEAD + '[[question]]\nanswer = "?"\n', "prompt = "),
    Case("missing-key", 5, q("choice", P, 'answer = "a"'), "wrong = ["),
    Case("empty-text", 6, HEAD + '[[question]]\nprompt = "  "\nanswer = "a"\n', "quotes"),
    Case("empty-optional", 8, short('hint = ""'), "leave it out", WARNING),
    Case("empty-item", 8, short('wrong = ["a", ""]'), "take it out"),
    Case("text-wanted", 8, short('hint = ["a"]'), "without brackets"),
    Case("quotes-wanted", 7, HEAD + "[[question]]\nprompt = '?'\nanswer = 1990\n", '"1990"'),
    Case("quotes-wanted", 8, short("hint = true"), 'hint = "true"'),
    Case("quotes-wanted", 8, short("hint = 2008-02-17"), 'hint = "2008-02-17"'),
    Case("quotes-wanted", 8, short("hint = nan"), '"NaN"'),
    Case("list-wanted", 8, short('wrong = "a"'), 'wrong = ["a"]'),
    Case("list-wanted", 8, short("tags = 5"), 'tags = ["'),
    Case("item-text-wanted", 8, short('tags = [["a"]]'), "no brackets within"),
    Case("item-quotes-wanted", 8, short('wrong = ["a", 1990]'), '"1990"'),
    Case("flag-wanted", 8, q("true-false", P, 'answer = "yes"'), "answer = true"),
    Case("flag-wanted", 9, q("flashcard", P, 'answer = "a"', "both_ways = 1"), "both_ways = true"),
    Case("too-few", 8, q("order", P, 'answers = ["a"]'), "2 at least"),
    Case("too-few", 9, q("choice", P, 'answer = "a"', "wrong = []"), "1 at least"),
    Case("repeated-item", 8, q("order", P, 'answers = ["a", "b", "a "]'), "“a ”"),
    Case("repeated-item", 8, short('wrong = ["a", "a"]'), "twice"),
    Case("repeated-item", 8, short('tags = ["a", "a"]'), "twice", WARNING),
    Case("repeated-item", 8, short('accept = ["a", "a"]'), "twice", WARNING),
    # Dates.
    Case("date-shape", 8, short('as_of = "March 2022"'), '"2008-02"'),
    Case("date-shape", 8, short("as_of = 2008-02-17T10:00:00"), '"2008-02"'),
    Case("date-shape", 8, short("as_of = true"), '"2008-02"'),
    Case("quotes-wanted", 8, short("as_of = 2022"), 'as_of = "2022"'),
    Case("no-such-date", 8, short('as_of = "2022-13"'), "2022-13"),
    Case("no-such-date", 8, short('as_of = "2022-02-30"'), "2022-02-30"),
    Case("no-such-date", 8, short('as_of = "0000"'), "0000"),
    Case("date-ahead", 8, short('as_of = "2031-02"'), "2031-02", WARNING),
    Case("day-wanted", 8, short('review_by = "2027-01"'), "2027-01-01"),
    Case("day-wanted", 8, short("review_by = 2027"), "2027-01-01"),
    Case("review-due", 8, short("review_by = 2020-01-01"), "2020-01-01", WARNING),
    Case("unknown-precision", 9, q("date", P, 'answer = "2008"', 'precision = "yr"'), '"month"'),
    Case("precision-finer", 9, q("date", P, 'answer = "2008"', 'precision = "day"'), "2008"),
    Case("missing-key", 5, q("date", P), 'answer = "2008-02-17"'),
    # Questions.
    Case("question-id-form", 8, short('id = "short"'), "a new id is written"),
    Case("empty-text", 8, short('id = ""'), "quotes"),
    Case("quotes-wanted", 8, short("id = 7"), "quotes"),
    Case("unknown-kind", 6, q("shrt", P, 'answer = "a"'), "short"),
    Case("unknown-kind-far", 6, q("zzz", P, 'answer = "a"'), "true-false"),
    Case("wrong-is-right", 8, short('wrong = ["A", "B"]'), "“A”"),
    Case("wrong-is-right", 9, q("multi", P, 'answers = ["a"]', 'wrong = ["a"]'), "“a”"),
    Case("wrong-is-accepted", 8, short('accept = ["B"]', 'wrong = ["B", "C"]'), "“B”"),
    Case("unknown-form", 8, short('forms = ["typed"]'), "“type”"),
    Case("forms-choose", 9, short('wrong = ["B"]', 'forms = ["choose"]'), "two wrong"),
    Case("missing-key", 5, q("true-false", P, "answer = false"), "correction = "),
    Case("empty-text", 9, q("true-false", P, "answer = false", 'correction = ""'), "correction"),
    Case("number-quoted", 8, q("number", P, 'answer = "3,770"'), "answer = 3770"),
    Case("number-wanted", 8, q("number", P, "answer = true"), "answer = 3770"),
    Case("missing-key", 5, q("number", P), "answer = 3770"),
    Case("number-finite", 8, q("number", P, "answer = nan"), "nan"),
    Case("number-finite", 8, q("number", P, "answer = -inf"), "-inf"),
    Case("number-finite", 8, q("number", P, "answer = 1e99999999999999999999"), "inf"),
    Case("number-range", 8, q("number", P, "answer = 1e200"), "100 digits"),
    Case("tolerance-shape", 9, q("number", P, "answer = 1", 'tolerance = "5"'), '"5%"'),
    Case("tolerance-shape", 9, q("number", P, "answer = 1", "tolerance = true"), '"5%"'),
    Case("number-finite", 9, q("number", P, "answer = 1", "tolerance = inf"), "infinity"),
    Case("tolerance-negative", 9, q("number", P, "answer = 1", "tolerance = -1"), "minus"),
    Case("tolerance-percent", 9, q("number", P, "answer = 1", 'tolerance = "101%"'), "100 %"),
    Case("need-wanted", 9, q("list", P, 'answers = ["a", "b"]', "need = true"), "need = 2"),
    Case("need-range", 9, q("list", P, 'answers = ["a", "b"]', "need = 3"), "1 to 2"),
    Case("need-range", 9, q("list", P, 'answers = ["a", "b"]', "need = 0"), "1 to 2"),
    Case("pair-shape", 8, q("match", P, 'pairs = [["a", "b"], ["c"], ["d", "e"]]'), '["'),
    Case("pair-shape", 8, q("match", P, 'pairs = ["a", ["b", "c"]]'), '"a" is no pair'),
    Case("too-few", 8, q("match", P, 'pairs = [["a", "b"]]'), "2 at least"),
    Case("repeated-item", 8, q("match", P, 'pairs = [["a", "b"], ["a", "c"]]'), "“a”"),
    Case("repeated-item", 8, q("match", P, 'pairs = [["a", "b"], ["c", "b"]]'), "“b”"),
    Case(
        "item-quotes-wanted", 8, q("match", P, 'pairs = [["a", 1], ["c", "b"], ["d", "e"]]'), "1"
    ),
    Case("accept-plain", 8, short('accept = [["Osmani", "A"]]'), 'accept = ["Osmani"]'),
    Case(
        "accept-pair",
        9,
        q("list", P, 'answers = ["Kosovo"]', 'accept = ["Kosova"]'),
        'accept = [["Kosova", "Kosovo"]]',
    ),
    Case("accept-pair", 9, q("list", P, 'answers = ["a"]', 'accept = [["b"]]'), '"a"'),
    Case("accept-pair", 8, q("cloze", 'text = "{{a}}"', 'accept = ["b"]'), '[["b", "a"]]'),
    Case("accept-target", 8, q("cloze", 'text = "{{abc}}"', 'accept = [["b", "abd"]]'), "“abc”"),
    Case("accept-target", 8, q("cloze", 'text = "{{abc}}"', 'accept = [["b", "z"]]'), "“abc”"),
    Case(
        "accept-is-answer",
        9,
        q("list", P, 'answers = ["a", "b"]', 'accept = [["a", "b"]]'),
        "answer of its own",
    ),
    Case("gap-none", 7, q("cloze", 'text = "Serbia"'), "{{Serbia}}"),
    Case("gap-empty", 7, q("cloze", 'text = "a {{}}"'), "{{}}"),
    Case("gap-empty", 7, q("cloze", 'text = "a {{year: }}"'), "{{year: }}"),
    Case("gap-braces", 7, q("cloze", 'text = "a {{b}} {{c"'), "}}"),
    Case("gap-braces", 7, q("cloze", 'text = "a b}} {{c}}"'), "}}"),
    Case("gap-braces", 7, q("cloze", 'text = "a {{b {{c}} }}"'), "within another"),
    Case("gap-label", 7, q("cloze", 'text = "{{Year:2008}}"'), "{{name:Year:2008}}"),
    Case("gap-label", 7, q("cloze", 'text = "{{an-id:2008}}"'), "underscore"),
    Case("gap-label-twice", 7, q("cloze", 'text = "{{a:b}} {{a:c}}"'), "“a”"),
    Case("missing-key", 5, q("cloze"), "{{Serbia}}"),
    # Evidence.
    Case("evidence-shape", 8, short('evidence = "letter"'), "[question.evidence]"),
    Case("missing-key", 12, evidence("").replace("quote = ", ""), "quote = "),
    Case("unknown-key", 15, evidence('"to Biden"\nqoute = "x"'), "“quote”"),
    Case(
        "unknown-source", 13, evidence('"x"').replace('= "letter"\nq', '= "leter"\nq'), "“letter”"
    ),
    Case("unknown-source-far", 13, evidence('"x"').replace('= "letter"\nq', '= "zzz"\nq'), "zzz"),
    Case("quote-near", 14, evidence('"She wrote to Biden in April."'), "in March."),
    Case("quote-not-found", 14, evidence('"Zzzzzzz qqqqqqq zzzzzz"'), "Copy the sentence"),
    Case("quote-twice", 14, evidence('"He read it."'), "lines 1 and 1"),
]

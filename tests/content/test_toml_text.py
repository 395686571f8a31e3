"""Where blocks and keys stand in a TOML text, checked against tomllib."""

from __future__ import annotations

import tomllib
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.content.toml_text import (
    Outline,
    blocks,
    comments,
    items,
    keys,
    next_header,
    past_line,
)

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | None"


def places(text: str) -> list[tuple[str, int, int]]:
    """Every header and key as (dotted name, line, column)."""
    found = []
    for block in blocks(text):
        if block.name:
            found.append((f"[{'.'.join(block.name)}]", block.line, block.column))
        found += [(".".join(key.path), key.line, key.column) for key in keys(text, block)]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# only a comment", []),
        ("a = 1", [("a", 1, 1)]),
        ("\n  a = 1 # [b]\n\tc=2", [("a", 2, 3), ("c", 3, 2)]),
        ("[deck]\nid = 'x'\n", [("[deck]", 1, 1), ("id", 2, 1)]),
        ("  [[q]] # x\n[q.e]\n", [("[q]", 1, 3), ("[q.e]", 2, 1)]),
        ('a = """\n[b]\nc = 1\n"""\nd = 2', [("a", 1, 1), ("d", 5, 1)]),
        ("a = '''\n[b]\n'''\nd = 2", [("a", 1, 1), ("d", 4, 1)]),
        ('a = """x""""\nb = """y"""""\nc = 1', [("a", 1, 1), ("b", 2, 1), ("c", 3, 1)]),
        ('a = "\\"#[" # "\nb = 1', [("a", 1, 1), ("b", 2, 1)]),
        ('a = [\n  "]", # ]\n  [1, 2],\n]\nb = 1', [("a", 1, 1), ("b", 5, 1)]),
        ('a = [["""x""""], \'\'\'"""\'\'\', [[[]]]]\n[b]', [("a", 1, 1), ("[b]", 2, 1)]),
        ("a = [[[[[1]]]], # x ] \n[]]\nb = 1", [("a", 1, 1), ("b", 3, 1)]),
        (
            "a = { b = 1, c.d = [ { e = 1 } ] }\nf = 2",
            [("a", 1, 1), ("a.b", 1, 7), ("a.c.d", 1, 14), ("f", 2, 1)],
        ),
        ('"a b".c = 1\n"\\u0041".\'é"\' = 2', [("a b.c", 1, 1), ('A.é"', 2, 1)]),
        ('["a.b" . c]\nx = 1979-05-27 07:32:00\n', [("[a.b.c]", 1, 1), ("x", 2, 1)]),
        ("a = 1\r\n[b]\r\nc = '''\r\n'''\r\nd = 1\r\n", None),
        ("é = 1", None),
    ],
)
def test_headers_and_keys_stand_where_they_are_written(
    text: str, expected: list[tuple[str, int, int]] | None
) -> None:
    """Comments, long strings, arrays and inline tables do not mislead the count of lines."""
    if expected is None:
        expected = [("a", 1, 1), ("[b]", 2, 1), ("c", 3, 1), ("d", 5, 1)]
        text = "a = 1\r\n[b]\r\nc = '''\r\n'''\r\nd = 1\r\n"
    tomllib.loads(text)
    assert places(text) == expected


def test_blocks_span_the_whole_text() -> None:
    """Each block ends where the next header's line begins, and the last at the end."""
    text = "a = 1\n# above\n  [b]\nc = 1\n\n[[d]]"
    found = blocks(text)
    assert [text[b.body : b.end] for b in found] == ["a = 1\n# above\n", "c = 1\n\n", ""]
    assert [text[b.start : b.start + 3] for b in found[1:]] == ["[b]", "[[d"]


def test_a_section_finds_keys_below_its_inner_headers() -> None:
    """A path leads to its key, an absent one to the nearest thing around it."""
    text = "[[q]]\nid = 1\n[q.e]\nx = 1\n[[q]]\ne.x = 2\n"
    first, second = Outline(text).sections("q")
    assert first.place(("e", "x")) == (4, 1)
    assert first.place(("e", "gone")) == (3, 1)
    assert first.place(("gone",)) == (1, 1)
    assert second.place(("e", "x")) == (6, 1)
    assert second.line == 5


def test_what_is_in_no_array_is_one_section() -> None:
    """Paths of the plain part are counted from the top, in every way of writing them."""
    text = "format = 1\ndeck.id = 1\n[[q]]\nformat = 2\n[deck.more]\nx = 1\n"
    plain = Outline(text).plain
    assert plain.place(("deck", "id")) == (2, 1)
    assert plain.place(("deck", "more", "x")) == (6, 1)
    assert plain.place(("nowhere",)) == (1, 1)


# A grammar of hostile but valid TOML. Bare names are unique by number, so nothing is said twice.

_spaces = st.sampled_from(["", " ", "\t", "  "])
_newline = st.sampled_from(["\n", "\r\n"])
_comments = st.sampled_from(["", "# x", '#"""', "# [a]", "# '", "#]", "# é = 1", "#\\"])
_in_string = st.lists(
    st.sampled_from(
        ["#", "[", "]", "{", "}", "=", ",", "'", '\\"', "\\\\", "\\u00e9", "é", " ", "x", "[[a]]"]
    ),
    max_size=5,
).map("".join)
_in_long = st.lists(
    st.sampled_from(['"', '""', "\n", "\r\n", "\\\n  ", "[a]", "b = 1", "#", "'''", "é", '\\"']),
    max_size=5,
).map("".join)
_basic = _in_string.map('"{}"'.format)
_literal = _in_string.map(lambda s: "'" + s.replace("'", "") + "'")
_long_basic = _in_long.map(lambda s: '"""' + s.replace('""', '"x').replace('""', '"x') + 'x"""')
_long_tail = st.sampled_from(['"""x""""', '"""y"""""', '""""""', "'''x''''", "'''''''", "''''''"])
_long_literal = _in_long.map(lambda s: "'''" + s.replace("'''", "''x") + "'''")
_bare = st.sampled_from(["1", "-0.5e3", "true", "1979-05-27 07:32:00", "2027-01-01", "inf"])
_scalars = st.one_of(_basic, _literal, _long_basic, _long_tail, _long_literal, _bare)


@st.composite
def _names(draw: st.DrawFn) -> str:
    """A key of one part, unlike any other."""
    count = draw(st.shared(st.just([0]).map(list), key="count"))
    count[0] += 1
    form = draw(st.sampled_from(["k{}", '"k {}"', "'k.{}'", '"k\\"{}"', '"\\u00e9{}"', "k-{}_"]))
    return form.format(count[0])


@st.composite
def _arrays(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    items = draw(st.lists(inner, max_size=3))
    gap = st.builds("{}{}{}".format, _spaces, _comments, _newline) | _spaces
    pieces = [draw(gap)]
    for item in items:
        pieces += [item, draw(gap), ",", draw(gap)]
    return "[" + "".join(pieces) + "]"


@st.composite
def _tables(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    pairs = [
        f"{draw(_dotted())}{draw(_spaces)}={draw(_spaces)}{draw(inner)}{draw(_spaces)}"
        for _ in range(draw(st.integers(0, 3)))
    ]
    return "{" + ",".join(pairs) + draw(_spaces) + "}"


@st.composite
def _dotted(draw: st.DrawFn) -> str:
    names = [draw(_names()) for _ in range(draw(st.integers(1, 3)))]
    return f"{draw(_spaces)}.{draw(_spaces)}".join(names)


_values = st.recursive(_scalars, lambda inner: _arrays(inner) | _tables(inner), max_leaves=6)


@st.composite
def _documents(draw: st.DrawFn) -> str:
    lines: list[str] = []
    count = draw(st.shared(st.just([0]).map(list), key="count"))
    count[0] = 0
    arrays: list[str] = []
    for _ in range(draw(st.integers(0, 8))):
        what = draw(st.sampled_from(["key", "key", "key", "blank", "table", "array", "again"]))
        match what:
            case "key":
                core = f"{draw(_dotted())}{draw(_spaces)}={draw(_spaces)}{draw(_values)}"
            case "table":
                core = f"[{draw(_spaces)}{draw(_dotted())}{draw(_spaces)}]"
            case "array":
                arrays.append(draw(_dotted()))
                core = f"[[{draw(_spaces)}{arrays[-1]}{draw(_spaces)}]]"
            case "again" if arrays:
                core = f"[[{arrays[-1]}]]"
            case _:
                core = ""
        lines.append(draw(_spaces) + core + draw(_spaces) + draw(_comments))
        lines.append(draw(_newline))
    return "".join(lines[: len(lines) - draw(st.integers(0, 1))])


def _of_tomllib(value: object) -> Tree:
    match value:
        case dict():
            return {key: _of_tomllib(item) for key, item in value.items()}
        case _:
            return None


def _merge(tree: dict[str, Tree], path: tuple[str, ...]) -> dict[str, Tree]:
    """Walk down a path, making what is missing."""
    for part in path:
        inner = tree.setdefault(part, {})
        if inner is None:
            inner = tree[part] = {}
        assert isinstance(inner, dict)
        tree = inner
    return tree


def _ours(text: str) -> list[dict[str, Tree]]:
    """The keys of each block, as a tree."""
    found = []
    for block in blocks(text):
        tree: dict[str, Tree] = {}
        for key in keys(text, block):
            empty = text[key.value] == "{"
            _merge(tree, key.path[:-1]).setdefault(key.path[-1], {} if empty else None)
        found.append(tree)
    return found


def _theirs(text: str) -> list[dict[str, Tree]]:
    """The keys of each block as tomllib reads it, cut at the block's ends that we found."""
    found = []
    for block in blocks(text):
        tree = _of_tomllib(tomllib.loads(text[block.body : block.end]))
        assert isinstance(tree, dict)
        found.append(tree)
    return found


def _order(tree: Tree) -> object:
    if isinstance(tree, dict):
        return [(key, _order(inner)) for key, inner in tree.items()]
    return None


@settings(max_examples=400)
@given(text=_documents())
def test_keys_and_headers_are_those_of_tomllib(text: str) -> None:
    """Blocks follow one another without a gap, and hold the keys that tomllib finds in order."""
    whole = tomllib.loads(text)
    assert [_order(tree) for tree in _ours(text)] == [_order(tree) for tree in _theirs(text)]
    end = 0
    for block in blocks(text):
        assert text[end : block.start].strip(" \t") == ""
        end = block.end
        inner: object = whole
        for part in block.name:
            inner = inner[part] if isinstance(inner, dict) else None
            inner = inner[-1] if isinstance(inner, list) else inner
        assert isinstance(inner, dict)
    assert end == len(text)


@settings(max_examples=400)
@given(text=_documents())
def test_lines_and_columns_point_at_what_is_written(text: str) -> None:
    """At each line and column stands the bracket or the key itself, and a value follows it."""
    lines = text.split("\n")
    for block in blocks(text):
        if block.name:
            assert lines[block.line - 1][block.column - 1] == "["
            assert text.count("\n", 0, block.start) + 1 == block.line
        for key in keys(text, block):
            assert text[key.start :].startswith(lines[key.line - 1][key.column - 1 :].rstrip("\r"))
            name = text[key.start : key.value].rstrip(" \t").removesuffix("=")
            value = text[key.value : key.end]
            assert tomllib.loads(f"{name} = {value}")


@settings(max_examples=150)
@given(text=_documents())
def test_items_of_a_list_are_those_of_tomllib(text: str) -> None:
    """Each item's text is its value, in order, whatever comments and lines stand between."""
    for block in blocks(text):
        for key in keys(text, block):
            if text[key.value] != "[":
                continue
            whole = tomllib.loads(f"v = {text[key.value : key.end]}")["v"]
            found = [text[start:end] for start, end in items(text, key.value)]
            assert [repr(tomllib.loads(f"v = {item}")["v"]) for item in found] == [
                repr(item) for item in whole
            ]


@settings(max_examples=100)
@given(text=_documents())
def test_statements_end_where_the_next_header_or_line_starts(text: str) -> None:
    """From any statement on, the next header's line is that of the next block."""
    found = blocks(text)
    for block in found:
        assert next_header(text, block.body) == block.end
        last = max((key.end for key in keys(text, block)), default=block.body)
        rest = text[past_line(text, last) : block.end] if last > block.body else ""
        assert all(not line.strip() or line.lstrip()[0] == "#" for line in rest.splitlines())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a = 1 # one\r\n# two", ["# one", "# two"]),
        ("a = '#' # one", ["# one"]),
        ('a = """\n# no\n""" # one', ["# one"]),
        ("a = [ # one\n '# no', # two\n # three\n]", ["# one", "# two", "# three"]),
        ("[a] # ['", ["# ['"]),
    ],
)
def test_comments_are_told_from_what_is_quoted(text: str, expected: list[str]) -> None:
    """A number sign within a string starts no comment."""
    assert comments(text, 0, len(text)) == expected

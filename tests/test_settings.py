"""Settings: what is kept, what falls back, and what is set aside."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.settings import Settings, load, written


def test_a_new_home_has_the_defaults(tmp_path: Path) -> None:
    """Where no file is, every preference has the value a new student starts from."""
    assert load(tmp_path / "settings.toml").settings == Settings()


@given(
    st.builds(
        Settings,
        new_per_day=st.integers(0, 999),
        minutes_per_day=st.integers(1, 600),
        retention=st.floats(0.70, 0.97),
        text_size=st.integers(80, 200),
        scheme=st.sampled_from(["system", "light", "dark"]),
        deck_folders=st.lists(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
        ).map(tuple),
        daily_backup=st.booleans(),
    )
)
def test_what_is_saved_is_read_back(settings: Settings) -> None:
    """Every setting survives being written, folders with odd names too."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "settings.toml")
        path.write_text(written(settings), encoding="utf-8", newline="")
        read = load(path)
        assert (read.settings, read.refused, read.set_aside) == (settings, (), None)


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("new_per_day = -1", "new_per_day"),
        ("new_per_day = 1000", "new_per_day"),
        ("new_per_day = 2.5", "new_per_day"),
        ('new_per_day = "ten"', "new_per_day"),
        ("new_per_day = true", "new_per_day"),
        ("minutes_per_day = 0", "minutes_per_day"),
        ("minutes_per_day = inf", "minutes_per_day"),
        ("retention = 1.0", "retention"),
        ("retention = nan", "retention"),
        ("text_size = 20", "text_size"),
        ('scheme = "sepia"', "scheme"),
        ("deck_folders = [1]", "deck_folders"),
        ('deck_folders = ["/a\\u0000b"]', "deck_folders"),
        ("daily_backup = 1", "daily_backup"),
    ],
)
def test_a_value_out_of_range_falls_back_alone(tmp_path: Path, line: str, refused: str) -> None:
    """One bad value costs no other setting."""
    path = tmp_path / "settings.toml"
    other = "minutes_per_day = 7" if refused != "minutes_per_day" else "new_per_day = 7"
    path.write_text(f"{line}\n{other}\nunknown_to_us = 1\n")
    read = load(path)
    assert read.refused == (refused,)
    assert getattr(read.settings, refused) == getattr(Settings(), refused)
    assert 7 in (read.settings.minutes_per_day, read.settings.new_per_day)


@pytest.mark.parametrize(
    "damage",
    [
        b"new_per_day = = 3",
        b"\xff\xfe\x00",
        b"[",
        b"a\x00b",
        b"a = " + b"[" * 100_000,
        b"a = " + b"9" * 5_000,
    ],
    ids=["toml", "encoding", "open", "nul", "nested", "digits"],
)
def test_a_damaged_file_is_set_aside_and_named(tmp_path: Path, damage: bytes) -> None:
    """A file that cannot be read is kept under another name, each time a new one."""
    path = tmp_path / "settings.toml"
    for expected in ("settings.toml.damaged", "settings.toml.damaged-2"):
        path.write_bytes(damage)
        read = load(path)
        assert read.settings == Settings()
        assert read.set_aside == tmp_path / expected
        assert read.set_aside.read_bytes() == damage
        assert not path.exists()

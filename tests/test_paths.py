"""Where files live."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp import paths


def test_the_named_folder_goes_before_the_environment(tmp_path: Path) -> None:
    """--home wins over QUIZAPP_HOME, which wins over the platform's folder."""
    env = {"QUIZAPP_HOME": str(tmp_path / "env")}
    assert paths.home(tmp_path / "named", env).root == tmp_path / "named"
    assert paths.home(None, env).root == tmp_path / "env"
    assert paths.home(None, {}).root.name == "quizapp"


@pytest.mark.parametrize("env", [{}, {"QUIZAPP_HOME": "~nosuchuser-here/x"}])
def test_the_home_of_nobody_is_a_failure_of_its_own(env: dict[str, str]) -> None:
    """However it was named, the error tells the name."""
    override = None if env else Path("~nosuchuser-here/x")
    with pytest.raises(paths.NoSuchUserError) as refused:
        paths.home(override, env)
    assert refused.value.path == Path("~nosuchuser-here/x")


def test_a_home_is_named_even_where_the_current_folder_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is raised before something is opened there."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    here.rmdir()
    assert paths.home(Path("x"), {}).root == Path("x")


def test_everything_of_a_user_lies_below_the_home(tmp_path: Path) -> None:
    """Moving one folder moves all data."""
    home = paths.Home(tmp_path)
    places = [home.database, home.decks, home.backups, home.log, home.settings, home.window]
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert len(set(places)) == len(places)


def test_a_checkout_reads_its_own_decks() -> None:
    """Beside pyproject.toml the checkout's decks are read, never a copy in site-packages."""
    root = Path(__file__).resolve().parent.parent
    assert paths.bundled_decks() == root / "decks"
    assert paths.articles() == root / "resources" / "articles"

"""What was made of files is kept until the next run, and is what it would be if it were made anew."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from kb.load import kept as module
from kb.load.corpus import load
from kb.load.kept import Kept, kept
from rule_examples import TODAY, small_corpus


@pytest.fixture(autouse=True)
def place(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test alone, and not in the repository."""
    folder = tmp_path_factory.mktemp("cache") / "kept"
    monkeypatch.setenv(module.SETTING, str(folder))
    return folder


@pytest.fixture(autouse=True)
def another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is at hand: each run is as if it were a process of its own."""
    monkeypatch.setattr(module, "_AT_HAND", Forgetful())


class Forgetful(dict[object, dict[bytes, object]]):
    """Holds nothing."""

    def setdefault(self, key: object, default: object = None) -> dict[bytes, object]:
        """Something new each time."""
        return {}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with something of every kind."""
    for path, data in small_corpus().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


@pytest.fixture
def counted() -> tuple[Callable[[str], list[str]], list[str]]:
    """A function that notes what it is called with."""
    calls: list[str] = []

    def letters(text: str) -> list[str]:
        calls.append(text)
        return list(text)

    return letters, calls


def ask(root: Path, make: Callable[[str], list[str]], *texts: str) -> list[list[str]]:
    """One run in which a function is asked for some texts."""
    with kept(root) as held:
        return [held.made(make, text, of=(text,)) for text in texts]


def test_what_was_made_is_not_made_again(tmp_path: Path, counted: tuple[Callable[[str], list[str]], list[str]]) -> None:
    letters, calls = counted
    assert ask(tmp_path, letters, "one", "two") == [list("one"), list("two")]
    assert ask(tmp_path, letters, "one", "three") == [list("one"), list("three")]
    assert calls == ["one", "two", "three"]


def test_what_one_run_did_not_ask_for_is_forgotten(
    tmp_path: Path, counted: tuple[Callable[[str], list[str]], list[str]]
) -> None:
    letters, calls = counted
    for text in ("one", "two", "one"):
        ask(tmp_path, letters, text)
    assert calls == ["one", "two", "one"]


def test_other_code_takes_nothing_over(
    tmp_path: Path, counted: tuple[Callable[[str], list[str]], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    letters, calls = counted
    ask(tmp_path, letters, "one")
    monkeypatch.setattr(module, "_code", lambda: b"other")
    ask(tmp_path, letters, "one")
    assert calls == ["one", "one"]


@pytest.mark.parametrize("data", [b"", b"\x80", pickle.dumps(7), pickle.dumps(("", {}))])
def test_a_file_that_cannot_be_read_is_made_anew(
    data: bytes, tmp_path: Path, place: Path, counted: tuple[Callable[[str], list[str]], list[str]]
) -> None:
    letters, calls = counted
    ask(tmp_path, letters, "one")
    (file,) = place.iterdir()
    file.write_bytes(data)
    assert ask(tmp_path, letters, "one") == ask(tmp_path, letters, "one") == [list("one")]
    assert calls == ["one", "one"]


def test_where_nothing_can_be_kept_everything_is_made_anew(
    tmp_path: Path, place: Path, counted: tuple[Callable[[str], list[str]], list[str]]
) -> None:
    letters, calls = counted
    place.write_text("a file, where a folder should be")
    ask(tmp_path, letters, "one")
    ask(tmp_path, letters, "one")
    assert calls == ["one", "one"]
    assert place.is_file()


def test_it_can_be_turned_off(
    tmp_path: Path,
    place: Path,
    counted: tuple[Callable[[str], list[str]], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letters, calls = counted
    monkeypatch.setenv(module.SETTING, "off")
    ask(tmp_path, letters, "one")
    assert ask(tmp_path, letters, "one") == [list("one")]
    assert calls == ["one", "one"]
    assert not place.exists()
    assert Kept().made(letters, "two", of=("two",)) == list("two")


def test_what_nobody_uses_any_more_is_removed(
    tmp_path: Path, place: Path, counted: tuple[Callable[[str], list[str]], list[str]]
) -> None:
    letters, _ = counted
    ask(tmp_path / "a", letters, "one")
    (old,) = place.iterdir()
    long_ago = time.time() - module.LASTS - 1
    os.utime(old, (long_ago, long_ago))
    ask(tmp_path / "b", letters, "one")
    assert old not in place.iterdir()
    assert len([*place.iterdir()]) == 1


def test_only_its_owner_can_read_it(
    tmp_path: Path, place: Path, counted: tuple[Callable[[str], list[str]], list[str]]
) -> None:
    ask(tmp_path, counted[0], "one")
    if os.name == "posix":
        assert place.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="files have no such owners there")
def test_what_others_may_have_written_is_not_read(
    tmp_path: Path, place: Path, counted: tuple[Callable[[str], list[str]], list[str]]
) -> None:
    letters, calls = counted
    ask(tmp_path, letters, "one")
    (file,) = place.iterdir()
    file.chmod(0o666)
    ask(tmp_path, letters, "one")
    assert calls == ["one", "one"]


def test_nothing_is_kept_within_the_repository(
    tmp_path: Path, counted: tuple[Callable[[str], list[str]], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    letters, calls = counted
    monkeypatch.setenv(module.SETTING, str(tmp_path / "docs"))
    ask(tmp_path, letters, "one")
    ask(tmp_path, letters, "one")
    assert calls == ["one", "one"]
    assert not (tmp_path / "docs").exists()


def test_the_corpus_is_the_same_as_if_it_were_read_anew(repository: Path) -> None:
    anew, kept_then = load(repository, TODAY), load(repository, TODAY)
    for name in ("pages", "manuals"):
        each = zip(getattr(anew, name), getattr(kept_then, name), strict=True)
        assert [one.path for one, other in each if one is other or asdict(one) != asdict(other)] == []
    for name in ("entities", "sources"):
        first, second = getattr(anew, name), getattr(kept_then, name)
        assert [*first] == [*second]
        assert [id for id in first if first[id] is second[id] or asdict(first[id]) != asdict(second[id])] == []


def test_within_one_process_it_is_the_very_same(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_AT_HAND", {})
    first, second = load(repository, TODAY), load(repository, TODAY)
    assert all(one is other for one, other in zip(first.pages, second.pages, strict=True))
    assert all(first.entities[id] is other for id, other in second.entities.items())


def test_a_change_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "page.md"
    page.parent.mkdir()
    for words in ("One.", "Two.", "One."):
        page.write_text(f"# Title\n\n{words}\n")
        (read,) = load(tmp_path, TODAY).pages
        assert read.blocks[1].sentences[0].text == words

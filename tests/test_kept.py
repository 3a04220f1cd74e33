"""Pages are read once for builds of the very same files, and anew wherever anything is another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import kept
import shelf

FILES = {
    "scripts/reader.py": "read()",
    "docs/conf.py": "project = 'x'",
    "docs/topic/page.md": "# Page",
    "docs/facts/league.yaml": "id: league",
    "refs.bib": "@misc{a}",
    "requirements/docs.txt": "sphinx==9",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def work(root: Path) -> Path:
    return root / "build" / ".work"


def read(got: kept.Kept, settled: bool = True) -> Path:
    """Read all pages into a folder, as a build does."""
    (got.folder / "page.doctree").write_text("as it was read")
    if settled:
        got.settle()
    return got.folder / "page.doctree"


def test_the_second_build_of_the_same_files_reads_nothing(root: Path, work: Path) -> None:
    page = read(kept.whole(root, work))

    assert page.exists()
    assert kept.whole(root, work).folder == page.parent
    assert page.exists()


@pytest.mark.parametrize("path", FILES)
def test_where_a_file_is_another_all_is_read_anew(root: Path, work: Path, path: str) -> None:
    page = read(kept.whole(root, work))
    (root / path).write_text("something else", "utf-8")
    kept.whole(root, work)

    assert not page.exists()


def test_a_file_that_comes_or_goes_counts_too(root: Path, work: Path) -> None:
    page = read(kept.whole(root, work))
    (root / "docs" / "topic" / "page.md").rename(root / "docs" / "topic" / "moved.md")
    kept.whole(root, work)

    assert not page.exists()


@pytest.mark.parametrize(("name", "same"), [("KB_SITE_URL", False), ("SOURCE_DATE_EPOCH", False), ("KB_PDFS", True)])
def test_settings_count_that_pages_are_read_by(
    root: Path, work: Path, monkeypatch: pytest.MonkeyPatch, name: str, same: bool
) -> None:
    monkeypatch.delenv(name, raising=False)
    page = read(kept.whole(root, work))
    monkeypatch.setenv(name, "1")
    kept.whole(root, work)

    assert same == page.exists()


def test_what_a_failed_build_has_read_is_taken_by_no_whole_one(root: Path, work: Path) -> None:
    page = read(kept.whole(root, work), settled=False)
    kept.whole(root, work)

    assert not page.exists()


def test_nor_is_what_a_build_of_a_part_has_brought_up_to_date(root: Path, work: Path) -> None:
    page = read(kept.whole(root, work))
    kept.begun(root, work)
    kept.whole(root, work)

    assert not page.exists()


def test_a_build_of_a_part_goes_on_from_other_content(root: Path, work: Path) -> None:
    page = read(kept.whole(root, work))
    (root / "docs/topic/page.md").write_text("# Another", "utf-8")

    assert page.parent == kept.begun(root, work).folder
    assert page.exists()


def test_but_not_from_other_code(root: Path, work: Path) -> None:
    page = read(kept.whole(root, work))
    (root / "scripts/reader.py").write_text("read(more)", "utf-8")

    assert page.parent != kept.begun(root, work).folder
    assert not page.parent.exists()


@pytest.mark.parametrize("begin", [kept.whole, kept.begun])
def test_a_folder_that_is_a_link_is_refused(root: Path, work: Path, begin: Callable[..., kept.Kept]) -> None:
    folder = begin(root, work).folder
    shelf.remove(folder)
    (root / "elsewhere").mkdir()
    folder.symlink_to(root / "elsewhere")

    with pytest.raises(shelf.Refused, match="is a link"):
        begin(root, work)

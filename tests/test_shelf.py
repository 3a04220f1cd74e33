"""What was last built whole stays readable, and nothing stale stays beside it."""

from pathlib import Path

import pytest

import shelf


@pytest.fixture
def built(tmp_path: Path) -> Path:
    files = {"index.html": "new", "facts/treaty.html": "treaty", ".doctrees/index.doctree": "x"}
    return fill(tmp_path / "built", files)


def fill(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def read(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text() for file in folder.rglob("*") if file.is_file()}


def test_an_empty_shelf_receives_all_but_the_offcuts(built: Path, tmp_path: Path) -> None:
    counts = shelf.place(built, tmp_path / "html")

    assert read(tmp_path / "html") == {"index.html": "new", "facts/treaty.html": "treaty"}
    assert counts == (2, 0)


def test_only_what_differs_is_written_and_what_is_stale_leaves_with_its_folder(built: Path, tmp_path: Path) -> None:
    html = fill(tmp_path / "html", {"index.html": "old", "facts/treaty.html": "treaty", "gone/page.html": "gone"})
    before = (html / "facts/treaty.html").stat().st_mtime_ns

    counts = shelf.place(built, html)

    assert read(html) == {"index.html": "new", "facts/treaty.html": "treaty"}
    assert counts == (1, 1)
    assert (html / "facts/treaty.html").stat().st_mtime_ns == before
    assert not (html / "gone").exists()


def test_a_folder_that_became_a_file_and_the_reverse_change_places(tmp_path: Path) -> None:
    built = fill(tmp_path / "built", {"a": "file", "b/c": "file"})
    html = fill(tmp_path / "html", {"a/c": "file", "b": "file"})

    shelf.place(built, html)

    assert read(html) == {"a": "file", "b/c": "file"}


def test_a_shelf_of_pdfs_takes_nothing_else(tmp_path: Path) -> None:
    built = fill(tmp_path / "built", {"book.pdf": "pdf", "book.typ": "source"})

    shelf.place(built, tmp_path / "pdf", ".pdf")

    assert read(tmp_path / "pdf") == {"book.pdf": "pdf"}


def test_a_shelf_says_what_stands_on_it(built: Path, tmp_path: Path) -> None:
    shelf.place(built, tmp_path / "html")
    fill(tmp_path / "pdf", {"book.pdf": "x" * 2000})

    assert shelf.describe(tmp_path / "html") == [
        f"{tmp_path / 'html'}: 2 pages, begin at {tmp_path / 'html' / 'index.html'}"
    ]
    assert shelf.describe(tmp_path / "pdf") == [
        f"{tmp_path / 'pdf'}: 1 to print",
        f"  {tmp_path / 'pdf' / 'book.pdf'} (2 kB)",
    ]
    assert shelf.describe(tmp_path / "nothing") == []

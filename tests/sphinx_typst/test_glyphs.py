"""The checker's list of letters is what the fonts hold, and what they do not hold is told at its line."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.export.printed import NOT_PRINTED
from kb.load.letters import LISTED, unprintable
from sphinx_typst.glyphs import TRIED, held, load, missing, ranges

ROOT = Path(__file__).parent.parent.parent
Build = Callable[..., str]
Reading = Callable[[Path], str]


def listed() -> list[int]:
    """The code points of the list."""
    ends = ([int(end, 16) for end in line.split("-")] for line in LISTED.read_text("ascii").split())
    return [point for found in ends for point in range(found[0], found[-1] + 1)]


def test_the_list_is_what_the_fonts_hold() -> None:
    """Tried are all letters of the list and what stands near them: to try every letter takes ten seconds."""
    near = {point + step for point in listed() for step in range(-64, 65)} & set(TRIED)
    found = ranges(held(load(), sorted(near)))

    assert LISTED.read_text("ascii").split() == found, (
        "run `python -m sphinx_typst.glyphs > scripts/kb/load/letters.txt`"
    )


def test_the_list_tells_letters_apart() -> None:
    assert ["習慣", "🎉"] == unprintable().findall("habit, 習慣, Лига, Հայաստան, საქართველო, ἔθος 🎉\t\r\n")


@pytest.mark.parametrize("mark", ["\u0301", "\u0306", "\u0308"])
@pytest.mark.parametrize("letter", "aбИաაᲐα")
def test_a_letter_and_its_mark_can_be_shown_together(letter: str, mark: str) -> None:
    assert set() == missing([letter + mark], load())


def test_the_checker_passes_over_the_pages_that_the_book_leaves_out() -> None:
    documents = runpy.run_path(str(ROOT / "docs" / "conf.py"))["typst_documents"]
    left_out = {f"docs/{pattern.removesuffix('*')}" for pattern in documents[-1][2]["exclude"]} - {"docs/briefs/"}

    assert left_out == set(NOT_PRINTED)


def test_a_missing_letter_is_told_at_its_line_and_all_is_built(
    tmp_path: Path, build_project: Build, text: Reading
) -> None:
    page = "---\nseries: 慣\nanswer: Fine.\n---\n\n# Second 習\n\nSome habit.\n\nThen 習慣 🎉, and `習`.\n"
    warnings = build_project(tmp_path / "source", tmp_path / "out", **{"second.md": page})
    told = [line.partition("source/")[2] for line in warnings.splitlines() if "brief" not in line]

    assert [
        "second.md:6: WARNING: no font holds '習' (U+7FD2); � stands in the PDF [typst.letter]",
        (
            "second.md:10: WARNING: no font holds '習' (U+7FD2), '慣' (U+6163), '🎉' (U+1F389); � stands in the PDF"
            " [typst.letter]"
        ),
        "second.md:10: WARNING: no font holds '習' (U+7FD2); � stands in the PDF [typst.letter]",
    ] == told[:3]
    assert "Then �� �, and �." in text(tmp_path / "out" / "two.pdf")
    assert {"one.pdf", "two.pdf", "whole.pdf"} == {file.name for file in (tmp_path / "out").glob("*.pdf")}

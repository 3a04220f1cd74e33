"""Tables on paper: words stay whole where they have room, and short tables on one page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdf

Build = Callable[..., str]
WORDS = ("insurgents", "helicopters", "equipment", "September", "secretary", "aggression")
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
HEAD = "# Second\n\n| One | Two | Three | Four | Five |\n|---|---|---|---|---|\n"
ROW = "| " + " | ".join([" ".join(WORDS)] * 5) + " |\n"


def lines(path: Path) -> list[str]:
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(path).pages).splitlines()


def test_no_word_of_a_narrow_column_is_parted_that_fits_it(tmp_path: Path, build_project: Build) -> None:
    build_project(tmp_path / "source", tmp_path / "out", **{"second.md": HEAD + ROW})
    printed = " ".join(lines(tmp_path / "out" / "two.pdf"))

    assert dict.fromkeys(WORDS, 5) == {word: printed.count(word) for word in WORDS}


def test_a_word_that_fits_no_column_is_parted_and_not_lost(tmp_path: Path, build_project: Build) -> None:
    warnings = build_project(tmp_path / "source", tmp_path / "out", **{"second.md": HEAD + ROW.replace(WORDS[0], LONG)})
    printed = "".join("".join(line.rstrip("-\u2010\u00ad") for line in lines(tmp_path / "out" / "two.pdf")).split())

    assert "" == warnings
    assert LONG not in " ".join(lines(tmp_path / "out" / "two.pdf"))
    assert LONG[-6:] in printed


def test_a_table_of_a_few_rows_stays_on_one_page(tmp_path: Path, build_project: Build) -> None:
    rows = "".join(f"| row {n} | b | c | d | e |\n" for n in range(1, 8))
    before = "\n\n".join(["A paragraph."] * 34)
    build_project(tmp_path / "source", tmp_path / "out", **{"second.md": f"# Second\n\n{before}\n\n{HEAD[9:]}{rows}"})
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "out" / "two.pdf").pages]

    assert [7] == [count for count in (sheet.count("row ") for sheet in sheets) if count]

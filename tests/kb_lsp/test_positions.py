"""A place is told as the editor counts it, whatever letters stand before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from kb.core.mark import Mark
from kb_bench.editor import Editor
from kb_lsp.place import path_of
from kb_lsp.positions import Units, lines_of

PAGE = "docs/topic/league.md"
WIDTH = {"utf-8": lambda text: len(text.encode()), "utf-16": lambda text: len(text.encode("utf-16-le")) // 2}
BEFORE = "Лига 𝔏𝔦𝔤𝔞 (Лига) was founded on "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@given(line=st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=20), data=st.data())
def test_every_place_in_a_line_is_found_again(encoding: str, line: str, data: st.DataObject) -> None:
    units, column = Units(encoding), data.draw(st.integers(1, len(line) + 1))
    lines = ["", line]

    assert (2, column) == units.place(lines, units.position(lines, 2, column))


def test_a_place_within_a_letter_is_before_it_and_one_beyond_the_text_at_its_end() -> None:
    units = Units("utf-16")

    assert (1, 1) == units.place(["𝔏x"], Position(0, 1))
    assert (1, 3) == units.place(["𝔏x"], Position(0, 99))
    assert (1, 3) == units.place(["𝔏x"], Position(7, 0))


def test_only_cr_and_lf_end_a_line() -> None:
    assert ["a\x0bb\x85c\u2028d", "e", "f", ""] == lines_of("a\x0bb\x85c\u2028d\r\ne\rf\n")


def test_a_mark_is_shown_as_its_word_and_a_whole_file_as_its_first_line() -> None:
    lines = ["на 3 July 1990", "x"]
    word, whole = (Units("utf-16").token(lines, mark) for mark in (Mark("a", 1, 6), Mark("a")))

    assert (5, 9) == (word.start.character, word.end.character)
    assert (0, 14) == (whole.start.character, whole.end.character)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_finding_behind_cyrillic_and_rare_letters_stands_where_the_editor_has_it(
    repository: Path, encoding: str
) -> None:
    with Editor(repository, encoding) as editor:
        text = editor.open(PAGE)
        line = f"{BEFORE}4 July 1990 {{cite:p}}`League2006history{{¶ 1}}`."
        editor.change(PAGE, f"{text}{line}\n")
        found = [each for each in editor.settled(PAGE) if each["code"] == "prose-disagrees"]

    assert encoding == editor.answered["capabilities"]["positionEncoding"]
    assert [(len(text.splitlines()), WIDTH[encoding](BEFORE))] == [
        (each["range"]["start"]["line"], each["range"]["start"]["character"]) for each in found
    ]


def test_what_lies_outside_of_the_content_is_none_of_our_business(repository: Path) -> None:
    (repository / "docs" / "topic" / "away.md").symlink_to("/etc/passwd")
    outside = ["/etc/passwd", "scripts/kb/run/runner.py", "docs/conf.py", "docs/../../x.md", "docs/topic/away.md"]

    assert PAGE == path_of(repository, (repository / PAGE).as_uri())
    assert [None] * 5 == [path_of(repository, f"file://{repository / path}") for path in outside]
    assert None is path_of(repository, f"http://example.org{repository / PAGE}")

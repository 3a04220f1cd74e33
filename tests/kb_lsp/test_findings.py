"""Findings come while somebody writes, before anything is saved, and go when it is mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kb_bench.editor import Editor

PAGE = "docs/topic/league.md"
ENTITY = "docs/facts/league.yaml"
WRONG = "The Harbour Treaty was signed on 4 June 1990 {cite:p}`Harbour1990treaty{preamble}`.\n"


def told(findings: list[Any]) -> list[tuple[str, int, int]]:
    """Rule, line and severity of each, as an editor counts them."""
    return [(each["code"], each["range"]["start"]["line"], each["severity"]) for each in findings]


def test_an_unsaved_slip_is_found_and_its_mending_too(editor: Editor) -> None:
    text = editor.open(PAGE)
    before = editor.settled(PAGE)
    editor.change(PAGE, text + WRONG)
    wrong = editor.settled(PAGE)
    editor.change(PAGE, text)
    after = editor.settled(PAGE)

    assert [] == told(before) == told(after)
    assert [("prose-disagrees", len(text.splitlines()), 1)] == told(wrong)


def test_an_unsaved_statement_speaks_against_a_page_that_is_not_open(editor: Editor, repository: Path) -> None:
    text = editor.open(ENTITY)
    editor.settled(ENTITY)
    editor.change(ENTITY, text.replace("1994-02-01", "1994-02-02").replace("1 February 1994", "2 February 1994"))
    found = editor.settled(PAGE)

    assert ["prose-disagrees"] == [each["code"] for each in found]
    assert text == (repository / ENTITY).read_text("utf-8")

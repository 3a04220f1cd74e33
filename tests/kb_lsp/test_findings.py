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


def test_a_finding_names_its_rule_its_page_what_to_do_and_the_other_side(repository: Path, editor: Editor) -> None:
    text = editor.open(PAGE)
    editor.change(PAGE, text.replace("1 February 1994", "1 February 1995"))
    (found,) = editor.settled(PAGE)
    (other,) = found["relatedInformation"]

    assert "1995-02-01 is not what Gazette1994corvia says at ¶ 1" in found["message"]
    assert "compare both with the cited place" in found["message"]
    assert (repository / ENTITY).as_uri() == other["location"]["uri"]
    assert "kb" == found["source"]


def test_a_file_that_cannot_be_read_is_said_to_be_at_once(editor: Editor) -> None:
    text = editor.open(ENTITY)
    editor.settled(ENTITY)
    editor.change(ENTITY, text.replace("kind: organisation", "kind: [organisation"))
    (found,) = editor.findings(ENTITY)

    assert ("unreadable", 1) == (found["code"], found["severity"])


def test_what_is_changed_on_the_disk_counts_when_the_editor_says_so(editor: Editor, repository: Path) -> None:
    editor.open(ENTITY)
    editor.settled(ENTITY)
    before = editor.told.get(editor.uri(PAGE), [])
    page = repository / PAGE
    page.write_text(page.read_text("utf-8") + WRONG.replace("4 June", "5 June"), "utf-8")
    editor.notify("workspace/didChangeWatchedFiles", {"changes": []})
    found = editor.settled(PAGE)

    assert [] == before
    assert ["prose-disagrees"] == [each["code"] for each in found]


def test_a_document_from_elsewhere_is_not_looked_at(editor: Editor) -> None:
    editor.open("../elsewhere.md", "In 2017 nothing happened.\n")
    editor.open(PAGE)
    editor.settled(PAGE)
    asked = {"textDocument": editor.document("../elsewhere.md"), "position": {"line": 0, "character": 4}}

    assert None is editor.request("textDocument/hover", asked)
    assert editor.uri("../elsewhere.md") not in editor.told

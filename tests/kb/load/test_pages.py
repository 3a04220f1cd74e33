"""Pages: every character a reader sees knows where it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.model import Page
from kb.load.pages import page

PATH = "docs/topic/page.md"


def read(text: str) -> Page:
    return page(PATH, text.encode())


def test_one_line_is_one_sentence_and_every_character_is_placed() -> None:
    text = "# Title\n\nSigned in *Tashkent* in 1992 {cite:p}`A{¶ 1}`.\nSecond [x](https://a.b/1992) of `code` 1993.\n"
    lines = text.split("\n")
    found = [sentence for block in read(text).blocks for sentence in block.sentences]

    assert ["Title", "Signed in Tashkent in 1992.", "Second x of code 1993."] == [s.text for s in found]
    for sentence in found:
        assert all(
            lines[line - 1][column - 1] == char
            for char, (line, column) in zip(sentence.text, sentence.places, strict=True)
        )


def test_citations_carry_key_locator_and_place() -> None:
    cited = read("A {cite:p}`{see}One{Art. 4},Two{¶ 2}` and {cite:t}`Three`.\n").blocks[0].sentences[0].citations

    assert [("One", "Art. 4", 17), ("Two", "¶ 2", 29), ("Three", "", 52)] == [
        (c.key, c.locator, c.mark.column) for c in cited
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("| a | b |\n|---|---|\n| 1992 | x |\n", ["header-row", "row"]),
        (
            "```{list-table} Caption\n:header-rows: 1\n\n* - A\n  - B\n* - 1\n  - 2\n```\n",
            ["caption", "header-row", "row"],
        ),
        (":::{note}\nHello.\n:::\n", ["admonition"]),
        ("> Quoted.\n", ["quote"]),
        ("- one\n- two\n", ["item", "item"]),
        ("A.[^1]\n\n[^1]: Note.\n", ["paragraph", "footnote"]),
        ("```{glossary}\nCSTO\n  An organisation.\n```\n", ["term", "paragraph"]),
        ("---\nanswer: |\n  Six states.\n---\n\nText.\n", ["front-matter", "paragraph"]),
    ],
)
def test_blocks_by_kind(text: str, kinds: list[str]) -> None:
    assert kinds == [block.kind for block in read(text).blocks]


@pytest.mark.parametrize(
    "text",
    [
        "<div>x</div>\n",
        "a <b>x</b>\n",
        "[x](javascript:alert(1))\n",
        "<javascript:alert>\n",
        "[x]\n\n[x]: data:text/html,x\n",
        "```{raw} html\nx\n```\n",
        "```{include} ../x.md\n```\n",
        ":::{eval-rst}\nx\n:::\n",
        "{raw}`x`\n",
    ],
)
def test_what_could_inject_is_a_finding_with_its_place(text: str) -> None:
    faults = read(f"# Title\n\n{text}").faults

    assert faults
    assert {"raw-markup"} == {fault.rule for fault in faults}
    assert all(fault.mark.path == PATH and fault.help for fault in faults)


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_text_whatever_raises(text: str) -> None:
    for block in read(text).blocks:
        for sentence in block.sentences:
            assert len(sentence.text) == len(sentence.places)


def test_pages_that_tell_of_ourselves_are_not_vouched_for() -> None:
    assert not page("docs/about/method.md", b"x\n").vouched
    assert page("docs/index.md", b"x\n").vouched


@pytest.mark.parametrize(("headings", "lines"), [(200, []), (201, [401]), (999, [401])])
def test_a_page_of_more_headings_than_any_reader_needs_is_refused(headings: int, lines: list[int]) -> None:
    found = read("# The League\n\n" + "## Habit\n\n" * (headings - 1))

    assert lines == [fault.mark.line for fault in found.faults if "headings" in fault.text]

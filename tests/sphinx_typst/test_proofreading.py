"""A PDF that is spoilt makes the build fail: each kind of fault is planted, and told with its sheet, page and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from sphinx_typst.glyphs import load
from sphinx_typst.keeping import Keeping
from sphinx_typst.meant import Meant
from sphinx_typst.printed import Room
from sphinx_typst.proofreading import proofread

Build = Callable[..., str]
GONE = "second.md:5: WARNING: two.pdf: 2 words are not printed: 'odd words' [typst.lost]"
PLANTED = {
    "beyond the right margin": (
        ("#box(width: 620pt, align(right)[", "])"),
        "second.md:5: WARNING: two.pdf, page 1: text stands 132 pt beyond the margin: 'odd words' [typst.outside]",
    ),
    "below the paper": (
        ("#place(top, dy: 900pt)[", "]"),
        "second.md:5: WARNING: two.pdf, page 1: text stands 155 pt beyond the margin: 'odd words' [typst.outside]",
    ),
    "one over another": (
        ("#box(width: 0pt)[", "]"),
        (
            "second.md:5: WARNING: two.pdf, page 1: one text is printed over another: 'odd and others.' and"
            " 'odd and' [typst.overlap]"
        ),
    ),
    "hidden": (("#hide[", "]"), GONE),
    "left out": (("#if false [", "]"), GONE),
    "a place parted": (
        ("#linebreak()3 #[", "]"),
        "second.md:5: WARNING: two.pdf, page 1: the end of a line parts '¶ | 3' [typst.torn]",
    ),
}
PAGE = "# Second\n\nFine.\n\nIn ¶ {odd}`odd words` and others.\n"


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_fails_the_build(tmp_path: Path, build_project: Build, fault: str) -> None:
    (before, after), told = PLANTED[fault]
    boxes = (Path(__file__).parent / "project" / "boxes.py").read_text("utf-8")
    boxes = boxes.replace("#emph[", before).replace('self.put("]")', f'self.put("{after}")')
    settings = 'typst_documents = [("second", "two", {})]\nsuppress_warnings += ["toc.not_included"]'
    changed = {"second.md": PAGE, "boxes.py": boxes, "cards.md": "# Cards", "sink.rst": "Sink\n===="}
    warnings = build_project(tmp_path / "source", tmp_path / "out", settings, **changed)

    assert [told] == [line.rpartition("/source/")[2] for line in warnings.splitlines()]


HEAD = """
#set document(title: "x")
#set page(width: 300pt, height: 200pt, margin: (left: 60pt, right: 30pt, y: 40pt), footer: [1#h(1fr)foot of it])
#set text(font: "Source Serif 4", size: 10pt)
"""
ROOM = Room(60, 30, 40, 40)
SOUND = {
    "a column of lines": "One\\ two\\ three",
    "a sign above": "Word#super[1] and x#sub[2]",
    "stress": "Никола\u0301й",
    "the foot": "Text #pagebreak() Text",
    "a line that is full": "#set par(justify: true)\n" + "word " * 60,
    "the other side of a leaf": "#pad(left: -30pt, right: 30pt)[Text of a left page]",
    "two columns": "#grid(columns: 2, [Left], [Right])",
    "struck": "#strike[Gone] #underline[under]",
    "a bar of text": "#table(columns: 2, [a], [b])",
}
SPOILT = {
    "too far left": ("#pad(left: -40pt)[Text]", ["outside"]),
    "on the foot": ("#place(bottom, dy: 35pt)[Text beside]", ["outside"]),
    "a cell over another": ("#table(columns: (20pt, 40pt), [Averylongword], [another])", ["overlap"]),
    "lines over lines": ("#set par(leading: -8pt)\nfirst line \\ second line", ["overlap"]),
    "a day": ("On 3 \\ May", ["torn"]),
    "a place": ("In Art. \\ 4", ["torn"]),
    "a line that begins with a place": ("[1, \\ ¶ 4]", ["torn"]),
}


def kinds(tmp_path: Path, body: str, *meant: str) -> list[str]:
    """The kinds of faults of a small PDF."""
    source, made = tmp_path / "x.typ", tmp_path / "x.pdf"
    source.write_text(HEAD + body, "utf-8")
    typst.compile(str(source), output=str(made), font_paths=load(), ignore_system_fonts=True)
    return [fault.kind for fault in proofread(made, ROOM, Keeping("en"), [Meant(text, "a.md:1") for text in meant])]


@pytest.mark.parametrize("what", SOUND)
def test_what_is_sound_passes(tmp_path: Path, what: str) -> None:
    assert [] == kinds(tmp_path, SOUND[what])


def test_a_text_may_end_in_a_word_that_leads_to_a_number(tmp_path: Path) -> None:
    body = "See abstract, last s. \\ 9 Another source"

    assert [] == kinds(tmp_path, body, "See abstract, last s.", "Another source")
    assert ["torn"] == kinds(tmp_path, body, "See abstract, last s.", "9 Another source")
    assert ["torn"] == kinds(tmp_path, body, "See abstract, last s. 9 Another source")


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_spoilt_is_told(tmp_path: Path, what: str) -> None:
    body, expected = SPOILT[what]

    assert expected == kinds(tmp_path, body)


def test_a_word_that_goes_on_over_a_page_is_found(tmp_path: Path) -> None:
    body = "First #v(95pt) #set text(hyphenate: false)\norgani-#pagebreak()sation"

    assert [] == kinds(tmp_path, body, "First organisation")
    assert ["lost"] == kinds(tmp_path, body, "First organisation, second")

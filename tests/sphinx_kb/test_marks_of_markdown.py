"""Whatever figures are looked for in a page, Markdown reads it as it would without them."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from sphinx_kb.figures import Vouched
from sphinx_kb.marks import KIND, Marks

EXTENSIONS = {"attrs_block", "attrs_inline", "colon_fence", "deflist", "fieldlist"}
PIECES = (
    *("1990", "3 June 1990", "20%", "1,000", "7", "12-A", "word", "Ж", "'", '"', " ", " ", "  ", "\n", "\n", "\n\n"),
    *("*", "**", "_", "`", "``", "\n```", "```{note} ", "```{figure} a.png\n:alt: ", ":::", "\n:::{admonition} "),
    *("[", "](", "]: ", "][", ")", "<", ">", "https://x.example/1990", "![", "[^1]", "[^1]: ", "^", "~~", "~"),
    *("# ", "- ", "1. ", "1990. ", "> ", "    ", "\t", "|", "\n|---|---|\n", "---", "===", ":1990: ", ": ", "{.c}"),
    *("{cite:p}`a1990{¶ 3}`", "{#x1990}", "\\", "\\*", "&nbsp;", "&#49;", "&amp;", "&", "<b>", "%", "$", "+", "(a)=\n"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def parser() -> MarkdownIt:
    """Reads Markdown as the site does."""
    made = create_md_parser(MdParserConfig(enable_extensions=EXTENSIONS), lambda _: RendererHTML())
    made.disable(["html_block", "html_inline"], True)
    return made


def read(text: str, *places: tuple[int, int, int]) -> list[Token]:
    """The page as Markdown reads it where figures stand at these lines, from one column to another."""
    made, lines = parser(), text.split("\n")
    figures = [Vouched(line + 1, a, b, unescape(lines[line][a:b]), "statement", "a#b") for line, a, b in places]
    Marks(text, figures).use(made)
    return made.parse(text)


def figures(tokens: list[Token]) -> list[str]:
    """The words of the figures that were found."""
    return [each.content for token in tokens for each in token.children or [] if each.type == KIND]


def plain(tokens: list[Token]) -> list[dict[str, object]]:
    """The tokens, with figures as the words they are."""
    return [token.as_dict(children=False) | {"children": list(_plain(token.children or []))} for token in tokens]


def _plain(tokens: list[Token]) -> Iterator[dict[str, object]]:
    words = ""
    for token in tokens:
        if token.type in ("text", KIND):
            words += token.content
            continue
        yield from [{"words": words}] * bool(words)
        words = ""
        yield token.as_dict()
    yield from [{"words": words}] * bool(words)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, int]]]:
    """A text, and places in it that do not overlap."""
    text = draw(TEXTS)
    places = []
    for row, line in enumerate(text.split("\n")):
        ends = sorted(draw(st.sets(st.integers(0, len(line)), max_size=6)))
        places += [(row, a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
    return text, places


@given(marked())
def test_a_page_is_read_as_it_would_be_without_figures(given_: tuple[str, list[tuple[int, int, int]]]) -> None:
    text, places = given_

    assert plain(parser().parse(text)) == plain(read(text, *places))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Signed on ⟨3 June 1990⟩, in force in ⟨1991⟩.", ["3 June 1990", "1991"]),
        ("- Signed\n  on ⟨3 June 1990⟩,\n> then ⟨1991⟩", ["3 June 1990", "1991"]),
        ("| a | b |\n|---|---|\n| 1990 | ⟨1990⟩ |", ["1990"]),
        ("**⟨3 June⟩** 1990", ["3 June"]),
        ("Text.[^1]\n\n[^1]: In ⟨1990⟩.", ["1990"]),
        ("⟨3&nbsp;June⟩", ["3\u00a0June"]),
        ("[in ⟨1990⟩](https://x.example/)", ["1990"]),
        ("[in](https://x.example/⟨1990⟩)", []),
        ("`⟨1990⟩` and {cite:p}`a⟨1990⟩b`", []),
        ("*3* ⟨*June* 1990⟩", []),
        ("```{figure} ⟨1990⟩.png\n```", []),
        ("[^⟨1990⟩]\n\n[^1990]: Note.", []),
    ],
)
def test_a_figure_is_found_where_its_words_are_words(text: str, found: list[str]) -> None:
    places, clean = [], []
    for row, line in enumerate(text.split("\n")):
        while "⟨" in line:
            start, end = line.index("⟨"), line.index("⟩") - 1
            line = line.replace("⟨", "", 1).replace("⟩", "", 1)
            places.append((row, start, end))
        clean.append(line)

    assert found == figures(read("\n".join(clean), *places))

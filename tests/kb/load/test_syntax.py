"""The checker's parser makes of a page the tokens that MyST makes of it, under the configuration of the site."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.options import options_to_items
from myst_parser.slugs import github_slugify, unique_slug

from kb.load.anchors import DEEPEST
from kb.load.markup import CAPTION, DIRECTIVES, WORDS
from kb.load.pages import page
from kb.load.syntax import PARSER

ROOT = Path(__file__).parents[3]
CONF = runpy.run_path(str(ROOT / "docs" / "conf.py"))
PAGES = sorted((ROOT / "docs").rglob("*.md"))
CONSTRUCTS = [
    ":field: a text\n:other: more\n",
    "A.[^1]\n\n[^1]: Note\n    more\n\nB.\n",
    ":::note\nhidden\n:::\n",
    ":::{note}\n:class: x\n\nText\n:::\n",
    "::::{grid} 1\n:::{grid-item-card} A\n:::\n::::\n",
    "- a\n  :::{note}\n  x\n  :::\n",
    "> ```{note}\n> x\n> ```\n",
    "{#id .class key=val}\n# Heading\n",
    "[a]{.own #x} ![b](c.png){width=3} [c](d.md){.e} `f`{.g}\n",
    "A.[^x]{.y}\n",
    "(target)=\n# H\n",
    '% comment\n\n+++ {"a": 1}\n',
    "<div>\n*a*\n</div>\n\n<!-- b -->\n",
    "a <b>c</b> &amp; \\* d\\\ne  \nf\n",
    "Term\n: Meaning\n\n  more\n",
    "[a]: b.md 'title'\n\n[a] [a][] [x][a] <https://a.example/1>\n",
    '$a$ $$b$$ {{c}} ~~d~~ "e" -- (c)\n',
    "- [ ] a\n",
    "> [!NOTE]\n> b\n",
    "---\na: b\n...\nText\n",
    "\n---\na: b\n---\n",
    "```{role}(x)\n```\n",
    "~~~{note}\nx\n~~~\n",
    "    code\n\n***\n",
    "| a | b |\n|---|:-:|\n| {doc}`x \\| y` | z |\n",
    "{a}`b`{c}`d` {e}``f`g`` \\{h}`i`\n",
]


def theirs() -> MarkdownIt:
    """MyST's own parser."""
    config = MdParserConfig(
        enable_extensions=set(CONF["myst_enable_extensions"]),
        disable_syntax=CONF["myst_disable_syntax"],
        heading_anchors=CONF["myst_heading_anchors"],
    )
    parser = create_md_parser(config, RendererHTML)
    parser.validateLink = lambda url: True  # what they leave as text, we refuse
    return parser


THEIRS = theirs()


def told(tokens: list[Token]) -> Iterator[tuple[object, ...]]:
    """What a token is; text that was escaped is one with the text beside it."""
    text = ""
    for token in tokens:
        if token.type in ("text", "text_special"):
            text += token.content
            continue
        if text:
            yield "text", text
            text = ""
        content = token.content if token.type != "inline" else ""
        yield token.type, content, token.info, dict(token.attrs), token.map, tuple(told(token.children or []))
    if text:
        yield "text", text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_every_page_is_the_same_to_both(path: Path) -> None:
    text = path.read_text("utf-8")

    assert list(told(PARSER.parse(text))) == list(told(THEIRS.parse(text)))


@pytest.mark.parametrize("text", CONSTRUCTS)
def test_every_construct_is_the_same_to_both(text: str) -> None:
    assert list(told(PARSER.parse(text))) == list(told(THEIRS.parse(text)))


@given(st.lists(st.sampled_from([*CONSTRUCTS, *"\n `:{}[]()*_#>-|~^<=%+$\\!\t1a"]), max_size=12).map("".join))
def test_whatever_is_put_together_is_the_same_to_both(text: str) -> None:
    assert list(told(PARSER.parse(text))) == list(told(THEIRS.parse(text)))


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_an_option_that_fits_is_read_by_myst_as_it_was_typed(value: str) -> None:
    for form in (WORDS, CAPTION):
        if form.fits(value):
            assert options_to_items(f"caption: {value}\n")[0] == [("caption", value)]


@pytest.mark.parametrize("name", sorted(DIRECTIVES))
def test_the_name_of_an_option_is_a_plain_word(name: str) -> None:
    options = "".join(f"{option}: 1\n" for option in DIRECTIVES[name].options)

    assert [key for key, _ in options_to_items(options)[0]] == list(DIRECTIVES[name].options)


@given(st.lists(st.text("aA b-_1é.,Ж`", min_size=1, max_size=8), max_size=6))
def test_a_heading_has_the_name_that_myst_gives_it(titles: list[str]) -> None:
    text = "".join(f"## x{title}x\n\n" for title in titles)
    named: dict[str, None] = {}
    for token in THEIRS.parse(text):
        if token.type == "inline":
            words = "".join(c.content for c in token.children or [] if c.type in ("text", "code_inline"))
            slug = unique_slug(github_slugify(words), named)
            if slug:
                named[slug] = None

    assert page("docs/topic/page.md", text.encode()).anchors == frozenset(named)


def test_headings_are_named_as_deep_as_the_site_names_them() -> None:
    assert CONF["myst_heading_anchors"] == DEEPEST

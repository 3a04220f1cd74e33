"""The second wall: what would harm a reader stops the build, even where the checker has let the page pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_kb.wall import ADDRESS, WORD, Unsafe

Read = Callable[[str], Any]


@pytest.fixture
def read(root: Path, application: Callable[..., Any]) -> Iterator[Read]:
    """Parse a page that the checker has passed as it stands in the corpus, and misread."""
    (root / "unchecked" / "topic").mkdir(parents=True)
    with patch_docutils(), docutils_namespace():
        app = application()
        app.builder.read()

        def parse(text: str) -> Any:
            (root / "unchecked" / "topic" / "league.md").write_text(f"# A page\n\n{text}\n", encoding="utf-8")
            app.env.clear_doc("topic/league")
            app.builder.read_doc("topic/league")
            return app.env.get_doctree("topic/league")

        yield parse


RAW = {
    "```{raw} html\n<script>alert(1)</script>\n```": "the directive 'raw'",
    "```{eval-rst}\n.. raw:: html\n\n   <script>alert(1)</script>\n```": "the directive 'eval-rst'",
    "```{include} ../../refs.bib\n```": "the directive 'include'",
    "```{literalinclude} ../../refs.bib\n```": "the directive 'literalinclude'",
    "```{csv-table}\n:file: ../../refs.bib\n```": "the directive 'csv-table'",
    "```{csv-table}\n:url: http://127.0.0.1:9/\n```": "the directive 'csv-table'",
    "```{only} html\nText.\n```": "the directive 'only'",
    "```{math}\nx\n```": "the directive 'math'",
    "```{meta}\n:http-equiv=refresh: 0; url=//evil.example\n```": "the directive 'meta'",
    "```{div}\n:style: position: fixed\n\nText.\n```": "the directive 'div'",
    "```{dropdown} Title\nText.\n```": "the directive 'dropdown'",
    "```{button-link} javascript:alert(1)\n```": "the directive 'button-link'",
    "```{figure} mark.svg\n:target: javascript:alert(1)\n```": "an address 'javascript:alert(1)'",
    "A {math}`x`.": "the role 'math'",
    'A {octicon}`x" onload=alert(1);1em`.': "the role 'octicon'",
    'A {fas}`x" onload=alert(1)`.': "the role 'fas'",
    "A {bdg-link-primary}`javascript:alert(1)`.": "the role 'bdg-link-primary'",
    "A {download}`../conf.py`.": "the file '../conf.py' to download",
    "A [file](../conf.py).": "the file '../conf.py' to download",
    "A [file](path:../../refs.bib).": "the file '../../refs.bib' to download",
    "A ![picture](https://evil.example/x.png).": "the picture 'https://evil.example/x.png'",
    "A ![picture](../../../../../etc/passwd).": "the picture '../../../../../etc/passwd'",
    "A ![picture](data:image/png;base64,AA==).": "the picture 'data:image/png;base64,AA=='",
    "A [word](//evil.example/){.external}.": "an address '//evil.example/'",
    "A [word](ftp://evil.example/){.external}.": "an address 'ftp://evil.example/'",
    "A [word](HTTPS://example.org/){.external target=_blank}.": "the attribute 'target' of 'reference'",
    "```{toctree}\nGo <javascript://x>\n```": "an entry 'javascript://x'",
    'A [word]{class="a<b"}.': "the id or class 'a<b'",
}


@pytest.mark.parametrize(("text", "fault"), RAW.items())
def test_what_could_harm_a_reader_stops_the_build_at_its_line(read: Read, text: str, fault: str) -> None:
    with pytest.raises(Unsafe) as stopped:
        read(text)

    assert "docs/topic/league.md:3: error: " in str(stopped.value)
    assert fault in str(stopped.value)


@pytest.mark.parametrize(
    "text",
    [
        "A [word](https://example.org/a_(b)?c=d&e=f#g), a [page](../references.md) and a [place](#a-page).",
        "A line that breaks  \nhere, a note[^1] and `code`.\n\n[^1]: Below.",
        "- a list\n\n1. of *words* and **words**\n\n> and a quotation",
        "| a | table |\n|---|---|\n| of | cells |",
        "```{note}\nA note.\n```\n\n```{admonition} Title\nText.\n```",
        "```{code-block} yaml\n:caption: a-file.yaml\n\nid: voss\n```",
        "::::{grid} 1 1 2 2\n:::{grid-item-card} Title\n:link: ../references\n:link-type: doc\n\nText.\n:::\n::::",
        "```{glossary}\nstrait\n  Water between lands.\n```",
    ],
)
def test_what_pages_are_made_of_passes(read: Read, text: str) -> None:
    assert "A page" in read(text).astext()


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (lambda: nodes.raw("", "<b>", format="html"), "raw text '<b>' for 'html', against text of the page"),
        (lambda: nodes.math("", "x"), "a node 'math', against the nodes that pages are made of"),
        (lambda: nodes.meta("", name="x"), "a node 'meta', against the nodes that pages are made of"),
        (lambda: nodes.inline("", "x", style="color: red"), "the attribute 'style' of 'inline', against those"),
        (lambda: nodes.target("", "", ids=['"x']), "the id or class '\"x', against letters, digits, dots and hyphens"),
    ],
)
def test_a_page_is_looked_at_again_with_its_links_resolved(
    application: Callable[..., Any], made: Callable[[], nodes.Node], fault: str
) -> None:
    with patch_docutils(), docutils_namespace():
        app = application()
        app.connect("doctree-resolved", lambda app, tree, name: tree.append(made()))
        with pytest.raises(Unsafe) as stopped:
            app.build()

    assert fault in str(stopped.value)


def test_a_place_is_a_word_and_an_address_leads_to_the_web_or_to_a_page() -> None:
    words = {"signed-1990": True, "договор": True, 'x"onload=': False, "a b": False, "": False}
    addresses = {
        "https://example.org/x?y=z": True, "../facts/league.html#signed-1990": True, "#id1": True, "": True,
        "javascript:alert(1)": False, " javascript:alert(1)": False, "//evil.example": False, "/\\evil.example": False,
        "..//evil.example": False, "data:text/html,x": False, "https://x.example/\"onload=": False, "x:y": False,
        "java\tscript:alert(1)": False, "file:///etc/passwd": False, "HTTP://example.org": True,
    }  # fmt: skip

    assert words == {word: bool(WORD.fullmatch(word)) for word in words}
    assert addresses == {address: bool(ADDRESS.fullmatch(address)) for address in addresses}

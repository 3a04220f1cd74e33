"""What looks like Typst stays words, in whatever field it stands; nothing is run, read or fetched for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest

Build = Callable[..., str]
ATTACK = r"""#read("/canary.txt") #panic() \u{41} "]#eval("1") [ ] /* x */ //y $z$ @ref ~ #{1+1} #import"/x.typ" `"""
"""Typst that would read a file, stop, or show what was not written."""
MARKDOWN = ATTACK.replace("`", r"\`").replace("[", r"\[").replace("]", r"\]").replace("*", r"\*")
TEX = "".join({"\\": r"\textbackslash{}", "~": r"\~{}"}.get(c, f"\\{c}" if c in "#$&_%{}" else c) for c in ATTACK)
"""The same as BibTeX takes it."""
CANARY = "words of the canary"
SETTINGS = f"""
smartquotes = False
language = "en"
author = copyright = {ATTACK!r}
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline", "attrs_block", "fieldlist"]
typst_documents = [
    ("second", "two", {{"template": "brief", "series": {ATTACK!r}, "author": {ATTACK!r}}}),
    ("index", "whole", {{"template": "book", "title": {ATTACK!r}, "description": {ATTACK!r}}}),
]
"""
PAGE = f"""---
answer: {json.dumps(ATTACK)}
series: {json.dumps(ATTACK)}
asof: {json.dumps(ATTACK)}
keywords: {json.dumps(json.dumps([ATTACK]))}
status: {json.dumps(ATTACK)}
licence: {json.dumps(ATTACK)}
description: {json.dumps(ATTACK)}
author: {json.dumps(ATTACK)}
---

# title {MARKDOWN}

## heading {MARKDOWN}[^note]

text {MARKDOWN} *em {MARKDOWN}* **strong {MARKDOWN}**

- item {MARKDOWN}

1. number {MARKDOWN}

> quote {MARKDOWN}

term {MARKDOWN}
: definition {MARKDOWN}

:name {MARKDOWN}: field

``code {ATTACK} ``{{.python #id"]panic() .language-#" .cls"]}}

::::{{code-block}} #panic()"]
block {ATTACK}
::::

:::{{admonition}} box {MARKDOWN}
:class: {ATTACK}
inside {MARKDOWN}
:::

:::{{figure}} dot.svg
:alt: 'alt {ATTACK}'
:width: 1e99
:name: {ATTACK}

caption {MARKDOWN}
:::

:::{{list-table}} table {MARKDOWN}
:header-rows: 1

* - head {MARKDOWN}
  - x
* - cell {MARKDOWN}
  - y
:::

:::{{list-table}}
:widths: 1 99999

* - narrow {MARKDOWN}
  - y
:::

[link {MARKDOWN}](https://example.org/"]#panic())

[inner {MARKDOWN}](#"]#panic())

{{style="#panic()"}}
1. styled {MARKDOWN}

{{cite:p}}`Alpha2001book{{place #panic() "] \\u41}}`

[^note]: note {MARKDOWN}
"""
FIELDS = (
    "title heading text em strong item number quote term definition name code block box inside caption table head"
    " cell link inner styled note"
).split()


def squeezed(path: Path) -> str:
    """The letters of a PDF without spaces and hyphens at line ends."""
    return "".join("".join(sheet.extract_text() for sheet in pypdf.PdfReader(path).pages).split())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, build_once: Build) -> tuple[Path, str]:
    """A project that holds the attack in every field, built to PDF with a canary in reach, and the warnings."""
    place = tmp_path_factory.mktemp("hostile")
    (place / "out").mkdir()
    (place / "out" / "canary.txt").write_text(CANARY, "utf-8")
    bib = f"@misc{{Alpha2001book, author = {{{{A {TEX}}}}}, title = {{T {TEX}}}, year = {{2001}}}}\n"
    index = f"# Start\n\n```{{toctree}}\n:caption: {ATTACK}\n\nsecond\nrefs\n```\n"
    pages = {"second.md": PAGE, "index.md": index, "refs.bib": bib}
    return place / "out", build_once(place / "source", place / "out", SETTINGS, **pages)


@pytest.fixture
def hostile(built: tuple[Path, str]) -> Path:
    """The folder with the PDFs."""
    return built[0]


def test_no_word_is_lost_by_it(built: tuple[Path, str]) -> None:
    assert [] == [line for line in built[1].splitlines() if "[typst.lost]" in line]


@pytest.mark.parametrize("name", ["two", "whole"])
@pytest.mark.parametrize("field", FIELDS)
def test_typst_in_a_field_is_words(hostile: Path, name: str, field: str) -> None:
    if (name, field) == ("two", "title"):
        field = ""  # the title of a brief stands alone

    assert f"{field}{''.join(ATTACK.split())}" in squeezed(hostile / f"{name}.pdf")


@pytest.mark.parametrize("name", ["two", "whole"])
def test_nothing_is_read_for_it(hostile: Path, name: str) -> None:
    assert "".join(CANARY.split()) not in squeezed(hostile / f"{name}.pdf")


def test_typst_in_front_matter_is_words(hostile: Path) -> None:
    with pikepdf.open(hostile / "two.pdf") as pdf:
        told = {name: str(pdf.docinfo[f"/{name}"]) for name in ("Title", "Author", "Keywords", "Subject")}

    assert {"Title": f"title {ATTACK}", "Author": ATTACK, "Keywords": ATTACK, "Subject": ATTACK} == told


def test_typst_in_the_words_for_a_picture_is_words(hostile: Path) -> None:
    with pikepdf.open(hostile / "two.pdf") as pdf:
        nodes = [node for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/Alt" in node]

    assert [f"alt {ATTACK}"] == [str(node.Alt) for node in nodes if str(node.Alt).startswith("alt")]


NAMES = ["../two", 'x"); #panic(', "two/three", "", ".hidden", "two\n", "C:two", "two\0"]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_pdf_is_a_name(tmp_path: Path, build_project: Build, name: str) -> None:
    settings = f'typst_documents = [("second", {name!r}, {{}}), ("cards", "three", {{}})]'
    told = build_project(tmp_path / "source", tmp_path / "out", settings)

    assert "is no name of a PDF, which has letters, digits and hyphens" in told
    assert ["three.pdf"] == [file.name for file in tmp_path.rglob("*.pdf")]

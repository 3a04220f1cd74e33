"""The markup of pages: what is listed is read, and everything else is found at its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.model import Page
from kb.load.links import astray
from kb.load.markup import DEEPEST
from kb.load.pages import BRACKETS, LONGEST, page

HEAD = "# Title\n\n"
PATH = "docs/topic/page.md"


def read(text: str, path: str = PATH) -> Page:
    return page(path, f"{HEAD}{text}".encode())


def found(text: str, path: str = PATH) -> list[tuple[str, int, int]]:
    return [(f.rule, f.mark.line - 2, f.mark.column) for f in read(text, path).faults]


GOOD = [
    "*a* **b** [c](https://a.example/b?c=d#e) <https://a.example/2016>\n",
    "[a](page.md) [b](../facts/league.yaml) [c](#title) [d](page.md#title) [e](/topic/page.md)\n",
    "[a](../facts/league.yaml#signed-1992)\n",
    "[a][b]\n\n[b]: page.md\n",
    "{doc}`page` {doc}`a page <../topic/page>` {cite:p}`Key1999a{¶ 1},Key1999b{Art. 4}` {kb:count}`a @ 1995-06-01`\n",
    "- a\n- b\n\n1. c\n2. d\n\n> e\n\n| a |\n|--:|\n| b |\n\nTerm\n: Meaning\n",
    "A.[^1] B.[^a-b]\n\n[^1]: C\n\n[^a-b]: D\n",
    "[three aims]{.own} [1,991]{.own} [Two]{.own}\n",
    "```{note}\nA\n```\n",
    ":::{admonition} A title\nA\n:::\n",
    "- a\n  ```{note}\n  B\n  ```\n",
    "```{figure} ../more/map.png\n:alt: What it shows\n\nThe caption.\n```\n",
    "![what it shows](map.svg)\n",
    "::::{grid} 1 1 3 3\n:gutter: 3\n\n:::{grid-item-card} A\n:link: page\n:link-type: doc\n\nB\n:::\n::::\n",
    "```{list-table} A\n:header-rows: 1\n\n* - a\n  - b\n* - c\n  - d\n```\n",
    "```{table} A\n| a |\n|---|\n| b |\n```\n",
    "```{glossary}\na\nb\n  Their meaning.\n\nc\n  More.\n```\n",
    "```{toctree}\n:hidden:\n:glob:\n:caption: Words\n\npage\n../more/*\n```\n",
    "```{kb:timeline}\nleague\ntreaty#signed-1992\n```\n",
    "```{kb:disagreements} league union\n```\n",
    "```{kb:matrix}\n:columns: Body | Founded\nleague\n-\nunion\nunion#founded\nport\n-\n```\n",
    "```{kb:member} arvenia\n:rows: Asked | Answered | Hosted\nleague#a league#b\n-\nleague\n```\n",
    "```{kb:factsheet}\n:rows: Budget\n:day: 2010-01-01\n-\n```\n",
    "\\<b> a < b &lt;c&gt; 3 \\* 4\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_is_listed_passes(text: str) -> None:
    assert [] == found(text)


RAW = [
    # directives
    ("```{raw} html\nx\n```\n", 1, 1),
    ("a\n\n:::{eval-rst}\nx\n:::\n", 3, 1),
    ("~~~{include} x\n~~~\n", 1, 1),
    ("```{literalinclude} ../../refs.bib\n```\n", 1, 1),
    ("```{csv-table} A\n:file: /etc/passwd\n```\n", 1, 1),
    ("```{math}\nx\n```\n", 1, 1),
    ("```{image} map.png\n```\n", 1, 1),
    ("```{only} html\nx\n```\n", 1, 1),
    ("```{default-role} kb:count\n```\n", 1, 1),
    ("```{role} x\n```\n", 1, 1),
    ("```{container} own\nx\n```\n", 1, 1),
    ("```{button-link} javascript:alert(1)\n```\n", 1, 1),
    ("```{card} a\n```\n", 1, 1),
    ("```{kb:figure} a\n```\n", 1, 1),
    ("- a\n  - b\n    ```{raw} html\n    ```\n", 3, 5),
    ("> ```{raw} html\n> ```\n", 1, 1),
    ("::::{note}\n:::{raw} html\n:::\n::::\n", 2, 1),
    ("````{note}\n```{include} x\n```\n````\n", 2, 1),
    (":::note\nhidden\n:::\n", 1, 1),
    (":::\nhidden\n:::\n", 1, 1),
    ("```{note}Words\nx\n```\n", 1, 1),
    ("```{ note }\nx\n```\n", 1, 1),
    # options
    ("```{note}\n:class: evil\n\nx\n```\n", 2, 1),
    ("```{note}\n:name: evil\n\nx\n```\n", 2, 1),
    ("```{figure} map.png\n:alt: A\n:target: javascript:alert(1)\n\nB\n```\n", 3, 1),
    ("```{toctree}\n:caption: a\n:includehidden:\n\npage\n```\n", 3, 1),
    # roles
    ("{raw}`x`\n", 1, 1),
    ("{kb:figure}`1992 <3>`\n", 1, 1),
    ("a {bdg-link}`x <javascript:alert(1)>`\n", 1, 3),
    ("{octicon}`x;1em;y`\n", 1, 1),
    ("{math}`x`\n", 1, 1),
    ("{ref}`x`\n", 1, 1),
    ("{abbr}`x (in 1991)`\n", 1, 1),
    ("{eval-rst}`x`\n", 1, 1),
    ("{download}`../../refs.bib`\n", 1, 1),
    ("{download}`../conf.py`\n", 1, 1),
    # blocks
    ("---\n", 1, 1),
    ("a\n\n***\n\nb\n", 3, 1),
    ("    code\n", 1, 5),
    ("% a comment of 1991\n", 1, 1),
    ("+++ more\n", 1, 1),
    ("(target)=\n", 1, 1),
    (":field: a text\n", 1, 1),
    ("{#id .class}\nA\n", 1, 1),
    ("```yaml\na: b\n```\n", 1, 1),
    ("```{code-block} text\na\n```\n", 1, 1),
    # words
    ("a `code` b\n", 1, 3),
    ("a  \nb\n", 1, 2),
    ("a\\\nb\n", 1, 3),
    ("[a]{.sd-btn}\n", 1, 1),
    ("[a](page.md){.external}\n", 1, 13),
    ("[in May 1991]{.own}\n", 1, 1),
    ("[1991]{.own}\n", 1, 1),
    ("[Russia left the organisation]{.own}\n", 1, 1),
    ("a <b>c\n", 1, 3),
    ("<!-- a -->\n", 1, 1),
    ("[a](page.md 'in 1991')\n", 1, 1),
    ("![a](map.png 'in 1991')\n", 1, 1),
]


@pytest.mark.parametrize(("text", "line", "column"), RAW)
def test_what_is_not_listed_is_found_where_it_stands(text: str, line: int, column: int) -> None:
    rules = found(text)

    assert ("raw-markup", line) in {(rule, line) for rule, line, _ in rules}
    assert [column] == [at for rule, row, at in rules if (rule, row) == ("raw-markup", line)][:1]


BROKEN = [
    ("A.[^1]\n", 1),
    ("[^1]: A\n", 1),
    ("A.[^1]\n\n[^1]: B\n\n[^1]: C\n", 5),
    ("## A[^1]\n\n[^1]: B\n", 1),
    ("A.[^A]\n\n[^A]: B\n", 3),
    ("### A\n", 1),
    ("# A\n", 1),
    ("## \n", 1),
    ("[a][b]\n\n[b]: page.md\n[b]: other.md\n", 4),
    ("```{note}\n```\n", 1),
    ("```{note} Words\nA\n```\n", 1),
    ("```{admonition}\nA\n```\n", 1),
    ("```{note}\n[a]: page.md\n```\n", 1),
    ("```{list-table}\n:header-rows: 1\n\n* - a\n```\n", 1),
    ("```{list-table}\n\n* - a\n* - b\n  - c\n```\n", 3),
    ("```{list-table}\n\n* a\n```\n", 3),
    ("```{table} A\nText\n```\n", 2),
    ("```{figure} /etc/passwd\n:alt: a\n```\n", 1),
    ("```{figure} https://a.example/b.png\n:alt: a\n```\n", 1),
    ("```{figure} map.png\n```\n", 1),
    ("```{figure} map.png\n:alt: a\n\n- b\n```\n", 4),
    ("```{figure} map.png\n:alt: 'a'\n```\n", 2),
    ("```{figure} map.png\n:alt: a # b\n```\n", 2),
    ("```{figure} map.png\n:alt:a\n```\n", 2),
    ("```{figure} map.png\n---\nalt: a\n---\n```\n", 2),
    ("```{figure} map.png\n:alt: a\n:alt: b\n```\n", 3),
    ("![](map.png)\n", 1),
    ("[![a](map.png)](page.md)\n", 1),
    ("## ![a](map.png)\n", 1),
    ("[a {doc}`page` b](https://a.example)\n", 1),
    (":::{grid-item-card} A\n:link: page\n:link-type: doc\n\nB\n:::\n", 1),
    ("::::{grid} 2\nText\n::::\n", 2),
    ("::::{grid} 2\n:::{grid-item-card} A\n:link: javascript:alert(1)\n:link-type: url\n\nB\n:::\n::::\n", 3),
    ("```{glossary}\na\n  b\nc\n  d\n```\n", 4),
    ("```{glossary}\na\n```\n", 2),
    ("```{toctree}\nTitle <page>\n```\n", 2),
    ("```{toctree}\nhttps://a.example\n```\n", 2),
    ("```{toctree}\nmore/*\n```\n", 2),
    ("```{toctree}\npage\npage\n```\n", 3),
    ("```{kb:timeline}\nleague and more words\n```\n", 2),
    ("```{kb:totals}\nwords\n```\n", 2),
    ("```{kb:matrix}\nleague\nleague#founded-1990\n```\n", 1),
    ("```{kb:matrix}\n:columns: Body\nleague\n```\n", 2),
    ("```{kb:matrix}\n:columns: Body | Founded\nleague#founded-1990\nleague\n```\n", 3),
    ("```{kb:matrix}\n:columns: A | B | C\nunion\nunion#a\nunion#b\nleague\nleague#founded-1990\n```\n", 6),
    ("```{kb:member} arvenia\n:rows: Asked | Answered\nleague#a\n```\n", 1),
    ("```{kb:member} arvenia\n:rows: Asked\nleague#a and more: words\n```\n", 3),
    ("```{kb:member}\n:rows: Asked\n-\n```\n", 1),
    ("```{kb:member} arvenia\n-\n```\n", 1),
    ("```{kb:factsheet}\n:rows: Budget\n:day: yesterday\n-\n```\n", 3),
    ("```{kb:balance} colour\n```\n", 1),
    ("{cite:p}`{see 1991}Key1999a`\n", 1),
    ("{cite:p}`" + ",".join(["Key1999a"] * 21) + "`\n", 1),
    ("A\nB\n---\n", 1),
    ("> A\n> B\n> ===\n", 1),
    ("{kb:count}`league @ yesterday`\n", 1),
    ("{doc}`../../etc/passwd/../x`\n", 1),
    ("{doc}`a <b> <page>`\n", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), BROKEN)
def test_what_sphinx_can_make_nothing_of_is_found_at_its_line(text: str, line: int) -> None:
    assert ("broken-markup", line) in {(rule, row) for rule, row, _ in found(text)}


def test_a_page_has_one_title_and_begins_with_it() -> None:
    assert ["the page has no title"] == [fault.text for fault in page(PATH, b"Text\n").faults]
    assert ["the page has no title"] == [fault.text for fault in page(PATH, b"## Text\n").faults]


def test_directives_stand_in_one_another_only_so_deep() -> None:
    def nested(times: int) -> str:
        fences = [":" * (3 + n) for n in range(times)][::-1]
        return "".join(f"{fence}{{note}}\n" for fence in fences) + "A\n" + "".join(f"{f}\n" for f in fences[::-1])

    assert [] == found(nested(DEEPEST))
    assert [("broken-markup", DEEPEST + 1, 1)] == found(nested(DEEPEST + 1))
    assert [("broken-markup", DEEPEST + 1, 1)] == found(nested(400))


def test_code_is_for_pages_about_ourselves() -> None:
    text = "a `code`\n\n```yaml\na: b\n```\n\n```{code-block} text\n:caption: refs.bib\n\na\n```\n"

    assert [] == found(text, "docs/contributing/page.md")
    assert [] == found(text, "docs/rules/form/page.md")
    assert ["raw-markup"] * 3 == [rule for rule, _, _ in found(text)]


@pytest.mark.parametrize("caption", ["docs/topic/_a.md", "The treaty of 1992", "Ä", "a_b.txt", "2016 and later"])
def test_a_caption_over_code_is_a_name_or_words(caption: str) -> None:
    assert [] == found(f"```{{code-block}} text\n:caption: {caption}\n\na\n```\n", "docs/contributing/page.md")


@pytest.mark.parametrize(
    "caption",
    ["{doc}`page`", "[a](page.md)", "[^a]", "`a`", "*a*", "![a](b.svg)", "1. a", "- a", "> a", "# a", "a | b", "<b>",
     "a\\", "_a_"],
)  # fmt: skip
def test_a_caption_over_code_holds_no_markup(caption: str) -> None:
    text = f"```{{code-block}} text\n:caption: {caption}\n\na\n```\n"

    assert [("broken-markup", 2)] == [each[:2] for each in found(text, "docs/contributing/page.md")]


def test_a_page_of_a_rule_is_held_to_the_same_form() -> None:
    assert [("raw-markup", 1, 1)] == found("```{raw} html\n```\n", "docs/rules/form/page.md")


def test_a_line_is_read_up_to_its_bound() -> None:
    assert [] == found("a" * LONGEST + "\n")
    assert [("unreadable", 1, 1)] == found("a" * (LONGEST + 1) + "\n")
    assert [] == found("\\[" * BRACKETS + "\n")
    assert [("unreadable", 1, 1)] == found("[" * (BRACKETS + 1) + "\n")


BAD_LINKS = [
    "https://a.example/%E2%80%AEgpj.exe", "https://a.example/%e2%80%8f", "https://a.example:99999/", "https://-a.example/",
    "https://xn--gzette-3nf.example/", "https://xn--\u0430.example/", "https://" + "a" * 64 + ".example",
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "vbscript:x",
    "data:text/html,x", "file:///etc/passwd", "mailto:a@b.example", "inv:x#y", "path:../../refs.bib", "project:page.md",
    "//a.example", "\\\\a.example", "/\\a.example", "https:a.example", "https:///a", "https://", "http://localhost/",
    "https://user:word@a.example/", "https://a.example@b.example/", "HTTP://a.example", "https://a.example/\n",
    "https://a.example/%00", "https://a.example/%0d%0aX", "https://a.example/%5C", "https://a.example/%zz",
    "https://a.example\\b", "../../etc/passwd", "/etc/passwd", "../conf.py", "page", "page.html", "./page.md",
    "../../refs.bib", "_page.md", "page.md#", "page.md#a%20b", "../facts/league.yaml#", "", "#", "?x",
    "Page.md", "page.md?x",
    "https://" + "a" * 3000 + ".example",
]  # fmt: skip


@pytest.mark.parametrize("target", BAD_LINKS)
def test_a_link_leads_to_a_page_or_to_the_web(target: str) -> None:
    assert astray(target) is not None


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "//a.example", "https://a:b@c.example", "mailto:a@b.example"]
)
@pytest.mark.parametrize(
    "text", ["[a]({})", "[a](<{}>)", "[a][b]\n\n[b]: {}", "[b]\n\n[b]: <{}>", "- > [a]({})", "## [a]({})"]
)
def test_a_bad_link_is_found_however_it_is_written(text: str, target: str) -> None:
    assert "raw-markup" in {rule for rule, _, _ in found(text.format(target) + "\n")}


@pytest.mark.parametrize(
    "text", ["<javascript:alert(1)>\n", "<mailto:a@b.example>\n", "<a@b.example>\n", "<ftp://a.example>\n"]
)
def test_an_address_in_angle_brackets_is_a_link_too(text: str) -> None:
    assert [("raw-markup", 1, 1)] == found(text)


def test_words_for_pictures_and_lists_are_read_beside_the_text() -> None:
    text = "A ![in *May* 1991](map.png) b.\n\n```{toctree}\n:caption: Of 1992\n\npage\n```\n"
    text += "\n```{figure} map.png\n:alt: Of 1993\n\nOf 1994.\n```\n"
    blocks = [(b.kind, b.line, [s.text for s in b.sentences]) for b in read(text).blocks[1:]]

    assert blocks == [
        ("paragraph", 3, ["A b."]),
        ("label", 3, ["in May 1991"]),
        ("label", 6, ["Of 1992"]),
        ("label", 12, ["Of 1993"]),
        ("caption", 14, ["Of 1994."]),
    ]


def test_an_address_is_no_prose_and_what_follows_has_its_place() -> None:
    line = "At <https://a.example/2024> and https://a.example/17 and [x](https://b.example/1991) in 1992."
    told = read(f"{line}\n").blocks[1].sentences[0]
    masked = [told.text[start:end] for start, end, kind in told.masked if kind == "address"]

    assert ["https://a.example/2024", "https://a.example/17"] == masked
    assert ("in 1992.", line.index("in 1992.") + 1) == (told.text[-8:], told.places[-8][1])


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("It stands at www.gazette.example/1991/05 since 1992.", ["www.gazette.example/1991/05"]),
        ("It stands at gazette.example/1991, they say.", ["gazette.example/1991,"]),
        ("See doi:10.1007/123-1991 or doi: 10.1007/5.", ["doi:10.1007/123-1991", "doi: 10.1007/5."]),
        ("Write to desk1991@gazette.example or call 17.", ["desk1991@gazette.example"]),
        ("In 1991/92 it met at No.5/7, and on 3.6.1990/91.", []),
        ("Members leave e.g. in 1991 and/or 1992.", []),
    ],
)
def test_an_address_without_its_scheme_claims_nothing_either(line: str, addresses: list[str]) -> None:
    told = read(f"{line}\n").blocks[1].sentences[0]

    assert addresses == [told.text[start:end] for start, end, kind in told.masked if kind == "address"]


@given(st.lists(st.sampled_from([*GOOD, *(text for text, *_ in RAW + BROKEN)]), max_size=6).map("\n".join))
def test_no_markup_whatever_raises_and_every_finding_has_a_place(text: str) -> None:
    made = read(text)
    lines = f"{HEAD}{text}".split("\n")

    for fault in made.faults:
        assert 1 <= fault.mark.line <= len(lines)
        assert 1 <= fault.mark.column <= len(lines[fault.mark.line - 1]) + 1
        assert fault.help
    for block in made.blocks:
        for sentence in block.sentences:
            assert len(sentence.text) == len(sentence.places)

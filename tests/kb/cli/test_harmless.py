"""Nothing that strangers wrote acts on the terminal, the log or the spreadsheet in which it is shown."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from kb.cli import main
from kb.export.tables import _cell, table
from kb.load.corpus import load
from kb.report.neutral import neutral

TODAY = ("--today", "2020-01-01")
ACTING = "\x1b[2J\x1b]8;;https://example.org\x07\x9b31m\u202e\u2066\u200b\u2028\x7f\n::error::x\n ##[error]x"
"""Clears the screen, makes a link, colours, turns the text round, hides, and begins two commands of CI."""
OWN = re.compile(r"::(?:error|warning) file=[^\s:,]+,line=\d+,col=\d+,title=[a-z-]+::|::notice title=kb check::")


def quoted(text: str) -> str:
    """As YAML writes it in quotation marks; JSON is YAML too."""
    return json.dumps(text)


def acts(printed: str) -> list[str]:
    """The lines of an output that could do more than be read."""
    lines = printed.removesuffix("\n").split("\n")
    unseen = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    return [
        line
        for line in lines
        if any(unicodedata.category(c) in unseen for c in line)
        or re.search(r"##\w*\[", line)
        or (line.lstrip().startswith("::") and not OWN.match(line))
    ]


@pytest.fixture
def hostile(league: Path) -> Path:
    """The small repository, with such words wherever words may stand."""
    words = quoted(f"a{ACTING}b")
    bad = {
        "docs/facts/harbour.yaml": f"""\
id: {words}
kind: instrument
names: {{en: {words}, ru: {words}}}
also: [{words}]
short: {words}
part-of: [{words}]
{words}: {words}
statements:
  {words}:
    signed: 1990-06-03
    who: [{words}]
    as: {words}
    inferred: {words}
    evidence: [{{by: League2006history, at: {words}, quote: {words}, seen: full}}]
  said:
    records: {words}
    on: 2090-01-01
    evidence: [{{by: {words}, at: {words}, quote: {words}, seen: {words}}}]
judgements:
  - {{question: {words}, follow: {words}, over: [said], because: {words}}}
""",
        "docs/facts/office.yaml": f"""\
id: office
kind: post
names: {{en: {words}}}
statements:
  first:
    held-by: rask
    as: {words}
    from: 1990-01-01
    until: 1999-01-01
    evidence: [{{by: League2006history, at: {words}, quote: {words}, seen: full}}]
""",
        "docs/facts/waivers.yaml": f"""\
waivers:
  - {{rule: not-inferred, where: {words}, seen: [{words}], because: {words}}}
boilerplate:
  - {{source: Harbour1990treaty, sentences: [{words}], because: {words}}}
""",
        "docs/topic/other.md": f"""\
---
about: [{words}]
asof: {words}
---

# A{ACTING}

In 1991{ACTING} {{cite:p}}`No\x1b{{¶ 1}}`.
""",
        "docs/rules/form/odd.md": f"---\norphan: true\n---\n\n# odd\n\nA{ACTING}\n\n```text\n:caption: {ACTING}\n```\n",
    }
    for path, text in bad.items():
        (league / path).parent.mkdir(parents=True, exist_ok=True)
        (league / path).write_bytes(text.encode(errors="surrogatepass"))
    for name in ("\n::error::x", "##[error]x", "\x1b[2J\u202e", os_name(b"\xff")):
        (league / "docs" / "topic" / f"{name}.md").write_text("# A page\n\nIt was in 1991.\n", "utf-8")
    file = league / "refs.bib"
    entry = f"@misc{{Odd{ACTING}key,\n  title = {{A{ACTING}}},\n  urldate = {{2099-01-01}},\n  odd\x1b = {{x}},\n}}\n"
    file.write_bytes(file.read_bytes() + entry.encode())
    return league


def os_name(name: bytes) -> str:
    """A name of bytes that are no UTF-8."""
    return name.decode("utf-8", "surrogateescape")


ASKED = (
    ("members",),
    ("holder", "office", "--on", "1995-01-01"),
    ("in-force",),
    ("single-source",),
    ("when", "office"),
)
COMMANDS = [
    *(("check", "--format", form) for form in ("text", "github", "json")),
    ("check", "--verbose", "--shares", "--fix"),
    *(("query", *asked, "--format", form) for asked, form in product(ASKED, ("text", "json"))),
    *(("stale", "--format", form) for form in ("text", "json")),
    ("explain", "odd"),
    ("coverage", "--verbose"),
    ("lock", "--texts", "texts"),
    ("export",),
    ("plant", "--each", "1", "--survivors", "9"),
]  # fmt: skip
WRONG = [
    ("query", "holder", ACTING), ("query", "when", ACTING), ("explain", ACTING), ("check", ACTING),
    ("lock", "--texts", ACTING), ("export", "--to", f"refs.bib/{ACTING}"), ("query", "members", ACTING),
    ("check", f"--{ACTING}"), (ACTING,), ("check", "--today", ACTING),
    ("read", "--as", ACTING), ("read", "--take", ACTING, "--as", "editor"), ("read", ACTING, "--as", "editor"),
    ("read", "--sheet", f"refs.bib/{ACTING}"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_in_content_acts_on_who_reads_what_a_command_prints(hostile, capfd, command):
    ended = main([*command, *([] if command[0] == "explain" else TODAY)])
    out, err = capfd.readouterr()

    assert ended in (0, 1)
    assert out
    assert [] == acts(out) + acts(err or "\n")


@pytest.mark.parametrize("command", WRONG, ids=ascii)
def test_nothing_in_an_argument_acts_on_who_reads_why_it_is_refused(league, capfd, command):
    try:
        ended = main([*command])
    except SystemExit as reason:
        ended = reason.code
    out, err = capfd.readouterr()

    assert (2, "") == (ended, out)
    assert [] == acts(err)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::error::x", "\\x3a:error::x"),
        ("  ::stop-commands::x", "  \\x3a:stop-commands::x"),
        ("a ::error::", "a ::error::"),
        ("std::vector", "std::vector"),
        ("a ##[error]x", "a \\x23#[error]x"),
        ("##vso[task.x]", "\\x23#vso[task.x]"),
        ("###[group]", "#\\x23#[group]"),
        ("## A heading [1]", "## A heading [1]"),
        ("a\n::error::x", "a\\x0a::error::x"),
        ("\u00a0::error::x", "\u00a0\\x3a:error::x"),
    ],
)
def test_what_a_log_would_obey_is_broken_up(text, expected):
    assert expected == neutral(text)


FORMULAS = ["=1+1",
            "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠A", "﹢1", "⁼1", "\t=1", "\r=1", "\n=1", "  =1",
            "\u00a0=1", "\u200b=1", "\ufeff=1", "\x00=1"]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_a_spreadsheet_takes_no_text_for_a_formula(text):
    assert _cell(text).startswith("'")
    assert not _cell(f"a {text}").startswith("'")


def test_dates_and_words_stay_as_they_are_in_the_table(league):
    rows = list(csv.reader(io.StringIO(table(load(league, date(2020, 1, 1))))))

    assert [] == [cell for row in rows for cell in row if cell.startswith("'")]

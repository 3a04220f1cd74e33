"""Reports: one finding for people, for GitHub and for programs; nothing in content acts on who reads it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from kb.core.finding import Finding, doubtful, impossible
from kb.core.mark import Mark
from kb.core.model import Corpus, Entity, Event, Evidence, Statement
from kb.load.waivers import waivers
from kb.report import github, text
from kb.report import json as programs
from kb.report.neutral import neutral

PATH = "docs/facts/secretary-general.yaml"
TENURE = Statement(
    id="secretary-general#semerikov-2017",
    subject="secretary-general",
    property="held-by",
    value=("semerikov",),
    evidence=(Evidence("Tass2017semerikov", "¶ 3", "acting since January", "excerpt", Mark(PATH, 32)),),
    mark=Mark(PATH, 28),
    marks={},
)
ENDS = impossible(
    Mark(PATH, 31, 12),
    "ends 2016-12, before it begins 2017-01-01",
    "compare both dates with the cited page; if sources differ, write two statements",
    compare=(Mark(PATH, 30, 11),),
    statement=TENURE.id,
    rule="end-before-start",
)


def corpus() -> Corpus:
    """A corpus that knows one statement."""
    place = Mark(PATH)
    post = Entity("secretary-general", "post", (), (), (), {}, (TENURE,), (), place, {})
    return Corpus({post.id: post}, {}, {}, {}, (), {}, (), (), today=date(2020, 1, 1))


def test_a_finding_names_place_values_sources_and_what_to_do():
    expected = """\
docs/facts/secretary-general.yaml:31:12: error: ends 2016-12, before it begins 2017-01-01 [end-before-start]
    statement  secretary-general#semerikov-2017 @ Tass2017semerikov (¶ 3)
    compare    docs/facts/secretary-general.yaml:30:11
    help       compare both dates with the cited page; if sources differ, write two statements
    explain    kb explain end-before-start"""

    assert expected == text.plain(ENDS, corpus())


def test_what_a_record_tells_is_shown_beside_its_id():
    denied = Event("leave", ("the league",), (), (), negated=True, modality=None, mark=Mark(PATH, 29))
    known = corpus()
    post = known.entities["secretary-general"]
    entities = {post.id: replace(post, statements=(replace(TENURE, events=(denied,)),))}

    told = text.plain(ENDS, replace(known, entities=entities))

    assert "    on record  The league does not leave\n    compare" in told


def test_colour_adds_nothing_but_colour():
    shown = text.coloured(ENDS, corpus())
    for code in ("\x1b[1;31m", "\x1b[1m", "\x1b[2m", "\x1b[0m"):
        shown = shown.replace(code, "")

    assert text.plain(ENDS, corpus()) == shown


def test_the_summary_counts_everything_on_one_line():
    numbers = {
        "statements": 1200, "claims": 58, "inferred": 160, "sources": 190, "primary": 56, "pages": 1,
        "errors": 1, "warnings": 0, "notes": 2, "waived": 3,
    }  # fmt: skip
    expected = (
        "1,200 statements, 58 claims (160 inferred) from 190 sources (56 primary), 1 page: "
        "1 error, 0 warnings, 2 notes, 3 waived; 0.41 s of CPU"
    )

    assert expected == text.summary(numbers, 0.409)


def test_an_annotation_escapes_what_github_would_read_as_its_own():
    finding = doubtful(Mark("docs/a,b:c.md", 3, 7), "100 % odd\n::set-env::", "look: there", rule="odd")
    expected = (
        "::warning file=docs/a%2Cb%3Ac.md,line=3,col=7,title=odd::100 %25 odd\\x0a::set-env::%0Ahelp: look: there"
    )

    assert expected == github.annotation(finding)


def test_the_report_for_programs_has_the_promised_shape():
    numbers = {"errors": 1}
    expected = {
        "version": 3,
        "today": "2026-11-22",
        "summary": numbers,
        "findings": [
            {
                "rule": "end-before-start",
                "severity": "error",
                "path": PATH,
                "line": 31,
                "column": 12,
                "text": "ends 2016-12, before it begins 2017-01-01",
                "help": "compare both dates with the cited page; if sources differ, write two statements",
                "compare": [{"path": PATH, "line": 30, "column": 11}],
                "statement": "secretary-general#semerikov-2017",
                "seen": ["ends 2016-12, before it begins 2017-01-01"],
                "follows": False,
            }
        ],
    }

    assert expected == json.loads(programs.document([ENDS], numbers, date(2026, 11, 22)))


def test_the_line_that_would_waive_a_finding_is_yaml_that_is_read_back():
    nasty = doubtful(Mark("docs/a: b.md"), "odd", "look", seen=('«"\\»: {x}', "", "two  spaces"), rule="odd")
    line = text.waiver(nasty, corpus())
    read, _, faults = waivers(f"waivers:\n{line}\n".encode())

    assert () == faults
    assert read[0].excuses(nasty, "")


def test_content_cannot_move_the_cursor_colour_the_terminal_or_turn_the_text_round():
    nasty = "a\x1b[31mred\rback\nline\x07\u202eleft\u200b\u2028 end\x9b"
    expected = "a\\x1b[31mred\\x0dback\\x0aline\\x07\\u202eleft\\u200b\\u2028 end\\x9b"

    assert expected == neutral(nasty)


def test_letters_of_any_script_stay_as_they_are():
    assert neutral("Бордюжа, ¶ 3 – “quoted” 集团") == "Бордюжа, ¶ 3 – “quoted” 集团"


def test_every_report_is_harmless():
    nasty: Finding = impossible(Mark("docs/\x1b]0;x.md"), "\x1b[2J\u202e", "\x1b[2J", rule="\x1b[2J")
    shown = [text.plain(nasty, corpus()), github.annotation(nasty), programs.document([nasty], {}, date(2020, 1, 1))]

    assert not any(bad in each for each in shown for bad in ("\x1b", "\u202e"))

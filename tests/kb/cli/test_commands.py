"""The `kb` command: what it prints, and how it ends; bad content is a finding and never a stack trace."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kb.cli import main
from kb.run.runner import Rule, rules

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "tests" / "corpus"
TODAY = ("--today", "2020-01-01")


def put(root: Path, path: str, content: str | bytes) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def findings(capsys: pytest.CaptureFixture[str], *paths: str) -> tuple[int, list[dict]]:
    code = main(["check", *paths, "--format", "json", *TODAY])
    return code, json.loads(capsys.readouterr().out)["findings"]


def test_clean_content_ends_with_0_and_a_summary(league, capsys):
    code = main(["check", *TODAY])
    out = capsys.readouterr().out

    assert code == 0
    assert out.startswith(
        "10 statements, 1 claim (0 inferred) from 4 sources (2 primary), 1 page: 0 errors, 0 warnings"
    )
    assert out.endswith(" s of CPU\n")


DORNIA = "id: dornia\nkind: state\nnames: {en: Dornia}\n"
STATED = DORNIA + "statements:\n  drill:\n    records: A drill was held.\n    free: a test\n"
EVIDENCE = "    evidence:\n      - {by: League2006history, at: ¶ 6, quote: a drill was held, seen: full}\n"
PAGE = "---\nabout: [league]\n---\n\n# A page\n\n"
BAD = {
    "broken YAML": ("docs/facts/dornia.yaml", "id: [dornia\nkind: state\n", "unreadable", 2),
    "a duplicate key": ("docs/facts/dornia.yaml", DORNIA + "kind: place\n", "duplicate-key", 4),
    "an alias": ("docs/facts/dornia.yaml", DORNIA + "also: *name\n", "unreadable", 4),
    "an unknown id": ("docs/facts/dornia.yaml", STATED + "    where: selim\n" + EVIDENCE, "unknown-reference", 8),
    "month 13": ("docs/facts/dornia.yaml", STATED + "    on: 2003-13\n" + EVIDENCE, "schema", 8),
    "a cited key that does not exist": (
        "docs/topic/page.md", PAGE + "It is so {cite:p}`Nobody2006{¶ 1}`.\n", "unknown-reference", 7,
    ),
    "evidence by a key that does not exist": (
        "docs/facts/dornia.yaml", STATED + EVIDENCE.replace("League2006", "Legue2006"), "unknown-reference", 9,
    ),
    "a ledger that is not UTF-8": ("docs/facts/dornia.yaml", DORNIA.encode() + b"short: D\xf6rnia\n", "unreadable", 4),
    "a page that is not UTF-8": ("docs/topic/page.md", PAGE.encode() + b"D\xf6rnia.\n", "unreadable", 7),
    "a bibliography that is not UTF-8": ("refs.bib", b"@misc{A,\n  title = {D\xf6rnia},\n}\n", "unreadable", 2),
    "an empty ledger file": ("docs/facts/dornia.yaml", "", "unreadable", 1),
    "an empty page": ("docs/topic/page.md", "", "unreadable", 1),
    "a list for an entity": ("docs/facts/dornia.yaml", "- id: dornia\n", "schema", 1),
    "a control character": ("docs/facts/dornia.yaml", DORNIA + "short: \x07\n", "stray-character", 4),
    "a damaged lock": ("docs/facts/sources.lock", "{\n oops", "unreadable", 2),
    "a waiver without a reason": (
        "docs/facts/waivers.yaml", "waivers:\n  - {rule: schema, where: dornia, seen: [x]}\n", "schema", 2,
    ),
    "an unclosed entry": ("refs.bib", "@misc{A,\n  title = {Dornia\n\n@misc{B,\n  title = {C},\n}\n", "unreadable", 2),
    "raw HTML in a page": ("docs/topic/page.md", PAGE + "A <b>bold</b> claim.\n", "raw-markup", 7),
    "a script in a page": ("docs/topic/page.md", PAGE + "<script>alert(1)</script>\n", "raw-markup", 7),
    "a link that runs a script": ("docs/topic/page.md", PAGE + "See [this](javascript:alert(1)).\n", "raw-markup", 7),
    "a source that runs a script": (
        "refs.bib", "@misc{A,\n  url = {javascript:alert(1)},\n  keywords = {primary},\n}\n", "bad-url", 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad)
def test_bad_content_is_a_finding_with_its_place_and_what_to_do(league, capsys, bad):
    path, content, rule, line = BAD[bad]
    put(league, path, content)
    code, found = findings(capsys, path)
    here = [finding for finding in found if finding["rule"] == rule]

    assert code == 1
    assert {(finding["path"], finding["line"]) for finding in here} == {(path, line)}
    assert here[0]["column"] >= 1
    assert here[0]["help"]
    assert "rule-crashed" not in {finding["rule"] for finding in found}


def test_a_missing_bibliography_is_one_finding_from_which_the_others_follow(league, capsys):
    (league / "refs.bib").unlink()
    code, found = findings(capsys)

    assert code == 1
    assert [("unreadable", "refs.bib")] == [(f["rule"], f["path"]) for f in found if not f["follows"]]
    assert "unknown-reference" in {finding["rule"] for finding in found if finding["follows"]}


def test_paths_limit_the_report_and_not_the_reasoning(league, capsys):
    put(league, "docs/facts/dornia.yaml", DORNIA + "part-of: [leage]\n")
    put(league, "docs/facts/elvia.yaml", DORNIA.replace("ornia", "ornja"))

    assert [f["path"] for f in findings(capsys, "docs/facts/elvia.yaml")[1]] == ["docs/facts/elvia.yaml"]
    assert {f["path"] for f in findings(capsys, "docs/facts")[1]} == {"docs/facts/dornia.yaml", "docs/facts/elvia.yaml"}
    assert findings(capsys, "docs/topic") == (0, [])


def test_a_contradiction_between_two_files_is_found_when_one_of_them_is_named(league, capsys):
    facts = league / "docs/facts/league.yaml"
    page = "docs/topic/league.md"
    before = findings(capsys, page)
    put(league, "docs/facts/league.yaml", facts.read_text(encoding="utf-8").replace("1990-06-03", "1991-06-03"))
    code, found = findings(capsys, page)

    assert before == (0, [])
    assert code == 1
    assert {finding["path"] for finding in found} == {page}
    assert "docs/facts/league.yaml" in {place["path"] for finding in found for place in finding["compare"]}


def test_a_crash_of_a_rule_is_printed_with_everything_else_that_was_found(league, capsys, monkeypatch):
    def breaks(statement):
        raise RuntimeError("out of ink")

    those = (*rules(), Rule("breaks", "time", breaks, ("statement",), "scripts/kb/rules/time/breaks.py"))
    monkeypatch.setattr("kb.run.runner.rules", lambda: those)
    put(league, "docs/facts/dornia.yaml", "")
    code = main(["check", *TODAY])
    out, err = capsys.readouterr()

    assert code == 1
    assert "error: the rule breaks breaks down here, so nothing is known: RuntimeError: out of ink" in out
    assert "docs/facts/dornia.yaml:1:1: error" in out
    assert "Traceback" not in out + err


def test_every_rule_is_explained(league, capsys):
    shutil.copytree(ROOT / "docs" / "rules", league / "docs" / "rules")
    pages = [path.stem for path in (ROOT / "docs" / "rules").glob("*/*.md")]
    codes = {slug: main(["explain", slug]) for slug in pages}
    out = capsys.readouterr().out

    assert dict.fromkeys(pages, 0) == codes
    assert all(f"{slug.upper()}\n\n" in out for slug in pages)
    assert out.count("WHAT TO DO\n") == len(pages)


def shown_in_a_terminal(folder: Path, **environment: str) -> str:
    """What the command prints when it writes to a terminal."""
    pty = pytest.importorskip("pty")
    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "kb.cli", "check", *TODAY]
    outside = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"}
    path = {"PYTHONPATH": str(ROOT / "scripts")}
    subprocess.run(command, cwd=folder, env=outside | path | environment, stdout=writer, check=False)
    os.close(writer)
    with os.fdopen(reader, "rb") as terminal:
        return terminal.read1(100_000).decode()


def test_there_is_colour_in_a_terminal(league):
    put(league, "docs/facts/dornia.yaml", "")

    assert "\x1b[1;31merror\x1b[0m" in shown_in_a_terminal(league)
    assert "\x1b" not in shown_in_a_terminal(league, NO_COLOR="1")
    assert "\x1b" not in shown_in_a_terminal(league, TERM="dumb")


def test_the_line_that_waives_a_finding_is_printed_on_request(league, capsys):
    put(league, "docs/facts/dornia.yaml", STATED + "    on: 2003\n" + EVIDENCE + "shrot: D\n")
    main(["check", "docs/facts/dornia.yaml", "--verbose", *TODAY])
    out = capsys.readouterr().out
    lines = [line for line in out.splitlines() if line.startswith("  - {rule: ")]
    waivers = "waivers:\n" + "\n".join(lines).replace("…", "The sheet is dated in the catalogue.")
    put(league, "docs/facts/waivers.yaml", waivers)
    _, found = findings(capsys, "docs/facts/dornia.yaml")

    assert lines
    assert "schema" not in "".join(lines)
    assert {"schema"} == {finding["rule"] for finding in found}


def test_paths_are_read_from_where_one_stands(league, capsys, monkeypatch):
    put(league, "docs/facts/dornia.yaml", "")
    monkeypatch.chdir(league / "docs" / "facts")

    assert [f["path"] for f in findings(capsys, "dornia.yaml")[1]] == ["docs/facts/dornia.yaml"]


@pytest.mark.parametrize("arguments", [["no-such-file"], ["/"]])
def test_a_path_that_is_not_there_cannot_be_checked(league, capsys, arguments):
    assert main(["check", *arguments, *TODAY]) == 2
    assert capsys.readouterr().err.startswith("kb: ")


def test_outside_a_repository_nothing_can_be_checked(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert main(["check"]) == 2
    assert "docs/facts" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--today", "2020-13-01"], ["query", "holders"]])
def test_a_command_that_is_not_understood_ends_with_2(league, arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2


def test_an_error_is_an_annotation_on_github(league, capsys):
    put(league, "docs/facts/dornia.yaml", "")
    code = main(["check", "--format", "github", *TODAY])

    assert code == 1
    assert capsys.readouterr().out.startswith("::error file=docs/facts/dornia.yaml,line=1,col=1,title=unreadable::")


def test_there_is_no_colour_in_a_file(league, capsys):
    put(league, "docs/facts/dornia.yaml", "")
    main(["check", *TODAY])

    assert "\x1b" not in capsys.readouterr().out


def test_waived_findings_are_counted_and_shown_on_request(league, capsys):
    put(league, "docs/facts/dornia.yaml", STATED + "    on: 2003\n" + EVIDENCE)
    waiver = "{rule: not-inferred, where: dornia#drill, seen: ['2003'], because: The sheet is dated in the catalogue.}"
    put(league, "docs/facts/waivers.yaml", f"waivers:\n  - {waiver}\n")
    code = main(["check", "--verbose", *TODAY])
    out = capsys.readouterr().out

    assert code == 0
    assert "waived     The sheet is dated in the catalogue. (docs/facts/waivers.yaml:2:5)" in out
    assert ", 1 waived;" in out


def test_shares_are_printed_for_each_page(league, capsys):
    main(["check", "--shares", *TODAY])

    assert "docs/topic/league.md: 2 figures: supported 2 (100%)" in capsys.readouterr().out


def test_the_lock_made_anew_is_the_lock_that_is_kept(league, capsys):
    kept = (league / "docs/facts/sources.lock").read_bytes()
    code = main(["lock", "--texts", "texts", *TODAY])

    assert code == 0
    assert kept == (league / "docs/facts/sources.lock").read_bytes()


def test_a_text_that_is_missing_stops_the_lock(league, capsys):
    (league / "texts/harbour-treaty.txt").unlink()

    assert main(["lock", "--texts", "texts", *TODAY]) == 2
    assert capsys.readouterr().err == "kb: texts holds no text 'harbour-treaty.txt'\n"


def test_coverage_says_what_carries_each_sentence(league, capsys):
    code = main(["coverage", "--verbose", *TODAY])
    out = capsys.readouterr().out

    assert code == 0
    assert "    name 'Boreland': harbour-treaty#signed-1990\n" in out
    assert out.endswith("Harbour1990treaty: 100.0% of 6 assertions, figures and names in 2 sentences\n")


def test_a_gap_in_coverage_fails(league, capsys):
    file = league / "docs/facts/harbour-treaty.yaml"
    put(league, "docs/facts/harbour-treaty.yaml", file.read_text(encoding="utf-8").replace("    where: selin\n", ""))

    assert main(["coverage", *TODAY]) == 1
    assert "    name 'Selin': carried by nothing\n" in capsys.readouterr().out


def test_a_name_within_another_word_carries_nothing(league, capsys):
    ledger = (league / "docs/facts/harbour-treaty.yaml").read_text(encoding="utf-8").replace("    where: selin\n", "")
    told = """\
  keeper:
    records: The Selinians keep it.
    evidence:
      - {by: Harbour1990treaty, at: preamble, quote: done at Selin on 3 June 1990 by Arvenia and Boreland, seen: full}
"""
    put(league, "docs/facts/harbour-treaty.yaml", ledger + told)

    assert main(["coverage", *TODAY]) == 1
    assert "    name 'Selin': carried by nothing\n" in capsys.readouterr().out


def test_a_quote_that_ends_within_a_word_is_not_locked(league, capsys):
    ledger = (league / "docs/facts/harbour-treaty.yaml").read_text(encoding="utf-8")
    put(league, "docs/facts/harbour-treaty.yaml", ledger.replace("keep their harbours open", "keep their harbours op"))
    main(["lock", "--texts", "texts", *TODAY])
    main(["check", *TODAY])

    assert "the quote 'The parties keep their harbours op' stands in no sentence" in capsys.readouterr().out


def test_fix_mends_a_page_and_says_what_it_changed(league, capsys):
    file = league / "docs/topic/league.md"
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"3 June 1990", b"3 June 1991"))
    before = {path: path.read_bytes() for path in league.rglob("*") if path.is_file() and path != file}

    code = main(["check", "--fix", *TODAY])

    out = capsys.readouterr().out
    assert code == 0
    assert out.startswith("docs/topic/league.md:7:43: '1991' is now '1990' (league#founded-1990)\n")
    assert file.read_bytes() == whole
    assert {path: path.read_bytes() for path in league.rglob("*") if path.is_file() and path != file} == before


def test_fix_keeps_to_the_paths_it_was_given(league, capsys):
    file = league / "docs/topic/league.md"
    wrong = file.read_bytes().replace(b"3 June 1990", b"3 June 1991")
    file.write_bytes(wrong)

    assert main(["check", "--fix", "docs/facts", *TODAY]) == 0
    assert file.read_bytes() == wrong

"""What cannot be read is told first and alone; what may follow from it is held back and counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.cli import main
from kb.core.finding import Finding, doubtful, impossible
from kb.core.mark import Mark
from kb.run.causes import sift

TODAY = ("--today", "2020-01-01")
BYTE = "the byte 0xf6 is not UTF-8"


def spoil(file: Path) -> None:
    """One byte of Latin-1, as an old editor saves it."""
    file.write_bytes(file.read_bytes() + b"\xf6\n")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The lines of a check that say what was found, without the summary."""
    assert main(["check", *arguments, *TODAY]) == 1
    return [line for line in capsys.readouterr().out.splitlines() if not line.startswith("    ")][:-1]


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict]:
    main(["check", *arguments, "--format", "json", *TODAY])
    return json.loads(capsys.readouterr().out)["findings"]


def finding(path: str, rule: str, severity=impossible) -> Finding:
    return severity(Mark(path), f"{rule} of {path}", "look", rule=rule)


def test_a_bibliography_that_cannot_be_read_is_told_alone_and_the_rest_is_counted(league, capsys):
    spoil(league / "refs.bib")
    follow = [f for f in report(capsys) if f["follows"]]

    assert len(follow) > 10
    assert [
        f"refs.bib:{len((league / 'refs.bib').read_bytes().splitlines())}:1: error: {BYTE} [unreadable]",
        f"{len(follow)} findings may follow from what cannot be read, and are not shown: mend that and run again",
    ] == printed(capsys)


def test_an_entity_that_cannot_be_read_keeps_back_what_names_it(league, capsys):
    spoil(league / "docs/facts/selin.yaml")
    lines = printed(capsys)

    assert [f"docs/facts/selin.yaml:4:1: error: {BYTE} [unreadable]"] == lines[:-1]
    assert "unknown-reference" in {f["rule"] for f in report(capsys) if f["follows"]}


def test_the_form_of_other_files_is_known_all_the_same(league, capsys):
    spoil(league / "docs/facts/selin.yaml")
    (league / "docs/facts/dornia.yaml").write_text("id: dornia\nkind: state\nnames: {en: Dornia}\nshrot: D\n")
    lines = printed(capsys)

    assert f"docs/facts/selin.yaml:4:1: error: {BYTE} [unreadable]" == lines[0]
    assert lines[1].startswith("docs/facts/dornia.yaml:4:1: error: the entity has an unknown field 'shrot'")


BACKWARDS = """\
id: dornia
kind: organisation
names: {en: Dornia}
statements:
  arvenia:
    member: arvenia
    as: acceded
    from: 2001-01-01
    until: 2000-01-01
    evidence: [{by: League2006history, at: ¶ 9, quote: "Arvenia, 1 January 2001 to 1 January 2000", seen: excerpt}]
"""


@pytest.mark.parametrize("unread", ["docs/facts/selin.yaml", "refs.bib"])
def test_what_one_statement_says_against_itself_is_told_whatever_else_is_not_read(league, capsys, unread):
    spoil(league / unread)
    (league / "docs/facts/dornia.yaml").write_text(BACKWARDS)
    lines = printed(capsys)

    assert lines[0].endswith(f"{BYTE} [unreadable]")
    assert [line.rpartition(" ")[2] for line in lines[1:-1]] == ["[end-before-start]"]


def test_what_may_be_waived_is_held_back_where_the_waivers_cannot_be_read(league, capsys):
    (league / "docs/facts/dornia.yaml").write_text(BACKWARDS)
    (league / "docs/facts/waivers.yaml").write_bytes(b"\xf6\n")
    lines = printed(capsys)

    assert lines[0].startswith("docs/facts/waivers.yaml:1:1: error: ")
    assert ["finding may follow"] == [" ".join(line.split()[1:4]) for line in lines[1:]]


EVERYWHERE = """\
---
about: [league]
---

# A page that leads everywhere

More on [Selin](../facts/selin.yaml) and [its founding](../facts/league.yaml#founded-1990).
More on [the League](league.md#the-league-of-the-straits) and [a list](list.md).
The League was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`.
It had {kb:count}`league @ 1995-06-01` members, and {kb:holder}`secretary @ 2003-06-01` led it.

```{kb:timeline}
league
```

```{kb:members} league
```

```{kb:tenures} secretary
```
"""


def test_nothing_that_follows_from_any_one_file_is_told_as_a_cause(league, capsys):
    """Each file of a repository that is clean is spoilt in turn: whatever is found then follows from it."""
    (league / "docs/index.md").write_text("# Start\n\n```{toctree}\ntopic/league\ntopic/list\ntopic/other\n```\n")
    (league / "docs/topic/list.md").write_text("---\nabout: [league]\n---\n\n# A list\n")
    (league / "docs/topic/other.md").write_text(EVERYWHERE)
    spoilt = {}
    for file in [league / "refs.bib", *sorted((league / "docs").rglob("*.md")), *(league / "docs").rglob("*.yaml")]:
        whole = file.read_bytes()
        spoil(file)
        lines = printed(capsys)
        file.write_bytes(whole)
        spoilt[file.name] = [line for line in lines if "[unreadable]" not in line and " may follow " not in line]

    assert main(["check", *TODAY]) == 0, capsys.readouterr().out
    assert len(spoilt) > 15
    assert {} == {name: told for name, told in spoilt.items() if told}


def test_a_link_to_what_cannot_be_read_is_not_dead(league, capsys):
    spoil(league / "docs/facts/selin.yaml")
    (league / "docs/topic/other.md").write_text(EVERYWHERE.replace("list.md", "lost.md"))
    lines = printed(capsys)

    assert lines[0].endswith(f"{BYTE} [unreadable]")
    assert [line.partition("error: ")[2] for line in lines[1:-1]] == ["there is no page 'lost' [dead-link]"]


def test_without_the_schema_nothing_else_is_told(league, capsys):
    (league / "docs/facts/schema/properties.yaml").write_text("held-by: [\n")
    lines = printed(capsys)

    assert lines[0].startswith("docs/facts/schema/properties.yaml:2:1: error: this is not YAML")
    assert [line for line in lines if "may follow" in line] == lines[1:]


def test_a_page_that_cannot_be_read_does_not_keep_back_what_another_page_says_wrong(league, capsys):
    page = league / "docs/topic/league.md"
    (league / "docs/topic/other.md").write_bytes(page.read_bytes().replace(b"3 June 1990", b"3 June 1991"))
    spoil(page)
    lines = printed(capsys)

    assert f"docs/topic/league.md:10:1: error: {BYTE} [unreadable]" == lines[0]
    assert lines[1].startswith("docs/topic/other.md:7:36: error: ")


def test_what_keeps_all_from_being_judged_is_told_wherever_one_looks(league, capsys):
    spoil(league / "refs.bib")
    lines = printed(capsys, "docs/topic")

    assert lines[0].endswith(f"{BYTE} [unreadable]")
    assert lines[1].startswith("4 findings may follow")


def test_nothing_is_mended_by_a_ledger_that_cannot_be_read(league, capsys):
    page = league / "docs/topic/league.md"
    wrong = page.read_bytes().replace(b"3 June 1990", b"3 June 1991")
    page.write_bytes(wrong)
    spoil(league / "docs/facts/selin.yaml")

    assert main(["check", "--fix", *TODAY]) == 1
    assert page.read_bytes() == wrong
    assert capsys.readouterr().err == "kb: nothing is mended by the ledger, for docs/facts/selin.yaml cannot be read\n"


def test_a_rule_that_broke_down_is_told_in_any_case():
    broken, other = finding("scripts/kb/rules/time/x.py", "rule-crashed"), finding("docs/facts/a.yaml", "tense")
    cause = finding("refs.bib", "unreadable")
    sifted = sift([other, broken, cause])

    assert ((cause, broken), (other,)) == (sifted.shown, sifted.held)


def test_where_all_can_be_read_all_is_told_in_the_order_of_places():
    those = (finding("docs/b.md", "tense"), finding("docs/a.md", "schema"), finding("refs.bib", "unreadable", doubtful))

    assert those == sift(those).shown
    assert () == sift(those).held


def test_github_is_told_the_cause_first_and_once_what_follows(league, capsys):
    spoil(league / "refs.bib")
    lines = printed(capsys, "--format", "github")
    commands = [line for line in lines if line.startswith("::")]

    assert commands[0].startswith("::error file=refs.bib,line=")
    assert [commands[1]] == [line for line in lines if line.startswith("::notice title=kb check::")]
    assert commands == lines[:2]
    assert commands[1].endswith(
        " findings may follow from what cannot be read, and are not shown: mend that and run again"
    )


def test_github_is_given_no_more_than_it_shows_and_one_notice_of_the_rest(league, capsys):
    statement = "  s{n}:\n    records: It was so.\n    free: a test\n    on: 2003-13\n"
    (league / "docs/facts/dornia.yaml").write_text(
        "id: dornia\nkind: state\nnames: {en: Dornia}\nstatements:\n"
        + "".join(statement.format(n=n) for n in range(14))
    )
    lines = printed(capsys, "--format", "github")
    commands = [line.partition(" ")[0] for line in lines if line.startswith("::")]
    errors = [line for line in lines if ": error: " in line]

    assert [*["::error"] * 10, "::notice"] == commands
    assert len(errors) > 14
    assert f"::notice title=kb check::{len(errors) - 10} errors more: see the log of this step" in [
        line.partition(";")[0] for line in lines
    ]

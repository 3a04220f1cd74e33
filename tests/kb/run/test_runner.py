"""The runner: how often rules are called, what a crash becomes, what a waiver excuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from kb.core.finding import Certainty, Finding, Severity, doubtful, impossible, missing
from kb.core.mark import Mark
from kb.core.model import Corpus, Entity, Page, Statement
from kb.load.corpus import assemble
from kb.run.fixtures import PARTS
from kb.run.known import ONE_BY_ONE, THINGS, known
from kb.run.rules import NEVER
from kb.run.runner import Rule, examine, rules
from kb.verify.verdict import VerifiedPage

SCHEMA = Path(__file__).parents[3] / "docs" / "facts" / "schema"
DORNIA = """\
id: dornia
kind: state
names: {en: Dornia}
statements:
  drill:
    records: A drill was held.
    evidence:
      - {by: Gazette, at: ¶ 1, quote: a drill was held, seen: full}
  parade:
    records: A parade was held.
    evidence:
      - {by: Gazette, at: ¶ 2, quote: a parade was held, seen: full}
"""


def corpus(pages: Mapping[str, bytes] = MappingProxyType({}), **files: str) -> Corpus:
    """A ledger of one state; more files by the name of the entity, and pages by their path."""
    written = {f"docs/facts/{name}.yaml": text.encode() for name, text in {"dornia": DORNIA, **files}.items()}
    schema = {f"docs/facts/schema/{file.name}": file.read_bytes() for file in SCHEMA.iterdir()}
    return assemble({**written, **schema, **pages}, date(2020, 1, 1))


def rule(slug: str, check, *scope: str, family: str = "time") -> Rule:
    """A rule made for a test."""
    return Rule(slug, family, check, scope, f"scripts/kb/rules/{family}/{slug}.py")


def finds(statement: Statement) -> Iterator[Finding]:
    yield impossible(
        statement.mark, f"{statement.slug} is here", "look", statement=statement.id, seen=(statement.slug,)
    )


def waiver(where: str, seen: str, name: str = "finds") -> str:
    return f"waivers:\n  - {{rule: {name}, where: {where}, seen: [{seen}], because: it is known}}\n"


def test_a_rule_is_called_once_for_everything_its_parameter_names():
    called: list[str] = []

    def by_statement(statement: Statement) -> list[Finding]:
        called.append(statement.id)
        return []

    def by_entity(entity: Entity, corpus: Corpus) -> list[Finding]:
        called.append(f"{entity.id} of {len(corpus.entities)}")
        return []

    def by_corpus(corpus: Corpus) -> list[Finding]:
        called.append(f"all {len(corpus.statements)}")
        return []

    those = (
        rule("by-statement", by_statement, "statement"),
        rule("by-entity", by_entity, "entity", "corpus"),
        rule("by-corpus", by_corpus, "corpus"),
    )
    examine(corpus(), those)

    assert called == ["dornia#drill", "dornia#parade", "dornia of 1", "all 2"]


def test_findings_carry_the_name_of_their_rule_and_stand_in_the_order_of_places():
    def backwards(corpus: Corpus) -> Iterator[Finding]:
        for line in (9, 2, 5):
            yield doubtful(Mark("docs/facts/dornia.yaml", line), "odd", "look")

    found = examine(corpus(), (rule("backwards", backwards, "corpus"),)).findings

    assert [finding.mark.line for finding in found] == [2, 5, 9]
    assert {finding.rule for finding in found} == {"backwards"}


def test_the_runner_turns_certainty_into_severity():
    place = Mark("docs/facts/dornia.yaml")
    found = [make(place, "odd", "look") for make in (impossible, doubtful, missing)]

    assert [f.severity for f in found] == [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    assert [f.certainty for f in found] == list(Certainty)


def test_a_run_with_notes_only_is_clean():
    def notes(corpus: Corpus) -> Iterator[Finding]:
        yield missing(Mark("refs.bib"), "odd", "look")

    def warns(corpus: Corpus) -> Iterator[Finding]:
        yield doubtful(Mark("refs.bib"), "odd", "look")

    assert examine(corpus(), (rule("notes", notes, "corpus"),)).is_clean
    assert not examine(corpus(), (rule("warns", warns, "corpus"),)).is_clean


def test_a_crash_is_a_finding_at_the_statement_that_caused_it_and_stops_nothing():
    def crashes(statement: Statement) -> Iterator[Finding]:
        if statement.slug == "drill":
            raise KeyError("no such thing")
        yield from finds(statement)

    those = (rule("crashes", crashes, "statement"), *(r for r in rules() if r.slug == "rule-crashed"))
    crash, other = examine(corpus(), those).findings
    place = Mark("docs/facts/dornia.yaml", 5, 3)

    assert (crash.rule, crash.mark, crash.statement) == ("rule-crashed", place, "dornia#drill")
    assert "the rule crashes breaks down here" in crash.text
    assert "KeyError" in crash.text
    assert (other.rule, other.statement) == ("crashes", "dornia#parade")


def test_what_a_rule_found_before_it_crashed_is_kept():
    def half_way(corpus: Corpus) -> Iterator[Finding]:
        yield impossible(Mark("refs.bib"), "odd", "look")
        raise ValueError

    found = examine(corpus(), (rule("half-way", half_way, "corpus"),)).findings

    assert [finding.text for finding in found] == ["odd"]


def test_a_fault_of_loading_that_no_rule_reports_is_still_reported():
    found = examine(corpus(broken="id: [broken"), ()).findings

    assert [(finding.rule, finding.mark.path) for finding in found] == [("unreadable", "docs/facts/broken.yaml")]


def test_a_waiver_excuses_the_finding_with_the_values_it_saw():
    outcome = examine(corpus(waivers=waiver("dornia#drill", "drill")), (rule("finds", finds, "statement"),))

    assert [finding.statement for finding in outcome.findings] == ["dornia#parade"]
    assert [(finding.statement, why.because) for finding, why in outcome.waived] == [("dornia#drill", "it is known")]


def test_a_waiver_dies_when_the_values_change():
    outcome = examine(corpus(waivers=waiver("dornia#drill", "march")), (rule("finds", finds, "statement"),))

    assert [finding.statement for finding in outcome.findings] == ["dornia#drill", "dornia#parade"]


def test_a_waiver_excuses_one_finding_and_two_alike_need_two():
    def twice(statement: Statement) -> Iterator[Finding]:
        for column in (1, 2):
            yield impossible(Mark("docs/facts/dornia.yaml", 1, column), "odd", "look", seen=("odd",))

    those = (rule("finds", twice, "statement"), *(each for each in rules() if each.slug == "stale-waiver"))
    one = waiver("docs/facts/dornia.yaml", "odd")
    two, three = one + one.partition("\n")[2], one + 2 * one.partition("\n")[2]

    assert [1, 0, 0] == [
        len([f for f in examine(corpus(waivers=w), those).findings if f.rule == "finds"]) for w in (one, two, three)
    ]
    assert ["the waiver excuses a finding that another waiver excuses already"] == [
        finding.text for finding in examine(corpus(waivers=three), those).findings
    ]


def test_a_waiver_for_a_page_names_the_line():
    def by_page(page: Page) -> Iterator[Finding]:
        for number in (4, 5):
            yield impossible(Mark(page.path, number), "odd", "look", statement="dornia#drill", seen=("odd",))

    pages = {"docs/topic/a.md": "# A\n\nIt was so.\nIt is  a\u00a0drill now.\nIt is odd now.\n".encode()}
    line = "waivers:\n  - {rule: finds, where: %s, line: %s, seen: [odd], because: it is known}\n"
    whole = waiver("dornia#drill", "odd")

    def kept(text: str) -> list[int]:
        return [f.mark.line for f in examine(corpus(pages, waivers=text), (rule("finds", by_page, "page"),)).findings]

    assert [4, 5] == kept(whole) == kept(line % ("dornia#drill", "It is"))
    assert (
        [5]
        == kept(line % ("dornia#drill", "It is a drill now."))
        == kept(line % ("docs/topic/a.md", "It is a drill now."))
    )


def test_a_fault_of_loading_that_no_rule_reports_cannot_be_waived():
    broken = corpus(broken="id: [broken", waivers="waivers: []\n")
    (fault,) = (f for f in examine(broken, ()).findings if f.rule == "unreadable")
    text = (
        f"waivers:\n  - {{rule: unreadable, where: {fault.mark.path}, seen: ['{fault.text}'], because: it is known}}\n"
    )
    found = examine(corpus(broken="id: [broken", waivers=text), ()).findings

    assert "unreadable" in {finding.rule for finding in found}


@pytest.mark.parametrize("slug", NEVER)
def test_what_keeps_a_reader_safe_or_the_build_whole_cannot_be_waived(slug):
    outcome = examine(
        corpus(waivers=waiver("dornia#drill", "drill", slug)), (rule(slug, finds, "statement", family="source"),)
    )

    assert len(outcome.findings) == 2


def test_spaces_and_empty_values_are_no_part_of_what_a_waiver_saw():
    def vague(statement: Statement) -> Iterator[Finding]:
        yield impossible(statement.mark, "odd", "look", statement=statement.id, seen=("", "a\u00a0 drill"))

    outcome = examine(corpus(waivers=waiver("dornia#drill", "a drill")), (rule("finds", vague, "statement"),))

    assert [finding.statement for finding in outcome.findings] == ["dornia#parade"]


def test_a_finding_without_values_is_known_by_its_text():
    def plain(statement: Statement) -> Iterator[Finding]:
        yield impossible(statement.mark, f"{statement.slug} is odd", "look", statement=statement.id)

    outcome = examine(corpus(waivers=waiver("dornia#drill", "drill is odd")), (rule("finds", plain, "statement"),))

    assert [finding.statement for finding in outcome.findings] == ["dornia#parade"]


def test_a_waiver_without_the_values_it_saw_is_a_fault_of_form():
    text = "waivers:\n  - {rule: finds, where: dornia#drill, because: it is known}\n"
    found = examine(corpus(waivers=text), ()).findings

    assert [(finding.rule, finding.text) for finding in found] == [("schema", "the waiver has no 'seen'")]


def test_a_rule_that_looks_at_findings_may_crash_too():
    def fails(findings: tuple[Finding, ...]) -> Iterator[Finding]:
        raise ValueError(len(findings))

    crashed = next(r for r in rules() if r.slug == "rule-crashed")
    found = examine(corpus(), (crashed, rule("fails", fails, "findings"), rule("finds", finds, "statement"))).findings

    assert sorted(finding.rule for finding in found) == ["finds", "finds", "rule-crashed"]


def test_a_page_that_cannot_be_read_is_one_crash_and_hides_no_other_page(monkeypatch):
    def bad(page: Page) -> tuple[Page, tuple[()]]:
        if page.path.endswith("bad.md"):
            raise ValueError("too long")
        return page, ()

    def by_reading(reading: VerifiedPage) -> Iterator[Finding]:
        yield doubtful(Mark(reading.page.path), "odd", "look")

    monkeypatch.setattr("kb.annotate.sentences.shortened", bad)
    pages = {f"docs/topic/{name}.md": b"---\nabout: [dornia]\n---\n\n# A page\n" for name in ("bad", "good")}
    crashed = next(r for r in rules() if r.slug == "rule-crashed")
    those = (rule("one", by_reading, "reading"), rule("two", by_reading, "reading"), crashed)
    found = examine(corpus(pages), those).findings

    assert [(f.rule, f.mark.path) for f in found] == [
        ("rule-crashed", "docs/topic/bad.md"),
        ("one", "docs/topic/good.md"),
        ("two", "docs/topic/good.md"),
    ]


def test_content_that_cannot_be_read_cannot_be_waived():
    those = (rule("finds", finds, "statement", family="form"),)
    outcome = examine(corpus(waivers=waiver("dornia#drill", "drill")), those)

    assert len(outcome.findings) == 2


def test_every_rule_asks_for_what_somebody_makes():
    fixtures = known()

    assert {name for rule in rules() for name in rule.scope if name not in fixtures} <= {*PARTS, *THINGS}


def test_no_rule_is_called_on_two_things_at_once():
    assert [rule.slug for rule in rules() if len(set(ONE_BY_ONE) & known().reach(rule.scope)) > 1] == []


def test_findings_are_counted_by_how_grave_they_are():
    def grave(corpus: Corpus) -> list[Finding]:
        marks = [Mark("a", n + 1) for n in range(6)]
        made = [impossible] * 3 + [doubtful] * 2 + [missing]
        return [make(mark, "it is here", "look") for make, mark in zip(made, marks, strict=True)]

    found = examine(corpus(), (rule("grave", grave, "corpus"),))

    assert [3, 2, 1] == [found.count(each) for each in (Severity.ERROR, Severity.WARNING, Severity.NOTE)]


def test_a_fault_of_loading_is_told_by_its_rule_or_else_as_it_is():
    def nothing(corpus: Corpus) -> list[Finding]:
        return []

    broken = corpus(odd="id: odd\nkind: state\nnames: {en: Odd}\nstatements: 7\n")
    (fault,) = broken.faults

    assert (fault,) == examine(broken, (rule("other", nothing, "corpus"),)).findings
    assert () == examine(broken, (rule(fault.rule, nothing, "corpus"),)).findings


def test_of_files_that_are_named_only_what_they_hold_is_looked_at():
    both = corpus(elbonia=DORNIA.replace("dornia", "elbonia").replace("Dornia", "Elbonia"))
    found = examine(both, (rule("finds", finds, "statement"),), only=frozenset({"docs/facts/elbonia.yaml"})).findings

    assert {"elbonia#drill", "elbonia#parade"} == {finding.statement for finding in found}


def test_only_pages_that_are_vouched_for_are_read():
    pages = {"docs/one.md": b"# One\n\nIt began in 1993.\n", "docs/contributing/two.md": b"# Two\n\nSince 1993.\n"}

    assert ["docs/one.md"] == [reading.page.path for reading in examine(corpus(pages)).readings]

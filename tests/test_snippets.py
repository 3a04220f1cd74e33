"""What the manual shows can be done as shown: each example of it is read, checked and found whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kb.core.finding import Finding, Severity
from kb.core.model import EventType
from kb.core.model.events import FAMILIES, MODALITIES
from kb.core.model.order import UNITS
from kb.load.corpus import assemble, read
from kb.load.events import EVENTS, declared
from kb.load.front import KNOWN
from kb.load.markup import DIRECTIVES, ROLES
from kb.load.paths import LARGEST, FileKind, kind_of
from kb.load.schema import STANCES
from kb.load.statements import CLAIM, COMMON
from kb.load.waivers import waivers
from kb.query.sentences import sentence
from kb.report import tally, text
from kb.report.text import headline
from kb.rules.source import unknown_field
from kb.run.runner import examine
from sphinx_kb.domain import KbDomain

ROOT = Path(__file__).parents[1]
MANUAL = {path.stem: path.read_text("utf-8") for path in (ROOT / "docs" / "contributing").glob("*.md")}
MANUAL["CONTRIBUTING"] = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
TODAY = date(2026, 11, 22)
FORM = frozenset(
    {"schema", "untyped-record", "unreadable", "duplicate-key", "stray-field", "unlisted-value", "wrong-kind"}
)
ENTITY = "id: treaty\nkind: instrument\nnames: {en: Treaty on Collective Security}\n"
EVIDENCE = "evidence: [{by: CST1992treaty, at: preamble, quote: the treaty, seen: excerpt}]"


def snippets(page: str, language: str) -> list[str]:
    """The blocks of a page that are in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", MANUAL[page], re.DOTALL | re.MULTILINE)


@cache
def real() -> dict[str, bytes]:
    """The real content."""
    return read(ROOT)


def found(path: str, content: str) -> list[Finding]:
    """What is found in a file that is laid over the real content, but for notes."""
    corpus = assemble({**real(), path: content.encode()}, TODAY)
    outcome = examine(corpus, only=frozenset({path}))
    return [f for f in outcome.findings if f.mark.path == path and f.severity is not Severity.NOTE]


def entity(snippet: str) -> str:
    """The snippet as a whole file; what it only hints at by an ellipsis is left out, or evidence put there."""
    lines = [re.sub(r"evidence: …", EVIDENCE, line) for line in snippet.splitlines()]
    body = "\n".join(line for line in lines if "…" not in line.partition("#")[0]) + "\n"
    return body if body.startswith("id:") else ENTITY + body


SCHEMA = "# docs/facts/schema/"
RECORDS, LAWS = (
    [each for each in snippets("ledger", "yaml") if each.startswith(SCHEMA) is is_law] for is_law in (False, True)
)
"""What is shown of entities, and of the schema."""


@pytest.mark.parametrize("snippet", RECORDS, ids=lambda snippet: snippet.split(":")[0])
def test_an_example_of_the_ledger_has_its_form(snippet: str) -> None:
    faults = [f for f in found("docs/facts/treaty.yaml", entity(snippet)) if f.rule in FORM]

    assert [] == [headline(fault) for fault in faults]


def test_the_examples_of_the_ledger_are_all_there() -> None:
    assert ["id", "statements", "statements", "claims", "judgements"] == [each.split(":")[0] for each in RECORDS]


def test_the_events_that_are_shown_read_as_is_said_beside_them() -> None:
    corpus = assemble({**real(), "docs/facts/treaty.yaml": entity(RECORDS[2]).encode()}, TODAY)
    events = [event for each in corpus.entities["treaty"].statements for event in each.events]

    assert re.findall(r" event: .*# (.*)$", RECORDS[2], re.MULTILINE) == [sentence(corpus, each) for each in events]


def test_the_event_that_is_shown_may_be_declared() -> None:
    (shown,) = LAWS
    whole = real()[EVENTS] + shown.encode()
    faults: list[Finding] = []
    made = declared(whole, faults)["blockade"]

    assert [] == faults
    assert [] == [
        each.name
        for each in fields(made)
        if each.name not in ("mark", "denied_by", "mutual", "answer") and not getattr(made, each.name)
    ]


def test_every_field_of_an_event_is_in_the_manual_and_no_other() -> None:
    known = {each.name.replace("_", "-") for each in fields(EventType)} - {"name", "mark"}

    assert known == set(first_cells("ledger", "in the schema"))
    assert set(FAMILIES) <= set(re.findall(r"`([a-z]+)`", MANUAL["ledger"]))
    assert set(MODALITIES) <= set(re.findall(r"`([a-z]+)`", MANUAL["ledger"]))


@pytest.mark.parametrize("page", ["CONTRIBUTING", "writing"])
def test_an_example_of_a_page_is_clean(page: str) -> None:
    (shown,) = snippets(page, "markdown")
    whole = shown if shown.startswith("---") else f"---\nabout: [treaty]\nasof: {TODAY}\n---\n\n# A page\n\n{shown}"

    assert [] == [headline(finding) for finding in found("docs/treaty/example.md", whole)]


def test_the_example_of_waivers_is_read() -> None:
    (shown,) = snippets("check", "yaml")
    accepted, _, faults = waivers(shown.encode())

    assert () == faults
    assert ["plan#talk", "docs/treaty/treaty.md"] == [waiver.where for waiver in accepted]
    assert [False, True] == [bool(waiver.line) for waiver in accepted]


def test_what_check_prints_has_the_form_that_is_shown() -> None:
    shown = "".join(snippets("check", "text"))
    corpus = assemble(real(), TODAY)
    summary = text.summary(tally.tally(corpus, [], 0), 1.0)
    shares = text.shares("docs/treaty/founding.md", {"supported": 41, "exempt: sequence": 1})

    assert re.sub(r"[\d.,]*\d", "N", summary) in re.sub(r"[\d.,]*\d", "N", shown)
    assert re.sub(r"[\d.,]*\d", "N", shares).partition(": supported")[0] in re.sub(r"[\d.,]*\d", "N", shown)


def first_cells(page: str, head: str) -> Iterator[str]:
    """What stands in code in the first cells of a table."""
    table = MANUAL[page].partition(f"| {head} |")[2].partition("\n\n")[0]
    for cell in re.findall(r"^\| ([^|]*) \|", table, re.MULTILINE):
        yield from re.findall(r"`([a-z-]+)", cell)


def all_cells(page: str, head: str) -> list[str]:
    """Everything that stands in code in the first cells of a table."""
    table = MANUAL[page].partition(f"| {head} | for |")[2].partition("\n\n")[0]
    return [
        name for cell in re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE) for name in re.findall(r"`([^`]+)`", cell)
    ]


def test_every_field_of_a_statement_is_in_the_manual_and_no_other() -> None:
    told = set(re.findall(r"`([a-z-]+)", MANUAL["ledger"])) | {"evidence"}

    assert set() == COMMON - told
    assert set(first_cells("ledger", "field")) <= COMMON


def test_every_field_of_a_claim_is_in_its_example() -> None:
    example = RECORDS[3]

    assert CLAIM <= set(re.findall(r"^    ([a-z]+):", example, re.MULTILINE))


def test_stances_and_units_are_those_that_are_read() -> None:
    told = re.search(r"stance: judges +# (.*)$", MANUAL["ledger"], re.MULTILINE)
    units = re.search(r"^Units are (.*?);", MANUAL["ledger"], re.MULTILINE)

    assert told
    assert units
    assert set(STANCES) == set(told[1].split(" · "))
    assert set(UNITS) == {word for n in set(re.findall(r"[a-z]+s", units[1])) for word in (n, n[:-1])}


def test_every_field_of_our_own_in_the_bibliography_is_in_the_manual() -> None:
    known = {field for field in unknown_field.COMMON if field.startswith("x-")}

    assert known == set(first_cells("ledger", "field of our own"))


def test_every_directive_and_role_of_ours_that_is_shown_is_there() -> None:
    roles, directives = set(KbDomain.roles), set(KbDomain.directives)
    shown = re.findall(r"`` \{kb:(\w+)\}`", MANUAL["writing"]), re.findall(r"`\{kb:(\w+)\}", MANUAL["writing"])

    assert {"count", "holder"} <= set(shown[0]) <= roles
    assert (
        {"members", "tenures", "timeline", "disagreements", "statements"} <= set(shown[1]) - set(shown[0]) <= directives
    )


def test_the_markup_that_is_told_is_the_markup_there_is() -> None:
    assert set(DIRECTIVES) == set(all_cells("writing", "directives"))
    assert set(ROLES) == set(all_cells("writing", "roles"))


def test_the_fields_of_front_matter_and_the_sizes_of_files_are_those_that_are_held() -> None:
    told = re.search(r"Front matter has the fields (.*?);", MANUAL["writing"])

    assert told
    assert list(KNOWN) == re.findall(r"`(\w+)`", told[1])
    assert f"`.md` file of at most {LARGEST[FileKind.PAGE] // 1024} KiB" in MANUAL["writing"]
    assert f"at most {LARGEST[FileKind.ENTITY] // 1024} KiB" in MANUAL["ledger"]


@pytest.mark.parametrize("page", ["about-us.md", "About.md", "_about.md", ".about.md", "about us.md", "about.rst"])
def test_a_file_is_named_as_the_manual_says(page: str) -> None:
    assert (page == "about-us.md") is (kind_of(f"docs/topic/{page}") is FileKind.PAGE)

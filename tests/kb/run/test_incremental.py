"""A run that takes over what has not changed finds what a whole run finds."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.core.finding import Finding
from kb.load.corpus import assemble
from kb.run.runner import Result, examine
from kb.verify.reach import grounds

TODAY = date(2020, 1, 1)
PAGE = "docs/topic/league.md"


def told(outcome: Result) -> list[Finding]:
    return sorted(outcome.findings, key=lambda finding: (finding.mark, finding.rule, finding.text))


def edited(data: bytes, seed: int) -> bytes:
    """The text with one of its lines dropped, doubled or exchanged, or a digit, a word or a sign of it changed."""
    draw = random.Random(seed)  # noqa: S311  # no secret
    lines = data.decode().split("\n")
    at = draw.randrange(len(lines))
    other = draw.randrange(len(lines))
    digits = lines[at].translate(str.maketrans("0123456789", "1234567890"))
    words = lines[at].split(" ")
    draw.shuffle(words)
    change = draw.randrange(5)
    lines[at : at + 1] = [[], [lines[at]] * 2, [lines[other]], [digits], [" ".join(words)]][change]
    return "\n".join(lines).encode()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(edits=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)), min_size=1, max_size=4))
def test_after_any_edits_it_finds_the_same(small: dict[str, bytes], edits: list[tuple[int, int]]) -> None:
    files = dict(small)
    paths = sorted(path for path in files if path.endswith((".md", ".yaml", ".bib")))
    outcome = examine(assemble(files, TODAY), keeps=True)
    for which, seed in edits:
        path = paths[which % len(paths)]
        files[path] = edited(files[path], seed)
        corpus = assemble(files, TODAY)
        outcome = examine(corpus, before=outcome.run, keeps=True)

        assert told(examine(corpus)) == told(outcome)


@pytest.mark.parametrize(("path", "most"), [(PAGE, 46), ("docs/facts/selin.yaml", 300)])
def test_it_looks_only_at_what_a_change_reaches(
    small: dict[str, bytes], path: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = examine(assemble(small, TODAY), keeps=True)
    calls: list[str] = []
    called = Result.__module__ + "._Work._called"
    real = __import__(Result.__module__, fromlist=["_Work"])._Work._called
    monkeypatch.setattr(called, lambda self, rule, *more: calls.append(rule.slug) or real(self, rule, *more))
    changed = small[path].replace(b"\n", b"\n\n", 1) if path.endswith(".md") else small[path] + b"also: [the port]\n"
    examine(assemble({**small, path: changed}, TODAY), before=before.run, keeps=True)
    few = len(calls)
    calls.clear()
    examine(assemble({**small, path: changed}, TODAY))

    assert 0 < few < most
    assert few < len(calls)


def test_a_page_is_read_anew_only_if_it_reaches_what_has_changed(small: dict[str, bytes]) -> None:
    """By what it is about, by a name that it tells, or by a source that it cites."""
    path, lone = "docs/facts/harbour-treaty.yaml", "docs/topic/lone.md"
    files = {**small, lone: b"# Alone\n\nNothing is told here of anybody.\n"}
    before = examine(assemble(files, TODAY), keeps=True)
    changed = {**files, path: files[path].replace(b"1990-06-03", b"1990-06-04", 1)}
    assert changed[path] != files[path]
    after = examine(assemble(changed, TODAY), before=before.run, keeps=True)
    pages = [reading.page for reading in after.readings]
    taken = {p.path for p in pages if after.run.ask(grounds, page=p) is before.run.ask(grounds, page=p)}

    assert PAGE in {page.path for page in pages} - taken
    assert lone in taken


def test_a_page_is_looked_at_again_where_the_ledger_says_otherwise(small: dict[str, bytes]) -> None:
    before = examine(assemble(small, TODAY), keeps=True)
    changed = small["docs/facts/league.yaml"].replace(b"1990-06-03", b"1990-06-04")
    corpus = assemble({**small, "docs/facts/league.yaml": changed}, TODAY)
    after = examine(corpus, before=before.run, keeps=True)

    assert "prose-disagrees" in {f.rule for f in after.findings if f.mark.path == PAGE}
    assert told(examine(corpus)) == told(after)


def test_a_finding_names_the_line_on_which_a_statement_stands_by_now(small: dict[str, bytes]) -> None:
    page, path = small[PAGE].replace(b"1990", b"1991"), "docs/facts/league.yaml"
    before = examine(assemble({**small, PAGE: page}, TODAY), keeps=True)
    moved = small[path].replace(b"statements:\n", b"statements:\n\n\n", 1)
    after = examine(assemble({**small, PAGE: page, path: moved}, TODAY), before=before.run, keeps=True)
    lines = [[mark.line for f in told(each) for mark in f.compare if mark.path == path] for each in (before, after)]

    assert lines[0]
    assert [line + 2 for line in lines[0]] == lines[1]

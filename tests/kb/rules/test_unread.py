"""`unread` in a run that goes on: only what a change can reach is looked at again."""

from __future__ import annotations

from datetime import date

import pytest

from kb.load.corpus import assemble
from kb.run.runner import Result, examine

TODAY = date(2020, 1, 1)
PAGE, OTHER, LOCK = "docs/topic/league.md", "docs/topic/treaty.md", "docs/readings.lock"
TREATY = (
    "---\nabout: [harbour-treaty]\n---\n\n# The treaty\n\n"
    "It was signed on 3 June 1990 {cite:p}`Harbour1990treaty{Art. 1}`.\n"
)
READ = b"""readings 1
batch a6cecc1b 2019-11-29 area-editor read 3 planted 1 caught 1
read docs/topic/league.md 2c3c4e4d1d469d45 a6cecc1b 4e07a7bec0fac2e0d01cf5ad 8c836874
read docs/topic/league.md 6afae92b2fe60e7c a6cecc1b 09ae0c243b974c088e7fc2e0 aa2d9cf0
read docs/topic/league.md f573af861ba3ee5f a6cecc1b 0aef1bc353e26b866b96 57941726
"""


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that the rule is called on."""
    calls: list[str] = []
    called = Result.__module__ + "._Work._called"
    real = __import__(Result.__module__, fromlist=["_Work"])._Work._called

    def noted(self, rule, given, things, *more):
        calls.extend([things["page"].path] if rule.slug == "unread" else [])
        return real(self, rule, given, things, *more)

    monkeypatch.setattr(called, noted)
    return calls


def found(outcome: Result) -> list[str]:
    return [f"{f.mark.path}:{f.mark.line}" for f in outcome.findings if f.rule == "unread"]


def test_a_change_is_seen_and_only_the_pages_are_looked_at_that_it_reaches(small, looked):
    files = {**small, OTHER: TREATY.encode(), LOCK: READ}
    first = examine(assemble(files, TODAY), keeps=True)
    both = sorted(looked)
    looked.clear()
    edited = {**files, OTHER: TREATY.replace("signed", "made").encode()}
    second = examine(assemble(edited, TODAY), before=first.run, keeps=True)
    one = list(looked)
    looked.clear()
    reworded = {**edited, PAGE: edited[PAGE].replace(b"habit holds", b"only habit holds")}
    third = examine(assemble(reworded, TODAY), before=second.run, keeps=True)

    assert ([], [], [f"{PAGE}:9"]) == (found(first), found(second), found(third))
    assert ([PAGE, OTHER], [OTHER], [PAGE]) == (both, one, looked)


def test_lines_that_come_and_go_in_the_ledger_leave_it_as_it_was(small):
    files = {**small, LOCK: READ}
    first = examine(assemble(files, TODAY), keeps=True)
    moved = {**files, "docs/facts/league.yaml": b"# a line\n" + files["docs/facts/league.yaml"]}

    assert [] == found(examine(assemble(moved, TODAY), before=first.run, keeps=True))


def test_a_changed_statement_and_a_new_reading_are_seen(small):
    files = {**small, LOCK: READ}
    first = examine(assemble(files, TODAY), keeps=True)
    facts = files["docs/facts/league.yaml"].replace(b"stance: argues", b"stance: reports")
    second = examine(assemble({**files, "docs/facts/league.yaml": facts}, TODAY), before=first.run, keeps=True)
    third = examine(
        assemble({**files, "docs/facts/league.yaml": facts, LOCK: b""}, TODAY), before=second.run, keeps=True
    )

    assert ([], [f"{PAGE}:9"], []) == (found(first), found(second), found(third))


def test_of_many_statements_that_changed_the_first_are_named(small):
    members = small["docs/facts/league.yaml"]
    for slug in ("arvenia", "boreland", "corvia", "members-1995", "founded-1990"):
        old = f"  {slug}:\n".encode()
        members = members.replace(old, old + b"    planned: true\n")
    changed = {**small, LOCK: READ, "docs/facts/league.yaml": members.replace(b"at: \xc2\xb6 2", b"at: \xc2\xb6 1")}
    told = [f for f in examine(assemble(changed, TODAY)).findings if f.rule == "unread"]

    assert [3, 1] == [len(each.compare) for each in told if "what this sentence" in each.text]
    assert "(league#founded-1990, league#arvenia, league#boreland" in told[0].text

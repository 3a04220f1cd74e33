"""What one rule finds in a sentence that cites a few statements made up for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kb.load.corpus import assemble
from kb.run.runner import examine, rules

PAGE = "docs/topic/league.md"
HEAD = "id: plan\nkind: instrument\nnames: {en: Plan for the Harbours}\npart-of: [league]\nstatements:\n"
OTHERS = {"code": "Code of Pilots, book", "annex": "Annex of Ropes, plan", "book": "Book of Rules, league"}
CITE = "{cite:p}`League2006history{¶ 7}`"
Told = Callable[..., list[Any]]


@pytest.fixture(name="told")
def _told(small: dict[str, bytes]) -> Told:
    def told(rule: str, sentence: str, *statements: str, about: str = "league", places: bool = False) -> list[Any]:
        """What one rule finds in a sentence that cites these statements: words, a bar, fields, a bar, a quote."""
        ledger = HEAD
        for n, statement in enumerate(statements):
            words, fields, quote = (part.strip() for part in f"{statement}||".split("|")[:3])
            lines = "".join(f"    {field.strip()}\n" for field in (fields or "free: it is an example").split(";"))
            ledger += f"  s{n}:\n    records: {words}\n{lines}    evidence:\n"
            ledger += f"      - {{by: League2006history, at: ¶ 7, quote: {quote or 'so it was'}, seen: full}}\n"
        text = f"---\nabout: [{about}]\n---\n\n# The League of the Straits\n\n{sentence.replace('@', CITE)}\n"
        files = {"docs/facts/plan.yaml": ledger.encode(), PAGE: text.encode()}
        for id, (name, part) in ((id, words.split(", ")) for id, words in OTHERS.items()):
            other = f"id: {id}\nkind: instrument\nnames: {{en: {name}}}\npart-of: [{part}]\n"
            files[f"docs/facts/{id}.yaml"] = other.encode()
        corpus = assemble({**small, **files}, date(2020, 1, 1))
        one = tuple(each for each in rules() if each.slug in (rule, "rule-crashed"))

        assert [] == [str(fault.text) for fault in corpus.faults if fault.mark.path != PAGE]
        findings = examine(corpus, one).findings
        if places:
            return [(finding.mark.line, finding.mark.column) for finding in findings]
        return [finding.text.partition(" (plan#")[0] for finding in findings]

    return told

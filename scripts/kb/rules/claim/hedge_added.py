"""A sentence does not doubt what its source states plainly."""

import re
from collections.abc import Iterator

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding, doubtful
from kb.evidence.candidate import Candidate
from kb.lang import en
from kb.verify.courses import Courses
from kb.verify.grounds import Witnesses
from kb.verify.verdict import VerifiedPage

_SAID = re.compile(r"\bsaid\b")
"""A word of doubt that is a verb of saying is none where the source has somebody say it."""


def check(reading: VerifiedPage, witnesses: Witnesses, courses: Courses) -> Iterator[Finding]:
    """A sentence does not doubt what its source states plainly."""
    for scope in reading.scopes:
        there = {w.id: w for group in scope.groups for c in group for w in witnesses.evidence.at(c.key, c.locator)}
        added = _doubt(scope)
        if added is None or not scope.sentence.citations or not there or any(map(_is_doubted, there.values())):
            continue
        if _SAID.search(added[0]) and any(_is_said(candidate, courses) for candidate in there.values()):
            continue
        statement = next(iter(there.values())).statement
        yield doubtful(
            scope.sentence.place(reading.page.path, added.start()),
            f"{added[0]!r} doubts what {scope.sentence.citations[0].key} states plainly ({statement.id})",
            "leave the word out; if the source doubts it, enter it as a claim with its hedge",
            compare=(statement.mark,),
            statement=statement.id,
            seen=(added[0], statement.id),
        )


def _doubt(scope: AnnotatedSentence) -> re.Match[str] | None:
    """The first word of doubt that is ours and no quotation."""
    masked = scope.sentence.masked
    found = en.DOUBT.finditer(scope.sentence.text)
    return next((m for m in found if not any(a <= m.start() < b for a, b, _ in masked)), None)


def _is_said(candidate: Candidate, courses: Courses) -> bool:
    """Does it record that somebody said so?"""
    events = candidate.statement.events
    declared = courses.events.get(events[0].type) if events else None
    return declared is not None and declared.family == "says"


def _is_doubted(candidate: Candidate) -> bool:
    """Is it a claim, told as one elsewhere, or do the words it rests on doubt it too?"""
    statement = candidate.statement
    words = [*(evidence.quote for evidence in statement.evidence), statement.inferred or "", str(statement.value)]
    return statement.is_claim or any(en.DOUBT.search(text) for text in words)

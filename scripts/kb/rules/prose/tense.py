"""The present tense is not said of what has ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from kb.annotate.spans import AnnotatedSentence, EntitySpan
from kb.core import derive
from kb.core.dates import Date
from kb.core.finding import Finding, doubtful
from kb.core.interval import Days
from kb.core.model import Ledger, Statement
from kb.verify.grounds import Grounds
from kb.verify.verdict import VerifiedPage

_IS = r"(?:is|are|remains?|has been|have been)"
_HOLDS = re.compile(
    rf"^(?:,? [^,.;:]{{0,40}},)? (?:{_IS}|serves as|holds|heads|occupies)(?: still| also| now)? (?!no |not |never )"
    r"(?:(?:the|a|an|its|their) )?(?:post of |office of )?(?:[\w’'-]+ ){0,2}$"
)
_HELD = re.compile(r"^(?: (?:of|at) [^,.;:]{0,40})? (?:is|remains)(?: still| also| now)? (?:[\w’'-]+ )?$")
_BELONGS = re.compile(
    rf"^(?:,? [^,.;:]{{0,40}},)? (?:{_IS}|belongs to|stays)(?: still| also| now)? (?!no |not |never )"
    r"(?:(?:a|an|one|the) )?(?:[\w’'-]+ ){0,2}(?:members?|part(?:y|ies)|signator(?:y|ies)) (?:of|to) (?:the )?$"
)
_LIVES = re.compile(
    rf"^ (?:{_IS}|has|have|consists|includes?|exists?)\b(?! (?:been|had|ended|ceased|gone|no longer)\b)"
)
_PAST = re.compile(r"\b(?:until|till|as of|former\w*|was|were|had|ended|then|by name|remembered|called|known)\b")


@dataclass(frozen=True, slots=True)
class Ended:
    """A name of which the present tense is said, and the statement by which that is over."""

    scope: AnnotatedSentence
    name: EntitySpan
    statement: Statement
    what: str


def check(reading: VerifiedPage, grounds: Grounds) -> Iterator[Finding]:
    """The present tense is not said of what has ended."""
    for found in ended(reading, grounds.ledger):
        statement = found.statement
        end = f"after {statement.value}" if isinstance(statement.value, Date) else _over(statement)
        yield doubtful(
            found.scope.sentence.place(reading.page.path, found.name.start),
            f"{found.name.form} is told in the present tense, but that was over {end} ({statement.id})",
            f"tell it in the past tense, with the day ({found.what}); if it goes on, record what says so",
            compare=(statement.mark,),
            statement=statement.id,
            seen=(found.name.form, str(derive.stated(statement)[1] or statement.value)),
        )


def _over(statement: Statement) -> str:
    return f"after {statement.through}" if statement.through else f"from {statement.until} on"


def ended(reading: VerifiedPage, ledger: Ledger) -> Iterator[Ended]:
    """Every sentence that says in the present tense what the ledger has as over on the day that counts as today."""
    for scope in reading.scopes:
        if scope.block.kind in ("heading", "term", "header-row", "row") or _PAST.search(scope.sentence.text):
            continue
        for one, other in zip_longest(scope.names, scope.names[1:]):
            if any(start <= one.start < end for start, end, _ in scope.sentence.masked):
                continue
            yield from _related(scope, one, other, ledger)
            yield from _gone(scope, one, ledger)


def _related(scope: AnnotatedSentence, one: EntitySpan, other: EntitySpan | None, ledger: Ledger) -> Iterator[Ended]:
    """A person who is said to hold a post, a state that is said to belong to a body."""
    if other is None:
        return
    between = scope.sentence.text[one.end : other.start]
    first, second = ledger.entities[one.entity_id], ledger.entities[other.entity_id]
    if second.acts_as == "office" and _HOLDS.search(between):
        yield from _ended(scope, one, _tenures(ledger, second.id, first.id), second.label, ledger.today)
    elif first.acts_as == "office" and _HELD.search(between):
        yield from _ended(scope, other, _tenures(ledger, first.id, second.id), first.label, ledger.today)
    elif _BELONGS.search(between):
        belongs = [s for s in _memberships(ledger, other.entity_id) if s.value == (one.entity_id,)]
        yield from _ended(scope, one, belongs, f"member of {other.form}", ledger.today)


def _tenures(ledger: Ledger, post: str, person: str) -> list[Statement]:
    return [statement for statement in derive.tenures(ledger, post) if statement.value == (person,)]


def _memberships(ledger: Ledger, body: str) -> Iterator[Statement]:
    for statement in ledger.entities[body].statements:
        declared = ledger.properties.get(statement.property)
        if declared and declared.roll == "member" and not derive.overruled(ledger, statement):
            yield statement


def _ended(
    scope: AnnotatedSentence, name: EntitySpan, those: list[Statement], what: str, today: date
) -> Iterator[Ended]:
    """All of it lies in the past; what has no stated end may go on."""
    if those and all(_last(statement) < today.toordinal() for statement in those):
        yield Ended(scope, name, max(those, key=_last), what)


def _last(statement: Statement) -> int:
    return derive.interval(statement).end.last


def _gone(scope: AnnotatedSentence, name: EntitySpan, ledger: Ledger) -> Iterator[Ended]:
    """The subject of the sentence has ended."""
    text = scope.sentence.text
    if text[: name.start].strip(" ").lower() not in ("", "the") or not _LIVES.search(text[name.end :]):
        return
    entity = ledger.entities[name.entity_id]
    for statement in entity.statements:
        declared, end = ledger.properties.get(statement.property), statement.value
        ends = declared is not None and declared.existence == "ends" and not derive.overruled(ledger, statement)
        if ends and isinstance(end, Date) and Days.of(end).last < ledger.today.toordinal():
            yield Ended(scope, name, statement, entity.label)
            return

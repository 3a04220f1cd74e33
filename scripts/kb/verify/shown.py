"""The statements that a page shows: those that its sentences retell, and those that its tables and timelines tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kb.core.mark import Mark
from kb.core.model import Ledger, Page, Statement
from kb.core.told import told
from kb.verify.grounds import Grounds
from kb.verify.verdict import Outcome, VerifiedPage

Wanted = Callable[[Statement], bool]


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement, and where on the page it is shown."""

    statement: Statement
    mark: Mark


def displayed(page: Page, ledger: Ledger) -> tuple[Shown, ...]:
    """What its tables and timelines, and the roles in its sentences, tell from the ledger."""
    found: list[Shown] = []
    for asked in page.asked:
        try:
            found += (Shown(statement, asked.mark) for statement in told(asked, ledger))
        except ValueError:
            continue
    return tuple(found)


def shown_by(
    reading: VerifiedPage, grounds: Grounds, displayed: tuple[Shown, ...], ledger: Ledger
) -> tuple[Statement, ...]:
    """Every statement that a page shows, once, in the order of the ledger."""
    found = {each.statement.id for each in (*retold(reading, grounds, lambda statement: True), *displayed)}
    return tuple(statement for id, statement in ledger.statements.items() if id in found)


def retold(reading: VerifiedPage, grounds: Grounds, wanted: Wanted) -> Iterator[Shown]:
    """What its sentences retell of what is wanted: what backs a figure best, or is nearest of all that is cited."""
    evidence, stated = grounds.evidence, grounds.ledger.statements
    for figure in reading.with_outcome(Outcome.SUPPORTED):
        for id in figure.statements[:1]:
            if wanted(stated[id]):
                yield Shown(stated[id], figure.mark)
    for scope in reading.scopes:
        if scope.tells and any(wanted(candidate.statement) for candidate in evidence.heard(scope.citations)):
            near = (candidate.statement for candidate in evidence.near(scope.citations, scope.sentence.text))
            yield from (Shown(statement, scope.sentence.mark) for statement in near if wanted(statement))

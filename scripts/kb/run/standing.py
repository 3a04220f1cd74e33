"""How the sentences of a page stand that tell something, for whoever shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kb.annotate.spans import AnnotatedPage
from kb.core.model import Page
from kb.core.model.readings import Readings
from kb.lock.readings import resting
from kb.lock.standing import Standing, standings
from kb.run.fixtures import Run
from kb.verify.grounds import Grounds


def standing(run: Run, page: Page) -> tuple[Standing, ...]:
    """Every sentence of a page that tells something, in order, with how it was read last."""
    return run.ask(stands, page=page)


def stands(page: Page, annotated: AnnotatedPage, grounds: Grounds, readings: Readings) -> tuple[Standing, ...]:
    """The same, made once a run for each page."""
    return standings(resting(annotated, grounds.evidence, grounds.ledger), readings, page.path)


@dataclass(frozen=True, slots=True)
class ShareRead:
    """Of the sentences that tell something, how many are read as they stand, in which roles, and when last."""

    told: int
    read: int
    roles: tuple[str, ...] = ()
    day: date | None = None


def share_read(run: Run, pages: Iterable[Page]) -> ShareRead:
    """What was read of these pages."""
    found = [each for page in pages for each in standing(run, page)]
    batches = [run.corpus.readings.batches[each.before.batch] for each in found if each.before and each.is_read]
    roles = tuple(sorted({batch.role for batch in batches}))
    return ShareRead(len(found), len(batches), roles, max((batch.day for batch in batches), default=None))

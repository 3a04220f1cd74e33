"""How the sentences of a page stand that tell something, for whoever shows them."""

from __future__ import annotations

from kb.annotate.sentences import annotated
from kb.core.model import Page
from kb.lock.readings import resting
from kb.lock.standing import Standing, standings
from kb.run.fixtures import Run
from kb.verify.reach import grounds


def standing(run: Run, page: Page) -> tuple[Standing, ...]:
    """Every sentence of a page that tells something, in order, with how it was read last."""
    found = run.ask(grounds, page=page)
    those = resting(run.ask(annotated, page=page), found.evidence, found.ledger)
    return standings(those, run.corpus.readings, page.path)

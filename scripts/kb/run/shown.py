"""What each page shows of the ledger, for whoever tells of pages."""

from __future__ import annotations

from kb.core.as_of import stated
from kb.core.dates import Date
from kb.core.model import Page, Statement
from kb.core.newest import newest
from kb.run.fixtures import Run
from kb.verify.page import reading
from kb.verify.reach import grounds
from kb.verify.shown import displayed, retold


def shown(run: Run, page: Page) -> tuple[Statement, ...]:
    """Every statement that a page shows, once, in the order of the ledger."""
    told = retold(run.ask(reading, page=page), run.ask(grounds, page=page), lambda statement: True)
    found = {each.statement.id for each in (*told, *run.ask(displayed, page=page))}
    return tuple(statement for id, statement in run.corpus.statements.items() if id in found)


def newest_told(run: Run, page: Page) -> Date | None:
    """The newest day on which something happened that a page shows, up to the day of the page."""
    return newest(shown(run, page), run.corpus.ledger, stated(page)[1] or run.corpus.today)

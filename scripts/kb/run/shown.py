"""What each page shows of the ledger, for whoever tells of pages."""

from __future__ import annotations

from kb.core.as_of import stated
from kb.core.dates import Date
from kb.core.model import Page, Statement
from kb.core.newest import newest
from kb.run.fixtures import Run
from kb.verify.shown import shown_by


def shown(run: Run, page: Page) -> tuple[Statement, ...]:
    """Every statement that a page shows, once, in the order of the ledger."""
    return run.ask(shown_by, page=page)


def newest_told(run: Run, page: Page) -> Date | None:
    """The newest day on which something happened that a page shows, up to the day of the page."""
    return newest(shown(run, page), run.corpus.ledger, stated(page)[1] or run.corpus.today)

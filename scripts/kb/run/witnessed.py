"""What each page rests on: its sources by rank, and how many of its statements have two independent witnesses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.annotate.sentences import annotated
from kb.core.model import Page, Source, Statement
from kb.core.origins import independent
from kb.run.fixtures import Run
from kb.run.shown import shown
from kb.verify.shown import displayed

RANKS = ("primary", "secondary", "tertiary")


@dataclass(frozen=True, slots=True)
class ShareWitnessed:
    """Of so many statements and claims, how many have two witnesses that do not come from one another."""

    statements: int
    twice: int

    @property
    def of_all(self) -> float:
        """The part that has two, between 0 and 1."""
        return self.twice / self.statements if self.statements else 0


@dataclass(frozen=True, slots=True)
class PageWitnesses:
    """A page, how many sources of each rank it cites, and the share of what it shows that has two witnesses."""

    page: Page
    ranks: Mapping[str, int]
    share: ShareWitnessed


def share(statements: Iterable[Statement], sources: Mapping[str, Source]) -> ShareWitnessed:
    """How many of these have two independent witnesses."""
    counted = [len(independent((e.by for e in statement.evidence), sources)) > 1 for statement in statements]
    return ShareWitnessed(len(counted), sum(counted))


def by_page(run: Run) -> tuple[PageWitnesses, ...]:
    """Every page that shows something: the smallest share first, of equal shares the one that shows most."""
    found = [_of(page, run) for page in run.corpus.pages if page.vouched]
    some = (each for each in found if each.share.statements)
    return tuple(sorted(some, key=lambda each: (each.share.of_all, -each.share.statements, each.page.path)))


def _of(page: Page, run: Run) -> PageWitnesses:
    sources = run.corpus.sources
    told = (evidence.by for each in run.ask(displayed, page=page) for evidence in each.statement.evidence)
    keys = {*run.ask(annotated, page=page).cited, *told}
    ranks = Counter(sources[key].rank for key in keys if key in sources)
    return PageWitnesses(page, {rank: ranks[rank] for rank in RANKS}, share(shown(run, page), sources))

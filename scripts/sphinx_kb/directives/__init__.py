"""Directives that write what follows from the ledger; a page never types it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_kb.directives.balance import Balance
from sphinx_kb.directives.chart import Chart
from sphinx_kb.directives.day import Day
from sphinx_kb.directives.disagreements import Disagreements
from sphinx_kb.directives.disputed import Disputed
from sphinx_kb.directives.factsheet import FactSheet
from sphinx_kb.directives.filter import Filter
from sphinx_kb.directives.index import Entities, Totals
from sphinx_kb.directives.letters import Letters
from sphinx_kb.directives.matrix import Matrix
from sphinx_kb.directives.member import Member
from sphinx_kb.directives.planted import PlantedErrors
from sphinx_kb.directives.readings import SecondReadings
from sphinx_kb.directives.rules import Rules
from sphinx_kb.directives.tables import Articles, Members, Statements, Tenures, Timeline
from sphinx_kb.directives.withdrawn import Withdrawn
from sphinx_kb.directives.witnesses import Witnesses

if TYPE_CHECKING:
    from sphinx_kb.directives.base import LedgerDirective

ALL: dict[str, type[LedgerDirective]] = {
    "articles": Articles,
    "balance": Balance,
    "chart": Chart,
    "day": Day,
    "disagreements": Disagreements,
    "disputed": Disputed,
    "entities": Entities,
    "factsheet": FactSheet,
    "filter": Filter,
    "letters": Letters,
    "matrix": Matrix,
    "member": Member,
    "members": Members,
    "planted": PlantedErrors,
    "readings": SecondReadings,
    "rules": Rules,
    "statements": Statements,
    "tenures": Tenures,
    "timeline": Timeline,
    "totals": Totals,
    "withdrawn": Withdrawn,
    "witnesses": Witnesses,
}

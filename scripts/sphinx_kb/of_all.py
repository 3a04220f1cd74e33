"""What directives and roles tell of the ledger as a whole, as words that change when it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kb.query.balance import WAYS, balance, newest
from kb.run.standing import share_read
from kb.run.witnessed import by_page, share

if TYPE_CHECKING:
    from sphinx_kb.knowledge import Knowledge

Told = Callable[["Knowledge", Mapping[str, str]], object]
OF_SHOWN = frozenset(
    {
        "articles",
        "chart",
        "count",
        "filter",
        "holder",
        "matrix",
        "member",
        "members",
        "statements",
        "tenures",
        "timeline",
    }
)
"""These tell the statements that a page is known to show, and nothing else of any."""
OF_PAGES = frozenset({"readings", "witnesses"})
"""These tell of the text of all pages, beside the ledger."""
OF_NONE = frozenset({"asof", "planned", "rules"})
"""These tell nothing of any statement."""


def _counted(known: Knowledge, states: Mapping[str, str]) -> object:
    """How many statements and claims of each entity there are, and up to which day they reach."""
    each = [(e.id, len(e.statements), sum(s.is_claim for s in e.statements)) for e in known.corpus.entities.values()]
    return each, newest(known.corpus)


def _figured(known: Knowledge, states: Mapping[str, str]) -> object:
    """Every statement that says more than words, and which of them are in dispute."""
    figured = [states[id] for id, each in known.corpus.statements.items() if not isinstance(each.value, str)]
    return figured, sorted(known.disputes), _counted(known, states)


def _disputed(known: Knowledge, states: Mapping[str, str]) -> object:
    return [(id, others, states[id]) for id, others in known.disputes.items()]


def _spread(known: Knowledge, states: Mapping[str, str]) -> object:
    return [balance(known.corpus, by) for by in WAYS]


def _witnessed(known: Knowledge, states: Mapping[str, str]) -> object:
    rows = [(each.page.path, each.ranks, each.share) for each in by_page(known.run)]
    return rows, share(known.corpus.statements.values(), known.corpus.sources)


def _withdrawn(known: Knowledge, states: Mapping[str, str]) -> object:
    return [states[id] for id, each in known.corpus.statements.items() if each.withdrawn]


def _read(known: Knowledge, states: Mapping[str, str]) -> object:
    return share_read(known.run, (page for page in known.corpus.pages if page.vouched))


def _sheet(known: Knowledge, states: Mapping[str, str]) -> object:
    return known.sheet_day, _figured(known, states)


OF_ALL: Mapping[str, Told] = {
    "balance": _spread,
    "day": _figured,
    "disagreements": _disputed,
    "disputed": _disputed,
    "entities": _counted,
    "factsheet": _sheet,
    "letters": _figured,
    "readings": _read,
    "totals": _counted,
    "withdrawn": _withdrawn,
    "witnesses": _witnessed,
}
"""What each of them tells, by its name; one that is not here is taken to tell everything."""

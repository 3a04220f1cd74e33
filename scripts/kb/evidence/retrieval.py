"""Makes the index of what the sources say from the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from kb.annotate.entities import NameFinder
from kb.core import derive
from kb.core.model import Ledger, Statement
from kb.evidence.candidate import Candidate, Told
from kb.evidence.index import EvidenceIndex
from kb.extract.mention import Mention
from kb.extract.mentions import find
from kb.extract.units import currency, singular


def evidence(ledger: Ledger, finder: NameFinder) -> EvidenceIndex:
    """What the sources of a ledger say, by place."""
    sets, common = ledger.words.sets, ledger.words.common
    return EvidenceIndex(
        Candidate(statement, derive.typed(statement, sets), _labels(ledger, statement), finder.find, _figures, common)
        for entity in ledger.entities.values()
        for statement in entity.statements
    )


def _figures(text: str) -> Iterator[Told]:
    """The figures of a text, with each unit that they may be of."""
    return ((figure.kind, figure.value, unit) for figure in find(text) for unit in _units(figure))


def _units(figure: Mention) -> tuple[str, ...]:
    if figure.kind == "amount":
        return (currency(figure.text),)
    return tuple(singular(word) for word in figure.unit.split()) or ("",)


def _labels(ledger: Ledger, statement: Statement) -> tuple[str, ...]:
    declared = ledger.properties.get(statement.property)
    named = [ledger.entities[e].label for e in sorted(derive.entities(statement)) if e in ledger.entities]
    return (declared.label if declared else statement.property, statement.property, *named)

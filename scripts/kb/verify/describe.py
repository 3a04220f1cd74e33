"""How a finding tells a figure, a statement and its place to someone who knows the subject and not the code."""

from __future__ import annotations

from collections.abc import Iterable

from kb.core import places
from kb.core.dates import Date
from kb.core.mark import Mark
from kb.core.model import Citation, Ledger, Statement
from kb.extract.mention import Mention, Partial


def shown(figure: Mention) -> str:
    """The figure as the ledger would write it: dates as dates, the rest in its own words with what it counts."""
    if isinstance(figure.value, (Date, Partial)) and figure.kind == "date":
        return str(figure.value)
    if figure.kind in ("count", "ordinal") and figure.unit:
        return f"{figure.text} {figure.unit}"
    return figure.text


def place(statement: Statement, citations: Iterable[Citation]) -> str:
    """Which cited source says it, and where: ``Tass2016strategy says at ¶ 1``."""
    citations = tuple(citations)
    for evidence in statement.evidence:
        for cited in citations:
            if evidence.by == cited.key and places.meet(evidence.at, cited.locator):
                return f"{evidence.by} says at {evidence.at}" if evidence.at else f"{evidence.by} says"
    for evidence in statement.evidence:
        if evidence.by in {cited.key for cited in citations}:
            return f"{evidence.by} says at {evidence.at}"
    return "the ledger says"


def written(statement: Statement, figure: Mention) -> Mark:
    """Where the statement has its nearest figure of this kind."""
    fields = [
        name for name in statement.marks if name.partition(".")[0] in _FIELDS.get(figure.kind, ("counts", "value"))
    ]
    if isinstance(figure.value, Date):
        near = figure.value.parts
        fields.sort(key=lambda name: -_alike(statement, name, near))
    return statement.marks[fields[0]] if fields else statement.mark


_FIELDS = {
    "date": ("value", "on", "from", "until", "through", "as-of", "dates"),
    "article": ("articles",),
    "ordinal": ("ordinal",),
    "number": ("number", "ordinal"),
}


def _alike(statement: Statement, field: str, parts: tuple[int, int | None, int | None]) -> int:
    name, _, number = field.partition(".")
    single = {"on": statement.on, "from": statement.from_, "until": statement.until, "through": statement.through}
    found = single.get(name) or (statement.as_of if name == "as-of" else statement.value if name == "value" else None)
    if name == "dates" and number.isdigit() and int(number) < len(statement.dates):
        found = statement.dates[int(number)]
    if not isinstance(found, Date):
        return -1
    return sum(a == b is not None for a, b in zip(found.parts, parts, strict=True))


def compared(ledger: Ledger, ids: Iterable[str], figure: Mention) -> tuple[Mark, ...]:
    """The places in the ledger to compare with, nearest first."""
    return tuple(written(ledger.statements[id], figure) for id in ids if id in ledger.statements)

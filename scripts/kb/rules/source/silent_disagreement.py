"""Where two statements cannot both be true, a judgement speaks of both."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Ledger, Statement


def check(statement: Statement, ledger: Ledger, disputes: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    """Where two statements cannot both be true, a judgement speaks of both."""
    declared = ledger.properties.get(statement.property)
    if declared is None or declared.at_once == 1:  # two holders at once are overlap-per-post's
        return
    for id in disputes.get(statement.id, ()):
        other = ledger.statements.get(id)
        if other is None or other.mark > statement.mark or _judged(statement, id, ledger):
            continue
        yield impossible(
            statement.marks.get("value", statement.mark),
            f"{statement.id} and {id} cannot both be true, and no judgement speaks of both ({_sources(other)})",
            "add a judgement: which is followed, over which, and why; or `open:` and why it is left open",
            compare=(other.marks.get("value", other.mark),),
            statement=statement.id,
            seen=(statement.id, id),
        )


def _judged(statement: Statement, other: str, ledger: Ledger) -> bool:
    return any(other in judgement.statements for judgement in ledger.judged.get(statement.id, ()))


def _sources(statement: Statement) -> str:
    return ", ".join(f"{e.by} ({e.at})" for e in statement.evidence)

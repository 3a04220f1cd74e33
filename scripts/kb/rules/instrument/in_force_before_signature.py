"""What must come first, such as a signature before entry into force, comes first."""

from collections.abc import Iterator

from kb.core.dates import Date
from kb.core.derive import overruled
from kb.core.finding import Finding, doubtful, impossible
from kb.core.interval import before
from kb.core.model import Entity, Ledger
from kb.core.truth import Truth


def check(entity: Entity, ledger: Ledger) -> Iterator[Finding]:
    """What must come first, such as a signature before entry into force, comes first."""
    dated = [(s, s.value) for s in entity.statements if isinstance(s.value, Date) and not overruled(ledger, s)]
    for later, day in dated:
        declared = ledger.properties.get(later.property)
        for earlier, first in (each for each in dated if declared and each[0].property in declared.not_before):
            if day.latest >= first.earliest or set(later.articles) != set(earlier.articles):
                continue
            report = impossible if before(day, first) is Truth.SURELY else doubtful
            yield report(
                later.marks.get("value", later.mark),
                f"{later.property} {day}, before it is {earlier.property} {first} ({earlier.slug})",
                "compare both dates with their sources; a provisional application is a statement of its own",
                compare=(earlier.marks.get("value", earlier.mark),),
                statement=later.id,
                seen=(str(day), str(first)),
            )

"""For whom a source speaks stands in the ledger, and all that one body wrote speaks for the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible, missing
from kb.core.model import Entity, Source
from kb.core.nearest import did_you_mean
from kb.query.balance import FIELD

ROLES = frozenset({"state", "organisation"})


def check(named: Mapping[str, Entity], sources: Mapping[str, Source]) -> Iterator[Finding]:
    """For whom a source speaks stands in the ledger, and all that one body wrote speaks for the same."""
    written: dict[str, list[Source]] = defaultdict(list)
    for source in sources.values():
        bodies = [maker.family for maker in source.makers.names if maker.is_body]
        if len(bodies) == 1:
            written[bodies[0]].append(source)
        if FIELD in source.fields:
            yield from _unknown(source, named)
    for body, those in written.items():
        speaking = [source for source in those if FIELD in source.fields]
        if speaking:
            yield from _apart(body, those, speaking[0])


def _unknown(source: Source, entities: Mapping[str, Entity]) -> Iterator[Finding]:
    party = source.fields[FIELD]
    entity = entities.get(party)
    if entity is None or entity.acts_as not in ROLES:
        parties = [entity.id for entity in entities.values() if entity.acts_as in ROLES]
        help = did_you_mean(party, parties) or "write the id of a state or organisation of the ledger"
        why = f"a {entity.kind}, no state or organisation" if entity else "which the ledger does not know"
        text = f"{source.key} speaks for {party!r}, {why}"
        yield impossible(source.marks[FIELD], text, help, seen=(source.key, party))


def _apart(body: str, those: list[Source], one: Source) -> Iterator[Finding]:
    for source in those:
        mine, its = source.fields.get(FIELD, "nobody"), one.fields[FIELD]
        if mine != its:
            yield missing(
                source.mark,
                f"{source.key} speaks for {mine}, and {one.key}, also by {body}, for {its}",
                f"say by `{FIELD}` for whom it speaks, or take the field out of the other",
                compare=(one.mark,),
                seen=(source.key, mine, its),
            )

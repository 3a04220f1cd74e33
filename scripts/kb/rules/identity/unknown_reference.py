"""Whatever is referred to by id, slug or key exists."""

from collections.abc import Collection, Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Entity, Ledger, Page, Source, Statement
from kb.core.nearest import did_you_mean

Reference = tuple[str, Mark]


def check(
    ledger: Ledger, ids: frozenset[str], cited: frozenset[str], unknown_on_pages: tuple[Finding, ...]
) -> Iterator[Finding]:
    """Whatever is referred to by id, slug or key exists."""
    for entity in ledger.entities.values():
        yield from _unknown(_of_entity(entity), ledger.entities, "entity")
        for statement in entity.statements:
            yield from _unknown(_of_statement(statement), ledger.entities, "entity", statement.id)
            orders = [
                (o.than, o.mark) for o in statement.orders if o.than and ids.isdisjoint(o.meant(statement.subject))
            ]
            yield from _unknown(orders, ids, "entity or statement", statement.id)
            keys = [(e.by, e.marks.get("by", e.mark)) for e in statement.evidence]
            yield from _unknown(keys, cited, "source", statement.id)
    yield from unknown_on_pages
    yield from _unknown(_of_judgements(ledger), ledger.statements, "statement")


def ids(ledger: Ledger) -> frozenset[str]:
    """What entities and statements are called."""
    return frozenset((*ledger.entities, *ledger.statements))


def cited(sources: Mapping[str, Source], broken_sources: frozenset[str]) -> frozenset[str]:
    """What may be cited; an entry that cannot be read is told of as such."""
    return frozenset(sources.keys() | broken_sources)


def unknown_on_pages(pages: tuple[Page, ...], ids: frozenset[str], cited: frozenset[str]) -> tuple[Finding, ...]:
    """What pages refer to and nobody knows."""
    found: list[Finding] = []
    for page in pages:
        found += _unknown([(r.id, r.mark) for r in page.references], ids, "entity or statement")
        found += _unknown(_citations(page), cited, "source")
    return tuple(found)


def _unknown(those: list[Reference], known: Collection[str], what: str, by: str | None = None) -> Iterator[Finding]:
    for id, mark in those:
        if id not in known:
            help = did_you_mean(id, known) or f"correct the name, or add the {what} first"
            yield impossible(mark, f"there is no {what} {id!r}", help, statement=by, seen=(id,))


def _of_entity(entity: Entity) -> list[Reference]:
    marks = entity.marks
    found = [(id, marks.get(f"part-of.{n}", entity.mark)) for n, id in enumerate(entity.part_of)]
    if entity.stands_for:
        found.append((entity.stands_for, marks.get("stands-for", entity.mark)))
    return found


def _of_statement(statement: Statement) -> list[Reference]:
    value = statement.value if isinstance(statement.value, tuple) else ()
    fields = {
        "value": value, "who": statement.who, "where": statement.where,
        "with": statement.with_, "author": statement.author,
    }  # fmt: skip
    marks = statement.marks
    told = [(id, event.marks.get(field, event.mark)) for event in statement.events for field, id in event.named]
    return told + [
        (id, marks.get(f"{field}.{n}", marks.get(field, statement.mark)))
        for field, ids in fields.items()
        for n, id in enumerate(ids)
    ]


def _of_judgements(ledger: Ledger) -> list[Reference]:
    found = []
    for judgement in ledger.judgements:
        if judgement.follow:
            found.append((judgement.follow, judgement.marks.get("follow", judgement.mark)))
        found += [(id, judgement.marks.get(f"over.{n}", judgement.mark)) for n, id in enumerate(judgement.over)]
    for statement in ledger.statements.values():
        successor = statement.superseded_by
        if successor:
            full = successor if "#" in successor else f"{statement.subject}#{successor}"
            found.append((full, statement.marks.get("superseded-by", statement.mark)))
    return found


def _citations(page: Page) -> list[Reference]:
    return [(c.key, c.mark) for block in page.blocks for sentence in block.sentences for c in sentence.citations]


FIXTURES = (ids, cited, unknown_on_pages)

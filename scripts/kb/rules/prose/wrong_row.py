"""A table row that begins with a name tells of what bears the name."""

from collections.abc import Iterator

from kb.annotate.spans import AnnotatedSentence, EntitySpan
from kb.core.derive import entities
from kb.core.finding import Finding, impossible
from kb.core.model import Ledger, Sentence
from kb.verify.grounds import Grounds
from kb.verify.verdict import Outcome, VerifiedMention, VerifiedPage

ROLES = frozenset({"event", "person"})
"""What acts so has rows that are about them alone; a state or a force at the head may stand for what concerns it."""


def check(reading: VerifiedPage, grounds: Grounds) -> Iterator[Finding]:
    """A table row that begins with a name tells of what bears the name."""
    ledger = grounds.ledger
    rows: dict[Sentence, tuple[AnnotatedSentence, list[VerifiedMention]]] = {}
    for figure in reading.with_outcome(Outcome.SUPPORTED):
        if figure.scope.block.kind == "row" and figure.statements:
            rows.setdefault(figure.scope.sentence, (figure.scope, []))[1].append(figure)
    for scope, figures in rows.values():
        head = _head(scope, ledger)
        if head is None:
            continue
        told_of = {id: None for figure in figures if figure.figure.start >= head.end for id in figure.statements}
        backing = [ledger.statements[id] for id in told_of if id in ledger.statements]
        if not backing or any(head.entity_id in entities(statement) for statement in backing):
            continue
        told = backing[0]
        label = ledger.entities[told.subject].label
        yield impossible(
            scope.sentence.place(reading.page.path, head.start),
            f"the row begins with {head.form}, but its figures are of {label} ({told.id})",
            "compare the name with the cited place; cells of two rows may have been exchanged",
            compare=(told.mark,),
            statement=told.id,
            seen=(head.entity_id, told.id),
        )


def _head(scope: AnnotatedSentence, ledger: Ledger) -> EntitySpan | None:
    """The name that is all of the row's first cell, if it is of a kind that rows are about."""
    cell = scope.sentence.text.split(" | ")[0].strip()
    for name in scope.names:
        if scope.sentence.text[name.start : name.end] == cell and ledger.entities[name.entity_id].acts_as in ROLES:
            return name
    return None

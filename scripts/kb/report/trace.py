"""What each stage of the engine made of a line, from bytes to findings: the newcomer's window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kb.annotate.spans import AnnotatedSentence
from kb.core.finding import Finding
from kb.core.mark import Mark
from kb.core.model import Citation, Entity, Evidence, Ledger, Source, Statement
from kb.evidence.index import EvidenceIndex
from kb.query.sentences import sentence
from kb.report.text import headline
from kb.verify.describe import shown
from kb.verify.verdict import VerifiedMention, VerifiedPage

Told = tuple[str, str]
"""The stage, and one thing it made."""
_MOST = 12
"""So many candidates of a sentence are told; of the others how many they are."""


def page(
    reading: VerifiedPage, evidence: EvidenceIndex, findings: Sequence[Finding], line: int | None
) -> Iterator[str]:
    """Every sentence of a page, or of one of its lines, as each stage has it."""
    for scope in reading.scopes:
        lines = {number for number, _ in scope.sentence.places} or {scope.sentence.mark.line}
        if line is None or line in lines:
            here = [each for each in findings if each.mark.line in lines]
            yield from _laid_out(scope.sentence.mark, _sentence(scope, reading, evidence, here))


def _sentence(
    scope: AnnotatedSentence, reading: VerifiedPage, evidence: EvidenceIndex, findings: Iterable[Finding]
) -> Iterator[Told]:
    sentence, path = scope.sentence, reading.page.path
    yield "parse", f"{scope.block.kind} in section {scope.block.section}: {sentence.text}"
    yield from (("parse", f"hidden as {kind}: {sentence.text[start:end]}") for start, end, kind in sentence.masked)
    yield from (("parse", f"cites {_cited(each)} at {each.mark}") for each in sentence.citations)
    read = [each for each in reading.figures if each.scope is scope]
    yield from (("extract", _mention(each)) for each in read)
    for name in scope.names:
        yield "annotate", f"{name.entity_id}: {name.form!r} at {sentence.place(path, name.start)}"
    if scope.inherited and not scope.groups:
        yield "annotate", f"rests on what is cited before it: {', '.join(map(_cited, scope.inherited))}"
    if scope.carried:
        yield "annotate", f"told of before it: {', '.join(sorted(scope.carried))}"
    candidates = evidence.heard(scope.citations)
    yield from (("retrieve", _statement(each.statement, scope.citations)) for each in candidates[:_MOST])
    if len(candidates) > _MOST:
        yield "retrieve", f"and {len(candidates) - _MOST} more"
    yield from (("verify", _verdict(each)) for each in read)
    yield from (("check", headline(each)) for each in findings)


def _mention(read: VerifiedMention) -> str:
    figure = read.figure
    more = "".join(f", {word}" for word in (figure.unit, figure.bound if figure.bound != "exactly" else "") if word)
    return f"{figure.kind} {figure.value}{more}: {figure.text!r} at {read.mark}"


def _verdict(read: VerifiedMention) -> str:
    verdict = read.verdict
    told = f"{shown(read.figure)}: {verdict.outcome}" + (f" ({verdict.why})" if verdict.why else "")
    told += f", by {', '.join(verdict.statements)}" if verdict.statements else ""
    return told + (f", against {verdict.expected}" if verdict.expected else "")


def _cited(citation: Citation) -> str:
    return f"{citation.key} ({citation.locator})" if citation.locator else citation.key


def _statement(statement: Statement, citations: Iterable[Citation]) -> str:
    keys = {citation.key for citation in citations}
    return f"{_said(statement)}, by {', '.join(_place(each) for each in statement.evidence if each.by in keys)}"


def _said(statement: Statement) -> str:
    value = statement.value
    told = ", ".join(value) if isinstance(value, tuple) else str(value)
    return f"{statement.id}: {statement.property} {told}"


def _place(evidence: Evidence) -> str:
    return f"{evidence.by} ({evidence.at})" if evidence.at else evidence.by


def entity(made: Entity, ledger: Ledger, findings: Sequence[Finding], line: int | None) -> Iterator[str]:
    """The statements of an entity, or the one that stands at a line, as they were read, with what was found."""
    starts = sorted(statement.mark.line for statement in made.statements)
    first = max((start for start in starts if line is not None and start <= line), default=0)
    after = min((start for start in starts if start > first), default=None)
    if line is None or line < min(starts, default=line + 1):
        yield from _laid_out(made.mark, [("parse", f"{made.kind} {made.id}: {'; '.join(n.text for n in made.names)}")])
    for statement in made.statements:
        if line is None or statement.mark.line == first:
            end = next((start for start in starts if start > statement.mark.line), None)
            yield from _laid_out(
                statement.mark, _record(statement, ledger, _between(findings, statement.mark.line, end))
            )
    if line is not None and not first:
        yield from (headline(each) for each in _between(findings, 1, after))


def _record(statement: Statement, ledger: Ledger, findings: Iterable[Finding]) -> Iterator[Told]:
    yield "parse", _said(statement)
    yield from (("parse", f"{name} at {mark}") for name, mark in statement.marks.items())
    yield from (("parse", f"tells {each.type} at {each.mark}: {sentence(ledger, each)}") for each in statement.events)
    yield from (("parse", f"rests on {_place(each)}: {each.quote!r}") for each in statement.evidence)
    yield from (("check", headline(each)) for each in findings)


def source(made: Source, findings: Sequence[Finding], last: int | None) -> Iterator[str]:
    """An entry of the bibliography as it was read."""
    told: list[Told] = [("parse", f"{made.type} {made.key}, {made.rank}, by {', '.join(made.authors) or 'nobody'}")]
    told += [("parse", f"{name}: {text}") for name, text in made.fields.items()]
    told += [("check", headline(each)) for each in _between(findings, made.mark.line, last)]
    yield from _laid_out(made.mark, told)


def _between(findings: Iterable[Finding], first: int, end: int | None) -> list[Finding]:
    return [each for each in findings if first <= each.mark.line and (end is None or each.mark.line < end)]


def _laid_out(mark: Mark, told: Iterable[Told]) -> Iterator[str]:
    """The place, then what was made there; each stage is named once."""
    yield str(mark)
    last = ""
    for stage, text in told:
        yield f"  {stage if stage != last else '':<9} {text}"
        last = stage

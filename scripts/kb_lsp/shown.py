"""What is shown over a figure, a citation or a name: the statement, its words, and who says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.core.differing import disputes
from kb.core.model import Corpus, Entity, Source, Statement
from kb.evidence.retrieval import evidence
from kb.query.sentences import all_told
from kb.report.neutral import visible
from kb.verify.describe import shown
from kb.verify.proof import proofs
from kb.verify.reach import grounds
from kb.verify.scene import Scene
from kb.verify.verdict import Outcome, VerifiedMention
from kb_lsp.look import Look
from kb_lsp.spot import Spot, page_of
from kb_read.behind import place, said

MOST = 3
"""So many statements are shown whole; of the others, their ids."""
QUOTED = 4
"""And so many quotes of each."""
_SIGN = re.compile(r"([\\`*_{}\[\]()#+.!|<>~&-])")
Line = tuple[str, str]
"""How a line is shown, ``head``, ``text`` or ``item``, and its words."""


def lines(look: Look, spot: Spot) -> list[Line]:
    """All that is shown there."""
    if spot.figure:
        return list(_figure(look, spot.figure))
    if spot.statement:
        return list(_statement(look, spot.statement))
    if spot.source in look.corpus.sources:
        told = list(_source(look.corpus.sources[spot.source], look.corpus))
        heard = look.asking.ask(evidence).heard([spot.citation]) if spot.citation else ()
        return told + list(_statements(look, [each.id for each in heard]))
    return list(_entity(look.corpus.entities[spot.entity])) if spot.entity in look.corpus.entities else []


def _figure(look: Look, figure: VerifiedMention) -> Iterator[Line]:
    verdict = figure.verdict
    told = f"{shown(figure.figure)}: {verdict.outcome}" + (f" ({verdict.why})" if verdict.why else "")
    yield "head", told + (f", against {verdict.expected}" if verdict.expected else "")
    yield from _statements(look, best(look, figure))


def best(look: Look, figure: VerifiedMention) -> Iterable[str]:
    """The statements behind it, as the site has them: first the one that its sentence tells."""
    read = page_of(look, figure.mark.path)
    if read is None or figure.outcome is not Outcome.SUPPORTED:
        return figure.statements
    known = look.asking.ask(grounds, page=read.page)
    return proofs(Scene(figure, read, known)) or figure.statements


def _statements(look: Look, ids: Iterable[str]) -> Iterator[Line]:
    those = [look.corpus.statements[id] for id in ids if id in look.corpus.statements]
    for each in those[:MOST]:
        yield from _statement(look, each)
    if those[MOST:]:
        yield "text", f"and {', '.join(each.id for each in those[MOST:])}"


def _statement(look: Look, statement: Statement) -> Iterator[Line]:
    corpus = look.corpus
    yield "head", statement.id
    yield "text", said(statement, corpus)
    if statement.events:
        yield "text", f"{all_told(corpus, statement)}."
    for each in statement.evidence[:QUOTED]:
        yield "item", place(each) + (f": “{each.quote}”" if each.quote else "") + f" ({each.seen})"
    if statement.evidence[QUOTED:]:
        yield "item", f"and {len(statement.evidence) - QUOTED} more quotes"
    for id in look.asking.ask(disputes).get(statement.id, ()):
        if id in corpus.statements:
            yield "item", f"{_judged(corpus, statement.id, id)} {id}: {said(corpus.statements[id], corpus)}"


def _judged(corpus: Corpus, id: str, other: str) -> str:
    """How the judgement that speaks of both has it."""
    for judgement in corpus.judged.get(id, ()):
        if other in judgement.statements:
            if judgement.follow is None:
                return "disputed, left open against"
            return "disputed, followed over" if judgement.follow == id else "disputed, not followed, against"
    return "disputed, not judged, against"


def _source(source: Source, corpus: Corpus) -> Iterator[Line]:
    names = ", ".join(each.whole for each in source.makers.names) + (" and others" if source.makers.others else "")
    yield "head", source.key
    yield "text", ", ".join(filter(None, (names, source.title, source.fields.get("date") or source.fields.get("year"))))
    rests = len(corpus.by_source.get(source.key, ()))
    seen = source.fields.get("note", "")
    yield "text", "; ".join(filter(None, (source.rank, seen, f"statements that rest on it: {rests}")))


def _entity(entity: Entity) -> Iterator[Line]:
    yield "head", f"{entity.label} ({entity.kind})"
    yield "text", "; ".join(dict.fromkeys((*(name.text for name in entity.names), *entity.also)))
    yield "text", f"{entity.mark.path}, {len(entity.statements)} statements"


def plain(those: Iterable[Line]) -> str:
    """For an editor that shows nothing but text."""
    return "\n".join(("- " if kind == "item" else "") + visible(text) for kind, text in those)


def markdown(those: Iterable[Line]) -> str:
    """For one that shows Markdown; what is quoted stays words, so that no link or picture can come of it."""
    return "\n".join(_marked(kind, _SIGN.sub(r"\\\1", visible(text))) for kind, text in those)


def _marked(kind: str, text: str) -> str:
    return {"head": f"\n**{text}**  ", "item": f"- {text}"}.get(kind, f"{text}  ")

"""What a reader is told who rests on a figure: what it says, where, in which words, and whether anyone disagrees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kb.core.model import Corpus, Statement
from kb.query.sentences import all_told
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.sources.domain import cited_in

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

Disputes = Mapping[str, tuple[str, ...]]
"""For each statement those that it cannot be squared with, or is judged against."""
BREAK = " • "
"""Between the parts of a tooltip; the script shows each part on a line of its own."""


NOT_JUDGED = "not judged, against"
SHOWN = 3
"""How many pieces of evidence a tooltip holds; the ledger shows all."""


def tooltip(env: BuildEnvironment, corpus: Corpus, statement: Statement) -> str:
    """The tooltip of a link to a statement."""
    labels = {citation.key: citation.formatted_entry.label for citation in cited_in(env).citations}
    parts = [kb_nodes.told(corpus, statement) + (" (inferred)" if statement.inferred else "")]
    parts += filter(None, [all_told(corpus, statement)])
    for one in statement.evidence[:SHOWN]:
        where = ", ".join(filter(None, [labels.get(one.by, one.by), words.together(one.at)]))
        quote = f": “{one.quote}”" if one.quote else ""
        parts.append(f"{where}{quote} ({kb_nodes.how_seen(corpus, one)})")
    rest = len(statement.evidence) - SHOWN
    if rest > 0:
        parts.append(f"and {rest} more {'piece' if rest == 1 else 'pieces'} of evidence")
    return BREAK.join([*parts, _standing(corpus, statement, knowledge_of(env).disputes)])


def is_settled(corpus: Corpus, id: str, disputes: Disputes) -> bool:
    """Is it the one that is followed wherever it is disputed?"""
    judged = corpus.judged.get(id, ())
    others = {other for judgement in judged if judgement.follow == id for other in judgement.over}
    return set(disputes.get(id, ())) <= others


def _standing(corpus: Corpus, statement: Statement, disputes: Disputes) -> str:
    others = [id for id in disputes.get(statement.id, ()) if id in corpus.statements]
    if not others:
        return "No other statement in the ledger disagrees."
    said: dict[str, list[str]] = {}
    for id in others:
        told = f"“{kb_nodes.told(corpus, corpus.statements[id])}”"
        said.setdefault(_verdict(corpus, statement.id, id), []).append(told)
    judged_first = sorted(said, key=lambda verdict: verdict == NOT_JUDGED)
    verdicts = [f"{verdict} {'; '.join(said[verdict])}" for verdict in judged_first]
    return f"† Disputed, {'; '.join(verdicts)}."


def _verdict(corpus: Corpus, id: str, other: str) -> str:
    """How the judgement that speaks of both has it."""
    for judgement in corpus.judged.get(id, ()):
        if other in judgement.statements:
            if judgement.follow is None:
                return "left open against"
            return "followed here over" if judgement.follow == id else "not followed here, against"
    return NOT_JUDGED

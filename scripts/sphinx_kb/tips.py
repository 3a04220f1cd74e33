"""What a reader is told who rests on a figure: what it says, where, in which words, and whether anyone disagrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.derive import disputed
from kb.model import Corpus, Statement
from sphinx_kb import pieces, words

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

BREAK = " • "
"""Between the parts of a tooltip; the script shows each part on a line of its own."""


SHOWN = 3
"""How many pieces of evidence a tooltip holds; the ledger shows all."""


def tip(env: BuildEnvironment, corpus: Corpus, statement: Statement) -> str:
    """The tooltip of a link to a statement."""
    labels = {citation.key: citation.formatted_entry.label for citation in env.get_domain("cite").citations}
    parts = [pieces.told(corpus, statement) + (" (inferred)" if statement.inferred else "")]
    for one in statement.evidence[:SHOWN]:
        where = ", ".join(filter(None, [labels.get(one.by, one.by), words.together(one.at)]))
        quote = f": “{one.quote}”" if one.quote else ""
        parts.append(f"{where}{quote} ({pieces.how_seen(corpus, one)})")
    rest = len(statement.evidence) - SHOWN
    if rest > 0:
        parts.append(f"and {rest} more {'piece' if rest == 1 else 'pieces'} of evidence")
    return BREAK.join([*parts, _standing(corpus, statement)])


def is_disputed(corpus: Corpus, id: str) -> bool:
    """Does another statement say otherwise?"""
    return id in disputed(corpus)


def is_settled(corpus: Corpus, id: str) -> bool:
    """Is it the one that is followed wherever it is disputed?"""
    judged = corpus.judged.get(id, ())
    others = {other for judgement in judged if judgement.follow == id for other in judgement.over}
    return set(disputed(corpus).get(id, ())) <= others


def _standing(corpus: Corpus, statement: Statement) -> str:
    others = disputed(corpus).get(statement.id, ())
    if not others:
        return "No other statement in the ledger disagrees."
    said = [pieces.told(corpus, corpus.statements[id]) for id in others if id in corpus.statements]
    judged = corpus.judged.get(statement.id, ())
    if any(judgement.follow == statement.id for judgement in judged):
        verdict = "Disputed, followed here over"
    elif any(judgement.follow for judgement in judged):
        verdict = "Disputed, not followed here, against"
    else:
        verdict = "Disputed, left open against"
    return f"† {verdict} {'; '.join(f'“{other}”' for other in said)}."

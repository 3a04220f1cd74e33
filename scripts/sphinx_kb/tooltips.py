"""What a reader is told who rests on a figure, in a line, and whether anyone disagrees."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten

from kb.core.model import Corpus, Statement
from sphinx_kb import nodes as kb_nodes

Disputes = Mapping[str, tuple[str, ...]]
"""For each statement those that it cannot be squared with, or is judged against."""
BREAK = " • "
"""Between the parts of a tooltip; the script shows each part on a line of its own."""
LONGEST = 50
"""Characters of a tooltip."""

NOT_JUDGED = "not judged, against"


def tooltip(corpus: Corpus, statement: Statement) -> str:
    """The tooltip of a link to a statement, for whoever runs no script; with one the card takes its place.

    Of a long one its beginning, for it stands at each link anew.
    """
    told = shorten(kb_nodes.told(corpus, statement), LONGEST, placeholder=" …")
    return told + (" (inferred)" if statement.inferred else "")


def is_settled(corpus: Corpus, id: str, disputes: Disputes) -> bool:
    """Is it the one that is followed wherever it is disputed?"""
    judged = corpus.judged.get(id, ())
    others = {other for judgement in judged if judgement.follow == id for other in judgement.over}
    return set(disputes.get(id, ())) <= others


def standing(corpus: Corpus, statement: Statement, disputes: Disputes, doubted: Disputes) -> str:
    """Whether anybody disagrees, and which side is followed; the mark stands where it does on the figure."""
    others = [id for id in disputes.get(statement.id, ()) if id in corpus.statements]
    if not others:
        return "No other statement in the ledger disagrees."
    said: dict[str, list[str]] = {}
    for id in others:
        told = f"“{kb_nodes.told(corpus, corpus.statements[id])}”"
        said.setdefault(_verdict(corpus, statement.id, id), []).append(told)
    judged_first = sorted(said, key=lambda verdict: verdict == NOT_JUDGED)
    verdicts = [f"{verdict} {'; '.join(said[verdict])}" for verdict in judged_first]
    return f"{'† ' if statement.id in doubted else ''}Disputed, {'; '.join(verdicts)}."


def _verdict(corpus: Corpus, id: str, other: str) -> str:
    """How the judgement that speaks of both has it."""
    for judgement in corpus.judged.get(id, ()):
        if other in judgement.statements:
            if judgement.follow is None:
                return "left open against"
            return "followed here over" if judgement.follow == id else "not followed here, against"
    return NOT_JUDGED

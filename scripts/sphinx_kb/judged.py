"""A disagreement in one line that unfolds: the question and the verdict, and below them who says what, and why."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import shorten

from docutils import nodes

from kb.core.doubt import is_in_doubt
from kb.core.model import Corpus, Judgement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.elements import Details, Summary
from sphinx_kb.evidence import Teller
from sphinx_kb.nodes import SAID, paragraph, text

LINE = 120
"""Characters of a verdict at most: with its question it should not take more than two lines."""
SIDES = 3
"""So many sides of an open question stand in its line."""


_Side = Callable[[Teller, Judgement, str, str], list[nodes.Node]]


def fold(teller: Teller, judgement: Judgement, anchors: list[str], subject: str = "") -> Details:
    """The judgement, folded, each side with its sources; a link to its anchor, which stands within, opens it."""
    return _folded(teller, judgement, anchors, subject, _cited)


def fold_briefly(teller: Teller, judgement: Judgement, anchors: list[str], subject: str = "") -> Details:
    """The same on one of several pages that tell it: the card of a side has its sources, which the ledger cites."""
    return _folded(teller, judgement, anchors, subject, _carded)


def _folded(teller: Teller, judgement: Judgement, anchors: list[str], subject: str, side: _Side) -> Details:
    corpus = teller.corpus
    line = Summary("", "", *[text(f"{subject}: ", "kb-note")] * bool(subject))
    line += [nodes.strong("", judgement.question), nodes.Text(" "), text(verdict(corpus, judgement), "kb-verdict")]
    doubt = ["kb-doubt"] if is_in_doubt(corpus, corpus.sources, judgement) else []
    body = nodes.container("", *_told(teller, judgement, side), ids=anchors, is_div=True)
    return Details("", line, body, classes=["kb-judgement", *doubt])


def verdict(corpus: Corpus, judgement: Judgement) -> str:
    """What is followed, or that it is left open between what."""
    standing, ids = ("followed", (judgement.follow,)) if judgement.follow else ("left open", judgement.over)
    each = (shorten(_brief(corpus, judgement, id), LINE // len(ids[:SIDES]), placeholder=" …") for id in ids[:SIDES])
    return f"{standing}: {' | '.join(each)}{' | …' if len(ids) > SIDES else ''}"


def _brief(corpus: Corpus, judgement: Judgement, id: str) -> str:
    statement = corpus.statements.get(id)
    if statement is None:
        return id
    return (kb_nodes.brief if statement.subject == judgement.entity else kb_nodes.told)(corpus, statement)


def _told(teller: Teller, judgement: Judgement, side: _Side) -> list[nodes.Node]:
    """What was said, what is followed, and why."""
    followed = [judgement.follow] if judgement.follow else []
    items = [side(teller, judgement, id, "followed") for id in followed]
    items += [side(teller, judgement, id, "not followed" if followed else "left open") for id in judgement.over]
    reason = paragraph(text("Why: " if followed else "Left open: ", "kb-note"), judgement.because)
    return [kb_nodes.bullets(items, "kb-sides"), reason]


def _cited(teller: Teller, judgement: Judgement, id: str, standing: str) -> list[nodes.Node]:
    """A side with what it rests on."""
    statement = teller.corpus.statements.get(id)
    if statement is None:
        return [paragraph(id)]
    line = _line(teller.corpus, judgement, id, standing, SAID)
    line += [nodes.Text(" "), kb_nodes.cited(teller.env, teller.document, statement.evidence)]
    return [line]


def _carded(teller: Teller, judgement: Judgement, id: str, standing: str) -> list[nodes.Node]:
    """A side whose card says what it rests on."""
    return [_line(teller.corpus, judgement, id, standing) if id in teller.corpus.statements else paragraph(id)]


def _line(corpus: Corpus, judgement: Judgement, id: str, standing: str, *classes: str) -> nodes.paragraph:
    line = paragraph(text(standing, "kb-tag", f"kb-{standing.replace(' ', '-')}"), " ")
    line += kb_nodes.link("statement", id, _brief(corpus, judgement, id), *classes)
    return line

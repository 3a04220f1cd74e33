"""The fixtures that rules may ask for by name, and a run that makes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from kb.annotate.entities import finder
from kb.annotate.lexicon import lexicon, library_words, wording
from kb.annotate.numbered_names import numbered
from kb.annotate.sentences import annotated
from kb.core.cited import citing_pages
from kb.core.differing import disputes
from kb.core.doubt import doubted
from kb.core.happenings import happenings
from kb.core.model import Corpus
from kb.core.model.anchors import anchored
from kb.core.provisions import provisions
from kb.evidence.retrieval import candidate, evidence, labels
from kb.evidence.similarity import vocabulary
from kb.extract.event_words import event_reader
from kb.extract.sides import side_finder
from kb.lock.coverage import coverage
from kb.network.build import network
from kb.network.contradictions import contradictions
from kb.run.fixtures import Fixtures, Make, Run, Things
from kb.run.rules import rules
from kb.run.standing import stands
from kb.verify.claims import tellings
from kb.verify.courses import courses
from kb.verify.page import reading
from kb.verify.reach import (
    backed,
    beside,
    grounds,
    named,
    outline,
    outlined,
    reached,
    sketch,
    sketched,
    spoken_of,
    witnesses,
)
from kb.verify.shown import displayed, shown_by

ONE_BY_ONE: Mapping[str, Things] = {
    "entity": Things("entities", lambda corpus: corpus.entities.values()),
    "statement": Things("entities", lambda corpus: corpus.statements.values()),
    "source": Things("sources", lambda corpus: corpus.sources.values()),
    "page": Things("pages", lambda corpus: corpus.pages),
    "judgement": Things("entities", lambda corpus: corpus.judgements),
    "prop": Things("properties", lambda corpus: corpus.properties.values()),
}
"""What a rule may be called on, one by one, by the name of the parameter."""
THINGS: Mapping[str, Things | None] = {**ONE_BY_ONE, "findings": None, "crashes": None}
"""These, and what the other rules have found, for those that come last."""
EACH = {"candidates": "candidate", "wordings": "wording", "sketches": "sketch", "outlines": "outline"}
"""What holds all that is made one by one, by the name of the fixture that makes each."""
STAGES: tuple[Make, ...] = (
    happenings, finder, named, numbered, wording, lexicon, library_words, labels, anchored, candidate, evidence,
    vocabulary, citing_pages, disputes, doubted, network, contradictions, coverage, annotated, spoken_of, beside,
    sketch, sketched, outline, outlined, reached, backed, witnesses, grounds, reading, tellings,
    event_reader, side_finder, courses, displayed, shown_by, provisions, stands,
)  # fmt: skip
"""What the stages make; what serves one rule stands in its file."""


@cache
def known() -> Fixtures:
    """The fixtures of the stages and of the rules."""
    return Fixtures((*STAGES, *(make for rule in rules() for make in rule.fixtures)), THINGS, EACH)


def start(corpus: Corpus, before: Run | None = None, step: Callable[[Run], None] = lambda run: None) -> Run:
    """A run over a corpus; what has not changed since an earlier one is taken over."""
    return Run(corpus, known(), before, step)

"""The fixtures that rules may ask for by name, and a run that makes them."""

from __future__ import annotations

from functools import cache

from kb.annotate.entities import finder
from kb.annotate.lexicon import lexicon, library_words
from kb.annotate.numbered_names import numbered
from kb.core.differing import disputes
from kb.core.model import Corpus
from kb.evidence.retrieval import evidence
from kb.evidence.similarity import vocabulary
from kb.lock.coverage import coverage
from kb.network.build import network
from kb.network.contradictions import contradictions
from kb.run.fixtures import Fixtures, Make, Run
from kb.run.rules import rules
from kb.verify.claims import tellings
from kb.verify.grounds import grounds
from kb.verify.page import reading

ONE_BY_ONE = ("entity", "statement", "source", "page", "judgement", "prop")
"""What a rule may be called on, one by one."""
THINGS = (*ONE_BY_ONE, "findings", "crashes")
"""These, and what the other rules have found, for those that come last."""
STAGES: tuple[Make, ...] = (
    finder, numbered, lexicon, library_words, evidence, vocabulary, disputes, network, contradictions, coverage,
    grounds, reading, tellings,
)  # fmt: skip
"""What the stages make; what serves one rule stands in its file."""


@cache
def known() -> Fixtures:
    """The fixtures of the stages and of the rules."""
    return Fixtures((*STAGES, *(make for rule in rules() for make in rule.fixtures)), THINGS)


def start(corpus: Corpus, before: Run | None = None) -> Run:
    """A run over a corpus; what has not changed since an earlier one is taken over."""
    return Run(corpus, known(), before)

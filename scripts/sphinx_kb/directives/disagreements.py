"""Where sources disagree: every question, who says what, what is followed and why."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from kb.core.model import Corpus, Judgement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.nodes import paragraph, section


class Disagreements(LedgerDirective):
    """All judgements, or those of the entities named, grouped by entity."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A section for each entity that statements disagree about."""
        wanted = set(self.lines()) or set(corpus.entities)
        disputed_about = [e for e in corpus.entities.values() if e.id in wanted and e.judgements]
        made: list[nodes.Node] = [
            section(entity.label, f"disagreements-{entity.id}", *self._questions(entity.judgements))
            for entity in sorted(disputed_about, key=lambda e: e.label)
        ]
        unjudged = [*self._unjudged(corpus, wanted)]
        if unjudged:
            made.append(section("Not yet judged", "not-yet-judged", kb_nodes.bullets(unjudged)))
        return made

    def _questions(self, judgements: Iterable[Judgement]) -> Iterable[nodes.section]:
        for number, judgement in enumerate(judgements, 1):
            made = section(judgement.question, f"{judgement.entity}-{number}", *self.teller.judgement(judgement))
            made["classes"].append("kb-judgement")
            yield made

    def _unjudged(self, corpus: Corpus, wanted: set[str]) -> Iterable[list[nodes.Node]]:
        for id, others in knowledge_of(self.env).disputes.items():
            rest = [other for other in others if id < other and id not in corpus.judged]
            if rest and corpus.statements[id].subject in wanted:
                yield [paragraph(*self.teller.links([id]), " against ", *self.teller.links(rest))]

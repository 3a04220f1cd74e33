"""Where sources disagree: every question with its verdict, what is in doubt first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from docutils import nodes

from kb.core.cited import citing_pages, on
from kb.core.doubt import is_in_doubt
from kb.core.model import Corpus, Judgement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.elements import Details
from sphinx_kb.judged import fold, fold_briefly
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.nodes import paragraph, section, text
from sphinx_kb.words import plural


class Disagreements(LedgerDirective):
    """The judgements of the entities named, or all of them by kind of subject, with an index."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """What is open or between sources of like rank first, then what most pages tell."""
        wanted = set(self.lines())
        judged = self._by_weight(corpus, wanted or set(corpus.entities))
        made = (
            [*self._folds(judged, fold_briefly)]
            if wanted
            else [self._index(corpus, judged), *self._sections(corpus, judged)]
        )
        unjudged = [*self._unjudged(corpus, wanted or set(corpus.entities))]
        if unjudged:
            made.append(section("Not yet judged", "not-yet-judged", kb_nodes.bullets(unjudged)))
        return made

    def _by_weight(self, corpus: Corpus, wanted: set[str]) -> list[Judgement]:
        places = knowledge_of(self.env).run.ask(citing_pages)

        def weight(judgement: Judgement) -> tuple[bool, int]:
            told = (corpus.statements[id] for id in judgement.statements if id in corpus.statements)
            return not is_in_doubt(corpus, corpus.sources, judgement), -len(on(places, told))

        return sorted((judgement for judgement in corpus.judgements if judgement.entity in wanted), key=weight)

    def _folds(self, judged: Sequence[Judgement], folded: Callable[..., Details] = fold) -> Iterable[nodes.Node]:
        """The first of an entity is also where its name in the index leads."""
        several = len({judgement.entity for judgement in judged}) > 1
        met: set[str] = set()
        for judgement in judged:
            entity = self.corpus.entities[judgement.entity]
            anchors = [f"{entity.id}-{entity.judgements.index(judgement) + 1}"]
            anchors += [f"disagreements-{entity.id}"] * (entity.id not in met)
            met.add(entity.id)
            yield folded(self.teller, judgement, anchors, entity.label if several else "")

    def _sections(self, corpus: Corpus, judged: Sequence[Judgement]) -> Iterable[nodes.Node]:
        for kind, those in _by_kind(corpus, judged).items():
            yield section(corpus.kinds[kind].many, f"on-{kind}", *self._folds(those))

    def _index(self, corpus: Corpus, judged: Sequence[Judgement]) -> nodes.bullet_list:
        """Each kind of subject with how many are in doubt, and its subjects."""
        return kb_nodes.bullets((self._line(corpus, *each) for each in _by_kind(corpus, judged).items()), "kb-contents")

    def _line(self, corpus: Corpus, kind: str, judged: Sequence[Judgement]) -> list[nodes.Node]:
        doubted = sum(is_in_doubt(corpus, corpus.sources, judgement) for judgement in judged)
        line = paragraph(_to(f"on-{kind}", corpus.kinds[kind].many))
        line += text(f" {plural(len(judged), 'question')}, {doubted or 'none'} in doubt: ", "kb-note")
        counted = Counter(judgement.entity for judgement in judged)
        for place, (id, number) in enumerate(sorted(counted.items(), key=lambda each: corpus.entities[each[0]].label)):
            line += [nodes.Text(" · ")] * bool(place) + [_to(f"disagreements-{id}", corpus.entities[id].label)]
            line += [nodes.Text(f" {number}")] * (number > 1)
        return [line]

    def _unjudged(self, corpus: Corpus, wanted: set[str]) -> Iterable[list[nodes.Node]]:
        for id, others in knowledge_of(self.env).disputes.items():
            rest = [other for other in others if id < other and id not in corpus.judged]
            if rest and corpus.statements[id].subject in wanted:
                yield [paragraph(*self.teller.links([id]), " against ", *self.teller.links(rest))]


def _by_kind(corpus: Corpus, judged: Sequence[Judgement]) -> dict[str, list[Judgement]]:
    """By the kind of what they are about, in the order of the schema."""
    found: dict[str, list[Judgement]] = {kind: [] for kind in corpus.kinds}
    for judgement in judged:
        found[corpus.entities[judgement.entity].kind].append(judgement)
    return {kind: those for kind, those in found.items() if those}


def _to(anchor: str, content: str) -> nodes.reference:
    """A link within the page."""
    return nodes.reference("", "", nodes.inline("", content), internal=True, refid=anchor)

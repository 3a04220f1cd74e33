"""Whether what is cited speaks of what the sentence says: its names, its figures, its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.annotate.sentences import Scope
from kb.core.dates import Date
from kb.core.mark import Mark
from kb.core.model import Citation, Corpus
from kb.evidence.index import Testimony, Witness, testimony
from kb.evidence.matching import ends
from kb.extract.durations import Reach, weigh
from kb.extract.phrases import stands_in
from kb.extract.stems import stems
from kb.verify.page import Reading
from kb.verify.verdict import Outcome


@dataclass(frozen=True, slots=True)
class Unsupporting:
    """A citation that says nothing of the sentence; ``none`` if the ledger has nothing from the source at all."""

    scope: Scope
    citation: Citation
    none: bool


def unsupporting(reading: Reading, corpus: Corpus) -> Iterator[Unsupporting]:
    """Every citation of a page that backs nothing of its sentence; a source needs to speak at one of its places."""
    heard = testimony(corpus)
    backed = {(id(f.scope.sentence), s) for f in reading.with_outcome(Outcome.AGREED) for s in f.statements}
    articles = _articles(reading)
    for scope in reading.scopes:
        said = articles.get(scope.sentence.mark, set())
        for group in scope.groups:
            speaks = {
                citation
                for citation in group
                for witness in heard.at(citation.key, citation.locator)
                if (id(scope.sentence), witness.id) in backed or _speaks(witness, scope, reading)
            }
            speaking = {citation.key for citation in speaks}
            speaking |= {c.key for c in group if _counts_from(c, scope, reading, heard)}
            speaking |= {c.key for c in group if any(stands_in(a, scope.sentence.text) for a in _wrote(c, corpus))}
            for citation in group:
                if not heard.places(citation.key) and citation.key in corpus.sources:
                    yield Unsupporting(scope, citation, True)
                elif heard.at(citation.key, citation.locator) and (
                    citation.key not in speaking
                    or _tells_of_others(heard.heard(c for c in group if c.key == citation.key), said)
                    or (citation not in speaks and _tells_of_others(heard.heard((citation,)), said))
                ):
                    yield Unsupporting(scope, citation, False)


def _articles(reading: Reading) -> dict[Mark, set[object]]:
    """The articles that each sentence names."""
    found: dict[Mark, set[object]] = {}
    for article in (f for f in reading.figures if f.figure.kind == "article"):
        found.setdefault(article.scope.sentence.mark, set()).add(article.figure.value)
    return found


def _tells_of_others(witnesses: Sequence[Witness], said: set[object]) -> bool:
    """Do all tell of articles, and none of an article that the sentence names?"""
    return bool(said) and all(
        (told := {*witness.figures.articles, *(value for kind, value, _ in witness.worded if kind == "article")})
        and not told & said
        for witness in witnesses
    )


def _counts_from(citation: Citation, scope: Scope, reading: Reading, heard: Testimony) -> bool:
    """Does a length of time in the sentence run from or to a date that the place has?"""
    lasting = [f.figure for f in reading.lasting if f.scope is scope]
    if not lasting:
        return False
    own = [date for witness in heard.at(citation.key, citation.locator) for date in witness.figures.dates]
    around = [end for f in reading.figures if f.scope.block is scope.block for end in _ends(f.figure.value)]
    around += [date for witness in heard.heard(scope.citations) for date in witness.figures.dates]
    return any(weigh(figure, (*own, *around), own) is Reach.RIGHT for figure in lasting if own)


def _ends(value: object) -> tuple[Date, ...]:
    return ends(value) if isinstance(value, Date) else ()


def _wrote(citation: Citation, corpus: Corpus) -> tuple[str, ...]:
    """The authors of the cited source: a sentence that names one speaks of it."""
    source = corpus.sources.get(citation.key)
    return tuple(author for author in source.authors if author) if source else ()


def _speaks(witness: Witness, scope: Scope, reading: Reading) -> bool:
    """Does the statement share two words with the sentence, or one and something that both name?"""
    own = stems(scope.sentence.text)
    shared = len(witness.stems & own)
    if shared >= min(2, len(own)):
        return True
    specific = witness.mentions & (scope.entities - reading.about)
    return len(specific) > 1 or (shared == 1 and bool(specific or witness.entities & (scope.entities | scope.carried)))

"""What rests on a statement or a source: the sentences that tell it, and the tables and timelines that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.annotate.sentences import annotated
from kb.annotate.spans import AnnotatedSentence
from kb.core.mark import Mark
from kb.core.model import Page
from kb.evidence.retrieval import evidence
from kb.run.fixtures import Run
from kb.verify.page import reading
from kb.verify.reach import grounds
from kb.verify.shown import displayed
from kb.verify.verdict import Outcome


@dataclass(frozen=True, slots=True)
class Display:
    """A table, a timeline, a chart or a role that shows a statement: what it is, and where it stands."""

    by: str
    statement: str
    mark: Mark


class RestingOn:
    """Asked of one revision; a page is read only where it cites a source of what is asked about."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._read: dict[Page, dict[AnnotatedSentence, frozenset[str]]] = {}

    def told(self, statements: Iterable[str]) -> dict[str, list[AnnotatedSentence]]:
        """The sentences that rest on each of these statements."""
        wanted = {id for id in statements if id in self.run.corpus.statements}
        keys = {e.by for id in wanted for e in self.run.corpus.statements[id].evidence}
        found: dict[str, list[AnnotatedSentence]] = {}
        for page in self._pages():
            scopes = self.run.ask(annotated, page=page)
            if keys.isdisjoint(scopes.cited) or not self._hears(scopes.scopes, wanted):
                continue
            for scope, ids in self.behind(page).items():
                for id in ids & wanted:
                    found.setdefault(id, []).append(scope)
        return found

    def citing(self, key: str) -> Iterator[tuple[Page, AnnotatedSentence]]:
        """The sentences that cite a source, or take it over from around them."""
        for page in self._pages():
            scopes = self.run.ask(annotated, page=page)
            if key in scopes.cited:
                for scope in scopes.scopes:
                    if scope.tells and any(citation.key == key for citation in scope.citations):
                        yield page, scope

    def behind(self, page: Page) -> dict[AnnotatedSentence, frozenset[str]]:
        """The statements on which each sentence of a page rests: what backs a figure best, or is nearest in words."""
        if page not in self._read:
            self._read[page] = self._behind(page)
        return self._read[page]

    def _behind(self, page: Page) -> dict[AnnotatedSentence, frozenset[str]]:
        read, known = self.run.ask(reading, page=page), self.run.ask(grounds, page=page).evidence
        found: dict[AnnotatedSentence, set[str]] = {scope: set() for scope in read.scopes}
        for figure in read.with_outcome(Outcome.SUPPORTED):
            found[figure.scope].update(figure.statements[:1])
        for scope in read.scopes:
            if scope.tells:
                found[scope].update(each.id for each in known.near(scope.citations, scope.sentence.text))
        return {scope: frozenset(ids) for scope, ids in found.items()}

    def _hears(self, scopes: Iterable[AnnotatedSentence], wanted: set[str]) -> bool:
        """Does one of these cite a place at which one of the statements rests?"""
        known = self.run.ask(evidence)
        return any(each.id in wanted for scope in scopes for each in known.heard(scope.citations))

    def displays(self, page: Page) -> tuple[Display, ...]:
        """What the tables, timelines, charts and roles of a page show."""
        by = {asked.mark: asked.by for asked in page.asked}
        shown = self.run.ask(displayed, page=page) if page.asked else ()
        return tuple(Display(by.get(each.mark, ""), each.statement.id, each.mark) for each in shown)

    def _pages(self) -> Iterator[Page]:
        return (page for page in self.run.corpus.pages if page.vouched)

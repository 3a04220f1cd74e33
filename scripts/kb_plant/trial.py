"""Tries planted errors one by one: content is loaded once, one document replaced in memory."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property

from kb.core.finding import Finding
from kb.core.model import Corpus, Page
from kb.load.bibliography import PATH as BIBLIOGRAPHY
from kb.load.corpus import assemble, is_entity
from kb.load.waivers import PATH as WAIVERS
from kb.run.fixtures import unchanged
from kb.run.known import ONE_BY_ONE, start
from kb.run.known import known as fixtures
from kb.run.runner import Rule, examine, rules
from kb.verify.page import reading
from kb_plant import bibliography, ledger, pages
from kb_plant.known import known
from kb_plant.planted import Planted, Sheet
from kb_plant.score import Tried

Look = Callable[[Corpus, str], list[Finding]]


class Trial:
    """The real content, and the rules that look at it."""

    def __init__(self, files: Mapping[str, bytes], today: date) -> None:
        self.files = files
        self.today = today
        self.corpus = assemble(files, today)
        self.rules = tuple(rule for rule in rules() if rule.family != "process")
        clean = examine(self.corpus, self.rules, keeps=True)
        self._before, self._all_clean = clean.run, frozenset(clean.findings)
        self._clean: dict[tuple[str, Look], frozenset[Finding]] = {}

    def plants(self) -> Iterator[Planted]:
        """Every error that can be planted, file by file."""
        words = known(self.corpus)
        vouched = [page.path for page in self.corpus.pages if page.vouched]
        for path, data in self.files.items():
            sheet = Sheet(path, data.decode("utf-8", "replace"))
            if is_entity(path):
                yield from ledger.plants(sheet, words)
            elif path == BIBLIOGRAPHY:
                yield from bibliography.plants(sheet)
            elif path == WAIVERS:
                yield from ledger.waivers(sheet, vouched)
            elif path in vouched:
                yield from pages.plants(sheet, words)

    @cached_property
    def by_kind(self) -> dict[str, list[Planted]]:
        """Every error that can be planted, kind by kind."""
        found: dict[str, list[Planted]] = {}
        for planted in self.plants():
            found.setdefault(planted.kind, []).append(planted)
        return dict(sorted(found.items()))

    def sample(self, each: int, seed: int) -> list[Planted]:
        """So many of every kind, each kind drawn by itself: a new kind leaves the draws of the others as they were."""
        drawn = []
        for kind, those in self.by_kind.items():
            draw = random.Random(f"{seed} {kind}")  # noqa: S311  # a sample, no secret
            drawn += draw.sample(those, min(each, len(those)))
        return drawn

    def run(self, planted: Planted) -> Tried:
        """Replace the one file, look again, and keep what is new."""
        corpus = assemble({**self.files, planted.path: planted.data}, self.today)
        found: tuple[Finding, ...] = ()
        for look in self._looks(planted.path):
            found += self._new(corpus, planted.path, look)
            tried = Tried(planted, found)
            if tried.is_caught:
                return tried
        return Tried(planted, found + self._across(corpus, planted.path), _excuse(corpus, planted))

    def _looks(self, path: str) -> tuple[Look, ...]:
        """Where to look, the quickest first; what ails a source may show wherever it is cited."""
        if path == WAIVERS:
            return (self._look_into,)
        around = (self._look_around,) if path == BIBLIOGRAPHY else ()
        return (self._look_near, self._look_into, *around)

    def _new(self, corpus: Corpus, path: str, look: Look) -> tuple[Finding, ...]:
        if (path, look) not in self._clean:
            self._clean[path, look] = frozenset(look(self.corpus, path))
        return tuple(finding for finding in look(corpus, path) if finding not in self._clean[path, look])

    def _look_near(self, corpus: Corpus, path: str) -> list[Finding]:
        """What is said of one file by the rules that look at one thing at a time."""
        return self._told(corpus, path, tuple(rule for rule in self._concerned(corpus, path) if _looks_at_each(rule)))

    def _look_into(self, corpus: Corpus, path: str) -> list[Finding]:
        """What is said of one file by all rules."""
        return self._told(corpus, path, self._concerned(corpus, path))

    def _concerned(self, corpus: Corpus, path: str) -> tuple[Rule, ...]:
        """The rules that may say something else: those that look at each thing, and those a change can reach."""
        if path == WAIVERS:
            return rules()
        same = unchanged(corpus, self.corpus)
        return tuple(rule for rule in self.rules if _looks_at_each(rule) or not fixtures().reach(rule.scope) <= same)

    def _across(self, corpus: Corpus, path: str) -> tuple[Finding, ...]:
        """What pages hold against the ledger where they cite a source of which it names other places now."""
        moved = {by for by, _ in _rests(corpus, path) ^ _rests(self.corpus, path)}
        citing = frozenset(page.path for page in corpus.pages if moved & _cited(page))
        found = self._told(corpus, path, self._on_pages, citing) if citing else []
        return tuple(finding for finding in found if finding not in self._all_clean)

    @cached_property
    def _on_pages(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if "page" in fixtures().reach(rule.scope) - set(rule.scope))

    def _told(
        self, corpus: Corpus, path: str, those: tuple[Rule, ...], only: frozenset[str] | None = None
    ) -> list[Finding]:
        """What some rules find in a file, or hold against a place in it; looking into ``only`` these files, if any."""
        found = examine(corpus, those, only=only or frozenset({path}), before=self._before).findings
        return [finding for finding in found if path in {mark.path for mark in (finding.mark, *finding.compare)}]

    def _look_around(self, corpus: Corpus, path: str) -> list[Finding]:
        """What the rules say of everything."""
        return list(examine(corpus, self.rules, before=self._before).findings)


def _rests(corpus: Corpus, path: str) -> set[tuple[str, str]]:
    """The places that a file of the ledger rests on."""
    own = (entity for entity in corpus.entities.values() if entity.mark.path == path)
    return {(e.by, e.at) for entity in own for statement in entity.statements for e in statement.evidence}


def _cited(page: Page) -> set[str]:
    return {citation.key for block in page.blocks for sentence in block.sentences for citation in sentence.citations}


def _looks_at_each(rule: Rule) -> bool:
    """Is it called on one thing after another, so that only those of the file need a look?"""
    return bool(fixtures().reach(rule.scope) & set(ONE_BY_ONE))


def _excuse(corpus: Corpus, planted: Planted) -> tuple[str, ...]:
    """What backs the line all the same: the statements of its figures, or the entry of the ledger itself."""
    page = next((page for page in corpus.pages if page.path == planted.path and page.vouched), None)
    if page is None:
        return ()
    figures = [figure for figure in start(corpus).ask(reading, page=page).figures if figure.mark.line == planted.line]
    return tuple(dict.fromkeys(name for figure in figures for name in figure.statements))

"""Tries planted errors one by one and keeps the score: content is loaded once, one document replaced in memory."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kb.finding import Finding, Severity
from kb.load.corpus import assemble, is_entity, is_page
from kb.model import Corpus
from kb.plant import ledger, pages
from kb.plant.pages import Known
from kb.plant.planted import Planted
from kb.run import examine, rules

BIBLIOGRAPHY = "refs.bib"


@dataclass(frozen=True, slots=True)
class Tried:
    """A planted error and what was newly found in its file; ``excuse`` names what still backs a survivor."""

    planted: Planted
    found: tuple[Finding, ...]
    excuse: tuple[str, ...] = ()

    @property
    def is_caught(self) -> bool:
        """An error or warning in the file; where the kind is strict, an error on the very line."""
        return any(self._counts(finding) for finding in self.found)

    def _counts(self, finding: Finding) -> bool:
        if not self.planted.strict:
            return finding.severity is not Severity.NOTE
        return finding.severity is Severity.ERROR and finding.mark.line == self.planted.line


class Trial:
    """The real content, and the rules that look at it."""

    def __init__(self, files: Mapping[str, bytes], today: date) -> None:
        self.files = files
        self.today = today
        self.corpus = assemble(files, today)
        self.rules = tuple(rule for rule in rules() if rule.family != "process")
        self._clean: dict[str, frozenset[Finding]] = {}

    def plants(self) -> Iterator[Planted]:
        """Every error that can be planted, file by file."""
        known = _known(self.corpus)
        people = sorted(id for id, entity in self.corpus.entities.items() if entity.kind == "person")
        for path, data in self.files.items():
            text = data.decode("utf-8", "replace")
            if is_entity(path):
                yield from ledger.plants(path, text, sorted(self.corpus.lock), people)
            elif path == BIBLIOGRAPHY:
                yield from ledger.bibliography(path, text)
            elif is_page(path) and any(page.path == path and page.vouched for page in self.corpus.pages):
                yield from pages.plants(path, text, known)

    def sample(self, each: int, seed: int) -> list[Planted]:
        """So many of every kind, drawn by a seed."""
        by_kind: dict[str, list[Planted]] = {}
        for planted in self.plants():
            by_kind.setdefault(planted.kind, []).append(planted)
        draw = random.Random(seed)  # noqa: S311  # a sample, no secret
        return [planted for kind in by_kind.values() for planted in draw.sample(kind, min(each, len(kind)))]

    def run(self, planted: Planted) -> Tried:
        """Replace the one file, look again, and keep what is new."""
        corpus = assemble({**self.files, planted.path: planted.data}, self.today)
        new = [finding for finding in self._look(corpus, planted.path) if finding not in self._before(planted.path)]
        tried = Tried(planted, tuple(new))
        return tried if tried.is_caught else Tried(planted, tuple(new), _excuse(corpus, planted))

    def _before(self, path: str) -> frozenset[Finding]:
        if path not in self._clean:
            self._clean[path] = frozenset(self._look(self.corpus, path))
        return self._clean[path]

    def _look(self, corpus: Corpus, path: str) -> list[Finding]:
        """What the rules say of one file; what ails a source may show wherever it is cited."""
        if path == BIBLIOGRAPHY:
            return list(examine(corpus, self.rules).findings)
        found = examine(corpus, self.rules, only=frozenset({path})).findings
        return [finding for finding in found if finding.mark.path == path]


def _known(corpus: Corpus) -> Known:
    """The words by which places in pages are told."""
    names = {name.text for entity in corpus.entities.values() for name in entity.names if name.language == "en"}
    authors: dict[str, set[str]] = {}
    hedges: dict[str, set[str]] = {}
    for claim in (statement for statement in corpus.statements.values() if statement.is_claim):
        for evidence in claim.evidence:
            source = corpus.sources.get(evidence.by)
            authors.setdefault(evidence.by, set()).update(source.authors if source else ())
            hedges.setdefault(evidence.by, set()).update(claim.hedge)
    return Known(
        names=sorted(name for name in names if len(name) > 4 and name[0].isupper()),
        keys=sorted(corpus.sources),
        authors={key: sorted(those) for key, those in authors.items()},
        hedges={key: sorted(those) for key, those in hedges.items()},
    )


def _excuse(corpus: Corpus, planted: Planted) -> tuple[str, ...]:
    """What backs the line all the same: the statements of its figures, or the entry of the ledger itself."""
    from kb.prose.agreement import read

    page = next((page for page in corpus.pages if page.path == planted.path and page.vouched), None)
    if page is None:
        return ()
    figures = [figure for figure in read(page, corpus).figures if figure.mark.line == planted.line]
    return tuple(dict.fromkeys(name for figure in figures for name in figure.statements))


@dataclass(frozen=True, slots=True)
class Score:
    """Of each kind, how many were caught of how many, and the survivors."""

    kinds: Mapping[str, tuple[int, int]]
    survivors: tuple[Tried, ...]

    @property
    def total(self) -> tuple[int, int]:
        """Caught and planted, over all kinds."""
        return sum(c for c, _ in self.kinds.values()), sum(n for _, n in self.kinds.values())

    def share(self, kind: str) -> float:
        """Of one kind, the share that was caught."""
        caught, planted = self.kinds[kind]
        return caught / planted


def score(tried: Iterable[Tried]) -> Score:
    """Count what was caught."""
    kinds: dict[str, tuple[int, int]] = {}
    survivors = []
    for each in tried:
        caught, planted = kinds.get(each.planted.kind, (0, 0))
        kinds[each.planted.kind] = (caught + each.is_caught, planted + 1)
        if not each.is_caught:
            survivors.append(each)
    return Score(dict(sorted(kinds.items())), tuple(survivors))

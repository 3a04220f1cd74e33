"""What is measured of the site: beside stock Sphinx, after one edit, and as content grows."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log
from pathlib import Path
from statistics import linear_regression, median

from kb.core.model import Corpus, Statement
from kb_bench.site.builds import Build, build
from kb_bench.site.sources import SEED, grown, ours, stock

EDITED = " indeed"
"""What is added to a quotation, so that the statement that rests on it is another one."""


@dataclass(frozen=True)
class Pair:
    """Two builds of the same pages, one after the other: what else the machine does meets both."""

    ours: Build
    stock: Build

    @property
    def ratio(self) -> float:
        """What ours costs of the CPU time of the other."""
        return self.ours.seconds / self.stock.seconds


@dataclass(frozen=True)
class Edit:
    """A build after one statement was changed."""

    statement: str
    build: Build


@dataclass(frozen=True)
class Trial:
    """Builds of one repository, in a folder that is thrown away afterwards."""

    root: Path
    folder: Path
    jobs: int
    settings: Mapping[str, str]

    def pairs(self, rounds: int) -> Iterator[Pair]:
        """Ours and stock Sphinx in turn, each from nothing; what stock Sphinx builds from is made of what we built."""
        source, place = ours(self.root, self.folder / "ours"), self.folder / "ours-html"
        plain = self.folder / "stock"
        for number in range(rounds):
            own = self._anew(source, place)
            if not number:
                stock(source, place, plain)
            yield Pair(own, self._anew(plain, self.folder / "stock-html"))

    def edits(self, corpus: Corpus, times: int) -> Iterator[Edit]:
        """Statements drawn by lot, edited one after the other; the first pair has left what they are built on."""
        source, place = self.folder / "ours", self.folder / "ours-html"
        drawn = random.Random(SEED).sample(sorted(corpus.statements), len(corpus.statements))  # noqa: S311
        edited = (id for id in drawn if edit(corpus.statements[id], source))
        for id in islice(edited, times):
            yield Edit(id, build(source, place, self.jobs, self.settings))

    def growth(self, sizes: Sequence[int], real: Mapping[str, bytes]) -> Iterator[Build]:
        """Made-up content of each size, with so many statements."""
        for statements in sizes:
            source, place = self.folder / "grown", self.folder / "grown-html"
            yield self._anew(grown(self.root, statements, real, source), place)
            shutil.rmtree(source)

    def _anew(self, source: Path, place: Path) -> Build:
        shutil.rmtree(place, ignore_errors=True)
        return build(source, place, self.jobs, self.settings)


def edit(statement: Statement, source: Path) -> bool:
    """Change the words that a statement rests on, where they stand once in its file; tells whether it did."""
    path = source / statement.mark.path
    text, quote = path.read_text("utf-8"), next((one.quote for one in statement.evidence if one.quote), "")
    if not quote or text.count(quote) != 1:
        return False
    path.write_text(text.replace(quote, quote + EDITED), "utf-8")
    return True


def exponent(builds: Sequence[Build]) -> float:
    """How the cost grows with the pages: 1 is linear, 2 is quadratic; fitted to all sizes by least squares."""
    points: list[tuple[float, float]] = [(log(each.read), log(each.seconds)) for each in builds]
    slope, _ = linear_regression(*zip(*points, strict=True))
    return slope


def middle(pairs: Sequence[Pair]) -> float:
    """The ratio that stands in the middle of all."""
    return median(pair.ratio for pair in pairs)

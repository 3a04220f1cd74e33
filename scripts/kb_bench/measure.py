"""What each step costs on content of growing size, and how the cost grows."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import log
from typing import TypeVar

import yaml

from kb.load import bibliography, ledger
from kb.load.corpus import assemble
from kb.load.pages import PARSER, page
from kb.run.known import start
from kb.run.runner import examine, rules
from kb.verify.page import reading
from kb_bench.made import content

T = TypeVar("T")
TODAY = date(2026, 2, 1)
SEED = 2016


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU of every step, on content of one size."""

    statements: int
    pages: int
    sources: int
    errors: int
    seconds: Mapping[str, float]

    @property
    def total(self) -> float:
        """What `kb check` costs: reading, prose and rules."""
        return sum(self.seconds[step] for step in ("reading", "prose", "rules"))


def cost(statements: int, real: Mapping[str, bytes]) -> Cost:
    """Make content of a size and measure each step once, with nothing remembered from before."""
    files = content(statements, SEED, real)
    for remembered in (ledger.entity, page, bibliography.bibliography):
        remembered.cache_clear()
    seconds: dict[str, float] = {}
    timed(seconds, "floor: YAML events", lambda: _yaml(files))
    timed(seconds, "floor: Markdown tokens", lambda: _markdown(files))
    corpus = timed(seconds, "reading", lambda: assemble(files, TODAY))
    run = start(corpus)
    timed(seconds, "prose", lambda: [run.ask(reading, page=each) for each in corpus.pages if each.vouched])
    found = timed(seconds, "rules", lambda: examine(corpus, rules()))
    errors = sum(finding.severity == "error" for finding in found.findings)
    return Cost(len(corpus.statements), len(corpus.pages), len(corpus.sources), errors, seconds)


def timed(seconds: dict[str, float], step: str, work: Callable[[], T]) -> T:
    """Do the work and note what it cost."""
    gc.collect()
    start = time.process_time()
    done = work()
    seconds[step] = time.process_time() - start
    return done


def _yaml(files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".yaml"):
            for _ in yaml.parse(data, Loader=yaml.CSafeLoader):
                pass


def _markdown(files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".md"):
            PARSER.parse(data.decode())


def exponents(one: Cost, other: Cost) -> Iterator[tuple[str, float]]:
    """How each step grows: 1 is linear, 2 is quadratic."""
    growth = log(other.statements / one.statements)
    for step in one.seconds:
        yield step, log(max(other.seconds[step], 1e-6) / max(one.seconds[step], 1e-6)) / growth
    yield "all", log(other.total / one.total) / growth


def slowest(statements: int, real: Mapping[str, bytes], most: int) -> Sequence[tuple[str, float]]:
    """The rules that cost most."""
    corpus = assemble(content(statements, SEED, real), TODAY)
    seconds: dict[str, float] = {}
    for rule in rules():
        timed(seconds, f"{rule.family}/{rule.slug}", partial(examine, corpus, (rule,)))
    return sorted(seconds.items(), key=lambda pair: -pair[1])[:most]

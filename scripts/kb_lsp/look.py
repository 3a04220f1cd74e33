"""What was found at one time: the corpus as it was, the run over it, and the findings file by file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kb.core.finding import Finding
from kb.core.model import Corpus
from kb.load.corpus import assemble
from kb.load.door import Admitted
from kb.load.events import EVENTS
from kb.load.kept import Kept
from kb.load.schema import KINDS, PROPERTIES
from kb.load.today import Day
from kb.load.waivers import PATH as WAIVERS
from kb.run.causes import alone, sift
from kb.run.fixtures import Run
from kb.run.known import ONE_BY_ONE, known, start
from kb.run.rules import Rule
from kb.run.runner import examine

SCHEMA = (KINDS, PROPERTIES, EVENTS, WAIVERS)
"""What is needed to read one file."""
ByFile = Mapping[str, tuple[Finding, ...]]


class Outdated(BaseException):
    """The text has changed meanwhile; no fault of a rule, so that no rule is blamed for it."""


@dataclass(frozen=True)
class MadeOf:
    """The files of which a corpus is made, the day on which they are seen, and what was made of them already."""

    laid: Admitted
    day: Day
    held: Kept

    def corpus(self, *, path: str = "", data: bytes = b"") -> Corpus:
        """The corpus; with a path, as it would be if that file held these bytes."""
        files = {**self.laid.files, path: data} if path else self.laid.files
        return assemble(files, self.day.today, self.laid.faults, self.day.uncommitted, self.held)


@dataclass(frozen=True)
class Look:
    """Everything at one time. ``texts`` are those of the editor that were laid over the files."""

    corpus: Corpus
    run: Run
    texts: Mapping[str, str]
    made_of: MadeOf
    findings: ByFile = field(default_factory=dict)
    is_whole: bool = False

    @cached_property
    def asking(self) -> Run:
        """A run for what is asked of it later on: the next look takes over from ``run`` what that was asked alone."""
        return start(self.corpus, self.run)


def of_file(path: str, laid: Admitted, day: Day) -> tuple[Finding, ...]:
    """What is found in one file with nothing but the schema beside it: it takes no time."""
    files = {each: laid.files[each] for each in (*SCHEMA, path) if each in laid.files}
    corpus = assemble(files, day.today, laid.faults, day.uncommitted)
    found = examine(corpus, those=_alone(), only=frozenset({path})).findings
    return tuple(each for each in found if each.mark.path == path)


def _alone() -> tuple[Rule, ...]:
    return tuple(filter(looks_closely, alone()))


def looks_closely(rule: Rule) -> bool:
    """Does it look at one thing after the other, or at what reading found? Then one file alone can be looked at."""
    reach = known().reach(rule.scope)
    return bool(reach & set(ONE_BY_ONE)) or reach == {"faults"}


def by_file(findings: Iterable[Finding], faults: Iterable[Finding]) -> ByFile:
    """What is shown of the findings, by path: what may follow from another is held back."""
    found: dict[str, list[Finding]] = {}
    for each in sift(findings, faults).shown:
        found.setdefault(each.mark.path, []).append(each)
    return {path: tuple(those) for path, those in found.items()}

"""All that is known when one figure is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kb.annotate.spans import AnnotatedSentence, Group
from kb.core.dates import Date
from kb.core.model import Block, Ledger, Page, Source
from kb.evidence.candidate import Candidate
from kb.evidence.index import EvidenceIndex
from kb.extract.mention import Mention, Partial
from kb.verify.grounds import Grounds


@dataclass(frozen=True)
class Setting:
    """What is the same for all figures of a page: what it is about, the sources it cites, and the grounds."""

    page: Page
    about: frozenset[str]
    cited: tuple[str, ...]
    grounds: Grounds

    @property
    def evidence(self) -> EvidenceIndex:
        """What the sources say."""
        return self.grounds.evidence

    @cached_property
    def listed_after(self) -> Mapping[Block, int]:
        """For each block how many items the list or table has that follows it."""
        sizes = Counter(block.group for block in self.page.blocks if block.kind in ("item", "row"))
        pairs = zip(self.page.blocks, self.page.blocks[1:], strict=False)
        return {b: sizes[after.group] for b, after in pairs if after.kind in ("item", "row", "header-row")}


@dataclass(frozen=True)
class Context:
    """One figure with its scope, what the cited places say, and the dates and numbers told before it."""

    figure: Mention
    scope: AnnotatedSentence
    citations: Group
    figures: tuple[Mention, ...]
    earlier: tuple[Date, ...]
    setting: Setting
    counted: tuple[float, ...] = ()

    @property
    def about(self) -> frozenset[str]:
        """The entities that the page is about, with the wholes they are part of."""
        return self.setting.about

    @property
    def ledger(self) -> Ledger:
        """The ledger."""
        return self.setting.grounds.ledger

    @property
    def sources(self) -> Mapping[str, Source]:
        """The bibliography."""
        return self.setting.grounds.sources

    @property
    def text(self) -> str:
        """The sentence."""
        return self.scope.sentence.text

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """What the cited sources say at the cited places, nearest to the sentence's subject first."""
        return tuple(sorted(self.setting.evidence.heard(self.citations), key=self.strangeness))

    @cached_property
    def elsewhere(self) -> tuple[Candidate, ...]:
        """What the cited sources say at other places."""
        here = {candidate.id for candidate in self.candidates}
        those = self.setting.evidence.candidates_elsewhere(self.citations)
        return tuple(sorted((w for w in those if w.id not in here), key=self.strangeness))

    def strangeness(self, candidate: Candidate) -> int:
        """How far a statement is from what the sentence names: 0 is nearest."""
        named = len(candidate.entities & (self.scope.entities - self.about))
        near = bool(candidate.entities & self.about) + bool(candidate.entities & self.scope.carried)
        return -4 * min(named, 4) - near

    def is_relevant(self, candidate: Candidate) -> bool:
        """Does it speak of anything that the sentence, its paragraph or the page is about?"""
        return bool(candidate.mentions & (self.scope.entities | self.about | self.scope.carried))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates in the sentence; of those without a year, what the cited places have for them."""
        return tuple(date for figure in self.figures for date in dates_of(figure, self.candidates))


def dates_of(figure: Mention, candidates: Iterable[Candidate]) -> tuple[Date, ...]:
    """The ends of the date that a figure tells; of a day without its year or month, those that statements have."""
    if isinstance(figure.value, Partial) and figure.value.day:
        ends = (end for each in candidates for date in each.figures.dates for end in date.ends)
        return tuple(dict.fromkeys(end for end in ends if end.precision == "day" and figure.value.within(end)))
    return figure.value.ends if isinstance(figure.value, Date) else ()

"""What stands around a figure: its clause or cell, the rest of its sentence, and the headings above it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kb.annotate.spans import EntitySpan
from kb.core.dates import Date
from kb.lang.stems import stems
from kb.verify import clauses
from kb.verify.grounds import Grounds
from kb.verify.verdict import VerifiedMention, VerifiedPage

AROUND = 60
"""So many characters on either side of a figure are still near it."""
_CELL = " | "
_OTHER = {"beginning": "end", "end": "beginning"}


@dataclass(frozen=True)
class Scene:
    """A figure where it stands on its page."""

    read: VerifiedMention
    page: VerifiedPage
    grounds: Grounds

    @property
    def text(self) -> str:
        """Its sentence; of a table, its row."""
        return self.read.scope.sentence.text

    @property
    def is_cell(self) -> bool:
        """Does it stand in a table, where a cell may hold a figure and nothing else?"""
        return self.read.scope.block.kind == "row"

    @cached_property
    def span(self) -> tuple[int, int]:
        """From where to where what stands near it: its clause, or its cell; what stands in the first heads the row."""
        figure, text = self.read.figure, self.text
        if self.is_cell:
            start, end = text.rfind(_CELL, 0, figure.start), text.find(_CELL, figure.end)
            heads = start < 0 and not self.within
            return start + len(_CELL) if start >= 0 else 0, len(text) if heads or end < 0 else end
        first, last = clauses.bounds(text, figure)
        return max(first, figure.start - AROUND), min(last, figure.end + AROUND)

    @cached_property
    def column(self) -> str:
        """What heads its column; counted from the last, since the first head of a table may be empty."""
        cells, behind = self.head.split(_CELL), self.text.count(_CELL, self.read.figure.end)
        return cells[-1 - behind] if behind < len(cells) else ""

    @cached_property
    def head(self) -> str:
        """The head of its table."""
        group, blocks = self.read.scope.block.group, self.page.page.blocks if self.is_cell else ()
        heads = [each for each in blocks if each.kind == "header-row" and each.group == group]
        return " ".join(sentence.text for head in heads[-1:] for sentence in head.sentences)

    @cached_property
    def near(self) -> frozenset[str]:
        """The stems of what stands near it, and of what heads its column."""
        heads = self.span == (0, len(self.text))
        return self._stems(self.head if heads else self.column, self.text[slice(*self.span)])

    @cached_property
    def further(self) -> frozenset[str]:
        """Those of the rest of its sentence."""
        return self._stems(self.text) - self.near

    @cached_property
    def above(self) -> frozenset[str]:
        """Those of the title of its page, and of the heading of its section."""
        section, blocks = self.read.scope.block.section, self.page.page.blocks
        heads = (each for each in blocks if each.kind == "heading" and each.section == section)
        words = (sentence.text for head in heads for sentence in head.sentences)
        return self._stems(self.page.page.title, *words) - self.near - self.further

    @cached_property
    def before(self) -> frozenset[str]:
        """Those of what its paragraph tells before it."""
        mark = self.read.scope.sentence.mark
        told = (each.text for each in self.read.scope.block.sentences if each.mark < mark)
        return self._stems(*told) - self.near - self.further

    def _stems(self, *texts: str) -> frozenset[str]:
        return stems(" ".join(texts), self.grounds.ledger.words.common)

    @cached_property
    def named(self) -> frozenset[str]:
        """The entities that are named near it."""
        first, last = self.span
        return frozenset(name.entity_id for name in self.names if first <= name.start < last)

    @property
    def names(self) -> tuple[EntitySpan, ...]:
        """The names in its sentence."""
        return self.read.scope.names

    @cached_property
    def last_named(self) -> frozenset[str]:
        """The entity that is named last before it, near it."""
        before = (name for name in self.names if self.span[0] <= name.start and name.end <= self.read.figure.start)
        return frozenset(name.entity_id for name in list(before)[-1:])

    @cached_property
    def within(self) -> frozenset[str]:
        """The entities in whose names it stands: ``Exercise-2016``."""
        figure = self.read.figure
        return frozenset(n.entity_id for n in self.names if n.start <= figure.start and figure.end <= n.end)

    @cached_property
    def happened(self) -> frozenset[str]:
        """The properties that words near it tell, or those at the head of its column."""
        figure, happenings, head = self.read.figure, self.grounds.happenings, f"{self.column} "
        told = happenings.beside(self.text, (figure.start, figure.end), self.span)
        return told or happenings.beside(head, (len(head), len(head)), (0, len(head)))

    @cached_property
    def acts(self) -> frozenset[str]:
        """The events that these properties are by themselves."""
        laws = self.grounds.ledger.properties
        return frozenset(tells for name in self.happened if (tells := laws[name].tells))

    @cached_property
    def side(self) -> str:
        """Is the date told as a ``beginning`` or an ``end``?"""
        return clauses.side(self.text, self.read.figure) if isinstance(self.read.figure.value, Date) else ""

    @property
    def other_side(self) -> str:
        """What it then is not."""
        return _OTHER.get(self.side, "")

    @cached_property
    def beside(self) -> tuple[VerifiedMention, ...]:
        """The other figures near it."""
        first, last = self.span
        here = (other for other in self.page.figures if other.scope is self.read.scope and other is not self.read)
        return tuple(other for other in here if first <= other.figure.start < last)

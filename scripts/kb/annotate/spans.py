"""What a sentence is annotated with: the entities it names, the citations behind it, and what is too long to read."""

from __future__ import annotations

from dataclasses import dataclass

from kb.core.mark import Mark
from kb.core.model import Block, Citation, Page, Sentence

Group = tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """A name where it stands: the entity it names and the form in which the ledger has it."""

    start: int
    end: int
    entity_id: str
    form: str


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """A sentence with the citation groups it has, the group it inherits, and the entities told of before it."""

    sentence: Sentence
    block: Block
    names: tuple[EntitySpan, ...]
    groups: tuple[Group, ...]
    inherited: Group
    carried: frozenset[str]

    def cited(self, start: int) -> Group:
        """The group behind a figure that starts here: the next one in the sentence, else the last, else inherited."""
        for group in self.groups:
            if group[0].at > start:
                return group
        return self.groups[-1] if self.groups else self.inherited

    @property
    def citations(self) -> Group:
        """All citations behind the sentence."""
        return tuple(c for group in self.groups for c in group) if self.groups else self.inherited

    @property
    def tells(self) -> bool:
        """Does it tell something: does it cite a source, or take one over from around it, and is it no headline?"""
        heads = self.block.is_headline or self.block.kind == "label"
        return bool(self.citations and self.sentence.text.strip() and not heads)

    @property
    def entities(self) -> frozenset[str]:
        """The entities it names."""
        return frozenset(name.entity_id for name in self.names)


@dataclass(frozen=True, slots=True)
class Overlong:
    """What is not read on: where it starts, how much it has against how much it may."""

    mark: Mark
    what: str


@dataclass(frozen=True, slots=True)
class AnnotatedPage:
    """A page without what is too long to read, its sentences with what each names and cites, and what was left out."""

    page: Page
    scopes: tuple[AnnotatedSentence, ...]
    overlong: tuple[Overlong, ...]

    @property
    def entities(self) -> frozenset[str]:
        """Every entity that it names."""
        return frozenset().union(*(scope.entities for scope in self.scopes))

    @property
    def cited(self) -> tuple[str, ...]:
        """The keys of all sources that it cites, in order."""
        return tuple(dict.fromkeys(c.key for block in self.page.blocks for s in block.sentences for c in s.citations))

"""Which citations stand behind a sentence, and what it is about: its own, else those it inherits from around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.model import Block, Citation, Page, Sentence
from kb.prose.names import NameFinder, NameSpan

_PROSE = frozenset({"paragraph", "quote", "admonition", "footnote", "caption", "item"})
_LISTED = frozenset({"item", "row", "header-row"})
_GAP = 2

Group = tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence with the citation groups it has, the group it inherits, and the entities told of before it."""

    sentence: Sentence
    block: Block
    names: tuple[NameSpan, ...]
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
    def entities(self) -> frozenset[str]:
        """The entities it names."""
        return frozenset(name.entity_id for name in self.names)


def groups(sentence: Sentence) -> tuple[Group, ...]:
    """Citations that stand together are one group."""
    found: list[list[Citation]] = []
    for citation in sentence.citations:
        if found and citation.at - found[-1][-1].at <= _GAP and citation.role != "cite:t":
            found[-1].append(citation)
        else:
            found.append([citation])
    return tuple(tuple(group) for group in found)


def scopes(page: Page, names: NameFinder) -> tuple[Scope, ...]:
    """Every sentence of a page with what stands behind it."""
    return tuple(scope for n in range(len(page.blocks)) for scope in _of_block(page.blocks, n, names))


def _of_block(blocks: Sequence[Block], n: int, names: NameFinder) -> Iterator[Scope]:
    block = blocks[n]
    before = _around(blocks, n) if block.kind in (_PROSE | _LISTED) else ()
    carried = _entities_of_introduction(blocks, n, names)
    for sentence in block.sentences:
        own, here = groups(sentence), names.find(sentence.text)
        ahead = _listed_after(blocks, n) if not own and not before and sentence.text.rstrip().endswith(":") else ()
        yield Scope(sentence, block, here, own, before or ahead, carried)
        before = own[-1] if own else before
        carried = carried | {name.entity_id for name in here}


def _around(blocks: Sequence[Block], n: int) -> Group:
    """What a list, a table or a caption without citations takes from the text around it."""
    block = blocks[n]
    if block.kind in ("caption", "header-row"):
        return _all(blocks, n, ("row", "item")) or _introduction(blocks, n)
    if block.kind not in _LISTED or _all(blocks, n, ("item", "row")):
        return ()  # beside cited rows a row without a citation has lost it
    return _all(blocks, n, ("caption",)) or _introduction(blocks, n)


def _all(blocks: Sequence[Block], n: int, kinds: Sequence[str]) -> Group:
    group = blocks[n].group
    return tuple(c for b in blocks if b.group == group and b.kind in kinds for s in b.sentences for c in s.citations)


def _introduction(blocks: Sequence[Block], n: int) -> Group:
    """The last citations of the paragraph before a list or table."""
    first = next(i for i, block in enumerate(blocks) if block.group == blocks[n].group and block.kind != "heading")
    before = blocks[first - 1] if first else None
    if before is None or before.kind != "paragraph" or before.section != blocks[n].section:
        return ()
    cited = [groups(sentence)[-1] for sentence in before.sentences if sentence.citations]
    return cited[-1] if cited else ()


def _listed_after(blocks: Sequence[Block], n: int) -> Group:
    """A sentence that ends in a colon stands for the list or table it opens."""
    following = blocks[n + 1] if n + 1 < len(blocks) else None
    return _all(blocks, n + 1, ("item", "row")) if following is not None and following.kind in _LISTED else ()


def _entities_of_introduction(blocks: Sequence[Block], n: int, names: NameFinder) -> frozenset[str]:
    """The entities in the heading above, and for lists and tables in the sentence that opens them."""
    block = blocks[n]
    texts = [b.sentences[0].text for b in blocks if b.kind == "heading" and b.section == block.section]
    if block.kind in _LISTED:
        texts += [b.sentences[-1].text for b in blocks[:n] if b.section == block.section and b.kind == "paragraph"][-1:]
    return frozenset(name.entity_id for text in texts for name in names.find(text))

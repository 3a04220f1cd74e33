"""Which citations stand behind a sentence, and what it is about: its own, else those it inherits from around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.annotate.entities import NameFinder
from kb.annotate.overlong import shortened
from kb.annotate.spans import AnnotatedPage, AnnotatedSentence, Group
from kb.core.model import Block, Citation, Page, Sentence

_PROSE = frozenset({"paragraph", "quote", "admonition", "footnote", "caption", "item"})
_LISTED = frozenset({"item", "row", "header-row"})
_GAP = 2


def groups(sentence: Sentence) -> tuple[Group, ...]:
    """Citations that stand together are one group."""
    found: list[list[Citation]] = []
    for citation in sentence.citations:
        if found and citation.at - found[-1][-1].at <= _GAP and citation.role != "cite:t":
            found[-1].append(citation)
        else:
            found.append([citation])
    return tuple(tuple(group) for group in found)


def annotated(page: Page, finder: NameFinder) -> AnnotatedPage:
    """A page with what its sentences name and cite."""
    page, overlong = shortened(page)
    return AnnotatedPage(page, scopes(page, finder), overlong)


def scopes(page: Page, names: NameFinder) -> tuple[AnnotatedSentence, ...]:
    """Every sentence of a page with what stands behind it."""
    around = _Around(page.blocks, names)
    return tuple(scope for n in range(len(page.blocks)) for scope in _of_block(around, n))


def _of_block(around: _Around, n: int) -> Iterator[AnnotatedSentence]:
    block = around.blocks[n]
    before = around.behind(n) if block.kind in (_PROSE | _LISTED) else ()
    carried = around.entities(n)
    for sentence in block.sentences:
        own, here = groups(sentence), around.names.find(sentence.text)
        ahead = around.listed_after(n) if not own and not before and sentence.text.rstrip().endswith(":") else ()
        yield AnnotatedSentence(sentence, block, here, own, before or ahead, carried)
        before = own[-1] if own else before
        carried = carried | {name.entity_id for name in here}


class _Around:
    """What lies around each block of a page; gone through once, for a table may have thousands of rows."""

    def __init__(self, blocks: Sequence[Block], names: NameFinder) -> None:
        self.blocks, self.names = blocks, names
        self._groups: dict[int, list[Block]] = {}
        self._first: dict[int, int] = {}
        self._headings: dict[int, list[str]] = {}
        self._paragraph: list[Block | None] = []
        self._cited: dict[tuple[int, Sequence[str]], Group] = {}
        last: dict[int, Block] = {}
        for n, block in enumerate(blocks):
            self._groups.setdefault(block.group, []).append(block)
            self._paragraph.append(last.get(block.section))
            if block.kind == "heading":
                self._headings.setdefault(block.section, []).append(block.sentences[0].text)
            else:
                self._first.setdefault(block.group, n)
            if block.kind == "paragraph":
                last[block.section] = block

    def behind(self, n: int) -> Group:
        """What a list, a table or a caption without citations takes from the text around it."""
        block = self.blocks[n]
        if block.kind in ("caption", "header-row"):
            return self._all(block.group, ("row", "item")) or self._introduction(n)
        if block.kind not in _LISTED or self._all(block.group, ("item", "row")):
            return ()  # beside cited rows a row without a citation has lost it
        return self._all(block.group, ("caption",)) or self._introduction(n)

    def _all(self, group: int, kinds: Sequence[str]) -> Group:
        if (group, kinds) not in self._cited:
            those = (b for b in self._groups[group] if b.kind in kinds)
            self._cited[group, kinds] = tuple(c for b in those for s in b.sentences for c in s.citations)
        return self._cited[group, kinds]

    def _introduction(self, n: int) -> Group:
        """The last citations of the paragraph before a list or table."""
        first = self._first[self.blocks[n].group]
        before = self.blocks[first - 1] if first else None
        if before is None or before.kind != "paragraph" or before.section != self.blocks[n].section:
            return ()
        cited = [groups(sentence)[-1] for sentence in before.sentences if sentence.citations]
        return cited[-1] if cited else ()

    def listed_after(self, n: int) -> Group:
        """A sentence that ends in a colon stands for the list or table it opens."""
        following = self.blocks[n + 1] if n + 1 < len(self.blocks) else None
        is_list = following is not None and following.kind in _LISTED
        return self._all(following.group, ("item", "row")) if following is not None and is_list else ()

    def entities(self, n: int) -> frozenset[str]:
        """The entities in the heading above, and for lists and tables in the sentence that opens them."""
        block, opening = self.blocks[n], self._paragraph[n]
        texts = list(self._headings.get(block.section, ()))
        if block.kind in _LISTED and opening is not None:
            texts.append(opening.sentences[-1].text)
        return frozenset(name.entity_id for text in texts for name in self.names.find(text))

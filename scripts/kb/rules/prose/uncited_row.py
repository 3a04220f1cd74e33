"""A row or item cites a source if all those beside it do."""

from collections import defaultdict
from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Block, Page

_LEAST = 3


def check(page: Page) -> Iterator[Finding]:
    """A row or item cites a source if all those beside it do."""
    groups: dict[tuple[int, str], list[Block]] = defaultdict(list)
    for block in page.blocks if page.vouched else ():
        if block.kind in ("row", "item"):
            groups[block.group, block.kind].append(block)
    for blocks in groups.values():
        without = [block for block in blocks if not any(sentence.citations for sentence in block.sentences)]
        if len(without) != 1 or len(blocks) < _LEAST:
            continue
        sentence = without[0].sentences[0]
        yield doubtful(
            sentence.mark,
            f"this {without[0].kind} cites no source, against {len(blocks) - 1} beside it that do",
            "cite what it rests on, as the others do",
            seen=(sentence.text[:40],),
        )

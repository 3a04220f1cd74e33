"""Sentences and pages that are too long to be read: every look at a figure goes through its sentence, and its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.annotate.spans import Overlong
from kb.core.model import Block, Page, Sentence
from kb.extract.mentions import find

LETTERS, CITATIONS, FIGURES = 3_000, 50, 60
"""So many characters, citations and figures of one sentence or row; the longest of the pages has 440, 5 and 9."""
SENTENCES, ALL_FIGURES = 5_000, 3_000
"""So many sentences and figures of one page; the longest has 300 and 190."""


def shortened(page: Page) -> tuple[Page, tuple[Overlong, ...]]:
    """The page without what is too long, and what that is; nearly always the page itself."""
    found = dict(_overlong(page))
    if not found:
        return page, ()
    sentences = [sentence for block in page.blocks for sentence in block.sentences]
    told = tuple(Overlong(s.mark, found[s]) for s in sentences if found.get(s))
    blocks = tuple(block for each in page.blocks if (block := _without(each, found)).sentences)
    return replace(page, blocks=blocks), told


def _without(block: Block, found: dict[Sentence, str]) -> Block:
    kept = tuple(sentence for sentence in block.sentences if sentence not in found)
    return block if len(kept) == len(block.sentences) else replace(block, sentences=kept)


def _overlong(page: Page) -> Iterator[tuple[Sentence, str]]:
    """Each sentence that is too long, with the reason; of all that is read no more, only the first has one."""
    figures, is_over = 0, False
    for number, sentence in enumerate(sentence for block in page.blocks for sentence in block.sentences):
        reason = "" if is_over else _reason(sentence)
        if not is_over and not reason:
            figures += len(find(sentence.text))
            reason = _too_much(number + 1, "sentences", SENTENCES) or _too_much(figures, "figures", ALL_FIGURES)
            is_over = bool(reason)
        if reason or is_over:
            yield (
                sentence,
                reason and (f"the page has {reason} up to here" if is_over else f"the sentence has {reason}"),
            )


def _reason(sentence: Sentence) -> str:
    return (
        _too_much(len(sentence.text), "characters", LETTERS)
        or _too_much(len(sentence.citations), "citations", CITATIONS)
        or _too_much(len(find(sentence.text)), "figures", FIGURES)
    )


def _too_much(number: int, what: str, most: int) -> str:
    return f"{number:,} {what}, against {most:,} at most" if number > most else ""

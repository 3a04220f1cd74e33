"""One source line is one sentence."""

import re
import unicodedata
from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Page, Sentence
from kb.lang import en

_KINDS = frozenset({"paragraph", "item", "quote", "admonition", "footnote"})
_BOUNDARY = re.compile(r"[.!?][”\"’')\]]*(\s+)(?=[“\"‘(]?[A-ZÀ-ÞА-Я])")
_RUN_IN = re.compile(r"\s*(?:(?:[-*+:]|\d+[.)])\s+)?\*{1,2}([^*]{1,60})\*{1,2}")
"""Words that stand out at the head of a line and lead into its sentence: ``**3 June.** The League was founded.``"""
_CLOSED = re.compile(r"[.!?:;…][”\"’')\]|]*\s*$")


def check(page: Page) -> Iterator[Finding]:
    """One source line is one sentence."""
    for block in page.blocks if page.vouched else ():
        if block.kind not in _KINDS:
            continue
        for number, sentence in enumerate(block.sentences):
            yield from _second_sentence(page, sentence)
            if number + 1 < len(block.sentences) and sentence.text.strip() and not _CLOSED.search(sentence.text):
                yield doubtful(
                    sentence.place(page.path, len(sentence.text)),
                    "the sentence runs on over the end of the line",
                    "write each sentence on one line, however long, and end it with its full stop",
                    seen=(sentence.text[-20:],),
                )


def _second_sentence(page: Page, sentence: Sentence) -> Iterator[Finding]:
    run_in = _RUN_IN.match(page.source.split("\n")[sentence.mark.line - 1])
    for match in _BOUNDARY.finditer(sentence.text):
        if run_in and _plain(sentence.text[: match.end()]) == _plain(run_in[1]):
            continue
        inside = any(start < match.end() <= end for start, end, kind in sentence.masked if kind != "own")
        if en.ABBREVIATED.search(sentence.text[: match.start() + 1]) or inside:
            continue
        yield doubtful(
            sentence.place(page.path, match.end()),
            "a second sentence begins on this line",
            "begin each sentence on a line of its own: then its citation and its figures are its own too",
            seen=(sentence.text[match.end() : match.end() + 20],),
        )


def _plain(words: str) -> str:
    """The words however they are typed: with any spaces between them, and letters in one part or two."""
    return " ".join(unicodedata.normalize("NFC", words).split())

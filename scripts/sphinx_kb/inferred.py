"""From what something was inferred: in words of ours, among which words of its sources stand in their own language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_kb.nodes import language, text

if TYPE_CHECKING:
    from kb.core.model import Corpus, Statement

_QUOTED = re.compile(r"(?<!\w)'(?P<words>[^'].*?)'(?!\w)")
_LEFT_OUT = re.compile(r"\s*(?:\.\.\.|…)\s*")


def inferred(corpus: Corpus, statement: Statement) -> list[nodes.Node]:
    """The reason as it was written, with each word that a source in another language is quoted with marked so."""
    return [*_parts(corpus, statement)]


def _parts(corpus: Corpus, statement: Statement) -> Iterator[nodes.Node]:
    reason, end = statement.inferred or "", 0
    for found in _QUOTED.finditer(reason):
        spoken = _language(corpus, statement, found["words"])
        if spoken != "en":
            yield nodes.Text(reason[end : found.start("words")])
            yield text(found["words"], f"language-{spoken}")
            end = found.end("words")
    if end < len(reason):
        yield nodes.Text(reason[end:])


def _language(corpus: Corpus, statement: Statement, words: str) -> str:
    """The language of the first quote in which all of these words stand; English where none has them."""
    parts = [part.casefold() for part in _LEFT_OUT.split(words)]
    for evidence in statement.evidence:
        quote = evidence.quote.casefold()
        if all(part in quote for part in parts):
            return language(corpus, evidence)
    return "en"

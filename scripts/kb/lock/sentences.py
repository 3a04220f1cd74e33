"""Splits the text of a source into sentences, the unit of which ``sources.lock`` keeps fingerprints."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache

from sentencex import segment

_MARKUP = re.compile(r"(?:^#+\s*)|\*+|_{2,}")
_ENDS = (".", "!", "?", ":", "”", "’", ")", '"')


def sentences(text: str) -> tuple[str, ...]:
    """The sentences in order; one broken by a page break is rejoined, Markdown's emphasis and heads are dropped."""
    return tuple(sentence for block in _blocks(text) for part in segment("en", block) if (sentence := normal(part)))


def normal(text: str) -> str:
    """The text with white space folded: the form in which quotes and sentences are compared."""
    return " ".join(text.split())


@cache
def fingerprint(text: str) -> str:
    """Sixteen hex digits of SHA-256 over the folded text."""
    return hashlib.sha256(normal(text).encode()).hexdigest()[:16]


def _blocks(text: str) -> Iterator[str]:
    held = ""
    for line in text.splitlines():
        words = normal(_MARKUP.sub("", line))
        if not words:
            continue
        if held and (held.endswith(_ENDS) or not words[0].islower()):
            yield held
            held = ""
        held = f"{held} {words}".strip()
    if held:
        yield held

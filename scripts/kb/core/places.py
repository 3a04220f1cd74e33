"""What may stand where a citation says its place: ``¶ 3``, ``Art. 4``, ``last ¶``, ``abstract, s. 2``.

The form is closed, for what stands there is no prose: readers see it, and nothing in it is held against the ledger.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb.core.months import FULL

KINDS = {
    "paragraph": "¶", "paragraphs": "¶", "para": "¶", "paras": "¶", "par": "¶", "¶¶": "¶", "абз": "¶", "абзац": "¶",
    "article": "art", "articles": "art", "arts": "art", "ст": "art", "статья": "art",
    "clause": "cl", "clauses": "cl", "cls": "cl", "пункт": "cl", "п": "cl", "пп": "cl",
    "page": "p", "pages": "p", "pp": "p", "с": "p", "стр": "p",
    "sentence": "s", "sentences": "s", "ss": "s",
    "section": "§", "sections": "§", "sec": "§", "§§": "§", "раздел": "§", "разд": "§",
    "chapter": "ch", "chapters": "ch", "глава": "ch", "гл": "ch",
    "point": "item", "points": "item", "items": "item", "entries": "entry", "notes": "note",
    "часть": "part", "ч": "part",
}  # fmt: skip
"""Other words for a kind of place, as sources in English and Russian number their parts."""
_NUMBERED = (
    "¶ art cl p s § ch item entry note part annex appendix table figure line column volume text answer question"
    " footnote protocol".split()
)
_SINGLE = (
    "abstract caption conclusion dateline heading introduction lead preamble quotation results review speech statement"
    " subtitle summary title преамбула".split()
)
"""Parts of which a source has one."""
_LONG = frozenset({"p", "entry"})
"""Kinds that are counted beyond 999; elsewhere four digits are a year."""
_NUMBER = r"(?:\d{1,5}(?:\.\d{1,5}){0,3}(?:\([a-z0-9]{1,3}\)){0,3}[a-z]?|[ivxlc]{1,7})"
_RANGE = rf"{_NUMBER}(?: ?[-–—] ?{_NUMBER})?"
_KIND = "|".join(sorted(map(re.escape, {*KINDS, *_NUMBERED, *_SINGLE}), key=len, reverse=True))
_PART = re.compile(
    rf"(?:(?:last|first|second|third|fourth|fifth|before|after) )?(?:(?P<kind>{_KIND})\.?)?"
    rf"(?: ?(?P<numbers>{_RANGE}(?: (?:and|to|&|и) {_RANGE})?))?"
)
_WORD = r"[^\W\d_]+(?:[-'’][^\W_]+)*"
_NAME = re.compile(rf"(?:¶ )?{_WORD}(?: {_WORD}){{0,4}}(?: of \d{{1,2}} {FULL}| \d{{1,2}})?")
"""What a part of a source is called that has no number: five words at most, and no figure but its day or number."""


LONGEST = 100
"""So many characters of a place."""


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Has the text the form of a place that is found by counting, or because a source has only one of its kind?"""
    kind = ""
    for part in text.casefold().split(","):
        found = _PART.fullmatch(part.strip())
        if not found or not part.strip() or len(text) > LONGEST:
            return False
        kind = KINDS.get(found["kind"] or "", found["kind"] or kind)
        digits = max(map(len, re.findall(r"\d+", found["numbers"] or "")), default=0)
        if not kind or (digits > 3 and kind not in _LONG):
            return False
    return True


@lru_cache(maxsize=4096)
def may_be_called(text: str) -> bool:
    """Is it a place, or what a part of a source may be called? The ledger names such a part, and pages repeat it."""
    parts = [part.strip() for place in text.casefold().split(";") for part in place.split(",")]
    return len(text) <= LONGEST and all(is_place(part) or _NAME.fullmatch(part) for part in parts)

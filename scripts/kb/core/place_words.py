"""What the parts of a source are called, which of them are counted, and in which order they stand."""

from __future__ import annotations

import re

from kb.core import numbering

KINDS = {
    "paragraph": "¶", "paragraphs": "¶", "para": "¶", "paras": "¶", "par": "¶", "¶¶": "¶", "абз": "¶", "абзац": "¶",
    "article": "art", "articles": "art", "arts": "art", "ст": "art", "статья": "art",
    "clause": "cl", "clauses": "cl", "cls": "cl", "пункт": "cl", "п": "cl", "пп": "cl",
    "page": "p", "pages": "p", "pp": "p", "с": "p", "стр": "p",
    "sentence": "s", "sentences": "s", "ss": "s",
    "section": "§", "sections": "§", "sec": "§", "§§": "§", "раздел": "§", "разд": "§",
    "chapter": "ch", "chapters": "ch", "глава": "ch", "гл": "ch",
    "point": "item", "points": "item", "items": "item", "entries": "entry", "notes": "note",
    "часть": "part", "ч": "part", "преамбула": "preamble",
}  # fmt: skip
"""Other words for a kind of place, as sources in English and Russian number their parts."""
OPENING = "title heading subtitle caption dateline abstract summary quotation lead introduction preamble".split()
NUMBERED = (
    "volume text part ch § art cl item entry ¶ p column line s table figure question answer note footnote protocol"
    " annex appendix".split()
)
SINGLE = [*OPENING, *"results review speech statement conclusion".split()]
"""Parts of which a source has one."""
ORDER = {kind: at for at, kind in enumerate([*OPENING, *NUMBERED[:-5], *SINGLE[len(OPENING) :], *NUMBERED[-5:]])}
"""In which order the parts of a source stand, as far as their kind tells it."""
LONG = frozenset({"p", "entry"})
"""Kinds that are counted beyond 999; elsewhere four digits are a year."""
SHORT = frozenset({"art", "cl", "p", "s", "ch"})
_KIND = "|".join(sorted(map(re.escape, {*KINDS, *NUMBERED, *SINGLE}), key=len, reverse=True))
COUNTS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}
SIDES = {"before": 0, "": 1, "after": 2, "last": 3}
PART = re.compile(
    rf"(?:(?P<side>{'|'.join([*COUNTS, *filter(None, SIDES)])}) )?(?:(?P<kind>{_KIND})(?![^\W\d_])\.?)?"
    rf"(?: ?(?P<numbers>{numbering.NUMBERS}(?: (?:and|&|и) {numbering.NUMBERS})?))?"
)

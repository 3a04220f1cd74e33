"""Letters and inner numbers of places in a source, each exchanged for the next: 1(c) for 1(d), 12.3 for 12.4."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ONES = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
_LABEL = re.compile(
    r"(?<=\()(?:\d{1,3}|[a-z]{1,4})(?=\))|(?<=\d\.)\d{1,5}|(?<=\d)[a-z](?!\w)"
    r"|(?<=[a-z.] )(?:[A-Z]|[IVX]{2,5})(?=\W|$)"
)
_SEVERAL = re.compile(r"[-–—]| (?:to|and|&) |\d, ?\d")
"""In a range or a list the next one may be meant as well."""


def exchanged(place: str) -> Iterator[tuple[int, int, str]]:
    """From where to where, and what stands there instead."""
    for match in _LABEL.finditer(place) if not _SEVERAL.search(place) else ():
        label = match[0].lower()
        for other in _next(label):
            yield *match.span(), other.upper() if match[0].isupper() else other


def _next(label: str) -> Iterator[str]:
    if label.isdigit():
        yield str(int(label) + 1)
    elif label in _ONES[:-1]:
        yield _ONES[_ONES.index(label) + 1]
    if len(label) == 1 and "a" <= label < "z" and label != "i":
        yield chr(ord(label) + 1)

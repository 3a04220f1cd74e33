"""Names that hold a figure (``the protocol of 2010``), told with another figure than any that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kb.annotate.entities import NameFinder
from kb.extract.mention import Mention

_DIGITS = re.compile(r"[0-9]+")


def numbered(finder: NameFinder) -> tuple[tuple[str, str], ...]:
    """Each name with digits, and its entity."""
    return tuple((form, entity) for form, entity in finder.forms.items() if _DIGITS.search(form))


@lru_cache(maxsize=4096)
def _shape(form: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in _DIGITS.split(form)]
    return re.compile(r"(?<!\w)" + "[0-9]+".join(parts) + r"(?!\w)")


def meant(text: str, figure: Mention, numbered: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """The name that the words around the figure would be with another figure, and its entity."""
    digits = _DIGITS.search(figure.text)
    if not digits:
        return None
    for form, entity in numbered:
        for match in _shape(form).finditer(text):
            if match.start() <= figure.start + digits.start() < match.end() and match[0] != form:
                return form, entity
    return None

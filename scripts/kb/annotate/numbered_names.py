"""Names that hold a figure (``the protocol of 2010``), told with another figure than any that is known."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.annotate.entities import finder
from kb.core.model import Corpus
from kb.core.remembered import per_ledger
from kb.extract.mentions import Figure

_DIGITS = re.compile(r"[0-9]+")


@per_ledger
def _numbered(corpus: Corpus) -> tuple[tuple[str, str], ...]:
    """Each name with digits, and its entity."""
    return tuple((form, entity) for form, entity in finder(corpus).forms.items() if _DIGITS.search(form))


@lru_cache(maxsize=4096)
def _shape(form: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in _DIGITS.split(form)]
    return re.compile(r"(?<!\w)" + "[0-9]+".join(parts) + r"(?!\w)")


def meant(text: str, figure: Figure, corpus: Corpus) -> tuple[str, str] | None:
    """The name that the words around the figure would be with another figure, and its entity."""
    digits = _DIGITS.search(figure.text)
    if not digits:
        return None
    for form, entity in _numbered(corpus):
        for match in _shape(form).finditer(text):
            if match.start() <= figure.start + digits.start() < match.end() and match[0] != form:
                return form, entity
    return None

"""What a sentence has the ledger tell: of which entity, and for which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.core.model import Ledger, Sentence


def asked(sentence: Sentence, ledger: Ledger) -> Iterator[tuple[str, date]]:
    """Each entity that a role of it names, with the day, which is today where none is written."""
    for start, end, kind in sentence.masked:
        entity, _, day = (part.strip() for part in sentence.text[start:end].partition("@"))
        if kind == "role" and entity in ledger.entities:
            try:
                yield entity, date.fromisoformat(day) if day else ledger.today
            except ValueError:
                continue

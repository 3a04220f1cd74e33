"""What a statement tells happened, for programs and spreadsheets, in the words of the ledger's own fields."""

from __future__ import annotations

from collections.abc import Sequence

from kb.core.model import Event
from kb.core.model.events import NOT

COLUMNS = ("event", "agent", "theme", "to", "polarity", "modality", "further")
"""The main event has a column for each of its fields; those of ``further`` share one."""


def told(event: Event) -> dict[str, object]:
    """An event as the ledger writes it; an id and several words may stand side by side in a role."""
    fields = {
        "event": event.type,
        **{role: list(fillers) for role, fillers in event.roles.items()},
        "polarity": NOT if event.negated else None,
        "modality": event.modality,
    }
    return {name: value for name, value in fields.items() if value}


def cells(events: Sequence[Event]) -> dict[str, object]:
    """The main event by its fields, and each further one in one line of words."""
    if not events:
        return {}
    return told(events[0]) | {"further": [*map(_line, events[1:])]}


def _line(event: Event) -> str:
    """The fields in words: ``attend, agent belarus, theme session-2009, not``."""
    roles = [f"{role} {' + '.join(fillers)}" for role, fillers in event.roles.items() if fillers]
    return ", ".join(filter(None, [event.type, *roles, NOT if event.negated else "", event.modality]))

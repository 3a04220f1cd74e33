"""What happened, frozen: what the schema declares that may happen, and one such event as a statement tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.core.mark import Mark

DECLARED_EVENTS = Mark("docs/facts/schema/events.yaml")
FAMILIES = ("says", "does", "happens", "holds", "provides")
"""Somebody says it, somebody does it, it comes about, it is so, or a text lays it down."""
MODALITIES = ("planned", "proposed", "asked", "denied", "reported", "may", "must")
"""How far it is from having happened; what has none is told as done."""
ANSWERS = ("asks", "grants", "promises", "refuses")
"""The part of an event where one side wants something of another, which gives it, says that it will, or does not."""
NOT = "not"


@dataclass(frozen=True, slots=True, eq=False)
class EventType:
    """The law of one sort of event, declared in ``docs/facts/schema``; rules read this and know no event by name.

    ``told_by`` are verbs in their base form, ``nouns`` words as they stand in a text, ``denied_by`` what tells that
    it did not happen, ``not_by`` turns that have one of these words and do not tell it. ``before`` are events that
    come later in the same course, ``opposite`` those that cannot be told instead. What is ``mutual`` both sides do.
    ``answer`` is its part in asking and answering, one of ``ANSWERS``, or none.
    """

    name: str
    family: str
    told_by: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    not_by: tuple[str, ...] = ()
    opposite: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    sentence: str = ""
    mutual: bool = False
    answer: str = ""
    mark: Mark = DECLARED_EVENTS


@dataclass(frozen=True, slots=True)
class Event:
    """What a statement tells: who did it (``agent``), of what (``theme``), to or with whom (``to``), and whether.

    Each role holds ids of entities, or words of the source where the ledger has no entity: words have a space.
    """

    type: str
    agent: tuple[str, ...]
    theme: tuple[str, ...]
    to: tuple[str, ...]
    negated: bool
    modality: str | None
    mark: Mark
    marks: Mapping[str, Mark] = field(default_factory=dict)

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """Each entity in it, with the field in which it stands: ``agent.0``."""
        return tuple(
            (f"{role}.{n}", value)
            for role, values in self.roles.items()
            for n, value in enumerate(values)
            if not is_worded(value)
        )

    @property
    def roles(self) -> Mapping[str, tuple[str, ...]]:
        """What fills each role."""
        return {"agent": self.agent, "theme": self.theme, "to": self.to}


def is_worded(value: str) -> bool:
    """Is a role filled by words and not by the id of an entity?"""
    return " " in value

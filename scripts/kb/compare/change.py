"""A change of what is told to be so: its kind, what it concerns, and how grave it is beside others."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = tuple(
    kind.strip()
    for kind in """
    rules of judgement changed, code changed,
    judgement turned,
    entity gone, statement gone, id changed, source renamed,
    value changed,
    source gone, source lost,
    quote altered, place changed,
    seen raised, rank raised, seen lowered, rank lowered,
    citation dropped, citation changed,
    sentence changed, sentence gone, statement replaced,
    name changed, source changed, reason reworded, question reworded, statement withdrawn, page changed,
    statement added, source added, entity added, source to it added, judgement added, citation added, sentence added,
    page added, page gone, page moved, brief changed, sentence moved,
    rests on one source,
    finding new, finding gone
    """.split(",")
)
"""Every kind of change, the worst first."""
RANK = {kind: rank for rank, kind in enumerate(KINDS)}
NOTHING = "nothing"
"""What stands on the side on which there was or is none."""

Where = tuple[str | int, ...]
"""By what changes of one kind are ordered: an id and the field, or a path and the line."""


@dataclass(frozen=True, slots=True)
class Alike:
    """By what changes of many records count as one: all are ``of`` one property, and have changed in one ``way``.

    ``had`` says what those had before that could have changed so: ``("field", "until", "ongoing")``.
    """

    of: str
    way: str
    had: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactChange:
    """One change. ``what`` is told behind the kind; ``about`` are the statements and sources that have changed.

    ``called`` is said instead of the kind where that has a number in it. ``fails`` are findings of this comparison.
    """

    kind: str
    what: tuple[str, ...]
    order: Where
    about: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    details: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    alike: Alike | None = None
    called: str = ""
    fails: bool = False

    @property
    def headline(self) -> str:
        """The change on one line; line breaks of what strangers wrote are spaces."""
        return " · ".join(" ".join(part.split()) for part in (self.called or self.kind, *self.what))


def rank(change: FactChange) -> tuple[object, ...]:
    """By what changes are sorted: the worst kind first, then by id or place."""
    return RANK[change.kind], tuple((isinstance(each, str), each) for each in change.order)

"""The fields of a statement, each with what stands in it, and what differs between two statements."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from kb.compare import wording
from kb.compare.wording import worded
from kb.core.dates import Date
from kb.core.model import Count, Event, Statement
from kb.core.model.events import NOT

ORDERED = tuple(
    "on from until through as-of checked as who complete where with dates counts articles ordinal number stance hedge"
    " author terms event agent theme to polarity modality free further after before during later earlier within lasts"
    " planned inferred superseded-by".split()
)
"""The fields behind that of the property, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of a ledger, and what those are called today that have another name by now."""

    known: Collection[str] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)

    def whole(self, written: str, subject: str) -> str:
        """The id of today of what a file names by its slug or its whole id."""
        near = f"{subject}#{written}"
        found = near if "#" not in written and near in self.known else written
        return self.renamed.get(found, found)


@dataclass(frozen=True, slots=True)
class FieldSaid:
    """A field: ``members`` are what it says in words, ``same`` what it is compared by, ``longer`` all its words."""

    name: str
    members: tuple[str, ...]
    same: tuple[object, ...]
    is_set: bool = False
    longer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldDiffers:
    """A field with what it said and what it says; of a set, the members that have gone and come."""

    name: str
    old: str
    new: str
    text: str


def fields(statement: Statement, ids: Ids) -> dict[str, FieldSaid]:
    """What a statement says, by the names of the fields."""
    return {each.name: each for each in _fields(statement, ids) if each.members}


def _fields(statement: Statement, known: Ids) -> Iterator[FieldSaid]:
    value = statement.value
    if isinstance(value, Count):
        longer = (wording.count_of(value, " or ".join(value.of)),)
        yield FieldSaid(statement.property, wording.members(value), (wording.counted(value),), longer=longer)
    else:
        yield _texts(statement.property, wording.members(value), is_set=False)
    yield from _times(statement)
    ids = {
        "who": statement.who, "where": statement.where, "with": statement.with_, "author": statement.author,
        "hedge": statement.hedge, "terms": statement.terms, "articles": tuple(map(str, statement.articles)),
    }  # fmt: skip
    yield from (_texts(name, texts) for name, texts in ids.items())
    yield from _figures(statement)
    single = {
        "as": statement.as_, "complete": statement.complete, "planned": statement.planned, "number": statement.number,
        "ordinal": statement.ordinal, "stance": statement.stance, "free": statement.free,
        "inferred": statement.inferred,
    }  # fmt: skip
    yield from (
        _texts(name, (_single(text),), is_set=False) for name, text in single.items() if text not in (None, False)
    )
    if statement.superseded_by:
        yield _texts("superseded-by", (known.whole(statement.superseded_by, statement.subject),), is_set=False)
    yield from _events(statement)
    yield from _orders(statement, known)


def _single(value: object) -> str:
    return "true" if value is True else worded(str(value))


def _texts(name: str, texts: tuple[str, ...], is_set: bool = True) -> FieldSaid:
    members = tuple(map(worded, texts))
    return FieldSaid(name, members, members, is_set)


def _times(statement: Statement) -> Iterator[FieldSaid]:
    until: Date | str | None = statement.open_end or statement.until
    times = {
        "on": statement.on, "from": statement.from_, "until": until, "through": statement.through,
        "as-of": statement.as_of, "checked": statement.checked,
    }  # fmt: skip
    for name, when in times.items():
        if when is not None:
            yield _texts(name, (when if isinstance(when, str) else wording.day(when),), is_set=False)


def _figures(statement: Statement) -> Iterator[FieldSaid]:
    yield _texts("dates", tuple(map(wording.day, statement.dates)))
    counts = statement.counts
    yield FieldSaid("counts", tuple(map(wording.count, counts)), tuple(map(wording.counted, counts)), True)


def _events(statement: Statement) -> Iterator[FieldSaid]:
    events = statement.events
    if "event" in statement.marks and events:
        main, *further = events
        yield from _main(main)
    else:
        further = [*events]
    yield _texts("further", tuple(map(wording.event, further)))


def _main(event: Event) -> Iterator[FieldSaid]:
    yield _texts("event", (event.type,), is_set=False)
    yield from (_texts(role, filled, is_set=False) for role, filled in event.roles.items())
    yield _texts("polarity", (NOT,) if event.negated else (), is_set=False)
    yield _texts("modality", (event.modality,) if event.modality else (), is_set=False)


def _orders(statement: Statement, known: Ids) -> Iterator[FieldSaid]:
    found: dict[str, list[str]] = {}
    for each in statement.orders:
        than = known.whole(each.than, statement.subject) if each.than else ""
        name = each.field.partition(".")[0]
        way = f"{each.relation.partition('-')[2]} " if name == "within" else ""
        found.setdefault(name, []).append(way + wording.order(each, than))
    yield from (_texts(name, tuple(those)) for name, those in found.items())


def differing(old: Statement, new: Statement, before: Ids, after: Ids) -> Iterator[tuple[int, FieldDiffers]]:
    """The fields that differ, each with its place in the order in which they are told.

    That a check date goes with *ongoing* is no change of its own.
    """
    one, other = fields(old, before), fields(new, after)
    if "until" in one and "until" in other and (old.open_end == "ongoing") != (new.open_end == "ongoing"):
        (one if old.open_end == "ongoing" else other).pop("checked", None)
    for name in sorted({*one, *other}, key=lambda name: (_place(name), name not in one, name)):
        differs = difference(name, one.get(name), other.get(name))
        if differs:
            yield _place(name), differs


def _place(name: str) -> int:
    return ORDERED.index(name) + 1 if name in ORDERED else 0


def difference(name: str, before: FieldSaid | None, after: FieldSaid | None) -> FieldDiffers | None:
    """What a field said and says; of a set the members that have gone and come."""
    if before is None or after is None:
        old, new = (wording.listed(each.members if each else ()) for each in (before, after))
        return FieldDiffers(name, old, new, f"{name}: {old} → {new}")
    if frozenset(before.same) == frozenset(after.same):
        return None
    if before.is_set or len(before.members) > 1 or len(after.members) > 1:
        return _of_sets(name, before, after)
    longer = before.members == after.members
    old, new = (wording.listed(each.longer if longer else each.members) for each in (before, after))
    return FieldDiffers(name, old, new, f"{name}: {old} → {new}")


def _of_sets(name: str, before: FieldSaid, after: FieldSaid) -> FieldDiffers:
    gone, come = _lacking(before, after), _lacking(after, before)
    parts = [f"{word} {', '.join(those)}" for word, those in (("without", gone), ("with", come)) if those]
    return FieldDiffers(name, wording.listed(gone), wording.listed(come), f"{name}: {', '.join(parts)}")


def _lacking(one: FieldSaid, other: FieldSaid) -> tuple[str, ...]:
    """The members of one that the other does not have."""
    return tuple(member for member, same in zip(one.members, one.same, strict=True) if same not in other.same)


def content(statement: Statement, ids: Ids) -> tuple[object, ...]:
    """All that a statement says and rests on, whatever it is called and wherever it stands."""
    said = {name: frozenset(each.same) for name, each in fields(statement, ids).items() if name != "superseded-by"}
    resting = frozenset((e.by, worded(e.at), worded(e.quote), e.seen) for e in statement.evidence)
    return frozenset(said.items()), resting


def told(statement: Statement) -> str:
    """The property and its value."""
    return f"{statement.property} {wording.listed(wording.members(statement.value))}"

"""What has changed in what a statement rests on: sources, places, quotes, and how much of them was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kb.compare.change import NOTHING, Alike, FactChange
from kb.compare.wording import worded
from kb.core.model import Evidence, Statement


@dataclass(frozen=True, slots=True)
class Altered:
    """A piece of evidence whose words are others than they were."""

    statement: str
    old: Evidence
    new: Evidence


@dataclass(frozen=True, slots=True)
class _Pair:
    """A piece of evidence as it was and as it is; nothing on the side on which there is none."""

    old: Evidence | None
    new: Evidence | None


def evidence(old: Statement, new: Statement, keys: Mapping[str, str]) -> Iterator[FactChange]:
    """Every change of what a statement rests on; ``keys`` are the keys of today of renamed sources."""
    for key in sorted({*(keys.get(e.by, e.by) for e in old.evidence), *(e.by for e in new.evidence)}):
        before = [each for each in old.evidence if keys.get(each.by, each.by) == key]
        after = [each for each in new.evidence if each.by == key]
        if not after:
            yield _whole("source lost", new, key, before)
        elif not before:
            yield _whole("source to it added", new, key, after)
        else:
            for pair in _pairs(before, after):
                yield from _of_pair(new, key, pair)


def altered(old: Statement, new: Statement, keys: Mapping[str, str]) -> Iterator[Altered]:
    """The pieces of evidence whose quote has changed."""
    for key in {e.by for e in new.evidence}:
        before = [each for each in old.evidence if keys.get(each.by, each.by) == key]
        for pair in _pairs(before, [each for each in new.evidence if each.by == key]):
            if pair.old and pair.new and worded(pair.old.quote) != worded(pair.new.quote):
                yield Altered(new.id, pair.old, pair.new)


def _pairs(before: Iterable[Evidence], after: Iterable[Evidence]) -> list[_Pair]:
    """Each piece with what has become of it: the same words at the same place, then the one or the other."""
    old, new = [*before], [*after]
    found = []
    for by in (_both, _quote, _place, _nothing):
        for one in [*old]:
            other = next((each for each in new if by(each) == by(one)), None)
            if other:
                old.remove(one)
                new.remove(other)
                found.append(_Pair(one, other))
    return [*found, *(_Pair(each, None) for each in old), *(_Pair(None, each) for each in new)]


def _both(one: Evidence) -> object:
    return worded(one.at), worded(one.quote)


def _quote(one: Evidence) -> object:
    return worded(one.quote)


def _place(one: Evidence) -> object:
    return worded(one.at)


def _nothing(one: Evidence) -> object:
    return None


def _of_pair(statement: Statement, key: str, pair: _Pair) -> Iterator[FactChange]:
    old, new = pair.old, pair.new
    if old is None and new is not None:
        yield _whole("source to it added", statement, key, [new])
        return
    if new is None:
        text = f"{old.at if old else ''} → {NOTHING}"
        yield _one("place changed", statement, key, text, old.at if old else "", NOTHING)
        return
    if old is None:
        return
    if worded(old.quote) != worded(new.quote):
        yield _quoted(statement, key, old, new)
    if worded(old.at) != worded(new.at):
        one, other = old.at or NOTHING, new.at or NOTHING
        yield _one("place changed", statement, key, f"{one} → {other}", one, other)
    if old.seen != new.seen:
        kind = "seen raised" if new.seen == "full" else "seen lowered"
        yield _one(kind, statement, key, f"{old.seen} → {new.seen}", old.seen, new.seen, ("seen", key, old.seen))


def _one(
    kind: str, statement: Statement, key: str, text: str, old: str, new: str, had: tuple[str, ...] = ()
) -> FactChange:
    what = f"{key}: {text}"
    alike = Alike(statement.property, what, had)
    return FactChange(kind, (statement.id, what), (statement.id, key), (statement.id,), old, new, alike=alike)


def _quoted(statement: Statement, key: str, old: Evidence, new: Evidence) -> FactChange:
    at = f"{key} at {new.at}" if new.at else key
    words = f"“{old.quote}” → “{new.quote}”"
    alike = Alike(statement.property, f"{at} · {words}")
    about = (statement.id,)
    return FactChange(
        "quote altered", (statement.id, at, words), (statement.id, at), about, old.quote, new.quote, alike=alike
    )


def _whole(kind: str, statement: Statement, key: str, those: list[Evidence]) -> FactChange:
    places = ", ".join(dict.fromkeys(each.at for each in those if each.at))
    what = f"{key} at {places}" if places else key
    sides = (what, NOTHING) if kind == "source lost" else (NOTHING, what)
    alike = Alike(statement.property, what, ("source", key) if kind == "source lost" else ())
    return FactChange(kind, (statement.id, what), (statement.id, key), (statement.id,), *sides, alike=alike)

"""What has changed in the sentences of the pages: their words, the sources they cite, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kb.compare.change import NOTHING, FactChange
from kb.compare.pairing import Pairs
from kb.compare.units import Cited, Unit

Keys = Mapping[str, str]


def prose(pairs: Pairs, keys: Keys) -> Iterator[FactChange]:
    """Every change of a sentence; ``keys`` are the keys of today of sources that are called otherwise."""
    told = {new: (*_citations(old, new, keys),) for old, new in pairs.both}
    explained = {each for those in told.values() for each in (c.old for c in those)}
    for old, new in pairs.both:
        yield from told[new] or _inherited(old, new, keys, explained)
        if old.text != new.text and (new.is_said or old.is_said or old.scopes[0].block.is_headline):
            yield _reworded(pairs, old, new)
    still = Counter(unit.text for unit in (*pairs.come, *(new for _, new in pairs.both)))
    for unit in pairs.gone:
        if unit.is_said and not still[unit.text]:
            yield FactChange("sentence gone", (unit.place, unit.text), (unit.path, unit.line), (), unit.text, NOTHING)
    for unit in pairs.come:
        if unit.is_said:
            yield FactChange("sentence added", (unit.place, unit.text), (unit.path, unit.line), (), NOTHING, unit.text)
    yield from _moved(pairs)


def _reworded(pairs: Pairs, old: Unit, new: Unit) -> FactChange:
    stood = (f"stood at {old.place}",) if pairs.has_moved(old, new) else ()
    what = (new.place, f"{old.text} → {new.text}")
    return FactChange("sentence changed", what, (new.path, new.line), (), old.text, new.text, stood)


def said(cited: Cited) -> str:
    """A citation as pages write it."""
    key, place = cited
    return f"{key}{{{place}}}" if place else key


def _citations(old: Unit, new: Unit, keys: Keys) -> Iterator[FactChange]:
    """What has become of a sentence's own citations."""
    before = {(keys.get(key, key), place) for key, place in old.own}
    if not before and not new.own:
        return
    gone, come = sorted(before - new.own), sorted(new.own - before)
    for one in [*gone]:
        other = next((each for each in come if each[0] == one[0]), None)
        if other:
            gone.remove(one)
            come.remove(other)
            yield _cited("citation changed", new, one, other)
    while gone and come:
        yield _cited("citation changed", new, gone.pop(0), come.pop(0))
    yield from (_cited("citation dropped", new, one, None) for one in gone)
    yield from (_cited("citation added", new, None, other) for other in come)


def _inherited(old: Unit, new: Unit, keys: Keys, explained: set[str]) -> Iterator[FactChange]:
    """Citations that it took over from around it, where nothing else tells that they are others now."""
    if old.own or new.own or not old.tells:
        return
    before = {(keys.get(key, key), place) for key, place in old.behind}
    gone, come = sorted(before - new.behind), sorted(new.behind - before)
    gone = [one for one in gone if said(one) not in explained]
    for n, one in enumerate(gone):
        yield _cited(
            "citation changed" if come else "citation dropped", new, one, come[min(n, len(come) - 1)] if come else None
        )


def _cited(kind: str, unit: Unit, old: Cited | None, new: Cited | None) -> FactChange:
    text = " → ".join(said(each) for each in (old, new) if each)
    sides = said(old) if old else NOTHING, said(new) if new else NOTHING
    return FactChange(kind, (unit.place, text, unit.text), (unit.path, unit.line, text), (), *sides)


def _moved(pairs: Pairs) -> Iterator[FactChange]:
    """The sentences that stand on another page word for word, counted by pages."""
    found = Counter(
        (old.path, new.path)
        for old, new in pairs.both
        if pairs.has_moved(old, new) and old.text == new.text and old.own == new.own and new.is_said
    )
    for (one, other), n in found.items():
        called = f"{n} sentence{'' if n == 1 else 's'} moved"
        yield FactChange("sentence moved", (f"{one} → {other}",), (one, other), (), one, other, called=called)

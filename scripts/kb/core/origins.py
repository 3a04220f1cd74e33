"""Which sources rest on which, by the field ``x-derives`` of the bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kb.core.model import Source

FIELD = "x-derives"


def named(source: Source) -> tuple[str, ...]:
    """The keys of the sources that it copies, translates or retells, or with which it copies a third."""
    keys = (key.strip() for key in source.fields.get(FIELD, "").split(","))
    return tuple(dict.fromkeys(key for key in keys if key))


def rests_on(key: str, sources: Mapping[str, Source]) -> frozenset[str]:
    """Every source that it rests on, directly or through others; itself only where it goes in a circle."""
    found: set[str] = set()
    ahead = [key]
    while ahead:
        source = sources.get(ahead.pop())
        for each in named(source) if source else ():
            if each not in found:
                found.add(each)
                ahead.append(each)
    return frozenset(found)


def origins(key: str, sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources at the bottom: those it rests on that rest on nothing themselves, or itself."""
    below = rests_on(key, sources)
    bottom = {each for each in below if each not in sources or not named(sources[each])}
    return frozenset(bottom or {min({key, *below})} if below else {key})


def independent(keys: Iterable[str], sources: Mapping[str, Source]) -> frozenset[str]:
    """What several sources come down to: one origin means that they count as one."""
    return frozenset(origin for key in keys for origin in origins(key, sources))

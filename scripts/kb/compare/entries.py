"""What an entry of the bibliography says, and which entries have another key by now."""

from __future__ import annotations

from collections.abc import Mapping

from kb.compare.wording import worded
from kb.core.model import Corpus, Source
from kb.load.bibliography import RANKS


def told(source: Source) -> str:
    """Who made it, and its title."""
    people = source.makers
    makers = " and ".join(each.whole for each in people.names) + (" and others" if people.others else "")
    return ", ".join(filter(None, (makers, source.title)))


def said(source: Source) -> dict[str, str]:
    """The fields of an entry that say something, without its rank, which is told by itself."""
    words = {word.strip() for word in source.fields.get("keywords", "").split(",")} - {*RANKS, ""}
    others = {name: worded(text) for name, text in source.fields.items() if name != "keywords"}
    return {"type": source.type, **others, **({"keywords": ", ".join(sorted(words))} if words else {})}


def renamed_sources(old: Corpus, new: Corpus) -> Mapping[str, str]:
    """The keys of today of sources whose very same entry has another key."""
    come = {_whole(each): key for key, each in new.sources.items() if key not in old.sources}
    gone = (each for key, each in sorted(old.sources.items()) if key not in new.sources)
    return {each.key: come.pop(_whole(each)) for each in gone if _whole(each) in come}


def _whole(source: Source) -> tuple[object, ...]:
    return source.rank, frozenset(said(source).items())

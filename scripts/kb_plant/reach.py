"""Which parts of the corpus a rule about the whole of it reads: where none of them changed, it finds nothing new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from kb.core.model import Corpus
from kb.load.bibliography import PATH as BIBLIOGRAPHY
from kb.load.corpus import is_entity, is_page
from kb.run.runner import Rule

PARTS = frozenset(field.name for field in fields(Corpus))


class _Watched(Corpus):
    """A corpus that notes which of its parts are asked for."""

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name in PARTS:
            super().__getattribute__("__dict__").setdefault("asked", set()).add(name)
        return found


def reaches(corpus: Corpus, those: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """For each rule that asks for nothing but the corpus, the parts of it that it reads."""
    found = {}
    for rule in those:
        if rule.scope == ("corpus",):
            watched = _Watched(**{name: getattr(corpus, name) for name in PARTS})
            watched.__dict__["asked"] = set()
            list(rule.check(watched))
            found[rule.slug] = frozenset(watched.__dict__["asked"])
    return found


def changed(path: str) -> frozenset[str]:
    """The parts of the corpus that change with a file."""
    if is_page(path):
        return frozenset({"pages", "faults"})
    if is_entity(path):
        return frozenset({"entities", "faults"})
    return frozenset({"sources", "faults"}) if path == BIBLIOGRAPHY else PARTS

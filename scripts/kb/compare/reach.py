"""Tells beneath each change where it is told on pages, and which briefs show what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kb.annotate.spans import AnnotatedSentence
from kb.compare.change import RANK, FactChange
from kb.compare.fields import fields
from kb.compare.pairing import Pairs
from kb.compare.resting import Display, RestingOn
from kb.compare.sides import Sides
from kb.compare.units import Unit

MOST = 5
"""So many of the places that rest on a change are named."""
GRAVE = RANK["rank lowered"]
"""Down to here it is told what rests on a change."""
BRIEFS = "docs/briefs/"
_OF_SOURCES = ("rank raised", "rank lowered", "source gone", "source renamed")


@dataclass(frozen=True)
class WhatRests:
    """What is known of both sides: how pages were read, and which sentence was which."""

    sides: Sides
    old: RestingOn
    new: RestingOn
    pairs: Pairs
    were: Mapping[AnnotatedSentence, Unit]
    units: Mapping[AnnotatedSentence, Unit]
    """The sentence to which each line of a page belongs, before and now."""
    displays: Mapping[str, tuple[Display, ...]]
    """What the tables and timelines of each page show now."""

    def told(self, changes: Iterable[FactChange]) -> Iterator[FactChange]:
        """The changes with what rests on them."""
        those = [*changes]
        grave = (change for change in those if _is_grave(change) or change.kind == "statement withdrawn")
        ids = {id for change in grave for id in change.about}
        before, after = self.old.told(ids), self.new.told(ids)
        for change in those:
            if change.kind in _OF_SOURCES:
                units = {
                    self.units[scope]
                    for key in change.about
                    for _, scope in self.new.citing(key)
                    if scope in self.units
                }
                yield replace(change, told=self._lines(units, ()))
            elif _is_grave(change) or change.kind == "statement withdrawn":
                scopes = (scope for id in change.about for scope in after.get(id, ()))
                were = (scope for id in change.about for scope in before.get(id, ()))
                units = {self.units[scope] for scope in scopes if scope in self.units}
                before_them = (self.were[scope] for scope in were if scope in self.were)
                units |= {self.pairs.now[unit] for unit in before_them if unit in self.pairs.now}
                yield replace(change, told=self._lines(units, change.about))
            elif change.kind in ("sentence changed", "citation dropped", "citation changed"):
                yield replace(change, told=tuple(self._beside(change)))
            else:
                yield change

    def _lines(self, units: Iterable[Unit], about: Iterable[str]) -> tuple[str, ...]:
        """Where it is told, and where a table or a timeline shows it."""
        found = sorted({(unit.path, unit.line, self._standing(unit)) for unit in units})
        lines = [f"told at {path}:{line}, {standing}" for path, line, standing in found]
        wanted = {*about}
        shown = {
            (path, each.mark.line)
            for path, those in self.displays.items()
            for each in those
            if each.statement in wanted
        }
        lines += [f"shown at {path}:{line}" for path, line in sorted(shown)]
        return (*lines[:MOST], *([f"and {len(lines) - MOST} more"] if len(lines) > MOST else []))

    def _standing(self, unit: Unit) -> str:
        old = self.pairs.before.get(unit)
        own = {(self.sides.sources.get(key, key), place) for key, place in old.own} if old else set()
        return "unchanged" if old and old.text == unit.text and own == unit.own else "changed too"

    def _beside(self, change: FactChange) -> Iterator[str]:
        """What the ledger has beside a sentence: the statements that it rests on."""
        place = change.order[:2]
        new, old = next(((n, o) for n, o in self.pairs.before.items() if (n.path, n.line) == place), (None, None))
        if new is None or old is None:
            return
        found = self._behind(self.new, new)
        found |= self._behind(self.old, old) if change.kind != "sentence changed" else set()
        ids = sorted(found & self.sides.new.statements.keys())
        for id in ids[:MOST]:
            said = fields(self.sides.new.statements[id], self.sides.ids[1]).values()
            told = (f"{each.name} {', '.join(each.members)}" for each in said)
            yield f"beside {id}: {'; '.join(told)}"
        if len(ids) > MOST:
            yield f"and {len(ids) - MOST} more"

    def _behind(self, resting: RestingOn, unit: Unit) -> set[str]:
        """The statements on which a sentence rests on one of the sides."""
        page = next(page for page in resting.run.corpus.pages if page.path == unit.path)
        behind = resting.behind(page)
        return {id for scope in unit.scopes for id in behind.get(scope, ())}

    def briefs(self, changes: Iterable[FactChange]) -> Iterator[FactChange]:
        """The briefs that show something that has changed, and how much."""
        grave = (change for change in changes if _is_grave(change) or change.kind == "statement withdrawn")
        ids = {id for change in grave if change.kind not in _OF_SOURCES for id in change.about}
        told = self.new.told(ids)
        for path, those in sorted(self.displays.items()):
            if not path.startswith(BRIEFS):
                continue
            shown = {each.statement for each in those} & ids
            shown |= {
                id
                for id, scopes in told.items()
                if any(scope in self.units and self.units[scope].path == path for scope in scopes)
            }
            if shown:
                text = f"{len(shown)} of its statements"
                yield FactChange(
                    "brief changed", (path, text), (path,), tuple(sorted(shown)), details=(", ".join(sorted(shown)),)
                )


def _is_grave(change: FactChange) -> bool:
    return RANK["judgement turned"] <= RANK[change.kind] <= GRAVE

"""The runner calls every rule as often as its parameters ask, survives its crashes and applies the waivers."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from kb.core.finding import Crash, Finding, Severity
from kb.core.mark import Mark
from kb.core.model import Corpus, Entity, Judgement, Page, Property, Source, Statement, Waiver
from kb.core.model.anchors import written
from kb.core.waiving import excused
from kb.run.fixtures import Looked, Run, are_same
from kb.run.known import ONE_BY_ONE, start
from kb.run.rules import Rule, can_be_waived, rules, waivable
from kb.verify.page import reading
from kb.verify.verdict import VerifiedPage

__all__ = ["Result", "Rule", "can_be_waived", "check", "examine", "rules"]
Kept: TypeAlias = Entity | Statement | Source | Judgement | Property
"""What is written down in one place of ledger, schema or bibliography."""
READER = Rule("reading", "prose", lambda: (), (), "scripts/kb/verify/page.py")
"""What reads the figures of a page for all rules of prose; where it breaks down, none of them says anything."""


@dataclass(frozen=True)
class Result:
    """What a run found, what was waived, how each page was read, and the run, for what else it can tell."""

    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]
    readings: tuple[VerifiedPage, ...]
    run: Run

    def count(self, severity: Severity) -> int:
        """How many findings of one severity there are."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def is_clean(self) -> bool:
        """Is there neither an error nor a warning?"""
        return all(finding.severity is Severity.NOTE for finding in self.findings)


def check(corpus: Corpus) -> tuple[Finding, ...]:
    """Everything the rules find and nobody waived, sorted by place."""
    return examine(corpus).findings


def examine(
    corpus: Corpus,
    those: tuple[Rule, ...] | None = None,
    only: frozenset[str] | None = None,
    before: Run | None = None,
    keeps: bool = False,
    step: Callable[[Run], None] = lambda run: None,
) -> Result:
    """Run the rules over the corpus; rules that ask for ``findings`` or ``crashes`` come last.

    ``only`` names the files whose content is looked at one by one; rules about the whole corpus run all the same.
    ``before`` is an earlier run, of which is taken over what has not changed; ``keeps`` says that this one is to be
    such a run, and remembers what each rule found in each thing.
    ``step`` is called again and again with the run; if it raises what is no ``Exception``, nothing more is looked at,
    and what was made until then is found in the run.
    """
    those = rules() if those is None else those
    work = _Work(start(corpus, before, step), only, before, keeps)
    first = [rule for rule in those if not {"findings", "crashes"} & set(rule.scope)]
    last = [rule for rule in those if rule not in first]
    found = [_settled(f, corpus) for f in (*(f for rule in first for f in work.findings(rule)), *work.half_way)]
    found += _unclaimed_faults(corpus, {rule.slug for rule in those})
    found = _in_order(found)
    family = {rule.slug: rule.family for rule in those}
    found += work.after(last, _waivable(found, family))
    found = _in_order(found)
    waived = excused(_waivable(found, family), corpus)
    left, readings = tuple(f for f in found if f not in waived), tuple(work.readings.values())
    return Result(left, tuple(waived.items()), readings, work.run)


class _Work:
    """Calls rules on everything they ask for, and survives their crashes."""

    def __init__(self, run: Run, only: frozenset[str] | None, before: Run | None, keeps: bool) -> None:
        self.run = run
        self.only = only
        self.before = before
        self.keeps = keeps
        self.half_way: list[Finding] = []
        self.crashes: list[Crash] = []
        self._things: dict[str, dict[Hashable, None]] = {}
        self._new_things: dict[str, list[Hashable]] = {}

    def findings(self, rule: Rule) -> Iterator[Finding]:
        """What a rule finds in all that it is called on; what is as it was before is not looked at again."""
        over = next((name for name in ONE_BY_ONE if name in self.run.known.reach(rule.scope)), "")
        each = [need for need in rule.scope if self.run.known.thing(need)]
        wanted = self._readable if over == "page" and over not in each else self._wanted(over)
        if not wanted:
            return
        try:
            given = {need: self.run.value(need) for need in rule.scope if need not in each}
        except Exception as error:
            self.crashes.append(_crash(rule, None, error))
            return
        own = {thing: self._own(rule, {over: thing}) for thing in wanted} if {*each} - {over} else {}
        before = self._before(rule, tuple(given.values()))
        found = {thing: told for thing, told in before.found.items() if thing in wanted} if before else {}
        for thing in self._todo(over, wanted, own, before):
            told = self._called(rule, given, {over: thing}, each)
            found.pop(thing, None)
            if told != ():
                found[thing] = told
        if self.keeps:
            self.run.looked[rule.slug] = Looked(tuple(given.values()), own, found)
        for told in found.values():
            yield from told or ()

    def _own(self, rule: Rule, things: Mapping[str, object]) -> tuple[object, ...]:
        """What is made for the rule of one thing; nothing where that breaks down, as it then does for the rule too."""
        try:
            return self.run.own(rule.scope, things)
        except Exception:
            return ()

    def _before(self, rule: Rule, shared: tuple[object, ...]) -> Looked | None:
        """What the rule found in the run before, if it is given the very same now."""
        before = self.before.looked.get(rule.slug) if self.before else None
        return before if before and are_same(before.shared, shared) else None

    def _todo(
        self,
        over: str,
        wanted: Iterable[Hashable],
        own: Mapping[Hashable, tuple[object, ...]],
        before: Looked | None,
    ) -> list[Hashable]:
        """What is to be looked at: all that is new, was made anew, or broke down before."""
        if before is None or self.before is None:
            return [*wanted]
        if own:
            return [thing for thing in wanted if not before.still_holds(thing, own[thing])]
        broken = (thing for thing, told in before.found.items() if told is None and thing in wanted)
        return [*self._new(over, self.before), *broken]

    def _new(self, over: str, before: Run) -> list[Hashable]:
        """The things of a sort that were not there in the run before."""
        if over not in self._new_things:
            there = before.things.get(over, {})
            self._new_things[over] = [thing for thing in self._wanted(over) if thing not in there]
        return self._new_things[over]

    def _called(
        self, rule: Rule, given: Mapping[str, object], things: Mapping[str, Hashable], each: Sequence[str]
    ) -> tuple[Finding, ...] | None:
        """What a rule finds in a thing; of one that breaks down, what it found until then, and nothing is kept."""
        found: list[Finding] = []
        self.run.step(self.run)
        try:
            own = things if each == [*things] else {need: self.run.value(need, things) for need in each}
            for finding in rule.check(**given, **own):
                found.append(replace(finding, rule=rule.slug))  # noqa: PERF401  # what it found until it broke down
        except Exception as error:
            self.crashes.append(_crash(rule, next(iter(things.values())), error))
            self.half_way += found
            return None
        return tuple(found)

    def _wanted(self, name: str) -> dict[Hashable, None]:
        """All things of one sort, or those in the files that are looked at; once nothing if it looks at no thing."""
        if name not in self._things:
            every: Iterable[Hashable] = ONE_BY_ONE[name].every(self.run.corpus) if name else (None,)
            self._things[name] = dict.fromkeys(thing for thing in every if self._is_in_reach(thing))
            if self.keeps:
                self.run.things[name] = self._things[name]
        return self._things[name]

    def _is_in_reach(self, thing: Hashable) -> bool:
        place = _place(thing)
        return self.only is None or place is None or place.path in self.only

    @cached_property
    def _readable(self) -> dict[Hashable, None]:
        """The pages that are vouched for and can be read: rules that ask for more than the page get these."""
        return dict.fromkeys(self.readings)

    @cached_property
    def readings(self) -> dict[Page, VerifiedPage]:
        """How each page is read that is vouched for."""
        found: dict[Page, VerifiedPage] = {}
        for page in self._wanted("page"):
            if isinstance(page, Page) and page.vouched:
                try:
                    found[page] = self.run.ask(reading, page=page)
                except Exception as error:
                    self.crashes.append(_crash(READER, page, error))
        return found

    def after(self, last: list[Rule], found: tuple[Finding, ...]) -> list[Finding]:
        """What the rules find that look at the findings, then those that look at the crashes, their own among them."""
        more: list[Finding] = []
        for rule in sorted(last, key=lambda rule: "crashes" in rule.scope):
            try:
                things = {"findings": found, "crashes": tuple(self.crashes)}
                more += [replace(finding, rule=rule.slug) for finding in self.run.call(rule.check, things)]
            except Exception as error:
                self.crashes.append(_crash(rule, None, error))
        return more


def _settled(finding: Finding, corpus: Corpus) -> Finding:
    """The finding with the marks of statements where they stand by now."""
    marks = (finding.mark, *finding.compare)
    if not any(mark.path in corpus.statements for mark in marks):
        return finding
    mark, *compare = (written(mark, corpus.statements) for mark in marks)
    return replace(finding, mark=mark, compare=tuple(compare))


def _crash(rule: Rule, thing: Hashable, error: Exception) -> Crash:
    last = traceback.extract_tb(error.__traceback__)[-1]
    code = f"{last.name} in {Path(last.filename).name}"
    about = thing.id if isinstance(thing, Entity | Statement) else None
    return Crash(rule.slug, about, _place(thing) or Mark(rule.path), f"{type(error).__name__}: {error}", code)


def _place(thing: Hashable) -> Mark | None:
    """Where a thing is written."""
    if isinstance(thing, Page):
        return Mark(thing.path)
    return thing.mark if isinstance(thing, Kept) else None


def _unclaimed_faults(corpus: Corpus, slugs: set[str]) -> list[Finding]:
    """Faults of loading that no rule of that name reports."""
    return [fault for fault in corpus.faults if fault.rule not in slugs]


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(dict.fromkeys(findings), key=lambda f: (f.mark, f.rule, f.text))


def _waivable(findings: Iterable[Finding], family: Mapping[str, str]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if waivable(finding.rule, family.get(finding.rule)))

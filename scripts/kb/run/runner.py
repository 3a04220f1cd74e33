"""The runner calls every rule as often as its parameters ask, survives its crashes and applies the waivers."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from kb.core.finding import Crash, Finding, Severity
from kb.core.mark import Mark
from kb.core.model import Corpus, Entity, Judgement, Page, Property, Source, Statement, Waiver
from kb.core.waiving import excused
from kb.run.fixtures import Run
from kb.run.known import start
from kb.run.rules import Rule, can_be_waived, rules, waivable
from kb.verify.page import reading
from kb.verify.verdict import VerifiedPage

__all__ = ["Outcome", "Rule", "can_be_waived", "check", "examine", "rules"]
Kept: TypeAlias = Entity | Statement | Source | Judgement | Property
"""What is written down in one place of ledger, schema or bibliography."""
Thing: TypeAlias = Kept | Page | VerifiedPage
"""What a rule may be called on: one thing that is kept, or a page as it stands or as it was read."""
READER = Rule("reading", "prose", lambda: (), (), "scripts/kb/verify/page.py")
"""What reads the figures of a page for all rules of prose; where it breaks down, none of them says anything."""


@dataclass(frozen=True)
class Outcome:
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
) -> Outcome:
    """Run the rules over the corpus; rules that ask for ``findings`` or ``crashes`` come last.

    ``only`` names the files whose content is looked at one by one; rules about the whole corpus run all the same.
    ``before`` is an earlier run, of which is taken over what has not changed; ``keeps`` says that this one is to be
    such a run, and remembers what each rule found in each thing.
    """
    those = rules() if those is None else those
    work = _Work(start(corpus, before), only, before, keeps)
    first = [rule for rule in those if not {"findings", "crashes"} & set(rule.scope)]
    last = [rule for rule in those if rule not in first]
    found = [finding for rule in first for finding in work.findings(rule)] + work.half_way
    found += _unclaimed_faults(corpus, {rule.slug for rule in those})
    found = _in_order(found)
    family = {rule.slug: rule.family for rule in those}
    found += work.after(last, _waivable(found, family))
    found = _in_order(found)
    waived = excused(_waivable(found, family), corpus)
    return Outcome(tuple(f for f in found if f not in waived), tuple(waived.items()), tuple(work.readings), work.run)


class _Work:
    """Calls rules on everything they ask for, and survives their crashes."""

    def __init__(self, run: Run, only: frozenset[str] | None, before: Run | None, keeps: bool) -> None:
        self.run = run
        self.only = only
        self.before = before
        self.keeps = keeps
        self.half_way: list[Finding] = []
        self.crashes: list[Crash] = []
        self.readings: dict[VerifiedPage, None] = {}
        self._unread: set[Page] = set()
        self._things: dict[str, list[Kept | Page]] = {}

    def findings(self, rule: Rule) -> Iterator[Finding]:
        """What a rule finds in all that it is called on."""
        call = self.run.caller(rule.check)
        before = self.before.found if self.before and self.run.still_holds(rule.scope) else {}
        for name, thing in self._called_on(rule):
            key = (rule.slug, thing)
            found = before.get(key)
            if found is None:
                found = self._called(rule, call, name, thing)
            if self.keeps and found is not None:
                self.run.found[key] = found
            yield from found or ()

    def _called(
        self, rule: Rule, call: Callable[[Mapping[str, object]], Iterable[Finding]], name: str, thing: Thing | None
    ) -> tuple[Finding, ...] | None:
        """What a rule finds in a thing; of one that breaks down, what it found until then, and nothing is kept."""
        found: list[Finding] = []
        try:
            found.extend(replace(finding, rule=rule.slug) for finding in call({name: thing} if name else {}))
        except Exception as error:
            self.crashes.append(_crash(rule, thing, error))
            self.half_way += found
            return None
        return tuple(found)

    def _called_on(self, rule: Rule) -> Iterator[tuple[str, Thing | None]]:
        """The name and each of the things that a rule looks at one by one; nothing once if it looks at the whole."""
        over = [name for name in EVERY if name in self.run.known.reach(rule.scope)]
        if not over:
            yield "", None
        for name in over:
            for thing in self._wanted(name):
                if not isinstance(thing, Page) or self._is_read(rule, thing):
                    yield name, thing

    def _wanted(self, name: str) -> list[Kept | Page]:
        """All things of one sort, or those that lie in the files that are looked at."""
        if name not in self._things:
            every, only = EVERY[name](self.run.corpus), self.only
            self._things[name] = [thing for thing in every if only is None or _file(thing) in only]
        return self._things[name]

    def _is_read(self, rule: Rule, page: Page) -> bool:
        """Rules that ask for more than the page get those that are vouched for and can be read."""
        if "page" in rule.scope:
            return True
        if not page.vouched or page in self._unread:
            return False
        try:
            self.readings[self.run.ask(reading, page=page)] = None
        except Exception as error:
            self._unread.add(page)
            self.crashes.append(_crash(READER, page, error))
            return False
        return True

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


def _file(thing: Kept | Page) -> str:
    return thing.path if isinstance(thing, Page) else thing.mark.path


EVERY: Mapping[str, Callable[[Corpus], Iterable[Kept | Page]]] = {
    "entity": lambda corpus: corpus.entities.values(),
    "statement": lambda corpus: corpus.statements.values(),
    "source": lambda corpus: corpus.sources.values(),
    "page": lambda corpus: corpus.pages,
    "judgement": lambda corpus: corpus.judgements,
    "prop": lambda corpus: corpus.properties.values(),
}
"""What rules may be called on one by one, by the name of the parameter."""


def _crash(rule: Rule, thing: Thing | None, error: Exception) -> Crash:
    last = traceback.extract_tb(error.__traceback__)[-1]
    code = f"{last.name} in {Path(last.filename).name}"
    about = thing.id if isinstance(thing, Entity | Statement) else None
    return Crash(rule.slug, about, _place(rule, thing), f"{type(error).__name__}: {error}", code)


def _place(rule: Rule, thing: Thing | None) -> Mark:
    """Where a thing is written; the rule itself, if it was called on nothing."""
    if thing is None:
        return Mark(rule.path)
    if isinstance(thing, Kept):
        return thing.mark
    return Mark(thing.path if isinstance(thing, Page) else thing.page.path)


def _unclaimed_faults(corpus: Corpus, slugs: set[str]) -> list[Finding]:
    """Faults of loading that no rule of that name reports."""
    return [fault for fault in corpus.faults if fault.rule not in slugs]


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(dict.fromkeys(findings), key=lambda f: (f.mark, f.rule, f.text))


def _waivable(findings: Iterable[Finding], family: Mapping[str, str]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if waivable(finding.rule, family.get(finding.rule)))

"""The runner calls every rule as often as its parameters ask, survives its crashes and applies the waivers."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from kb.core.finding import Crash, Finding, Severity
from kb.core.mark import Mark
from kb.core.model import Corpus, Page, Waiver
from kb.core.waiving import excused
from kb.run.rules import Rule, can_be_waived, rules, waivable

__all__ = ["Outcome", "Rule", "can_be_waived", "check", "examine", "rules"]
READER = Rule("reading", "prose", lambda: (), (), "scripts/kb/verify/page.py")
"""What reads the figures of a page for all rules of prose; where it breaks down, none of them says anything."""


@dataclass(frozen=True)
class Outcome:
    """What a run found, what was waived, and how each page was read."""

    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]
    readings: tuple[Any, ...]

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


def examine(corpus: Corpus, those: tuple[Rule, ...] | None = None, only: frozenset[str] | None = None) -> Outcome:
    """Run the rules over the corpus; rules that ask for ``findings`` or ``crashes`` come last.

    ``only`` names the files whose content is looked at one by one; rules about the whole corpus run all the same.
    """
    those = rules() if those is None else those
    crashes: list[Crash] = []
    scopes = _Scopes(corpus, only, crashes)
    first = [rule for rule in those if not {"findings", "crashes"} & set(rule.scope)]
    last = [rule for rule in those if rule not in first]
    found = [finding for rule in first for finding in _run(rule, scopes, crashes)]
    found += _unclaimed_faults(corpus, {rule.slug for rule in those})
    found = _in_order(found)
    reading = tuple(scopes.readings) if any("reading" in rule.scope for rule in first) else ()
    family = {rule.slug: rule.family for rule in those}
    found += _after(last, corpus, _waivable(found, family), crashes)
    found = _in_order(found)
    waived = excused(_waivable(found, family), corpus)
    return Outcome(tuple(f for f in found if f not in waived), tuple(waived.items()), reading)


class _Scopes:
    """What each parameter name stands for."""

    def __init__(self, corpus: Corpus, only: frozenset[str] | None, crashes: list[Crash]) -> None:
        self.corpus = corpus
        self.only = only
        self.crashes = crashes
        self._things: dict[str, list[Any]] = {}

    def things(self, name: str) -> Iterable[Any]:
        """Everything a rule with this parameter is called for."""
        if name == "reading":
            return self.readings
        if name not in self._things:
            self._things[name] = [thing for thing in self._all(name) if self._wanted(thing)]
        return self._things[name]

    def _wanted(self, thing: Any) -> bool:
        return self.only is None or (thing.path if isinstance(thing, Page) else thing.mark.path) in self.only

    def _all(self, name: str) -> Iterable[Any]:
        corpus = self.corpus
        return {
            "entity": corpus.entities.values(),
            "statement": corpus.statements.values(),
            "source": corpus.sources.values(),
            "page": corpus.pages,
            "judgement": corpus.judgements,
            "prop": corpus.properties.values(),
        }[name]

    @cached_property
    def readings(self) -> list[Any]:
        """The vouched pages, read once for all rules."""
        from kb.verify.page import read

        made = []
        for page in (page for page in self.corpus.pages if page.vouched and self._wanted(page)):
            try:
                made.append(read(page, self.corpus))
            except Exception as error:
                self.crashes.append(_crash(READER, page, error))
        return made


def _run(rule: Rule, scopes: _Scopes, crashes: list[Crash]) -> Iterator[Finding]:
    over = [name for name in rule.scope if name != "corpus"]
    shared = {"corpus": scopes.corpus} if "corpus" in rule.scope else {}
    try:
        things: Iterable[Any] = scopes.things(over[0]) if over else (None,)
    except Exception as error:
        crashes.append(_crash(rule, None, error))
        return
    for thing in things:
        arguments = shared | ({over[0]: thing} if over else {})
        try:
            for finding in rule.check(**arguments):
                yield replace(finding, rule=rule.slug)
        except Exception as error:
            crashes.append(_crash(rule, thing, error))


def _after(last: list[Rule], corpus: Corpus, found: tuple[Finding, ...], crashes: list[Crash]) -> list[Finding]:
    """What the rules find that look at the findings, then those that look at the crashes, their own among them."""
    more: list[Finding] = []
    for rule in sorted(last, key=lambda rule: "crashes" in rule.scope):
        try:
            after = {"findings": found, "crashes": tuple(crashes)}
            more += [replace(finding, rule=rule.slug) for finding in rule.check(**_chosen(rule, corpus, after))]
        except Exception as error:
            crashes.append(_crash(rule, None, error))
    return more


def _chosen(rule: Rule, corpus: Corpus, after: Mapping[str, Any]) -> dict[str, Any]:
    every = {"corpus": corpus, **after}
    return {name: every[name] for name in rule.scope}


def _crash(rule: Rule, thing: Any, error: Exception) -> Crash:
    last = traceback.extract_tb(error.__traceback__)[-1]
    code = f"{last.name} in {Path(last.filename).name}"
    thing = getattr(thing, "page", thing)  # a reading is about its page
    path = getattr(thing, "path", None)
    mark = Mark(path) if path else getattr(thing, "mark", Mark(rule.path))
    return Crash(rule.slug, getattr(thing, "id", None), mark, f"{type(error).__name__}: {error}", code)


def _unclaimed_faults(corpus: Corpus, slugs: set[str]) -> list[Finding]:
    """Faults of loading that no rule of that name reports."""
    return [fault for fault in corpus.faults if fault.rule not in slugs]


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(dict.fromkeys(findings), key=lambda f: (f.mark, f.rule, f.text))


def _waivable(findings: Iterable[Finding], family: Mapping[str, str]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if waivable(finding.rule, family.get(finding.rule)))

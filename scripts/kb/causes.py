"""Parts findings that are causes from those that may only follow from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kb.finding import Finding, Severity
from kb.rulebook import rules

UNREAD = frozenset({"unreadable", "stray-file"})
"""Rules whose errors say that something was not read: whatever else is said of it is said without knowing it."""
SCHEMA = "docs/facts/schema/"
LEDGER = ("refs.bib", "docs/facts/")


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings to be shown, causes first, and those that may follow from the causes."""

    shown: tuple[Finding, ...]
    held: tuple[Finding, ...] = ()


def causes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that say what could not be read."""
    return tuple(f for f in findings if f.rule in UNREAD and f.severity is Severity.ERROR)


def reaches_far(cause: Finding) -> bool:
    """Does what is found in other files depend on the one that could not be read?"""
    return cause.rule in UNREAD and cause.mark.path.startswith(LEDGER)


def sift(findings: Iterable[Finding]) -> Sifted:
    """Put the causes first and hold back what may follow from them; without causes everything is shown."""
    every = tuple(findings)
    first = causes(every)
    if not first:
        return Sifted(every)
    follows = _follower(first)
    rest = [finding for finding in every if finding.rule not in UNREAD or finding not in first]
    shown = (finding for finding in rest if not follows(finding))
    return Sifted((*first, *shown), tuple(filter(follows, rest)))


def _follower(first: tuple[Finding, ...]) -> Callable[[Finding], bool]:
    """Tells of a finding whether it may follow from these causes.

    Without the schema nothing is known. The form of a file is known without the ledger, for it is read alone; and
    without a page, whatever is found by looking at one thing at a time. A rule that broke down is told in any case.
    """
    unread = frozenset(cause.mark.path for cause in first)
    far, no_law = any(map(reaches_far, first)), any(path.startswith(SCHEMA) for path in unread)
    form = frozenset(rule.slug for rule in rules() if rule.family == "form")
    whole = frozenset(rule.slug for rule in rules() if not set(rule.scope) - {"corpus", "findings"})
    crashed = frozenset(rule.slug for rule in rules() if "crashes" in rule.scope)

    def follows(finding: Finding) -> bool:
        if finding.rule in crashed:
            return False
        if no_law or finding.mark.path in unread:
            return True
        return finding.rule not in form and (far or finding.rule in whole)

    return follows

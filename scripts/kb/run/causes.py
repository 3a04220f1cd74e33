"""Parts findings that are causes from those that may only follow from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kb.core.finding import Finding, Severity
from kb.run.known import ONE_BY_ONE, known
from kb.run.rules import Rule, rules, waivable

UNREAD = frozenset({"unreadable", "stray-file"})
"""Rules whose errors say that something was not read: whatever else is said of it is said without knowing it."""
SCHEMA = "docs/facts/schema/"
LEDGER = ("refs.bib", "docs/facts/")
WAIVERS = "docs/facts/waivers.yaml"
REDIRECTS = "docs/redirects.yaml"
ACROSS = frozenset({"nothing-to-tell", "broken-markup"})
"""Rules of form that look from one file into others; all others need the schema at most."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings to be shown, causes first, and those that may follow from the causes."""

    shown: tuple[Finding, ...]
    held: tuple[Finding, ...] = ()


def causes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that say what could not be read: files first, then records that were left out."""
    errors = tuple(f for f in findings if f.severity is Severity.ERROR)
    unread = tuple(f for f in errors if f.rule in UNREAD)
    if any(f.mark.path.startswith(SCHEMA) for f in unread):
        return unread  # without the schema nothing has the form that it asks for
    return (*unread, *(f for f in errors if f.leaves_out))


def reaches_far(cause: Finding) -> bool:
    """Does what is found in other files depend on the one that could not be read?"""
    return (cause.rule in UNREAD or cause.leaves_out) and cause.mark.path.startswith(LEDGER)


def sift(findings: Iterable[Finding], faults: Iterable[Finding] = ()) -> Sifted:
    """Put the causes first and hold back what may follow from them; without causes everything is shown.

    ``faults`` are those of reading: each file is read alone, so that none of them follows from another file.
    """
    every = tuple(findings)
    first = causes(every)
    if not first:
        return Sifted(every)
    follows = _follower(first, frozenset(faults))
    caused = frozenset(first)
    rest = [finding for finding in every if finding not in caused]
    shown = (finding for finding in rest if not follows(finding))
    return Sifted((*first, *shown), tuple(filter(follows, rest)))


def _follower(first: tuple[Finding, ...], faults: frozenset[Finding]) -> Callable[[Finding], bool]:
    """Tells of a finding whether it may follow from these causes.

    Without the schema nothing is known. What is found in another file by looking at one thing alone is so whatever
    else was read. What is found by looking from one thing at others is known without a page, which nobody rests on,
    but not without a part of the ledger. A rule that broke down is told in any case.
    """
    unread = frozenset(cause.mark.path for cause in first if cause.rule in UNREAD)
    far, no_law = any(map(reaches_far, first)), any(path.startswith(SCHEMA) for path in unread)
    single = frozenset(rule.slug for rule in alone() if _binds(rule) or WAIVERS not in unread)
    whole = frozenset(rule.slug for rule in rules() if not known().reach(rule.scope) & set(ONE_BY_ONE))
    crashed = frozenset(rule.slug for rule in rules() if "crashes" in rule.scope)

    def follows(finding: Finding) -> bool:
        if finding.rule in crashed:
            return False
        if no_law or finding.mark.path in unread:
            return True
        is_alone = (
            finding.rule in single and finding.mark.path != REDIRECTS
        )  # which lead to what may not have been read
        return finding not in faults and not is_alone and (far or finding.rule in whole)

    return follows


def alone() -> tuple[Rule, ...]:
    """The rules for which one file, the schema and the waivers are enough."""
    return tuple(filter(_looks_at_one, rules()))


def _looks_at_one(rule: Rule) -> bool:
    """Does it need nothing but one thing and the schema?"""
    if rule.family == "form":
        return rule.slug not in ACROSS
    return len(rule.scope) == 1 and rule.scope[0] in ONE_BY_ONE


def _binds(rule: Rule) -> bool:
    """Does no waiver excuse from it? Where the waivers cannot be read, all others may be excused."""
    return not waivable(rule.slug, rule.family)

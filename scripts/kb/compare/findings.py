"""Findings of the comparison itself, and those of the rules that are new or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kb.compare.change import FactChange
from kb.compare.entries import said
from kb.compare.evidence import altered
from kb.compare.sides import Sides
from kb.core.finding import Finding, Severity, impossible
from kb.core.mark import Mark
from kb.run.causes import sift
from kb.run.runner import Result

VANISHED, ALTERED = "vanished-id", "altered-quote"
PAGE = "docs/about/corrections.md"
MANY, CROWD = 4, 12
"""So many notes of one rule, and so many errors or warnings, are told as one."""
SHOWN = 5
"""So many of their places are named."""


def own(sides: Sides, named: frozenset[str]) -> Iterator[Finding]:
    """Ids that have vanished, and quotes that are altered with nothing to explain it, unless corrections name them."""
    for old, new in sides.entities:
        if old and not new and old.id not in named:
            yield _vanished(old.id, Mark(old.mark.path, 1))
    for id, statement in sides.gone.items():
        now = sides.renamed.get(id)
        if id not in named:
            yield _vanished(id, sides.new.statements[now].mark if now else statement.mark, now or "")
    for before, after in sides.statements:
        for each in altered(before, after, sides.sources):
            key = each.new.by
            entries = sides.old.sources.get(each.old.by), sides.new.sources.get(key)
            is_same = entries[0] and entries[1] and said(entries[0]) == said(entries[1])
            if after.id not in named and is_same:
                text = f"the quote of {after.id} from {key} is altered, with no change of its entry in refs.bib"
                help = f"see the source again and date that in `urldate`, or give the correction a row in {PAGE}"
                mark = each.new.marks.get("quote", each.new.mark)
                yield impossible(mark, text, help, statement=after.id, rule=ALTERED)


def _vanished(id: str, mark: Mark, now: str = "") -> Finding:
    called = f" and is called {now}" if now else ""
    text = f"{id} was there before{called}, and {PAGE} does not name it"
    help = "keep the id and say `superseded-by: …`, or tell in a row of the corrections what has become of it"
    return impossible(mark, text, help, statement=id, rule=VANISHED)


def as_change(kind: str, finding: Finding, fails: bool = False) -> FactChange:
    """A finding as it is told."""
    place = f"{finding.mark.path}:{finding.mark.line}"
    where = (finding.mark.path, finding.mark.line, finding.rule, finding.text)
    details = (f"help: {finding.help}",) if kind == "finding new" else ()
    return FactChange(kind, (place, f"{finding.text} [{finding.rule}]"), where, details=details, fails=fails)


def of_rules(old: Result, new: Result, moved: Mapping[str, str]) -> Iterator[FactChange]:
    """What the rules find that they did not find before, and the other way round."""
    before, after = sift(old.findings, old.run.corpus.faults), sift(new.findings, new.run.corpus.faults)
    there = Counter(_same(each, moved) for each in (*before.shown, *before.held))
    here = Counter(_same(each, {}) for each in (*after.shown, *after.held))
    yield from _told("finding new", (f for f in after.shown if _beyond(there, _same(f, {}))))
    yield from _told("finding gone", (f for f in before.shown if _beyond(here, _same(f, moved))))


def _same(finding: Finding, moved: Mapping[str, str]) -> tuple[str, ...]:
    """By what a finding is known again, on whatever line it stands."""
    path = finding.mark.path
    return finding.rule, moved.get(path, path), finding.statement or "", finding.text


def _beyond(counted: Counter[tuple[str, ...]], one: tuple[str, ...]) -> bool:
    """Is there none of it left on the other side?"""
    counted[one] -= 1
    return counted[one] < 0


def _told(kind: str, findings: Iterable[Finding]) -> Iterator[FactChange]:
    """Each finding by itself; many of one rule, and some notes of one, as one."""
    rules: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in findings:
        rules.setdefault((finding.rule, finding.severity), []).append(finding)
    for (rule, severity), those in rules.items():
        if len(those) < (MANY if severity is Severity.NOTE else CROWD):
            yield from (as_change(kind, each) for each in those)
            continue
        those.sort(key=lambda each: each.mark)
        places = [f"{each.mark.path}:{each.mark.line}: {each.text}" for each in those[:SHOWN]]
        more = [f"and {len(those) - SHOWN} more"] if len(those) > SHOWN else []
        what = (f"{len(those)} places", f"{severity}s [{rule}]")
        yield FactChange(kind, what, (those[0].mark.path, those[0].mark.line, rule), details=(*places, *more))

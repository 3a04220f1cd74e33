"""Findings for people, as lines of a terminal."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kb.core.finding import Finding, Severity
from kb.core.model import Corpus, Statement, Waiver
from kb.query.sentences import all_told
from kb.report.neutral import neutral

_COLOUR = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_STRONG, _FAINT, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def headline(finding: Finding) -> str:
    """The finding on one line: where, how grave, what is seen against what is expected, and the rule."""
    return neutral(f"{finding.mark}: {finding.severity}: {finding.text} [{finding.rule}]")


def plain(finding: Finding, corpus: Corpus) -> str:
    """The finding with what belongs to it, without colour."""
    return "\n".join([headline(finding), *(f"    {name:<10} {text}" for name, text in _details(finding, corpus))])


def coloured(finding: Finding, corpus: Corpus) -> str:
    """The same for a terminal that shows colours."""
    colour = _COLOUR[finding.severity]
    first = (
        f"{_STRONG}{neutral(str(finding.mark))}{_PLAIN}: {colour}{finding.severity}{_PLAIN}: "
        f"{neutral(finding.text)} {_FAINT}[{neutral(finding.rule)}]{_PLAIN}"
    )
    return "\n".join([first, *(f"    {_FAINT}{name:<10}{_PLAIN} {text}" for name, text in _details(finding, corpus))])


def summary(numbers: Mapping[str, int], seconds: float) -> str:
    """The last line: how much was looked at and what came of it."""
    looked = (
        f"{many(numbers['statements'], 'statement')}, {many(numbers['claims'], 'claim')} "
        f"({numbers['inferred']} inferred) from {many(numbers['sources'], 'source')} "
        f"({numbers['primary']} primary), {many(numbers['pages'], 'page')}"
    )
    found = ", ".join(many(numbers[f"{name}s"], name) for name in ("error", "warning", "note"))
    return f"{looked}: {found}, {numbers['waived']} waived; {seconds:.2f} s of CPU"


def waiver(finding: Finding, corpus: Corpus) -> str:
    """The line of waivers.yaml that would accept it, but for the reason; JSON strings are YAML too."""
    where = json.dumps(finding.statement or finding.mark.path, ensure_ascii=False)
    seen = json.dumps(finding.fingerprint, ensure_ascii=False)
    words = corpus.line(finding.mark)
    line = f"line: {neutral(json.dumps(words, ensure_ascii=False))}, " if words else ""
    told = f"{{rule: {finding.rule}, where: {neutral(where)}, {line}seen: {neutral(seen)}, because: …}}"
    return f"  - {told}  # {neutral(str(finding.mark))}"


def waived(finding: Finding, waiver: Waiver) -> str:
    """A finding that is accepted, and why."""
    return f"{headline(finding)}\n    waived     {neutral(waiver.because)} ({neutral(str(waiver.mark))})"


def shares(path: str, counts: Mapping[str, int]) -> str:
    """How the figures of one page were read."""
    total = sum(counts.values())
    by_size = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    parts = ", ".join(f"{name} {n} ({n / total:.0%})" for name, n in by_size if n)
    return f"{path}: {many(total, 'figure')}" + (f": {parts}" if parts else "")


def held(n: int) -> str:
    """How many findings are not shown, and why."""
    told = f"{many(n, 'finding')} may follow from what cannot be read, and {'is' if n == 1 else 'are'} not shown"
    return f"{told}: mend that and run again"


def folded(n: int) -> str:
    """How many notes are not shown one by one, and how to see them."""
    return f"{many(n, 'note')}, of what nobody has filled in yet: `--notes` shows {'it' if n == 1 else 'them'}"


def elsewhere(n: int, files: int) -> str:
    """How much is wrong outside of the paths that were asked for."""
    return f"{many(n, 'finding')} besides in {many(files, 'other file')}: `kb check` without a path shows them"


def many(n: int, noun: str) -> str:
    """``1 error``, ``2 errors``."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def _details(finding: Finding, corpus: Corpus) -> list[tuple[str, str]]:
    statement = corpus.statements.get(finding.statement or "")
    details = [("statement", _with_sources(statement) if statement else finding.statement or "")]
    details += [("on record", all_told(corpus, statement) if statement else "")]
    details += [("compare", str(mark)) for mark in dict.fromkeys(finding.compare)]
    details += [("help", finding.help), ("explain", f"kb explain {finding.rule}")]
    return [(name, neutral(text)) for name, text in details if text]


def _with_sources(statement: Statement) -> str:
    sources = ", ".join(f"{e.by} ({e.at})" if e.at else e.by for e in statement.evidence)
    return f"{statement.id} @ {sources}" if sources else statement.id

"""Findings as annotations of a pull request on GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.core.finding import Finding, Severity
from kb.report import text
from kb.report.neutral import neutral

MOST = 10
"""GitHub shows so many errors and so many warnings of one step, the first that come, and says nothing of the rest."""
_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def annotated(findings: Iterable[Finding], held: int) -> Iterator[str]:
    """The first errors and warnings as they come, and one notice of what is told in the log alone."""
    every = list(findings)
    left = {severity: sum(finding.severity is severity for finding in every) for severity in Severity}
    for severity in _COMMAND:
        for finding in [finding for finding in every if finding.severity is severity][:MOST]:
            left[severity] -= 1
            yield annotation(finding)
    told = [text.many(n, severity.value) for severity, n in left.items() if n]
    more = [f"{', '.join(told)} more: see the log of this step"] if told else []
    more += [text.held(held)] if held else []
    if more:
        yield f"::notice title=kb check::{_message('; '.join(more))}"


def annotation(finding: Finding) -> str:
    """One workflow command; GitHub shows it beside the line."""
    mark = finding.mark
    where = f"file={_property(mark.path)},line={mark.line},col={mark.column},title={_property(finding.rule)}"
    lines = [finding.text, *(f"compare {place}" for place in finding.compare), f"help: {finding.help}"]
    message = "\n".join(neutral(line) for line in lines)
    return f"::{_COMMAND.get(finding.severity, 'notice')} {where}::{_message(message)}"


def _message(told: str) -> str:
    # https://docs.github.com/actions/reference/workflow-commands-for-github-actions; the runner undoes exactly these.
    return told.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(told: str) -> str:
    return _message(neutral(told)).replace(":", "%3A").replace(",", "%2C")

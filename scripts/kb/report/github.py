"""Findings as annotations of a pull request on GitHub."""

from __future__ import annotations

from kb.finding import Finding, Severity
from kb.report.neutral import neutral

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotation(finding: Finding) -> str:
    """One workflow command; GitHub shows it beside the line."""
    mark = finding.mark
    where = f"file={_property(mark.path)},line={mark.line},col={mark.column},title={_property(finding.rule)}"
    lines = [finding.text, *(f"compare {place}" for place in finding.compare), f"help: {finding.help}"]
    message = "\n".join(neutral(line) for line in lines)
    return f"::{_COMMAND[finding.severity]} {where}::{_message(message)}"


def _message(text: str) -> str:
    # https://docs.github.com/actions/reference/workflow-commands-for-github-actions; the runner undoes exactly these.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(neutral(text)).replace(":", "%3A").replace(",", "%2C")

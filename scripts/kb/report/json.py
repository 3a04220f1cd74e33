"""Findings for programs: a versioned shape that only grows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from kb.finding import Finding
from kb.mark import Mark

VERSION = 2
"""Rises with every change of shape; docs/contributing/json.md tells what changed."""


def document(findings: Iterable[Finding], summary: Mapping[str, int]) -> str:
    """The whole report; ASCII only, so that no character of content can act on a terminal."""
    whole = {"version": VERSION, "summary": dict(summary), "findings": [_finding(f) for f in findings]}
    return json.dumps(whole, indent=1)


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        **_place(finding.mark),
        "text": finding.text,
        "help": finding.help,
        "compare": [_place(mark) for mark in finding.compare],
        "statement": finding.statement,
        "seen": list(finding.fingerprint),
    }


def _place(mark: Mark) -> dict[str, object]:
    return {"path": mark.path, "line": mark.line, "column": mark.column}

"""Findings for programs: a versioned shape that only grows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date

from kb.core.finding import Finding
from kb.core.mark import Mark

VERSION = 3
"""Rises with every change of shape; docs/contributing/json.md tells what changed."""


def document(findings: Iterable[Finding], summary: Mapping[str, int], today: date, held: Iterable[Finding] = ()) -> str:
    """The whole report, also of findings that are ``held`` back elsewhere because they may follow from others."""
    following = set(held)
    told = [{**_finding(finding), "follows": finding in following} for finding in findings]
    return harmless({"version": VERSION, "today": str(today), "summary": dict(summary), "findings": told})


def harmless(whole: object) -> str:
    """JSON in which no character of content can act on a terminal, and no text be taken for a command of CI."""
    return json.dumps(whole, indent=1).replace("\x7f", "\\u007f").replace("##", "#\\u0023")


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

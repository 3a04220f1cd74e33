"""Findings as an editor shows them: underlined, with the rule's page and the other places concerned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
)

from kb.core.finding import Finding, Severity
from kb.core.mark import Mark
from kb.report.neutral import visible
from kb_lsp.place import uri_of
from kb_lsp.positions import Units

SEVERITY = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.NOTE: DiagnosticSeverity.Information,
}
SOURCE = "kb"
Lines = Callable[[str], Sequence[str]]
"""The lines of a file, by its path."""


def diagnostic(finding: Finding, base: Path, units: Units, lines: Lines, pages: Mapping[str, str]) -> Diagnostic:
    """One finding; ``pages`` are those of the rules, by slug."""
    page = pages.get(finding.rule)
    others = [each for each in dict.fromkeys(finding.compare) if each != finding.mark]
    return Diagnostic(
        range=units.token(lines(finding.mark.path), finding.mark),
        severity=SEVERITY[finding.severity],
        code=finding.rule,
        code_description=CodeDescription(href=uri_of(base, page)) if page else None,
        source=SOURCE,
        message=visible(finding.text) + (f"\n{visible(finding.help)}" if finding.help else ""),
        related_information=[
            DiagnosticRelatedInformation(location(each, base, units, lines), "compare") for each in others
        ],
    )


def location(mark: Mark, base: Path, units: Units, lines: Lines) -> Location:
    """A mark as a place to go to."""
    return Location(uri_of(base, mark.path), units.token(lines(mark.path), mark))

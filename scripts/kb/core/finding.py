"""A finding is what a rule reports: where, what is seen against what is expected, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.core.mark import Mark


class Certainty(StrEnum):
    """How sure a rule is. The runner, not the rule, turns it into a severity."""

    IMPOSSIBLE = "impossible"
    DOUBTFUL = "doubtful"
    MISSING = "missing"


class Severity(StrEnum):
    """What a finding means for the run: errors and warnings fail it, notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY = {
    Certainty.IMPOSSIBLE: Severity.ERROR,
    Certainty.DOUBTFUL: Severity.WARNING,
    Certainty.MISSING: Severity.NOTE,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place.

    ``text`` says what is seen against what is expected, in lower case and the present tense, naming both
    sides with their sources. ``help`` says what to do next. ``compare`` are the other places concerned.
    ``seen`` are the values a waiver must name to excuse the finding. ``rule`` is filled in by the runner.
    It ``leaves_out`` the record in which it stands: whatever rests on that finds nothing.
    """

    certainty: Certainty
    mark: Mark
    text: str
    help: str
    compare: tuple[Mark, ...] = ()
    statement: str | None = None
    seen: tuple[str, ...] = ()
    rule: str = ""
    leaves_out: bool = False

    @property
    def severity(self) -> Severity:
        """Error, warning or note."""
        return SEVERITY[self.certainty]

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """What a waiver must have seen: the values, or the text of a finding that names none; spaces do not count."""
        values = sorted(filter(None, (" ".join(value.split()) for value in self.seen)))
        return tuple(values) or (" ".join(self.text.split()),)


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that broke down: which one, on which statement or page, and where in its code."""

    rule: str
    about: str | None
    mark: Mark
    error: str
    code: str


def impossible(mark: Mark, text: str, help: str, **more: object) -> Finding:
    """Report what cannot be so: it becomes an error."""
    return Finding(Certainty.IMPOSSIBLE, mark, text, help, **more)  # type: ignore[arg-type]


def doubtful(mark: Mark, text: str, help: str, **more: object) -> Finding:
    """Report what is implausible or undecided: it becomes a warning."""
    return Finding(Certainty.DOUBTFUL, mark, text, help, **more)  # type: ignore[arg-type]


def missing(mark: Mark, text: str, help: str, **more: object) -> Finding:
    """Report what nobody has filled in: it becomes a note."""
    return Finding(Certainty.MISSING, mark, text, help, **more)  # type: ignore[arg-type]

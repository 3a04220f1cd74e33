"""What a page points to and what is wrong with it, gathered while it is read."""

from __future__ import annotations

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Asked, Reference
from kb.load.fence import RAW


class Gathered:
    """Lists that every reader of a part of the page adds to; :class:`kb.core.model.Page` says what they hold."""

    def __init__(self) -> None:
        self.faults: list[Finding] = []
        self.references: list[Reference] = []
        self.links: list[Reference] = []
        self.files: list[Reference] = []
        self.listed: list[Reference] = []
        self.once: list[Reference] = []
        self.asked: list[Asked] = []

    def fault(self, mark: Mark, text: str, help: str, rule: str = RAW) -> None:
        """Report what a page may not hold."""
        self.faults.append(impossible(mark, text, help, rule=rule))

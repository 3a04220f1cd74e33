"""One input: a page, a ledger file or an entry of the bibliography, with the place where it is laid."""

from __future__ import annotations

from dataclasses import dataclass, replace

PAGE, FACT, ENTRY = "page", "fact", "entry"
SUFFIX = {PAGE: "md", FACT: "yaml", ENTRY: "bib"}
BIBLIOGRAPHY = "refs.bib"


@dataclass(frozen=True)
class Sown:
    """What a stranger might have handed in."""

    kind: str
    name: str
    data: bytes

    @property
    def path(self) -> str:
        """Where it lies in the repository."""
        return {PAGE: f"docs/topic/{self.name}.md", FACT: f"docs/facts/{self.name}.yaml"}.get(self.kind, BIBLIOGRAPHY)

    @property
    def docname(self) -> str:
        """The document that Sphinx makes of it."""
        return self.path.removeprefix("docs/").rpartition(".")[0] if self.kind != ENTRY else "references"

    def saying(self, data: bytes) -> Sown:
        """The same with other content."""
        return replace(self, data=data)


@dataclass(frozen=True)
class Fault:
    """What should not have happened: a kind that is told once, and the details; of which input, if that is known.

    ``alone`` is what counts only where a single input has it: many may take long together.
    """

    kind: str
    what: str
    name: str = ""
    alone: bool = False

"""Turns the figures of a page that agree with the ledger into quiet links to the statements they agree with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from kb.prose.agreement import Outcome, ReadFigure, read
from sphinx_kb import pieces
from sphinx_kb.knowledge import corpus_of
from sphinx_kb.tips import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from kb.model import Corpus, Page

STORE = "kb_figures"
READABLE = frozenset({"paragraph", "item", "row", "caption", "footnote", "quote", "admonition"})
"""Blocks in which a link may stand; headings and front matter stay as they are."""
MASKED = frozenset({"code", "role", "link"})
COMPUTED = {
    "duration": "It follows from the dates told here and in the statements cited.",
    "anniversary": "It follows from the dates told here and in the statements cited.",
    "roll": "It is the number of members that the ledger has for that day.",
    "tally": "It is the number of states named here.",
    "list": "It is the number of items that follow.",
}
ROLE = re.compile(r"\{[\w:.-]+\}`[^`]*`")
"""A role may have no other role inside it."""
UNSAFE = frozenset("`<>[]{}*_|\\")
"""Characters that would break the role, a table cell or the emphasis around it."""


@dataclass(frozen=True, slots=True)
class Vouched:
    """A figure of a page, where it stands, and the statement that vouches for it, or how it was computed."""

    line: int
    start: int
    end: int
    text: str
    kind: str
    target: str
    how: str = ""


def vouch(app: Sphinx, docname: str, source: list[str]) -> None:
    """Insert a role around every figure of a content page that agrees or is computed, from the last to the first."""
    corpus = corpus_of(app.env)
    page = _page(app.env, docname, corpus)
    if page is None or not page.vouched:
        return
    lines = source[0].split("\n")
    kept = [figure for figure in sorted(_read(page, corpus), key=_place) if _fits(figure, lines)]
    app.env.temp_data[STORE] = kept
    for number, figure in reversed(list(enumerate(kept))):
        line = lines[figure.line - 1]
        role = f"{{kb:figure}}`{figure.text} <{number}>`"
        lines[figure.line - 1] = line[: figure.start] + role + line[figure.end :]
    source[0] = "\n".join(lines)


def _place(figure: Vouched) -> tuple[int, int]:
    return figure.line, figure.start


def _page(env: BuildEnvironment, docname: str, corpus: Corpus) -> Page | None:
    path = Path(env.doc2path(docname)).relative_to(Path(env.srcdir).parent).as_posix()
    return next((page for page in corpus.pages if page.path == path), None)


def _fits(figure: Vouched, lines: list[str]) -> bool:
    """Does the figure stand there as it was read, in plain words?"""
    if figure.line > len(lines) or UNSAFE & set(figure.text):
        return False
    line = lines[figure.line - 1]
    if any(role.start() < figure.start < role.end() for role in ROLE.finditer(line)):
        return False
    return line[figure.start : figure.end] == figure.text and not line.lstrip().startswith((":", "#"))


def _read(page: Page, corpus: Corpus) -> Iterable[Vouched]:
    """The figures that a statement vouches for, outside headings, links and code."""
    for figure in read(page, corpus).with_outcome(Outcome.AGREED, Outcome.COMPUTED):
        if figure.scope.block.kind not in READABLE or _is_masked(figure):
            continue
        place = figure.mark.line, figure.mark.column - 1, figure.end - 1, figure.figure.text
        if figure.outcome is Outcome.COMPUTED:
            yield from (Vouched(*place, "entity", id, COMPUTED.get(figure.verdict.why, "")) for id in page.about[:1])
        elif figure.statements:
            yield Vouched(*place, "statement", figure.statements[0])


def _is_masked(figure: ReadFigure) -> bool:
    spans = figure.scope.sentence.masked
    return any(start < figure.figure.end and figure.figure.start < end and kind in MASKED for start, end, kind in spans)


class FigureRole(SphinxRole):
    """``{kb:figure}`15 May 1992 <3>` ``: written by :func:`vouch` only, never by hand."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """A link to the statement behind the figure."""
        words, _, number = self.text.rpartition(" <")
        known: list[Vouched] = self.env.temp_data.get(STORE, [])
        at = int(number.rstrip(">")) if number.rstrip(">").isdecimal() else len(known)
        if at >= len(known) or known[at].text != words:
            return [nodes.Text(self.text)], []
        figure = known[at]
        made = pieces.link(figure.kind, figure.target, words, "kb-agreed")
        if figure.kind == "entity":
            made["classes"].append("kb-computed")
            made["kbtip"] = f"Computed, not quoted{BREAK}{figure.how}"
        return [made], []

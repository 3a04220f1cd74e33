"""A sheet: a table of questions and short answers, each with its sources, which are as few as can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.typing import OptionSpec

from kb.core.cover import cover
from kb.core.model import Corpus, Evidence, Judgement, Statement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.evidence import judgement_target
from sphinx_kb.knowledge import docname_of
from sphinx_kb.nodes import paragraph, text
from sphinx_kb.roles import Impossible

WIDTHS = (17, 83)
ROWS: OptionSpec = {"rows": directives.unchanged_required}


@dataclass(frozen=True, slots=True)
class Item:
    """One answer in plain words, and the statements that say so; it leads to the first of them, or to a judgement."""

    told: str
    statements: tuple[Statement, ...]
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A question with its answers, one after another or each on a line of its own; what stands there without any."""

    title: str
    items: tuple[Item, ...]
    apart: bool = False
    without: str = "nothing known"


class Sheet(LedgerDirective):
    """What all sheets share: the rows that a page names, and how lines become a table."""

    def rows(self) -> Iterator[tuple[str, list[str]]]:
        """The titles of rows, each with the ids on its line; none for a row of which nothing is known."""
        titles = [title.strip() for title in self.options["rows"].split("|")]
        lines = [line.split() for line in self.content if line.strip()]
        if len(titles) != len(lines):
            raise Impossible(f"it has {len(lines)} lines for {len(titles)} titles of rows")
        for title, ids in zip(titles, lines, strict=True):
            known = [id for id in ids if id in self.corpus.statements or id in self.corpus.entities]
            if known != ids and ids != ["-"]:
                raise Impossible(f"the ledger knows not all of {' '.join(ids)!r}")
            yield title, known

    def laid_out(self, corpus: Corpus, lines: Iterable[Line]) -> nodes.table:
        """A table with a row for each line."""
        those = list(lines)
        told = [statement for line in those for item in line.items for statement in item.statements]
        chosen = cover(told, corpus.sources, _cited_on(corpus, self.env.docname))
        table = nodes.table(classes=["kb-table", "kb-sheet"])
        group = nodes.tgroup(cols=len(WIDTHS))
        first, second = WIDTHS
        group += [nodes.colspec(colwidth=first, stub=1), nodes.colspec(colwidth=second)]
        group += nodes.tbody("", *(self._row(line, chosen) for line in those))
        table += group
        return table

    def _row(self, line: Line, chosen: Mapping[str, Evidence]) -> nodes.row:
        told = [[*self._item(item, chosen)] for item in line.items] or [[text(line.without, "kb-note")]]
        if line.apart:
            return kb_nodes.row([[paragraph(line.title)], [paragraph(*parts) for parts in told]])
        parts: list[nodes.Node] = []
        for each in told:
            parts += [nodes.Text("; ")] * bool(parts) + each
        return kb_nodes.row([[paragraph(line.title)], [paragraph(*parts)]])

    def _item(self, item: Item, chosen: Mapping[str, Evidence]) -> Iterator[nodes.Node]:
        if item.judgement:
            yield kb_nodes.link("judgement", judgement_target(self.corpus, item.judgement), item.told, "kb-agreed")
        else:
            yield kb_nodes.link("statement", item.statements[0].id, item.told, "kb-agreed")
        yield nodes.Text(" ")
        evidence = [chosen[each.id] for each in item.statements if each.id in chosen]
        yield kb_nodes.cited(self.env, self.state.document, evidence)


def _cited_on(corpus: Corpus, docname: str) -> frozenset[str]:
    """The sources that the sentences of a page cite."""
    page = next((page for page in corpus.pages if docname_of(page.path) == docname), None)
    blocks = page.blocks if page else ()
    return frozenset(one.key for block in blocks for sentence in block.sentences for one in sentence.citations)


def span(statement: Statement) -> str:
    """When it held, as short as can be: ``15 May 1992 until 20 April 1999``, ``since 7 October 2002``."""
    begun = words.when(statement.from_) if statement.from_ else ""
    if statement.through:
        return f"{begun} through {words.when(statement.through)}"
    if statement.until:
        return f"{begun} until {words.when(statement.until)}"
    if statement.open_end == "unknown":
        return f"from {begun}, until an unknown day"
    return f"since {begun}" if begun else words.span(statement)


def dated(told: str, day: str) -> str:
    """Words with their day behind them, unless they name it themselves."""
    return told if day in told else f"{told}, {day}"


def capital(name: str) -> str:
    """Words with a capital first letter."""
    return name[:1].upper() + name[1:]


def joined(parts: Sequence[str]) -> str:
    """Parts of an answer that hold something, with commas between them."""
    return ", ".join(filter(None, parts))

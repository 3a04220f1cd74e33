"""Everything that is handed on, file by file."""

from __future__ import annotations

from collections.abc import Iterator

from kb.core.model import Corpus
from kb.export import database, graph, references, views
from kb.export.package import package
from kb.export.tables import document, table
from kb.load.citation import Work


def files(corpus: Corpus, work: Work, base: str = "") -> Iterator[tuple[str, bytes]]:
    """The path of each file below the folder of the data, and its bytes; names in the graph begin with ``base``."""
    yield "facts.json", document(corpus).encode()
    yield "evidence.csv", table(corpus).encode()
    yield from package(corpus, work)
    yield views.FILE, views.script().encode()
    yield database.FILE, database.database(corpus, work)
    yield graph.FILE, graph.graph(corpus, base)
    yield references.RIS, references.ris(corpus)
    yield references.CSL, references.csl(corpus)

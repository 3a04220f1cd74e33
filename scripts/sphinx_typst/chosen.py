"""Which of the configured documents are written, where somebody names some."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from sphinx_typst.assemble import Document

SHOWN = 12
"""How many names are told where none is near."""


def chosen(documents: Sequence[Document], names: Sequence[str]) -> list[Document]:
    """Those of these names, or all where none is given.

    A document is called by the name of its PDF, by the page that it begins with, or by the last part of either.
    """
    called = [(document, _names(document)) for document in documents]
    for name in names:
        if not any(name in known for _, known in called):
            raise ConfigError(f"no PDF is called {name[:80]!r}{_near(name, called)}")
    return [document for document, known in called if not names or known & {*names}]


def _names(document: Document) -> set[str]:
    """With and without the folder of the page, and with and without the ending."""
    return {document.target, f"{document.target}.pdf", document.docname, document.docname.rpartition("/")[2]}


def _near(name: str, called: Sequence[tuple[Document, set[str]]]) -> str:
    """Names that may be meant, else what there is."""
    known = {each: document.target for document, names in called for each in sorted(names)}
    near = dict.fromkeys(known[each] for each in get_close_matches(name, known, n=6))
    if near:
        return f"; near to it are {', '.join(near)}"
    every = sorted({*known.values()})
    return f"; there are {', '.join(every[:SHOWN])}{' …' if len(every) > SHOWN else ''}"

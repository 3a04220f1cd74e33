"""Turns the figures of a page that agree with the ledger into quiet links to the statements they agree with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from kb.prose.agreement import read
from sphinx_kb import pieces
from sphinx_kb.knowledge import corpus_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from kb.model import Corpus, Page

STORE = "kb_figures"

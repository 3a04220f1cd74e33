"""The site cites and lists what the checker has read: nothing else of the bibliography is opened or understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pybtex.database import BibliographyData
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime

from kb.load.bibliography import PATH
from sphinx_kb.knowledge import corpus_of
from sphinx_kb.sources.domain import cited_in
from sphinx_kb.sources.naming import cited_by_name

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def hand_over(app: Sphinx) -> None:
    """Give sphinxcontrib-bibtex the sources of the corpus as what stands in its file, so that it never parses one."""
    path = (Path(app.confdir).parent / PATH).resolve()
    app.config.bibtex_bibfiles = [str(path)]
    sources = {source.key: source for source in cited_by_name(corpus_of(app.env))}
    files = {path: BibFile(mtime=get_mtime(path), keys=dict.fromkeys(sources))}
    read = BibliographyData()
    read.entries = sources  # type: ignore[assignment]  # it is only looked up, and keys keep their case
    cited_in(app.env).data["bibdata"] = BibData(app.config.bibtex_encoding, files, read)

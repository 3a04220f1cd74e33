"""The site cites and lists what the checker has read: nothing else of the bibliography is opened or understood."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pybtex.database import BibliographyData
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime

from kb.load.bibliography import PATH
from sphinx_kb.knowledge import corpus_of
from sphinx_kb.sources.domain import cited_in

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from kb.core.model import Corpus, Source

_INITIALS = re.compile(r"[A-Z]{2,6}")


def hand_over(app: Sphinx) -> None:
    """Give sphinxcontrib-bibtex the sources of the corpus as what stands in its file, so that it never parses one."""
    path = (Path(app.confdir).parent / PATH).resolve()
    app.config.bibtex_bibfiles = [str(path)]
    sources = {source.key: source for source in cited_by_initials(corpus_of(app.env))}
    files = {path: BibFile(mtime=get_mtime(path), keys=dict.fromkeys(sources))}
    read = BibliographyData()
    read.entries = sources  # type: ignore[assignment]  # it is only looked up, and keys keep their case
    cited_in(app.env).data["bibdata"] = BibData(app.config.bibtex_encoding, files, read)


def cited_by_initials(corpus: Corpus) -> list[Source]:
    """The sources; a body that the ledger knows by initials is cited by them: ``UN 2016``."""
    initials: dict[str, str] = {}
    for entity in corpus.entities.values():
        short = next((name.text for name in entity.names if _INITIALS.fullmatch(name.text)), None)
        initials |= {name.text: short for name in entity.names if short}
    return [_shortened(source, initials) for source in corpus.sources.values()]


def _shortened(source: Source, initials: dict[str, str]) -> Source:
    names = [maker.whole for maker in source.makers.names]
    if "shortauthor" in source.fields or len(names) != 1 or names[0] not in initials or source.makers.others:
        return source
    return replace(source, fields={**source.fields, "shortauthor": initials[names[0]]})

"""The corpus, read anew before every build; what cannot be read stops the build with the findings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from kb.core.finding import Finding, Severity
from kb.load.bibliography import without_sources
from kb.load.corpus import assemble
from kb.load.door import admit
from kb.report.text import headline
from sphinx_kb.day import settled

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from kb.core.model import Corpus

DOCS = PurePosixPath("docs")


class Unreadable(SphinxError):
    """The ledger, the bibliography or a page cannot be read: the build ends with the findings, and without a trace."""

    category = "The knowledge base cannot be built"


def look_at_the_door(app: Sphinx, config: Config) -> None:
    """Sphinx walks through the folder before anything is read, and follows links out of it: there must be none."""
    _refuse(admit(Path(app.confdir).parent).faults)


def _refuse(faults: Iterable[Finding]) -> None:
    grave = [fault for fault in faults if fault.severity is Severity.ERROR]
    if grave:
        raise Unreadable("\n".join(map(_told, grave)))


def load(app: Sphinx) -> None:
    """Read the repository around the documentation and hand the corpus to the domain."""
    root = Path(app.confdir).parent
    admitted = admit(root)
    corpus = assemble(admitted.files, settled(app, root, admitted.files), admitted.faults)
    _refuse((*corpus.faults, *without_sources(corpus)))
    domain = app.env.get_domain("kb")
    domain.corpus = corpus
    domain.files = {path: hashlib.sha256(content).hexdigest() for path, content in admitted.files.items()}


def _told(fault: Finding) -> str:
    return f"{headline(fault)}\n    help       {fault.help}"


def corpus_of(env: BuildEnvironment) -> Corpus:
    """The corpus that this build shows."""
    return env.get_domain("kb").corpus


def path_of(docname: str) -> str:
    """Where a page stands in the repository, as the checker names it."""
    return f"{DOCS}/{docname}.md"


def docname_of(path: str) -> str:
    """What Sphinx calls the document that the checker read there."""
    return PurePosixPath(path).relative_to(DOCS).with_suffix("").as_posix()

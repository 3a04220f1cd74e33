"""The corpus, read once before anything is built; a ledger that cannot be read stops the build with its findings."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from kb.finding import Finding, Severity
from kb.load.corpus import assemble
from kb.load.door import admit
from sphinx_kb.day import settled

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from kb.model import Corpus


class Unreadable(SystemExit):
    """The ledger, the bibliography or a page cannot be read: the build ends with the findings, and without a trace."""


def load(app: Sphinx) -> None:
    """Read the repository around the documentation and hand the corpus to the domain."""
    root = Path(app.confdir).parent
    admitted = admit(root)
    corpus = assemble(admitted.files, settled(app, root, admitted.files), admitted.faults)
    grave = [fault for fault in corpus.faults if fault.severity is Severity.ERROR]
    if grave:
        raise Unreadable("\n".join([*map(_line, grave), "the knowledge base cannot be built"]))
    domain = app.env.get_domain("kb")
    domain.corpus = corpus
    domain.files = {path: hashlib.sha256(content).hexdigest() for path, content in admitted.files.items()}


def _line(fault: Finding) -> str:
    return f"{fault.mark}: {fault.severity}: {fault.text} [{fault.rule}]\n    help       {fault.help}"


def corpus_of(env: BuildEnvironment) -> Corpus:
    """The corpus that this build shows."""
    return env.get_domain("kb").corpus


def outdated(app: Sphinx, env: BuildEnvironment, added: set, changed: set, removed: set) -> list[str]:
    """Every page says what the ledger says, so a change in ledger or bibliography makes all pages anew."""
    domain = env.get_domain("kb")
    ledger = {path: mark for path, mark in domain.files.items() if not path.endswith(".md")}
    before = getattr(env, "kb_ledger", None)
    env.kb_ledger = ledger
    return [] if before == ledger else sorted(env.found_docs)

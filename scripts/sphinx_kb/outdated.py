"""Which pages no longer say what is true: after a change in what they are told from, other than their own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.core.model.pages import is_manual
from sphinx_kb.knowledge import Told, knowledge_of, path_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_kb.knowledge import Knowledge


def outdated(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> set[str]:
    """What the ledger, the bibliography or the day says stands on all pages but manuals; an index lists the manuals.

    What counts sentences counts those of all pages.
    """
    known = knowledge_of(env)
    ledger, manuals, pages = _told(known)
    ledger_before, manuals_before, pages_before = known.told
    stale: set[str] = set()
    if ledger != ledger_before:
        stale |= {name for name in env.found_docs if not is_manual(path_of(name))}
    if manuals != manuals_before:
        stale |= known.indexes
    if pages != pages_before:
        stale |= known.counting
    return stale


def remember(app: Sphinx, env: BuildEnvironment) -> None:
    """All pages have been read: what they were told from is what the next build compares with."""
    known = knowledge_of(env)
    known.told = _told(known)


def _told(known: Knowledge) -> Told:
    """The state of ledger and day, that of the manuals, and that of the other pages."""
    ledger = {path: state for path, state in known.files.items() if not path.endswith(".md")}
    manuals = {path: state for path, state in known.files.items() if is_manual(path)}
    pages = {path: state for path, state in known.files.items() if path.endswith(".md") and path not in manuals}
    return (known.corpus.today, ledger), manuals, pages

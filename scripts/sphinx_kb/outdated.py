"""Which pages no longer say what is true: after a change in what they are told from, other than their own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.core.model.pages import is_manual
from sphinx_kb.knowledge import corpus_of, path_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

Told = tuple[object, object]


def outdated(app: Sphinx, env: BuildEnvironment, added: set, changed: set, removed: set) -> set[str]:
    """What the ledger, the bibliography or the day says stands on all pages but manuals; an index lists the manuals."""
    ledger, manuals = _told(env)
    ledger_before, manuals_before = getattr(env, "kb_told", (None, None))
    stale: set[str] = set()
    if ledger != ledger_before:
        stale |= {name for name in env.found_docs if not is_manual(path_of(name))}
    if manuals != manuals_before:
        stale |= env.get_domain("kb").indexes
    return stale


def remember(app: Sphinx, env: BuildEnvironment) -> None:
    """All pages have been read: what they were told from is what the next build compares with."""
    env.kb_told = _told(env)


def _told(env: BuildEnvironment) -> Told:
    """The state of ledger and day, and that of the manuals."""
    files = env.get_domain("kb").files
    ledger = {path: state for path, state in files.items() if not path.endswith(".md")}
    return (corpus_of(env).today, ledger), {path: state for path, state in files.items() if is_manual(path)}

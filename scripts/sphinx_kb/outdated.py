"""Which pages no longer say what is true: after a change in what they are told from, other than their own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.core.model.pages import is_manual
from sphinx_kb.knowledge import Told, knowledge_of, path_of
from sphinx_kb.states import States

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_kb.knowledge import Knowledge


def outdated(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> set[str]:
    """The pages that show a statement that has changed; of all else in ledger and bibliography, all but manuals.

    An index lists the manuals, and what counts sentences counts those of all pages.
    """
    known = knowledge_of(env)
    shared, states, manuals, pages = known.telling = _told(known)
    shared_before, states_before, manuals_before, pages_before = known.told
    stale: set[str] = set()
    if shared != shared_before:
        stale |= {name for name in env.found_docs if not is_manual(path_of(name))}
    else:
        stale |= {name for name, state in states.items() if states_before.get(name) != state}
    if manuals != manuals_before:
        stale |= known.indexes
    if pages != pages_before:
        stale |= known.counting
    return stale - added  # which are read anyway, and counted


def remember(app: Sphinx, env: BuildEnvironment) -> None:
    """All pages have been read: what they were told from is what the next build compares with."""
    known = knowledge_of(env)
    known.told = known.telling


def _told(known: Knowledge) -> Told:
    """What may stand on any page, the state of each that tells of the ledger, and those of manuals and other pages."""
    corpus, files = known.corpus, known.read_from[0].files if known.read_from else {}
    entities = {entity.mark.path: files[entity.mark.path] for entity in corpus.entities.values()}
    states = States(known, {path: content.decode().split("\n") for path, content in entities.items()})
    others = {path: state for path, state in known.files.items() if not path.endswith(".md") and path not in entities}
    manuals = {path: state for path, state in known.files.items() if is_manual(path)}
    pages = {path: state for path, state in known.files.items() if path.endswith(".md") and path not in manuals}
    return (corpus.today, others, states.heads), states.pages, manuals, pages

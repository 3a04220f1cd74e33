"""Which pages no longer say what is true: after a change in what they are told from, other than their own text."""

from __future__ import annotations

import hashlib
import pickle
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import ENV_PICKLE_FILENAME

from kb.core.model.pages import is_manual
from sphinx_kb.knowledge import Told, docname_of, knowledge_of, path_of
from sphinx_kb.states import States, word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_kb.knowledge import Knowledge

BASIS = "basis"
"""Where the domain remembers what the states of the last build rested on."""


def outdated(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> set[str]:
    """The pages that show a statement that has changed; of all else in ledger and bibliography, all but manuals.

    An index lists the manuals, and what counts sentences counts those of all pages.
    """
    known = knowledge_of(env)
    if known.on_demand is not None:
        return set(known.on_demand)
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
    if known.on_demand is not None:  # the next build reads for itself what it finds changed
        return
    known.told, basis = known.telling, _basis(known)
    if known.data.get(BASIS) != basis:
        known.data[BASIS] = basis
        _save(app, env)


def _save(app: Sphinx, env: BuildEnvironment) -> None:
    """Sphinx writes down what it knows only where it has read a page; what pages rest on may change without that."""
    with (app.doctreedir / ENV_PICKLE_FILENAME).open("wb") as file:
        pickle.dump(env, file, pickle.HIGHEST_PROTOCOL)


def _told(known: Knowledge) -> Told:
    """What may stand on any page, the state of each that tells of the ledger, and those of manuals and other pages.

    As long as ledger and code are those of the last build, the states are so too, but for the pages that have changed
    since: what a page is told from rests on its own text and on the ledger, unless it counts what stands on others.
    """
    manuals, pages = _manuals(known), _pages(known)
    shared, before, _, pages_before = known.told
    if shared is None or known.data.get(BASIS) != _basis(known):
        shared, states = _worked_out(known)
        return shared, states, manuals, pages
    if pages == pages_before or not isinstance(pages_before, dict):
        return shared, before, manuals, pages
    changed = {path for path, state in pages.items() if pages_before.get(path) != state}
    gone = {docname_of(path) for path in pages_before.keys() - pages.keys()}
    kept = {name: state for name, state in before.items() if name not in gone}
    return shared, kept | _states(known).of_pages(changed), manuals, pages


def _worked_out(known: Knowledge) -> tuple[object, dict[str, str]]:
    corpus, states = known.corpus, _states(known)
    entities = {entity.mark.path for entity in corpus.entities.values()}
    others = {path: state for path, state in known.files.items() if not path.endswith(".md") and path not in entities}
    return (corpus.today, others, states.heads), states.pages


def _states(known: Knowledge) -> States:
    files = known.read_from[0].files if known.read_from else {}
    paths = (entity.mark.path for entity in known.corpus.entities.values())
    return States(known, {path: files[path].decode().split("\n") for path in paths})


def _manuals(known: Knowledge) -> dict[str, str]:
    return {path: state for path, state in known.files.items() if is_manual(path)}


def _pages(known: Knowledge) -> dict[str, str]:
    """The pages of content, and whatever else is Markdown and no manual."""
    return {path: state for path, state in known.files.items() if path.endswith(".md") and not is_manual(path)}


def _basis(known: Knowledge) -> str:
    """One word for all that states rest on beside the text of the page: the day, the ledger, manuals, and our code."""
    pages = _pages(known)
    files = sorted(f"{path} {state}" for path, state in known.files.items() if path not in pages)
    return word(known.read_from and known.read_from[1].today, _code(), *files)


@cache
def _code() -> str:
    """One word for the code that works them out."""
    scripts = Path(__file__).parent.parent
    those = sorted(file for name in ("kb", "sphinx_kb") for file in (scripts / name).rglob("*.py"))
    return word(*(hashlib.sha256(file.read_bytes()).hexdigest() for file in those))

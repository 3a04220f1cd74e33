"""What changed on a page and when: the sentences of the commits that changed its text or the records it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.load.history import changes
from sphinx_kb import words
from sphinx_kb.history import History
from sphinx_kb.knowledge import corpus_of, docname_of, knowledge_of, path_of
from sphinx_kb.page_context import is_told
from sphinx_kb.web import corrected, shown
from sphinx_kb.web.citing import SHORT
from sphinx_kb.web.identity import is_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from kb.load.history import Change


@dataclass(frozen=True, slots=True)
class Told:
    """A change as the foot of a page tells it; ``address`` is empty where no repository is known."""

    day: str
    subject: str
    sentence: str
    address: str


def ask(app: Sphinx, env: BuildEnvironment) -> None:
    """Once for all pages, before the first is written."""
    if is_site(app):
        page = corrected.page(env)
        knowledge_of(env).history = History(
            changes(Path(app.confdir).parent), corrected.sections(page) if page is not None else ()
        )


def add(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Tell the template of the foot what changed on the page, and which corrections speak of what it shows."""
    context["kb_changes"], context["kb_corrections"], context["kb_corrected"] = [], [], corrected.PAGE
    if not is_told(pagename, doctree) or not is_site(app):
        return
    history = knowledge_of(app.env).history
    context["kb_changes"] = [
        Told(words.day(each.day), each.subject, each.sentence, address(app.config.kb_repo_url, each))
        for each in history.last(_paths(app.env, pagename))
    ]
    if pagename != corrected.PAGE:
        context["kb_corrections"] = history.corrections(shown.statements(app.env, pagename))


def address(repository: str, change: Change) -> str:
    """Where the repository shows a change."""
    return f"{repository}/commit/{change.name[:SHORT]}" if repository else ""


def pages(env: BuildEnvironment, change: Change) -> list[str]:
    """The pages whose own files a change touched; its records are pages of the ledger."""
    names = (docname_of(path) for path in change.paths if path.startswith("docs/"))
    return [name for name in dict.fromkeys(names) if is_told(name, env) and name in env.all_docs]


def _paths(env: BuildEnvironment, name: str) -> Iterator[str]:
    """The file of a page, and those of the entities whose statements it shows."""
    yield path_of(name)
    entities = corpus_of(env).entities
    yield from dict.fromkeys(
        entities[each.subject].mark.path for each in shown.statements(env, name) if each.subject in entities
    )

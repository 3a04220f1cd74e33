"""Tells the template of the foot of a page how to cite it, and where to object to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_kb.page_context import is_told
from sphinx_kb.web.citing import bibtex, csl, plain
from sphinx_kb.web.identity import identity, is_site
from sphinx_kb.web.reporting import new_issue

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def add(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Nothing on pages that tell nothing of the subject, and none in a book."""
    context["kb_citations"], context["kb_linked"] = {}, ""
    if not is_told(pagename, doctree) or not is_site(app):
        return
    page = identity(app, pagename)
    context["kb_citations"] = {"Plain text": plain(page), "BibTeX": bibtex(page), "CSL JSON": csl(page)}
    context["kb_report"] = new_issue(app.config.kb_repo_url, page) if app.config.kb_repo_url else ""
    context["kb_page"] = page

"""Finding one's way: the sections at the side, the way to a page above it, and its neighbours below it."""

from __future__ import annotations

import hashlib
from html import escape
from typing import TYPE_CHECKING, Any

from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.wayfinding import terms
from sphinx_kb.wayfinding.outline import outline
from sphinx_kb.wayfinding.sidebar import Sidebar
from sphinx_kb.wayfinding.trail import Trails

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


class Wayfinding:
    """What all pages share, made once before the first is written; processes that write pages inherit it."""

    trails: Trails
    sidebar: Sidebar

    def begin(self, app: Sphinx, builder: Builder) -> None:
        """Look through the outline of the site, now that all pages have been read."""
        self.trails = Trails(builder.env)
        self.sidebar = Sidebar(self.trails.sections, builder.get_target_uri)

    def add(
        self, app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
    ) -> None:
        """Hand a page its sections, its way and its neighbours. Sphinx's tree is taken away: Furo would resolve it."""
        context.pop("toctree", None)
        pathto = context["pathto"]
        up = pathto("_static", resource=True).removesuffix("_static")
        context["kb_sidebar"] = self.sidebar.written(up, pagename, self.trails.listed(pagename))
        context["kb_sections"] = [
            (section.title, up + self.sidebar.address(section.places[0].docname))
            for section in self.trails.sections
            if section.title and section.places
        ]
        context["kb_trail"] = [
            (words, pathto(docname) + (f"#{anchor}" if anchor else "") if docname else "")
            for words, docname, anchor in self.trails.steps(pagename)
        ]
        for name, docname in zip(("prev", "next"), self.trails.neighbours(pagename), strict=True):
            link = {"link": pathto(docname), "title": escape(self.trails.name(docname))} if docname else None
            context[name] = link


def rewritten(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """All pages, if a title, a section or a term has changed since the last build: they stand around every page."""
    known = knowledge_of(env)
    around = hashlib.sha256(repr((outline(env), known.terms)).encode()).hexdigest()
    if around == known.around:
        return []
    known.around = around
    return sorted(env.found_docs)


def register(app: Sphinx) -> None:
    """Connect what is made once and what is handed to each page, before Furo looks for a tree."""
    way = Wayfinding()
    app.connect("env-updated", rewritten)
    app.connect("write-started", way.begin)
    app.connect("html-page-context", way.add, priority=450)
    app.add_js_file("way.js", loading_method="defer")
    terms.register(app)

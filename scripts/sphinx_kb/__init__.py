"""Shows the knowledge base as a site: thin, for everything it says was settled by ``kb``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_kb import accessibility, figures, knowledge, logs, page_context, prints, sources
from sphinx_kb.domain import KbDomain
from sphinx_kb.entity_page import EntityParser
from sphinx_kb.keyfacts import KeyFacts
from sphinx_kb.sources.domain import CitedSources
from sphinx_kb.sources.places import OneSourceOnce
from sphinx_kb.sources.reading import hand_over
from sphinx_kb.sources.rests import RestsOn

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def close_the_door(app: Sphinx) -> None:
    """No page brings in raw markup or other files, whatever syntax it is written in."""
    app.env.settings["raw_enabled"] = False
    app.env.settings["file_insertion_enabled"] = False


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the domain, the parser of the ledger, the styles of citation and the repairs."""
    logs.guard(app)
    app.add_config_value("kb_planted_each", 4, "env", int)  # errors planted of each kind, for docs/about
    sources.register()
    app.add_domain(KbDomain)
    app.add_domain(CitedSources, override=True)
    app.add_source_parser(EntityParser)
    app.add_directive("keyfacts", KeyFacts)
    app.add_transform(OneSourceOnce)
    app.add_post_transform(RestsOn)
    app.connect("builder-inited", close_the_door)
    app.connect("builder-inited", knowledge.load, priority=400)
    app.connect("builder-inited", hand_over, priority=450)  # before sphinxcontrib-bibtex would read the file
    app.connect("env-get-outdated", knowledge.outdated)
    app.connect("source-read", figures.vouch)
    app.add_config_value("kb_pdfs", {}, "html", dict)
    app.add_config_value("kb_pdf_folder", "", "html", str)
    app.connect("html-page-context", page_context.add)
    app.connect("html-page-context", prints.offer)
    app.connect("build-finished", prints.lay_out)
    app.connect("html-page-context", accessibility.repair_page, priority=900)
    app.add_js_file("kb.js", loading_method="defer")
    app.add_css_file("kb.css")
    return {"version": "1", "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}

"""Shows the knowledge base as a site: thin, for everything it says was settled by ``kb``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_kb import (
    accessibility,
    assets,
    attached,
    beforehand,
    cards,
    day_view,
    documents,
    elements,
    filtering,
    in_dispute,
    knowledge,
    logs,
    memory,
    moved,
    newest,
    outdated,
    page_context,
    policy,
    previews,
    prints,
    search,
    sitemap,
    sources,
    subjects,
    unsettled,
    wall,
    wayfinding,
    web,
)
from sphinx_kb.agreed import LinkFigures
from sphinx_kb.answer import ShownAnswer
from sphinx_kb.charts import nodes as pictures
from sphinx_kb.domain import KbDomain
from sphinx_kb.entity_page import EntityParser
from sphinx_kb.foreign import MarkForeign
from sphinx_kb.indexed import MarkNames
from sphinx_kb.keyfacts import KeyFacts
from sphinx_kb.markdown import PageParser
from sphinx_kb.once import DisagreementsOnce
from sphinx_kb.quotes import QuotesWhereAny
from sphinx_kb.sources import reading
from sphinx_kb.sources.domain import CitedSources
from sphinx_kb.sources.gathering import AtTheEnd
from sphinx_kb.sources.index import SourcesIndex
from sphinx_kb.sources.page import SourcesParser
from sphinx_kb.sources.places import OneSourceOnce

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register what reads ledger and pages, and what writes them."""
    logs.guard(app)
    memory.register(app)
    unsettled.register(app)
    for needed in ("myst_parser", "sphinxcontrib.bibtex"):
        app.setup_extension(needed)
    app.add_config_value("kb_pdfs", {}, "html", dict)
    app.add_config_value("kb_pdf_folder", "", "html", str)
    app.add_config_value("kb_fact_sheet_day", "", "", str)
    _reading(app)
    _writing(app)
    return {"version": "1", "env_version": 4, "parallel_read_safe": True, "parallel_write_safe": True}


def _reading(app: Sphinx) -> None:
    """The domain, the parsers, and which documents there are."""
    sources.register()
    app.add_domain(KbDomain)
    app.add_domain(CitedSources, override=True)
    app.add_source_parser(PageParser, override=True)
    app.add_source_parser(EntityParser)
    app.add_source_parser(SourcesParser)
    app.add_source_suffix(".bib", "bibliography")
    app.add_directive("keyfacts", KeyFacts)
    for transform in (LinkFigures, OneSourceOnce, QuotesWhereAny):
        app.add_transform(transform)
    app.connect("config-inited", knowledge.look_at_the_door)
    app.connect("builder-inited", documents.take_over, priority=400)
    app.connect("builder-inited", search.instead)
    app.connect("builder-inited", reading.hand_over, priority=450)  # before sphinxcontrib-bibtex would read the file
    app.connect("env-get-outdated", outdated.outdated)
    app.connect("env-before-read-docs", beforehand.to_read)
    app.connect("source-read", documents.hand_over, priority=100)
    app.connect("doctree-read", wall.on_read, priority=100)
    app.connect("doctree-read", newest.note)
    app.connect("doctree-read", subjects.note)
    app.connect("env-updated", outdated.remember)


def _writing(app: Sphinx) -> None:
    """What pages show beside their text, and the repairs."""
    elements.register(app)
    in_dispute.register(app)
    pictures.register(app)
    day_view.register(app)
    filtering.register(app)
    wayfinding.register(app)
    moved.register(app)
    for transform in (AtTheEnd, SourcesIndex, ShownAnswer, MarkForeign, DisagreementsOnce, MarkNames):
        app.add_post_transform(transform)
    app.connect("doctree-resolved", wall.on_resolved, priority=900)
    app.connect("write-started", beforehand.to_write)
    app.connect("html-page-context", previews.add, priority=400)
    app.connect("html-page-context", page_context.add)
    app.connect("html-page-context", cards.add)
    app.connect("html-page-context", prints.offer)
    app.connect("html-page-context", accessibility.repair_page, priority=900)
    app.connect("html-page-context", assets.choose, priority=900)
    app.connect("html-page-context", policy.add, priority=950)
    app.connect("build-finished", prints.lay_out)
    app.connect("build-finished", search.write)
    app.connect("build-finished", sitemap.sort, priority=400)
    app.add_js_file("fold.js", loading_method="defer")
    web.register(app)
    attached.register(app)
    app.add_js_file("kb.js", loading_method="defer")
    app.add_js_file("search.js", loading_method="defer")
    app.add_css_file("kb.css")

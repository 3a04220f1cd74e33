"""What makes a page one of the web: how to cite it and object to it, its statements as files, what machines read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_kb.web import changed, feed, files, foot, linked, llms, picture, shown

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Each in its place: what is noted as pages are read, what each page bears, and what stands beside all of them."""
    app.add_config_value("kb_repo_url", "", "html", str)
    app.add_config_value("kb_license", "", "html", str)
    app.connect("doctree-read", shown.note)
    app.connect("env-updated", changed.ask)
    app.connect("html-page-context", picture.add, priority=410)  # before sphinxext.opengraph writes the previews
    for add in (foot.add, changed.add, files.write_page, linked.add, feed.offer):
        app.connect("html-page-context", add)
    for write in (files.write_whole, feed.write, llms.write):
        app.connect("build-finished", write)
    app.add_js_file("foot.js", loading_method="defer")

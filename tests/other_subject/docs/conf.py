"""Configuration of a small knowledge base on an invented subject: the lighthouses of some islands."""

project = "Lights of the Islands"
author = "The keepers"
copyright = "the keepers"
language = "en"

extensions = ["myst_parser", "sphinxcontrib.bibtex", "sphinx_design", "sphinx_kb", "sphinx_typst"]
source_suffix = {".md": "markdown", ".yaml": "ledger"}
nitpicky = True
myst_enable_extensions = ["attrs_inline", "colon_fence"]
myst_disable_syntax = ["html_block", "html_inline"]
bibtex_bibfiles = ["../refs.bib"]
bibtex_default_style = bibtex_reference_style = "vouched"
bibtex_cite_id = "cite-{key}"

html_theme = "furo"
html_title = project

typst_documents = [
    ("briefs/who-keeps-the-lights", "who-keeps-the-lights", {"template": "brief", "pages": 2}),
    ("index", "lights", {"template": "book", "title": project, "exclude": ["briefs/*", "facts/*"]}),
]

"""Configuration of the site and the PDFs; what they do lives in scripts/sphinx_kb and scripts/sphinx_typst."""

import os
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from sphinx.errors import ConfigError

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    raise ConfigError("the site needs Python 3.11 or newer, and Sphinx runs on {}.{}".format(*sys.version_info))

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
from sphinx_kb.address import address

# --- where the site and its repository stand; unset, there is no canonical link, QR code, sitemap or edit link -------
site_url = address(os.environ, "READTHEDOCS_CANONICAL_URL", "KB_SITE_URL")
repo_url = address(os.environ, "KB_REPO_URL").removesuffix("/").removesuffix(".git")
kb_repo_url = repo_url

# --- what it is ------------------------------------------------------------------------------------------------------
project = "CSTO Knowledge Base"
author = "The contributors to the CSTO knowledge base"
copyright = "the contributors. Text CC BY 4.0, code Apache-2.0"
_citation = ROOT / "CITATION.cff"
_cited = _citation.read_text("utf-8") if _citation.is_file() else ""
version = release = "".join(re.findall(r"^version: (\S+)$", _cited, re.M))
language = "en"
kb_license = "https://creativecommons.org/licenses/by/4.0/"

# --- how it is read --------------------------------------------------------------------------------------------------
extensions = [
    "myst_parser",
    "sphinxcontrib.bibtex",
    "sphinx_copybutton",
    "sphinx_design",
    "notfound.extension",
    "sphinx_kb",
    "sphinx_typst",
]
if site_url:
    extensions += ["sphinx_sitemap", "sphinxext.opengraph"]
source_suffix = {".md": "markdown", ".yaml": "ledger"}
templates_path = ["_templates"]
nitpicky = True
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist", "fieldlist"]
myst_disable_syntax = ["html_block", "html_inline"]
myst_url_schemes = ["http", "https"]
myst_heading_anchors = 3
bibtex_bibfiles = ["../refs.bib"]
bibtex_default_style = "vouched"
bibtex_reference_style = "vouched"
bibtex_cite_id = "cite-{key}"
bibtex_bibliography_id = "bibliography-{bibliography_count}"

# --- the site --------------------------------------------------------------------------------------------------------
html_theme = "furo"
html_title = project
html_baseurl = site_url
html_static_path = [
    f"_static/{name}"
    for name in (
        *("day.js", "filter.js", "fold.js", "foot.js", "kb.css", "kb.js", "moved.js", "search.js", "way.js"),
        *("mark-dark.svg", "mark-light.svg"),
    )
]
html_favicon = "_static/favicon.svg"
html_show_sourcelink = False
html_copy_source = False
html_permalinks_icon = "#"
html_domain_indices = False
html_use_index = False
html_math_renderer = "none"  # Sphinx's own brings a script from another host
html_theme_options = {
    "light_logo": "mark-light.svg",
    "dark_logo": "mark-dark.svg",
    "top_of_page_buttons": ["edit"] if repo_url else [],
    "light_css_variables": {
        "font-stack": "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
        "color-brand-primary": "#1d4f73",
        "color-brand-content": "#1d4f73",
        "color-brand-visited": "#4b3f72",
        "color-foreground-primary": "#1c2126",
        "color-foreground-secondary": "#4a525a",
        "color-foreground-muted": "#59626b",
        "color-background-primary": "#ffffff",
        "color-background-secondary": "#f6f5f1",
        "color-background-border": "#dedcd4",
    },
    "dark_css_variables": {
        "color-brand-primary": "#9ecbec",
        "color-brand-content": "#9ecbec",
        "color-brand-visited": "#c3b4ec",
        "color-foreground-primary": "#e4e6e8",
        "color-foreground-secondary": "#b4bbc2",
        "color-foreground-muted": "#a1a9b1",
        "color-background-primary": "#14181c",
        "color-background-secondary": "#1b2026",
        "color-background-border": "#333b44",
    },
}
if repo_url:
    html_theme_options["source_edit_link"] = repo_url + "/edit/main/docs/{filename}"
notfound_template = "404.html"
notfound_context = {"title": "Page not found", "body": ""}
notfound_urls_prefix = urlsplit(site_url).path or "/"  # a 404 page is served at any depth
sitemap_url_scheme = "{link}"
sitemap_excludes = ["404.html", "search.html"]
ogp_site_url = site_url
ogp_social_cards = {"enable": False}
copybutton_prompt_text = "$ "
copybutton_selector = "div.highlight pre, .kb-citation pre"
kb_plain_words = (  # of the glossary, and yet no links: every page uses them, many in their everyday sense
    *("acting", "as of", "chair", "charter", "CSTO", "member", "observer", "partner", "party", "session", "treaty"),
    *("claim", "coverage", "evidence", "hedge", "inferred", "instrument", "judgement", "ledger", "planned", "roll"),
    *("rotation", "statement", "transcribed", "waiver"),
)

# --- the PDFs --------------------------------------------------------------------------------------------------------
briefs = sorted(path.stem for path in (Path(__file__).parent / "briefs").glob("*.md"))
typst_paper = os.environ.get("KB_PAPER") or "a4"
typst_documents = [
    *((f"briefs/{brief}", f"csto-{brief}", {"template": "brief", "pages": 2}) for brief in briefs),
    (
        "index",
        "csto-knowledge-base",
        {
            "template": "book",
            "title": project,
            "description": (
                "What is known about the Collective Security Treaty Organization (CSTO), where sources disagree,"
                " and what it rests on"
            ),
            "toctree_only": True,
            "front": ["about/print"],
            "appendices": [
                *("about/founding-documents", "about/not-known"),
                *("reference/glossary", "reference/disagreements"),
            ],
            "exclude": [
                *("briefs/*", "contributing/*", "facts/*", "rules/*"),
                *("about/audits", "about/corrections", "about/criteria", "about/errors", "about/method"),
                *("about/planted-errors", "about/sources"),
                *("reference/a-z", "reference/on-this-day", "reference/references"),
            ],
        },
    ),
]
typst_contact = f"{repo_url}/issues" if repo_url else ""
kb_pdfs = {docname: f"{target}.pdf" for docname, target, _ in typst_documents}
kb_fact_sheet_day = os.environ.get("KB_FACT_SHEET_DAY", "")  # of which fact sheets tell; unset, the last one
kb_pdf_folder = os.environ.get("KB_PDFS", "")  # where finished PDFs stand; unset, pages offer none

"""In the place of a page that has gone, one that leads on: without scripts to the new page, with them to its place.

Not by sphinx-reredirects (1.1.0): it writes a script into the page, which the policy of this site forbids, and does not
look whether what it leads to is there.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sphinx.errors import SphinxError

from sphinx_kb.knowledge import corpus_of
from sphinx_kb.web.identity import is_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from kb.core.model import Redirect

POLICY = "default-src 'none'; script-src 'self' file:; base-uri 'none'; form-action 'none'"
SCRIPT = "_static/moved.js"
MADE = frozenset({"404", "genindex", "search"})


def write(app: Sphinx, error: Exception | None) -> None:
    """Lay them beside the pages, and in the way of none."""
    if error or not is_site(app):
        return
    told = corpus_of(app.env).redirects
    for each in told:
        if each.old.place:
            continue
        if each.old.page in app.env.all_docs or each.old.page in MADE:
            raise SphinxError(f"{each.mark}: error: {each.old.page!r} is a page that the site makes itself")
        file = Path(app.outdir) / app.builder.get_target_uri(each.old.page)
        file.parent.mkdir(parents=True, exist_ok=True)
        places = [other for other in told if other.old.place and other.old.page == each.old.page]
        file.write_text(_page(app, each, places), encoding="utf-8", newline="\n")


def _page(app: Sphinx, each: Redirect, places: list[Redirect]) -> str:
    """The page; each place that has a new address of its own is a link with the name of the old one."""
    title = escape(f"Moved: {each.old.page} - {app.config.project}")
    to = escape(_relative(app, each))
    canonical = urljoin(app.config.html_baseurl, app.builder.get_target_uri(each.new.page))
    links = [f'<p>This page is now <a href="{to}">{escape(app.env.titles[each.new.page].astext())}</a>.</p>']
    links += [
        f'<p><a id="{escape(other.old.place)}" href="{escape(_relative(app, other))}">{escape(str(other.new))}</a></p>'
        for other in places
    ]
    script = escape(app.builder.get_relative_uri(each.old.page, app.config.root_doc).rpartition("/")[0])
    script = f"{script}/{SCRIPT}" if script else SCRIPT
    return "\n".join((
        f'<!doctype html>\n<html lang="{escape(app.config.language or "en")}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{title}</title>',
        '<meta name="robots" content="noindex">',
        *([f'<link rel="canonical" href="{escape(canonical)}">'] if app.config.html_baseurl else []),
        f'<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>',
        f'<script src="{script}" defer></script>\n</head>\n<body>\n<main>\n<h1>This page has moved</h1>',
        *links,
        "</main>\n</body>\n</html>\n",
    ))  # fmt: skip


def _relative(app: Sphinx, each: Redirect) -> str:
    where = app.builder.get_relative_uri(each.old.page, each.new.page)
    return f"{where}#{each.new.place}" if each.new.place else where

"""Two feeds, where the site has an address: the corrections, by sections of their page, and all changes of facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

from kb.core.months import ENGLISH
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.web import changed
from sphinx_kb.web.atom import Entry, Feed
from sphinx_kb.web.corrected import PAGE
from sphinx_kb.web.identity import is_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CORRECTIONS, CHANGES = "corrections.xml", "changes.xml"
NEWEST = 100
"""So many changes are in the feed; who follows it has read the others."""
_DATED = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b")


def offer(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Tell readers of feeds where they are, on every page."""
    if doctree is None:
        return
    for feed in _feeds(app):
        kind, where = "application/atom+xml", context["pathto"](feed.file, 1)
        link = f'<link rel="alternate" type="{kind}" title={quoteattr(feed.title)} href={quoteattr(where)}>'
        context["metatags"] += f"\n{link}"


def write(app: Sphinx, error: Exception | None) -> None:
    """Lay them beside the pages."""
    if error:
        return
    told: dict[str, Callable[[Sphinx], Iterator[Entry]]] = {CORRECTIONS: _corrections, CHANGES: _changes}
    for feed in _feeds(app):
        text = feed.written([*told[feed.file](app)])
        (Path(app.outdir) / feed.file).write_text(text, encoding="utf-8", newline="\n")


def _feeds(app: Sphinx) -> Iterator[Feed]:
    """Those that have anything to tell."""
    config = app.config
    if not config.html_baseurl or not is_site(app):
        return
    for file, page, there in (
        (CORRECTIONS, PAGE, PAGE in app.env.all_docs),
        (CHANGES, config.root_doc, bool(knowledge_of(app.env).history.all)),
    ):
        if there:
            title = f"{config.project}: {file.removesuffix('.xml')}"
            yield Feed(title, file, config.author, config.html_baseurl, app.builder.get_target_uri(page))


def _corrections(app: Sphinx) -> Iterator[Entry]:
    """An entry for each dated section."""
    address = urljoin(app.config.html_baseurl, app.builder.get_target_uri(PAGE))
    for section in knowledge_of(app.env).history.corrected:
        day = _day(section.title)
        if day is not None:
            where = f"{address}#{section.anchor}"
            yield Entry(where, section.title, day, where, tuple(map(escape, section.told)))


def _changes(app: Sphinx) -> Iterator[Entry]:
    """An entry for each of the last changes, with links to the pages that it touched."""
    address = urljoin(app.config.html_baseurl, CHANGES)
    for change in knowledge_of(app.env).history.all[:NEWEST]:
        there = {
            urljoin(app.config.html_baseurl, app.builder.get_target_uri(name)): app.env.titles[name].astext()
            for name in changed.pages(app.env, change)
        }
        where = changed.address(app.config.kb_repo_url, change) or next(iter(there), address)
        lines = (f"<a href={quoteattr(link)}>{escape(title)}</a>" for link, title in there.items())
        title = f"{change.subject}: {change.sentence}"
        yield Entry(f"{address}#{change.name}", title, change.day, where, tuple(lines))


def _day(title: str) -> date | None:
    """The day that a heading begins with: ``30 November 2026, fifth audit``."""
    found = _DATED.match(title)
    month = ENGLISH.get(found[2].lower()) if found else None
    return date(int(found[3]), month, int(found[1])) if found and month else None

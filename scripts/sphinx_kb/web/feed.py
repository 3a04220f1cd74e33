"""A feed of the corrections, one entry for each dated section of their page; only where the site has an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

from kb.core.months import ENGLISH
from kb.load.anchors import Anchors
from sphinx_kb.knowledge import corpus_of, path_of
from sphinx_kb.web.identity import is_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from kb.core.model import Page

PAGE = "about/corrections"
FILE = "corrections.xml"
_DATED = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b")


def offer(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Tell readers of feeds where it is, on every page."""
    if doctree is None or not _has_one(app):
        return
    where = context["pathto"](FILE, 1)
    title = f"{app.config.project}: corrections"
    link = f'<link rel="alternate" type="application/atom+xml" title={quoteattr(title)} href={quoteattr(where)}>'
    context["metatags"] += f"\n{link}"


def write(app: Sphinx, error: Exception | None) -> None:
    """Lay it beside the pages."""
    if error or not _has_one(app):
        return
    page = next(page for page in corpus_of(app.env).pages if page.path == path_of(PAGE))
    text = atom(page, app.config.project, app.config.author, app.config.html_baseurl, app.builder.get_target_uri(PAGE))
    (Path(app.outdir) / FILE).write_text(text, encoding="utf-8", newline="\n")


def _has_one(app: Sphinx) -> bool:
    return is_site(app) and bool(app.config.html_baseurl) and PAGE in app.env.all_docs


def atom(page: Page, site: str, author: str, base: str, path: str) -> str:
    """The feed; that two builds of one page make the same, its day is that of the newest entry."""
    address = urljoin(base, path)
    entries = [*_entries(page, address)]
    newest = max((day for day, _ in entries), default=date.min)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<title>{escape(site)}: corrections</title>\n<id>{escape(address)}</id>\n{_updated(newest)}"
        f"<author><name>{escape(author)}</name></author>\n"
        f'<link rel="self" href={quoteattr(urljoin(base, FILE))}/>\n<link href={quoteattr(address)}/>\n'
        f"{''.join(entry for _, entry in entries)}</feed>\n"
    )


def _entries(page: Page, address: str) -> Iterator[tuple[date, str]]:
    for title, anchor, told in _sections(page):
        day = _day(title)
        if day is None:
            continue
        where = f"{address}#{anchor}"
        content = escape(f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in told)}</ul>")
        yield (
            day,
            (
                f"<entry>\n<title>{escape(title)}</title>\n<id>{escape(where)}</id>\n{_updated(day)}"
                f'<link href={quoteattr(where)}/>\n<content type="html">{content}</content>\n</entry>\n'
            ),
        )


def _sections(page: Page) -> Iterator[tuple[str, str, list[str]]]:
    """Each heading, its anchor, and the rows below it."""
    anchors, title, anchor, told = Anchors(), "", "", list[str]()
    for block in page.blocks:
        words = " ".join(sentence.text for sentence in block.sentences)
        if block.kind == "heading":
            yield title, anchor, told
            title, anchor, told = words, anchors.name(words), []
        elif block.kind in ("row", "item"):
            told.append(words)
    yield title, anchor, told


def _day(title: str) -> date | None:
    """The day that a heading begins with: ``30 November 2026, fifth audit``."""
    found = _DATED.match(title)
    month = ENGLISH.get(found[2].lower()) if found else None
    return date(int(found[3]), month, int(found[1])) if found and month else None


def _updated(day: date) -> str:
    return f"<updated>{day}T00:00:00Z</updated>\n"

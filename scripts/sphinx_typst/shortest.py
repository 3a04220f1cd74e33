"""A source in one or two lines, for documents of one page: who, what it is called, when, and where it stands."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pybtex.database import Entry

TITLE = 40
"""Letters of a title at most; the whole one stands on the web, where the link leads."""


def shortest(entry: Entry, author: str) -> nodes.paragraph:
    """``The Herald, “Leaders meet”, 2021, herald.example``: the host leads to the whole address."""
    fields: Mapping[str, str] = entry.fields or {}
    title = shorten(_plain(fields.get("title", "")), TITLE, placeholder=" …")
    year = str(fields.get("year") or fields.get("date", "")[:4])
    told = ", ".join(part for part in (author, f"“{title}”" if title else "", year) if part)
    made = nodes.paragraph("", told)
    url = str(fields.get("url", ""))
    host = (urlsplit(url).hostname or "").removeprefix("www.").rstrip(".")
    if host and urlsplit(url).scheme in ("http", "https"):
        made += [nodes.Text(", "), nodes.reference("", host, refuri=url, internal=False)]
    made += nodes.Text(".")
    return made


def _plain(title: str) -> str:
    """A title without the braces that keep its letters as they are."""
    return " ".join(title.replace("{", "").replace("}", "").split())

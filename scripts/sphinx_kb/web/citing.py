"""How to cite a page: in words, for BibTeX, and as CSL JSON, which reference managers read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sphinx_kb import words

if TYPE_CHECKING:
    from sphinx_kb.web.identity import Identity

_TEX = str.maketrans({
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
SHORT = 12
"""Characters of the name of a commit, as many as tell it from all others."""


def plain(page: Identity) -> str:
    """``The contributors, “The treaty”, Small Site, as of 1 May 2019, https://… (commit 0123456789ab).``"""
    parts = [page.author, f"“{page.title}”", page.whole, f"as of {words.when(page.day)}", page.address]
    told = ", ".join(filter(None, parts))
    return f"{told} (commit {page.commit[:SHORT]})." if page.commit else f"{told}."


def bibtex(page: Identity) -> str:
    """An entry that old and new programs read: ``year`` for the ones, ``date`` for the others."""
    iso = _iso(page)
    fields = {
        "author": f"{{{page.author.translate(_TEX)}}}",
        "title": f"{{{page.title.translate(_TEX)}}}",
        "howpublished": page.whole.translate(_TEX),
        "year": iso[:4],
        "date": iso,
        "url": page.address,
        "note": f"Commit {page.commit}" if page.commit else "",
    }
    lines = [f"  {name:<12} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{key(page)},\n" + ",\n".join(lines) + "\n}"


def csl(page: Identity) -> str:
    """A list of one item."""
    told = {
        "id": key(page),
        "type": "webpage",
        "title": page.title,
        "container-title": page.whole,
        "author": [{"literal": page.author}],
        "issued": {"date-parts": [[int(part) for part in _iso(page).split("-")]]},
        "version": page.commit,
        "URL": page.address,
    }
    return json.dumps([{name: value for name, value in told.items() if value}], ensure_ascii=False)


def key(page: Identity) -> str:
    """A key that no other page and hardly another work has: ``small-site-treaty-articles-2019``."""
    return "-".join(re.findall(r"[a-z0-9]+", f"{page.site} {page.name} {page.day.earliest.year}".lower()))


def _iso(page: Identity) -> str:
    """As much of the day as is known."""
    year, *rest = page.day.parts
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest if part)])

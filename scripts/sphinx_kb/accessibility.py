"""Repairs four faults in the markup of Sphinx and the theme that keep screen readers from making sense of it."""

from __future__ import annotations

import re
from typing import Any

PARTS = ("body", "furo_navigation_tree", "toc")
_HEADING = re.compile(r'role="heading"(?![^>]*aria-level)')
_TABLE = re.compile(r'(<div class="[^"]*table-wrapper[^"]*") id="([^"]+)"(>\s*<table[^>]* id="\2")')
_NO_HEAD = re.compile(r"<thead>\s*<tr[^>]*>\s*(?:<th[^>]*><p></p></th>\s*)+</tr>\s*</thead>")
_CORNER = re.compile(r"<th([^>]*)><p></p></th>")


def repair(html: str) -> str:
    """Headings get a level, bibliography entries a role that lists allow, tables keep their id to themselves.

    A cell without words heads nothing: a head of such cells is left out, and one of them in a corner is a plain cell.
    """
    html = _HEADING.sub('role="heading" aria-level="2"', html)
    html = html.replace(' role="doc-biblioentry"', ' role="listitem"')
    html = _CORNER.sub(r"<td\1></td>", _NO_HEAD.sub("", html))
    return _TABLE.sub(r"\1\3", html)


def repair_page(app: object, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Repair every part of a page that the theme writes."""
    for part in PARTS:
        if isinstance(context.get(part), str):
            context[part] = repair(context[part])

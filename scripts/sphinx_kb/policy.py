"""What a browser may run and load on a page of the site: what the site itself brings along, and nothing else."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import SphinxError
from sphinx.jinja2glue import BuiltinTemplateLoader

if TYPE_CHECKING:
    from sphinx.application import Sphinx

VARIABLES = "partials/_head_css_variables.html"
"""The theme's style element; it is filled in from the configuration."""
PARTS = ("base.html", "partials/icons.html")
"""Where else the theme writes scripts and styles into the page itself, and always the same."""
UNASKED = '<meta http-equiv="x-dns-prefetch-control" content="off">'
"""No browser looks up the hosts that a page links to before a reader follows the link."""
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
_STYLE = re.compile(r"<style>(.*?)</style>", re.S)
_ATTRIBUTE = re.compile(r'\bstyle="([^"]*)"')


def add(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Put the policy before everything that it is to hold for. What a page says has no part in it."""
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.embedded:  # a book, which no browser shows
        return
    if not isinstance(builder.templates, BuiltinTemplateLoader):
        raise SphinxError("the pages are not written by Jinja, so nobody can say what they may run")
    environment = builder.templates.environment
    parts = [builder.templates.get_source(environment, name)[0] for name in PARTS]
    style = environment.get_template(VARIABLES).render(context)
    written = f'<meta http-equiv="Content-Security-Policy" content="{policy("".join(parts), style)}">'
    context["metatags"] = f"{written}\n{UNASKED}\n{context.get('metatags', '')}"


def policy(parts: str, style: str) -> str:
    """The policy under which what the theme writes into a page works: each piece by its own hash.

    A site that is read from a folder has no origin that all browsers would call its own, so files are named too; for
    a page that came over the network they mean nothing. Pictures in the style sheets of the theme are ``data:``.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' file:{_hashes(_SCRIPT.findall(parts))}",
            f"style-src-elem 'self' file:{_hashes(_STYLE.findall(style))}",
            f"style-src-attr 'unsafe-hashes'{_hashes(_ATTRIBUTE.findall(parts))}",
            "img-src 'self' file: data:",
            "connect-src 'self'",
            "form-action 'self' file:",
            "base-uri 'none'",
            "object-src 'none'",
        )
    )


def _hashes(texts: Iterable[str]) -> str:
    sums = (b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in dict.fromkeys(texts))
    return "".join(f" 'sha256-{each}'" for each in sums)

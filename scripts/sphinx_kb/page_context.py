"""What the templates know of a page: whether it is content, and up to which day its facts were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_kb import words
from sphinx_kb.knowledge import corpus_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PLAIN = ("rules/", "contributing/")
ERRORS = "about/errors"


def add(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Add the day of the ledger, or of the page itself, and where to report an error."""
    corpus = corpus_of(app.env)
    meta = context.get("meta") or {}
    told = doctree is not None and not pagename.startswith(PLAIN)
    context["kb_asof"] = _asof(meta.get("asof"), words.day(corpus.today)) if told else None
    context["kb_fact"] = pagename.startswith("facts/") and pagename != "facts/index"
    context["kb_errors"] = ERRORS if ERRORS in app.env.all_docs else None


def _asof(stated: str | None, checked: str) -> str:
    from kb.core.dates import BadDate, parse

    try:
        return words.when(parse(stated)) if stated else checked
    except BadDate:
        return checked

"""What the templates know of a page: whether it is content, up to which day it was checked, and how much was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kb.load.bibliography import PATH
from kb.run.standing import share_read
from sphinx_kb import newest, words
from sphinx_kb.knowledge import DOCS, corpus_of, knowledge_of, path_of
from sphinx_kb.sources.shelves import FOLDER

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from kb.run.fixtures import Run

PLAIN = ("rules/", "contributing/", FOLDER)
ERRORS = "about/errors"


def add(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Add the day of the ledger, or of the page itself, the newest that it tells, and where to mend it."""
    corpus = corpus_of(app.env)
    meta = context.get("meta") or {}
    told = doctree is not None and not pagename.startswith(PLAIN)
    context["kb_asof"] = _asof(meta.get("asof"), words.day(corpus.today)) if told else None
    context["kb_newest"] = meta.get(newest.FIELD) if told else None
    context["kb_read"] = _read(knowledge_of(app.env).run, path_of(pagename)) if told else ""
    context["kb_fact"] = pagename.startswith("facts/") and pagename != "facts/index"
    if pagename.startswith(FOLDER) and "theme_source_edit_link" in context:
        context["theme_source_edit_link"] = context["theme_source_edit_link"].replace(f"{DOCS}/{{filename}}", PATH)
    context["kb_errors"] = ERRORS if ERRORS in app.env.all_docs else None


def _asof(stated: str | None, checked: str) -> str:
    from kb.core.dates import BadDate, parse

    try:
        return words.when(parse(stated)) if stated else checked
    except BadDate:
        return checked


def _read(run: Run, path: str) -> str:
    """How much of a page a second person has read; nothing of one that cites nothing, or is not held to the ledger."""
    page = next((page for page in run.corpus.pages if page.path == path and page.vouched), None)
    if page is None or not any(sentence.citations for block in page.blocks for sentence in block.sentences):
        return ""
    found = share_read(run, [page]) if path in run.corpus.readings.pages else None
    if found is None or not found.read or not found.day:
        return "Not yet read by a second person."
    told = words.plural(found.told, "sentence")
    return f"{found.read} of {told} that tell something read by a second person, {words.day(found.day)}."

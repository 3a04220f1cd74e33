"""Where an error is reported: the form of the repository, filled in with the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from sphinx_kb import words

if TYPE_CHECKING:
    from sphinx_kb.web.identity import Identity

FORM = "error.yml"
"""The form in ``.github/ISSUE_TEMPLATE``; ``page`` and ``sentence`` are fields of it."""


def new_issue(repository: str, page: Identity) -> str:
    """The address of a new issue; ``foot.js`` adds the sentence that a reader has selected."""
    told = {
        "template": FORM,
        "title": f"Error on “{page.title}”",
        "page": f"{page.title}, {page.address or page.path}, as of {words.when(page.day)}",
    }
    return f"{repository}/issues/new?{urlencode(told)}"

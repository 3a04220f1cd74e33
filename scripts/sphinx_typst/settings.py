"""The settings of ``conf.py`` that begin with ``typst_``, and what holds where nothing is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

WORDS = {
    "asof": "As of",
    "by": "By",
    "cited": "Cited:",
    "contents": "Contents",
    "page": "Page",
    "of": "of",
    "references": "References",
    "web": "On the web",
}
"""What the templates say of their own accord; ``typst_words`` replaces any of them."""

MARKS = {"kb-disputed": ("†", "Sources disagree; the website shows the versions and says which is followed.")}
"""Links of these classes carry a sign, explained once at the end."""

DEFAULTS: dict[str, tuple[object, type]] = {
    # (docname, name of the PDF, options): template, title, author, description, exclude, pages
    "typst_documents": ([], list),
    "typst_paper": ("a4", str),
    "typst_accent": ("#1d4f73", str),
    "typst_standards": (["a-2a", "ua-1"], list),
    # folders with more fonts, relative to conf.py; those of the machine are never used
    "typst_font_paths": ([], list),
    # the day that is printed, as 2026-11-22; where it is not set, that of SOURCE_DATE_EPOCH or of the build
    "typst_today": ("", str),
    "typst_words": ({}, dict),
    "typst_marks": (MARKS, dict),
    # links of these classes are plain words on paper
    "typst_plain_links": (["kb-agreed"], list),
}


def register(app: Sphinx) -> None:
    """Declare every setting; a change of one writes the PDFs anew and reads no page again."""
    for name, (default, kind) in DEFAULTS.items():
        app.add_config_value(name, default, "", kind)

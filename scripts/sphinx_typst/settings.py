"""The settings of ``conf.py`` that begin with ``typst_``, and what holds where nothing is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import ConfigError
from sphinx.locale import admonitionlabels

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

WORDS = {
    "appendices": "Appendices",
    "asof": "As of",
    "attached": "Attached to this PDF",
    "cite": "How to cite:",
    "cited": "Cited:",
    "commit": "commit",
    "contact": "Corrections and questions:",
    "contents": "Contents",
    "disputed": "disputed by sources of like rank, or left open",
    "index": "Index",
    "indexed": "Bold numbers: the chapter on the subject. Of what many pages name, those are told that name it most.",
    "inferred": "inferred, and not said in these words",
    "keyfacts": "Key facts",
    "keyfacts-asof": "as of",
    "months": "",
    "newest": "newest event told:",
    "of": "of",
    "p": "p.",
    "page": "Page",
    "part": "Part",
    "references": "References",
    "see": "see",
    "single": "from one source, or from several that repeat one",
    "version": "version",
    "web": "On the web",
}
"""Every word that print adds of its own accord; ``typst_words`` replaces any of them.

The titles of boxes (``note``, ``seealso`` …) belong to them, and so do the names of the ``months``, twelve with commas
between them: where these are not set, Sphinx and Babel know them in the language of the project. What stands before the
number of a figure or table is ``numfig_format``, a setting of Sphinx; where a link leads is read aloud by Typst, in the
language of the document.
"""

MARKS = {
    "kb-disputed": ("†", "disputed"),
    "kb-inferred": ("*", "inferred"),
    "kb-single": ("○", "single"),
}
"""Links of these classes carry a sign, explained at the foot of the page: by a word of ours, or by the words here."""

PAPERS = ("a4", "us-letter")
"""The sizes of paper that the templates are laid out for."""

DEFAULTS: dict[str, tuple[object, type]] = {
    # (docname, name of the PDF, options): template, title, author, description, pages; of a book also exclude (pages
    # that it leaves out), toctree_only (without the text of the first page, whose first picture is on the cover),
    # front and appendices (pages, or patterns of such, before and behind the parts,
    # which the toctrees of the first page are)
    "typst_documents": ([], list),
    # names of PDFs, or of the pages they begin with: these alone are written; all where none is named
    "typst_only": ([], list),
    "typst_paper": ("a4", str),
    "typst_accent": ("#1d4f73", str),
    "typst_standards": (["a-2a", "ua-1"], list),
    # folders with more fonts, relative to conf.py; those of the machine are never used
    "typst_font_paths": ([], list),
    # the day that is printed, as 2026-11-22; where it is not set, that of SOURCE_DATE_EPOCH or of the build
    "typst_today": ("", str),
    # from which state of the sources it is made, as their history names it, and where to tell of a fault
    "typst_commit": ("", str),
    "typst_contact": ("", str),
    # what print says in other words, by the names above
    "typst_words": ({}, dict),
    "typst_marks": (MARKS, dict),
    # paragraphs of these classes are titles of what follows them, and stay with it
    "typst_titles": (["kb-chart-title"], list),
    # links of these classes are plain words on paper
    "typst_plain_links": (["kb-agreed"], list),
}


def words(config: Config) -> dict[str, str]:
    """Every word that print adds, in the language of the project as far as it is known, or as the project has it."""
    replaced: dict[str, str] = config.typst_words
    return WORDS | {kind: str(title) for kind, title in admonitionlabels.items()} | replaced


def months(config: Config) -> list[str]:
    """The names of the months as the project has them; none where it leaves them to its language."""
    named = [name.strip() for name in words(config)["months"].split(",") if name.strip()]
    if len(named) not in (0, 12):
        raise ConfigError(f"typst_words has {len(named)} months, against twelve with commas between them")
    return named


def check_paper(config: Config) -> None:
    """The templates are laid out for these; of another size Typst would say that it is none, and not who named it."""
    if config.typst_paper not in PAPERS:
        raise ConfigError(f"typst_paper is {str(config.typst_paper)[:40]!r}, against {', '.join(PAPERS)}")


def check_words(config: Config) -> None:
    """A word that print does not know would never be seen."""
    known = WORDS | admonitionlabels
    for name in config.typst_words:
        if name not in known:
            raise ConfigError(f"typst_words has {name!r}, against {', '.join(sorted(known))}")


def register(app: Sphinx) -> None:
    """Declare every setting; a change of one writes the PDFs anew and reads no page again."""
    for name, (default, kind) in DEFAULTS.items():
        app.add_config_value(name, default, "", kind)

"""Sources: how they are cited and listed."""

from __future__ import annotations

import pybtex.plugin
import sphinxcontrib.bibtex.plugin

from sphinx_kb.sources.citing import AuthorYear
from sphinx_kb.sources.listing import VouchedStyle

STYLE = "vouched"
"""The name of both styles, for ``bibtex_default_style`` and ``bibtex_reference_style``."""


def register() -> None:
    """Make the styles known, and remember the plugins that would be looked up again for every citation."""
    pybtex.plugin.register_plugin("pybtex.style.formatting", STYLE, VouchedStyle, force=True)
    sphinxcontrib.bibtex.plugin.register_plugin("sphinxcontrib.bibtex.style.referencing", STYLE, AuthorYear, force=True)
    for group, name in (("pybtex.backends", "plaintext"), ("pybtex.backends", "docutils")):
        pybtex.plugin.register_plugin(group, name, pybtex.plugin.find_plugin(group, name), force=True)

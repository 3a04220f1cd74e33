"""Builds a batch of inputs by the real configuration, as HTML and as Typst, without what makes whole pages of it."""

from __future__ import annotations

import functools
import importlib.metadata
import io
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import sphinx.util.docutils
import yaml
from docutils import frontend
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import docutils_namespace, patch_docutils

from kb_fuzz import harm
from kb_fuzz.ground import ROOT
from kb_fuzz.sown import Fault, Sown

OVERRIDES = {"html_theme": "basic"}
"""The theme is no part of what is tried here."""
_TOLD = re.compile(r"docs/(?:topic|facts)/(\w+)\.(?:md|yaml)")
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


class BodyBuilder(StandaloneHTMLBuilder):
    """Writes the bodies of pages as HTML, and keeps them."""

    name = "bodies"

    def init(self) -> None:
        """Begin with none."""
        super().init()
        self.bodies: dict[str, str] = {}

    def handle_page(self, pagename: str, addctx: dict[str, Any], *others: Any, **named: Any) -> None:
        """Keep the body; no template is filled."""
        del others, named
        self.bodies[pagename] = addctx["body"]

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        """What stands around a body is not worked out."""
        del docname, metatags
        return {"body": body}

    def write_doc_serialized(self, docname: str, doctree: Any) -> None:
        """The index of words is not made."""

    def copy_assets(self) -> None:
        """Nothing is copied."""

    def finish(self) -> None:
        """Nothing more is made."""


def build(folder: Path, files: Mapping[str, bytes], inputs: Iterable[Sown], pressed: bool) -> Iterator[Fault]:
    """Build these files, up to the PDF if it is to be pressed; what was warned of, and what is bad in what was made."""
    lay(folder, files)
    told = io.StringIO()
    names = {each.name for each in inputs}
    with quick(), patch_docutils(), docutils_namespace():
        docs = str(folder / "docs")
        app = Sphinx(
            docs, docs, str(folder / "out"), str(folder / "trees"), "dummy", OVERRIDES, None, told, freshenv=True
        )
        app.registry.add_builder(BodyBuilder, override=True)
        bodies = _with(app, "bodies")
        app.build()
        _with(app, "typstpdf" if pressed else "typst").build_all()
    yield from _warned(told.getvalue(), names)
    for docname, body in bodies.bodies.items():
        for fault in harm.page(body):
            yield Fault(f"HTML: {re.sub(r'[:=].*', '', fault)}", fault, docname.rpartition("/")[2])


def _with(app: Sphinx, name: str) -> Any:
    """Go on with another builder."""
    app.builder = app.create_builder(name)
    app._init_builder()
    return app.builder


def _warned(text: str, names: set[str]) -> Iterator[Fault]:
    for line in _ESCAPES.sub("", text).splitlines():
        found = _TOLD.search(line)
        if found and found[1] in names and ("WARNING" in line or "ERROR" in line):
            what = line.partition("WARNING: ")[2] or line
            yield Fault(f"warned: {re.sub(r'[^a-z ]', '', re.sub(QUOTED, '', what))[:60]}", what, found[1])


QUOTED = r"'[^']*'|\"[^\"]*\"|`[^`]*`|\d+"


def lay(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, and the real configuration with them."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    for name in ("_static", "_templates"):
        shutil.copytree(ROOT / "docs" / name, folder / "docs" / name)
    shutil.copyfile(ROOT / "docs" / "conf.py", folder / "docs" / "conf.py")


@contextmanager
def quick() -> Iterator[None]:
    """Remember what Sphinx and its libraries ask anew for each page, and what takes half of the time of a small one."""
    with ExitStack() as held:
        for module in (frontend, sphinx.util.docutils):
            held.enter_context(patch.object(module, "OptionParser", _settings))
        held.enter_context(patch.object(importlib.metadata, "entry_points", entry_points))
        held.enter_context(patch.object(yaml, "SafeLoader", yaml.CSafeLoader))
        yield


_parsers: dict[str, Any] = {}
_Parser = frontend.OptionParser
entry_points = functools.cache(importlib.metadata.entry_points)
"""What is installed, which pybtex asks for with every style that is made known."""


def _settings(components: Iterable[Any] = (), defaults: Mapping[str, Any] | None = None, **more: Any) -> Any:
    """The parser of docutils' settings; for the same components and defaults the same one."""
    kinds = [each if isinstance(each, type) else type(each) for each in components]
    key = repr((kinds, sorted((defaults or {}).items()), more))
    if key not in _parsers:
        _parsers[key] = _Parser(components=components, defaults=defaults, **more)
    return _parsers[key]

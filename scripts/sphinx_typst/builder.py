"""The builders: from the doctrees of a project to Typst sources, and from there to PDF."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.builders import Builder
from sphinx.util import logging

from sphinx_typst.assemble import Document, assemble
from sphinx_typst.metadata import metadata
from sphinx_typst.press import press
from sphinx_typst.translator import TypstTranslator

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

logger = logging.getLogger(__name__)
TEMPLATES = Path(__file__).parent / "typst"


class TypstBuilder(Builder):
    """Writes one ``.typ`` and one ``.json`` for each document, with the templates and images they need."""

    name = "typst"
    format = "typst"
    epilog = "The Typst sources are in %(outdir)s."
    supported_image_types: ClassVar[list[str]] = ["image/svg+xml", "image/png", "image/jpeg"]
    default_translator_class = TypstTranslator
    allow_parallel = False
    supported_remote_images = False

    included: Set[str] = frozenset()
    """The pages that stand in the document being written."""

    def get_outdated_docs(self) -> str:
        """Documents are few and quick: all of them, always."""
        return "all documents"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """An address that the translator turns into a label, or into the page on the site."""
        return "%" + docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from everywhere."""
        return self.get_target_uri(to, typ)

    def web_url(self, docname: str, anchor: str = "") -> str:
        """Where the page stands on the site; nothing if the site has no address."""
        base = self.config.html_baseurl
        return f"{base.rstrip('/')}/{docname}.html{anchor}" if base else ""

    @property
    def documents(self) -> list[Document]:
        """What is to be written, as configured."""
        return [Document(docname, target, dict(options)) for docname, target, options in self.config.typst_documents]

    def write_documents(self, docnames: Iterable[str]) -> None:
        """Write every configured document, whatever pages have changed."""
        for template in TEMPLATES.iterdir():
            shutil.copyfile(template, self._folder("_templates") / template.name)
        for document in self.documents:
            self.write_document(document)

    def write_document(self, document: Document) -> None:
        """Assemble, translate and write one document."""
        tree = assemble(self, document)
        self.included = document.included
        self.images = {}
        self.post_process_images(tree)
        translator = self.create_translator(tree, self)
        translator.template = document.template
        tree.walkabout(translator)
        out = Path(self.outdir)
        for source, name in self.images.items():
            shutil.copyfile(Path(self.srcdir) / source, self._folder("_images") / name)
        told = metadata(self, document)
        (out / f"{document.target}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
        source = (
            f'#import "/_templates/{document.template}.typ": *\n'
            f'#show: {document.template}.with(meta: json("/{document.target}.json"))\n{translator.body()}\n'
        )
        (out / f"{document.target}.typ").write_text(source, "utf-8")

    def _folder(self, name: str) -> Path:
        folder = Path(self.outdir) / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def finish(self) -> None:
        """The sources are all there is."""


class TypstPdfBuilder(TypstBuilder):
    """Compiles what the other builder writes."""

    name = "typstpdf"
    epilog = "The PDF files are in %(outdir)s."

    def finish(self) -> None:
        """Compile every document; one that fails leaves what stood before."""
        seconds = os.environ.get("SOURCE_DATE_EPOCH")
        settings: dict[str, Any] = {
            "fonts": [str(Path(self.confdir) / path) for path in self.config.typst_font_paths],
            "standards": self.config.typst_standards,
            "timestamp": int(seconds) if seconds else None,
        }
        for document in self.documents:
            size = press(Path(self.outdir), document.target, **settings)
            logger.info("wrote %s.pdf (%d kB)", document.target, size // 1000)

"""The builders: from the doctrees of a project to Typst sources, and from there to PDF."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Set
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ClassVar

from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.util import logging

from sphinx_typst.assemble import Document, assemble
from sphinx_typst.days import moment
from sphinx_typst.metadata import metadata
from sphinx_typst.press import NotPressed, Press, Pressed
from sphinx_typst.translator import TypstTranslator

logger = logging.getLogger(__name__)
TEMPLATES = Path(__file__).parent / "typst"


class DocumentFault(SphinxError):
    """A document that cannot be made, and why."""

    category = "PDF error"


class TypstBuilder(Builder):
    """Writes one ``.typ`` and one ``.json`` for each document, with the templates and images they need."""

    name = "typst"
    format = "typst"
    epilog = "The Typst sources are in %(outdir)s."
    supported_image_types: ClassVar[list[str]] = ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"]
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
        suffix = self.config.html_link_suffix or self.config.html_file_suffix or ".html"
        return f"{base.rstrip('/')}/{docname}{suffix}{anchor}" if base else ""

    @property
    def documents(self) -> list[Document]:
        """What is to be written, as configured."""
        return [Document(docname, target, dict(options)) for docname, target, options in self.config.typst_documents]

    def write_documents(self, docnames: Iterable[str]) -> None:
        """Write every configured document, whatever pages have changed."""
        for template in TEMPLATES.glob("*.typ"):
            shutil.copyfile(template, self._folder("_templates") / template.name)
        for document in self.documents:
            if document.docname not in self.env.found_docs:
                raise DocumentFault(f"typst_documents names the page {document.docname!r}, which does not exist")
            self.write_document(document)

    def write_document(self, document: Document) -> None:
        """Assemble, translate and write one document."""
        tree = assemble(self, document)
        self.included = document.included
        self.images = {}
        self.post_process_images(tree)
        translator: Any = self.create_translator(tree, self)
        translator.template = document.template
        tree.walkabout(translator)
        for source, name in self.images.items():
            shutil.copyfile(Path(self.srcdir) / source, self._folder("_images") / name)
        out = Path(self.outdir)
        told = json.dumps(metadata(self, document), ensure_ascii=False, indent=1)
        (out / f"{document.target}.json").write_text(told, "utf-8")
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
        """Compile all documents side by side; every one that fails is told, and leaves what stood before."""
        config = self.config
        press = Press(
            Path(self.outdir),
            [str(Path(self.confdir) / path) for path in config.typst_font_paths],
            config.typst_standards,
            moment(config.typst_today),
        )
        with ThreadPoolExecutor() as threads:
            running = [(document, threads.submit(press.compile, document.target)) for document in self.documents]
        failures = []
        for document, compiled in running:
            try:
                self._tell(document, compiled.result())
            except NotPressed as reason:
                failures.append(f"{document.target}.pdf was not made from {document.docname}: {reason}")
        if failures:
            raise DocumentFault("\n".join(failures))

    def _tell(self, document: Document, made: Pressed) -> None:
        """Say what was made, and warn of what a reader would stumble over."""
        for remark in made.remarks:
            logger.warning("%s.pdf: %s", document.target, remark, type="typst", subtype="compile")
        allowed = document.options.get("pages")
        if allowed and made.pages > allowed:
            logger.warning(
                "%s.pdf has %d pages; at most %d are allowed", document.target, made.pages, allowed,
                location=document.docname, type="typst", subtype="pages",
            )  # fmt: skip
        logger.info("wrote %s.pdf (%d pages, %d kB)", document.target, made.pages, made.size // 1000)

"""The builder of PDFs, from the Typst sources that the other builder writes."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sphinx.util import logging

from sphinx_typst.assemble import Document
from sphinx_typst.builder import TypstBuilder
from sphinx_typst.compiler import Compiled, NotCompiled
from sphinx_typst.proofreading import proofread

logger = logging.getLogger(__name__)


class TypstPdfBuilder(TypstBuilder):
    """Compiles what the other builder writes."""

    name = "typstpdf"
    epilog = "The PDF files are in %(outdir)s."

    def finish(self) -> None:
        """Compile all documents side by side; every one that fails is told, and leaves what stood before."""
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            running = [
                (each.document, threads.submit(self.compiler.compile, target, each.origins, each.told, each.standards))
                for target, each in self.sources.items()
            ]
        for document, compiled in running:
            try:
                self._tell(document, compiled.result())
            except NotCompiled as reason:
                for place, why in reason.faults:
                    self.fail(document, place or document.docname, why)

    def _tell(self, document: Document, made: Compiled) -> None:
        """Say what was made, and warn of what a reader would stumble over."""
        for remark in made.remarks:
            logger.warning("%s.pdf: %s", document.target, remark, type="typst", subtype="compile")
        allowed = document.most(self)
        if allowed and made.pages > allowed:
            logger.warning(
                "%s.pdf has %d pages; at most %d are allowed: shorten the page, or raise the number, which stands as "
                "'pages' in its front matter or in typst_documents", document.target, made.pages, allowed,
                location=document.docname, type="typst", subtype="pages",
            )  # fmt: skip
        self._proofread(document, made)
        logger.info("wrote %s.pdf (%d pages, %d kB)", document.target, made.pages, made.size // 1000)

    def _proofread(self, document: Document, made: Compiled) -> None:
        """Look at what was made as a reader would, and tell what is lost or spoilt."""
        path = Path(self.outdir) / f"{document.target}.pdf"
        for fault in proofread(path, made.room, self.keeping, self.meant[document.target]):
            where = f"{document.target}.pdf, page {fault.sheet}" if fault.sheet else f"{document.target}.pdf"
            logger.warning(
                "%s: %s", where, fault.told, location=fault.place or document.docname, type="typst", subtype=fault.kind
            )

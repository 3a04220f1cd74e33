"""The builder of Typst sources, from the doctrees of a project."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.errors import SphinxError
from sphinx.util import logging

from sphinx_typst import addresses, glyphs, pictures
from sphinx_typst.assemble import Document, assemble
from sphinx_typst.attachments import attachments, named, standards
from sphinx_typst.chosen import chosen
from sphinx_typst.compiler import Compiler, put
from sphinx_typst.days import moment
from sphinx_typst.keeping import Keeping
from sphinx_typst.meant import Meant, meant_of
from sphinx_typst.metadata import metadata
from sphinx_typst.origins import Origins
from sphinx_typst.printing import Printing
from sphinx_typst.settings import check_paper, check_words, months
from sphinx_typst.translator import TypstTranslator
from sphinx_typst.translator.base import string
from sphinx_typst.unprintable import Unprintable

if TYPE_CHECKING:
    from typst import PDFStandard

logger = logging.getLogger(__name__)
TEMPLATES = Path(__file__).parent / "typst"


@dataclass(frozen=True)
class Source:
    """A document that is written: where its places come from, what it says of itself, and the standards it keeps."""

    document: Document
    origins: Origins
    told: Mapping[str, object]
    standards: Sequence[PDFStandard]


class TypstBuilder(Printing):
    """Writes one ``.typ`` and one ``.json`` for each document, with the templates and images they need."""

    name = "typst"
    format = "typst"
    epilog = "The Typst sources are in %(outdir)s."
    supported_image_types: ClassVar[list[str]] = ["image/svg+xml", "image/png", "image/jpeg"]
    default_translator_class = TypstTranslator
    allow_parallel = False
    # Sphinx fetches and unpacks what a builder does not support by itself; pictures from elsewhere are words here
    supported_remote_images = True
    supported_data_uri_images = True

    def init(self) -> None:
        """Settle what all documents share."""
        check_words(self.config)
        check_paper(self.config)
        _ = self.documents  # a name that none has is told before anything is read, too
        moment(self.config.typst_today)  # one that is none is told before anything is read
        self.fonts = glyphs.load([str(Path(self.confdir) / path) for path in self.config.typst_font_paths])
        self.unprintable = Unprintable(self.fonts)
        self.keeping = Keeping(self.config.language or "en", months(self.config))
        self.meant: dict[str, list[Meant]] = {}
        self.sources: dict[str, Source] = {}

    @cached_property
    def compiler(self) -> Compiler:
        """How all documents are compiled."""
        return Compiler(Path(self.outdir), self.fonts, self.moment)

    def get_outdated_docs(self) -> str:
        """Documents are few and quick: all of them, always."""
        return "all documents"

    @property
    def documents(self) -> list[Document]:
        """What is to be written, as configured."""
        every = [Document(docname, target, dict(options)) for docname, target, options in self.config.typst_documents]
        return chosen(every, self.config.typst_only)

    def write_documents(self, docnames: Iterable[str]) -> None:
        """Write every configured document, whatever pages have changed; what cannot be written is told at the end."""
        for template in TEMPLATES.glob("*.typ"):
            self.put(f"_templates/{template.name}", template.read_bytes())
        for document in self.documents:
            why = document.fault(self)
            if why:
                self.fail(document, document.docname, why)
            else:
                self._attempt(document)

    def _attempt(self, document: Document) -> None:
        """Write one document, or tell at which page and line it cannot be written."""
        self.place = document.docname
        try:
            self.write_document(document)
        except RecursionError:
            self.fail(document, self.place, "lists, boxes or quotations stand too deep in one another")
        except SphinxError:  # an extension refuses the page, and the build with it
            raise
        except Exception as error:  # one page on which we break down does not hide what the others hold
            logger.debug("%s", traceback.format_exc())
            self.fail(document, self.place, f"the builder broke down: {type(error).__name__}: {error}")

    def fail(self, document: Document, place: str, why: str) -> None:
        """Tell that a document is not made, and why; the build goes on, and fails in the end."""
        if place not in self.env.found_docs and ":" not in place:
            place = ""
        logger.error(
            "%s.pdf is not made: %s", document.target, why, location=place or None, type="typst", subtype="document"
        )
        self._app.statuscode = 1

    def write_document(self, document: Document) -> None:
        """Assemble, translate and write one document."""
        tree = assemble(self, document)
        self.included = document.included
        addresses.mend(tree)
        self.unprintable.mend(tree)
        self.keeping.mend(tree)
        self._place_pictures(tree)
        translator = self._typst_translator(tree)
        translator.template = document.template
        tree.walkabout(translator)
        attached = attachments(self, document)
        for each in attached:
            self.put(each.place(document.target), each.data)
        told = metadata(self, document)
        self.events.emit("typst-metadata", document.docname, told)
        kept = standards(self.config.typst_standards, bool(attached))
        told |= {"attachments": [each.told(document.target) for each in attached], "standards": named(kept)}
        told = {name: self.unprintable.mended(value, document.docname) for name, value in told.items()}
        told = self.keeping.mended(told)
        self.meant[document.target] = list(meant_of(tree, document.title, told, translator.left_out))
        self.put(f"{document.target}.json", json.dumps(told, ensure_ascii=False, indent=1).encode())
        arguments = f"meta: json({string(f'/{document.target}.json')}), {translator.arguments()}"
        self.put(
            f"{document.target}.typ",
            (
                f'#import "/_templates/{document.template}.typ": *\n'
                f"#show: {document.template}.with({arguments})\n#told-room\n{translator.body()}\n"
            ).encode(),
        )
        self.sources[document.target] = Source(document, translator.origins, told, kept)

    def _typst_translator(self, tree: nodes.document) -> TypstTranslator:
        """Ours, with what extensions have taught it by ``app.add_node``."""
        made = self.create_translator(tree, self)
        if not isinstance(made, TypstTranslator):
            raise SphinxError(f"{type(made).__name__} writes no Typst; a translator is built upon TypstTranslator")
        return made

    def _place_pictures(self, tree: nodes.document) -> None:
        """Copy the pictures of a tree under names of our own; what is no fit picture is told and left out."""
        self.images = {}
        for node in tree.findall(nodes.image):
            node.setdefault("candidates", {"?": node["uri"]})
        self.post_process_images(tree)
        wanted, self.images = set(self.images), {}
        for node in tree.findall(nodes.image):
            if (uri := node["uri"]) in wanted:
                try:
                    self._place_picture(uri)
                except pictures.Unfit as reason:
                    node["unfit"] = str(reason)

    def _place_picture(self, uri: str) -> None:
        if uri not in self.images:
            data = pictures.fit(Path(self.srcdir) / uri, Path(self.srcdir))
            name = sha256(data).hexdigest()[:20] + Path(uri).suffix.lower()
            self.put(f"_images/{name}", data)
            if why := self.compiler.undrawable(f"_images/{name}"):
                raise pictures.Unfit(why)
            self.images[uri] = name

    def put(self, name: str, data: bytes) -> None:
        """Write a file whole or not at all; a link that lies in its place leads nowhere."""
        place = Path(self.outdir) / name
        if place.parent.is_symlink():
            place.parent.unlink()
        place.parent.mkdir(parents=True, exist_ok=True)
        put(place, data)

    def finish(self) -> None:
        """The sources are all there is."""

"""The site as a whole, of which only those pages are made that somebody looks at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.build_phase import BuildPhase
from sphinx.util.parallel import SerialTasks

from kb_live.lines import Lines
from kb_lsp.look import Look
from sphinx_kb import search
from sphinx_kb.knowledge import knowledge_of, take
from sphinx_kb.web.files import FOLDER, write_whole


@dataclass
class Site:
    """An application of Sphinx that stays open. ``made`` says from which look each page was made the last time.

    ``complaints`` take what Sphinx warns of, and ``told`` holds what it warned of while each page was made.
    """

    app: Sphinx
    builder: StandaloneHTMLBuilder
    complaints: StringIO
    made: dict[str, Look] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)

    @classmethod
    def opened(cls, docs: Path, read: Path, site: Path) -> Site:
        """Open it on pages that have been read; raises SphinxError where the content cannot be read."""
        complaints = StringIO()
        app = Sphinx(docs, docs, site, read, "html", status=None, warning=complaints)
        app.add_post_transform(Lines)
        if not isinstance(app.builder, StandaloneHTMLBuilder):
            raise TypeError(f"pages are written by {type(app.builder).__name__}, against a builder of HTML")
        app.builder.read()
        knowledge_of(app.env).on_demand = frozenset()
        app.builder.finish_tasks = SerialTasks()
        made = cls(app, app.builder, complaints)
        made.furnish()
        return made

    @property
    def folder(self) -> Path:
        """Where the pages lie that have been made."""
        return Path(self.app.outdir)

    def furnish(self) -> None:
        """Lay down styles and scripts, and the pages that are made of no document."""
        self.app.events.emit("write-started", self.builder)
        self.builder.prepare_writing(set())
        self.builder.copy_assets()
        self.builder.gen_pages_from_extensions()
        self.builder.gen_additional_pages()

    def page(self, name: str, look: Look) -> bool:
        """Make a page as it is seen in a look; is there such a page? Raises whatever stands against making it."""
        if self.made.get(name) is not look:
            self._take(look, {name})
            self.complaints.seek(0)
            self.complaints.truncate()
            changed = self.builder.read()
            self._write({name, *(each for each in changed if each in self.made)} & self.app.env.found_docs)
            self.told[name] = self.complaints.getvalue()
            self.made[name] = look
        return name in self.app.env.found_docs

    def index(self, look: Look) -> None:
        """Make the index that search looks through."""
        self._take(look, ())
        search.write(self.app, None)

    def whole(self, look: Look) -> None:
        """Make the files of the whole ledger."""
        self._take(look, ())
        write_whole(self.app, None)

    def _take(self, look: Look, asked: Iterable[str]) -> None:
        known, seen = knowledge_of(self.app.env), look.made_of
        known.on_demand = frozenset(asked)
        if known.run is not look.asking:
            take(known, seen.laid, seen.day, look.asking)

    def _write(self, names: set[str]) -> None:
        if not names:
            return
        self.app.events.emit("write-started", self.builder)
        self.builder.prepare_writing(names)
        for name in sorted(names):
            self.builder.phase = BuildPhase.RESOLVING
            tree = self.app.env.get_and_resolve_doctree(name, self.builder, tags=self.app.tags)
            self.builder.phase = BuildPhase.WRITING
            self.builder.write_doc_serialized(name, tree)
            self.builder.write_doc(name, tree)
        self.builder.copy_image_files()


def is_whole(path: str) -> bool:
    """Is this a file of the whole ledger, and not one that is laid beside a page?"""
    return path.startswith(f"{FOLDER}/") and not path.startswith(f"{FOLDER}/pages/")

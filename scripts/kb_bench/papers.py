"""What is measured of print: everything from nothing, one brief while it is written, and the same briefs by XeLaTeX."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb_bench.site.builds import Ran, run
from kb_bench.site.sources import ours

TEX = "xelatex"
PASSES = 2
"""As many as a document needs whose pages are numbered with their total."""
AS_LATEX = """
latex_engine = "xelatex"
latex_documents = [(name, f"{target}.tex", project, author, "howto") for name, target, _ in typst_documents[:-1]]
latex_elements = {"fontpkg": ""}


def plain(app, doctree):
    # a link that leads out of the document is plain words to this builder, which have no class to keep
    from sphinx.addnodes import pending_xref

    for link in doctree.findall(pending_xref):
        link["classes"] = []


def setup(app):
    # what writes LaTeX makes nodes that no page of ours may hold
    known = app.events.listeners
    for event in ("doctree-read", "doctree-resolved"):
        known[event] = [each for each in known[event] if each.handler.__module__ != "sphinx_kb.wall"]
    app.connect("doctree-read", plain, priority=999)
"""
"""What is added to our configuration: each brief as a document of its own, as it is with us; the last is the book."""
WROTE = re.compile(r"^wrote (\S+)\.pdf \((\d+) pages", re.MULTILINE)


@dataclass(frozen=True)
class Papers:
    """Builds of one repository, in a folder that is thrown away afterwards."""

    root: Path
    folder: Path
    settings: Mapping[str, str]

    def cold(self) -> Ran:
        """All PDFs, with nothing read before; what is read stays for those that follow."""
        ours(self.root, self.folder / "ours")
        return self._sphinx("typstpdf", "read")

    def one(self, name: str) -> Ran:
        """One PDF, all pages having been read."""
        return self._sphinx("typstpdf", "read", "-D", f"typst_only={name}")

    def edited(self, page: str, name: str) -> Ran:
        """One PDF after a word was added to its page."""
        path = self.folder / "ours" / "docs" / f"{page}.md"
        path.write_text(path.read_text("utf-8").rstrip("\n") + " Indeed.\n", "utf-8")
        return self.one(name)

    def some(self, names: Sequence[str]) -> Ran:
        """Several PDFs, all pages having been read."""
        return self.one(",".join(names))

    def by_tex(self, names: Sequence[str]) -> float:
        """Seconds of CPU that the same PDFs cost by Sphinx's own builder of LaTeX, and by XeLaTeX."""
        conf = self.folder / "ours" / "docs" / "conf.py"
        conf.write_text(conf.read_text("utf-8") + AS_LATEX, "utf-8")
        self._sphinx("latex", "read-plain")  # what reading costs is not counted
        seconds = self._sphinx("latex", "read-plain").seconds
        place = self.folder / "latex"
        for name in names:
            for _ in range(PASSES):
                command = [TEX, "-interaction=nonstopmode", "-halt-on-error", f"{name}.tex"]
                seconds += run(command, self.folder / "tex.txt", self.settings, place).seconds
        return seconds

    def _sphinx(self, builder: str, read: str, *options: str) -> Ran:
        source = self.folder / "ours"
        places = ["-d", str(self.folder / read), str(source / "docs"), str(self.folder / builder)]
        command = [sys.executable, "-m", "sphinx", "-b", builder, *options, *places]
        return run(command, source / "log.txt", self.settings)


def wrote(told: str) -> dict[str, int]:
    """The PDFs that a build says it wrote, each with the number of its pages."""
    return {name: int(pages) for name, pages in WROTE.findall(told)}


def has_tex() -> bool:
    """Is XeLaTeX installed?"""
    return shutil.which(TEX) is not None

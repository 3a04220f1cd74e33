"""Prints the briefs anew whose pages were read again since; `nox -s live` calls it after every build of the site.

Told: the folder of the pages as they were read, that of the PDFs, and that of the site, whose copies are replaced too.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

BRIEFS = "briefs"
"""The folder of pages that are printed each by itself."""


def stale(read: Path, pdfs: Path) -> list[str]:
    """The briefs that have no PDF, or one that is older than what was read of their pages."""
    return [tree.stem for tree in sorted((read / BRIEFS).glob("*.doctree")) if _is_stale(tree, pdfs)]


def _is_stale(tree: Path, pdfs: Path) -> bool:
    made = _printed(tree.stem, pdfs)
    return made is None or made.stat().st_mtime_ns < tree.stat().st_mtime_ns


def _printed(brief: str, pdfs: Path) -> Path | None:
    """The PDF of a brief, before whose name that of the organisation stands."""
    return next((file for file in sorted(pdfs.glob("*.pdf")) if file.stem.endswith(f"-{brief}")), None)


def refresh(docs: Path, read: Path, pdfs: Path, site: Path) -> int:
    """Print what is stale and lay it beside the site; what a failure says stands in the terminal."""
    names = stale(read, pdfs)
    if not names:
        return 0
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "typstpdf", "-d", str(read)]
    ended = subprocess.run([*command, "-D", f"typst_only={','.join(names)}", str(docs), str(pdfs)], check=False)  # noqa: S603
    for made in filter(None, (_printed(name, pdfs) for name in names)):
        if site.is_dir():
            (site / "pdf").mkdir(exist_ok=True)
            shutil.copyfile(made, site / "pdf" / made.name)
    return ended.returncode


if __name__ == "__main__":
    sys.exit(refresh(*map(Path, sys.argv[1:])))

"""What the PDFs of this repository are called, for whoever asks for one of them by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

BRIEFS = Path("docs/briefs")
BOOK = "knowledge-base"


def briefs(root: Path) -> list[str]:
    """The briefs, each by the name of its page."""
    return sorted(path.stem for path in (root / BRIEFS).glob("*.md"))


def unknown(names: Iterable[str], root: Path) -> Iterator[str]:
    """Of each name that no PDF has, that it is none and which are near to it; before anything is started."""
    known = [*briefs(root), BOOK]
    for name in names:
        bare = name.removesuffix(".pdf").rpartition("/")[2]
        if not any(bare == each or bare.endswith(f"-{each}") for each in known):
            near = get_close_matches(bare, known, n=6, cutoff=0.5)
            yield f"no PDF is called {name!r}; {'near to it are' if near else 'there are'} {', '.join(near or known)}"

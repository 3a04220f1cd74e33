"""Made-up content of a given size, in the shape of the real one."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from kb_bench.cluster import STATEMENTS, Cluster
from kb_bench.telling import pages
from kb_bench.words import Words

SCHEMA = "docs/facts/schema/"


def content(statements: int, seed: int, real: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files with at least so many statements, a tenth as many pages, and the schema of the real content."""
    words = Words(seed)
    clusters = [Cluster(number, words) for number in range(ceil(statements / STATEMENTS))]
    files = {path: data for path, data in real.items() if path.startswith(SCHEMA)}
    for made in clusters:
        files |= {f"docs/facts/{entry.id}.yaml": entry.text.encode() for entry in made.entries}
        files |= {f"docs/made/{made.id(name)}.md": text.encode() for name, text in pages(made).items()}
    files["refs.bib"] = "\n".join(sorted(entry for made in clusters for entry in made.sources)).encode()
    return files

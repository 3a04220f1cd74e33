"""A link to another page leads somewhere."""

from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname, join, normpath, relpath

from kb.finding import Finding, impossible
from kb.model import Corpus
from kb.model.pages import is_manual

ROOT = "docs"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A link to another page leads somewhere."""
    known = {page.path.removesuffix(".md") for page in corpus.pages}
    known |= {entity.mark.path.removesuffix(".yaml") for entity in corpus.entities.values()}
    for page in corpus.pages:
        here = dirname(page.path)
        for link in page.links:
            target = link.id.removesuffix(".md")
            path = normpath(f"{ROOT}{target}" if target.startswith("/") else join(here, target))
            if path not in known and not is_manual(path):
                near = get_close_matches(path, known, 1)
                help = (
                    f"did you mean {relpath(near[0], here)!r}?" if near else "correct the path, or write the page first"
                )
                yield impossible(link.mark, f"there is no page {link.id!r}", help, seen=(link.id,))

"""The address of a source leads to the page itself."""

from collections.abc import Iterator

from kb.core.addresses import front_page_of
from kb.core.finding import Finding, doubtful
from kb.core.model import Source
from kb.extract.phrases import stands_in_any_case

FRONT_PAGE = "front page"
"""So the note of an entry says that the front page itself is what was read."""


def check(source: Source) -> Iterator[Finding]:
    """The address of a source leads to the page itself."""
    url = source.fields.get("url", "")
    host = front_page_of(url)
    if host and not stands_in_any_case(FRONT_PAGE, source.fields.get("note", "")):
        yield doubtful(
            source.marks.get("url", source.mark),
            f"the address of {source.key} is the front page of {host}, against the page that was read",
            "open the source again and copy its own address; if the front page was read, say `front page` in `note`",
            seen=(source.key, url),
        )

"""Every source is primary, secondary or tertiary."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Source


def check(source: Source) -> Iterator[Finding]:
    """Every source is primary, secondary or tertiary."""
    if not source.rank:
        words = source.fields.get("keywords", "")
        yield impossible(
            source.marks.get("keywords", source.mark),
            f"{source.key} has the keywords {words!r}, against primary, secondary or tertiary",
            "write `keywords = {primary}` for the instrument, its depositary or the acting body's own record; "
            "news is secondary",
            seen=(source.key, words),
        )

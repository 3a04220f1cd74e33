"""The language of a source is one that the bibliography knows."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.languages import LANGUAGES
from kb.core.model import Source
from kb.core.nearest import did_you_mean


def check(source: Source) -> Iterator[Finding]:
    """The language of a source is one that the bibliography knows."""
    language = source.fields.get("langid", "")
    if language and language not in LANGUAGES:
        yield impossible(
            source.marks.get("langid", source.mark),
            f"{source.key} is in {language!r}, which is no language of the bibliography",
            did_you_mean(language, LANGUAGES) or f"write one of {', '.join(sorted(LANGUAGES))}",
            seen=(source.key, language),
        )

"""The language of a source is one that the bibliography knows."""

from collections.abc import Iterator
from difflib import get_close_matches

from kb.core.finding import Finding, impossible
from kb.core.languages import LANGUAGES
from kb.core.model import Source


def check(source: Source) -> Iterator[Finding]:
    """The language of a source is one that the bibliography knows."""
    language = source.fields.get("langid", "")
    if language and language not in LANGUAGES:
        near = get_close_matches(language, LANGUAGES, 1)
        yield impossible(
            source.marks.get("langid", source.mark),
            f"{source.key} is in {language!r}, which is no language of the bibliography",
            f"did you mean {near[0]!r}?" if near else f"write one of {', '.join(sorted(LANGUAGES))}",
            seen=(source.key, language),
        )

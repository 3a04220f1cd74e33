"""A quote is in the script of its source's language."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, doubtful
from kb.core.languages import LANGUAGES, script_of
from kb.core.model import Source, Statement


def check(statement: Statement, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """A quote is in the script of its source's language."""
    for evidence in statement.evidence:
        source = sources.get(evidence.by)
        language = source.fields.get("langid", "") if source else ""
        expected, found = LANGUAGES.get(language), script_of(evidence.quote)
        if source and expected and found and found != expected:
            yield doubtful(
                evidence.marks.get("quote", evidence.mark),
                f"the quote is in {found.capitalize()} letters, against a source in {language}: {evidence.by}",
                "quote the words as they stand in the source, untranslated; or correct `langid` of the entry",
                compare=(source.marks.get("langid", source.mark),),
                statement=statement.id,
                seen=(evidence.quote, language),
            )

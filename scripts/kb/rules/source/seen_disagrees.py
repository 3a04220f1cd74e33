"""Evidence seen in full comes from a source of which the whole was seen."""

import re
from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Source, Statement

_PART = re.compile(
    r"(?:copy of an )?(?:excerpts?|abstract|extract|summary|title|table|opening|not seen)\b", re.IGNORECASE
)


def check(statement: Statement, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """Evidence seen in full comes from a source of which the whole was seen."""
    for evidence in statement.evidence:
        source = sources.get(evidence.by)
        note = source.fields.get("note", "") if source else ""
        if source and evidence.seen == "full" and _PART.match(note):
            yield impossible(
                evidence.marks.get("seen", evidence.mark),
                f"{evidence.by} was seen in full here, against its entry: {note!r}",
                "write `seen: excerpt`; if the whole has been read since, say so in `note` of the entry",
                compare=(source.marks.get("note", source.mark),),
                statement=statement.id,
                seen=(evidence.by, note),
            )

"""Nothing stands in for a text that is yet to be written."""

import re
from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Entity

STANDS_IN = re.compile(
    r"(?:n/?a|none|null|nil|unknown|untitled|to be (?:done|written|added|confirmed)|[?.…x_-]+)\.?"
    r"|.*\b(?:todo|tbd|tba|tbc|fixme|xxx|lorem ipsum)\b.*",
    re.IGNORECASE,
)


def check(entity: Entity) -> Iterator[Finding]:
    """Nothing stands in for a text that is yet to be written."""
    for text, mark, about in _texts(entity):
        if STANDS_IN.fullmatch(text):
            yield impossible(
                mark,
                f"{text!r} stands where a text should",
                "write the text, or leave the whole statement out until somebody has read the source",
                statement=about,
                seen=(text,),
            )


def _texts(entity: Entity) -> Iterator[tuple[str, Mark, str | None]]:
    for text in (*(name.text for name in entity.names), *entity.also):
        yield text, entity.marks.get("names", entity.mark), None
    for statement in entity.statements:
        if isinstance(statement.value, str):
            yield statement.value, statement.marks.get("value", statement.mark), statement.id
        if statement.inferred:
            yield statement.inferred, statement.marks.get("inferred", statement.mark), statement.id
        for evidence in statement.evidence:
            yield evidence.quote, evidence.marks.get("quote", evidence.mark), statement.id
    for judgement in entity.judgements:
        yield judgement.because, judgement.marks.get("because", judgement.mark), None

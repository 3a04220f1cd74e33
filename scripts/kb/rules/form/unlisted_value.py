"""A field with a closed list of values has one of them."""

from collections.abc import Iterator
from difflib import get_close_matches

from kb.core.finding import Finding, impossible
from kb.core.model import Corpus, Statement


def check(statement: Statement, corpus: Corpus) -> Iterator[Finding]:
    """A field with a closed list of values has one of them."""
    declared = corpus.properties.get(statement.property)
    if declared is None:
        return
    written = {"as": statement.as_, "number": statement.number}
    for field, allowed in declared.enum.items():
        value = written.get(field)
        if value is not None and value not in allowed:
            near = get_close_matches(value, allowed, 1)
            yield impossible(
                statement.marks.get(field, statement.mark),
                f"{field!r} is {value!r}, against {', '.join(allowed)} for {statement.property!r}",
                f"did you mean {near[0]!r}?" if near else "write one of the list, or add to it in the schema",
                compare=(declared.mark,),
                statement=statement.id,
                seen=(value,),
            )

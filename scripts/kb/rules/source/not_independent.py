"""Sources that rest on one another are not counted as several."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, missing
from kb.core.mark import Mark
from kb.core.model import Evidence, Ledger, Source, Statement
from kb.core.origins import independent

TELLING = 6
"""So many words in common are no chance."""
HELP = "look for a source that knows it otherwise; until then it rests on one"


def check(ledger: Ledger, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """Sources that rest on one another are not counted as several."""
    for statement in ledger.statements.values():
        keys = _resting(statement, sources)
        yield from _dependent(keys, sources, f"{statement.id} rests on", statement.mark, statement.id)
        yield from _in_the_same_words(statement, sources)
    for judgement in ledger.judgements:
        followed = ledger.statements.get(judgement.follow or "")
        others = [ledger.statements[id] for id in judgement.over if id in ledger.statements]
        if followed is None or not others:
            continue
        keys = [key for each in (followed, *others) for key in _resting(each, sources)]
        text = f"the judgement on {judgement.question!r} weighs"
        yield from _dependent(list(dict.fromkeys(keys)), sources, text, judgement.mark, followed.id)


def _in_the_same_words(statement: Statement, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """Sources that nobody said to rest on one another, and that say it alike to the letter."""
    first: dict[str, Evidence] = {}
    for evidence in statement.evidence:
        words = evidence.quote.casefold().split()
        other = first.setdefault(" ".join(words), evidence)
        if other.by == evidence.by or len(words) < TELLING:
            continue
        keys = (other.by, evidence.by)
        if not independent(keys[:1], sources) & independent(keys[1:], sources):
            yield missing(
                evidence.marks.get("quote", evidence.mark),
                f"{evidence.by} and {other.by} say it in the same {len(words)} words",
                "see which copies which, or what both copy; write `x-derives = {KEY}` into the entry of the copy",
                compare=(other.marks.get("quote", other.mark),),
                statement=statement.id,
                seen=keys,
            )


def _resting(statement: Statement, sources: Mapping[str, Source]) -> list[str]:
    return list(dict.fromkeys(e.by for e in statement.evidence if e.by in sources))


def _dependent(keys: list[str], sources: Mapping[str, Source], text: str, mark: Mark, id: str) -> Iterator[Finding]:
    origin = independent(keys, sources) if len(keys) > 1 else ()
    if len(origin) == 1:
        yield missing(
            mark,
            f"{text} {', '.join(keys)}, which are one source: they come from {min(origin)}",
            HELP,
            compare=tuple(sources[key].mark for key in keys),
            statement=id,
            seen=tuple(keys),
        )

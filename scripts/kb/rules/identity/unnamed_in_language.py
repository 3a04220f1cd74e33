"""An entity has a name in each language in which most of its kind have one."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, missing
from kb.core.model import Entity

SHOWN = 5


def check(entities: Mapping[str, Entity]) -> Iterator[Finding]:
    """An entity has a name in each language in which most of its kind have one."""
    by_kind: dict[str, list[Entity]] = {}
    for entity in entities.values():
        by_kind.setdefault(entity.kind, []).append(entity)
    for kind, them in by_kind.items():
        for language in sorted({name.language for entity in them for name in entity.names}):
            unnamed = [e for e in them if all(name.language != language for name in e.names)]
            if unnamed and len(unnamed) * 2 < len(them):
                yield _finding(kind, language, unnamed, len(them))


def _finding(kind: str, language: str, unnamed: list[Entity], those: int) -> Finding:
    ids = [entity.id for entity in unnamed]
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    return missing(
        unnamed[0].marks.get("names", unnamed[0].mark),
        f"{len(ids)} of {those} of kind {kind!r} have no name in {language!r}: {', '.join(ids[:SHOWN])}{more}",
        "add the name as a source in that language writes it; leave it out where none was seen",
        compare=tuple(entity.mark for entity in unnamed[1:SHOWN]),
        seen=(kind, language, *ids),
    )

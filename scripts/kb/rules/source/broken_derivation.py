"""A source rests on others of the bibliography, older than itself and not on itself."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.interval import before
from kb.core.model import Source
from kb.core.nearest import did_you_mean
from kb.core.origins import FIELD, named, rests_on
from kb.core.published import published
from kb.core.truth import Truth


def check(sources: Mapping[str, Source]) -> Iterator[Finding]:
    """A source rests on others of the bibliography, older than itself and not on itself."""
    for source in sources.values():
        mark = source.marks.get(FIELD, source.mark)
        if source.key in rests_on(source.key, sources):
            text = f"{source.key} rests on itself, through {', '.join(named(source))}"
            yield impossible(mark, text, "keep the direction from the copy to what it copies", seen=(source.key,))
        for key in named(source):
            other = sources.get(key)
            if other is None:
                help = did_you_mean(key, sources) or "add the entry it rests on, or leave the field out"
                yield impossible(mark, f"{source.key} rests on {key!r}, which is no source", help, seen=(key,))
                continue
            mine, its = published(source), published(other)
            if mine and its and before(mine, its) is Truth.SURELY:
                yield impossible(
                    mark,
                    f"{source.key} ({mine}) rests on {key} ({its}), which is younger",
                    "compare both dates, or turn the direction round",
                    compare=(other.mark,),
                    seen=(source.key, str(mine), key, str(its)),
                )

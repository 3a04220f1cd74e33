"""Judges one figure: step by step, the first that has an answer gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from kb.annotate import numbered_names
from kb.core.dates import Date
from kb.evidence import matching, spans
from kb.evidence.index import Witness
from kb.extract.mentions import Figure
from kb.extract.phrases import stands_in
from kb.extract.units import currency, singular
from kb.verify import co_mentions, computed, publication, ranking
from kb.verify.context import Hearing
from kb.verify.verdict import Outcome, Verdict

Step = Callable[[Hearing], Verdict | None]
_WORDED = frozenset({"count", "ordinal", "duration", "number", "percentage", "amount"})
_NAMING = (
    "author", "editor", "organization", "institution", "publisher", "howpublished", "title", "subtitle", "titleaddon",
    "booktitle", "maintitle", "eventtitle", "journaltitle", "journal", "series", "number", "volume", "issue",
)  # fmt: skip


def judge(hearing: Hearing) -> Verdict:
    """The verdict on a figure whose sentence has or inherits citations."""
    for step in _STEPS:
        verdict = step(hearing)
        if verdict is not None:
            return verdict
    return Verdict(Outcome.UNSUPPORTED)


def backwards(hearing: Hearing) -> Verdict | None:
    """The first or last of ``from … to …``, where the end does not come after the beginning."""
    dates = [figure for figure in hearing.figures if isinstance(figure.value, Date) and figure.kind == "date"]
    for one, other in pairwise(dates):
        between = hearing.text[one.end : other.start]
        if hearing.figure in (one, other) and between in (" to ", " until ", " through ") and _is_before(other, one):
            return Verdict(Outcome.DISAGREES, (), "order", f"{one.text} to {other.text}")
    return None


def _is_before(one: Figure, other: Figure) -> bool:
    first, second = one.value, other.value
    return isinstance(first, Date) and isinstance(second, Date) and first.latest <= second.latest


def own(hearing: Hearing) -> Verdict | None:
    """Marked as ours."""
    return Verdict(Outcome.OWN) if "own" in spans.covering(hearing.scope, hearing.figure) else None


def agreed(hearing: Hearing) -> Verdict | None:
    """A statement at the cited place carries it, and the person or place beside it."""
    hits = backing(hearing.figure, hearing.witnesses)
    if not hits:
        return None
    rival = co_mentions.rival(hearing, hits)
    if rival:
        said = " · ".join(matching.offers(hearing.figure, rival))
        return Verdict(Outcome.DISAGREES, (rival.id, *(witness.id for witness in hits)), "rival", said)
    stranger = co_mentions.stranger(hearing, hits)
    if stranger:
        return Verdict(Outcome.DISAGREES, (hits[0].id,), "joint", stranger)
    kept = [witness for witness in hits if matching.keeps_bound(hearing.figure, witness)]
    if not kept and hearing.scope.block.kind != "heading":
        bounded = " · ".join(matching.offers(hearing.figure, hits[0]))
        by_source = publication.of_source(hearing)  # not about when, but surely when somebody said so
        return by_source or Verdict(Outcome.DISAGREES, (hits[0].id,), "bound", bounded)
    return Verdict(Outcome.AGREED, tuple(witness.id for witness in kept or hits))


def backing(figure: Figure, witnesses: Iterable[Witness]) -> tuple[Witness, ...]:
    """The statements that carry the figure; a range may have its ends from two."""
    witnesses = tuple(witnesses)
    hits = [witness for witness in witnesses if matching.carries(figure, witness)]
    if not hits and isinstance(figure.value, Date) and figure.value.precision == "range":
        both = [[w for w in witnesses if any(matching.told(end, d) for d in w.figures.dates)] for end in _ends(figure)]
        hits = [witness for some in both for witness in some] if all(both) else []
    if not hits and figure.kind in _WORDED:
        hits = [witness for witness in witnesses if _is_worded(figure, witness)]
    return tuple({witness.id: witness for witness in hits}.values())


def _ends(figure: Figure) -> tuple[Date, ...]:
    return figure.value.ends if isinstance(figure.value, Date) else ()


def _is_worded(figure: Figure, witness: Witness) -> bool:
    """Does the figure stand in the statement's own words or quotes, with the same noun?"""
    units = {singular(word) for word in figure.unit.split()} or {""}
    units = {currency(figure.text)} if figure.kind == "amount" else units
    return any((figure.kind, figure.value, unit) in witness.worded for unit in units)


def exempt(hearing: Hearing) -> Verdict | None:
    """It is part of a name, a title, a quotation or a turn of phrase, each a rule with a name."""
    figure, scope = hearing.figure, hearing.scope
    over = set(spans.covering(scope, figure))
    if "name" in over:
        return _of_name(hearing) or Verdict(Outcome.EXEMPT, (), "name")
    if "quote" in over and any(
        start <= figure.start and figure.end <= end
        and spans.is_quoted_from(scope.sentence.text[start:end], hearing.citations, hearing.setting.testimony)
        for start, end in spans.quotations(scope)
    ):  # fmt: skip
        return Verdict(Outcome.EXEMPT, (), "quotation")
    if figure.kind == "number" and any(stands_in(figure.text, words) for words in _described(hearing)):
        return Verdict(Outcome.EXEMPT, (), "title")
    if spans.in_title(scope, figure, hearing.citations, hearing.sources):
        return Verdict(Outcome.EXEMPT, (), "title")
    return None


def _of_name(hearing: Hearing) -> Verdict | None:
    """A date in a name (``the protocol of 2010``) that a statement on what is named carries."""
    figure = hearing.figure
    named = [n.entity_id for n in hearing.scope.names if n.start <= figure.start and figure.end <= n.end]
    by_id = hearing.setting.testimony.by_id
    own = [by_id[s.id] for e in named for s in hearing.ledger.entities[e].statements if s.id in by_id]
    hits = backing(figure, own)
    return Verdict(Outcome.AGREED, tuple(witness.id for witness in hits), "name") if hits else None


def _described(hearing: Hearing) -> Iterable[str]:
    """What readers know the cited sources by: who made them, what they are called; no address and no day."""
    cited = [hearing.sources.get(citation.key) for citation in hearing.citations]
    return [source.fields[name] for source in cited if source for name in _NAMING if name in source.fields]


def idiom(hearing: Hearing) -> Verdict | None:
    """A small number that counts nothing, or orders what the text itself tells."""
    figure = hearing.figure
    if spans.is_idiom(hearing.text, figure):
        return Verdict(Outcome.IDIOM)
    if any(matching.offers(figure, witness) for witness in hearing.witnesses):
        return None
    if figure.kind == "ordinal" and isinstance(figure.value, int) and figure.value <= 3:
        return Verdict(Outcome.EXEMPT, (), "sequence")
    if figure.text.lower() in ("one", "a day", "a week", "a month", "a year", "an hour"):
        return Verdict(Outcome.IDIOM)
    return None


def failed(hearing: Hearing) -> Verdict | None:
    """Nothing carries it: what the cited place says instead, another place says so, or nothing of the kind is there."""
    if not hearing.citations:
        return Verdict(Outcome.UNCITED)
    here = _nearest(hearing, hearing.witnesses)
    if here:
        return here
    there = backing(hearing.figure, hearing.elsewhere)
    if there:
        return Verdict(Outcome.ELSEWHERE, tuple(w.id for w in there), "", "")
    misnamed = numbered_names.meant(hearing.text, hearing.figure, hearing.setting.grounds.numbered)
    if misnamed:
        return Verdict(Outcome.DISAGREES, (), "name", f"{misnamed[0]!r} ({misnamed[1]})")
    return _nearest(hearing, [w for w in hearing.elsewhere if hearing.is_relevant(w)])


def _nearest(hearing: Hearing, witnesses: Iterable[Witness]) -> Verdict | None:
    offering = [(matching.distance(hearing.figure, w), w) for w in witnesses if matching.offers(hearing.figure, w)]
    if not offering:
        return None
    best = min(offering, key=lambda pair: pair[0])[1]
    others = [w.id for _, w in offering if w is not best]
    return Verdict(Outcome.DISAGREES, (best.id, *others), "", " · ".join(matching.offers(hearing.figure, best)))


_STEPS: tuple[Step, ...] = (
    own,
    backwards,
    agreed,
    ranking.ranked,
    computed.computed,
    publication.of_source,
    exempt,
    idiom,
    computed.contradicted,
    failed,
)

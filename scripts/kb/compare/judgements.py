"""What has become of the judgements: turned, made, asked or reasoned otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.compare.change import NOTHING, FactChange
from kb.compare.fields import Ids
from kb.compare.sides import Sides
from kb.compare.wording import worded
from kb.core.model import Judgement


def judgements(sides: Sides) -> Iterator[FactChange]:
    """Every change of a judgement."""
    for old, new in sides.entities:
        before = {worded(each.question): each for each in (old.judgements if old else ())}
        after = {worded(each.question): each for each in (new.judgements if new else ())}
        reworded = _reworded(before, after, sides.ids)
        for question, asked in reworded.items():
            one, text = before[question], f"{question} → {asked}"
            yield FactChange(
                "question reworded", (one.entity, text), (one.entity, text), one.statements, question, asked
            )
        for question, judgement in before.items():
            now = after.get(reworded.get(question, question))
            yield from _changed(judgement, now, sides.ids) if now else _gone(judgement)
        for question in sorted({*after} - {*before, *reworded.values()}):
            yield _added(after[question])


def _reworded(before: Mapping[str, Judgement], after: Mapping[str, Judgement], ids: tuple[Ids, Ids]) -> dict[str, str]:
    """Questions that are put otherwise to the same statements."""
    new = {_all(each, ids[1]): question for question, each in after.items() if question not in before}
    old = {question: _all(each, ids[0]) for question, each in before.items() if question not in after}
    return {question: new.pop(those) for question, those in old.items() if those in new}


def _all(judgement: Judgement, ids: Ids) -> frozenset[str]:
    return frozenset(ids.whole(each, judgement.entity) for each in judgement.statements)


def _told(
    kind: str, judgement: Judgement, text: str, about: tuple[str, ...], old: str = "", new: str = ""
) -> FactChange:
    question = worded(judgement.question)
    where = (judgement.entity, question, text) if text else (judgement.entity, question)
    return FactChange(kind, where, (judgement.entity, question), about, old, new)


def _verdict(judgement: Judgement, ids: Ids) -> str:
    return f"follows {ids.whole(judgement.follow, judgement.entity)}" if judgement.follow else "left open"


def _added(judgement: Judgement) -> FactChange:
    verdict = _verdict(judgement, Ids())
    return _told("judgement added", judgement, verdict, judgement.statements, NOTHING, verdict)


def _gone(judgement: Judgement) -> Iterator[FactChange]:
    verdict = _verdict(judgement, Ids()).replace("follows", "followed", 1)
    yield _told("judgement turned", judgement, f"gone, {verdict}", judgement.statements, verdict, NOTHING)


def _changed(old: Judgement, new: Judgement, ids: tuple[Ids, Ids]) -> Iterator[FactChange]:
    before, after = _verdict(old, ids[0]), _verdict(new, ids[1])
    about = tuple(dict.fromkeys((*new.statements, *old.statements)))
    if before != after:
        text = f"{after}, before {before.removeprefix('follows ')}"
        yield _told("judgement turned", new, text, about, before, after)
    if _all(old, ids[0]) != _all(new, ids[1]):
        word = "over" if new.follow else "open"
        one, other = (
            ", ".join(sorted(ids[n].whole(o, each.entity) for o in each.over)) for n, each in enumerate((old, new))
        )
        yield _told("judgement turned", new, f"{word} {other}, before {one}", about, one, other)
    if worded(old.because) != worded(new.because):
        yield _told("reason reworded", new, "", (), old.because, new.because)

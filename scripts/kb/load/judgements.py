"""Reads the judgements of an entity: which statement is followed over which, or what is left open."""

from __future__ import annotations

from kb.core.finding import Finding
from kb.core.model import Judgement
from kb.load.fields import Fields
from kb.load.yaml_marks import Located

_JUDGEMENT = "write `follow: …` with `over: [ … ]`, or `open: [ …, … ]`"


def judgements(located: Located | None, entity: str, faults: list[Finding]) -> tuple[Judgement, ...]:
    """Each judgement, with full ids."""
    made = []
    for item in located.list if located else []:
        fields = Fields(item, faults, "the judgement")
        question, because = fields.text("question", required=True), fields.text("because") or ""
        follow, over, left_open = fields.text("follow"), fields.texts("over"), fields.texts("open")
        fields.close()
        undecided = _undecided(follow, over, left_open)
        if undecided:
            place = fields.marks.get("follow") or fields.marks.get("open") or item.mark
            fields.fault(place, undecided, _JUDGEMENT)
        if left_open:
            fields.marks |= {f"over.{n}": fields.marks[f"open.{n}"] for n in range(len(left_open))}
        full = tuple(_full(entity, slug) for slug in over or left_open)
        made.append(
            Judgement(
                question=question or "",
                follow=_full(entity, follow) if follow else None,
                over=full,
                because=because,
                entity=entity,
                mark=item.mark,
                marks=fields.marks,
            )
        )
    return tuple(made)


def _undecided(follow: str | None, over: tuple[str, ...], left_open: tuple[str, ...]) -> str:
    """What keeps a judgement from being one: it follows a statement over others, or leaves several open."""
    if follow and left_open:
        return "the judgement follows a statement and leaves others open, against one of the two"
    if not follow and not left_open:
        return "the judgement neither follows a statement nor leaves any open"
    if follow:
        return "" if over else f"the judgement follows {follow!r} over nothing, against one statement or more"
    if over:
        return "the judgement leaves open, and has 'over' beside it"
    return "" if len(left_open) > 1 else f"the judgement leaves {left_open[0]!r} open, against two statements or more"


def _full(entity: str, slug: str) -> str:
    return slug if "#" in slug else f"{entity}#{slug}"

"""Reads the declarations of events in ``docs/facts/schema``, and what a statement tells in their terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model.events import ANSWERS, FAMILIES, MODALITIES, NOT, Event, EventType
from kb.load.fields import Fields, is_name, one_of
from kb.load.yaml_marks import Located, read

EVENTS = "docs/facts/schema/events.yaml"
ROLES = ("agent", "theme", "to")
TYPED = frozenset(("event", "polarity", "modality", "further", "free", *ROLES))
"""The fields in which a statement on record says what it tells; ``free`` says why no event fits."""


def declared(data: bytes, faults: list[Finding]) -> dict[str, EventType]:
    """Every event that may happen; a file that is not there declares none."""
    if not data:
        return {}
    root, found = read(EVENTS, data)
    faults += found
    if root is None:
        return {}
    Fields(root, faults, "the file")
    made = {name: _declared(name, body, faults) for name, body in root.items.items()}
    faults.extend(_undeclared(made))
    return made


def _declared(name: str, body: Located, faults: list[Finding]) -> EventType:
    fields = Fields(body, faults, f"the event {name!r}")
    fields.text("family", required=True)
    made = EventType(
        name=name,
        family=_known(fields, "family", FAMILIES, FAMILIES[0]),
        told_by=fields.texts("told-by"),
        nouns=fields.texts("nouns"),
        denied_by=fields.texts("denied-by"),
        not_by=fields.texts("not-by"),
        opposite=fields.texts("opposite"),
        before=fields.texts("before"),
        sentence=fields.text("sentence") or "",
        mutual=fields.flag("mutual"),
        answer=_known(fields, "answer", ANSWERS, ""),
        mark=body.key,
    )
    _sentence(fields, made)
    if not made.told_by:
        fields.fault(body.key, f"{fields.what} is told by no word", "add `told-by: [sign, …]`")
    fields.close()
    return made


def _known(fields: Fields, name: str, known: tuple[str, ...], unsaid: str) -> str:
    """One of the words that rules know."""
    found = fields.text(name) or unsaid
    if found not in (*known, unsaid):
        help = one_of(found, dict.fromkeys(known))
        fields.fault(fields.marks[name], f"{fields.what} is of the {name} {found!r}, which no rule knows", help)
    return found


def _sentence(fields: Fields, made: EventType) -> None:
    """A sentence has places for roles alone, and one for each."""
    places = re.findall(r"\{[^{}]*\}?|\}", made.sentence)
    known = {f"{{{role}}}" for role in ROLES}
    odd = [place for place in dict.fromkeys(places) if place not in known]
    twice = [place for place in dict.fromkeys(places) if place in known and places.count(place) > 1]
    faults = ([f"{' and '.join(odd)}, which no role fills"] if odd else []) + [f"{place} twice" for place in twice]
    for fault in faults:
        text = f"'sentence' of {fields.what} has {fault}"
        fields.fault(fields.marks["sentence"], text, "write {agent}, {theme} or {to}, each once")
    if made.sentence and not re.match(r"\{(?:agent|theme)\} [a-z]+", made.sentence):
        text = f"'sentence' of {fields.what} begins with no one who does or is something"
        fields.fault(fields.marks["sentence"], text, "write it as `{agent} signs {theme}`, or `{theme} ends`")


def _undeclared(made: Mapping[str, EventType]) -> Iterator[Finding]:
    for event in made.values():
        for field, others in (("opposite", event.opposite), ("before", event.before)):
            for name in (name for name in others if name not in made):
                text = f"{field!r} of the event {event.name!r} names {name!r}, which is declared nowhere"
                yield impossible(event.mark, text, one_of(name, made), rule="schema")


def events(fields: Fields, known: Mapping[str, EventType]) -> tuple[Event, ...]:
    """What a statement tells: the event in its own fields, and those that ``further`` lists."""
    found = []
    if "event" in fields.located.items:
        found.append(_event(fields, known))
    else:
        for name in sorted({"further", "polarity", "modality", *ROLES} & fields.located.items.keys()):
            mark = fields.located.items[name].key
            fields.fault(mark, f"{name!r} belongs to an event, and none is named", "add `event: sign`, or leave it out")
    if {"event", "free"} <= fields.located.items.keys():
        text = "'free' says why no event fits, and one is named"
        fields.fault(fields.located.items["free"].key, text, "keep one of the two")
    further = fields.raw("further")
    for n, each in enumerate(further.list if further else ()):
        inner = Fields(each, fields.faults, f"the event {n + 2} of the statement")
        found.append(_event(inner, known))
        inner.close()
    return tuple(event for event in found if event)


def _event(fields: Fields, known: Mapping[str, EventType]) -> Event | None:
    name = fields.text("event", required=True)
    polarity, modality = fields.text("polarity"), fields.text("modality")
    roles = {role: fields.texts(role) for role in ROLES}
    if polarity not in (None, NOT):
        fields.fault(fields.marks["polarity"], f"{polarity!r} is no polarity", "write `polarity: not`, or leave it out")
    if modality and modality not in MODALITIES:
        help = one_of(modality, dict.fromkeys(MODALITIES))
        fields.fault(fields.marks["modality"], f"there is no modality {modality!r}", help)
    for role, values in roles.items():
        for n, value in enumerate(values):
            if " " not in value and not is_name(value):
                text = f"{value!r} fills {role!r}, and is neither the id of an entity nor several words"
                fields.fault(fields.marks[f"{role}.{n}"], text, "write an id, or words such as `a declaration`")
    if name is None:
        return None
    if name not in known:
        fields.fault(fields.marks["event"], f"there is no event {name!r}", one_of(name, known))
        return None
    mark, marks = fields.marks["event"], fields.marks
    return Event(name, **roles, negated=polarity == NOT, modality=modality, mark=mark, marks=marks)

"""Reads the declarations of kinds and properties in ``docs/facts/schema``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from kb.core.finding import Finding, impossible
from kb.core.model import EventType, Kind, Property
from kb.core.model.laws import ROLES
from kb.core.nearest import did_you_mean
from kb.load import events
from kb.load.fields import Fields, declares_nothing, is_name
from kb.load.yaml_marks import Located, read

KINDS = "docs/facts/schema/kinds.yaml"
PROPERTIES = "docs/facts/schema/properties.yaml"
STANCES = (
    "argues",
    "calls",
    "doubts",
    "expects",
    "holds",
    "judges",
    "reads",
    "recalls",
    "reports",
    "warns",
)
"""What an author does with a claim, from weaker to stronger in no order: the verb a sentence may use."""

IN_FIELDS = "event"
"""What a property tells whose statements say it in their fields."""

WORDS = {
    "time": ("none", "on", "value", "interval"),
    "roll": ("member", "left", "stated"),
    "existence": ("begins", "ends"),
    "happens": ("moment", "stretch"),
}
"""Fields of a property that hold one of a few words, for which rules look."""


@dataclass(frozen=True, eq=False)
class Schema:
    """The kinds of entity and the law of each property. Compared by identity, so that it can key a memo."""

    kinds: Mapping[str, Kind]
    properties: Mapping[str, Property]
    stances: Mapping[str, object]
    events: Mapping[str, EventType]


@lru_cache(maxsize=64)
def schema(kinds: bytes, properties: bytes, happening: bytes = b"") -> tuple[Schema, tuple[Finding, ...]]:
    """Read the files; what is malformed is a finding."""
    root, faults = read(KINDS, kinds)
    found = list(faults)
    found += declares_nothing(KINDS, root, faults)
    if root:
        Fields(root, found, "the file")
    called = {name: _kind(name, body, found) for name, body in (root.items if root else {}).items()}
    found += (_misnamed(name, located) for name, located in (root.items if root else {}).items() if not is_name(name))
    root, more = read(PROPERTIES, properties)
    found += more or declares_nothing(PROPERTIES, root, more)
    if root:
        Fields(root, found, "the file")
    declared = {name: _property(name, body, found) for name, body in (root.items if root else {}).items()}
    found.extend(_undeclared(declared, called))
    happens = events.declared(happening, found)
    found.extend(_untold(declared, happens))
    stances = MappingProxyType(dict.fromkeys(STANCES))
    made = Schema(MappingProxyType(called), MappingProxyType(declared), stances, MappingProxyType(happens))
    return made, tuple(found)


def _misnamed(name: str, located: Located) -> Finding:
    text = f"the kind {name!r} cannot be a place on the page that lists the ledger"
    return impossible(located.key, text, "use the letters a to z, digits and single hyphens", rule="schema")


def _kind(name: str, body: Located, faults: list[Finding]) -> Kind:
    """What a kind is called, as a text or with more in a mapping."""
    if isinstance(body.value, str) and body.value.strip():
        return Kind(name, body.value, body.value)
    fields = Fields(body, faults, f"the kind {name!r}")
    label = fields.text("label") or name
    role = fields.text("acts-as") or ""
    if role and role not in ROLES:
        fault = f"{fields.what} acts as {role!r}, which no rule asks for"
        fields.fault(fields.marks["acts-as"], fault, did_you_mean(role, ROLES) or f"write one of {', '.join(ROLES)}")
    made = Kind(name, label, fields.text("many") or label, role)
    fields.close()
    return made


def _property(name: str, body: Located, faults: list[Finding]) -> Property:
    fields = Fields(body, faults, f"the property {name!r}")
    enum = _lists(fields, "enum")
    entry = _lists(fields, "entry")
    made = Property(
        name=name,
        domain=fields.texts("domain"),
        range=fields.texts("range"),
        label=fields.text("label") or name,
        event=fields.text("event") or "",
        told_by=fields.texts("told-by"),
        tells=fields.text("tells"),
        at_once=fields.number("at-once"),
        once=fields.flag("once"),
        once_each=fields.flag("once-each"),
        time=_word(fields, "time") or "none",
        qualifiers=fields.texts("qualifiers"),
        required=fields.texts("required"),
        enum=enum,
        inverse=fields.text("inverse"),
        symmetric=fields.flag("symmetric"),
        unit=fields.texts("unit"),
        roll=_word(fields, "roll"),
        existence=_word(fields, "existence"),
        happens=_word(fields, "happens"),
        not_before=fields.texts("not-before"),
        future=fields.flag("future"),
        legal=fields.flag("legal"),
        text_of=fields.texts("text-of"),
        needs=fields.texts("needs"),
        conflicts_with=fields.texts("conflicts-with"),
        among=fields.texts("among"),
        entry={capacity: names[0] for capacity, names in entry.items() if names},
        acyclic=fields.flag("acyclic"),
        tiles=fields.flag("tiles"),
        within=fields.flag("within"),
        longest=fields.number("longest"),
        least=fields.number("least"),
        most=fields.number("most"),
        whole=fields.flag("whole"),
        adds_up=fields.flag("adds-up"),
        numbered=fields.flag("numbered"),
        mark=body.key,
    )
    fields.close()
    return made


def _word(fields: Fields, name: str) -> str | None:
    """One of the words that rules know for this field."""
    word = fields.text(name)
    if word is not None and word not in WORDS[name]:
        help = did_you_mean(word, WORDS[name]) or f"write one of {', '.join(WORDS[name])}"
        fields.fault(fields.marks[name], f"{fields.what} has {name!r}: {word!r}, which no rule knows", help)
    return word


def _lists(fields: Fields, name: str) -> dict[str, tuple[str, ...]]:
    """A mapping of names to one or several texts."""
    located = fields.raw(name)
    if located is None:
        return {}
    inner = Fields(located, fields.faults, name)
    return {key: inner.texts(key) for key in located.items}


def _untold(declared: Mapping[str, Property], happens: Mapping[str, EventType]) -> Iterator[Finding]:
    """A property that tells of an event which nobody declared."""
    for made in declared.values():
        if made.tells and made.tells not in (IN_FIELDS, *happens):
            text = f"{made.name!r} has 'tells': {made.tells!r}, which is no event that is declared"
            help = did_you_mean(made.tells, (IN_FIELDS, *happens)) or f"write `{IN_FIELDS}`, or an event of events.yaml"
            yield impossible(made.mark, text, help, rule="schema")


def _undeclared(declared: Mapping[str, Property], kinds: Mapping[str, Kind]) -> Iterator[Finding]:
    """A declaration that names what nobody declared would switch a rule off without a word."""
    values = {*kinds, "date", "count", "text"}
    for made in declared.values():
        others = (*made.not_before, *made.conflicts_with, *made.among, *made.entry.values())
        others += (made.inverse,) if made.inverse else ()
        names = {"domain": (made.domain, set(kinds)), "range": (made.range, values), "law": (others, set(declared))}
        names["text-of"] = (made.text_of, set(kinds))
        names["needs"] = (made.needs, {*declared, "part-of"})
        for field, (used, known) in names.items():
            for name in (name for name in used if name not in known):
                text = f"the {field} of {made.name!r} names {name!r}, which is declared nowhere"
                yield impossible(made.mark, text, did_you_mean(name, known) or "correct it", rule="schema")

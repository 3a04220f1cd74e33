"""How the schema has an event told: the verb, and the words before each of those who fill its roles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.core.model import EventType
from kb.lang.clauses import PREPOSITIONS, base, third

_PLACE = re.compile(r"\{(agent|theme|to)\}")
_BEGINS = re.compile(r"\{(?:agent|theme)\} [a-z]+(?![^ :,{])")


@dataclass(frozen=True, slots=True)
class Complement:
    """A role behind the verb, and what introduces it: *to*, *with*, a colon, or nothing."""

    role: str
    lead: str

    @property
    def is_object(self) -> bool:
        """Does it follow the verb directly?"""
        return self.lead == ""


@dataclass(frozen=True, slots=True)
class Template:
    """Who or what the sentence is about, the verb in its base form with what belongs to it, and the other roles."""

    subject: str
    verb: str
    particle: str
    complements: tuple[Complement, ...]
    tail: str


@lru_cache(maxsize=1024)
def template(declared: EventType) -> Template:
    """The sentence of an event, taken apart; of one that has none, a plain one is made of its first verb."""
    written = declared.sentence if _BEGINS.match(declared.sentence) else _plain(declared)
    _, subject, said, *rest = _PLACE.split(written)
    verb, _, behind = said.strip(" ").partition(" ")
    complements, particle, pieces = [], "", [behind if verb.strip(":,") == verb else verb[-1] + behind, *rest[1::2]]
    for n, role in enumerate(rest[::2]):
        before, lead = _led(pieces[n])
        particle = before if n == 0 else particle
        complements.append(Complement(role, lead if n == 0 or not before else f"{before} {lead}".strip()))
    tail = pieces[-1].strip() if rest else ""
    return Template(subject, base(verb.strip(":,")), particle if rest else behind, tuple(complements), tail)


def _led(words: str) -> tuple[str, str]:
    """The words before a role, parted into those of the verb and the preposition or mark that leads to the role."""
    words = words.strip()
    if words.endswith((":", ",")):
        return words[:-1].strip(), words[-1]
    before, _, last = words.rpartition(" ")
    return (before, last) if last in PREPOSITIONS else (words, "")


def _plain(declared: EventType) -> str:
    verb, _, behind = (declared.told_by[0] if declared.told_by else declared.name.replace("-", " ")).partition(" ")
    return f"{{agent}} {third(verb)}{' ' * bool(behind)}{behind}: {{theme}} with {{to}}"

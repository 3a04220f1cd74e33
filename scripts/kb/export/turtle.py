"""Writes RDF as Turtle, one subject after the other, so that the same graph is always the same bytes.

Our own, for rdflib needs longer to write it than everything else that is handed on; the tests read it with rdflib.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kb.report.neutral import visible

_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
"""What stands in a name as it is, by RFC 3986; all else is told by its bytes."""
_LANGUAGE = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Iri:
    """What has a name on the web: ``prefixed`` as ``schema:Claim``, or whole."""

    name: str
    prefixed: bool = False

    def __str__(self) -> str:
        return self.name if self.prefixed else f"<{self.name}>"


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, in a language or of a type of our own; what is no name of a language is left out."""

    text: str
    language: str = ""
    type: str = ""

    def __str__(self) -> str:
        kind = f"@{self.language}" if _LANGUAGE.fullmatch(self.language) else f"^^{self.type}" if self.type else ""
        return f"{_quoted(self.text)}{kind}"


Term = Iri | Literal
Node = tuple[Iri, list[tuple[Iri, Term]]]
"""A subject, and what is said of it."""


def part(text: str) -> str:
    """A part of a name: whatever a stranger wrote ends neither it nor the name."""
    return "".join(chr(byte) if chr(byte) in _PLAIN else f"%{byte:02X}" for byte in text.encode())


def turtle(prefixes: Mapping[str, str], nodes: Iterable[Node]) -> Iterator[str]:
    """The graph, line by line."""
    yield from (f"@prefix {name}: <{whole}> .\n" for name, whole in prefixes.items())
    for subject, said in nodes:
        yield f"\n{subject}\n"
        yield " ;\n".join(f"  {predicate} {term}" for predicate, term in said) + " .\n"


def _quoted(text: str) -> str:
    """As JSON quotes it, which Turtle reads alike; what would not show is told by its number, as Turtle has it."""
    told = json.dumps(text, ensure_ascii=False)
    return told if visible(told) == told else "".join(map(_shown, told))


def _shown(character: str) -> str:
    if visible(character) == character:
        return character
    number = ord(character)
    return f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}"

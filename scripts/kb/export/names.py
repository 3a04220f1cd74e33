"""The names of things in RDF: our own for what we say, those of the web for what others have names for."""

from __future__ import annotations

from dataclasses import dataclass

from kb.export.turtle import Iri, part

NOWHERE = "urn:kb:"
"""Stands before the names of a work that has no address."""
TERMS = "urn:kb:terms:"
PREFIXES = {
    "kb": TERMS,
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "wikibase": "http://wikiba.se/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
WIKIDATA = "http://www.wikidata.org/entity/"


def known(name: str) -> Iri:
    """A name of a vocabulary: ``schema:Claim``."""
    return Iri(name, prefixed=True)


def term(field: str) -> Iri:
    """A field of ours; their names are letters and hyphens."""
    return known(f"kb:{field}")


A = known("rdf:type")


@dataclass(frozen=True, slots=True)
class Names:
    """Names below an address."""

    base: str = NOWHERE

    def entity(self, id: str) -> Iri:
        return Iri(f"{self.base}entity/{part(id)}")

    def statement(self, id: str) -> Iri:
        return Iri(f"{self.base}statement/{'/'.join(map(part, id.split('#')))}")

    def source(self, key: str) -> Iri:
        return Iri(f"{self.base}source/{part(key)}")

    def field(self, name: str) -> Iri:
        """A field of the bibliography, which anybody may call as they like."""
        return Iri(f"{TERMS}source-{part(name)}")

    def property(self, name: str) -> Iri:
        return Iri(f"{self.base}property/{part(name)}")

    def below(self, whole: Iri, *parts: object) -> Iri:
        """A part of something."""
        return Iri("/".join((whole.name, *(part(str(each)) for each in parts))))

"""What a statement tells happened, as a plain English sentence made from its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.core.model import Event, EventType, Ledger, Statement
from kb.core.model.events import is_worded
from kb.lang import clauses
from kb.query.templates import Complement, Template, template

UNNAMED = ("Somebody", "Something")
"""How a sentence begins in which nobody and nothing is named that acts."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Some words of a sentence; the name of an entity has its id, to which a page may link it."""

    text: str
    id: str = ""


def sentence(ledger: Ledger, event: Event) -> str:
    """The sentence in plain words, without a full stop: ``Arvenia is not to sign the pact``."""
    return "".join(part.text for part in parts(ledger, event))


def all_told(ledger: Ledger, statement: Statement) -> str:
    """The sentences of all its events; nothing of a statement that has none."""
    return "; ".join(sentence(ledger, each) for each in statement.events)


def parts(ledger: Ledger, event: Event) -> tuple[Wording, ...]:
    """The sentence in its parts, the first letter a capital; a role that nothing fills is left out with its words.

    Where nobody is said to have done it, what it was done to comes first: «The pact is signed».
    """
    declared = ledger.events.get(event.type) or EventType(event.type, "does", (event.type.replace("-", " "),))
    teller = _Teller(ledger, event, declared, template(declared))
    first, *rest = [part for part in teller.whole() if part.text]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *rest)


class _Teller:
    """One event on its way to a sentence."""

    def __init__(self, ledger: Ledger, event: Event, declared: EventType, made: Template) -> None:
        self.ledger, self.event, self.declared, self.made = ledger, event, declared, made
        self.speaks = declared.family in ("says", "provides")
        self.filled = [each for each in made.complements if event.roles[each.role]]
        self.subject = "agent" if event.agent and not event.theme else made.subject
        first = made.complements[0] if made.complements else None
        if self.filled and first and first.role == "to" and first.is_object and self.filled[0].lead == "with":
            self.filled[0] = Complement(self.filled[0].role, "")

    def whole(self) -> Iterator[Wording]:
        """Every part of the sentence."""
        subject, acts = self.subject, self.subject == "agent"
        is_there = self._is_there()
        if is_there:
            yield from self._there(is_there)
        elif self.event.roles[subject]:
            yield from self._clause(self._named(subject), self._is_many(subject), acts, self.filled)
        elif self._is_passive():
            yield from self._passive(self.filled[0], self.filled[1:])
        else:
            unnamed = UNNAMED[not (acts and self.declared.family in ("says", "does"))]
            yield from self._clause([Wording(unnamed.lower())], False, True, self.filled)

    def _is_there(self) -> str:
        """The one role of which is said that it is, and nothing else: «There is no quorum»."""
        filled = [role for role in ("agent", "theme") if self.event.roles[role]]
        plain = self.made.verb == "be" and not self.made.particle and len(filled) == 1
        placed = [each.lead for each in self.filled if each.lead]
        return filled[0] if plain and not placed and not self._is_clause(filled[0]) else ""

    def _there(self, role: str) -> Iterator[Wording]:
        event, many = self.event, self._is_many(role)
        impersonal = event.modality == "asked"
        known = role != "agent" and clauses.is_known(event.roles[role][0])
        yield Wording(clauses.opening(event.modality, impersonal) + ("it " if known else "there "))
        yield Wording(clauses.predicate("be", many, event.negated, "proposed" if impersonal else event.modality) + " ")
        yield from self._named(role)

    def _is_passive(self) -> bool:
        """Can what it was done to come first? Of what is said, that may be the words behind a colon."""
        if not self.filled or self.made.verb in clauses.NO_PASSIVE or self.made.subject != "agent":
            return False
        lead = self.filled[0].lead
        return lead == "" or (lead in clauses.LEFT_BEHIND and not self.made.particle) or (lead == ":" and self.speaks)

    def _clause(self, who: list[Wording], many: bool, acts: bool, complements: list[Complement]) -> Iterator[Wording]:
        event = self.event
        impersonal = event.modality == "asked" and not acts
        yield Wording(clauses.opening(event.modality, impersonal))
        yield from who
        modality = "proposed" if impersonal else event.modality
        yield from self._verb(clauses.predicate(self.made.verb, many, event.negated, modality))
        yield from self._behind(complements)

    def _passive(self, first: Complement, others: list[Complement]) -> Iterator[Wording]:
        event = self.event
        yield Wording(clauses.opening(event.modality, True))
        stays = first.lead == ":" or self._is_clause(first.role)
        yield from [Wording("it")] if stays else self._named(first.role)
        many = not stays and self._is_many(first.role)
        yield from self._verb(clauses.predicate(self.made.verb, many, event.negated, event.modality, passive=True))
        yield Wording(f" {first.lead}" if first.lead in clauses.LEFT_BEHIND and not stays else "")
        yield from self._behind([first, *others] if stays else others)

    def _verb(self, said: str) -> Iterator[Wording]:
        yield Wording(f" {said}" + (f" {self.made.particle}" if self.made.particle else ""))

    def _behind(self, complements: list[Complement]) -> Iterator[Wording]:
        after_clause = False
        for each in complements:
            opens = self.event.roles[each.role][0].partition(" ")[0]
            joins = self._is_clause(each.role) and (not self.speaks or each.lead != ":" or opens in clauses.SAYING)
            mark = each.lead if each.lead in (":", ",") and not joins else "," * after_clause
            word = "" if joins or each.lead in (":", ",") else each.lead
            yield Wording(f"{mark} {word}{' ' if word else ''}")
            yield from self._named(each.role)
            after_clause = self._is_clause(each.role)
        yield Wording(f" {self.made.tail}" if self.made.tail else "")

    def _is_clause(self, role: str) -> bool:
        """Is a role filled by a clause or a place: *to hold talks*?"""
        first = self.event.roles[role][0]
        return is_worded(first) and first.partition(" ")[0] in clauses.CLAUSAL

    def _is_many(self, role: str) -> bool:
        fillers = self.event.roles[role]
        if len(fillers) > 1 or is_worded(fillers[0]):
            return len(fillers) > 1 or clauses.is_many(fillers[0])
        return clauses.is_plural_name(self._called(fillers[0]))

    def _named(self, role: str) -> list[Wording]:
        """Those who fill a role, joined by commas and *and*."""
        fillers = self.event.roles[role]
        made: list[Wording] = []
        for before, filler in zip(clauses.listed(len(fillers)), fillers, strict=True):
            made.append(Wording(before))
            if is_worded(filler):
                made.append(Wording(clauses.within(filler)))
            else:
                name = self._called(filler)
                entity = self.ledger.entities.get(filler)
                article = clauses.with_article(name, entity.acts_as) if entity else ""
                made += [Wording(article), Wording(name, filler if entity else "")]
        return made

    def _called(self, id: str) -> str:
        entity = self.ledger.entities.get(id)
        return entity.called if entity else id

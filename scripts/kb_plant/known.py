"""What places are told by: ids, names, keys of sources, and who claims what at which place of a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kb.core.model import Corpus, Statement
from kb.core.places import meet


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim at a place of a source; ``alone`` if the ledger has nothing but claims from there."""

    at: str
    hedges: tuple[str, ...]
    alone: bool


@dataclass(frozen=True, slots=True)
class Laws:
    """The properties by what they tell: who holds a post, what begins, and what follows on it in law.

    ``terms`` are those of which the end comes after the beginning: to belong, and to hold.
    """

    held: Sequence[str] = ()
    terms: Sequence[str] = ()
    begins: Sequence[str] = ()
    effects: Sequence[str] = ()


@dataclass(frozen=True)
class Known:
    """The words of the ledger and the bibliography, without what any rule makes of them.

    ``roles`` has what each entity acts as; ``unlike`` for each kind another that no property takes beside it.
    """

    kinds: Mapping[str, str]
    roles: Mapping[str, str]
    unlike: Mapping[str, str]
    forms: Mapping[str, Sequence[str]]
    keys: Sequence[str]
    locked: Sequence[str]
    authors: Mapping[str, Sequence[str]]
    claimed: Mapping[str, Sequence[Claim]]
    laws: Laws = field(default_factory=Laws)

    @cached_property
    def names(self) -> re.Pattern[str]:
        """Any name of more than four letters, the longest first."""
        return any_of(name for forms in self.forms.values() for name in forms if len(name) > 4)

    def of_kind(self, *kinds: str) -> list[str]:
        """The ids of some kinds, in order."""
        return [id for id, kind in self.kinds.items() if kind in kinds]

    def acting_as(self, role: str) -> list[str]:
        """The ids of what acts so, in order."""
        return [id for id, own in self.roles.items() if own == role]

    def labels(self, role: str) -> list[str]:
        """The first name of every entity that acts so."""
        return [self.forms[id][0] for id in self.acting_as(role) if self.forms[id]]

    def claims(self, key: str, locator: str) -> list[Claim]:
        """The claims at a place of a source."""
        return [claim for claim in self.claimed.get(key, ()) if not locator or meet(claim.at, locator)]


def known(corpus: Corpus) -> Known:
    """What the corpus knows."""
    return Known(
        kinds={id: corpus.entities[id].kind for id in sorted(corpus.entities)},
        roles={id: corpus.entities[id].acts_as for id in sorted(corpus.entities)},
        unlike={kind: other for kind in corpus.kinds if (other := _unlike(corpus, kind))},
        forms={
            id: [n.text for n in entity.names if n.language == "en" and n.text[:1].isupper()]
            for id, entity in corpus.entities.items()
        },
        keys=sorted(corpus.sources),
        locked=sorted(corpus.lock),
        authors={key: source.authors for key, source in corpus.sources.items()},
        claimed={key: _claimed(key, those) for key, those in corpus.by_source.items()},
        laws=_laws(corpus),
    )


def _laws(corpus: Corpus) -> Laws:
    """What the schema declares of its properties; an effect in law comes once, or is yet to come, after a cause."""
    those = corpus.properties.values()
    persons = {kind.name for kind in corpus.kinds.values() if kind.acts_as == "person"}
    alone = [made for made in those if made.at_once == 1]
    return Laws(
        held=[made.name for made in alone if set(made.range) <= persons],
        terms=[made.name for made in those if made.roll == "member" or made.at_once == 1],
        begins=[made.name for made in those if made.existence == "begins"],
        effects=[made.name for made in those if made.legal and made.not_before and (made.once or made.future)],
    )


def field_of(names: Sequence[str]) -> str:
    """A pattern for one of these properties, where a statement has it."""
    return rf"^ {{4}}(?:{'|'.join(map(re.escape, names))}): " if names else r"(?!)"


def _unlike(corpus: Corpus, kind: str) -> str:
    """The last kind of the schema that no property takes where it takes this one."""
    beside = {other for declared in corpus.properties.values() if kind in declared.range for other in declared.range}
    held = {entity.kind for entity in corpus.entities.values()}
    return next((other for other in reversed([*corpus.kinds]) if other in held - beside - {kind}), "")


def _claimed(key: str, those: Sequence[Statement]) -> list[Claim]:
    """What a source claims: whoever cites a place where it only claims tells a claim."""
    told = [(evidence.at, each) for each in those for evidence in each.evidence if evidence.by == key]
    plain = [at for at, statement in told if not statement.is_claim]
    return [Claim(at, claim.hedge, not any(meet(other, at) for other in plain)) for at, claim in told if claim.is_claim]


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, whole, the longest first; nothing if there are none."""
    ordered = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b" if ordered else r"(?!)")


def another(these: Sequence[str], this: str, beside: str, step: int = 7) -> str | None:
    """Another of these, some steps on, that does not stand beside it."""
    start = these.index(this) if this in these else 0
    turns = (these[(start + step + n) % len(these)] for n in range(len(these)))
    return next((other for other in turns if other != this and other not in beside), None)

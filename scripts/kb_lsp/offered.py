"""What is offered while something is typed: keys of sources, places in them, ids, and the words of the schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.core.model import Corpus
from kb.core.places import in_order
from kb.evidence.retrieval import evidence
from kb.load.events import ROLES
from kb.load.evidence import SEEN
from kb.load.schema import STANCES
from kb.load.statements import COMMON
from kb_lsp.look import Look

_CITING = re.compile(r"\{cite:[pt]\}`(?P<all>[^`]*)$")
_AT = re.compile(r"(?:^|,)\s*(?P<key>[^,{}\s]+)\{(?P<typed>[^{}]*)$")
_KEY = re.compile(r"(?:^|,)\s*(?P<typed>[^,{}\s]*)$")
_FIELD = re.compile(r"^(?P<indent>\s*)(?P<item>- )?(?P<name>[\w-]+):\s*(?P<value>.*)$")
_NEW = re.compile(r"^ {4}(?P<typed>[\w-]*)$")
_LAST = re.compile(r"[^\s,\[\]{}]*$")
_IDS = frozenset(("who", "where", "with", "author", "part-of", "stands-for", "about", "than", *ROLES))
"""Fields that hold ids of entities."""


@dataclass(frozen=True)
class Offer:
    """A word, what is typed of it already, and what is told beside it."""

    word: str
    typed: str
    kind: str
    detail: str = ""


def offers(look: Look, path: str, lines: Sequence[str], line: int, before: str) -> list[Offer]:
    """What may stand behind the text before the cursor, which is in this line (from 1)."""
    if path.endswith(".yaml"):
        return list(_in_ledger(look, lines, line, before))
    return list(_in_page(look, before)) if path.endswith(".md") else []


def _in_page(look: Look, before: str) -> Iterator[Offer]:
    citing = _CITING.search(before)
    if citing is None:
        field = _FIELD.match(before)
        if field and field["name"] == "about":
            yield from _entities(look.corpus, _last(field["value"]))
        return
    at, key = _AT.search(citing["all"]), _KEY.search(citing["all"])
    if at:
        yield from _places(look, at["key"], at["typed"])
    elif key:
        yield from _sources(look.corpus, key["typed"])


def _in_ledger(look: Look, lines: Sequence[str], line: int, before: str) -> Iterator[Offer]:
    corpus, new, field = look.corpus, _NEW.match(before), _FIELD.match(before)
    if new:
        laws = {name: law.label for name, law in corpus.properties.items()}
        yield from _words("property", laws, new["typed"])
        yield from _words("field", dict.fromkeys(sorted(COMMON), ""), new["typed"])
    if field is None:
        return
    name, typed = field["name"], field["value"]
    if name == "at":
        yield from _places(look, _beside(lines, line, "by"), typed)
        return
    known: Mapping[str, Callable[[str], Iterable[Offer]]] = {
        "by": lambda typed: _sources(corpus, typed),
        "event": lambda typed: _words("event", {n: e.sentence for n, e in corpus.events.items()}, typed),
        "kind": lambda typed: _words("kind", {n: k.label for n, k in corpus.kinds.items()}, typed),
        "seen": lambda typed: _words("value", dict.fromkeys(SEEN, ""), typed),
        "stance": lambda typed: _words("value", dict.fromkeys(STANCES, ""), typed),
        **{each: lambda typed: _entities(corpus, typed) for each in _IDS},
    }
    law = corpus.properties.get(name)
    if name in known:
        yield from known[name](_last(typed))
    elif law and set(law.range) & set(corpus.kinds):
        yield from _entities(corpus, _last(typed), law.range)


def _last(typed: str) -> str:
    found = _LAST.search(typed)
    return found[0] if found else ""


def _beside(lines: Sequence[str], line: int, name: str) -> str:
    """What another field of the same member of a list says."""
    here = line - 1
    while here > 0 and not lines[here].lstrip().startswith("- "):
        here -= 1
    indent = len(lines[here]) - len(lines[here].lstrip()) + 2
    for n, each in enumerate(lines[here:], here):
        field = _FIELD.match(each)
        if n > here and (len(each) - len(each.lstrip()) < indent or each.lstrip().startswith("- ")):
            return ""
        if field and field["name"] == name:
            return field["value"].strip()
    return ""


def _sources(corpus: Corpus, typed: str) -> Iterator[Offer]:
    for key, source in corpus.sources.items():
        yield Offer(key, typed, "source", f"{source.title} ({source.rank})")


def _places(look: Look, key: str, typed: str) -> Iterator[Offer]:
    """The places of a source at which the ledger has something, each with what it has there."""
    known = look.asking.ask(evidence)
    for place in in_order(filter(None, known.places(key))):
        there = [each.id for each in known.at(key, place)]
        yield Offer(place, typed, "place", ", ".join(there[:3]) + (" …" if there[3:] else ""))


def _entities(corpus: Corpus, typed: str, kinds: Iterable[str] = ()) -> Iterator[Offer]:
    wanted = set(kinds)
    for id, entity in corpus.entities.items():
        if not wanted or entity.kind in wanted:
            yield Offer(id, typed, "entity", f"{entity.label} ({entity.kind})")


def _words(kind: str, those: Mapping[str, str], typed: str) -> Iterator[Offer]:
    yield from (Offer(word, typed, kind, told) for word, told in those.items())

"""Reads ``docs/redirects.yaml``: old addresses, and where each leads, in one step, to a place on this site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Entity, Page, Redirect
from kb.core.model.redirects import Address
from kb.core.nearest import did_you_mean
from kb.load.paths import REDIRECTS
from kb.load.yaml_marks import read

Places = Mapping[str, frozenset[str] | None]
"""The pages that there are, each with its places; of one that could not be read nobody knows them."""
_NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ADDRESS = re.compile(rf"(?P<page>(?:{_NAME}/){{0,3}}{_NAME})(?:#(?P<place>[\w.-]+))?")
_FORM = "write a page of this site by its path without ending, as in `facts/treaty#signed-1992`"


@lru_cache(maxsize=64)
def redirects(data: bytes) -> tuple[tuple[Redirect, ...], tuple[Finding, ...]]:
    """The redirects, and faults of form."""
    if not data.strip():
        return (), ()
    root, faults = read(REDIRECTS, data)
    found, made = list(faults), []
    for name, value in root.items.items() if root is not None else ():
        old, new = _address(name), _address(value.text or "")
        for said, address, mark in ((name, old, value.key), (value.text or "", new, value.mark)):
            if address is None:
                found.append(_fault(mark, f"{said[:80]!r} is no address within the site", _FORM, "schema"))
        if old and new:
            made.append(Redirect(old, new, value.key))
    return tuple(made), tuple(found)


def _address(text: str) -> Address | None:
    found = _ADDRESS.fullmatch(text)
    return Address(found["page"], found["place"] or "") if found else None


def astray(
    redirects: tuple[Redirect, ...],
    entities: Mapping[str, Entity],
    documents: Iterable[Page],
    faults: Iterable[Finding],
) -> Iterator[Finding]:
    """What leads nowhere, leads on, or stands in the way of a page that is there."""
    known, moved = _places(entities, documents, faults), {each.old: each.new for each in redirects}
    for each in redirects:
        if _is_there(each.old, known):
            help = "remove the line, or rename what stands there now"
            yield _fault(each.mark, f"{str(each.old)!r} is no old address: it is there", help)
        elif each.old.page not in known and Address(each.old.page) not in moved:
            help = f"add a line that says where {each.old.page!r} is now"
            yield _fault(each.mark, f"nobody is led from the page {each.old.page!r}, which has gone", help)
        if each.new in moved:
            help = f"write {str(moved[each.new])!r}" if moved[each.new] != each.old else "remove one of the lines"
            yield _fault(each.mark, f"{str(each.new)!r} has been moved itself", help)
        elif not _is_there(each.new, known):
            yield _fault(each.mark, f"there is no {str(each.new)!r} to lead to", _meant(each.new, known))


def _places(entities: Mapping[str, Entity], documents: Iterable[Page], faults: Iterable[Finding]) -> Places:
    known: dict[str, frozenset[str] | None] = {each.path: each.anchors for each in documents}
    known |= {each.mark.path: frozenset(statement.slug for statement in each.statements) for each in entities.values()}
    known |= dict.fromkeys((fault.mark.path for fault in faults if fault.rule == "unreadable"), None)
    return {path.partition("/")[2].rpartition(".")[0]: places for path, places in known.items()}


def _is_there(address: Address, known: Places) -> bool:
    if address.page not in known:
        return False
    places = known[address.page]
    return places is None or not address.place or address.place in places


def _meant(address: Address, known: Places) -> str:
    places = known.get(address.page, frozenset())
    near = did_you_mean(address.place, places or ()) if address.page in known else did_you_mean(address.page, known)
    return near or "write where it stands today, or remove the line if it stands nowhere"


def _fault(mark: Mark, text: str, help: str, rule: str = "dead-link") -> Finding:
    return impossible(mark, text, help, rule=rule)

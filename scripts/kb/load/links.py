"""Where a link of a page may lead: to a page, to a place on a page, or to an address of the web."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.core.addresses import LONGEST, fault_of, leads_out
from kb.load.markup import PICTURE

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_PAGE = re.compile(rf"(/?(?:\.\./){{0,3}}(?:{_ID}/){{0,3}}{_ID})\.(md|yaml)(#[^\s#%<>]+)?")
_PLACE = re.compile(r"#[^\s#%<>]+")


@dataclass(frozen=True, slots=True)
class Astray:
    """Why a link may not lead there, as the end of a sentence that names it, and what to do."""

    why: str
    help: str


def astray(target: str) -> Astray | None:
    """What is wrong with a link that may not lead there; nothing if it may.

    An address of the web comes as Markdown writes it into the page, with what stands behind the host encoded, and is
    judged as one of the bibliography is. Only what leads to a file of this repository is judged here.
    """
    if leads_out(target) or len(target) > LONGEST:
        fault = fault_of(target)
        return Astray(fault, "link to an http or https address, or to a page") if fault else None
    if _PAGE.fullmatch(target) or _PLACE.fullmatch(target):
        return None
    help = "link to a page by its path, with `.md` or `.yaml`, or to an http or https address"
    return Astray("against the path of a page, or an address of the web", help)


def page_of(target: str) -> str:
    """The page and the place on it, as rules name them: without the ending."""
    page = _PAGE.fullmatch(target)
    return f"{page[1]}{page[3] or ''}" if page else target


def is_picture(target: str) -> bool:
    """Is it the path of a picture?"""
    return PICTURE.fits(target)

"""Where a link may lead: to a page, to a place on a page, or to an http or https address."""

from __future__ import annotations

import re

from kb.load.markup import PICTURE

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_WEB = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d{1,5})?(?:[/?#][^\s\\\"<>`]*)?")
_HIDDEN = re.compile(r"%(?:[01][0-9A-F]|7F|5C|(?![0-9A-F]{2}))", re.IGNORECASE)
_PAGE = re.compile(rf"(/?(?:\.\./){{0,3}}(?:{_ID}/){{0,3}}{_ID})\.(md|yaml)(#[^\s#%<>]+)?")
_PLACE = re.compile(r"#[^\s#%<>]+")
_SCHEME = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//|[/\\]{2})")
LONGEST = 2000


def wrong_with(target: str) -> str:
    """What to do about a link that may not lead there; nothing if it may."""
    if len(target) > LONGEST:
        return "shorten the address"
    if _WEB.fullmatch(target):
        return "remove what hides a character behind a percent sign" if _HIDDEN.search(target) else ""
    if _SCHEME.match(target):
        return "link to an http or https address, or to a page"
    page = _PAGE.fullmatch(target)
    if page and page[2] == "yaml" and page[3]:
        return "link to the page of the entity, without a place on it"
    if page or _PLACE.fullmatch(target):
        return ""
    return "link to a page by its path, with `.md` or `.yaml`, or to an http or https address"


def is_web(target: str) -> bool:
    """Does it lead out of the site?"""
    return target.startswith(("http://", "https://"))


def page_of(target: str) -> str:
    """The page and the place on it, as rules name them: without the ending."""
    page = _PAGE.fullmatch(target)
    return f"{page[1]}{page[3] or ''}" if page else target


def is_picture(target: str) -> bool:
    """Is it the path of a picture?"""
    return PICTURE.fits(target)

"""Addresses of the web, taken apart."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"https?://(?P<host>[^/?#]+)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<place>.*))?", re.IGNORECASE
)
_FRONT = re.compile(r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|default|home|main)(?:\.\w+)?)?/?", re.IGNORECASE)
"""Nothing, a language, or the usual names of a front page."""
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid)(?:=.*)?", re.IGNORECASE)


def front_page_of(url: str) -> str | None:
    """The host, if the address leads to its front page and no further."""
    parts = _ADDRESS.fullmatch(url.strip("{} "))
    if parts is None or parts["query"] or parts["place"] or not _FRONT.fullmatch(parts["path"]):
        return None
    return parts["host"]


def plain(url: str) -> str:
    """The address without what does not change the page: scheme, www, last slash, tracking, a place in the page."""
    parts = _ADDRESS.fullmatch(url.strip("{} "))
    if parts is None:
        return url
    asked = sorted(each for each in (parts["query"] or "").split("&") if each and not _TRACKING.fullmatch(each))
    path = re.sub(r"(?:/amp|/index\.\w+)?/*$", "", parts["path"])
    return parts["host"].lower().removeprefix("www.") + path + ("?" + "&".join(asked) if asked else "")

"""Addresses of the web: which of them may be linked to, and what they are made of."""

from __future__ import annotations

import re
import unicodedata

_ADDRESS = re.compile(
    r"https?://(?P<host>[^/?#]+)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<place>.*))?", re.IGNORECASE
)
_LINK = re.compile(r"https?://(?P<host>[^/?#\\]*)(?P<rest>[/?#].*)?", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W_](?:[\w-]*[^\W_])?\.?(?::\d{1,5})?")
_UNSAFE = re.compile(r"[\"'<>`{}|\\^]")
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"%(?:[01][0-9A-Fa-f]|7[Ff])")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"{}\\]*[^\s\"{}\\.,;]", re.ASCII)
LONGEST = 2_000
"""So long an address may be; browsers and readers of PDF cut longer ones."""
_FRONT = re.compile(r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|default|home|main)(?:\.\w+)?)?/?", re.IGNORECASE)
"""Nothing, a language, or the usual names of a front page."""
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid)(?:=.*)?", re.IGNORECASE)


def fault_of(address: str) -> str | None:
    """Why a reader must not be sent to this address, as the end of a sentence that names it; nothing if they may.

    ``https`` or ``http``, a host of letters of one script, no name or password, no character that a browser changes.
    """
    if len(address) > LONGEST:
        return f"which has {len(address):,} characters, against at most {LONGEST:,}"
    if hidden := next((each for each in address if unicodedata.category(each) in _HIDDEN), None):
        return f"which holds {'a space' if hidden == ' ' else f'the character U+{ord(hidden):04X}'}"
    parts = _LINK.fullmatch(address)
    if parts is None:
        return "against an address that begins with https:// or http://"
    if "@" in parts["host"]:
        return "which has a name or a password before its host"
    if not _HOST.fullmatch(parts["host"]):
        return f"whose host is {parts['host']!r}, against one such as www.odkb-csto.org"
    if mixed := next((label for label in parts["host"].split(".") if len(_scripts(label)) > 1), None):
        return f"whose host mixes letters of {' and '.join(sorted(_scripts(mixed)))} in {mixed!r}"
    return _fault_behind_host(parts["rest"] or "")


def fault_of_doi(doi: str) -> str | None:
    """Why no address can be made of a DOI, as the end of a sentence that names it; nothing if one can."""
    if _DOI.fullmatch(doi) and doi.isascii() and len(doi) <= LONGEST:
        return None
    return "against the form 10.1080/02634930802355121, without https://doi.org/"


def _fault_behind_host(rest: str) -> str | None:
    if unsafe := _UNSAFE.search(rest):
        return f"which holds {unsafe[0]!r}; an address has it as %{ord(unsafe[0]):02X}"
    if broken := _PERCENT.search(rest):
        return f"in which {rest[broken.start() : broken.start() + 3]!r} is no percent sign with two hex digits"
    control = _CONTROL.search(rest)
    return f"which holds the control character {control[0]!r}" if control else None


def _scripts(label: str) -> set[str]:
    """The scripts of its letters; those of East Asia are written together."""
    names = {unicodedata.name(letter, "?").split(" ")[0] for letter in label if letter.isalpha()}
    return {"CJK" if name in ("HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO") else name for name in names}


def linked(address: str) -> str:
    """An address with its host in letters of ASCII, as every program that follows links has it."""
    parts = _ADDRESS.fullmatch(address)
    if parts is None or parts["host"].isascii():
        return address
    try:
        host = parts["host"].encode("idna").decode("ascii")
    except UnicodeError:
        return address
    return address[: parts.start("host")] + host + address[parts.end("host") :]


def shown(address: str) -> str:
    """An address as it is printed, without what says nothing.

    A host in foreign letters that only looks like another is printed in letters of ASCII: ``аррle.com`` in Cyrillic
    letters is, ``шос.рф`` is not.
    """
    parts = _ADDRESS.fullmatch(address)
    if parts and not parts["host"].isascii() and parts["host"].rpartition(".")[2].isascii():
        address = linked(address)
    return re.sub(r"^https?://(?:www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")


def front_page_of(url: str) -> str | None:
    """The host, if the address leads to its front page and no further."""
    parts = _ADDRESS.fullmatch(url)
    if parts is None or parts["query"] or parts["place"] or not _FRONT.fullmatch(parts["path"]):
        return None
    return parts["host"]


def plain(url: str) -> str:
    """The address without what does not change the page: scheme, www, last slash, tracking, a place in the page."""
    parts = _ADDRESS.fullmatch(url)
    if parts is None:
        return url
    asked = sorted(each for each in (parts["query"] or "").split("&") if each and not _TRACKING.fullmatch(each))
    path = re.sub(r"(?:/amp|/index\.\w+)?/*$", "", parts["path"])
    return parts["host"].lower().removeprefix("www.") + path + ("?" + "&".join(asked) if asked else "")

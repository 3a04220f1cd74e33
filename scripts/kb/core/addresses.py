"""Addresses of the web: which of them may be linked to, from a page or a source, and what they are made of."""

from __future__ import annotations

import re
import unicodedata

from kb.core.alphabets import script_of

_ADDRESS = re.compile(
    r"https?://(?P<host>[^/?#]+)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<place>.*))?", re.IGNORECASE
)
_LINK = re.compile(r"https?://(?P<host>[^/?#\\]*)(?P<rest>[/?#].*)?", re.DOTALL)
_ELSEWHERE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})")
_HOST = re.compile(r"(?P<name>(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W_](?:[\w-]*[^\W_])?)\.?(?::(?P<port>[0-9]{1,5}))?")
_PORTS = range(1, 65_536)
_UNSAFE = re.compile(r"[\"<>`{}|^]")
_BACKSLASH = re.compile(r"\\|%5C", re.IGNORECASE)
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"%(?:[01][0-9A-F]|7F|E2%80%(?:8[EF]|A[89A-E])|E2%81%A[6-9]|D8%9C)", re.IGNORECASE)
"""Controls behind percent signs: those of ASCII, ends of lines and paragraphs, and what turns the direction of text."""
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"{}\\]*[^\s\"{}\\.,;]", re.ASCII)
LONGEST = 2_000
"""So long an address may be; browsers and readers of PDF cut longer ones."""
_FRONT = re.compile(r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|default|home|main)(?:\.\w+)?)?/?", re.IGNORECASE)
"""Nothing, a language, or the usual names of a front page."""
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid)(?:=.*)?", re.IGNORECASE)


def leads_out(target: str) -> bool:
    """Is a link meant for another place than the files of this repository, by whatever scheme?"""
    return _ELSEWHERE.match(target) is not None


def is_web(target: str) -> bool:
    """Does it begin as an address of the web does?"""
    return target.startswith(("https://", "http://"))


def fault_of(address: str) -> str | None:
    """Why a reader must not be sent to this address, as the end of a sentence that names it; nothing if they may.

    ``https`` or ``http`` in small letters, as MyST wants it; a host of letters of one script, no name or password, no
    character that a browser changes.
    """
    if len(address) > LONGEST:
        return f"which has {len(address):,} characters, against at most {LONGEST:,}"
    if hidden := next((each for each in address if unicodedata.category(each) in _HIDDEN), None):
        return f"which holds {'a space' if hidden == ' ' else f'the character U+{ord(hidden):04X}'}"
    parts = _LINK.fullmatch(address)
    if parts is None:
        return "against an address that begins with https:// or http://"
    return _fault_in_host(parts["host"]) or _fault_behind_host(parts["rest"] or "")


def _fault_in_host(written: str) -> str | None:
    if "@" in written:
        return "which has a name or a password before its host"
    host = _HOST.fullmatch(written)
    labels = [_spelt(label) for label in host["name"].split(".")] if host else []
    if host is None or not all(labels) or _in_ascii(host["name"]) is None:
        return f"whose host is {written!r}, against one such as www.example.org"
    if host["port"] and int(host["port"]) not in _PORTS:
        return f"whose port is {host['port']}, against one of 1 to {_PORTS[-1]}"
    if mixed := next((label for label in labels if len(_scripts(label)) > 1), None):
        return f"whose host mixes letters of {' and '.join(sorted(_scripts(mixed)))} in {mixed!r}"
    return None


def fault_of_doi(doi: str) -> str | None:
    """Why no address can be made of a DOI, as the end of a sentence that names it; nothing if one can."""
    if _DOI.fullmatch(doi) and doi.isascii() and len(doi) <= LONGEST:
        return None
    return "against the form 10.1080/02634930802355121, without https://doi.org/"


def _fault_behind_host(rest: str) -> str | None:
    if unsafe := _UNSAFE.search(rest):
        return f"which holds {unsafe[0]!r}; an address has it as %{ord(unsafe[0]):02X}"
    if backslash := _BACKSLASH.search(rest):
        return f"which holds {backslash[0]!r}; an address has no backslash"
    if broken := _PERCENT.search(rest):
        return f"in which {rest[broken.start() : broken.start() + 3]!r} is no percent sign with two hex digits"
    control = _CONTROL.search(rest)
    return f"which holds the control character {control[0]!r}" if control else None


def _spelt(label: str) -> str:
    """A label of a host in its own letters: ``xn--n1agt`` is ``шос``; nothing if it stands for none."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return ""


def _in_ascii(host: str) -> str | None:
    """The host as programs ask for it; nothing if there can be no such host."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return None


def _scripts(label: str) -> set[str]:
    """The scripts of its letters; those of East Asia are written together."""
    names = {script_of(letter) for letter in label if letter.isalpha()}
    return {"CJK" if name in ("HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO") else name for name in names}


def linked(address: str) -> str:
    """An address with its host in letters of ASCII, as every program that follows links has it."""
    parts = _ADDRESS.fullmatch(address)
    if parts is None or parts["host"].isascii():
        return address
    name, colon, port = parts["host"].partition(":")
    host = _in_ascii(name) or name
    return address[: parts.start("host")] + host + colon + port + address[parts.end("host") :]


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

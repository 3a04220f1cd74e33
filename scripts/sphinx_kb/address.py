"""Where the site or its repository stands, as the environment names it: an address of the web, or none."""

from __future__ import annotations

from urllib.parse import urlsplit

from sphinx.errors import ConfigError


def address(environment: dict[str, str], *names: str) -> str:
    """What the first of these variables says that says anything, ending in a slash, so that names can be put to it."""
    name, given = next(
        ((name, environment[name].strip()) for name in names if environment.get(name, "").strip()), ("", "")
    )
    if given and not _is_web(given):
        raise ConfigError(f"{name} is {given!r}, against an address such as 'https://islands.example/base/'")
    return given.rstrip("/") + "/" if given else ""


def _is_web(given: str) -> bool:
    try:
        parts = urlsplit(given)
        host = parts.hostname
    except ValueError:
        return False
    plain = given.isascii() and given.isprintable() and not set(given) & set(" \"'<>\\`")
    return plain and parts.scheme in ("http", "https") and bool(host) and not parts.query and not parts.fragment

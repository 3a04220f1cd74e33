"""Reads the inputs: one TOML file a family, one table an input."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import indent

FAMILIES = Path(__file__).parent / "families"
EXPECTED = ("refused", "found", "harmless", "safe")
"""What may be expected of an input.

``refused``   the check has an error at its place, and no build begins.
``found``     the check has an error or a warning at its place; a build that begins all the same does no harm.
``harmless``  the check is clean, both builds say nothing, and readers see what was written.
``safe``      refused or harmless, whichever; for what is no fault of form and has no use either.
"""
_FRAME = "---\nabout: [league]\nasof: 2019-05-01\n---\n\n# About the League\n\n{body}\n"
_ENTITY = "id: {name}\nkind: topic\nnames: {{en: The {title}}}\nstatements:\n  told:\n{body}\n"
_ENTRY = {
    "organization": "{{Straits Gazette}}",
    "year": "{1995}",
    "url": "{https://gazette.example/1995/%s}",
    "urldate": "{2019-05-01}",
    "note": "{Seen whole}",
    "langid": "{english}",
    "keywords": "{secondary}",
}
"""What an entry of the bibliography has, unless the input says otherwise."""
_REPEATED = re.compile(r"⟦(\d+)×(.*?)⟧", re.DOTALL)


@dataclass(frozen=True)
class Input:
    """One input: what is laid over the small repository, and what should come of it."""

    family: str
    name: str
    why: str
    expect: str
    files: Mapping[str, str]
    entries: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    made: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    at: str = ""
    rule: str = ""
    shows: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Family and name."""
        return f"{self.family}/{self.name}"

    @property
    def stands_alone(self) -> bool:
        """Must it be built by itself: because no build may begin, or because it changes what others share?"""
        own = all(path.rpartition("/")[2].startswith(self.name) for path in self.files)
        shared = bool(self.entries) and self.expect != "harmless"  # one bad entry spoils the list for all
        return self.expect == "refused" or shared or not own or bool(self.made or self.links or self.ignored)

    @property
    def page(self) -> str:
        """Its page on the site; any of those that hold sources, for an entry."""
        return "sources/*" if self.path == "refs.bib" else self.path.removeprefix("docs/").rpartition(".")[0]


def families() -> list[Input]:
    """Every input of every family."""
    return [made for file in sorted(FAMILIES.glob("*.toml")) for made in _family(file)]


def _family(file: Path) -> Iterator[Input]:
    for name, told in tomllib.loads(file.read_text("utf-8")).items():
        yield _input(file.stem, name, told)


def _input(family: str, name: str, told: dict) -> Input:
    """A body of a page, a statement or an entry is set in the frame that makes a whole file of it."""
    told = dict(told)
    files = {path: _grown(text) for path, text in told.pop("files", {}).items()}
    path = told.pop("path", "")
    title = name.replace("-", " ").capitalize()
    for kind, place, frame in (
        ("body", "docs/topic/{}.md", _FRAME),
        ("page", "docs/topic/{}.md", "{body}"),
        ("statement", "docs/facts/{}.yaml", _ENTITY),
        ("entity", "docs/facts/{}.yaml", "{body}"),
    ):
        if kind in told:
            path = path or place.format(name)
            body = indent(told.pop(kind), "    ") if kind == "statement" else told.pop(kind)
            files[path] = frame.format(name=name, title=title, body=_grown(body))
    entries = _grown(told.pop("entries", "") or _entry(name, told.pop("fields", "")))
    path = path or ("refs.bib" if entries else next(iter([*files, *told.get("links", {}), *told.get("made", {})]), ""))
    told["shows"] = tuple(told.get("shows", ()))
    told["ignored"] = tuple(told.get("ignored", ()))
    return Input(family, name, files=files, entries=entries, path=path, **told)


def _entry(name: str, fields: str) -> str:
    """A whole entry around some fields; one that names itself stands for the usual one."""
    if not fields:
        return ""
    word = name.replace("-", "")
    given = {found.lower() for found in re.findall(r"^(\w[\w-]*)\s*=", fields, re.MULTILINE)}
    usual = "".join(f"  {key} = {value},\n" for key, value in _ENTRY.items() if key not in given)
    return f"@misc{{Gazette1995{word},\n{fields.rstrip()}\n{usual.replace('%s', word)}}}\n"


def _grown(text: str) -> str:
    """``⟦1000×word⟧`` stands for a thousand words."""
    return _REPEATED.sub(lambda found: found[2] * int(found[1]), text)

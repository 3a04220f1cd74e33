"""An entry of the bibliography is of a known type and has known fields."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Source
from kb.core.nearest import did_you_mean, nearest

COMMON = frozenset(
    "author shortauthor editor translator title shorttitle subtitle year month date origdate urldate url doi note"
    " keywords langid organization publisher address location x-derives x-living x-party x-text x-archived"
    " archiveurl".split()
)
PART = frozenset("booktitle chapter pages isbn series volume number edition".split())
BY_TYPE = {
    "article": frozenset("journal journaltitle volume number issue pages eid issn".split()),
    "book": frozenset("isbn series volume number edition pages".split()),
    "collection": frozenset("isbn series volume number edition pages".split()),
    "inbook": PART,
    "incollection": PART,
    "inproceedings": PART | {"eventtitle", "eventdate", "venue"},
    "misc": frozenset("howpublished type number eventdate version".split()),
    "online": frozenset("howpublished eventdate version".split()),
    "report": frozenset("institution type number series isbn pages howpublished".split()),
    "thesis": frozenset("institution school type pages".split()),
    "unpublished": frozenset("howpublished eventtitle eventdate venue".split()),
}


def check(source: Source) -> Iterator[Finding]:
    """An entry of the bibliography is of a known type and has known fields."""
    if source.type not in BY_TYPE:
        near = nearest(source.type, BY_TYPE)
        help = f"did you mean @{near}?" if near else f"types are {', '.join(sorted(BY_TYPE))}"
        yield impossible(source.mark, f"{source.key} is of the unknown type @{source.type}", help, seen=(source.type,))
        return
    known = COMMON | BY_TYPE[source.type]
    for name in source.fields:
        if name not in known:
            help = did_you_mean(name, known) or f"fields of @{source.type} are {', '.join(sorted(known))}"
            text = f"@{source.type} {source.key} has the unknown field {name!r}"
            yield impossible(source.marks.get(name, source.mark), text, help, seen=(source.key, name))

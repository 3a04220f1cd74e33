"""A source links to nothing but an address of the web."""

import re
from collections.abc import Iterator

from kb.finding import Finding, impossible
from kb.model import Source

_ADDRESS = re.compile(r"https?://[\w.-]+\.\w+\.?(?::\d+)?(?:[/?#][^\s\"'<>`{}|\\^\x00-\x1f\x7f]*)?", re.IGNORECASE)
_MACRO = re.compile(r"\\(?:url|href)\s*\{([^}]*)\}")


def check(source: Source) -> Iterator[Finding]:
    """A source links to nothing but an address of the web."""
    for name, value in source.fields.items():
        addresses = _MACRO.findall(value)
        if ("url" in name or name == "x-archived") and name != "urldate" and not addresses:
            addresses = [value.replace("\\", "")]
        for address in addresses:
            if not _ADDRESS.fullmatch(address.strip()):
                yield impossible(
                    source.marks.get(name, source.mark),
                    f"{name!r} is {address.strip()!r}, against an address that begins with https:// or http://",
                    "copy the address of the page where the source was seen, or leave the field out",
                    seen=(address,),
                )

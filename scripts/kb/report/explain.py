"""The pages of the rules, made readable in a terminal: one whole, or all of them with a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from kb.core.nearest import near as nearly

_FENCE = re.compile(r"(`{3,}|~{3,})\s*(.*)")
FAMILIES = "form identity time office membership instrument number source claim prose event process".split()
"""In this order the rules are listed, here and on the site."""
_ROLE = re.compile(r"\{[\w:-]+\}`([^`]*)`")


def pages(files: Mapping[str, bytes]) -> dict[str, str]:
    """The path of each rule's page, by slug."""
    paths = [PurePosixPath(path) for path in files if re.fullmatch(r"docs/rules/[^/]+/[^/]+\.md", path)]
    return {path.stem: str(path) for path in paths}


def index(files: Mapping[str, bytes]) -> Iterator[str]:
    """Every rule by family, each with the first line of its page."""
    known = sorted(pages(files).items())
    width = max((len(slug) for slug, _ in known), default=0)
    families: dict[str, list[str]] = {family: [] for family in FAMILIES}
    for slug, path in known:
        told = readable(files[path].decode(errors="replace")).split("\n")[1:]
        first = next((line for line in told if line), "")
        families.setdefault(PurePosixPath(path).parts[2], []).append(f"  {slug:{width}}  {first}".rstrip())
    for family, lines in families.items():
        if lines:
            yield from (family.upper(), *lines, "")


def near(slug: str, files: Mapping[str, bytes]) -> list[str]:
    """The rules whose names come closest to a mistyped one."""
    known = pages(files)
    return nearly(slug, known) or [name for name in known if slug in name][:3]


def readable(page: str) -> str:
    """The page without front matter and markup: headings stand out, examples are indented below their file's name."""
    body = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
    return "\n".join(_lines(body)).strip()


def _lines(body: str) -> Iterator[str]:
    fence = ""
    for line in body.splitlines():
        opening = _FENCE.fullmatch(line.strip())
        if fence:
            if line.strip() == fence:
                fence = ""
            elif line.startswith(":caption:"):
                yield f"    # {line.removeprefix(':caption:').strip()}"
            else:
                yield f"    {line}".rstrip()
        elif opening:
            fence = opening[1]
        else:
            yield _prose(line)


def _prose(line: str) -> str:
    if line.startswith("### "):
        return line.removeprefix("### ")
    if line.startswith(("# ", "## ")):
        return line.lstrip("# ").upper()
    return _ROLE.sub(r"\1", line).replace("`", "")

"""Reads a scenario: the files before and after a change, and what is told of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
FENCE = re.compile(r"^(`{3,})([^\n`]*)\n(.*?)^\1[ ]*$\n?", re.DOTALL | re.MULTILINE)
EDIT = re.compile(r"<<<<\n(.*?)====\n(.*?)>>>>\n?", re.DOTALL)
GONE = re.compile(r"^- gone: (\S+)$", re.MULTILINE)
MOVED = re.compile(r"^- moved: (\S+) → (\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Scenario:
    """One change of the small corpus, and what is told of it."""

    before: dict[str, bytes]
    after: dict[str, bytes]
    told: list[str]
    details: dict[int, list[str]] = field(default_factory=dict)
    visible: str | None = None


def scenario(path: Path, small: dict[str, bytes]) -> Scenario:
    """A scenario as it was written."""
    text = path.read_text("utf-8")
    before = laid(section(text, "Before"), small)
    after = laid(section(text, "After"), before)
    told, details, visible = "", {}, None
    for _, info, body in FENCE.findall(section(text, "Told")):
        if info == "text":
            told = body
        else:
            details[int(info.removeprefix("details") or 1)] = body.splitlines()
    for _, _, body in FENCE.findall(section(text, "Told in Markdown")):
        visible = body.strip()
    return Scenario(before, after, told.splitlines(), details, visible)


def section(text: str, name: str) -> str:
    """The text under a heading."""
    fenced = [(m.start(), m.end()) for m in FENCE.finditer(text)]
    heads = [m for m in SECTION.finditer(text) if not any(a <= m.start() < b for a, b in fenced)]
    for n, head in enumerate(heads):
        if head[1] == name:
            return text[head.end() + 1 : heads[n + 1].start() if n + 1 < len(heads) else len(text)]
    return ""


def laid(text: str, base: dict[str, bytes]) -> dict[str, bytes]:
    """Files with what a section lays over them."""
    files = dict(base)
    bare = FENCE.sub("", text)
    for path in GONE.findall(bare):
        assert path in base or not path.startswith("docs/"), f"{path} is not there"
        files.pop(path, None)  # what lies elsewhere is no content, and was never read
    for old, new in MOVED.findall(bare):
        files[new] = files.pop(old)
    edits: dict[str, list[tuple[str, str]]] = {}
    for _, info, body in FENCE.findall(text):
        language, path, *how = info.split()
        if language == "edit":
            edits.setdefault(path, []).extend(EDIT.findall(body))
        else:
            whole = body.replace("\n", "\r\n") if "crlf" in how else body
            files[path] = whole.encode("latin-1" if "latin-1" in how else "utf-8")
    for path, those in edits.items():
        files[path] = edited(path, files[path].decode(), those).encode()
    return files


def edited(path: str, text: str, edits: list[tuple[str, str]]) -> str:
    """A text with its edits, each looked up in the text as it was."""
    spans = []
    for old, new in edits:
        assert text.count(old) == 1, f"{path}: {old!r} stands {text.count(old)} times"
        start = text.index(old)
        spans.append((start, start + len(old), new))
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text

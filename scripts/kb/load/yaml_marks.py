"""YAML as plain data that knows where each value was written.

Only mappings, lists and text: no implicit typing, so ``NO`` stays a word and a date stays what was typed. Anchors,
aliases, tags and a second document are refused. libyaml reads the events; nothing is constructed or executed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

import yaml

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.load.decoding import decode
from kb.load.stray_faults import fault
from kb.load.strays import strays
from kb.load.yaml_faults import TooMuch, cut, syntax, unreadable

DEEPEST = 32
"""So many levels of lists and mappings at most; the ledger has six."""
LONGEST = 20_000
"""So many characters of one value; the ledger's longest has some hundred."""
MOST = 2_000
"""So many members of one list or mapping; the ledger's longest has some hundred."""


@dataclass(frozen=True, slots=True)
class Located:
    """A value (text, list or mapping of located values) and where it and its key were written."""

    value: str | dict[str, Located] | list[Located]
    mark: Mark
    key: Mark

    @property
    def text(self) -> str | None:
        """The text, if it is one."""
        return self.value if isinstance(self.value, str) else None

    @property
    def items(self) -> dict[str, Located]:
        """Its fields, if it is a mapping; none otherwise."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def list(self) -> list[Located]:
        """Its members, if it is a list; itself as the only member otherwise."""
        return self.value if isinstance(self.value, list) else [self]


def read(path: str, data: bytes) -> tuple[Located | None, tuple[Finding, ...]]:
    """Read one YAML document; what cannot be read is a finding with its place."""
    text, faults = decode(path, data)
    if text is None:
        return None, faults
    root, more = parse(path, text)
    return root, (*faults, *more)


def parse(path: str, text: str) -> tuple[Located | None, tuple[Finding, ...]]:
    """Read one YAML document that is decoded already."""
    if not text.strip():
        return None, (unreadable(Mark(path), "the file is empty", "write the entity, or remove the file"),)
    reader = _Reader(path, text)
    try:
        root = reader.document(iter(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except TooMuch as limit:
        return None, (*reader.faults, limit.fault)
    except yaml.MarkedYAMLError as error:
        return None, (*reader.faults, syntax(path, text, error))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        what = f"the character U+{ord(error.character) if isinstance(error.character, str) else error.character:04X}"
        fault = unreadable(Mark(path, line), f"{what} is not allowed in YAML", "remove the character")
        return None, (*reader.faults, fault)
    return root, (*reader.faults, *cut(path, text))


def _is_plain(event: yaml.Event) -> TypeGuard[yaml.ScalarEvent]:
    """Is it a scalar, with no anchor and no tag? Nearly everything is."""
    return type(event) is yaml.ScalarEvent and not event.anchor and not event.tag


def _node(event: yaml.Event) -> yaml.NodeEvent:
    """Within a list or mapping every event but its end begins a value."""
    assert isinstance(event, yaml.NodeEvent)  # noqa: S101  # the grammar of YAML events
    return event


class _Reader:
    """Builds located values from libyaml's events and collects what it refuses."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.faults: list[Finding] = []
        self._text = text
        self._escapes = "\\" in text
        self._depth = 0

    def document(self, events: Iterator[yaml.Event]) -> Located | None:
        root: Located | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
                self._refuse(event, "a line that begins with %", "remove it")
            if isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent)):
                if root is not None:
                    self._refuse(event, "a second document", "keep one document to a file")
                root = root or self._value(event, events, None)
        return root

    def _value(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], key: Mark | None) -> Located:
        mark = self._mark(event)
        if _is_plain(event):
            return Located(self._scalar(event, mark), mark, key or mark)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"the alias *{event.anchor}", "write the value out")
            return Located("", mark, key or mark)
        if event.anchor:
            self._refuse(event, f"the anchor &{event.anchor}", "write the value out where it is needed")
        if getattr(event, "tag", None):
            self._refuse(
                event, f"the tag {getattr(event, 'tag', '')}", "write the plain value; the schema knows its type"
            )
        if isinstance(event, yaml.ScalarEvent):
            return Located(self._scalar(event, mark), mark, key or mark)
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooMuch(mark, f"this is nested more than {DEEPEST} levels deep", "write it as plain fields")
        made = (
            self._sequence(events, mark) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(events, mark)
        )
        self._depth -= 1
        return Located(made, mark, key or mark)

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> str:
        text = event.value
        if len(text) > LONGEST:
            what = f"the text has {len(text):,} characters, against {LONGEST:,} at most"
            raise TooMuch(mark, what, "keep to what is stated, and cite the rest")
        if self._escapes and event.style == '"':  # "\u202e" puts in what does not stand in the file
            self.faults += [fault(mark, stray) for stray in strays(text) if stray.char not in self._text]
        return str(text)

    def _sequence(self, events: Iterator[yaml.Event], mark: Mark) -> list[Located]:
        items: list[Located] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            self._bound(len(items), mark)
            items.append(self._value(_node(event), events, None))
        return items

    def _mapping(self, events: Iterator[yaml.Event], at: Mark) -> dict[str, Located]:
        fields: dict[str, Located] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._bound(len(fields), at)
            mark = self._mark(event)
            name = self._scalar(event, mark) if _is_plain(event) else self._value(_node(event), events, None).text
            value = self._value(_node(next(events)), events, mark)
            if name is None:
                self._refuse(event, "a key that is a list or mapping", "use plain words as keys")
            elif name == "<<":
                self._refuse(event, "the merge key <<", "write the fields out")
            elif name in fields:
                self.faults.append(
                    impossible(
                        mark,
                        f"the key {name!r} stands twice in one mapping",
                        "keep one of the two, or give the second its own name",
                        compare=(fields[name].key,),
                        rule="duplicate-key",
                    )
                )
            else:
                fields[name] = value
        return fields

    def _bound(self, size: int, mark: Mark) -> None:
        if size >= MOST:
            raise TooMuch(mark, f"this has more than {MOST:,} members", "divide it, or remove what is not needed")

    def _mark(self, event: yaml.Event) -> Mark:
        start = event.start_mark
        return Mark(self.path, start.line + 1, start.column + 1) if start else Mark(self.path)

    def _refuse(self, event: yaml.Event, what: str, help: str) -> None:
        self.faults.append(unreadable(self._mark(event), f"{what} is not allowed in the ledger", help))

"""Mutates ledger files by their nodes: a mapping loses, doubles or exchanges fields, a value takes another form."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random

import yaml

from kb_fuzz import spice

FIELDS = (
    "id kind names en ru short also part-of stands-for ids wikidata statements claims judgements founded signed"
    " in-force member held-by records provides number-of strength took-place led-by evidence by at quote seen on from"
    " until through as-of checked as who complete where with dates counts articles ordinal number inferred"
    " superseded-by planned after before during later earlier within lasts n to of than side bound says author stance"
    " hedge terms question follow over open because event agent theme polarity modality further free"
).split()
VALUES = (
    "1990", "1990-06-03", "0001-01-01", "9999-12-31", "199X", "1990~", "1990-06/1991", "ongoing", "unknown", "true",
    "3", "-1", "9" * 30, "1e309", "nan", "league", "arvenia", "rask", "league#founded-1990", "told", "years", "over",
    "begin", "League2006history", "¶ 1", "Art. 4", "full", "argues", "topic", "event", "post", "instrument", "sign",
    "leave", "not", "planned", "the pact of old", "x", "", " ",
)  # fmt: skip


def changed(text: str, draw: Random) -> str:
    """Change one node, if it can be read at all."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeError, ValueError):
        return text
    nodes = [node for node in _nodes(root) if node.value] if root is not None else []
    if not nodes:
        return text
    node = draw.choice(nodes)
    (_mapping if isinstance(node, yaml.MappingNode) else _sequence)(node, nodes, draw)
    try:
        return yaml.serialize(root, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10_000)
    except (yaml.YAMLError, UnicodeError, RecursionError):
        return text


def _nodes(root: yaml.Node) -> Iterator[yaml.CollectionNode]:
    """Mappings and lists, each once, however often an alias stands for it."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, yaml.CollectionNode) and id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting += [each for child in node.value for each in (child if isinstance(child, tuple) else (child,))]


def _mapping(node: yaml.MappingNode, others: list[yaml.CollectionNode], draw: Random) -> None:
    at = draw.randrange(len(node.value))
    key, value = node.value[at]
    match draw.randrange(7):
        case 0:
            del node.value[at]
        case 1:
            node.value.insert(draw.randrange(len(node.value) + 1), (_scalar(draw.choice(FIELDS)), _value(value, draw)))
        case 2:
            node.value[at] = _scalar(draw.choice(FIELDS)), value
        case 3:
            node.value.append(deepcopy((key, value)))
        case 4:
            mapping = draw.choice([other for other in others if isinstance(other, yaml.MappingNode)])
            node.value[at] = key, deepcopy(draw.choice(mapping.value)[1])
        case _:
            node.value[at] = key, _value(value, draw)


def _sequence(node: yaml.SequenceNode, others: list[yaml.CollectionNode], draw: Random) -> None:
    del others
    at = draw.randrange(len(node.value))
    match draw.randrange(4):
        case 0:
            del node.value[at]
        case 1:
            node.value += [deepcopy(node.value[at]) for _ in range(draw.choice((1, 2, 50)))]
        case _:
            node.value[at] = _value(node.value[at], draw)


def _value(old: yaml.Node, draw: Random) -> yaml.Node:
    """Another value, or the old one in another form."""
    chance = draw.random()
    if chance < 0.35:
        return _scalar(draw.choice(VALUES))
    if chance < 0.6:
        return _scalar(spice.word(draw))
    if chance < 0.8 and isinstance(old, yaml.ScalarNode):
        at = draw.randrange(len(old.value) + 1)
        return _scalar(old.value[:at] + draw.choice((spice.character, spice.word))(draw) + old.value[at:])
    if chance < 0.9:
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [old], flow_style=True)
    return yaml.MappingNode("tag:yaml.org,2002:map", [(_scalar(draw.choice(FIELDS)), old)], flow_style=True)


def _scalar(text: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", text)

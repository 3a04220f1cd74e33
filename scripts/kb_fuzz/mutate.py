"""Makes an input of a seed: by its own grammar, by its words, and by its bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from kb_fuzz import entries, facts, spice
from kb_fuzz.seeds import Seeds
from kb_fuzz.sown import ENTRY, FACT, PAGE, Sown

SHARES = {PAGE: 45, FACT: 30, ENTRY: 25}
"""How many of a hundred inputs are of which kind."""
_TOKEN = re.compile(
    r"\{[\w:.-]+\}`[^`\n]*`|`+[^`\n]*`+|\[[^\]\n]*\]\([^)\n]*\)|^[`:~]{3,}.*$|^\s*:[\w-]+:|\w+|\n+|[^\w\n]",
    re.MULTILINE,
)
_ID = re.compile(r"^id:.*$", re.MULTILINE)
_KEY = re.compile(r"^(@\w+\{)([^,\n]*)")


def made(seed: int | str, number: int, those: Seeds, only: str = "") -> Sown:
    """The input of that number: the same for the same seed, and for the same kind if only one is wanted."""
    draw = Random(f"{seed} {number}")  # noqa: S311  # reproducible, no secret
    kind = only or draw.choices(list(SHARES), list(SHARES.values()))[0]
    name = f"f{number}"
    texts = {PAGE: those.pages, FACT: those.facts, ENTRY: those.entries}[kind]
    text = _named(draw.choice(texts), kind, name)
    if draw.random() < 0.15:
        text = _spliced(text, draw.choice(texts), draw)
    for _ in range(min(1 + int(draw.expovariate(0.7)), 8)):
        text = _changed(text, kind, those, draw)
    data = text.encode("utf-8", "surrogatepass")
    return Sown(kind, name, _flipped(data, draw) if draw.random() < 0.05 else data)


def _named(text: str, kind: str, name: str) -> str:
    """An id and a key of its own, so that many inputs can lie beside one another."""
    if kind == FACT:
        return _ID.sub(f"id: {name}", text, count=1)
    return _KEY.sub(rf"\g<1>Fuzz1995w{name[1:]}", text, count=1) if kind == ENTRY else text


def _changed(text: str, kind: str, those: Seeds, draw: Random) -> str:
    own: dict[str, Callable[[str, Random], str]] = {FACT: facts.changed, ENTRY: entries.changed}
    if kind in own and draw.random() < 0.6:
        return own[kind](text, draw)
    change = draw.choice((_token, _token, _token, _sprinkled, _sprinkled, _line, _wrapped))
    return change(text, those, draw)


def _token(text: str, those: Seeds, draw: Random) -> str:
    """Drop, double, exchange, repeat or replace a token."""
    tokens = _TOKEN.findall(text)
    if len(tokens) < 2:
        return text + spice.word(draw, those.words)
    at, other = draw.randrange(len(tokens)), draw.randrange(len(tokens))
    match draw.randrange(6):
        case 0:
            del tokens[at]
        case 1:
            tokens.insert(at, tokens[other])
        case 2:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        case 3:
            tokens[at] *= draw.choice((2, 3, 10, 100)) if draw.random() < 0.98 else 2_000
        case 4:
            tokens[at] = spice.word(draw, those.words)
        case _:
            tokens.insert(at, spice.word(draw, those.words))
    return "".join(tokens)


def _sprinkled(text: str, those: Seeds, draw: Random) -> str:
    """Put a character somewhere, or in place of another one."""
    del those
    at = draw.randrange(len(text) + 1)
    return text[:at] + spice.character(draw) + text[at + draw.randrange(2) :]


def _line(text: str, those: Seeds, draw: Random) -> str:
    """Move, drop, double, indent or break a line."""
    del those
    lines = text.split("\n")
    at, to = draw.randrange(len(lines)), draw.randrange(len(lines) + 1)
    match draw.randrange(6):
        case 0:
            lines.insert(to, lines[at])
        case 1:
            del lines[at]
        case 2:
            lines[at] = draw.choice(("    ", "\t", "  ", "> ", "- ", "1. ", ": ", "## ", "% ")) + lines[at]
        case 3:
            cut = draw.randrange(len(lines[at]) + 1)
            lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
        case 4:
            lines[at] = lines[at].strip()
        case _:
            return draw.choice(("\r\n", "\r", "\n\n", " \n", "\\\n")).join(lines)
    return "\n".join(lines)


def _wrapped(text: str, those: Seeds, draw: Random) -> str:
    """Put a part between signs that belong together."""
    del those
    start = draw.randrange(len(text) + 1)
    end = min(len(text), start + int(draw.expovariate(0.05)))
    before, behind = draw.choice(PAIRS)
    return text[:start] + before + text[start:end] + behind + text[end:]


PAIRS = (
    ("*", "*"), ("**", "**"), ("`", "`"), ("[", "](https://x.example)"), ("[", "]{.own}"), ("“", "”"), ('"', '"'),
    ("{", "}"), ("<", ">"), ("\n:::{note}\n", "\n:::\n"), ("\n```{admonition} x\n", "\n```\n"), ("\n> ", "\n"),
    ("\n- ", "\n"), ("\n| a | b |\n|---|---|\n| ", " | x |\n"), ("{abbr}`", " (x)`"), ("[^x]\n\n[^x]: ", "\n"),
    ("![", "](x.png)"), ("[", "]"), ("\n```{list-table}\n* - ", "\n```\n"), ("\nTerm\n: ", "\n"), ("\n\n## ", "\n\n"),
    ("$", "$"), ("\\", ""), ("~", "~"), ("{doc}`", " <league>`"), ("{kb:holder}`", " @ 2003`"), ("(", ")"),
    ("\n::::{grid} 1\n:::{grid-item-card} ", "\n:::\n::::\n"),
)  # fmt: skip


def _spliced(text: str, other: str, draw: Random) -> str:
    """The head of one and the tail of another."""
    return text[: draw.randrange(len(text) + 1)] + other[draw.randrange(len(other) + 1) :]


def _flipped(data: bytes, draw: Random) -> bytes:
    """Change bytes without regard to what they mean."""
    made_ = bytearray(data)
    for _ in range(1 + int(draw.expovariate(0.5))):
        at = draw.randrange(len(made_) + 1)
        match draw.randrange(3):
            case 0:
                made_[at:at] = bytes([draw.randrange(256)])
            case 1:
                del made_[at : at + 1]
            case _:
                made_[at : at + 1] = bytes([draw.randrange(256)])
    return bytes(made_)

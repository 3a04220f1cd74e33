"""A directive as it was typed: its name, its argument, its options and its body, each held against what it may be."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from kb.core.nearest import did_you_mean
from kb.load.markup import DEEPEST, DIRECTIVES, LANGUAGE, Body, Directive, TextForm

Fault = Callable[[int, str, str, str, str], None]
"""Reports row, word at which to look, text, help and rule."""
RAW, BROKEN = "raw-markup", "broken-markup"
_OPTION = re.compile(r"\s*:([A-Za-z][A-Za-z0-9-]*):(?: (.*)|)")


@dataclass(frozen=True)
class Fence:
    """A fence that names a directive; ``row`` is its first line, from 0, and ``skip`` how many lines are options."""

    name: str
    argument: str
    options: tuple[tuple[str, str, int], ...]
    body: tuple[str, ...]
    row: int
    skip: int

    @property
    def first(self) -> int:
        """The row at which the body begins."""
        return self.row + 1 + self.skip

    @property
    def begins(self) -> int:
        """The row of its first words."""
        return self.first + next((n for n, line in enumerate(self.body) if line.strip()), 0)

    @property
    def shape(self) -> Directive:
        """What the directive may be."""
        return DIRECTIVES[self.name]

    def option(self, name: str) -> str | None:
        """The value of an option."""
        return next((value for key, value, _ in self.options if key == name), None)


def directive(token: Token, row: int, within: Sequence[str], fault: Fault) -> Fence | None:
    """The directive that a fence holds, if it may be read on; what is wrong with it is reported."""
    name, argument = (*token.info.split(maxsplit=1), "", "")[:2]
    if not (name.startswith("{") and name.endswith("}")):
        _no_directive(token, name, row, fault)
        return None
    name, argument = name[1:-1], argument.strip()
    shape = DIRECTIVES.get(name)
    if shape is None:
        help = did_you_mean(name, DIRECTIVES) or f"use one of {', '.join(sorted(DIRECTIVES))}"
        fault(row, "", f"the directive {name!r} does not belong in a page", help, RAW)
        return None
    if len(within) >= DEEPEST:
        text = f"directives stand within one another more than {DEEPEST} deep"
        fault(row, "", text, "put this one behind the others", BROKEN)
        return None
    made = _opened(token, name, argument, row, fault)
    _hold(made, shape, within, fault)
    return made


def _no_directive(token: Token, name: str, row: int, fault: Fault) -> None:
    if token.type == "colon_fence" or name.startswith("{"):
        text = f"the fence {token.info.strip()[:40]!r} names no directive"
        fault(row, "", text, f"write the name in braces and a space behind it: `{token.markup}{{note}}`", RAW)
    elif not LANGUAGE.fits(name) or name != token.info.strip():
        fault(row, "", f"the language {token.info.strip()[:40]!r} is not known", f"write {LANGUAGE.told}", RAW)


def _opened(token: Token, name: str, argument: str, row: int, fault: Fault) -> Fence:
    body = token.content.split("\n")
    options: list[tuple[str, str, int]] = []
    if body[0].startswith("---"):
        fault(row + 1, "", "options stand between lines of dashes", "write each as `:name: value`", BROKEN)
    skip = next((n for n, line in enumerate(body) if not _is_option(line)), len(body))
    for n, line in enumerate(body[:skip]):
        read = _OPTION.fullmatch(line)
        if read:
            options.append((read[1], (read[2] or "").strip(), row + 1 + n))
        else:
            fault(row + 1 + n, line.strip(), "this line is no option", "write `:name: value`, on one line", BROKEN)
    return Fence(name, argument, tuple(options), tuple(body[skip:]), row, skip)


def _is_option(line: str) -> bool:
    """As MyST tells it: three colons begin a fence."""
    return line.lstrip().startswith(":") and not line.lstrip().startswith(":::")


def _hold(made: Fence, shape: Directive, within: Sequence[str], fault: Fault) -> None:
    name = made.name
    if shape.within and (not within or within[-1] != shape.within):
        fault(
            made.row, "", f"{name!r} does not stand in {shape.within!r}", f"put it within `{{{shape.within}}}`", BROKEN
        )
    if made.argument and shape.argument is None:
        text = f"{name!r} takes nothing behind its name, against {made.argument[:40]!r}"
        fault(made.row, made.argument, text, "put it on the next line", BROKEN)
    elif made.argument and shape.argument and not shape.argument.fits(made.argument):
        _misfit(f"{name!r} is given", made.argument, shape.argument, made.row, fault)
    elif shape.argument and shape.needs_argument and not made.argument:
        fault(made.row, "", f"{name!r} has nothing behind its name", f"write {shape.argument.told}", BROKEN)
    _hold_options(made, shape, fault)
    has_body = any(line.strip() for line in made.body)
    if has_body and shape.body is Body.NONE:
        fault(made.begins, "", f"{name!r} has a body, and holds nothing", "leave it out", BROKEN)
    elif not has_body and shape.body is not Body.NONE and shape.needs_body:
        fault(made.row, "", f"{name!r} is empty", f"it holds {shape.body}", BROKEN)


def _hold_options(made: Fence, shape: Directive, fault: Fault) -> None:
    seen: set[str] = set()
    for key, value, row in made.options:
        form = shape.options.get(key)
        if form is None:
            known = ", ".join(f"`:{each}:`" for each in shape.options) or "none"
            help = did_you_mean(key, shape.options) or f"its options: {known}"
            fault(row, f":{key}:", f"{made.name!r} has no option {key!r}", help, RAW)
        elif key in seen:
            fault(row, f":{key}:", f"the option {key!r} stands twice", "keep one of the two", BROKEN)
        elif not form.fits(value):
            _misfit(f"{key!r} is", value, form, row, fault)
        seen.add(key)
    for key in shape.needs:
        if key not in seen:
            fault(made.row, "", f"{made.name!r} has no {key!r}", f"add `:{key}: …`, {shape.options[key].told}", BROKEN)


def _misfit(what: str, value: str, form: TextForm, row: int, fault: Fault) -> None:
    shown = value if len(value) <= 40 else value[:37] + "…"
    fault(row, value, f"{what} {shown!r}, against {form.told}", f"write {form.told}", BROKEN)

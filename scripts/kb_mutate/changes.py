"""Every small change of meaning of a module: an edge shifted, a condition turned round, a sum undone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

OPERATORS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"), ast.And: ("and", "or"), ast.Or: ("or", "and"),
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "+"), ast.BitAnd: ("&", "|"), ast.BitOr: ("|", "&"),
}  # fmt: skip
"""What stands for each operator, and what is put in its place."""
NAMES = {"any": "all", "all": "any", "min": "max", "max": "min", "startswith": "endswith", "endswith": "startswith"}
"""Functions that are taken for each other."""
_TOLD = (ast.JoinedStr, ast.Raise, ast.arg, ast.AnnAssign)
"""What is said, or typed: a change of it changes no meaning."""
_GUARDS = frozenset({"strict"})
"""Keywords that only say what cannot be otherwise."""


@dataclass(frozen=True, slots=True)
class Change:
    """Put ``new`` in place of what stands from ``start`` to ``end``, in characters of the source."""

    start: int
    end: int
    new: str


def changed(source: str, change: Change) -> str:
    """The source after the change."""
    return source[: change.start] + change.new + source[change.end :]


def changes(source: str) -> tuple[Change, ...]:
    """Every change, in the order of the source; each leaves it a program."""
    text = _Text(source)
    found = dict.fromkeys(change for node in _meant(ast.parse(source)) for change in _of(node, text))
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.new)))


def _meant(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that mean something: no messages, no types, no decorators."""
    yield node
    skipped = {id(each) for each in getattr(node, "decorator_list", [])}
    returns = getattr(node, "returns", None)
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.AnnAssign) and child.value is not None:
            yield from _meant(child.value)
        elif isinstance(child, ast.keyword) and child.arg in _GUARDS:
            continue
        elif not isinstance(child, _TOLD) and id(child) not in skipped and child is not returns:
            yield from _meant(child)


class _Text:
    """Source whose nodes count lines and bytes, and whose changes count characters."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._lines = source.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def at(self, line: int, column: int) -> int:
        """The character at a line and a column in bytes."""
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:column].decode())

    def span(self, node: ast.expr) -> tuple[int, int]:
        """From where to where an expression stands."""
        end = self.at(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
        return self.at(node.lineno, node.col_offset), end

    def between(self, one: ast.expr, other: ast.expr, operator: ast.AST) -> Iterator[Change]:
        """The operator between two operands, exchanged."""
        if type(operator) not in OPERATORS:
            return
        old, new = OPERATORS[type(operator)]
        start, end = self.span(one)[1], self.span(other)[0]
        words = old.replace(" ", r"\s+")
        mark = rf"(?<!\w){words}(?!\w)" if old[0].isalpha() else re.escape(old)
        found = re.search(mark, self.source[start:end])
        if found:
            yield Change(start + found.start(), start + found.end(), new)


def _of(node: ast.AST, text: _Text) -> Iterator[Change]:
    match node:
        case ast.Compare():
            sides = [node.left, *node.comparators]
            for one, other, operator in zip(sides, sides[1:], node.ops, strict=False):
                yield from text.between(one, other, operator)
        case ast.BoolOp():
            for one, other in zip(node.values, node.values[1:], strict=False):
                yield from text.between(one, other, node.op)
        case ast.BinOp():
            yield from text.between(node.left, node.right, node.op)
        case ast.UnaryOp(op=ast.Not()):
            start, end = text.span(node)
            yield Change(start, end, text.source[slice(*text.span(node.operand))])
        case ast.If() | ast.IfExp() | ast.While():
            yield from _turned(node.test, text)
        case ast.comprehension():
            for condition in node.ifs:
                yield Change(*text.span(condition), "True")
        case ast.Constant(value=bool(told)):
            yield Change(*text.span(node), str(not told))
        case ast.Constant(value=int(number)):
            yield Change(*text.span(node), str(number + 1))
        case ast.Name(id=name) if name in NAMES:
            yield Change(*text.span(node), NAMES[name])
        case ast.Attribute(attr=name) if name in NAMES:
            end = text.span(node)[1]
            yield Change(end - len(name), end, NAMES[name])


def _turned(test: ast.expr, text: _Text) -> Iterator[Change]:
    """A condition turned round; a plain comparison has its own changes, and typing has none."""
    if not isinstance(test, (ast.Compare, ast.BoolOp, ast.UnaryOp)) and "TYPE_CHECKING" not in ast.dump(test):
        start, end = text.span(test)
        yield Change(start, end, f"(not ({text.source[start:end]}))")

"""What is part of something, or superseded by it, never leads back to where it began."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Ledger

Graph = dict[str, dict[str, Mark]]


def check(ledger: Ledger) -> Iterator[Finding]:
    """What is part of something, or superseded by it, never leads back to where it began."""
    for relation, graph in _graphs(ledger).items():
        for circle in _circles(graph):
            marks = [graph[one][other] for one, other in zip(circle, [*circle[1:], circle[0]], strict=True)]
            yield impossible(
                marks[0],
                f"{relation} leads in a circle: {' > '.join([*circle, circle[0]])}",
                "one of these points the wrong way: turn it round or take it out",
                compare=tuple(marks[1:]),
                seen=tuple(circle),
            )


def _graphs(ledger: Ledger) -> dict[str, Graph]:
    graphs: dict[str, Graph] = {}

    def point(relation: str, one: str, other: str, mark: Mark) -> None:
        if one != other:
            graphs.setdefault(relation, {}).setdefault(one, {})[other] = mark

    for entity in ledger.entities.values():
        for n, whole in enumerate(entity.part_of):
            point("part-of", entity.id, whole, entity.marks.get(f"part-of.{n}", entity.mark))
        for statement in entity.statements:
            declared = ledger.properties.get(statement.property)
            for n, id in enumerate(statement.value if isinstance(statement.value, tuple) else ()):
                if declared and declared.acyclic:
                    point(statement.property, entity.id, id, statement.marks.get(f"value.{n}", statement.mark))
            later = statement.superseded_by
            if later:
                full = later if "#" in later else f"{entity.id}#{later}"
                point("superseded-by", statement.id, full, statement.marks.get("superseded-by", statement.mark))
    return graphs


def _circles(graph: Graph) -> Iterator[list[str]]:
    left = {one: list(others) for one, others in graph.items()}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = error.args[1][:0:-1]
            start = circle.index(min(circle))
            circle = [*circle[start:], *circle[:start]]
            yield circle
            left[circle[-1]].remove(circle[0])
        else:
            return

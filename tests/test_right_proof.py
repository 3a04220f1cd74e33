"""A figure opens what its sentence tells: on the real content, with the statements of others planted among its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kb.core.model import Page
from kb.evidence import matching
from kb.evidence.candidate import Candidate
from kb.load.corpus import assemble, read
from kb.load.today import today
from kb.run.fixtures import Run
from kb.run.known import start
from kb.verify.page import reading
from kb.verify.proof import Weighing, own_stems, proofs
from kb.verify.reach import grounds
from kb.verify.scene import Scene
from kb.verify.verdict import Outcome, Verdict

ROOT = Path(__file__).parents[1]
TELLING = 3
"""So many of what is planted tells the sentence as well: it is on the same, under another name."""


@cache
def run() -> Run:
    files = read(ROOT)
    day = today(ROOT, files)
    assert day is not None
    return start(assemble(files, day))


def scenes(page: Page) -> Iterator[Scene]:
    """Every figure of a page that a cited statement carries."""
    known, told = run().ask(grounds, page=page), run().ask(reading, page=page)
    supported = (read for read in told.with_outcome(Outcome.SUPPORTED) if read.statements and not read.verdict.why)
    yield from (Scene(read, told, known) for read in supported if not read.scope.block.is_headline)


@cache
def every() -> tuple[Scene, ...]:
    return tuple(scene for page in run().corpus.pages if page.vouched for scene in scenes(page))


def strangers(scene: Scene) -> list[Candidate]:
    """What carries the figure elsewhere in the sources of the page, on nothing that the sentence or its own are on."""
    own = [scene.grounds.candidate(id) for id in scene.read.statements]
    near = frozenset().union(*(each.entities for each in own)) | scene.read.scope.entities | scene.read.scope.carried
    near |= frozenset(scene.page.page.about)
    others = (each for each in scene.grounds.evidence.by_id.values() if not each.entities & near)
    return [each for each in others if matching.matches(scene.read.figure, each)]


def test_the_proof_of_another_statement_that_is_planted_is_not_shown_first() -> None:
    planted, shown = 0, []
    for scene in every():
        own = tuple(scene.grounds.candidate(id) for id in scene.read.statements)
        rivals = tuple(strangers(scene))
        planted += len(rivals)
        first = Weighing(scene, (*rivals, *own)).ordered()[0]
        shown += [f"{scene.read.mark}: {scene.text}: {first.id}"] * (first.id not in scene.read.statements)

    assert planted > 1_000
    assert len(shown) <= TELLING, "\n".join(shown)


def test_a_figure_that_a_stranger_alone_carries_opens_nothing() -> None:
    """As if its own statement were gone: the sentence has neither a word nor a name of what is left."""
    untold = [(scene, rival) for scene in every() for rival in strangers(scene) if is_strange(scene, rival)]
    opened = [f"{scene.read.mark}: {rival.id}" for scene, rival in untold if proofs(alone(scene, rival))]

    assert len(untold) > 100
    assert opened == []


def is_strange(scene: Scene, rival: Candidate) -> bool:
    """Shares it no word with the sentence or with what stands above it, and has none of the authors it names?"""
    sources = (scene.grounds.sources.get(evidence.by) for evidence in rival.statement.evidence)
    makers = {author for source in sources if source for author in source.authors if author}
    return not own_stems(rival) & (scene.near | scene.further | scene.above) and not any(
        m in scene.text for m in makers
    )


def alone(scene: Scene, rival: Candidate) -> Scene:
    """The figure, carried by this one alone."""
    return replace(scene, read=replace(scene.read, verdict=Verdict(Outcome.SUPPORTED, (rival.id,)), citations=()))


@pytest.mark.parametrize(
    ("told", "figure", "first"),
    [
        ("protocol signed on 10 December 2010, in force since", "19 December 2012", "protocol-2010#in-force-2012"),
        ("The treaty was signed in Tashkent on", "15 May 1992", "treaty#signed-1992"),
        ("They are the same six that founded it on", "7 October 2002", "csto#founded-2002"),
        ("Azerbaijan, Georgia and Uzbekistan did not prolong it in", "1999", "treaty#not-prolonged-1999"),
        ("Sergei Blagov names no source for his", "22,000", "crrf#strength-2015"),
    ],
)
def test_a_figure_of_which_many_tell_opens_what_its_sentence_tells(told: str, figure: str, first: str) -> None:
    found = [proofs(scene)[0] for scene in every() if told in scene.text and scene.read.figure.text == figure]

    assert found
    assert {first} == set(found)

"""What the benchmark of the site builds from, and what it makes of what it sees."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docutils import nodes
from sphinx import addnodes

from kb.core.model import Corpus
from kb.load.corpus import assemble, read
from kb_bench.site.builds import Build, Failed, build, read_in
from kb_bench.site.plain import plain
from kb_bench.site.sources import grown
from kb_bench.site.trial import EDITED, Pair, edit, exponent, middle
from sphinx_kb import nodes as kb_nodes

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "corpus"


def built(seconds: float = 1, read: int = 1) -> Build:
    """A build that cost so much."""
    return Build(seconds, seconds, 100, read, read)


def page(*blocks: nodes.Node) -> nodes.document:
    """A page with a title and these blocks."""
    document = nodes.document(None, None)
    document += kb_nodes.section("A page", "page", *blocks)
    return document


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (kb_nodes.paragraph("One * two."), "One \\* two."),
        (kb_nodes.paragraph(kb_nodes.link("entity", "voss", "Voss"), " served."), "[Voss](/facts/voss.md) served."),
        (kb_nodes.paragraph("In ", kb_nodes.link("statement", "voss#a", "1990", "kb-agreed"), "."), "In 1990."),
        (kb_nodes.bullets([[kb_nodes.paragraph("One")], [kb_nodes.paragraph("Two")]]), "- One\n\n- Two"),
        (
            kb_nodes.table(("A", "B"), (1, 1), [kb_nodes.row([[kb_nodes.paragraph("c")], [kb_nodes.paragraph("d")]])]),
            "| A | B |\n|---|---|\n| c | d |",
        ),
        (nodes.literal_block("", "x = 1"), "````text\nx = 1\n````"),
        (
            addnodes.toctree(entries=[(None, "a"), (None, "b")], caption="Parts"),
            "```{toctree}\n:caption: Parts\n\n/a\n/b\n```",
        ),
    ],
)
def test_a_page_is_told_in_plain_markdown(block: nodes.Node, told: str) -> None:
    assert f"# A page\n\n{told}\n" == plain(page(block), "page")


def test_links_to_pages_are_told_from_the_top_of_the_site() -> None:
    link = addnodes.pending_xref(
        "", nodes.Text("there"), refdomain="std", reftype="doc", reftarget="../members", refexplicit=True
    )

    assert "[there](/members.md)" in plain(page(kb_nodes.paragraph(link)), "facts/index")


def test_one_statement_is_edited_and_reads_without_a_fault(tmp_path: Path) -> None:
    files = read(SMALL)
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    before, id = small(files), "league#founded-1990"

    assert edit(before.statements[id], tmp_path)

    after = small(read(tmp_path))

    assert [id] == [name for name in before.statements if quotes(before, name) != quotes(after, name)]
    assert quotes(before, id)[0] + EDITED == quotes(after, id)[0]


def small(files: dict[str, bytes]) -> Corpus:
    """The small corpus, as it stands."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    return assemble(schema | files, date(2020, 1, 1))


def quotes(corpus: Corpus, id: str) -> list[str]:
    """The words on which a statement rests."""
    return [evidence.quote for evidence in corpus.statements[id].evidence]


def test_made_up_pages_are_listed_on_pages_below_the_first(tmp_path: Path) -> None:
    place = grown(ROOT, 1_100, read(ROOT), tmp_path)
    first = (place / "docs/index.md").read_text("utf-8")
    names = [path.stem for path in (place / "docs/made").glob("*.md")]

    assert (place / "docs/conf.py").is_file()
    assert () == assemble(read(place), date(2026, 2, 1)).faults
    assert ["made/list-0", "made/list-100"] == [line for line in first.split() if line.startswith("made/")]
    assert sum(name.startswith("list-") for name in names) == 2
    assert len(names) > 102


def test_pages_that_were_read_are_those_that_sphinx_tells_of() -> None:
    assert 12 == read_in("updating environment: [new config] 10 added, 2 changed, 0 removed\nreading sources")
    assert 0 == read_in("no targets are out of date")


def test_twice_the_pages_at_twice_the_cost_is_linear() -> None:
    assert 1 == pytest.approx(exponent([built(10, 100), built(20, 200), built(40, 400)]))


def test_the_ratio_in_the_middle_is_told() -> None:
    assert 2 == middle([Pair(built(1), built(1)), Pair(built(2), built(1)), Pair(built(9), built(1))])


def test_a_build_that_fails_says_why(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()

    with pytest.raises(Failed, match=r"conf\.py"):
        build(tmp_path, tmp_path / "html", 1, {})

"""Words stand in print as they were written: none glued, none torn, none lost, and each note once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import page
import pikepdf
import pypdf
import pytest

from sphinx_typst.compiler import Compiler
from sphinx_typst.glyphs import load
from sphinx_typst.origins import Origins
from sphinx_typst.translator.links import MOST
from sphinx_typst.translator.structure import MANY

Build = Callable[..., str]
Reading = Callable[[Path], str]
SETTINGS = """
typst_documents = [
    ("second", "two", {"template": "brief"}),
    ("index", "whole", {"template": "book", "title": "The whole", "exclude": ["brief", "sink", "cards"]}),
]
suppress_warnings += ["myst.xref_not_included"]
"""
LONG = (
    "https://archive.example.org/a_very/long-address/with?many=parts&and=so_on/until/the/line/is/much/too/short/for_it"
)
PRINTED = "https://press.example.org/2016/05/01/a_page-with/many.parts?and=so_on/until/the/line/is/much/too/short"
SOURCE = f"@misc{{Delta2004page, author = {{Delta, Dora}}, title = {{A Page}}, year = {{2004}}, url = {{{PRINTED}}}}}\n"
SPACES = "  "
PAGE = f"""# Title[^a] with {{cite:p}}`Beta2002note{{¶ 1}}`

Hard\\
break, two spaces{SPACES}
and a soft
one. Никола\u0301й Бордю\u0301жа, преди\u0306.

(target)=
## Habit[^a] and [a link](https://example.org/) and {{cite:t}}`Alpha2001book`

Text[^a], another[^b], itself[^c], a figure in a link: [in {{agreed}}`1992` or so](https://example.org/x).

See [](#target) and <{LONG}>, says {{cite:t}}`Delta2004page`.

:::{{list-table}} Caption[^b] of a table
:header-rows: 1

* - Head[^a] and {{cite:p}}`Alpha2001book{{p. 2}}`
  - Second
{"".join(f"* - Row {number}{chr(10)}  - Cell[^b]{chr(10)}" for number in range(60))}:::

:::{{figure}} dot.svg
:alt: A dot

Caption[^c] of a figure
:::

Term[^b]
: Told[^a]

{"a" * 300}

[^a]: First note, which calls the second[^b].

[^b]: Second note

    in two paragraphs.

[^c]: Third note, which calls itself[^c].
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, build_once: Build) -> Path:
    """The page above as a brief and in a book."""
    place = tmp_path_factory.mktemp("words")
    index = "# Start\n\n```{toctree}\nsecond\nrefs\n```\n"
    sources = (Path(__file__).parent / "project" / "refs.bib").read_text("utf-8") + SOURCE
    changed = {"second.md": PAGE, "index.md": index, "refs.bib": sources}
    warnings = build_once(place / "source", place / "out", SETTINGS, **changed)

    assert [] == [line for line in warnings.splitlines() if "toctree" not in line]
    return place / "out"


@pytest.mark.parametrize("name", ["two", "whole"])
def test_a_line_ends_where_it_was_ended(built: Path, name: str, text: Reading) -> None:
    found = "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(built / f"{name}.pdf").pages)

    assert re.search(r"Hard\s*\nbreak, two spaces\s*\nand a soft one\.", found)


@pytest.mark.parametrize("name", ["two", "whole"])
def test_stress_stays_with_its_letter_in_one_run(built: Path, name: str, copied: Reading) -> None:
    source = (built / f"{name}.typ").read_text("utf-8")

    assert '#spoken("ru")[#"Никола\u0301й Бордю\u0301жа, предй"]' in source
    assert "Никола\u0301йБордю\u0301жа,предй." in "".join(copied(built / f"{name}.pdf").split())


@pytest.mark.parametrize("name", ["two", "whole"])
def test_a_screen_reader_meets_words_with_stress_as_one_piece(built: Path, name: str) -> None:
    """Each letter is set together with its mark, and all within one piece of text that is said to be Russian."""
    with pikepdf.open(built / f"{name}.pdf") as pdf:
        streams = b"".join(sheet.Contents.read_bytes() for sheet in pdf.pages)
    pieces = [re.findall(rb"/ActualText<FEFF(\w*0301)>", piece) for piece in streams.split(b"/MCID")]
    russian = [piece.startswith(b"/Lang(ru)") for piece in re.findall(rb"/MCID \d+([^>]*)", streams)]

    assert [(True, [b"04300301", b"044E0301"])] == [each for each in zip(russian, pieces[1:], strict=True) if each[1]]


@pytest.mark.parametrize("name", ["two", "whole"])
def test_each_note_stands_once_wherever_it_is_called(built: Path, name: str, text: Reading) -> None:
    found = text(built / f"{name}.pdf")

    assert [1, 1, 1] == [found.count(note) for note in ("First note, which", "Second note", "Third note, which")]
    assert "Habit1 and a link and" in found
    assert "Text1, another2, itself3" in found
    assert "Head1 and" in found
    assert "Caption2 of a table" in found
    assert "Caption3 of a figure" in found


def test_a_heading_stands_in_the_contents_as_words_alone(built: Path, text: Reading) -> None:
    found = text(built / "whole.pdf")
    contents = found.partition("Contents")[2].partition("References")[0]

    assert re.search(r"2 Title with \[\d, ¶ 1\] [. ]*\d", contents)
    assert "Title1" not in contents


@pytest.mark.parametrize("name", ["two", "whole"])
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_is_accessible_and_archivable(built: Path, name: str, profile: str) -> None:
    report = page.validate_pdf(built / f"{name}.pdf", profile=profile)

    assert [] == [f"{f.rule_id}: {f.message}" for f in report.failures if "STREAM-LENGTH" not in f.rule_id]


@pytest.mark.parametrize("name", ["two", "whole"])
@pytest.mark.parametrize("address", [LONG, PRINTED], ids=["in the text", "among the references"])
def test_an_address_is_copied_as_it_was_written_and_leads_there_whole(
    built: Path, name: str, address: str, copied: Reading
) -> None:
    found = copied(built / f"{name}.pdf")
    with pikepdf.open(built / f"{name}.pdf") as pdf:
        actions = [a.A for sheet in pdf.pages for a in sheet.get("/Annots", []) if "/A" in a]
        links = {str(action.URI) for action in actions if "/URI" in action}

    assert address in found.replace("\n", "")
    assert address not in found
    assert address in links
    assert not re.search("[\u200b\u00ad\u2060\ufeff]", found)


def test_a_link_in_a_link_leads_to_one_place(built: Path) -> None:
    source = (built / "two.typ").read_text("utf-8")

    assert '#outer("https://example.org/x")[#"in "#"1992"#" or so"]' in source


def test_a_word_without_end_stays_on_the_paper(built: Path, copied: Reading) -> None:
    lines = [line for line in copied(built / "two.pdf").splitlines() if set(line) == {"a"}]

    assert 300 == sum(map(len, lines))
    assert 120 >= max(map(len, lines))


GROWING = {
    "citations in a paragraph": lambda number: "Word {cite:p}`Alpha2001book{p. 3}` " * number,
    "rows": lambda number: "| a | b |\n|---|---|\n" + "| x *y* | z |\n" * number,
    "letters in a word": lambda number: "a" * number * 100,
    "links": lambda number: "[word](https://example.org/) " * number,
    "notes": lambda number: "word[^n] " * number + "\n\n[^n]: Note.",
}


@pytest.mark.parametrize("what", GROWING)
def test_what_typst_is_given_and_makes_grows_no_faster_than_a_page(
    tmp_path: Path, build_project: Build, what: str
) -> None:
    """Four times as much is at most five times as long: whatever grows with the square is sixteen times as long."""
    settings = 'typst_documents = [("second", "two", {})]'
    work = []
    for number in (400, 1600):
        out = tmp_path / f"out{number}"
        changed = {
            "second.md": f"# Second\n\n{GROWING[what](number)}\n",
            "cards.md": "# Cards",
            "sink.rst": "Sink\n====",
        }
        build_project(tmp_path / f"source{number}", out, settings, builder="typst", **changed)
        source = (out / "two.typ").read_text("utf-8")
        made = Compiler(out, load(), 0).compile("two", Origins(), {}, ["a-2a", "ua-1"])
        work.append((len(source), source.count("#"), made.size, made.pages))
    some, many = work

    assert [] == [(few, lot) for few, lot in zip(some, many, strict=True) if lot > 5 * few]


@pytest.mark.parametrize("what", ["citations in a paragraph", "links", "notes"])
def test_a_paragraph_of_many_pieces_is_broken_simply_and_has_so_many_links(
    tmp_path: Path, build_project: Build, what: str
) -> None:
    """Each of the two alone would take the square of the time; no word is lost for it."""
    number = MANY + 1
    changed = {"second.md": f"# Second\n\n{GROWING[what](number)}\n"}
    settings = 'typst_documents = [("second", "two", {})]'
    build_project(tmp_path / "source", tmp_path / "out", settings, builder="typst", **changed)
    paragraphs = (tmp_path / "out" / "two.typ").read_text("utf-8").split("\n\n")
    longest = max(paragraphs, key=lambda each: len(re.findall(r"\b[Ww]ord\b", each)))

    assert number == len(re.findall(r"\b[Ww]ord\b", longest))
    assert longest.startswith("#simply[")
    assert max(len(re.findall(r"#(?:outer|inner)\(", each)) for each in paragraphs) <= MOST


DEEP = {
    "boxes": "\n".join(":" * (60 - n) + "{note}" for n in range(50))
    + "\nwords\n"
    + "\n".join(":" * n for n in range(11, 61)),
    "quotations": ">" * 300 + " words",
    "lists": "\n".join("  " * n + "- words" for n in range(150)),
    "emphasis": "*a **b " * 300 + "c" + "** *" * 300,
    "braces": "{" * 300 + "words" + "}" * 300,
    "brackets": "[" * 300 + "words" + "](x)" * 300,
}


@pytest.mark.parametrize("what", DEEP)
def test_depth_is_borne_or_told_with_its_page(tmp_path: Path, build_project: Build, what: str) -> None:
    settings = 'typst_documents = [("second", "two", {}), ("cards", "three", {})]'
    changed = {"second.md": f"# Second\n\nFine.\n\n{DEEP[what]}\n"}
    warnings = build_project(tmp_path / "source", tmp_path / "out", settings, **changed)
    errors = [line for line in warnings.splitlines() if "ERROR" in line]

    assert (tmp_path / "out" / "three.pdf").exists()
    assert (tmp_path / "out" / "two.pdf").exists() or errors
    assert all(re.match(r"(.*/)?second\.md:\d+: ERROR: two\.pdf is not made: ", line) for line in errors)

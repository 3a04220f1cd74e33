"""Files that extensions attach to a PDF, what a PDF says of itself beside what Typst can, and how it is packed."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import page
import pikepdf
import pytest

from sphinx_typst.attachments import named, standards
from sphinx_typst.finishing import finished

Build = Callable[..., str]
Reading = Callable[[Path], str]
HANDLER = """
def setup(app):
    app.connect("typst-attach", hand_over)
    app.connect("typst-metadata", tell)


def hand_over(app, docname, pages):
    if docname == "brief":
        return [{"name": "pages.json", "data": repr(pages).encode(), "mime-type": "application/json",
                 "description": "Its pages."}]


def tell(app, docname, told):
    told["source"] = f"made from {docname}"
    told["identifier"] = "a & <b>"
    told["version"] = "3.1"
"""


def failures(file: Path, *profiles: str) -> list[str]:
    """What a validator has against it."""
    found = (failure for profile in profiles for failure in page.validate_pdf(file, profile=profile).failures)
    # streams that end in a carriage return are miscounted by this validator; qpdf agrees with the file
    return [f"{each.rule_id}: {each.message}" for each in found if "STREAM-LENGTH" not in each.rule_id]


@pytest.fixture(scope="module")
def carrying(tmp_path_factory: pytest.TempPathFactory, build_once: Build) -> Path:
    """The folder of PDFs of which the first brief carries a file."""
    place = tmp_path_factory.mktemp("attached")
    warnings = build_once(place / "source", place / "out", HANDLER)

    assert "the build failed" not in warnings
    return place / "out"


def test_a_file_is_attached_with_its_kind_and_what_it_is_to_the_text(carrying: Path) -> None:
    with pikepdf.open(carrying / "one.pdf") as pdf:
        attached = pdf.attachments["one-pages.json"]
        held = attached.get_file()

        assert b"['brief']" == held.read_bytes()
        assert ("application/json", "Its pages.") == (held.mime_type, attached.description)
        assert pikepdf.Name.Data == attached.relationship
        assert [attached.obj] == [*pdf.Root.AF]


def test_a_pdf_with_a_file_is_of_the_standard_that_allows_it_and_says_so(carrying: Path, text: Reading) -> None:
    with pikepdf.open(carrying / "one.pdf") as pdf, pdf.open_metadata() as told:
        assert ("3", "A", "1") == (told["pdfaid:part"], told["pdfaid:conformance"], told["pdfuaid:part"])

    assert [] == failures(carrying / "one.pdf", "3a", "ua1")
    assert "Attached to this PDF (PDF/A-3A, PDF/UA-1): one-pages.json. Its pages." in text(carrying / "one.pdf")


def test_one_without_a_file_keeps_its_standard(carrying: Path, text: Reading) -> None:
    with pikepdf.open(carrying / "two.pdf") as pdf, pdf.open_metadata() as told:
        assert {} == dict(pdf.attachments)
        assert "2" == told["pdfaid:part"]

    assert [] == failures(carrying / "two.pdf", "2a", "ua1")
    assert "Attached" not in text(carrying / "two.pdf")


def test_what_typst_cannot_say_stands_in_the_metadata(carrying: Path) -> None:
    with pikepdf.open(carrying / "two.pdf") as pdf, pdf.open_metadata() as told:
        found = told["dc:source"], told["dc:identifier"], told["xmpMM:VersionID"]

        assert ("made from second", "a & <b>", "3.1") == found
        assert "Typst" in told["xmp:CreatorTool"]


def test_small_objects_are_packed_and_the_bytes_are_the_same(carrying: Path) -> None:
    with pikepdf.open(carrying / "one.pdf") as pdf:
        loose = io.BytesIO()
        pdf.save(loose, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        packed = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Type") == "/ObjStm"]
    unpacked = loose.getvalue()

    assert (carrying / "one.pdf").stat().st_size < 0.8 * len(unpacked), packed
    assert finished(unpacked, {"version": "1"}) == finished(unpacked, {"version": "1"})


def test_two_files_of_one_name_are_a_fault(tmp_path: Path, build_project: Build) -> None:
    twice = HANDLER.replace("return [{", "return [{**dict.fromkeys(['description'], 'x'), 'name': 'pages.json',"
                            "'data': b'', 'mime-type': 'text/plain'}, {")  # fmt: skip

    with pytest.raises(Exception, match=r"two files are attached to one\.pdf as 'pages\.json'"):
        build_project(tmp_path / "source", tmp_path / "out", twice)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("pages.json", "../pages.json", "'../pages.json' is no name of an attached file"),
        ("repr(pages).encode()", "repr(pages)", "the file 'pages.json' is str, against bytes"),
        ('"name"', '"relationship": "kin", "name"', "'pages.json' is attached as 'kin', against data"),
    ],
)
def test_what_is_no_file_is_a_fault(tmp_path: Path, build_project: Build, old: str, new: str, expected: str) -> None:
    with pytest.raises(Exception, match=expected):
        build_project(tmp_path / "source", tmp_path / "out", HANDLER.replace(old, new))


def test_a_standard_changes_only_where_it_must() -> None:
    assert ["a-3a", "ua-1"] == standards(["a-2a", "ua-1"], attached=True)
    assert ["a-3b"] == standards(["a-3b"], attached=True)
    assert ["a-2a", "ua-1"] == standards(["a-2a", "ua-1"], attached=False)
    assert "PDF/A-3A, PDF/UA-1" == named(["a-3a", "ua-1"])

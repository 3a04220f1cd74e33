"""The sources for programs that keep references: others read every field of every source again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from exported import real, rich
from kb.core.languages import CODES
from kb.export.references import csl, ris

BOTH = pytest.mark.parametrize("corpus", [rich, real], ids=["small", "real"])
PLAIN = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Plain</title><id>urn:plain</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name form="long"/></names><text variable="title" prefix=". "/>
<text variable="container-title" prefix=". "/><date variable="issued" prefix=". "><date-part name="year"/></date>
<text variable="URL" prefix=" "/></layout></bibliography></style>"""
DATES = {"date", "urldate"}


def read(corpus) -> list[dict[str, object]]:
    return rispy.loads(ris(corpus()).decode())


@BOTH
def test_every_source_comes_back_from_ris(corpus) -> None:
    assert [*corpus().sources] == [each["id"] for each in read(corpus)]


@BOTH
def test_every_field_comes_back_from_ris(corpus) -> None:
    """As far as it is words: names are inverted, dates written as RIS has them."""
    for source, told in zip(corpus().sources.values(), read(corpus), strict=True):
        words = {str(part) for value in told.values() for part in (value if isinstance(value, list) else [value])}
        for field, text in source.fields.items():
            line = " ".join(text.split())
            if field in DATES:
                assert f"{line.replace('-', '/')}{'/' * (3 - line.count('-'))}" in words, (source.key, field)
            elif field not in source.people:
                assert {line, f"{field}: {line}"} & words, (source.key, field)


@BOTH
def test_every_maker_comes_back_from_ris(corpus) -> None:
    for source, told in zip(corpus().sources.values(), read(corpus), strict=True):
        names = told.get("authors", []) + told.get("secondary_authors", [])
        for role in {"author", "editor"} & source.people.keys():
            for name in source.people[role].names:
                assert ", ".join(filter(None, (name.family, name.given, name.suffix))) in names


def test_no_field_begins_another() -> None:
    source = next(iter(rich().sources.values()))
    acting = replace(source, fields=dict(source.fields) | {"title": "One\r\nER  - \r\nTY  - BOOK\nID  - forged"})
    told = rispy.loads(ris(replace(rich(), sources={source.key: acting})).decode())

    assert [source.key] == [each["id"] for each in told]
    assert "One ER - TY - BOOK ID - forged" == told[0]["title"]


@BOTH
def test_every_field_and_maker_comes_back_from_csl(corpus) -> None:
    told = {each["id"]: each for each in json.loads(csl(corpus()))}

    assert [*corpus().sources] == [*told]
    for source in corpus().sources.values():
        own = told[source.key]["custom"]
        assert (source.type, source.rank, dict(source.fields)) == (own["type"], own["rank"], own["fields"])
        for role in {"author", "editor"} & source.people.keys():
            names = [
                (each.get("family", each.get("literal")), each.get("given", ""), each.get("suffix", ""))
                for each in told[source.key][role]
            ]
            assert [(each.family, each.given, each.suffix) for each in source.people[role].names] == names


def test_a_body_that_made_a_source_is_its_author_where_there_is_none() -> None:
    told = {each["id"]: each for each in json.loads(csl(rich()))}

    assert [{"literal": "Straits Gazette"}] == told["Gazette1994corvia"]["author"]
    assert ["Straits Gazette"] == next(each for each in read(rich) if each["id"] == "Gazette1994corvia")["authors"]


@BOTH
def test_what_csl_has_a_field_for_stands_there(corpus) -> None:
    for source, told in zip(corpus().sources.values(), json.loads(csl(corpus())), strict=True):
        fields = source.fields
        assert fields.get("title") == told.get("title")
        assert fields.get("url") == told.get("URL")
        assert CODES.get(fields.get("langid", "")) == told.get("language")
        if "date" in fields:
            assert fields["date"] == "-".join(f"{part:02}" for part in told["issued"]["date-parts"][0])


@pytest.mark.filterwarnings("ignore:The following arguments:UserWarning")  # of `custom`, which it passes over
def test_a_processor_of_styles_makes_references_of_it(tmp_path: Path) -> None:
    (tmp_path / "plain.csl").write_text(PLAIN)
    items = json.loads(csl(rich()))
    style = CitationStylesStyle(str(tmp_path / "plain.csl"), validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for each in items:
        made.register(Citation([CitationItem(each["id"])]))
    told = [str(each) for each in made.bibliography()]

    assert [True] * len(items) == [each["title"] in line for each, line in zip(items, told, strict=True)]
    assert "Straits Gazette. Corvia Joins the League. 1994 https://gazette.example/1994/corvia" == told[0]
    assert told[-1].startswith("Mira Osk. What Holds the Straits Together. Review of Small Waters. 2007")


def test_two_runs_are_the_same_bytes() -> None:
    assert (ris(rich()), csl(rich())) == (ris(rich()), csl(rich()))

"""A source in the short list of a printed page."""

from __future__ import annotations

import pytest

from kb.load.bibliography import bibliography
from sphinx_kb.sources.short import in_short, legend

LONG = "https://www.press.example/a-very-long-address-that-nobody-types-from-paper"
BOOKS = f"""
@misc{{A2022news, author = {{{{Agency}}}}, title = {{Forces ``deployed''}}, howpublished = {{press.example, by TASS}},
  date = {{2022-01-06}}, url = {{{LONG}}}, urldate = {{2026-11-22}}, keywords = {{secondary}}, note = {{Excerpt seen}}}}
@misc{{B2022law, author = {{{{State}}}}, title = {{Law}}, howpublished = {{Official text}}, year = {{2022}},
  url = {{https://law.example/7}}, urldate = {{2026-11-30}}, keywords = {{primary}}}}
@article{{C2018, author = {{Lund, Per}}, title = {{Alliances}}, year = {{2018}},
  journaltitle = {{Review}}, volume = {{3}},
  doi = {{10.1080/1}}, url = {{https://doi.example/1}}, keywords = {{tertiary}}}}
@misc{{DND, author = {{{{State}}}}, title = {{Undated}}, url = {{{LONG}}}, keywords = {{secondary}}}}
"""
BOOKS += """
@misc{E2025stop, author = {{Agency}}, title = {Debts}, howpublished = {press.example}, year = {2025},
  url = {https://press.example./a-long-way-to-the-page-that-is-meant}, keywords = {secondary}}
@misc{F2025part, author = {{State}}, title = {Speech}, howpublished = {Note, state.example}, year = {2025},
  url = {https://en.archive.state.example/a-long-way-to-the-page}, keywords = {secondary}}
"""
SOURCES = {source.key: source for source in bibliography(BOOKS.encode()).sources}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("A2022news", "Agency. “Forces ‘deployed’”. press.example, by TASS, 6 January 2022."),
        ("B2022law", "■ State. “Law”. Official text, law.example/7, 2022."),
        ("C2018", "□ Per Lund. “Alliances”. Review 3. doi:10.1080/1. 2018."),
        ("DND", "State. “Undated”. press.example, n.d."),
        ("E2025stop", "Agency. “Debts”. press.example, 2025."),
        ("F2025part", "State. “Speech”. Note, state.example, 2025."),
    ],
)
def test_it_tells_what_finds_it_again(key: str, expected: str) -> None:
    assert expected == str(in_short(SOURCES[key]).text)


@pytest.mark.parametrize("key", ["A2022news", "DND"])
def test_a_short_address_leads_all_the_way(key: str) -> None:
    assert f'href="{LONG}"' in in_short(SOURCES[key]).text.render_as("html")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("A2022news", "Seen on 22 November 2026."),
        ("A2022news B2022law", "Seen between 22 and 30 November 2026. ■ primary, all others secondary."),
        ("C2018", "□ tertiary, all others secondary."),
        ("DND", ""),
    ],
)
def test_what_holds_of_all_is_said_once(keys: str, expected: str) -> None:
    said = legend([SOURCES[key] for key in keys.split()])

    assert f"In order of citation; the places cited are in italics. {expected}".strip() == said.replace(
        "All seen", "Seen"
    )

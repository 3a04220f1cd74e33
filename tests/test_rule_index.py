"""The index of the rules and the rules themselves hold together."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from kb.run.runner import rules
from sphinx_kb.directives.rules import FAMILIES

PAGES = Path(__file__).parent.parent / "docs" / "rules"
INDEX = (PAGES / "index.md").read_text(encoding="utf-8")
LINK = re.compile(r"\[([\w-]+)\]\(([\w-]+)/([\w-]+)\.md\)")
WIKIDATA = """
    Q52004125 Q21510851 Q21510856 Q21514353 Q54554025 Q21510852 Q21502838 Q25796498 Q21510854 Q21502410 Q21502404
    Q52848401 Q21510855 Q21503247 Q108139345 Q55819106 Q21510857 Q51723761 Q52558054 Q21510859 Q53869507 Q21510860
    Q52060874 Q19474404 Q21510862 Q21503250 Q21510863 Q21528959 Q21528958 Q21510864 Q21510865
""".split()
SHACL = """
    class datatype nodeKind minCount maxCount minExclusive minInclusive maxExclusive maxInclusive minLength maxLength
    pattern flags languageIn uniqueLang equals disjoint lessThan lessThanOrEquals not and or xone node property
    qualifiedValueShape qualifiedMinCount qualifiedMaxCount closed ignoredProperties hasValue in
""".split()


def tables() -> dict[str, list[tuple[str, str]]]:
    """The rows of each table by the heading above it: theirs and ours."""
    found: dict[str, list[tuple[str, str]]] = {}
    heading = ""
    for line in INDEX.splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.startswith("| "):
            theirs, ours = line.strip("| ").split(" | ")
            found.setdefault(heading, []).append((theirs, ours))
    return {name: rows[1:] for name, rows in found.items()}


TABLES = tables()
ROWS = [row for rows in TABLES.values() for row in rows]


def test_the_list_by_family_is_written_by_the_directive_once():
    assert INDEX.count("```{kb:rules}\n```") == 1


def test_every_rule_is_of_a_family_that_the_list_knows():
    assert {rule.family for rule in rules()} <= set(FAMILIES)


def test_the_name_of_a_rule_is_used_once():
    assert [slug for slug, times in Counter(rule.slug for rule in rules()).items() if times > 1] == []


def test_every_rule_has_a_place_in_a_table():
    linked = {slug for slug, _, _ in LINK.findall(INDEX)}

    assert {rule.slug for rule in rules()} - linked == set()


def test_every_link_leads_to_the_page_of_a_rule():
    known = {(rule.slug, rule.family, rule.slug) for rule in rules()}

    assert set(LINK.findall(INDEX)) - known == set()
    assert [link for link in LINK.findall(INDEX) if not (PAGES / link[1] / f"{link[2]}.md").is_file()] == []


@pytest.mark.parametrize(("theirs", "ours"), ROWS, ids=[theirs for theirs, _ in ROWS])
def test_every_row_names_a_rule_or_says_why_not(theirs, ours):
    reason = re.search(r"Not held[^:]*: (.+)\.$", ours)

    assert theirs
    assert LINK.search(ours) or (reason and len(reason[1].split()) > 3) or "every rule" in ours


def test_no_row_stands_twice():
    assert [theirs for theirs, times in Counter(theirs for theirs, _ in ROWS).items() if times > 1] == []


def test_every_constraint_type_of_wikidata_has_a_row():
    named = re.findall(r"\((Q\d+)\)", " ".join(theirs for theirs, _ in TABLES["Wikidata's constraint types"]))

    assert Counter(WIKIDATA) == Counter(named)


def test_every_core_component_of_shacl_has_a_row():
    named = re.findall(r"`(\w+)`", " ".join(theirs for theirs, _ in TABLES["SHACL's core components"]))

    assert Counter([*SHACL, "severity", "message", "deactivated"]) == Counter(named)

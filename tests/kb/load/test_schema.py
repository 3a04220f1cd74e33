"""The declarations of properties, and how things may be called."""

from __future__ import annotations

import pytest

from kb.load.ledger import entity
from kb.load.naming import naming
from kb.load.schema import schema
from kb.report.text import headline

KINDS = b"post: Post\nperson: Person\n"


def faults(properties: str) -> list[str]:
    return [headline(finding) for finding in schema(KINDS, properties.encode())[1]]


def test_a_declaration_that_names_what_is_declared_is_whole():
    found = faults(
        "held-by:\n  domain: [post]\n  range: [person]\n  needs: [part-of, founded]\n  conflicts-with: [founded]\n"
        "founded:\n  domain: [post]\n  range: [date]\n"
    )

    assert [] == found


def test_a_declaration_that_names_no_kind_would_switch_a_rule_off():
    found = faults("held-by:\n  domain: [posts]\n  range: [person]\n")

    expected = "the domain of 'held-by' names 'posts', which is declared nowhere [schema]"

    assert [f"docs/facts/schema/properties.yaml:1:1: error: {expected}"] == found


def test_a_declaration_that_names_no_property_would_switch_a_rule_off():
    found = faults("in-force:\n  domain: [post]\n  range: [date]\n  not-before: [sigend]\n")

    expected = "the law of 'in-force' names 'sigend', which is declared nowhere [schema]"

    assert [f"docs/facts/schema/properties.yaml:1:1: error: {expected}"] == found


def test_a_declaration_of_a_text_names_kinds_that_are_declared():
    known, unknown = (f"says:\n  domain: [post]\n  range: [text]\n  text-of: [{kind}]\n" for kind in ("post", "pots"))
    expected = "the text-of of 'says' names 'pots', which is declared nowhere [schema]"

    assert [] == faults(known)
    assert [f"docs/facts/schema/properties.yaml:1:1: error: {expected}"] == faults(unknown)


def test_a_kind_is_called_what_an_address_can_hold():
    found = schema(b"post: Post\nhead of state: Heads of state\n", b"")[1]

    expected = "the kind 'head of state' cannot be a place on the page that lists the ledger [schema]"

    assert [f"docs/facts/schema/kinds.yaml:2:1: error: {expected}"] == [
        headline(f) for f in found if f.rule == "schema"
    ]


@pytest.mark.parametrize(
    "name", ["signed-1990", "Signed", "a--b", "a b", "a<b", "kb-named", "judgement-1", "id1", "pier"]
)
def test_the_name_of_a_statement_is_a_place_that_the_page_has_not_taken(name: str):
    text = f"id: pier\nkind: post\nnames: {{en: Pier}}\nstatements:\n  {name}:\n    held-by: voss\n"
    declared = schema(KINDS, b"held-by:\n  domain: [post]\n  range: [person]\n")[0]
    found = [headline(finding) for finding in entity("docs/facts/pier.yaml", text.encode(), declared)[1]]

    fault = f"docs/facts/pier.yaml:5:3: error: the name {name!r} cannot be a place on the page of the entity [schema]"

    assert (fault in found) is (name != "signed-1990")


def test_an_entry_names_the_property_of_its_day():
    made, found = schema(
        KINDS,
        b"member:\n  domain: [post]\n  range: [person]\n  entry: {founder: founded}\n"
        b"founded:\n  domain: [post]\n  range: [date]\n",
    )

    assert ({"founder": "founded"}, ()) == (made.properties["member"].entry, found)


def test_a_property_may_tell_an_event_and_nothing_else():
    made, found = schema(
        KINDS, b"records: {domain: [post], range: [text], tells: event}\nrank: {domain: [post], range: [text]}\n"
    )

    assert (("event", None), ()) == ((made.properties["records"].tells, made.properties["rank"].tells), found)


HAPPENING = b"sign: {family: does, told-by: [sign]}\nsay: {family: says, told-by: [say]}\n"


def test_a_property_may_tell_one_event_by_itself():
    made, found = schema(KINDS, b"signed: {domain: [post], range: [date], tells: sign}\n", HAPPENING)

    assert ("sign", ()) == (made.properties["signed"].tells, found)


@pytest.mark.parametrize(
    ("tells", "help"),
    [
        ("sing", "did you mean 'sign'?"),
        ("events", "did you mean 'event'?"),
        ("deposit", "write `event`, or an event of events.yaml"),
    ],
)
def test_a_property_that_tells_what_nobody_declared_would_never_be_held_against_anything(tells: str, help: str):
    properties = f"rank: {{domain: [post], range: [text]}}\nsigned: {{domain: [post], range: [date], tells: {tells}}}\n"
    made, found = schema(KINDS, properties.encode(), HAPPENING)

    expected = f"'signed' has 'tells': {tells!r}, which is no event that is declared [schema]"

    assert [f"docs/facts/schema/properties.yaml:2:1: error: {expected}"] == [headline(finding) for finding in found]
    assert [help] == [finding.help for finding in found]
    assert tells == made.properties["signed"].tells


def test_languages_have_scripts_and_identifiers_have_forms():
    made, found = naming(b"languages:\n  en: Latin\n  kk: [Cyrillic, Latin]\nidentifiers:\n  wikidata: Q\\d+\n")

    assert ({"en": ("Latin",), "kk": ("Cyrillic", "Latin")}, ()) == (made.languages, found)
    assert {"wikidata": "Q\\d+"} == {name: form.text for name, form in made.identifiers.items()}


def test_without_the_file_there_is_a_finding():
    made, found = naming(b"")

    assert ({}, {}) == (made.languages, made.identifiers)
    assert ["docs/facts/schema/names.yaml:1:1: error: the file is empty [unreadable]"] == list(map(headline, found))


@pytest.mark.parametrize(
    "pattern", ["(a+)+", "a|b", ".*", "(?=a)", "[", "[]", "a**", "\\1", "a{9999}", "^a", "", "é" * 999]
)
def test_a_form_that_could_run_away_is_refused(pattern: str):
    made, found = naming(f"languages: {{en: Latin}}\nidentifiers: {{x: '{pattern}'}}\n".encode())

    assert {"schema"} == {finding.rule for finding in found}
    assert made.identifiers["x"].fits("whatever")


@pytest.mark.parametrize(
    "properties",
    [
        "a: b",
        "a: [b]",
        "- a",
        "a: {roll: membre}",
        "a: {time: [x]}",
        "a: {entry: x}",
        "a: {tells: events}",
        "a: {enum: {as: {b: c}}}",
        "a:",
        "# a: {}",
        "{}",
    ],
)
def test_a_schema_of_another_form_is_a_finding_and_no_crash(properties: str):
    assert faults(properties)

"""To which addresses readers may be sent, and how these are written and printed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kb.core.addresses import fault_of, leads_out, linked, shown
from kb.load.bibliography import bibliography
from kb.load.pages import page
from kb.load.syntax import PARSER

ROOT = Path(__file__).parents[3]
OTHER = "against an address that begins with https:// or http://"


@pytest.mark.parametrize(
    "address",
    [
        "https://gazette.example",
        "http://Gazette.example:8080/a?b=c&d=e#f",
        "https://gazette.example:65535",
        "https://gazette.example/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85",
        "https://gazette.example/%CF%F0%E8%EA%E0%E7",
        "https://straße.example/",
        "https://xn--strae-oqa.example/",
        "https://gazette.example/a%20b%D0%BB/(c),;:@!$*+~[1]",
        "https://gazette.example/архив/ՀԱՊԿ/what-csto’s",
        "https://gazette.example/what-csto's",
        "https://шос.рф/новости",
        "https://xn--n1aaj.xn--p1ai/",
        "https://a_b.gazette.example./x",
        "https://192.0.2.1/",
    ],
)
def test_an_address_of_the_web_is_followed(address):
    assert fault_of(address) is None


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("javascript:alert(1)", OTHER),
        ("JaVaScRiPt:alert(1)//https://gazette.example", OTHER),
        ("data:text/html,x", OTHER),
        ("vbscript:x", OTHER),
        ("file:///etc/passwd", OTHER),
        ("//gazette.example/a", OTHER),
        ("HTTPS://gazette.example/a", OTHER),
        ("/a", OTHER),
        ("gazette.example", OTHER),
        ("https:gazette.example", OTHER),
        ("https:///gazette.example", "whose host is '', against one such as www.example.org"),
        ("https://", "whose host is '', against one such as www.example.org"),
        ("https://localhost/", "whose host is 'localhost', against one such as www.example.org"),
        ("https://gazette,example/", "whose host is 'gazette,example', against one such as www.example.org"),
        ("https://a..b/", "whose host is 'a..b', against one such as www.example.org"),
        ("https://[::1]/", "whose host is '[::1]', against one such as www.example.org"),
        ("https://gazette.example:x/", "whose host is 'gazette.example:x', against one such as www.example.org"),
        ("https://gazette.example:0/", "whose port is 0, against one of 1 to 65535"),
        ("https://gazette.example:65536/", "whose port is 65536, against one of 1 to 65535"),
        ("https://gazette.example:٣/", "whose host is 'gazette.example:٣', against one such as www.example.org"),
        ("https://xn--a\u0431.example/", "whose host is 'xn--aб.example', against one such as www.example.org"),
        (f"https://{'a' * 64}.example", f"whose host is '{'a' * 64}.example', against one such as www.example.org"),
        ("https://bank.example@evil.example/", "which has a name or a password before its host"),
        ("https://u:p@gazette.example/", "which has a name or a password before its host"),
        ("https:\\\\gazette.example", OTHER),
        ("https://gazette.example\\@evil.example/", OTHER),
        (" https://gazette.example", "which holds a space"),
        ("https://gazette.example/a b", "which holds a space"),
        ("https://gazette.example/a\nb", "which holds the character U+000A"),
        ("java\tscript:alert(1)", "which holds the character U+0009"),
        ("https://gazette.example/\u202egpj.exe", "which holds the character U+202E"),
        ("https://gazette.example/\u200b", "which holds the character U+200B"),
        ("https://gazette.example/\x00", "which holds the character U+0000"),
        ('https://gazette.example/"onclick=x', "which holds '\"'; an address has it as %22"),
        ("https://gazette.example/<b>", "which holds '<'; an address has it as %3C"),
        ("https://gazette.example/a\\_b", "which holds '\\\\'; an address has no backslash"),
        ("https://gazette.example/a%5cb", "which holds '%5c'; an address has no backslash"),
        ("https://gazette.example/{x}", "which holds '{'; an address has it as %7B"),
        ("https://gazette.example/100%", "in which '%' is no percent sign with two hex digits"),
        ("https://gazette.example/%zz", "in which '%zz' is no percent sign with two hex digits"),
        ("https://gazette.example/%0d%0aX:y", "which holds the control character '%0d'"),
        ("https://gazette.example/%7F", "which holds the control character '%7F'"),
        ("https://gazette.example/%E2%80%AEgpj.exe", "which holds the control character '%E2%80%AE'"),
        ("https://gazette.example/%e2%81%a6x", "which holds the control character '%e2%81%a6'"),
        ("https://xn--gzette-3nf.example/", "whose host mixes letters of CYRILLIC and LATIN in 'gаzette'"),
        ("https://gаzette.example/", "whose host mixes letters of CYRILLIC and LATIN in 'gаzette'"),
        ("https://gazette.example/" + "a" * 2000, "which has 2,024 characters, against at most 2,000"),
    ],
)
def test_any_other_address_is_not(address, fault):
    assert fault_of(address) == fault


def test_every_address_of_the_bibliography_is_followed():
    library = bibliography((ROOT / "refs.bib").read_bytes())
    addresses = [
        source.fields[name] for source in library.sources for name in ("url", "x-archived") if name in source.fields
    ]

    assert {address: fault_of(address) for address in addresses if fault_of(address)} == {}


def test_a_host_in_foreign_letters_is_linked_in_ascii_and_printed_so_that_none_deceives():
    assert linked("https://шос.рф/новости") == "https://xn--n1agt.xn--p1ai/новости"
    assert linked("https://шос.рф:8080/новости") == "https://xn--n1agt.xn--p1ai:8080/новости"
    assert linked("https://gazette.example/архив") == "https://gazette.example/архив"
    assert shown("https://www.шос.рф/новости/") == "шос.рф/новости"
    assert shown("https://аррӏе.com/x") == "xn--80ak6aa92e.com/x"
    assert shown("http://www.gazette.example/a/") == "gazette.example/a"


PIECES = [
    *"https://|http://|HTTP://|ftp://|//|javascript:|gazette|.example|.|шос|.рф|xn--n1agt|xn--gzette-3nf|gаzette".split(
        "|"
    ),
    *"straße|u:p@|@|:80|:99999|:|/a|/|?b=c|&d|#e|%20|%5C|%0A|%E2%80%AE|%zz|%|[::1]|192.0.2.1|localhost|_|-|(|)".split(
        "|"
    ),
    *"\\ \n\t\u00a0\u200b\u202e\u2028\"'<>`{}|^٣ｇ℀",
]
ANY = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=2)), max_size=8).map("".join)
NEAR = ANY.map(lambda rest: f"https://gazette.example{rest}")


@given(st.one_of(ANY, NEAR))
@example("https://gazette.example/a(b)")
def test_a_page_may_link_to_what_a_source_may_and_to_nothing_else(drawn: str) -> None:
    """Of addresses as Markdown writes them, which puts a percent sign for much that a source must not hold."""
    address = PARSER.normalizeLink(drawn)
    assume(leads_out(address) and not set(address) & set("<>\n\\{}"))
    in_page = page("docs/topic/page.md", f"# Title\n\nIt is [here](<{address}>).\n".encode()).faults
    in_source = bibliography(f"@misc{{Gazette1994corvia,\n  url = {{{address}}},\n}}\n".encode()).faults

    assert bool(in_page) == bool(in_source)


def is_plain(address: str) -> bool:
    """Does the reader of addresses that Python brings along find a host of the web, and nobody before it?"""
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or 80
    return parts.scheme in ("http", "https") and parts.username is None and "." in host and host.isascii() and port > 0


@given(st.one_of(ANY, NEAR, NEAR))
def test_what_may_be_linked_to_is_what_any_program_takes_for_an_address_of_the_web(address: str) -> None:
    found = fault_of(address)

    assert found or is_plain(linked(address))
    assert found or fault_of(linked(address)) is None

"""To which addresses readers may be sent, and how these are written and printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.addresses import fault_of, linked, shown
from kb.load.bibliography import bibliography

ROOT = Path(__file__).parents[2]
OTHER = "against an address that begins with https:// or http://"


@pytest.mark.parametrize(
    "address",
    [
        "https://gazette.example",
        "HTTP://Gazette.example:8080/a?b=c&d=e#f",
        "https://gazette.example/a%20b%D0%BB/(c),;:@!$*+~[1]",
        "https://gazette.example/архив/ՀԱՊԿ/what-csto’s",
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
        ("/a", OTHER),
        ("gazette.example", OTHER),
        ("https:gazette.example", OTHER),
        ("https:///gazette.example", "whose host is '', against one such as www.odkb-csto.org"),
        ("https://", "whose host is '', against one such as www.odkb-csto.org"),
        ("https://localhost/", "whose host is 'localhost', against one such as www.odkb-csto.org"),
        ("https://gazette,example/", "whose host is 'gazette,example', against one such as www.odkb-csto.org"),
        ("https://a..b/", "whose host is 'a..b', against one such as www.odkb-csto.org"),
        ("https://[::1]/", "whose host is '[::1]', against one such as www.odkb-csto.org"),
        ("https://gazette.example:x/", "whose host is 'gazette.example:x', against one such as www.odkb-csto.org"),
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
        ("https://gazette.example/a\\_b", "which holds '\\\\'; an address has it as %5C"),
        ("https://gazette.example/{x}", "which holds '{'; an address has it as %7B"),
        ("https://gazette.example/100%", "in which '%' is no percent sign with two hex digits"),
        ("https://gazette.example/%zz", "in which '%zz' is no percent sign with two hex digits"),
        ("https://gazette.example/%0d%0aX:y", "which holds the control character '%0d'"),
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
    assert linked("https://gazette.example/архив") == "https://gazette.example/архив"
    assert shown("https://www.шос.рф/новости/") == "шос.рф/новости"
    assert shown("https://аррӏе.com/x") == "xn--80ak6aa92e.com/x"
    assert shown("http://www.gazette.example/a/") == "gazette.example/a"

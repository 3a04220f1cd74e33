"""What breaks an entry of the bibliography is told once, in plain words and at its place; all the rest is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from pybtex.database import Person, parse_string

from kb.core.model import Maker, People, Source
from kb.core.published import published
from kb.load.bibliography import Bibliography, bibliography
from kb.load.corpus import assemble
from kb.run.runner import check
from rule_examples import TODAY, small_corpus

ROOT = Path(__file__).parents[3]
ENTRY = """\
@misc{Gazette1995title,
  title        = {A Title},
  organization = {{Straits Gazette}},
  year         = {1995},
  langid       = {english}
}
"""


def read(text: str) -> Bibliography:
    """The bibliography of this text."""
    return bibliography(text.encode())


def told(library: Bibliography) -> list[str]:
    """What is wrong with it, each with its line and column."""
    return [f"{fault.mark.line}:{fault.mark.column} {fault.text}" for fault in library.faults]


def entry(**fields: str) -> str:
    """An entry with these fields in braces."""
    return "@misc{Gazette1995title,\n" + "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items()) + "}\n"


def one(**fields: str) -> Source:
    """The source of an entry with these fields."""
    library = read(entry(**fields))

    assert told(library) == []
    return library.sources[0]


# --- the grammar -----------------------------------------------------------------------------------------------------
MENDED = {
    "a comma is missing": (
        ENTRY.replace("{1995},", "{1995}"), "4:24 a comma is missing after the field 'year'",
    ),
    "a comma is missing after the key": (
        ENTRY.replace("title,\n", "title\n"), "1:23 a comma is missing after the key 'Gazette1995title'",
    ),
    "a brace is missing": (
        ENTRY.replace("{A Title}", "{A Title"), "2:3 the field 'title' is never closed: a `}` is missing",
    ),
    "a brace within is missing": (
        ENTRY.replace("{A Title}", "{A {Title}"), "2:3 the field 'title' is never closed: a `}` is missing",
    ),
    "a quotation mark is missing": (
        ENTRY.replace("{A Title}", '"A Title'), "2:3 the field 'title' is never closed: a `\"` is missing",
    ),
    "an equals sign is missing": (
        ENTRY.replace("title        =", "title"), "2:8 an equals sign is missing after 'title'",
    ),
    "a comma too many": (ENTRY.replace("{1995},", "{1995},,"), "4:25 a comma stands where a field should"),
    "a comment inside": (ENTRY.replace("  year", "  % why\n  year"), "4:3 a comment stands inside an entry"),
    "a usual field twice": (
        ENTRY.replace("  year", "  title = {B},\n  year"), "4:3 the field 'title' stands twice in one entry",
    ),
    "a field twice": (
        ENTRY.replace("  year", "  Title = {B},\n  year"), "4:3 the field 'title' stands twice in one entry",
    ),
    "a name of a field": (
        ENTRY.replace("{1995},", "{1995}, x<b> = {1},"),
        "4:26 the field 'x<b>' is called by more than letters, digits and hyphens",
    ),
    "words between entries": (
        "See below.\n\n" + ENTRY, "1:1 'See below.' stands outside of all entries, where nobody reads it",
    ),
    "words behind entries": (
        ENTRY + "}\n", "7:1 the entry 'Gazette1995title' ends before '}': a `}` too many",
    ),
    "an abbreviation is defined": ('@string{gaz = "Gazette"}\n' + ENTRY, "1:1 @string is not read here"),
    "TeX is given": ('@preamble{"\\input{/etc/passwd}"}\n' + ENTRY, "1:1 @preamble is not read here"),
    "a comment of another program": ("@comment{jabref-meta: x}\n" + ENTRY, "1:1 @comment is not read here"),
    "a long value": (
        ENTRY.replace("A Title", "A" * 10_001), "2:3 the field 'title' has 10,001 characters, against at most 10,000",
    ),
}  # fmt: skip
LOST = {
    "a brace too many": (
        ENTRY.replace("{A Title}", "{A Title}}"), "2:27 the entry 'Gazette1995title' ends before ',': a `}` too many",
    ),
    "an abbreviation": (
        ENTRY.replace("{1995}", "{1995}, publisher = gaz"),
        "4:26 the value 'gaz' of the field 'publisher' stands without braces",
    ),
    "pieces are joined": (ENTRY.replace("{1995}", "{19} # {95}"), "4:23 the value of 'year' is joined of pieces by #"),
    "another sign for a comma": (
        ENTRY.replace("{1995},", "{1995};"), "4:24 after the field 'year' a comma is expected, against ';'",
    ),
    "quotation marks within": (
        ENTRY.replace("{A Title}", '"A "Title""'),
        "2:22 after the field 'title' a comma is expected, against 'Title\"\",'",
    ),
    "a brace for a quotation mark": (
        ENTRY.replace("{A Title}", '"A Title}'), "2:3 the field 'title' is never closed: a `\"` is missing",
    ),
    "the last brace is missing": (
        ENTRY.rstrip("}\n") + "}\n",
        "5:27 the entry 'Gazette1995title' is never closed: a `}` is missing",
    ),
    "a space in the key": (
        ENTRY.replace("Gazette1995title", "Gazette1995title two"),
        "1:23 after the key 'Gazette1995title' a comma is expected, against 'two,'",
    ),
}  # fmt: skip
NEXT = ENTRY.replace("Gazette1995title", "Gazette1996next")


@pytest.mark.parametrize("case", MENDED)
def test_a_slip_is_told_once_and_the_entry_is_read_all_the_same(case):
    text, expected = MENDED[case]
    library = read(text + "\n" + NEXT)

    assert told(library) == [expected]
    assert [source.key for source in library.sources] == ["Gazette1995title", "Gazette1996next"]
    assert library.sources[0].authors == ("Straits Gazette",)
    assert library.sources[0].fields["langid"] == "english"


@pytest.mark.parametrize("case", LOST)
def test_an_entry_that_cannot_be_read_on_is_told_once_and_known_to_be_there(case):
    text, expected = LOST[case]
    library = read(text + "\n" + NEXT)

    assert told(library) == [expected]
    assert [source.key for source in library.sources] == ["Gazette1996next"]
    assert library.broken == {"Gazette1995title"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{,\n  title = {A},\n}", "1:1 this @misc has no key"),
        ("@misc{title = {A}}", "1:1 this @misc has no key"),
        ("@{A, title = {A}}", "1:1 an entry begins like @misc{, against '@{A, title = {A}}'"),
        ("@misc(A, title = {A})", "1:1 an entry begins like @misc{, against '@misc(A, title = {A})'"),
        ("@misc{", "1:1 this @misc has no key"),
        ("@misc{A, title", "1:10 'title' stands where a field should"),
        ("@misc{A, title = ", "1:10 the field 'title' has no value"),
        ("@misc{A, title = {", "1:10 the field 'title' is never closed: a `}` is missing"),
        ("@misc{A, title = {B}", "1:21 the entry 'A' is never closed: a `}` is missing"),
        ("@", "1:1 an entry begins like @misc{, against '@'"),
    ],
)
def test_a_file_that_ends_too_early_is_told_at_its_end(text, expected):
    assert told(read(text)) == [expected]


@pytest.mark.parametrize("key", ["a:b", "a_b", "<b>", "../../a", "a--b", "-a", "a-", "1995a", "Ж1995", "a" * 81, "a.b"])
def test_a_key_is_letters_digits_and_single_hyphens(key):
    library = read(ENTRY.replace("Gazette1995title", key))

    assert told(library) == [
        f"1:7 the key {key[:80]!r} is more than a letter and up to 79 letters, digits and single hyphens"
    ]
    assert library.sources == ()


def test_keys_that_differ_in_capitals_would_be_one_place_on_the_page():
    library = read(ENTRY + ENTRY.replace("Gazette", "gazette"))

    assert told(library) == ["7:1 the keys 'gazette1995title' and 'Gazette1995title' differ in capitals only"]
    assert [(fault.rule, fault.compare[0].line) for fault in library.faults] == [("duplicate-key", 1)]


LEAGUE = small_corpus()["refs.bib"].decode()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("{2006},\n  url", "{2006}\n  url"),
        ("{2006},\n  url", "{2006};\n  url"),
        ("{2006},\n  url", "y2006,\n  url"),
        ("History of the League}", "History of the League}}"),
        ("History of the League}", "{History of the League}"),
        ("= {A Short", '= "A Short'),
        ("= {A Short", "{A Short"),
        ("A Short", r"A \foo{} Short"),
        ("{primary},\n}\n\n@article", "{primary},\n\n@article"),
        ("@misc{League2006history,", "@misc{League2006history"),
    ],
)
def test_a_broken_entry_is_one_finding_however_often_it_is_cited(right, wrong):
    assert LEAGUE.count(right) == 1
    found = check(assemble({**small_corpus(), "refs.bib": LEAGUE.replace(right, wrong).encode()}, TODAY))

    assert [(finding.mark.path, finding.rule) for finding in found] == [("refs.bib", "unreadable")]


def test_everything_that_is_no_slip_is_read():
    text = (
        "% a comment, with @misc{in, it}\n"
        '@MISC { A1 , Title = "A {"}word{"} in {Quotes}" , year = 1995 , MONTH = OCT }'
        " @misc{B2, title={Braces\n   over {{lines}}}}\n\n   @misc{C3}\n"
    )
    library = read(text)

    assert told(library) == []
    assert [(s.key, s.type, dict(s.fields)) for s in library.sources] == [
        ("A1", "misc", {"title": 'A "word" in Quotes', "year": "1995", "month": "oct"}),
        ("B2", "misc", {"title": "Braces over lines"}),
        ("C3", "misc", {}),
    ]


def test_line_ends_of_other_systems_move_no_place():
    library = read(MENDED["a comma is missing"][0].replace("\n", "\r\n"))

    assert told(library) == [MENDED["a comma is missing"][1]]


@pytest.mark.parametrize("piece", ["@", "@misc{", "@misc{A,\n", "{", "}", "\n@\n", '"', ",", "@a{b, c = {", " ", "%\n"])
def test_a_million_characters_of_one_sort_are_read_in_time_and_told_in_few_words(piece):
    library = read(piece * (1_000_000 // len(piece)))

    assert len(library.faults) <= 101


# --- TeX -------------------------------------------------------------------------------------------------------------
WORDS = {
    "A -- B --- C": "A – B — C",
    r"\emph{very} \textbf{bold} {\em old} \textsc{Nato}": "very bold old Nato",
    "H$_2$O, 10$^{12}$ and \\textsuperscript{2}": "H₂O, 10¹² and ²",
    r"\$5, 5\% \& \#1, a\_b": "$5, 5% & #1, a_b",
    "50% of $5 & #1, a_b, 2^3": "50% of $5 & #1, a_b, 2^3",
    r"\url{https://e.example/x\_y}": "https://e.example/x_y",
    r"\mkbibquote{so} \enquote{it} ``is'' `now'": "“so” “it” “is” ‘now’",
    "the `Osk's Pact' and the Lunds' `view', it's": "the ‘Osk's Pact’ and the Lunds' ‘view’, it's",
    r"Ren\'e \'{E}lan na{\"\i}ve \c{c}a \v{S}\v s": "René Élan naïve ça Šš",
    r"\ss\ \o{} {\aa} \~n \H{o} \k a \'{\i}": "ß ø å ñ ő ą í",
    r"\'И{\u и}": "И\u0301й",
    "J.~R. at https://e.example/~osk": "J. R. at https://e.example/~osk",
    r"a\,b\ c\-d \ldots \S 5": "a b cd …§5",
    "{{Deep {braces}}} {}here": "Deep braces here",
}


@pytest.mark.parametrize("written", WORDS)
def test_known_tex_is_read_as_words(written):
    assert one(title=written).title == WORDS[written]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"A \foo{b}", r"2:14 in 'title' the command \foo is TeX, which readers would see"),
        (r"A \\ b", "2:14 in 'title' the command \\\\ is TeX, which readers would see"),
        (r"\input{/etc/passwd}", r"2:12 in 'title' the command \input is TeX, which readers would see"),
        (r"\textbackslash url", r"2:12 in 'title' the command \textbackslash is TeX, which readers would see"),
        ("A \\", "2:14 in 'title' the command \\ is TeX, which readers would see"),
        ("from $5 to $10", "2:17 in 'title' between two $ stands mathematics in TeX"),
        (r"$\alpha_2$", r"2:13 in 'title' the command \alpha is TeX, which readers would see"),
        (r"\textsuperscript{No}", "2:12 in 'title' 'No' can not be written as TeX has it here"),
        (r"\'", "2:14 in 'title' the value ends within a command or braces of TeX"),
        ("over\n  lines \\foo", r"3:9 in 'title' the command \foo is TeX, which readers would see"),
    ],
)
def test_other_tex_is_told_at_its_line_and_column(written, expected):
    assert told(read(entry(title=written))) == [expected]


def test_an_address_within_words_is_judged_like_any_other():
    library = read(entry(note=r"Kept at \url{javascript:alert(1)}"))

    assert told(library) == [
        "2:24 'note' is 'javascript:alert(1)', against an address that begins with https:// or http://"
    ]
    assert [fault.rule for fault in library.faults] == ["bad-url"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"https://e.example/a\_b\%20c?x=1\&y=2\#top", "https://e.example/a_b%20c?x=1&y=2#top"),
        (r"\url{https://e.example/a{\_}b}", "https://e.example/a_b"),
        (r"https://e.example/\~{}osk/{\textasciitilde}x/$\sim$y", "https://e.example/~osk/~x/~y"),
        ("{https://e.example/50%25}", "https://e.example/50%25"),
        ("https://e.example/a--b~d", "https://e.example/a--b~d"),
    ],
)
def test_an_address_is_read_without_what_tex_needs(written, expected):
    assert one(url=written).fields["url"] == expected


NO_DOI = "against the form 10.1080/02634930802355121, without https://doi.org/"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ({"crossref": "Other1995"}, "2:3 by 'crossref' the entry would take over fields of another"),
        ({"xdata": "Other1995"}, "2:3 by 'xdata' the entry would take over fields of another"),
        ({"x-text": "../canary.txt"}, "2:3 'x-text' is '../canary.txt', against the name of a file"),
        ({"x-text": "/etc/passwd"}, "2:3 'x-text' is '/etc/passwd', against the name of a file"),
        ({"url": "//e.example"}, "2:3 'url' is '//e.example', against an address that begins with https:// or http://"),
        *(
            ({"doi": doi}, f"2:3 'doi' is {doi!r}, {NO_DOI}")
            for doi in (
                "https://doi.org/10.1000/182",
                '10.1000/"><script>',
                "javascript:x//10.1000/x",
                "10.1000/x y",
                "10.1000/x.",
            )
        ),
    ],
)
def test_a_field_that_leads_elsewhere_is_told(field, expected):
    assert told(read(entry(**field))) == [expected]


@pytest.mark.parametrize(
    ("field", "against"),
    [
        *(
            (dict([field]), "a date such as 2016-10-14")
            for field in (
                ("date", "in spring"),
                ("date", "1994-02-30"),
                ("year", "n.d."),
                ("urldate", "2019-13-45"),
                ("eventdate", "soon"),
                ("origdate", "19"),
                ("year", "9" * 5000),
            )
        ),
        *(({"month": month}, "jan to dec or 1 to 12") for month in ("fevrier", "13", "0")),
    ],
)
def test_a_date_that_cannot_be_read_is_told(field, against):
    ((name, value),) = field.items()

    assert [f"2:3 {name!r} is {value[:60]!r}, against {against}"] == told(read(entry(**field)))


@pytest.mark.parametrize("field", [{"date": "1994-02-03"}, {"year": "1994"}, {"month": "Feb."}, {"month": "2"}])
def test_a_date_of_any_precision_is_read(field):
    assert field == one(**field).fields


def test_an_identifier_is_read_without_what_tex_needs():
    assert one(doi=r"10.1007/123-456\_5").fields["doi"] == "10.1007/123-456_5"


# --- names -----------------------------------------------------------------------------------------------------------
NAMES = {
    "Osk, Mira": (Maker("Osk", "Mira"),),
    "Mira Osk": (Maker("Osk", "Mira"),),
    "Osk, Mira and Lund, Per AND\n  Rask, I. And Voss": (
        Maker("Osk", "Mira"), Maker("Lund", "Per"), Maker("Rask", "I."), Maker("Voss"),
    ),
    "Ludwig van Beethoven": (Maker("van Beethoven", "Ludwig"),),
    "{van der Berg}, Anna": (Maker("van der Berg", "Anna"),),
    "de la Fontaine, Jean": (Maker("de la Fontaine", "Jean"),),
    "King, Jr, Martin Luther": (Maker("King", "Martin Luther", "Jr"),),
    "{Corporate Name and Sons}": (Maker("Corporate Name and Sons", is_body=True),),
    "{Ministry of {CSTO} Affairs, Office} and Osk, Mira": (
        Maker("Ministry of CSTO Affairs, Office", is_body=True), Maker("Osk", "Mira"),
    ),
    "Ferdinand, Anderson": (Maker("Ferdinand", "Anderson"),),
    r"Mira {\"O}sk and Ren{\'e} Lund": (Maker("Ösk", "Mira"), Maker("Lund", "René")),
    "J.~R. Osk": (Maker("Osk", "J. R."),),
    "Цыренова, Т. Б.": (Maker("Цыренова", "Т. Б."),),
}  # fmt: skip


@pytest.mark.parametrize("written", NAMES)
def test_names_are_taken_apart(written):
    assert one(author=written).people["author"].names == NAMES[written]


def test_and_others_is_no_author():
    source = one(author="Osk, Mira and others")

    assert source.authors == ("Osk",)
    assert source.makers.others


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("A, B, C, D, E, F", "2:13 in 'author' 'A, B, C, D, E, F' has 5 commas, against at most two in a name"),
        ("Osk, Mira and A, B, C, D", "2:27 in 'author' 'A, B, C, D' has 3 commas, against at most two in a name"),
        ("Osk, Mira and and Lund, Per", "2:13 in 'author' a name is missing beside 'and'"),
        ("Osk, Mira and", "2:13 in 'author' a name is missing beside 'and'"),
        ("Osk,", "2:13 in 'author' a part of the name 'Osk,' is empty"),
        ("others", "2:13 in 'author' 'others' stands for nobody where no one is named"),
    ],
)
def test_a_name_that_is_none_is_told(written, expected):
    assert told(read(entry(author=written))) == [expected]


def test_an_editor_speaks_where_there_is_no_author_and_a_body_where_there_is_neither():
    assert one(editor="Osk, Mira", organization="{League}").authors == ("Osk",)
    assert one(organization="League and Sons", publisher="Press").authors == ("League and Sons",)
    assert one(publisher="Press").authors == ()


# --- another reader --------------------------------------------------------------------------------------------------
HARD_NAMES = [
    "Osk, Mira and Lund, Per", "Mira Osk AND Per Lund and\n  Rask, I.", "Osk, Mira and others", "Osk, Mira AND Others",
    "{Straits Gazette}", "{Osk and Sons} and {Gazette, The}", "{League of the Straits} and Osk, Mira and others",
    "{Ministry of {CSTO} Affairs, Office}", "Osk, Mira and {others}", r"{\"O}sk, Mira", r"\"Osk, Mira", r"Mira {\"O}sk",
    r"\v{C}ern{\'y}, Jan", r"{\v C}erny, Jan", r"Osk, Jos{\'{e}}", r"Osk, Jos\'{e}", r"\'Emile Osk",
    r"{\'E}mile de Osk", r"Fran\c{c}ois d'Osk", r"Osk, {\O}yvind", r"M{\aa}ns Osk", r"\L{}ukasz Osk", "Ludwig van Osk",
    "van der Osk, Ludwig", "Mira von und zu Osk", "von Osk", "de la Osk, Jr., Mira", "Osk, Jr., Mira", "Mira Anna Osk",
    "Mira {Osk Lund}", "{van der Osk}, Anna", "Osk, M.~A.", "Jean-Luc Osk", "O'Osk, Mira", "al-Osk, Mira",
    "Mira al-Osk", "Osk", "Осколков, Иван и Пётр and Лунд, Т. Б.",
]  # fmt: skip
HARD_TITLES = [
    "A title", "The ``Harbour'' Pact -- a view", "{The} Harbour {PACT}: 1990--1991", "A --- b", r"50\% \& more, it's",
    r"Caf\'e {\"u}ber \ss", r"Na{\"\i}ve {\i}stanbul", r"M{\o}ller {\AE}gir \L\'od\'z", r"No\textendash yes",
    r"\v{z}\v{s}\v{c}\c{s}\u{g}\.{I}\H{o}\k{a}\r{u}\={a}\~n\^e\`a", "{{Deep {braces}}} {}here",
]  # fmt: skip


@pytest.mark.parametrize("author", HARD_NAMES)
def test_another_reader_takes_hard_names_apart_alike(author):
    written = entry(author=author)
    (theirs,) = parse_string(written, "bibtex").entries.values()

    assert one(author=author).people["author"] == _people(theirs.persons["author"])


@pytest.mark.parametrize("title", HARD_TITLES)
def test_another_reader_finds_the_same_words_in_hard_titles(title):
    assert one(title=title).title == _text(title)


# --- the bibliography itself -----------------------------------------------------------------------------------------
def test_another_reader_finds_the_same_in_every_entry():
    text = (ROOT / "refs.bib").read_text(encoding="utf-8")
    ours = {source.key: source for source in read(text).sources}
    theirs = parse_string(text, "bibtex").entries

    assert list(ours) == list(theirs)
    for key, entry_ in theirs.items():
        source = ours[key]
        for role in ("author", "editor", "translator"):
            assert source.people.get(role, People()) == _people(entry_.persons.get(role, ()))
        for name in ("title", "organization", "howpublished", "url", "doi", "year", "date", "note"):
            assert source.fields.get(name) == (_text(entry_.fields[name]) if name in entry_.fields else None)
        year = published(source)
        assert (year.earliest.year if year else None) == _year(entry_.fields)
    assert list(ours) == sorted(ours, key=str.casefold)


def _text(latex: str) -> str:
    from pybtex.richtext import Text

    return latex if "://" in latex else str(Text.from_latex(latex))


def _people(persons: Iterable[Person]) -> People:
    """The names as pybtex takes them apart; ``others`` is a name to it, and braces are left in what they hold."""
    others = [person for person in persons if str(person).lower() == "others"]
    return People(tuple(_maker(person) for person in persons if person not in others), bool(others))


def _maker(person: Person) -> Maker:
    is_body = re.fullmatch(r"\{.*\}", " ".join(person.get_part("last"))) and not person.get_part("first")
    family, given = _plain(person, "prelast", "last"), _plain(person, "first", "middle")
    return Maker(family, given, _plain(person, "lineage"), bool(is_body))


def _plain(person: Person, *parts: str) -> str:
    return " ".join(_text(" ".join(person.get_part(part))) for part in parts if person.get_part(part))


def _year(fields: dict[str, str]) -> int | None:
    written = fields.get("date") or fields.get("year")
    return int(written[:4]) if written else None

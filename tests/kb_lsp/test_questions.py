"""What an editor asks: what stands behind a figure, where it is written, who rests on it, and what may be typed."""

from __future__ import annotations

from typing import Any

from kb_bench.editor import Editor

PAGE = "docs/topic/league.md"
ENTITY = "docs/facts/league.yaml"


def at(editor: Editor, path: str, text: str, words: str, into: int = 0) -> dict[str, Any]:
    """The place of some words, as an editor that counts in UTF-16 names it."""
    before = text[: text.index(words) + into]
    line = before.rpartition("\n")[2]
    position = {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}
    return {"textDocument": editor.document(path), "position": position}


def places(editor: Editor, found: list[Any]) -> list[tuple[str, int]]:
    """File and line, counted from 1, of each place."""
    base = editor.base.as_uri() + "/"
    return [(each["uri"].removeprefix(base), each["range"]["start"]["line"] + 1) for each in found]


def test_over_a_figure_stand_statement_quote_and_place(editor: Editor) -> None:
    text = editor.open(PAGE)
    editor.settled(PAGE)
    told = editor.request("textDocument/hover", at(editor, PAGE, text, "1 February 1994", 3))

    assert (
        "1 February 1994"[:15]
        == text.splitlines()[told["range"]["start"]["line"]][
            told["range"]["start"]["character"] : told["range"]["end"]["character"]
        ]
    )
    assert [
        "1994-02-01: supported",
        "league#corvia",
        "League of the Straits – member Corvia; from 1994-02-01; until 1999-04-02; as acceded",
        "- Gazette1994corvia, ¶ 1: “Corvia joined on 1 February 1994” (full)",
        "- League2006history, ¶ 4: “Corvia ceased to be a member on 2 April 1999” (full)",
    ] == told["contents"]["value"].splitlines()


def test_over_a_key_stand_author_title_year_and_rank(editor: Editor) -> None:
    text = editor.open(PAGE)
    editor.settled(PAGE)
    told = editor.request("textDocument/hover", at(editor, PAGE, text, "Osk2007straits", 4))

    assert ["Osk2007straits", "Mira Osk, What Holds the Straits Together, 2007"] == told["contents"][
        "value"
    ].splitlines()[:2]


def test_a_figure_leads_to_its_statement_and_a_statement_to_its_sentences(editor: Editor) -> None:
    text, ledger = editor.open(PAGE), editor.open(ENTITY)
    editor.settled(PAGE)
    asked = {**at(editor, ENTITY, ledger, "  corvia:", 4), "context": {"includeDeclaration": False}}
    there = editor.request("textDocument/definition", at(editor, PAGE, text, "1 February", 1))
    back = editor.request("textDocument/references", asked)

    assert [(ENTITY, ledger[: ledger.index("  corvia:")].count("\n") + 1)] == places(editor, there)
    assert [(PAGE, 8)] == places(editor, back)


def test_a_key_leads_to_its_entry_and_to_all_that_cites_it(editor: Editor) -> None:
    text = editor.open(PAGE)
    editor.settled(PAGE)
    key = at(editor, PAGE, text, "Gazette1994corvia", 2)
    entry = editor.request("textDocument/definition", key)
    used = editor.request("textDocument/references", {**key, "context": {"includeDeclaration": False}})

    assert ["refs.bib"] == [path for path, _ in places(editor, entry)]
    assert [ENTITY, PAGE] == [path for path, _ in places(editor, used)]


def typed(editor: Editor, path: str, text: str, end: str) -> list[Any]:
    """What is offered behind a text that ends in some words."""
    editor.change(path, text + end)
    editor.settled(path)
    return editor.request("textDocument/completion", at(editor, path, text + end + "\0", "\0"))


def test_a_citation_is_offered_the_keys_and_then_the_known_places(editor: Editor) -> None:
    text = editor.open(PAGE)
    keys = typed(editor, PAGE, text, "So it is {cite:p}`Leag")
    known = typed(editor, PAGE, text, "So it is {cite:p}`Osk2007straits{abstract},League2006history{¶")

    assert ["Gazette1994corvia", "Harbour1990treaty", "League2006history", "Osk2007straits"] == [
        each["label"] for each in keys
    ]
    assert ["¶ 1", "¶ 2", "¶ 3", "¶ 4", "¶ 5"] == [each["label"] for each in known]
    assert (
        "¶"
        == (text + "So it is {cite:p}`Osk2007straits{abstract},League2006history{¶").splitlines()[-1][
            known[0]["textEdit"]["range"]["start"]["character"] :
        ]
    )


def test_the_ledger_is_offered_keys_places_ids_and_words_of_the_schema(editor: Editor) -> None:
    text = editor.open(ENTITY).partition("claims:")[0]
    record = text + "  new:\n    members: {n: 3, of: [states]}\n"
    offered = {
        end: {each["label"] for each in typed(editor, ENTITY, record, end)}
        for end in (
            "    wh",
            "    who: [arvenia, bo",
            "    event: si",
            "    evidence:\n      - by: League2006history\n        at: ",
        )
    }

    assert {"who", "where", "member", "records"} <= offered["    wh"]
    assert {"arvenia", "boreland", "corvia", "voss"} <= offered["    who: [arvenia, bo"]
    assert {"sign", "say"} <= offered["    event: si"]
    assert {"¶ 1", "¶ 2", "¶ 3", "¶ 4", "¶ 5"} == offered["    evidence:\n      - by: League2006history\n        at: "]


def test_a_slip_with_one_right_answer_is_mended_by_a_quick_fix(editor: Editor) -> None:
    text = editor.open(PAGE)
    wrong = text.replace("1 February 1994", "1 February 1995")
    editor.change(PAGE, wrong)
    editor.settled(PAGE)
    line = wrong[: wrong.index("1 February")].count("\n")
    span = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 9}}
    asked = {"textDocument": editor.document(PAGE), "range": span, "context": {"diagnostics": []}}
    (fix,) = editor.request("textDocument/codeAction", asked)
    ((edit,),) = fix["edit"]["changes"].values()
    start, end = edit["range"]["start"]["character"], edit["range"]["end"]["character"]
    lines = wrong.splitlines(keepends=True)
    lines[line] = lines[line][:start] + edit["newText"] + lines[line][end:]

    assert text == "".join(lines)
    assert ["prose-disagrees"] == [each["code"] for each in fix["diagnostics"]]

"""The YAML reader: plain data with places, and a clear no to everything else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.load.yaml_marks import Located, read

PATH = "docs/facts/x.yaml"
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12)
PLAIN = st.recursive(
    WORDS, lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(WORDS, inner, min_size=1, max_size=3)
)


def plain(located: Located) -> object:
    if isinstance(located.value, dict):
        return {name: plain(item) for name, item in located.value.items()}
    if isinstance(located.value, list):
        return [plain(item) for item in located.value]
    return located.value


@given(st.dictionaries(WORDS.filter(lambda word: word != "<<"), PLAIN, min_size=1, max_size=4))
def test_what_is_written_is_read_back(data: dict[str, object]) -> None:
    text = yaml.dump(data, allow_unicode=True, default_style='"', Dumper=yaml.SafeDumper)
    located, faults = read(PATH, text.encode())

    if not any("<<" in str(item) for item in data.values()):
        assert {"stray-character"} >= {fault.rule for fault in faults}
        assert located is not None
        assert data == plain(located)


@given(st.binary(max_size=80))
def test_no_bytes_whatever_raise(data: bytes) -> None:
    _, faults = read(PATH, data)

    assert all(fault.mark.path == PATH and fault.mark.line >= 1 and fault.help for fault in faults)


def test_nothing_is_typed_by_guessing() -> None:
    located, _ = read(PATH, b"a: NO\nb: 2016-10-14\nc: 012\nd: true\n")

    assert located is not None
    assert {"a": "NO", "b": "2016-10-14", "c": "012", "d": "true"} == plain(located)


def test_every_value_knows_its_place() -> None:
    located, _ = read(PATH, b"a:\n  b: [x, y]\n")
    assert located is not None
    inner = located.items["a"].items["b"]

    assert (2, 3) == (inner.key.line, inner.key.column)
    assert (2, 10) == (inner.list[1].mark.line, inner.list[1].mark.column)


@pytest.mark.parametrize(
    ("data", "rule", "place"),
    [
        (b"a: 1\na: 2\n", "duplicate-key", (2, 1)),
        (b"a: &x 1\nb: *x\n", "unreadable", (1, 4)),
        (b"a: !!python/object:os.system x\n", "unreadable", (1, 4)),
        (b"a: {<<: 1}\n", "unreadable", (1, 5)),
        (b"a: 1\n---\nb: 2\n", "unreadable", (3, 1)),
        (b"a: [1\nb: 2\n", "unreadable", (2, 2)),
        (b"a: \xff\n", "unreadable", (1, 4)),
        (b"a: \x07\n", "stray-character", (1, 4)),
        (b"[" * 40, "unreadable", (1, 33)),
        (b"a: " + b"x" * 20_001, "unreadable", (1, 4)),
        (b"a: [" + b"x, " * 2_001 + b"]", "unreadable", (1, 4)),
        (b"", "unreadable", (1, 1)),
        (b"? [a]\n: 1\n", "unreadable", (1, 3)),
    ],
)
def test_what_is_refused_is_a_finding_at_its_place(data: bytes, rule: str, place: tuple[int, int]) -> None:
    _, faults = read(PATH, data)

    assert (rule, place) == (faults[0].rule, (faults[0].mark.line, faults[0].mark.column))

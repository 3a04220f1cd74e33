"""A corpus laid out in any other way is the same corpus: nothing is told of it."""

from __future__ import annotations

import random
import re
from datetime import date

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.compare.compared import Revision, compared
from kb.load.corpus import assemble
from kb.load.door import Admitted
from kb.load.revision import Tree

ORDERED = ("names", "en")
"""Of names the first is the label: there, and nowhere else, order is a fact."""
ENTRY = re.compile(r"(@\w+\{\w+,\n)(.*?)(^\}\n)", re.DOTALL | re.MULTILINE)


def shuffled(value: object, lot: random.Random, field: str = "") -> object:
    """The same record with its keys and the members of its sets in another order."""
    if isinstance(value, dict):
        keys = lot.sample([*value], len(value))
        return {key: shuffled(value[key], lot, key) for key in keys}
    if isinstance(value, list) and field not in ORDERED:
        return [shuffled(each, lot) for each in lot.sample(value, len(value))]
    return value


def relaid(text: str, lot: random.Random) -> str:
    """An entity in another order, block or flow style, width and kind of quotation."""
    record = shuffled(yaml.load(text, yaml.BaseLoader), lot)  # noqa: S506  # all scalars are text, as the ledger reads them
    flow, style = lot.choice([True, False, None]), lot.choice([None, "'", '"'])
    return yaml.dump(
        record, sort_keys=False, default_flow_style=flow, default_style=style, width=lot.choice([20, 60, 200]),
        allow_unicode=lot.random() < 0.5,
    )  # fmt: skip


def resorted(text: str, lot: random.Random) -> str:
    """A bibliography with its entries, and the fields of each, in another order."""
    entries = []
    for head, body, end in ENTRY.findall(text):
        fields = body.splitlines(keepends=True)
        entries.append(head + "".join(lot.sample(fields, len(fields))) + end)
    return "\n".join(lot.sample(entries, len(entries)))


def reflowed(text: str, lot: random.Random) -> str:
    """A page whose sentences stand in another order, on one line or on many."""
    head, _, body = text.rpartition("\n\n")
    sentences = body.strip().splitlines()
    glue = lot.choice([" ", "\n"])
    parts = glue.join(lot.sample(sentences, len(sentences)))
    breaks = (m.start() for m in re.finditer(r" (?=[a-z])", parts) if parts[: m.start()].count("`") % 2 == 0)
    for at in lot.sample([*breaks], 3):
        parts = f"{parts[:at]}\n{parts[at + 1 :]}"
    return f"{head}\n\n{parts}\n"


def revision(files: dict[str, bytes]) -> Revision:
    return Revision(Tree(Admitted(files)), assemble(files, date(2020, 1, 1)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_whatever_is_laid_out_otherwise_has_not_changed(small: dict[str, bytes], lot: random.Random) -> None:
    laid = {}
    for path, data in small.items():
        change = {".yaml": relaid, ".bib": resorted, ".md": reflowed}.get(path[path.rfind(".") :])
        is_content = change and not path.startswith("docs/facts/schema/")
        laid[path] = change(data.decode(), lot).encode() if change and is_content else data

    told = compared(revision(small), revision(laid)).changes

    assert [] == [each.headline for each in told if each.fails or not each.kind.startswith("finding")]

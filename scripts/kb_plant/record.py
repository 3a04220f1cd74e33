"""The score as the site shows it: written by a command, kept with the content, read when the site is built."""

from __future__ import annotations

import json
from datetime import date

from kb_plant.score import Score, Tried

EACH, SEED = 16, 2016
"""So many errors of each kind, drawn by this seed."""


def document(found: Score, day: date) -> str:
    """The record of a score counted on a day."""
    kinds = {kind: {"noticed": noticed, "planted": planted} for kind, (noticed, planted) in found.kinds.items()}
    whole = {"day": day.isoformat(), "seed": SEED, "kinds": kinds, "unnoticed": list(map(_told, found.survivors))}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _told(tried: Tried) -> str:
    backed = f"; backed by {', '.join(tried.excuse[:3])}" if tried.excuse else ""
    return f"{tried.planted}{backed}"

"""One word for the whole ledger: two papers that bear the same one were made from the same facts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from kb.load.paths import BIBLIOGRAPHY, FACTS


def fingerprint(files: Mapping[str, str]) -> str:
    """SHA-256 of the list that ``sha256sum`` makes of the bibliography and of all files of the ledger, by path.

    It is of all of them, for what another file says of the same matter, or does not, is a reason to trust a statement.
    """
    held = sorted(path for path in files if path == BIBLIOGRAPHY or path.startswith(f"{FACTS}/"))
    listed = "".join(f"{files[path]}  {path}\n" for path in held)
    return f"sha256:{hashlib.sha256(listed.encode()).hexdigest()}"

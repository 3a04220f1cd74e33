"""The last hand at a PDF: what Typst cannot say of it as metadata, and small objects packed together.

Typst 0.15 writes every object by itself, and of the many small ones that a tagged document has it compresses none: in
object streams, which PDF has had since 1.5, a book takes a third of the room. It has no way either to say which version
a document is, by which name it is known, or what it was made from.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf

PROPERTIES = {"identifier": "dc:identifier", "version": "xmpMM:VersionID", "source": "dc:source"}
"""What of a document's metadata is told by which property of XMP; PDF/A knows all of them without a schema of ours."""


def finished(made: bytes, told: Mapping[str, object]) -> bytes:
    """The same document with its metadata and packed; the same bytes whenever it is given the same."""
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        said = {name: str(told[key]) for key, name in PROPERTIES.items() if told.get(key)}
        if said:
            with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
                metadata.update(said)
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()

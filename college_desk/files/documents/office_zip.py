"""Zip files with one spelling only: the same entries and day give the same bytes on every machine."""

from __future__ import annotations

import datetime as dt
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterable

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
)
"""All that the standard library raises at a damaged zip."""


def zip_bytes(entries: Iterable[tuple[str, bytes]], *, day: dt.date) -> bytes:
    """A zip of the entries (name, content) in their order, every time of it midnight of `day`.

    Entries are stored, not deflated: deflated bytes differ from one zlib to the next, stored ones never.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in entries:
            archive.writestr(entry_info(name, day), content)
    return out.getvalue()


def entry_info(name: str, day: dt.date) -> zipfile.ZipInfo:
    """The head of one entry: UTF-8 name, fixed time, an ordinary file that its owner may write."""
    info = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    info.create_system = 3
    info.external_attr = 0o100644 << 16
    info.compress_type = zipfile.ZIP_STORED
    return info


def core_xml(*, title: str, day: dt.date) -> bytes:
    """`docProps/core.xml` of an office file: its title, and `day` as the only time in it."""
    from xml.sax.saxutils import escape

    moment = f"{day.isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        "<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()

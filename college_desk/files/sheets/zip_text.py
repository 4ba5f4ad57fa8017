"""The text of an entry of a zip, piece by piece."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from college_desk.files.sheets import refusals

PIECE = 4 * 1024 * 1024
ROOT = re.compile(rb"<(?:([\w.-]+):)?[A-Za-z]")
"""The first element of an XML text, with the prefix of its name."""

_LONGEST_ELEMENT = 64 * 1024 * 1024


def entries(opened: zipfile.ZipFile) -> dict[str, str]:
    """The entries as they are called, by their path in small letters with slashes; programs differ in both."""
    return {name.replace("\\", "/").lower(): name for name in opened.namelist()}


def pieces(opened: zipfile.ZipFile, part: str, path: Path) -> Iterator[bytes]:
    """The text of an entry in pieces. Raises UnusableInput where it declares a document type."""
    with opened.open(part) as entry:
        begun = False
        while piece := entry.read(PIECE):
            if not begun:
                if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
                    raise refusals.unsafe(path)
                begun = ROOT.search(piece) is not None
            yield piece


def cut(text: Iterator[bytes], end: bytes) -> Iterator[bytes]:
    """The same text in pieces that end where an element ends: a row, a shared text.

    Raises MemoryError for an element of more than 64 MB.
    """
    rest = b""
    for piece in text:
        rest += piece
        at = rest.rfind(end) + len(end)
        if at >= len(end):
            yield rest[:at]
            rest = rest[at:]
        elif len(rest) > _LONGEST_ELEMENT:
            raise MemoryError
    yield rest

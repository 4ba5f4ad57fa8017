"""The one door: a read workbook written out again with the program's answers in it."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from college_desk.files.annotating import package, plain_copy
from college_desk.files.annotating.marks import SheetMark
from college_desk.files.annotating.parts import CONTENT_TYPES, WorkbookParts, parts_of, text_of
from college_desk.files.annotating.sheet_xml import marked
from college_desk.files.annotating.styles import Styles
from college_desk.files.documents.lists import replacing
from college_desk.files.documents.office_zip import DAMAGE
from college_desk.files.sheets import refusals
from college_desk.files.sheets.book import Book

PACKAGES = ("xlsx", "xlsm")
"""Kinds of files that go back as they are, but for the marked sheets."""

_STYLES_PART = "xl/styles.xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"


def answer(book: Book, source: Path, out: Path, marks: Sequence[SheetMark]) -> None:
    """Write the file that `book` was read from to `out`, with the answers in its sheets.

    Of an xlsx or xlsm every part stays byte for byte but those of the marked sheets; the part of formats
    keeps what it has, coloured formats are added at its end. Anything else becomes an xlsx of the same cells.
    Raises UnusableInput for a package that is not whole, or an `out` that cannot be written.
    """
    if book.kind in PACKAGES:
        try:
            with replacing(out) as unfinished:
                _answer_package(source, unfinished, marks, {})
        except DAMAGE as error:
            raise refusals.damaged(source) from error
        return
    with tempfile.TemporaryDirectory() as folder, replacing(out) as unfinished:
        copy = Path(folder) / "1.xlsx"
        names = plain_copy.write(book, copy)
        named = [replace(each, sheet=names[each.sheet]) for each in marks]
        _answer_package(copy, unfinished, named, plain_copy.merged(copy, book, names))


def _answer_package(source: Path, out: Path, marks: Sequence[SheetMark], changed: dict[str, bytes]) -> None:
    replaced = dict(changed)
    added: dict[str, bytes] = {}
    with zipfile.ZipFile(source) as opened:
        parts = parts_of(opened, source)
        styles = Styles(None if parts.styles is None else text_of(opened, source, parts.styles))
        for mark in marks:
            part = parts.sheets.get(mark.sheet)
            if part is None:
                raise refusals.damaged(source)
            xml = replaced.get(part) or text_of(opened, source, part)
            replaced[part] = marked(xml, mark, styles)
        if styles.changed and parts.styles is not None:
            replaced[parts.styles] = styles.xml()
        elif styles.changed:
            added[_STYLES_PART] = styles.xml()
            replaced.update(_with_styles(opened, source, parts))
    package.rewritten(source, out, replaced, added)


def _with_styles(opened: zipfile.ZipFile, path: Path, parts: WorkbookParts) -> dict[str, bytes]:
    """The two parts that must name the formats of a workbook that had none."""
    types = text_of(opened, path, CONTENT_TYPES)
    override = f'<Override PartName="/{_STYLES_PART}" ContentType="{_STYLES_TYPE}"/></Types>'
    related = text_of(opened, path, parts.relationships)
    relation = f'<Relationship Id="rIdStyles" Type="{_RELATION}" Target="/{_STYLES_PART}"/></Relationships>'
    return {
        CONTENT_TYPES: types.replace(b"</Types>", override.encode()),
        parts.relationships: related.replace(b"</Relationships>", relation.encode()),
    }

"""What stands in a finished workbook, Word document or PDF: its texts and figures, read back."""

from __future__ import annotations

import ctypes
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.documents.office_zip import DAMAGE
from college_desk.files.documents.word_parts import W

if TYPE_CHECKING:
    from openpyxl import Workbook

Kind = Literal["xlsx", "docx", "pdf"]
LARGEST = 256 * 2**20
"""Bytes that an office file may unpack to; ours stay far below."""


def contents(document: Path | bytes) -> list[str | Decimal]:
    """All texts and figures of a document in the order in which they are kept, empty ones left out.

    Of a workbook every cell, figures as Decimal; of a Word document every paragraph, in the text and in
    tables; of a PDF the text of every page. Raises UnusableInput when it is none of the three or damaged.
    """
    content = document if isinstance(document, bytes) else document.read_bytes()
    kind = kind_of(content)
    if kind == "xlsx":
        return [value for _row, _column, value in sheet_cells(content)]
    if kind == "docx":
        return [*paragraphs(content)]
    return [*page_texts(content)]


def kind_of(content: bytes) -> Kind:
    """What the bytes are, told by themselves. Raises UnusableInput for anything else."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    with _archive(content) as archive:
        names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    raise UnusableInput(_("这不是电子表格、文字文档或PDF文件。"))


def sheet_cells(content: bytes) -> list[tuple[int, int, str | Decimal]]:
    """Row, column (from 1) and value of every cell of the first sheet that holds something."""
    book = _workbook(content)
    found: list[tuple[int, int, str | Decimal]] = []
    # The cells that are there, not the rectangle around them: a foreign file may claim a million rows.
    cells = book.worksheets[0]._cells if book.worksheets else {}
    for (row, column), cell in sorted(cells.items(), key=lambda item: item[0]):
        if cell.value is None:
            continue
        figure = isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
        found.append((row, column, Decimal(str(cell.value)) if figure else str(cell.value)))
    return found


def paragraphs(content: bytes) -> list[str]:
    """The paragraphs of a Word document that hold text; line breaks as line feeds, tabs as tabs."""
    with _archive(content) as archive:
        try:
            return paragraphs_of_xml(archive.read("word/document.xml"))
        except DAMAGE:
            raise UnusableInput(_("文字文档已损坏，打不开。")) from None


def paragraphs_of_xml(xml: bytes) -> list[str]:
    """The paragraphs of a document part. Raises UnusableInput when it is not well-formed."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        raise UnusableInput(_("文字文档已损坏，打不开。")) from None
    found = []
    for each in root.iter(f"{{{W}}}p"):
        pieces = []
        for node in each.iter(f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab"):
            name = str(node.tag).rpartition("}")[2]
            inside_run = node.getparent() is not None and str(node.getparent().tag).endswith("}r")  # type: ignore[union-attr]
            if name == "t":
                pieces.append(node.text or "")
            elif inside_run:
                pieces.append("\n" if name == "br" else "\t")
        text = "".join(pieces)
        if text.strip():
            found.append(text)
    return found


def page_texts(content: bytes) -> list[str]:
    """The text of every page of a PDF as it was set, piece by piece, divided by line feeds."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise UnusableInput(_("PDF文件已损坏，打不开。")) from None
    try:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            pieces = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
            texts.append("\n".join(_piece(each.raw, text_page.raw) for each in pieces))
            text_page.close()
            page.close()
        return texts
    except pypdfium2.PdfiumError:
        raise UnusableInput(_("PDF文件已损坏，打不开。")) from None
    finally:
        document.close()


def _piece(text_object: Any, text_page: Any) -> str:
    """The text of one piece of a page; pdfium's text of the whole page mixes lines of narrow columns."""
    from pypdfium2 import raw

    size = raw.FPDFTextObj_GetText(text_object, text_page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(text_object, text_page, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _archive(content: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGE:
        raise UnusableInput(_("文件已损坏，打不开。")) from None
    if sum(info.file_size for info in archive.infolist()) > LARGEST:
        raise UnusableInput(_("文件展开后过大，没有打开。"))
    return archive


def _workbook(content: bytes) -> Workbook:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _archive(content).close()
    try:
        return load_workbook(io.BytesIO(content))
    except (*DAMAGE, InvalidFileException, TypeError, AttributeError, SyntaxError):
        raise UnusableInput(_("电子表格已损坏，打不开。")) from None

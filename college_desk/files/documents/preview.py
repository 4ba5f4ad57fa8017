"""Pages of a PDF as pictures, for the print preview in the window."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _


@dataclass(frozen=True)
class PageSize:
    """Width and height of a page, in millimetres."""

    width: float
    height: float


def page_sizes(content: bytes) -> list[PageSize]:
    """The size of every page of the PDF. Raises UnusableInput when it is damaged."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise UnusableInput(_("PDF文件已损坏，打不开。")) from None
    try:
        points = (document.get_page_size(number) for number in range(len(document)))
        return [PageSize(wide * 25.4 / 72, high * 25.4 / 72) for wide, high in points]
    finally:
        document.close()


def page_picture(content: bytes, page: int, *, width: int) -> bytes:
    """Page `page` (from 0) of the PDF as a PNG, `width` pixels wide.

    Raises UnusableInput when the PDF is damaged, IndexError when it has no such page.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise UnusableInput(_("PDF文件已损坏，打不开。")) from None
    try:
        if not 0 <= page < len(document):
            raise IndexError(page)
        sheet = document[page]
        bitmap = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True, force_bitmap_format=2)
        return _png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        document.close()


def _png(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    """A PNG of rows of RGB pixels, `stride` bytes from row to row."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + pixels[row * stride : row * stride + width * 3] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body

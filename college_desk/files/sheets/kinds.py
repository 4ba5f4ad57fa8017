"""What a file really is, told from its content; extensions lie."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from college_desk.base.translation import _
from college_desk.files.sheets import refusals, zip_text

HEAD = 8192
_ZIP = b"PK\x03\x04"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIG_FILE = 200 * 1024 * 1024
_BIG_INSIDE = 2 * 1024 * 1024 * 1024
_BIG_DIRECTORY = 16 * 1024 * 1024
_BIG_FOR_ITS_RATIO = 256 * 1024 * 1024
_WORST_RATIO = 300
_END_OF_ZIP = 66_000
_BEGINNING = 1 << 20

_BIFF_WITHOUT_CONTAINER = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")
_HTML = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|table|meta|style|script|title|div|center|p|form|span|br|font|link)\b",
    re.I | re.S,
)
_XML = re.compile(r"^\s*<\?xml\b|^\s*<(?:ss:)?Workbook\b")
_SPREADSHEET_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
_MHTML = re.compile(
    r"^\s*(?:From:.*\n)?.{0,400}?^(?:MIME-Version:|Content-Type:\s*multipart/related)", re.I | re.S | re.M
)
_BOMS_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def head_of(path: Path) -> bytes:
    """The first bytes of the file. Raises UnusableInput when there are none to be had."""
    try:
        if path.is_dir():
            raise refusals.folder(path)
        if not path.exists():
            raise refusals.missing(path)
        if not path.is_file():
            raise refusals.no_regular_file(path)
        size = path.stat().st_size
        with path.open("rb") as opened:
            head = opened.read(HEAD)
    except OSError as error:
        raise refusals.unreadable(path, error) from error
    if size == 0:
        raise refusals.empty(path)
    if path.name.startswith("~$"):
        raise refusals.lock_file(path)
    if size > _BIG_FILE:
        raise refusals.too_large(path)
    return head


def kind_of(path: Path) -> str:
    """The kind of a spreadsheet file: xlsx, xlsm, xlsb, xls, ods, html, xml or csv (any delimited text).

    html: a web page under a spreadsheet's name; xml: SpreadsheetML 2003 (“XML表格2003”). Raises
    UnusableInput with one sentence for everything else: missing, a folder, not readable, empty, too large,
    encrypted, damaged, or of another kind.
    """
    head = head_of(path)
    if head.startswith(_ZIP):
        return _zip_kind(path)
    if head.startswith(_OLE2):
        return _ole2_kind(path)
    return kind_of_text(head, path)


def is_plain(head: bytes) -> bool:
    """Whether a file is neither of the two containers by its first bytes; `kind_of_text` tells what it is."""
    return not head.startswith((_ZIP, _OLE2))


def kind_of_text(head: bytes, path: Path) -> str:
    """html, xml or csv by the first bytes of a file that is no container; raises as `kind_of` does."""
    from college_desk.files.sheets.text_encoding import utf16_without_mark

    if head.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        raise refusals.damaged(path)
    if head.startswith(_BIFF_WITHOUT_CONTAINER):
        raise refusals.save_as_xlsx(path, _("很早以前的Excel格式"))
    encoding = _BOMS_16.get(head[:2]) or utf16_without_mark(head)
    start = head.decode(encoding or "utf-8", "replace").lstrip("\ufeff")
    binary = b"\x00" in head and encoding is None
    for magic, what in _foreign_kinds(binary=binary):
        if head.startswith(magic):
            raise refusals.foreign(path, what)
    if binary:
        raise refusals.foreign(path, _("程序认不得的文件"))
    if _XML.match(start) and _SPREADSHEET_2003 in start:
        return "xml"
    if _HTML.match(start) or (_XML.match(start) and "<html" in start.lower()):
        return "html"
    if _XML.match(start):
        raise refusals.save_as_xlsx(path, _("XML格式"))
    if _MHTML.match(start):
        raise refusals.save_as_xlsx(path, _("“单个文件网页”"))
    return "csv"


def _foreign_kinds(*, binary: bool) -> tuple[tuple[bytes, str], ...]:
    """How files of other kinds begin and what they are; some beginnings are common words in a text."""
    picture, archive, program = _("图片"), _("压缩包"), _("程序文件")
    always = (
        (b"%PDF", _("PDF文件")),
        (b"\x89PNG", picture),
        (b"\xff\xd8\xff", picture),
        (b"GIF8", picture),
        (b"II*\x00", picture),
        (b"MM\x00*", picture),
        (b"{\\rtf", _("RTF文档")),
        (b"7z\xbc\xaf\x27\x1c", archive),
        (b"Rar!", archive),
        (b"\x1f\x8b", archive),
        (b"BZh", archive),
        (b"\xfd7zXZ", archive),
        (b"SQLite format 3", _("数据库文件")),
        (b"\x7fELF", program),
    )
    return (*always, (b"RIFF", picture), (b"BM", picture), (b"MZ", program)) if binary else always


def _zip_kind(path: Path) -> str:
    try:
        with path.open("rb") as opened:
            opened.seek(max(0, path.stat().st_size - _END_OF_ZIP))
            if _directory_size(opened.read()) > _BIG_DIRECTORY:
                raise refusals.too_large(path)
        with zipfile.ZipFile(path) as opened:
            entries = opened.infolist()
            names = zip_text.entries(opened)
            mime = _beginning(opened, names, "mimetype").decode("ascii", "replace").strip()
            types = _beginning(opened, names, "[Content_Types].xml")
            locked = any(entry.flag_bits & 1 for entry in entries)
            manifest = _beginning(opened, names, "META-INF/manifest.xml")
            locked = locked or "encrypted-package" in names or (bool(mime) and b"encryption-data" in manifest)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        raise refusals.damaged(path) from error
    if _is_bomb(entries):
        raise refusals.too_large(path)
    if locked:
        raise refusals.encrypted(path)
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.startswith("xl/") for name in names) or b"spreadsheetml.sheet.main" in types:
        return "xlsm" if "xl/vbaproject.bin" in names else "xlsx"
    if mime.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if any(name.startswith("word/") for name in names) or mime.endswith("opendocument.text"):
        raise refusals.foreign(path, _("Word文档"))
    if any(name.startswith("ppt/") for name in names):
        raise refusals.foreign(path, _("演示文稿"))
    raise refusals.archive(path)


def _directory_size(end: bytes) -> int:
    """The bytes of a zip's table of contents, as its last record (zip64: the one before) states them."""
    at = end.rfind(b"PK\x05\x06")
    if at < 0:
        return 0
    size = int.from_bytes(end[at + 12 : at + 16], "little")
    large = end.rfind(b"PK\x06\x06", 0, at)
    return int.from_bytes(end[large + 40 : large + 48], "little") if large >= 0 else size


def _is_bomb(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether a zip unpacks to gigabytes, or to very much more than its own size."""
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    return unpacked > _BIG_INSIDE or (unpacked > _BIG_FOR_ITS_RATIO and unpacked > packed * _WORST_RATIO)


def _beginning(opened: zipfile.ZipFile, names: Mapping[str, str], entry: str) -> bytes:
    """The first bytes of an entry, none where there is no such entry."""
    if entry.lower() not in names:
        return b""
    with opened.open(names[entry.lower()]) as inside:
        return inside.read(_BEGINNING)


def _ole2_kind(path: Path) -> str:
    """xls, unless the container's directory names other streams."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise refusals.unreadable(path, error) from error
    if _names(content, "EncryptedPackage") or _names(content, "EncryptionInfo"):
        raise refusals.encrypted(path)
    if _names(content, "Workbook") or _names(content, "Book"):
        return "xls"
    if _names(content, "WordDocument"):
        raise refusals.foreign(path, _("Word文档"))
    if _names(content, "PowerPoint Document"):
        raise refusals.foreign(path, _("演示文稿"))
    if path.suffix.lower() in (".et", ".ett"):
        raise refusals.save_as_xlsx(path, _("程序读不了的WPS表格"))
    if path.suffix.lower() == ".wps":
        raise refusals.foreign(path, _("WPS文字文档"))
    raise refusals.damaged(path)


def _names(content: bytes, stream: str) -> bool:
    """Whether an OLE2 directory names a stream (entries hold UTF-16 names, zero-padded, in any case)."""
    spellings = (stream, stream.upper(), stream.lower())
    return any(spelling.encode("utf-16-le") + b"\x00\x00" in content for spelling in spellings)

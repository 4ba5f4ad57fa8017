"""What a file really is, told from its content; extensions lie."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _

HEAD = 8192
_ZIP = b"PK\x03\x04"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIG_FILE = 200 * 1024 * 1024
_BIG_INSIDE = 2 * 1024 * 1024 * 1024

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"II*\x00", "图片"),
    (b"MM\x00*", "图片"),
    (b"{\\rtf", "RTF文档"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    (b"Rar!", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"BZh", "压缩包"),
    (b"\xfd7zXZ", "压缩包"),
    (b"SQLite format 3", "数据库文件"),
    (b"\x7fELF", "程序文件"),
)
_FOREIGN_BINARY: tuple[tuple[bytes, str], ...] = ((b"BM", "图片"), (b"MZ", "程序文件"))
_BIFF_WITHOUT_CONTAINER = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")
_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b",
    re.I | re.S,
)
_XML = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml\b")
_BOMS_16 = (b"\xff\xfe", b"\xfe\xff")


def kind_of(path: Path) -> str:
    """The kind of a spreadsheet file: xlsx, xlsm, xlsb, xls, ods or csv (any delimited text).

    Raises UnusableInput with one sentence for everything else: missing, a folder, not readable, empty,
    too large, encrypted, damaged, or of another kind.
    """
    head = _head(path)
    if head.startswith(_ZIP):
        return _zip_kind(path)
    if head.startswith(_OLE2):
        return _ole2_kind(path)
    if head.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        raise _damaged(path)
    if head.startswith(_BIFF_WITHOUT_CONTAINER):
        raise UnusableInput(
            _("“{file}”是很早以前的Excel格式，请用Excel或WPS打开，另存为xlsx后再导入。").format(
                file=path.name
            )
        )
    if _HTML.match(head) or (_XML.match(head) and b"<html" in head.lower()):
        raise UnusableInput(
            _("“{file}”其实是网页，不是表格。请用Excel或WPS打开，另存为xlsx后再导入。").format(file=path.name)
        )
    if _XML.match(head):
        raise UnusableInput(
            _("“{file}”是XML格式，请用Excel或WPS打开，另存为xlsx后再导入。").format(file=path.name)
        )
    binary = b"\x00" in head and not head.startswith(_BOMS_16)
    for start, what in _FOREIGN + (_FOREIGN_BINARY if binary else ()):
        if head.startswith(start):
            raise _foreign(path, what)
    if binary:
        raise _foreign(path, _("程序认不得的文件"))
    return "csv"


def _head(path: Path) -> bytes:
    """The first bytes of the file. Raises UnusableInput when there are none to be had."""
    try:
        if path.is_dir():
            raise UnusableInput(_("“{file}”是文件夹，请选择其中的表格文件。").format(file=path.name))
        if not path.exists():
            raise UnusableInput(_("找不到文件“{file}”，请核对路径。").format(file=path))
        if not path.is_file():
            raise UnusableInput(_("“{file}”不是普通文件，不能导入。").format(file=path.name))
        size = path.stat().st_size
        with path.open("rb") as opened:
            head = opened.read(HEAD)
    except OSError as error:
        raise _unreadable(path, error) from error
    if size == 0:
        raise UnusableInput(_("“{file}”是空文件，里面什么也没有。").format(file=path.name))
    if path.name.startswith("~$"):
        raise UnusableInput(
            _("“{file}”是表格打开时的临时文件，请选择不带“~$”的那一个。").format(file=path.name)
        )
    if size > _BIG_FILE:
        raise too_large(path)
    return head


def _unreadable(path: Path, error: OSError) -> UnusableInput:
    if isinstance(error, PermissionError):
        return UnusableInput(
            _("“{file}”打不开：正被别的程序占用，或没有读取权限。请关闭它再试。").format(file=path.name)
        )
    why = os.strerror(error.errno) if error.errno else str(error)
    return UnusableInput(_("“{file}”读不出来（{why}）。").format(file=path.name, why=why))


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as opened:
            entries = opened.infolist()
            names = {entry.filename.replace("\\", "/") for entry in entries}
            mime = _mimetype(opened) if "mimetype" in names else ""
            macros = "xl/vbaProject.bin" in names
            unpacked = sum(entry.file_size for entry in entries)
            locked = any(entry.flag_bits & 1 for entry in entries)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        raise _damaged(path) from error
    if unpacked > _BIG_INSIDE:
        raise too_large(path)
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.lower().startswith("xl/") for name in names):
        return "xlsm" if macros else "xlsx"
    if mime.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if any(name.startswith("word/") for name in names) or mime.endswith("opendocument.text"):
        raise _foreign(path, _("Word文档"))
    if any(name.startswith("ppt/") for name in names):
        raise _foreign(path, _("演示文稿"))
    if locked:
        raise encrypted(path)
    raise UnusableInput(_("“{file}”是压缩包，请先解压，再选择里面的表格。").format(file=path.name))


def _mimetype(opened: zipfile.ZipFile) -> str:
    with opened.open("mimetype") as entry:
        return entry.read(200).decode("ascii", "replace").strip()


def _ole2_kind(path: Path) -> str:
    """xls, unless the container's directory names other streams."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    if _names(content, "EncryptedPackage") or _names(content, "EncryptionInfo"):
        raise encrypted(path)
    if _names(content, "Workbook") or _names(content, "Book"):
        return "xls"
    if _names(content, "WordDocument"):
        raise _foreign(path, _("Word文档"))
    if _names(content, "PowerPoint Document"):
        raise _foreign(path, _("演示文稿"))
    raise _damaged(path)


def _names(content: bytes, stream: str) -> bool:
    """Whether an OLE2 directory names a stream (entries hold UTF-16 names, zero-padded)."""
    return stream.encode("utf-16-le") + b"\x00\x00" in content


def _foreign(path: Path, what: str) -> UnusableInput:
    return UnusableInput(
        _("“{file}”是{what}，不是表格。请选择Excel、WPS表格或csv文件。").format(file=path.name, what=what)
    )


def _damaged(path: Path) -> UnusableInput:
    return damaged(path)


def damaged(path: Path) -> UnusableInput:
    """The sentence for a file that is a spreadsheet by its head but cannot be read."""
    return UnusableInput(
        _("“{file}”已损坏或没有传完整，请向填报人重新要一份，或用Excel打开修复后另存为xlsx。").format(
            file=path.name
        )
    )


def encrypted(path: Path) -> UnusableInput:
    """The sentence for a file that asks for a password."""
    return UnusableInput(
        _("“{file}”设有打开密码，请用Excel或WPS打开，取消密码后另存再导入。").format(file=path.name)
    )


def too_large(path: Path) -> UnusableInput:
    """The sentence for a file beyond what can be read safely."""
    return UnusableInput(
        _("“{file}”太大，读不下。请删去空行空列和无关工作表，或分成几个文件再导入。").format(file=path.name)
    )


def took_too_long(path: Path, seconds: int) -> UnusableInput:
    """The sentence for a file that could not be read in time."""
    return UnusableInput(
        _("“{file}”读了{seconds}秒还没有读完。请另存为xlsx，或分成几个文件再导入。").format(
            file=path.name, seconds=seconds
        )
    )

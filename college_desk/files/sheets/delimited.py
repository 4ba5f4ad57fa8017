"""Delimited text (csv, txt, 教务系统's tab-separated “xls”): encoding, separator, records."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from pathlib import Path
from typing import Literal

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.sheets import kinds
from college_desk.files.sheets.book import Book, Sheet
from college_desk.records.values.value_type import Cell

_SEPARATORS = (",", "\t", ";", "，", "|")
_SAMPLE_RECORDS = 60
_LINES_IN_ONE_CELL = 30
_MOST_RECORDS = 1_100_000
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_LATIN_ACCENTS = re.compile(r"[\u00a1-\u00ff]")
_LEFT_AS_TEXT = re.compile(r'^="(.*)"$', re.S)


def read(path: Path) -> Book:
    """The one sheet of a delimited text; its rows are records, blank ones counted.

    Encoding: byte order mark, else strict UTF-8, else GB18030. Raises UnusableInput for text that is
    unreadable in all three or was garbled before it came here.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise kinds.damaged(path) from error
    text, encoding = decoded(content, path)
    if not text.strip():
        raise UnusableInput(_("“{file}”是空文件，里面什么也没有。").format(file=path.name))
    rows = _records(text)
    if len(rows) > _MOST_RECORDS:
        raise kinds.too_large(path)
    return Book(path.name, "csv", (Sheet("", rows),), encoding=encoding)


def decoded(content: bytes, path: Path) -> tuple[str, str]:
    """The text of the bytes, and the encoding that it was read by."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                text = content.decode(encoding)
            except UnicodeDecodeError as error:
                raise kinds.damaged(path) from error
            _refuse_garbled(text, path)
            return text.lstrip("\ufeff"), encoding
    for encoding in ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and not _plausible(text):
            continue
        _refuse_garbled(text, path)
        return text, encoding
    raise UnusableInput(
        _("“{file}”的文字编码认不出来。请用Excel或WPS打开，另存为xlsx后再导入。").format(file=path.name)
    )


def _plausible(text: str) -> bool:
    """Whether text decoded as GB18030, which takes almost any bytes, looks like Chinese."""
    if _CONTROLS.search(text):
        return False
    beyond_ascii = [character for character in text[:20000] if ord(character) > 127]
    if not beyond_ascii:
        return True
    return sum(_is_common(character) for character in beyond_ascii) * 2 > len(beyond_ascii)


def _is_common(character: str) -> bool:
    """Whether a character is in the first level of GB 2312 (3,755 characters) or its punctuation."""
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and (0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3))


def _refuse_garbled(text: str, path: Path) -> None:
    """Raise UnusableInput when the text was decoded wrongly and saved again before it came here."""
    han = len(_HAN.findall(text))
    garbled = "锟斤拷" in text or "烫烫烫" in text
    garbled = garbled or text.count("\ufffd") > max(3, han // 5)
    garbled = garbled or len(_LATIN_ACCENTS.findall(text)) > max(8, han)
    garbled = garbled or _was_utf8_read_as_gbk(text)
    if garbled:
        raise UnusableInput(
            _("“{file}”里的汉字已成乱码。请从原来的系统重新导出，或用Excel打开原件另存为xlsx。").format(
                file=path.name
            )
        )


def _was_utf8_read_as_gbk(text: str) -> bool:
    """Whether most stretches of Chinese are UTF-8 bytes in disguise (涓枃 for 中文)."""
    stretches = _NOT_ASCII.findall(text[:50000])[:400]
    if len(stretches) < 3:
        return False
    disguised = 0
    for stretch in stretches:
        try:
            once = stretch.encode("gb18030").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        disguised += bool(_HAN.search(once))
    return disguised * 2 > len(stretches)


def _records(text: str) -> list[list[Cell]]:
    csv.field_size_limit(10_000_000)
    separator = _separator(text)
    rows = _parse(text, separator, csv.QUOTE_MINIMAL)
    if any(cell is not None and str(cell).count("\n") > _LINES_IN_ONE_CELL for row in rows for cell in row):
        rows = _parse(text, separator, csv.QUOTE_NONE)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _parse(text: str, separator: str, quoting: Literal[0, 3]) -> list[list[Cell]]:
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=separator, quoting=quoting, skipinitialspace=False
    )
    rows: list[list[Cell]] = []
    for record in reader:
        cells = [_cell(field) for field in record]
        while cells and cells[-1] is None:
            cells.pop()
        rows.append(cells)
    return rows


def _cell(field: str) -> Cell:
    if not field or field.isspace():
        return None
    if field.startswith('="'):
        kept = _LEFT_AS_TEXT.match(field)
        if kept:
            return kept.group(1) or None
    return field


def _separator(text: str) -> str:
    """The separator by which the most of the first records have one and the same number of fields."""
    best, best_score = ",", 0
    for separator in _SEPARATORS:
        if separator not in text:
            continue
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        widths: Counter[int] = Counter()
        for number, record in enumerate(reader):
            if number >= _SAMPLE_RECORDS:
                break
            if len(record) > 1:
                widths[len(record)] += 1
        if widths:
            width, times = max(widths.items(), key=lambda pair: (pair[1] * pair[0], pair[0]))
            if width * times > best_score:
                best, best_score = separator, width * times
    return best

"""The text of a cell, cleaned of what spreadsheets and input methods leave in it."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from college_desk.records.values.value_type import Cell

FORMULA_ERRORS = frozenset({
    "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
})  # fmt: skip
"""What a cell shows in place of a value when its formula failed."""

DASHES = frozenset({"-", "--", "/", "\\", "—", "——", "－", "–", "―", "_", "__", "//", "／"})
"""Marks by which offices fill a cell that has no value."""

NOTHINGS = DASHES | {
    "无", "（无）", "(无)", "没有", "暂无", "空", "N/A", "n/a", "NA", "null", "NULL", "None", "nil",
}  # fmt: skip
"""Marks and words that stand for no value in columns of numbers, days, codes and identifiers."""

LOST_DIGITS_FROM = 10**15
"""From here on a number in a spreadsheet has lost digits (it keeps fifteen)."""

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile(r"[\s\u00a0\u3000]+")
_WRAPPING = re.compile(r'="(.*)"\Z|\'+|[‘’](?=\d)', re.DOTALL)
_SIMPLE = re.compile(r"[!-~\u4e00-\u9fff]*")
_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?[Ee]\+?\d{1,3}")
_WIDE_ALPHANUMERIC = {
    code: code - 0xFEE0
    for start, end in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
    for code in range(start, end + 1)
}


def plain_text(cell: Cell) -> str:
    """A cell as one line of text for reading: NFC, letters and digits narrow, white space collapsed.

    Whole numbers lose their `.0`, those that lost digits stand as the sheet shows them (3.7E+17), days are
    written YYYY-MM-DD, a leading apostrophe and `="…"` go.
    """
    text = cell if isinstance(cell, str) else _number_or_day(cell)
    if _SIMPLE.fullmatch(text) and not text.startswith(("'", "=")):
        return text
    text = unwrapped(_SPACES.sub(" ", _INVISIBLE.sub("", text)))
    return unicodedata.normalize("NFC", text.translate(_WIDE_ALPHANUMERIC))


def code_text(cell: Cell) -> str:
    """A cell as an identifier or number: all forms narrow (NFKC), all white space removed."""
    text = cell if isinstance(cell, str) else _number_or_day(cell)
    if text.isascii() and text.isalnum():
        return text
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return unwrapped(unicodedata.normalize("NFC", _SPACES.sub("", text)))


def unwrapped(text: str) -> str:
    """Text without the apostrophes or the `="…"` by which spreadsheets keep it text."""
    text = text.strip()
    while found := _WRAPPING.match(text):
        text = (found[1] if found[1] is not None else text[found.end() :]).strip()
    return text


def is_scientific(text: str) -> bool:
    """Whether text is a number in powers of ten (3.7E+17), its digits being lost."""
    return _SCIENTIFIC.fullmatch(text) is not None


def has_lost_digits(cell: Cell) -> bool:
    """Whether a cell is a number too long for a spreadsheet, or the text of one."""
    if isinstance(cell, bool):
        return False
    if isinstance(cell, int | float):
        return abs(cell) >= LOST_DIGITS_FROM
    return isinstance(cell, str) and is_scientific(code_text(cell))


def _number_or_day(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) < LOST_DIGITS_FROM:
            return str(int(cell))
        return format(cell, ".15g").upper()
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return "" if cell is None else str(cell)

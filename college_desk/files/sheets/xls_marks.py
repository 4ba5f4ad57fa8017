"""The marks of an xls (BIFF5, BIFF8): its records walked through once, nothing of them built."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from college_desk.files.sheets import ole2
from college_desk.files.sheets.book import UNCOMPUTED
from college_desk.files.sheets.marks import Marks, SheetMarks

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}

_EOF, _BOF, _CONTINUE = 0x0A, 0x809, 0x3C
_DATE_MODE, _CODE_PAGE, _SHEET, _STRINGS = 0x22, 0x42, 0x85, 0xFC
_NUMBERS = frozenset({0x203, 0x27E})
_MANY_NUMBERS, _SHARED_TEXT, _BOOLEAN_OR_ERROR, _TEXT_RESULT = 0xBD, 0xFD, 0x205, 0x207
_TEXTS = frozenset({0x204, 0xD6})
_FORMULAS = frozenset({0x06, 0x206, 0x406})
_ROW, _COLUMNS, _FILTERED = 0x208, 0x7D, 0x9B
_HIDDEN_ROW, _HIDDEN_COLUMN, _TO_BE_COMPUTED = 0x20, 0x01, 0x02
_BIFF8 = 0x0600
_WORKSHEET = 0
_TEXT_FOLLOWS, _BOOLEAN, _ERROR, _EMPTY_TEXT, _NUMBER = 0, 1, 2, 3, -1
"""What a formula came to; a number is told by having no kind."""
_WIDE_CODE_PAGES = {936: "gbk", 950: "big5", 932: "cp932", 949: "cp949"}
_WIDE_CODECS = frozenset(_WIDE_CODE_PAGES.values())

Record = tuple[int, bytes]


def of(path: Path) -> Marks:
    """The marks of an xls; none where its records cannot be followed."""
    try:
        stream = ole2.stream(path.read_bytes(), "Workbook", "Book")
        return _marks(stream)
    except (ValueError, LookupError, struct.error):
        return Marks()


def _marks(stream: bytes) -> Marks:
    eight = struct.unpack_from("<H", stream, 4)[0] == _BIFF8
    date_1904, page, sheets, blanks = False, 1252, [], frozenset[int]()
    records = _records(stream, 0)
    for kind, content in records:
        if kind == _DATE_MODE:
            date_1904 = content[:2] == b"\x01\x00"
        elif kind == _CODE_PAGE:
            page = struct.unpack_from("<H", content)[0]
        elif kind == _SHEET:
            if content[5] == _WORKSHEET:
                sheets.append((struct.unpack_from("<I", content)[0], _name(content[6:], eight, page)))
        elif kind == _STRINGS:
            blanks = _blank_strings(_continued(content, records))
    codec = None if eight else _codec(page)
    found = {name: _sheet(_records(stream, at), blanks, codec) for at, name in sheets}
    return Marks(found, date_1904, tuple(found) if codec in _WIDE_CODECS else ())


def _records(stream: bytes, at: int) -> Iterator[Record]:
    """The records of one substream, without those of charts and the like inside it."""
    depth = 0
    unpack = struct.Struct("<HH").unpack_from
    while at + 4 <= len(stream):
        kind, length = unpack(stream, at)
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _name(content: bytes, eight: bool, page: int) -> str:
    length = content[0]
    if not eight:
        return content[1 : 1 + length].decode(_codec(page), "replace")
    if content[1] & 1:
        return content[2 : 2 + length * 2].decode("utf-16-le", "replace")
    return content[2 : 2 + length].decode("latin-1")


def _codec(page: int) -> str:
    return _WIDE_CODE_PAGES.get(page, "cp1252")


@dataclass
class _Tally:
    """What has been found of a sheet so far; codec: of its texts, None in BIFF8, which has its own."""

    codec: str | None
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    filled: int = 0
    hidden: set[int] = field(default_factory=set)
    hidden_filled: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    filtered: bool = False
    text_follows: tuple[int, int] | None = None


def _sheet(records: Iterator[Record], blanks: frozenset[int], codec: str | None) -> SheetMarks:
    tally = _Tally(codec)
    place = struct.Struct("<HH").unpack_from
    shared = struct.Struct("<I").unpack_from
    for kind, content in records:
        filled = 0
        if kind == _SHARED_TEXT:
            filled = shared(content, 6)[0] not in blanks
        elif kind in _NUMBERS:
            filled = 1
        elif kind == _MANY_NUMBERS:
            filled = (len(content) - 6) // 6
        elif kind in _FORMULAS:
            filled = _formula(content, tally)
        elif kind in _TEXTS:
            filled = _text(content[6:], place(content), tally)
        elif kind == _BOOLEAN_OR_ERROR:
            filled = 1
            if content[7]:
                tally.errors[place(content)] = ERRORS.get(content[6], "#N/A")
        elif kind == _TEXT_RESULT and tally.text_follows:
            tally.filled += _text(content, tally.text_follows, tally)
            tally.text_follows = None
        else:
            _layout(kind, content, tally)
        if filled:
            tally.filled += filled
            if tally.hidden and place(content)[0] in tally.hidden:
                tally.hidden_filled.add(place(content)[0])
    return SheetMarks(
        tally.errors,
        tally.texts,
        len(tally.hidden_filled),
        tuple(tally.hidden_columns),
        tally.filtered,
        tally.filled,
    )


def _text(content: bytes, place: tuple[int, int], tally: _Tally) -> bool:
    """Whether a text is not blank; one in two-byte characters is kept, since the parser misreads it."""
    if tally.codec is None:
        return not _is_blank(content[3:])
    text = content[2 : 2 + struct.unpack_from("<H", content)[0]]
    if tally.codec in _WIDE_CODECS:
        tally.texts[place] = text.decode(tally.codec, "replace")
    return not _is_blank(text)


def _formula(content: bytes, tally: _Tally) -> int:
    """How many filled cells a formula makes now; its text, if it has one, is counted when it follows.

    A program that writes formulas without computing them leaves nought or nothing and asks for it on loading.
    """
    result, options = content[6:14], struct.unpack_from("<H", content, 14)[0]
    place = struct.unpack_from("<HH", content)
    kind = result[0] if result[6:] == b"\xff\xff" else _NUMBER
    tally.text_follows = place if kind == _TEXT_FOLLOWS else None
    if kind == _ERROR:
        tally.errors[place] = ERRORS.get(result[2], "#N/A")
    elif options & _TO_BE_COMPUTED and (kind == _EMPTY_TEXT or result == bytes(8)):
        tally.errors[place] = UNCOMPUTED
        return 1
    return kind in (_NUMBER, _BOOLEAN, _ERROR)


def _layout(kind: int, content: bytes, tally: _Tally) -> None:
    if kind == _ROW and content[12] & _HIDDEN_ROW:
        tally.hidden.add(struct.unpack_from("<H", content)[0])
    elif kind == _COLUMNS and content[8] & _HIDDEN_COLUMN:
        tally.hidden_columns.append(struct.unpack_from("<HH", content))
    elif kind == _FILTERED:
        tally.filtered = True


def _is_blank(text: bytes) -> bool:
    return not text.strip(b"\0 \t\r\n")


def _continued(content: bytes, records: Iterator[Record]) -> list[bytes]:
    """The table of shared texts with the records that continue it; one record more is taken."""
    return [content, *(more for _kind, more in takewhile(lambda record: record[0] == _CONTINUE, records))]


def _blank_strings(chunks: Sequence[bytes]) -> frozenset[int]:
    """The numbers of the shared texts that are blank; the number of texts that the table states may be wrong."""
    cursor = _Cursor(chunks)
    (_all, unique) = struct.unpack("<II", cursor.take(8))
    blanks = []
    with suppress(_EndOfTexts):
        for number in range(unique):
            if _is_blank(cursor.text()):
                blanks.append(number)
    return frozenset(blanks)


class _EndOfTexts(ValueError):
    """There are fewer shared texts than the table states."""


class _Cursor:
    """A place in a table of shared texts; a text cut in two says again how wide its characters are."""

    def __init__(self, chunks: Sequence[bytes]) -> None:
        self._chunks = iter(chunks)
        self._chunk, self._at = next(self._chunks), 0

    def take(self, many: int) -> bytes:
        """So many bytes, across chunks. Raises ValueError at the end."""
        taken = self._chunk[self._at : self._at + many]
        self._at += len(taken)
        while len(taken) < many:
            self._next()
            more = self._chunk[: many - len(taken)]
            self._at = len(more)
            taken += more
        return taken

    def text(self) -> bytes:
        """The characters of one text, as they are spelled; of a long one without its end."""
        if self._at >= len(self._chunk):
            self._next()
        length, options = struct.unpack("<HB", self.take(3))
        (runs,) = struct.unpack("<H", self.take(2)) if options & 8 else (0,)
        (extra,) = struct.unpack("<I", self.take(4)) if options & 4 else (0,)
        start, width = b"", 2 if options & 1 else 1
        while length:
            here = min(length, (len(self._chunk) - self._at) // width)
            if here:
                start = start or self._chunk[self._at : self._at + here * width]
                self._at += here * width
                length -= here
            if length:
                self._next()
                width, self._at = (2 if self._chunk[:1] == b"\x01" else 1), 1
        if runs or extra:
            self.take(runs * 4 + extra)
        return start

    def _next(self) -> None:
        chunk = next(self._chunks, None)
        if chunk is None:
            raise _EndOfTexts
        self._chunk, self._at = chunk, 0

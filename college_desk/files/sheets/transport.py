"""A book on its way out of the child process: distinct values once, cells as their numbers; nothing executes.

A document is the length of a JSON header, the header, then for every sheet the lengths of its rows and the
numbers of its cells in the header's list of values, as unsigned 32-bit integers. Days are objects in that list
(`{"d": "2026-09-01"}`). Equal texts come out as one and the same object, which keeps the parent small.
"""

from __future__ import annotations

import datetime as dt
import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, count, pairwise
from typing import Any

from college_desk.files.sheets.book import Book, Merge, Sheet
from college_desk.records.values.value_type import Cell

_NUMBER = "I"
_EXACT_IN_A_FLOAT = 1e15
_LENGTH_BYTES = 8
_TRUE, _FALSE = object(), object()


class MalformedDocument(Exception):
    """What the child handed over is no document: it was cut off, or its memory was damaged."""


@dataclass(frozen=True)
class PackedSheet:
    """A sheet whose cells are numbers; `described` holds what else `Sheet` declares, fit for JSON."""

    described: dict[str, Any]
    lengths: array[int]
    cells: array[int]


@dataclass
class Packing:
    """Sheets being packed, with the values met so far; 1, 1.0 and True count as different where they are."""

    sheets: list[PackedSheet] = field(default_factory=list)
    _numbers: defaultdict[Any, int] = field(default_factory=lambda: defaultdict(count().__next__))

    def add(self, sheet: Sheet, rows: Iterable[list[Any]], *, booleans: bool = True) -> None:
        """Pack a sheet with these rows in place of its own; booleans: whether a cell may be True or False."""
        number = self._numbers.__getitem__
        lengths, cells = array(_NUMBER), array(_NUMBER)
        for row in rows:
            end = len(row)
            while end and _is_blank(row[end - 1]):
                end -= 1
            if end != len(row):
                del row[end:]
            lengths.append(end)
            cells.extend(map(number, _with_booleans(row) if booleans else row))
        while lengths and not lengths[-1]:
            lengths.pop()
        self.sheets.append(PackedSheet(_described(sheet), lengths, cells))

    @property
    def cells(self) -> int:
        """The number of cells packed so far."""
        return sum(len(sheet.cells) for sheet in self.sheets)

    def texts(self, most: int) -> list[str]:
        """The first distinct texts."""
        return [value for _at, value in zip(range(most), self._numbers, strict=False) if type(value) is str]

    def document(self, book: Book) -> bytes:
        """The bytes for the parent; of the book only what is not its sheets."""
        header = {
            "kind": book.kind,
            "date_1904": book.date_1904,
            "encoding": book.encoding,
            "encoding_doubtful": book.encoding_doubtful,
            "sheets": [
                {**sheet.described, "lengths": len(sheet.lengths), "cells": len(sheet.cells)}
                for sheet in self.sheets
            ],
            "values": [_plain(value) for value in self._numbers],
        }
        bodies = [body.tobytes() for sheet in self.sheets for body in (sheet.lengths, sheet.cells)]
        return _with_header(header, *bodies)


def packed(book: Book) -> bytes:
    """The bytes of a book whose rows are already in memory."""
    packing = Packing()
    for sheet in book.sheets:
        packing.add(sheet, (list(row) for row in sheet.rows))
    return packing.document(book)


def refusal(sentence: str) -> bytes:
    """The bytes that say why there is no book."""
    return _with_header({"refused": sentence})


def unpacked(document: bytes, file: str) -> Book | str:
    """The book, or the sentence that says why there is none. Raises MalformedDocument."""
    try:
        at = _LENGTH_BYTES + int.from_bytes(document[:_LENGTH_BYTES], "little")
        header = json.loads(document[_LENGTH_BYTES:at])
        if "refused" in header:
            return str(header["refused"])
        values = [_cell(value) for value in header["values"]]
        sheets = []
        for described in header["sheets"]:
            lengths, at = _numbers(document, at, described.pop("lengths"))
            numbers, at = _numbers(document, at, described.pop("cells"))
            cells = list(map(values.__getitem__, numbers))
            sheets.append(_sheet(described, cells, lengths))
        return Book(
            file,
            header["kind"],
            tuple(sheets),
            header["date_1904"],
            header["encoding"],
            encoding_doubtful=header["encoding_doubtful"],
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise MalformedDocument from error


def _numbers(document: bytes, at: int, many: int) -> tuple[array[int], int]:
    """So many numbers from there on, and where they end."""
    numbers = array(_NUMBER)
    end = at + many * numbers.itemsize
    if end > len(document):
        raise ValueError("the document is cut off")
    numbers.frombytes(document[at:end])
    return numbers, end


def _sheet(described: dict[str, Any], cells: list[Cell], lengths: Sequence[int]) -> Sheet:
    ends = list(accumulate(lengths, initial=0))
    if ends[-1] != len(cells):
        raise ValueError("the rows do not add up to the cells")
    rows = [cells[start:end] for start, end in pairwise(ends)]
    merges = tuple(Merge(*each) for each in described.pop("merges"))
    return Sheet(rows=rows, merges=merges, cells_read=len(cells) - cells.count(None), **described)


def _described(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "merges": [list(merge) for merge in sheet.merges],
        "visible": sheet.visible,
        "formula_errors": sheet.formula_errors,
        "hidden_rows": sheet.hidden_rows,
        "hidden_columns": sheet.hidden_columns,
        "filtered": sheet.filtered,
        "cells_in_file": sheet.cells_in_file,
    }


def _with_header(header: dict[str, Any], *bodies: bytes) -> bytes:
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return b"".join((len(text).to_bytes(_LENGTH_BYTES, "little"), text, *bodies))


def _is_blank(cell: object) -> bool:
    return cell is None or (type(cell) is str and (not cell or cell.isspace()))


def _with_booleans(row: list[Any]) -> list[Any]:
    """The row with True and False told apart from 1 and 0, which are equal to them."""
    return [
        _TRUE if cell is True else _FALSE if cell is False else cell
        for cell in row
    ]  # fmt: skip


def _plain(value: Any) -> Any:
    """A value as JSON has it: blank texts None, whole numbers int where a float holds them exactly."""
    if type(value) is str:
        return value if value and not value.isspace() else None
    if value is _TRUE or value is _FALSE:
        return value is _TRUE
    if type(value) is float:
        return int(value) if value.is_integer() and abs(value) < _EXACT_IN_A_FLOAT else value
    if type(value) is int:
        return value if abs(value) < _EXACT_IN_A_FLOAT else float(value)
    if isinstance(value, dt.datetime):
        return {"d": value.date().isoformat()} if value.time() == dt.time() else {"s": value.isoformat()}
    if isinstance(value, dt.date):
        return {"d": value.isoformat()}
    if isinstance(value, dt.time):
        return {"t": value.isoformat()}
    if isinstance(value, dt.timedelta):
        return value.total_seconds() / 86400
    if value is None:
        return None
    raise TypeError(f"the parser handed over a {type(value).__name__}")


def _cell(value: Any) -> Cell:
    """The inverse of `_plain`."""
    if type(value) is not dict:
        return value  # type: ignore[no-any-return]  # JSON's own types are cells
    ((tag, text),) = value.items()
    if tag == "d":
        return dt.date.fromisoformat(text)
    if tag == "s":
        return dt.datetime.fromisoformat(text)
    return dt.time.fromisoformat(text)

"""Delimited text (csv, txt, 教务系统's tab-separated “xls”): encoding, separator, records."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path
from typing import Literal

from college_desk.files.sheets import refusals
from college_desk.files.sheets.book import Book, Sheet
from college_desk.files.sheets.text_encoding import decoded
from college_desk.records.values.value_type import Cell

_SEPARATORS = (",", "\t", ";", "，", "|")
_SAMPLE_RECORDS = 60
_LINES_IN_ONE_CELL = 30
_MOST_RECORDS = 1_100_000
_LEFT_AS_TEXT = re.compile(r'^="(.*)"$', re.S)


def read(path: Path, encoding: str | None = None) -> Book:
    """The one sheet of a delimited text; its rows are records, blank ones counted.

    encoding: chosen by somebody, else guessed. Raises UnusableInput for text that cannot be decoded or was
    garbled before it came here.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise refusals.unreadable(path, error) from error
    text, used, doubtful = decoded(content, path, encoding)
    if not text.strip():
        raise refusals.empty(path)
    try:
        rows = _records(text)
    except csv.Error as error:
        raise refusals.damaged(path) from error
    if len(rows) > _MOST_RECORDS:
        raise refusals.too_large(path)
    sheet = Sheet("", rows, cells_read=sum(len(row) - row.count(None) for row in rows))
    return Book(path.name, "csv", (sheet,), encoding=used, encoding_doubtful=doubtful)


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

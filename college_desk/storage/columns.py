"""Many records of one register column by column: how thousands are written at the cost of a few."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from college_desk.records.register import Record
from college_desk.storage.journal import text_of_row
from college_desk.storage.pinyin import words_of
from college_desk.storage.rows import Row, RowForm, Stored

Columns = Mapping[str, Sequence[Stored | None]]
"""The journaled columns that any of some rows fills, in the table's order, each with the value of every row."""

_EMPTY: tuple[str, ...] = ()


def columns_of(form: RowForm[Any], records: Sequence[Record]) -> Columns:
    """What the table keeps of records of one register, as `RowForm.row` says it of one."""
    values = [each.__dict__ for each in records]
    nothing: list[Any] = [None] * len(values)
    columns: dict[str, list[Any]] = {"ended": [each["ended"] for each in values]}
    columns["same_as"] = [each["same_as"] for each in values]
    sources = [each["source"] for each in values]
    if sources != nothing:
        columns["source_file"] = [None if each is None else each.file for each in sources]
        columns["source_sheet"] = [None if each is None else each.sheet for each in sources]
        columns["source_row"] = [None if each is None else each.row for each in sources]
    for name, storing in form.stored_by.items():
        column = [each[name] for each in values]
        if column != nothing:
            columns[name] = (
                column if storing is None else [None if each is None else storing[each] for each in column]
            )
    return {name: column for name, column in columns.items() if column != nothing}


def columns_of_rows(form: RowForm[Any], rows: Sequence[Row]) -> Columns:
    """The columns of rows as the journal keeps them."""
    filled = set().union(*rows)
    return {name: [row.get(name) for row in rows] for name in form.valued if name in filled}


def texts_of(columns: Columns) -> list[str]:
    """The journal's JSON text of each row, as `text_of_row` writes it."""
    names = sorted(columns)
    whole = all(None not in columns[name] for name in names)
    texts = []
    for values in zip(*(columns[name] for name in names), strict=True):
        pairs = zip(names, values, strict=True)
        row = dict(pairs) if whole else {name: value for name, value in pairs if value is not None}
        texts.append(text_of_row(row))
    return texts


def search_words(form: RowForm[Any], columns: Columns) -> list[str | None]:
    """The search words of each row, as `RowForm.words` says them of one; empty where no row has any name."""
    spelt = [
        [_EMPTY if each is None else words_of(str(each)) for each in columns[field.name]]
        for field in form.named
        if field.name in columns
    ]
    chain = itertools.chain.from_iterable
    return ["".join(dict.fromkeys(chain(of_row))) or None for of_row in zip(*spelt, strict=True)]

"""Rows of the pending tray (待处理数据) as the database keeps them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, select

from college_desk.records.change import PendingRow
from college_desk.storage.dialect import chunks, insert_columns
from college_desk.storage.journal import text_of
from college_desk.storage.tables import schema


def content_of(row: PendingRow) -> str:
    """A row's content as JSON text; its id and register stand in columns of their own.

    The cells are a list of pairs, so that their order is the sheet's.
    """
    parts = [
        row.file,
        row.sheet,
        row.row,
        [[name, text] for name, text in row.cells.items()],
        list(row.faults),
    ]
    return text_of(parts)


def row_of(number: int, register: str, content: str) -> PendingRow:
    """The inverse of `content_of`."""
    file, sheet, row, cells, faults = json.loads(content)
    kept = tuple((header, field, severity, message) for header, field, severity, message in faults)
    return PendingRow(number, register, file, sheet, row, dict(cells), kept)


def all_rows(connection: Connection, register: str | None = None) -> list[PendingRow]:
    """The rows in the tray, of one register or of all, in the order in which they came."""
    table = schema().pending
    asked = select(table.c.id, table.c.register, table.c.content).order_by(table.c.id)
    if register is not None:
        asked = asked.where(table.c.register == register)
    return [row_of(*row) for row in connection.execute(asked)]


def rows_of(connection: Connection, numbers: Sequence[int]) -> dict[int, PendingRow]:
    """Rows by their ids, those that are in the tray."""
    table = schema().pending
    found: dict[int, PendingRow] = {}
    for some in chunks(numbers):
        asked = select(table.c.id, table.c.register, table.c.content).where(table.c.id.in_(some))
        found.update((row.id, row_of(*row)) for row in connection.execute(asked))
    return found


def counts(connection: Connection) -> Mapping[str, int]:
    """How many rows wait, by register."""
    table = schema().pending
    asked = select(table.c.register, func.count().label("waiting")).group_by(table.c.register)
    return {row.register: row.waiting for row in connection.execute(asked.order_by(table.c.register))}


def lay_in(connection: Connection, rows: Sequence[PendingRow]) -> None:
    """Write rows under the ids that they bear."""
    insert_columns(
        connection,
        schema().pending,
        {
            "id": [row.id for row in rows],
            "register": [row.register for row in rows],
            "content": [content_of(row) for row in rows],
        },
    )


def take_out(connection: Connection, numbers: Sequence[int]) -> None:
    """Delete rows by their ids."""
    table = schema().pending
    for some in chunks(numbers):
        connection.execute(table.delete().where(table.c.id.in_(some)))

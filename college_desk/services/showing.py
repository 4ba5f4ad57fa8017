"""Records and pending rows in the command line's JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from college_desk.records.change import PendingRow
from college_desk.records.json_form import public_json
from college_desk.records.register import REGISTERS, Field, Record, Register
from college_desk.storage.reader import Reader


def records_json(reader: Reader, register: Register, records: Sequence[Record]) -> list[dict[str, Any]]:
    """The records as `records --json` shows them, in their order.

    Where a record names a person only by number, that person's name stands in its `name`, once known.
    """
    named = _person_field(register)
    names: dict[str, str | None] = {}
    if named is not None and named.refers_to is not None:
        people = REGISTERS[named.refers_to]
        uids = {each.links[named.name] for each in records if _lacks_name(each, named)}
        for person in reader.records(people.record, sorted(uids)):
            names[person.uid] = getattr(person, "name", None)
    shown = []
    for each in records:
        value = public_json(each)
        if named is not None and _lacks_name(each, named):
            value["name"] = names.get(each.links[named.name])
        shown.append(value)
    return shown


def _person_field(register: Register) -> Field | None:
    """The field that names a person by number beside a `name` of the record's own (teacher, apprentice)."""
    if register.field("name") is None:
        return None
    for field in register.fields:
        if field.refers_to is not None and "id_number" in field.also:
            return field
    return None


def _lacks_name(record: Record, named: Field) -> bool:
    return getattr(record, "name", None) is None and named.name in record.links


def pending_json(rows: Sequence[PendingRow]) -> list[dict[str, Any]]:
    """Rows of the pending tray with their cells as they stood and what was wrong with them."""
    return [
        {
            "id": row.id,
            "file": row.file,
            "sheet": row.sheet,
            "row": row.row,
            "cells": dict(row.cells),
            "findings": [
                {
                    "row": row.row,
                    "column": header,
                    "register": row.register,
                    "field": field,
                    "severity": "warning" if severity == "warning" else "error",
                    "message": message,
                    "value": row.cells.get(header) if header is not None else None,
                }
                for header, field, severity, message in row.faults
            ],
        }
        for row in rows
    ]

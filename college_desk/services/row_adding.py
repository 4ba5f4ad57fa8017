"""Several new rows at once: a block pasted from a spreadsheet becomes records in one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.records.change import Changed
from college_desk.records.register import Record, Register, differences
from college_desk.records.values.value_type import Surroundings
from college_desk.services import keys
from college_desk.services.filling import filled
from college_desk.services.listing import surroundings
from college_desk.services.naming import step_title
from college_desk.storage.desk import Desk
from college_desk.storage.writer import Writer


@dataclass(frozen=True)
class AddedRows:
    """The records that the rows became, in their order, and what was changed."""

    records: tuple[Record, ...]
    changed: Changed


def add_rows(
    desk: Desk,
    register: Register,
    rows: Sequence[Mapping[str, str]],
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> AddedRows:
    """Store rows of texts by field name in one step; one whose key is known changes that record.

    Cells that cannot be read are left out. Raises UnusableInput for a register that the program makes,
    Refused when a guard refuses one of them (then nothing is kept).
    """
    if register.made_by_program:
        raise UnusableInput(_("{register}由程序生成，不能录入。").format(register=_(register.title)))
    with desk.read() as reader:
        around = surroundings(reader, today)
        here = None if register.subject == "college" else reader.meta("here")
    read = [_values(register, cells, around) for cells in rows]
    title = step_title(_("新增"), register, [register.record(**values) for values in read])
    with desk.write(title, who=who, now=now, today=today) as writer:
        records = tuple(_stored(writer, register, values, here) for values in read)
        changed = writer.changed
    return AddedRows(records, changed)


def _values(register: Register, cells: Mapping[str, str], around: Surroundings) -> dict[str, Any]:
    values = {}
    for name, text in cells.items():
        reading = register.by_name[name].type.read(text, around)
        if not reading.unreadable and reading.value is not None:
            values[name] = reading.value
    return values


def _stored(writer: Writer, register: Register, values: Mapping[str, Any], here: str | None) -> Record:
    before = keys.record_of_fields(writer, register, values)
    base = before or register.record(campus=here)
    after = filled(replace(base, **values), values)
    if before is None:
        return writer.add(after)
    return writer.change(after) if differences(before, after) else before

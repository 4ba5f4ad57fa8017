"""Rows begun in a list and not finished when the window was closed: kept in the pending tray (待处理数据)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from college_desk.base.translation import _
from college_desk.records.change import Changed, PendingRow
from college_desk.records.register import Register
from college_desk.records.values.value_type import NOWHERE, Surroundings
from college_desk.storage.desk import Desk


def keep(
    desk: Desk,
    register: Register,
    rows: Sequence[Mapping[str, str]],
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> Changed:
    """Lay rows of typed texts, by field name, into the pending tray, each with what is wrong with it.

    One step of the journal. Mended there, a row becomes a record, or changes the one whose key it names.
    """
    around = Surroundings(year=today.year)
    waiting = [_pending(register, number, cells, around) for number, cells in enumerate(rows, start=1)]
    what = _("{register}未填完的{count}行转入待处理数据").format(
        register=_(register.title), count=len(waiting)
    )
    with desk.write(what, who=who, now=now, today=today, guarded=False, register=register.code) as writer:
        writer.keep_pending(waiting)
    return writer.changed


def _pending(
    register: Register, number: int, cells: Mapping[str, str], around: Surroundings = NOWHERE
) -> PendingRow:
    faults: list[tuple[str | None, str | None, str, str]] = []
    for name, text in cells.items():
        field = register.by_name[name]
        faults += [
            (field.title, field.name, "error", fault.message)
            for fault in field.type.read(text, around).faults
            if fault.severity == "unreadable"
        ]
    if not faults:
        title = register.by_name[register.key[0]].title
        faults.append((None, register.key[0], "error", _("请填写“{field}”。").format(field=_(title))))
    headers = {register.by_name[name].title: text for name, text in cells.items()}
    return PendingRow(0, register.code, _("窗口录入"), None, number, headers, tuple(faults))

"""A small college whose part-time appointments can be filed, and the calls that file and verify them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from college_desk.forms.filing import PART_TIME_APPOINTMENTS
from college_desk.records.register import Record
from college_desk.services.filing import Filed, file
from college_desk.services.preparing import Choice
from college_desk.storage.desk import Desk
from tests import make
from tests.services.occasions import NOW, SITTING, new_desk

TERM = "2026-2027-1"
TODAY = dt.date(2026, 11, 20)
NAMES = ("李明", "王芳", "买买提·吐尔逊", "孙𠮷", "赵敏")


def person(serial: int, name: str, **given: Any) -> list[Record]:
    """A teacher and his appointment, valid but for what is given for the appointment."""
    number = make.id_number(dt.date(1975, 3, 15), serial=2 * serial + 1)
    teacher = make.part_time_teacher(
        name=name,
        id_number=number,
        staff_number=f"W2026{serial:03d}",
        skill_certificate_number=f"S{370800000000000000000 + serial:021d}",
        bank_account=make.card(serial),
        account_name=name,
    )
    contract = {"contract_number": f"HT2026-{serial:03d}", "teacher": number, "name": name, **given}
    return [teacher, make.appointment(**contract)]


def college(folder: Path, people: int = 3) -> Desk:
    """A desk with so many people appointed, nothing to mend."""
    desk = new_desk(folder)
    records = [
        each for each in make.everything() if type(each).__name__ in ("Enterprise", "Staffing", "Term")
    ]
    for serial in range(1, people + 1):
        records += person(serial, NAMES[(serial - 1) % len(NAMES)])
    lay_in(desk, records)
    return desk


def lay_in(desk: Desk, records: list[Record]) -> None:
    with desk.write("登记", who="王芳", now=NOW, today=TODAY, guarded=False) as writer:
        writer.add_many(records)


def filed(desk: Desk, out: Path, *, reason: str | None = None, draft: bool = False, **choice: Any) -> Filed:
    chosen = Choice(PART_TIME_APPOINTMENTS, choice.pop("period", TERM), **choice)
    day = {**SITTING, "today": choice.get("on") or TODAY}
    return file(desk, chosen, out=out, reason=reason, draft=draft, **day)

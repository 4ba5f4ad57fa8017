"""The day, the moment and the clerk of a test, and a desk to work on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from college_desk.records.register import REGISTERS, Register
from college_desk.services import editing, workspaces
from college_desk.storage.desk import Desk

TODAY = dt.date(2026, 9, 30)
NOW = dt.datetime(2026, 9, 30, 10, 32, tzinfo=dt.timezone(dt.timedelta(hours=8)))
SITTING: dict[str, Any] = {"who": "王芳", "now": NOW, "today": TODAY}
"""Who works, when, on what day, as every changing service takes it."""

LI = "37081119800101001X"
ZHANG = "370802197512120025"


def new_desk(folder: Path, **choices: Any) -> Desk:
    """New school data of the sample college."""
    given = {"name": "济宁示例职业学院", **SITTING, **choices}
    return workspaces.create(folder / "college", **given)


def put(
    desk: Desk, register: str, key: str | None = None, *, why: str | None = None, **changes: Any
) -> editing.Saved:
    """Set one record as the command line does."""
    return editing.set_record(desk, REGISTERS[register], key, changes, reason=why, **SITTING)


def live(desk: Desk, register: str) -> list[Any]:
    """All live records of a register."""
    with desk.read() as reader:
        return list(reader.all(register_named(register).record))


def register_named(code: str) -> Register:
    """The register of a code."""
    return REGISTERS[code]

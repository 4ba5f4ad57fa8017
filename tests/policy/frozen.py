"""A snapshot that files records, for tests of what is asked of one."""

from __future__ import annotations

import datetime as dt

from college_desk.records.json_form import frozen_json
from college_desk.records.register import Record, register_of
from college_desk.records.snapshot import Snapshot


def snapshot(
    filing: str, number: str, filed: list[Record], beside: list[Record] | None = None, *, period: str = "2025",
    version: int = 1, kind: str = "first",
) -> Snapshot:  # fmt: skip
    """A frozen filing of the records, which have uids."""
    records: dict[str, list[dict[str, object]]] = {}
    for each in (*filed, *(beside or ())):
        records.setdefault(register_of(each).code, []).append(dict(frozen_json(each)))
    return Snapshot(
        filing=filing, period=period, kind=kind, number=number, version=version, day=dt.date(2025, 12, 1),
        program_version="1", policy="jining-2022", records=records, selected=tuple(each.uid for each in filed),
        left_out=(), findings=(), parameters={}, rules={}, code_tables={}, period_first=dt.date(2025, 1, 1),
        period_last=dt.date(2025, 12, 31),
    )  # fmt: skip

"""Mending the sample college as its script says: waiting rows, records, explanations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.records.change import PendingRow
from college_desk.records.finding import Finding
from college_desk.records.register import REGISTERS
from college_desk.services import checking, editing, explaining, pending
from college_desk.services.demonstrating_script import DemoScript, Explain, Mend
from college_desk.storage.desk import Desk


@dataclass(frozen=True)
class Mending:
    """How much was mended: rows stored, rows thrown away, records written, warnings explained."""

    stored: int = 0
    discarded: int = 0
    written: int = 0
    explained: int = 0

    def __add__(self, other: Mending) -> Mending:
        """Both together."""
        return Mending(
            self.stored + other.stored,
            self.discarded + other.discarded,
            self.written + other.written,
            self.explained + other.explained,
        )


def mend(desk: Desk, script: DemoScript, *, now: dt.datetime, progress: Progress) -> Mending:
    """Do the script's mends one after the other, each a step of the journal under its own name.

    Raises ValueError where the script does not fit the spreadsheets: a row that does not wait, or that
    still waits after it was written anew.
    """
    done = Mending()
    for number, each in enumerate(script.mends, start=1):
        progress.step(_("改正"), number, len(script.mends))
        if each.file is not None:
            done += _mend_row(desk, each, now, script.day)
        else:
            done += _write(desk, each, now, script.day)
    return done


def explain(desk: Desk, script: DemoScript, *, now: dt.datetime, progress: Progress) -> Mending:
    """Write the script's explanations for the warnings that are left."""
    count = 0
    for number, each in enumerate(script.explanations, start=1):
        progress.step(_("写情况说明"), number, len(script.explanations))
        found = checking.check(
            desk, filing=each.filing, period=script.periods[each.filing], day=script.day
        ).findings
        ids = [finding.id for finding in found if _is_meant(finding, each)]
        if not ids:
            raise ValueError(f"nothing to explain: {each.rule} {each.key or ''}")
        explaining.explain(
            desk, ids, filing=each.filing, text=each.text, who=each.who, now=now, today=script.day
        )
        count += len(ids)
    return Mending(explained=count)


def _is_meant(finding: Finding, each: Explain) -> bool:
    return (
        finding.rule == each.rule
        and finding.severity == "warning"
        and finding.explanation is None
        and each.key in (None, finding.key)
    )


def _write(desk: Desk, each: Mend, now: dt.datetime, today: dt.date) -> Mending:
    """Write a record's fields; a key that names none or several raises UnusableInput."""
    register = REGISTERS[each.register or ""]
    editing.set_record(
        desk, register, each.key, each.fields, who=each.who, now=now, today=today, reason=each.why
    )
    return Mending(written=1)


def _mend_row(desk: Desk, each: Mend, now: dt.datetime, today: dt.date) -> Mending:
    row = _waiting(pending.rows(desk), each)
    if not each.cells:
        pending.discard(desk, [row.id], who=each.who, now=now, today=today)
        return Mending(discarded=1)
    done = pending.mend(desk, row.id, each.cells, who=each.who, now=now, today=today)
    if done.row is not None:
        told = "; ".join(finding.message for finding in done.findings if finding.severity == "error")
        raise ValueError(f"still waiting: {each.file} {each.sheet or ''} {each.row}: {told}")
    return Mending(stored=1)


def _waiting(rows: Iterable[PendingRow], each: Mend) -> PendingRow:
    for row in rows:
        if (row.file, row.row) == (each.file, each.row) and each.sheet in (None, row.sheet):
            return row
    raise ValueError(f"no such waiting row: {each.file} {each.sheet or ''} {each.row}")

"""What the rules of a sheet find in the rows of an import, and whom it names that no register knows yet."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from typing import Any

from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.policy.pack import Policy
from college_desk.records.lookups import OverlayFacts
from college_desk.records.register import REGISTERS, Field, Record, Register
from college_desk.records.values.organisation_name import comparable
from college_desk.rules import engine
from college_desk.rules.rule import Situation
from college_desk.services import import_findings
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_plan import Plan, PlannedRow
from college_desk.storage.reader import Reader

_ROWS_A_STEP = 200
_WARNING: import_findings.SheetSeverity = "warning"


def judge(
    plan: Plan, reader: Reader, policy: Policy, today: dt.date, progress: Progress
) -> list[list[SheetFinding]]:
    """The findings of each row, in the order of rows: of its cells, its key, its references, the sheet's rules."""
    candidates = {
        roll.register.record: [item.after for item in roll.items if item.is_new or item.is_changed]
        for roll in plan.rolls.values()
    }
    facts = OverlayFacts(reader.facts(), candidates)
    situation = Situation(today, policy)
    known = _Known(reader, plan)
    judged = []
    for place, row in enumerate(plan.rows):
        if place % _ROWS_A_STEP == 0:
            progress.step(_("核对各行"), place, len(plan.rows))
        found = [*row.read.findings, *row.findings, *_unknown_references(row, known)]
        another_told = any(each.rule == import_findings.ANOTHER_NAME for each in row.findings)
        for code, record in _records(row, place):
            for rule, problem in engine.problems(record, facts, situation, sheet_only=True):
                severity = problem.severity or rule.severity
                if severity != "info" and not (another_told and rule.code == import_findings.ANOTHER_NAME):
                    told = (rule.code, severity, problem.message)
                    found.append(_of_record(row, code, problem.field, told, problem.suggestion))
        judged.append(_each_once(found))
    return judged


def _records(row: PlannedRow, place: int) -> Iterator[tuple[str, Record]]:
    """The records that a row makes or is the first to change; of a pending row, those it would make."""
    if row.pending:
        for code, values in row.read.values.items():
            yield code, REGISTERS[code].record(**values)
        return
    for code, item in row.items:
        if item.rows[0] == place:
            yield code, item.after


def _of_record(
    row: PlannedRow,
    code: str,
    field: str | None,
    told: tuple[str, import_findings.SheetSeverity, str],
    suggestion: str | None,
) -> SheetFinding:
    name = REGISTERS[code].by_name[field].name if field is not None else None
    register = code
    if name is not None and row.read.layout.column_of(code, name) is None:
        register, name = _where_it_stands(row, code, name)
    read = row.read
    return import_findings.of_field(read.layout, read.row, read.cells, (register, name), told, suggestion)


def _where_it_stands(row: PlannedRow, code: str, name: str) -> tuple[str, str]:
    """The register and field whose column a carried record's field was taken from."""
    for own in row.read.values:
        for carried in REGISTERS[own].carries:
            other = REGISTERS[carried.register]
            for filled, from_name in carried.by.items():
                if carried.register == code and other.by_name[filled].name == name:
                    return own, REGISTERS[own].by_name[from_name].name
    return code, name


def _each_once(found: list[SheetFinding]) -> list[SheetFinding]:
    """The findings without those that say the same of the same cell again."""
    if len(found) < 2:
        return found
    return list({(each.register, each.field, each.message): each for each in found}.values())


class _Known:
    """Whose names the registers bear, those that the import adds among them."""

    def __init__(self, reader: Reader, plan: Plan) -> None:
        self._reader = reader
        self._plan = plan
        self._names: dict[str, frozenset[str]] = {}
        self._told: dict[tuple[str, Any], str | None] = {}

    def told(self, target: Register, value: Any) -> str | None:
        """What to say of a value that names no record of the register; None when all of it is known."""
        if (target.code, value) not in self._told:
            texts = value if isinstance(value, tuple) else (value,)
            missing = [text for text in texts if isinstance(text, str) and not self._has(target, text)]
            message = _("“{value}”不在{register}里，已按所填文字保留，登记后会自动对上。")
            said = message.format(value="、".join(missing), register=_(target.title))
            self._told[target.code, value] = said if missing else None
        return self._told[target.code, value]

    def _has(self, target: Register, text: str) -> bool:
        if target.code not in self._names:
            self._names[target.code] = frozenset(self._gather(target))
        return text in self._names[target.code] or comparable(text) in self._names[target.code]

    def _gather(self, target: Register) -> Iterator[str]:
        fields = [target.by_name[name].name for name in target.names]
        roll = self._plan.rolls.get(target.code)
        made = [item.after for item in roll.items] if roll is not None else []
        for record in (*self._reader.facts().all(target.record), *made):
            for name in fields:
                value = getattr(record, name)
                if isinstance(value, str):
                    yield value
                    yield comparable(value)


def _unknown_references(row: PlannedRow, known: _Known) -> Iterator[SheetFinding]:
    read = row.read
    for code, values in read.values.items():
        for declared, target in _references(code):
            value = values.get(declared.name)
            if value is None or read.layout.column_of(code, declared.name) is None:
                continue
            told = known.told(target, value)
            if told is not None:
                place = (code, declared.name)
                said = (import_findings.NOT_REGISTERED, _WARNING, told)
                yield import_findings.of_field(read.layout, read.row, read.cells, place, said)


@functools.cache
def _references(code: str) -> tuple[tuple[Field, Register], ...]:
    return tuple(
        (each, REGISTERS[each.refers_to]) for each in REGISTERS[code].fields if each.refers_to is not None
    )

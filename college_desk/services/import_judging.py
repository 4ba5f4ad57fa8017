"""What the rules of a sheet find in the rows of an import, and whom it names that no register knows yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.policy.pack import Policy
from college_desk.records.lookups import OverlayFacts
from college_desk.records.making import made
from college_desk.records.register import REGISTERS, Record
from college_desk.rules import engine
from college_desk.rules.rule import Rule, RuleFunction, Situation
from college_desk.services import import_findings
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_plan import Plan, PlannedRow
from college_desk.services.import_references import KnownNames
from college_desk.storage.reader import Reader

_ROWS_A_STEP = 1000
_NOTHING: Sequence[SheetFinding] = ()


class _Asked(NamedTuple):
    """A rule as it is asked for each record: not where the field that it needs is empty."""

    need: str | None
    function: RuleFunction
    rule: Rule


def judge(
    plan: Plan, reader: Reader, policy: Policy, today: dt.date, progress: Progress
) -> list[Sequence[SheetFinding]]:
    """The findings of each row, in the order of rows: of its cells, its key, its references, the sheet's rules."""
    candidates = {
        roll.register.record: [item.after for item in roll.items if item.is_new or item.is_changed]
        for roll in plan.rolls.values()
    }
    facts = OverlayFacts(reader.facts(), candidates)
    situation = Situation(today, policy)
    known = KnownNames(reader, plan)
    rules: dict[type[Record], list[_Asked]] = {}
    judged: list[Sequence[SheetFinding]] = []
    for place, row in enumerate(plan.rows):
        if place % _ROWS_A_STEP == 0:
            progress.step(_("核对各行"), place, len(plan.rows))
        found = [*row.read.findings, *row.findings] if row.read.findings or row.findings else []
        said_before = len(found)
        known.tell(row, found)
        named = len(found)
        another_told = bool(row.findings) and any(
            each.rule == import_findings.ANOTHER_NAME for each in row.findings
        )
        for code, record in _records(row, place):
            kind = type(record)
            if kind not in rules:
                rules[kind] = [
                    _Asked(each.needs[0] if each.needs else None, each.function, each)
                    for each in engine.rules_for(kind, today, sheet_only=True)
                ]
            values = record.__dict__
            for need, function, rule in rules[kind]:
                if need is not None and values[need] is None:
                    continue
                for problem in function(record, facts, situation):
                    severity = problem.severity or rule.severity
                    if severity != "info" and not (
                        another_told and rule.code == import_findings.ANOTHER_NAME
                    ):
                        told = (rule.code, severity, problem.message)
                        found.append(_of_record(row, code, problem.field, told, problem.suggestion))
        once = len(found) < 2 or (said_before == 0 and len(found) == named)
        judged.append(found or _NOTHING if once else _each_once(found))
    return judged


def _records(row: PlannedRow, place: int) -> Iterable[tuple[str, Record]]:
    """The records that a row makes or is the first to change; of a pending row, those it would make."""
    if row.pending:
        return [(code, made(REGISTERS[code].record, values)) for code, values in row.read.values.items()]
    return [(code, item.after) for code, item in row.items if item.rows[0] == place]


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

"""The freeze (定稿锁定): a prepared filing as a snapshot, and a snapshot as what its forms are filled from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import college_desk
from college_desk.forms.form import Frozen
from college_desk.policy.pack import Parameter, ParameterValue, Policy
from college_desk.records.json_form import frozen_json
from college_desk.records.lookups import SnapshotFacts
from college_desk.records.register import Record, Register, register_of
from college_desk.records.snapshot import Snapshot
from college_desk.records.values.code import Code, Codes, OpenCode
from college_desk.rules.rule import RULES
from college_desk.services.preparing import Prepared

_FROZEN_PARTS = ("title", "unit", "source", "confidence", "needs")


def freeze(
    prepared: Prepared, *, number: str, version: int, amends: Mapping[str, Any] | None = None
) -> Snapshot:
    """The snapshot of a prepared filing; the same records and findings give the same bytes."""
    registers = [register_of(kind) for kind in prepared.filing.registers]
    return Snapshot(
        filing=prepared.filing.code,
        period=prepared.period.code,
        kind=prepared.scope.kind,
        number=number,
        version=version,
        day=prepared.day,
        program_version=college_desk.__version__,
        policy=prepared.policy.code,
        policy_title=prepared.policy.title,
        policy_version=prepared.policy.version,
        records=_records(prepared, registers),
        selected=tuple(each.uid for each in prepared.selection.filed),
        left_out=tuple(_left_out(each, prepared) for each in prepared.selection.left_out),
        findings=tuple(each.to_json() for each in prepared.findings),
        parameters=_parameters(prepared.policy, prepared.day),
        lists=prepared.policy.lists,
        rules={each.code: each.since.isoformat() for each in RULES if each.in_force(prepared.day)},
        code_tables=_code_tables(registers),
        period_first=prepared.period.first,
        period_last=prepared.period.last,
        amends=amends,
        enterprise=prepared.scope.enterprise,
        figures=prepared.selection.figures,
    )


def thaw(snapshot: Snapshot) -> Frozen:
    """What a snapshot's forms are filled from: nothing but the snapshot."""
    policy = Policy(
        snapshot.policy,
        snapshot.policy_title,
        snapshot.policy_version,
        _frozen_parameters(snapshot),
        MappingProxyType(dict(snapshot.lists)),
    )
    return Frozen(snapshot, SnapshotFacts(snapshot), policy)


def _records(prepared: Prepared, registers: list[Register]) -> dict[str, list[dict[str, Any]]]:
    """What is frozen, by register, in order of uid; a register without any stands there empty."""
    frozen: dict[str, dict[str, dict[str, Any]]] = {each.code: {} for each in registers}
    for record in (*prepared.selection.filed, *prepared.selection.companions):
        frozen[register_of(record).code][record.uid] = dict(frozen_json(record))
    return {code: [records[uid] for uid in sorted(records)] for code, records in frozen.items()}


def _left_out(record: Record, prepared: Prepared) -> dict[str, str]:
    left_out = prepared.scope.left_out
    reason = left_out.get(record.uid) or next(
        (left_out[uid] for uid in record.links.values() if uid in left_out), ""
    )
    name = getattr(record, "name", None) or ""
    return {
        "uid": record.uid,
        "key": register_of(record).key_text(record),
        "name": str(name),
        "reason": reason,
    }


def _parameters(policy: Policy, day: dt.date) -> dict[str, dict[str, Any]]:
    """The parameters in force on the day, those without a value too: their lack is a fact."""
    frozen: dict[str, dict[str, Any]] = {}
    for name in policy.by_name:
        found = policy.parameter(name, day)
        value = list(found.value) if isinstance(found.value, tuple) else found.value
        frozen[name] = {"value": str(value) if isinstance(value, Decimal) else value}
        frozen[name] |= {part: getattr(found, part) for part in _FROZEN_PARTS}
    return frozen


def _frozen_parameters(snapshot: Snapshot) -> tuple[Parameter, ...]:
    return tuple(
        Parameter(name, value=_value(frozen["value"]), **{part: frozen[part] for part in _FROZEN_PARTS})
        for name, frozen in snapshot.parameters.items()
    )


def _value(stored: Any) -> ParameterValue | None:
    return tuple(stored) if isinstance(stored, list) else stored


def _code_tables(registers: list[Register]) -> dict[str, str]:
    tables = [
        each.type.table
        for register in registers
        for each in register.fields
        if isinstance(each.type, Code | Codes | OpenCode)
    ]
    return {each.code: each.version for each in sorted(tables, key=lambda each: each.code)}

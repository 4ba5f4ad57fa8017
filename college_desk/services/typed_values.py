"""What was typed into fields, as values: names and labels resolved, texts read as their fields read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.records.register import Field, Register
from college_desk.records.values.value_type import Cell, Fault, Surroundings
from college_desk.records.values.yes_no import YES_NO
from college_desk.services.listing import field_named

_ENDED = ("ended", "已停用")


@dataclass(frozen=True)
class TypedChanges:
    """What changes say, read.

    values: by field name, None where a cell is empty; ended: whether to end the record or bring it back,
    None where nothing is said of it; faults: [(field name, fault)] of readable values.
    """

    values: Mapping[str, Any]
    ended: bool | None
    faults: tuple[tuple[str, Fault], ...]


def read_changes(register: Register, changes: Mapping[str, Cell], around: Surroundings) -> TypedChanges:
    """The changes as values. Raises UnusableInput for an unknown field or a cell that cannot be read."""
    ended: bool | None = None
    given: dict[str, Cell] = {}
    for name, cell in changes.items():
        if name in _ENDED:
            ended = _yes_or_no(cell)
        else:
            given[name] = cell
    values, faults = readable(register, given, around)
    for name, fault in faults:
        if fault.severity == "unreadable":
            raise UnusableInput(f"{_(register.by_name[name].title)}：{fault.message}")
    return TypedChanges(values, ended, tuple(faults))


def readable(
    register: Register, given: Mapping[str, Cell], around: Surroundings
) -> tuple[dict[str, Any], list[tuple[str, Fault]]]:
    """The values by field name of the cells that can be read, and the faults of all. Raises for unknown fields."""
    values: dict[str, Any] = {}
    faults: list[tuple[str, Fault]] = []
    for name, cell in given.items():
        field: Field = field_named(register, name)
        reading = field.type.read(cell, around)
        faults += [(field.name, fault) for fault in reading.faults]
        if not reading.unreadable:
            values[field.name] = reading.value
    return values, faults


def _yes_or_no(cell: Cell) -> bool | None:
    reading = YES_NO.read(cell)
    if reading.unreadable:
        raise UnusableInput(_("“已停用”请写是或否，现在是“{value}”。").format(value=cell))
    return reading.value

"""Short words for what a test reads from a cell."""

from __future__ import annotations

from typing import Any

from college_desk.records.values.value_type import NOWHERE, Cell, Surroundings, ValueType


def value(of: ValueType[Any], cell: Cell, around: Surroundings = NOWHERE) -> Any:
    """The value read from a cell that must be without fault."""
    reading = of.read(cell, around)
    assert reading.faults == (), reading
    return reading.value


def severities(of: ValueType[Any], cell: Cell, around: Surroundings = NOWHERE) -> list[str]:
    """The severities of what is wrong with a cell, in order."""
    return [fault.severity for fault in of.read(cell, around).faults]


def message(of: ValueType[Any], cell: Cell, around: Surroundings = NOWHERE) -> str:
    """The sentence about the one thing that is wrong with a cell."""
    (fault,) = of.read(cell, around).faults
    return fault.message


def suggestion(of: ValueType[Any], cell: Cell, around: Surroundings = NOWHERE) -> str | None:
    """What the one fault of a cell suggests."""
    (fault,) = of.read(cell, around).faults
    return fault.suggestion

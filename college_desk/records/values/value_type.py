"""The verbs of every value type, and what reading one cell can yield."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | None
"""What a spreadsheet reader hands over for one cell."""

Json = str | int | float | bool | None | list[Any] | dict[str, Any]

Severity = Literal["unreadable", "error", "warning"]


@dataclass(frozen=True)
class Fault:
    """What is wrong with one cell or value, in one sentence that names the value and says what to do.

    unreadable: nothing can be stored (the row waits in the pending tray); error: readable but wrong in
    itself (check digit); warning: implausible.
    """

    severity: Severity
    message: str
    suggestion: str | None = None


class Reading(NamedTuple, Generic[T]):
    """One cell as read: the value (None: empty or unreadable) and its faults."""

    value: T | None
    faults: tuple[Fault, ...] = ()

    @property
    def unreadable(self) -> bool:
        """Whether nothing of the cell can be stored although something stands in it."""
        return any(fault.severity == "unreadable" for fault in self.faults)


@dataclass(frozen=True)
class Surroundings:
    """What the sheet around a cell says that the cell alone does not.

    year: for dates without one (9月1日); unit: from the header's brackets or the line above the table
    (万元, 节, 年月); date_1904: the workbook counts days from 1904; synonyms: the school's own words by
    code table, {table code: {text as met: entry code}}.
    """

    year: int | None = None
    unit: str | None = None
    date_1904: bool = False
    synonyms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


NOWHERE = Surroundings()


class ValueType(Generic[T]):
    """One kind of value: how it is read, judged, shown, stored and written as JSON.

    Instances are module constants (DAY, MONEY, IDENTITY_NUMBER); parameters (a code table, a unit) are
    given to the constructor. Values are immutable and hashable. No method raises for bad input.
    """

    code: str = ""
    """Selects the editor and names the type in `registers --json`: text, integer, decimal, money, day, ..."""
    stored_as: Literal["text", "integer", "boolean"] = "text"
    right_aligned: bool = False
    sensitive: bool = False
    """Masked on screen by default (identity number, bank account)."""

    def read(self, cell: Cell, around: Surroundings = NOWHERE) -> Reading[T]:
        """The value of a cell, whatever its spelling. An empty cell reads as None without a fault.

        The faults include those of `faults(value)`.
        """
        raise TypeError(f"{type(self).__name__} does not say how it is read")

    def reader(self, around: Surroundings = NOWHERE) -> Callable[[Cell], Reading[T]]:
        """How the filled cells of one column are read: as `read` does, for callers that remember equal cells."""
        return lambda cell: self.read(cell, around)

    def faults(self, value: T) -> tuple[Fault, ...]:
        """What is wrong with a stored value in itself."""
        return ()

    def show(self, value: T) -> str:
        """The value as grids and editors show it; `read(show(value))` gives the value again."""
        return str(value)

    def to_json(self, value: T) -> Json:
        """The value in the command line's and the snapshot's JSON."""
        return self.show(value)

    def from_json(self, value: Json) -> T:
        """The inverse of `to_json`; only for what `to_json` wrote."""
        result = self.read(value if not isinstance(value, list | dict) else str(value)).value
        if result is None:
            raise ValueError(f"not written by this program: {value!r}")
        return result

    def store(self, value: T) -> str | int | bool:
        """The value as its database column keeps it."""
        return self.show(value)

    def restore(self, stored: str | int | bool) -> T:
        """The inverse of `store`."""
        return self.from_json(stored)

    def labels(self) -> tuple[str, ...]:
        """The words to choose from, for code tables; else empty."""
        return ()

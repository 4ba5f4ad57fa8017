"""What most value types share: empty cells, failed formulas, and reading each distinct cell once."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from college_desk.base.translation import _
from college_desk.records.values.cell_text import FORMULA_ERRORS, NOTHINGS, plain_text
from college_desk.records.values.value_type import (
    NOWHERE,
    Cell,
    Fault,
    Json,
    Reading,
    Surroundings,
    ValueType,
)

T = TypeVar("T")

EMPTY: Reading[Any] = Reading(None)
"""What an empty cell reads as."""

_REMEMBERED = 1 << 15
"""How many distinct cells of one type are remembered: sheets repeat most of theirs."""


def unreadable(message: str, suggestion: str | None = None) -> Reading[Any]:
    """The reading of a cell of which nothing can be stored."""
    return Reading(None, (Fault("unreadable", message, suggestion),))


def error(message: str, suggestion: str | None = None) -> Fault:
    """A fault of a value that is stored although it is wrong in itself."""
    return Fault("error", message, suggestion)


def warning(message: str, suggestion: str | None = None) -> Fault:
    """A fault of a value that is implausible."""
    return Fault("warning", message, suggestion)


_SHORT = 16
"""Marks for no value and failed formulas are no longer than this."""


class CellType(ValueType[T]):
    """A value type that says how one filled cell is parsed; equal cells in equal surroundings share a reading.

    nothings: texts that count as an empty cell.
    """

    nothings: frozenset[str] = NOTHINGS

    def __init__(self) -> None:
        self._once: Callable[[Cell, Hashable], Reading[T]] = functools.lru_cache(_REMEMBERED, typed=True)(
            self._first
        )

    def read(self, cell: Cell, around: Surroundings = NOWHERE) -> Reading[T]:
        """The value of a cell, whatever its spelling. An empty cell reads as None without a fault."""
        if cell is None or cell == "":
            return EMPTY
        return self._once(cell, self.context(around))

    def reader(self, around: Surroundings = NOWHERE) -> Callable[[Cell], Reading[T]]:
        """How the filled cells of one column are read, without remembering them here."""
        if type(self).read is not CellType.read:
            return super().reader(around)
        return functools.partial(self._first, context=self.context(around))

    def context(self, around: Surroundings) -> Hashable:
        """The part of the surroundings on which this type's reading depends."""
        return None

    def parse(self, cell: Cell, context: Any) -> Reading[T]:
        """The value of a cell that is neither empty nor a failed formula."""
        raise TypeError(f"{type(self).__name__} does not say how it is parsed")

    def _first(self, cell: Cell, context: Hashable) -> Reading[T]:
        if isinstance(cell, str):
            if len(cell) <= _SHORT and not cell.isalnum():
                text = plain_text(cell)
                if not text:
                    return EMPTY
                if text in FORMULA_ERRORS:
                    message = _("单元格里是公式错误“{text}”，请改成实际内容。")
                    return unreadable(message.format(text=text))
                if text in self.nothings:
                    return EMPTY
            elif cell in self.nothings or cell.isspace():
                return EMPTY
        elif isinstance(cell, float) and not math.isfinite(cell):
            return unreadable(_("“{text}”不是可用的数字，请改成实际内容。").format(text=cell))
        return self.parse(cell, context)

    def judged(self, value: T, *more: Fault) -> Reading[T]:
        """The reading of a value with what is wrong with it, after the faults of its spelling."""
        found = self.faults(value)
        return Reading(value, (*more, *found)) if more or found else Reading(value)


class TextType(CellType[str]):
    """A value type whose values are texts, shown, stored and written as they are."""

    def show(self, value: str) -> str:
        """The text itself."""
        return value

    def to_json(self, value: str) -> Json:
        """The text itself."""
        return value

    def from_json(self, value: Json) -> str:
        """The text itself."""
        return str(value)

    def store(self, value: str) -> str | int | bool:
        """The text itself."""
        return value

    def restore(self, stored: str | int | bool) -> str:
        """The text itself."""
        return str(stored)

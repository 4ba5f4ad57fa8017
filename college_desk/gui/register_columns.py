"""Which columns of a register this machine shows, and how wide."""

from __future__ import annotations

from collections.abc import Sequence

from college_desk.gui.memory import Memory
from college_desk.records.register import Register


class Columns:
    """The columns as remembered; the register's usual ones until others were chosen."""

    def __init__(self, memory: Memory, register: Register) -> None:
        self._memory = memory
        self._register = register

    def shown(self) -> list[str]:
        """The names of the fields shown; those that the register has no longer are left out."""
        kept = self._memory.get(f"columns.{self._register.code}", [])
        known = [name for name in kept if name in self._register.by_name]
        return known or list(self._register.listed)

    def keep(self, names: Sequence[str]) -> None:
        """Remember these fields."""
        self._memory.put(f"columns.{self._register.code}", list(names))

    def widths(self) -> dict[str, int]:
        """The widths by field that the clerk gave."""
        return self._memory.get(f"widths.{self._register.code}", {})  # type: ignore[no-any-return]

    def keep_width(self, name: str, width: int) -> None:
        """Remember a column's width."""
        self._memory.put(f"widths.{self._register.code}", {**self.widths(), name: width})

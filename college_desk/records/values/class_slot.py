"""The slot of a lesson in a day (节次): 1-2, 3, 5-6、9."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import plain_text
from college_desk.records.values.cell_type import EMPTY, TextType, error, warning
from college_desk.records.values.value_type import Cell, Fault, Reading

LAST_SLOT = 16
"""More lessons than these no day has."""

_WORDS = re.compile(r"第|节次?课?|上午|下午|晚上?|[()]")
_RANGE = re.compile(r"(\d{1,2})[-~—–至到_]+(\d{1,2})", re.ASCII)
_ADJACENT = re.compile(r"(\d)(\d)", re.ASCII)
_SHAPE = re.compile(r"\d{1,2}(-\d{1,2})?(、\d{1,2}(-\d{1,2})?)*", re.ASCII)
_SEPARATORS = re.compile(r"[、,;.。/和及\s]+")


class ClassSlot(TextType):
    """A slot as `1-2`; several stretches are parted by 、. Other words are kept and reported."""

    code = "slot"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The slot of a cell: 第1-2节, 1、2 and 1~2 are one; a day that a spreadsheet made of it is undone."""
        if isinstance(cell, dt.date):
            slot = f"{cell.month}-{cell.day}"
            message = _("节次被表格软件改成了日期“{text}”，已按“{slot}”读入，请核对。")
            return self.judged(slot, warning(message.format(text=cell.isoformat()[:10], slot=slot)))
        given = plain_text(cell)
        bare = _WORDS.sub("", unicodedata.normalize("NFKC", given))
        bare = re.sub(r"\s*([-~—–至到_])\s*", r"\1", bare)
        parts = [part for part in _SEPARATORS.split(bare) if part]
        if not given:
            return EMPTY
        numbers = [_numbers(part) for part in parts]
        if not parts or any(found is None for found in numbers):
            return self.judged(given)
        return self.judged(_shown(sorted({slot for found in numbers if found for slot in found})))

    def faults(self, value: str) -> tuple[Fault, ...]:
        """A slot that is no number, or beyond the day's last."""
        slots = slots_of(value)
        if not slots:
            return (warning(_("节次“{slot}”看不懂，请写成1-2这样。").format(slot=value)),)
        if min(slots) < 1 or max(slots) > LAST_SLOT:
            return (error(_("节次“{slot}”不合理，请写成1-2这样。").format(slot=value)),)
        return ()


def slots_of(value: str) -> frozenset[int]:
    """The single slots that a value covers; empty when it is no number."""
    if not _SHAPE.fullmatch(value):
        return frozenset()
    found: set[int] = set()
    for part in value.split("、"):
        found.update(_numbers(part) or ())
    return frozenset(found)


def _numbers(part: str) -> tuple[int, ...] | None:
    """The slots of one stretch (`1-4`, `3`); two adjacent digits are a stretch (`34`); None for others."""
    if part.isascii() and part.isdigit():
        if (found := _ADJACENT.fullmatch(part)) and int(found[2]) == int(found[1]) + 1 and part != "12":
            return int(found[1]), int(found[2])
        return (int(part),) if len(part) <= 2 else None
    if found := _RANGE.fullmatch(part):
        first, last = int(found[1]), int(found[2])
        return tuple(range(first, last + 1)) if first <= last else None
    return None


def _shown(slots: list[int]) -> str:
    """Slots in order, neighbours joined: [1, 2, 5] is `1-2、5`."""
    stretches: list[list[int]] = []
    for slot in slots:
        if stretches and stretches[-1][1] == slot - 1:
            stretches[-1][1] = slot
        else:
            stretches.append([slot, slot])
    return "、".join(f"{a}-{b}" if a != b else str(a) for a, b in stretches)


SLOT = ClassSlot()

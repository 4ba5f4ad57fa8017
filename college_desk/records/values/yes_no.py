"""Yes or no (是/否)."""

from __future__ import annotations

from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import DASHES, code_text, plain_text
from college_desk.records.values.cell_type import CellType, unreadable
from college_desk.records.values.value_type import Cell, Json, Reading

_YES = frozenset({
    "是", "√", "✓", "✔", "☑", "1", "Y", "YES", "有", "TRUE", "T", "对", "已", "真", "同意",
    "需要",
})  # fmt: skip
_NO = frozenset({
    "否", "×", "X", "✗", "✘", "☒", "0", "N", "NO", "无", "FALSE", "F", "不是", "没有", "非", "未", "不",
    "假", "不同意", "不需要",
})  # fmt: skip


class YesNo(CellType[bool]):
    """Yes or no; an empty cell says neither."""

    code = "yes_no"
    stored_as = "boolean"
    nothings = DASHES

    def parse(self, cell: Cell, context: Any) -> Reading[bool]:
        """Whether a cell says yes."""
        text = code_text(cell).upper().strip("。.!！;；")
        if text in _YES:
            return Reading(True)
        if text in _NO:
            return Reading(False)
        return unreadable(_("“{text}”看不出是“是”还是“否”，请填是或否。").format(text=plain_text(cell)))

    def show(self, value: bool) -> str:
        """是 or 否."""
        return _("是") if value else _("否")

    def to_json(self, value: bool) -> Json:
        """True or false."""
        return value

    def from_json(self, value: Json) -> bool:
        """The inverse of `to_json`."""
        return bool(value)

    def store(self, value: bool) -> bool:
        """True or false."""
        return value

    def restore(self, stored: str | int | bool) -> bool:
        """The inverse of `store`."""
        return bool(stored)

    def labels(self) -> tuple[str, ...]:
        """是 and 否."""
        return _("是"), _("否")


YES_NO = YesNo()

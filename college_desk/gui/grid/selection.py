"""The selection in words for the status bar: how many, and of amounts the sum and the average."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QModelIndex

from college_desk.base.translation import _
from college_desk.gui.models.register_model import RegisterModel
from college_desk.gui.words import grouped

SUMMED = frozenset({"money", "count", "integer", "periods"})
MOST_CELLS = 20_000


def selection_words(model: RegisterModel, indexes: Sequence[QModelIndex]) -> str:
    """`选中 3 人 · 月报酬（元）合计 7 200.00，平均 2 400.00`; sums only where one column is selected."""
    rows = {index.row() for index in indexes}
    if len(indexes) < 2:
        return ""
    words = _("选中 {n} {counted}").format(n=grouped(len(rows)), counted=_(model.register.counted))
    columns = {index.column() for index in indexes}
    if len(columns) > 1 or len(indexes) > MOST_CELLS:
        return words
    declared = model.columns[columns.pop()]
    if declared.type.code not in SUMMED:
        return words
    values = [Decimal(value) for row in rows if (value := model.value(row, declared)) is not None]
    if not values:
        return words
    total = sum(values, Decimal(0))
    average = (total / len(values)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    tail = _(" · {title}合计 {total}，平均 {average}")
    return words + tail.format(title=_(declared.title), total=grouped(total), average=grouped(average))

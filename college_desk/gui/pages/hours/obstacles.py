"""What is to be mended before the month is paid: a list whose rows lead into the record's cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from college_desk.base.translation import _
from college_desk.gui.context import Place
from college_desk.gui.theme.tokens import GRID_HEADER, GRID_ROW
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.records.query import Query
from college_desk.services.teaching_month import Obstacle

_ROWS = 4
"""So many rows are seen at once."""

_KINDS = {
    "standard": "缺少标准",
    "clash": "撞课",
    "class": "班级撞课",
    "not_paid": "不能计发",
    "contract": "聘期以外",
    "unverified": "未核验",
}


class ObstaclesCard(QFrame):
    """opened(Obstacle): Enter or a double click; pointed(who): another row is the current one."""

    opened = Signal(object)
    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 10, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("结算前要处理的"), "heading"))
        self._count = label("", "quiet")
        head.addWidget(self._count)
        head.addStretch(1)
        self._hint = label(_("回车打开记录"), "hint")
        head.addWidget(self._hint)
        inside.addLayout(head)
        self.rows = ListModel[Obstacle](
            [
                ListColumn(_("姓名"), lambda each: each.name, 84),
                ListColumn(_("情况"), lambda each: _(_KINDS[each.kind]), 92, tone=_tone, tag=True),
                ListColumn(_("说明"), lambda each: each.sentence, 0),
            ],
            parent=self,
        )
        self.table: ListTable[Obstacle] = ListTable(self.rows, _("结算前要处理的"))
        self.table.opened.connect(self.opened)
        self.table.current.connect(self._point)
        self.table.setFixedHeight(GRID_HEADER + _ROWS * GRID_ROW + 2)
        inside.addWidget(self.table)
        self._nothing = label(_("没有要处理的。"), "quiet")
        self._nothing.setContentsMargins(14, 0, 12, 10)
        inside.addWidget(self._nothing)

    def show_obstacles(self, obstacles: Sequence[Obstacle]) -> None:
        """Show these; without any the card is one quiet line."""
        self.rows.show_rows(obstacles)
        self._count.setText(_("{n} 处").format(n=len(obstacles)) if obstacles else "")
        self._hint.setVisible(bool(obstacles))
        self.table.setVisible(bool(obstacles))
        self._nothing.setVisible(not obstacles)

    def _point(self, current: object) -> None:
        if isinstance(current, Obstacle) and current.who:
            self.pointed.emit(current.who)


def place_of(obstacle: Obstacle) -> Place:
    """Where an obstacle is mended: its records, the cursor in the cell; a new record where one is missing."""
    if not obstacle.uids:
        return Place(obstacle.register, new=True)
    query = Query(uids=frozenset(obstacle.uids))
    return Place(obstacle.register, query=query, uid=obstacle.uids[-1], field=obstacle.field)


def _tone(obstacle: Obstacle) -> str:
    return "wait" if obstacle.kind in ("unverified", "class") else "error"

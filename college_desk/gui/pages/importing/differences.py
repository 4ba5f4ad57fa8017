"""What changes in records that are kept already: field by field, before and after (有变化)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.records.register import REGISTERS
from college_desk.services.import_plan import PlannedRow
from college_desk.services.import_preview import Preview
from college_desk.services.naming import name_of

Index = QModelIndex | QPersistentModelIndex

_AT_ONCE = 300
"""So many lines are worked out at a time, as the list is scrolled."""


class Difference(NamedTuple):
    """One field of one record: what is kept, what it will be. title: empty for a record that is added."""

    sheet: str
    row: int
    name: str
    register: str
    title: str
    before: str
    after: str


class DifferenceModel(ListModel[Difference]):
    """Lines that come as they are scrolled to: fifty thousand changed rows cost nothing beforehand."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(
            [
                ListColumn(_("位置"), lambda each: _("第{n}行").format(n=each.row), 84),
                ListColumn(_("姓名（名称）"), lambda each: each.name, 130),
                ListColumn(_("项目"), lambda each: each.title or each.register, 150),
                ListColumn(_("原来"), lambda each: each.before or "—", 170, tone=lambda _each: "quiet"),
                ListColumn(_("改为"), _after),
            ],
            parent=parent,
        )
        self._coming: Iterator[Difference] = iter(())
        self._more = False

    def show_lines(self, lines: Iterator[Difference]) -> None:
        """Show these lines, the first of them at once."""
        self._coming = lines
        first = list(islice(lines, _AT_ONCE))
        self._more = len(first) == _AT_ONCE
        self.show_rows(first)

    @guarded(False)
    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are lines not worked out yet."""
        return not parent.isValid() and self._more

    @guarded(None)
    def fetchMore(self, parent: Index) -> None:
        """Work the next lines out."""
        if parent.isValid():
            return
        further = list(islice(self._coming, _AT_ONCE))
        self._more = len(further) == _AT_ONCE
        self.add_rows(further)


class Differences(QFrame):
    """wanted(line): its place in the sheet."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("改了哪些"), "heading"))
        head.addWidget(label(_("入库后的样子，逐项对照；回车到表里看"), "hint"))
        head.addStretch(1)
        inside.addLayout(head)
        self._model = DifferenceModel(self)
        self.table: ListTable[Difference] = ListTable(self._model, _("改了哪些"))
        self.table.opened.connect(self.wanted)
        self._none = EmptyState("circle-check", _("没有改动"), _("表里的内容与台账里的相同，或都是新的。"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self._stack.addWidget(self.table)
        inside.addWidget(self._stack, 1)

    def show_preview(self, preview: Preview) -> None:
        """Show what a preview would change."""
        self._model.show_lines(differences_of(preview))
        self._stack.setCurrentWidget(self.table if self._model.rowCount() else self._none)
        self.table.go_to_row(0)


def differences_of(preview: Preview) -> Iterator[Difference]:
    """The changes of all rows, in the order of sheets and rows."""
    for sheet in preview.sheets:
        for planned in sheet.rows:
            if planned.outcome == "changed":
                yield from _of_row(sheet.name, planned)


def _of_row(sheet: str, planned: PlannedRow) -> Iterator[Difference]:
    name = name_of(planned.main.after) if planned.main is not None else ""
    number = planned.read.row
    for each in planned.differences:
        register = REGISTERS[each.register]
        title = _(register.by_name[each.field].title)
        yield Difference(sheet, number, name, _(register.title), title, each.before, each.after)
    for code, item in planned.items:
        if any(item is made for made in planned.makes):
            yield Difference(sheet, number, name_of(item.after), _(REGISTERS[code].title), "", "", "")


def _after(each: Difference) -> str:
    if not each.title:
        return _("新增一条")
    return each.after or _("（清空）")

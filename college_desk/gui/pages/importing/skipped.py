"""The rows that are no data (跳过): titles, totals, empty ones, with what stands in them and why."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from college_desk.base.translation import _
from college_desk.files.sheets.book import cell_text
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.words import grouped
from college_desk.services.import_preview import Preview, SheetPreview


class SkippedRow(NamedTuple):
    """One row that is not imported."""

    sheet: str
    row: int
    text: str
    why: str


class SkippedRows(QFrame):
    """wanted(row): its place in the sheet."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("跳过的行"), "heading"))
        self._count = label("", "quiet")
        head.addWidget(self._count, 1)
        inside.addLayout(head)
        self._model = ListModel[SkippedRow](
            [
                ListColumn(_("位置"), _place, 92),
                ListColumn(_("为什么跳过"), lambda each: each.why, 210),
                ListColumn(_("表中内容"), lambda each: each.text, tone=lambda _each: "quiet"),
            ],
            parent=self,
        )
        self.table: ListTable[SkippedRow] = ListTable(self._model, _("跳过的行"))
        self.table.opened.connect(self.wanted)
        inside.addWidget(self.table, 1)

    def show_preview(self, preview: Preview) -> None:
        """Show the skipped rows of all sheets of a preview."""
        rows = [each for sheet in preview.sheets for each in _rows_of(sheet)]
        self._model.show_rows(rows)
        self._count.setText(_("{n} 行，回车到表里看").format(n=grouped(len(rows))))


def _rows_of(sheet: SheetPreview) -> list[SkippedRow]:
    cells = sheet.layout.sheet.rows
    return [
        SkippedRow(
            sheet.name,
            each.row,
            "  ".join(text for cell in cells[each.row - 1] if (text := cell_text(cell).strip())),
            each.why,
        )
        for each in sheet.skipped
    ]


def _place(each: SkippedRow) -> str:
    return _("第{n}行").format(n=each.row)

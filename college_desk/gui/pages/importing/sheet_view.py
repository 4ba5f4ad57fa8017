"""The preview of a file: five numbers, the sheet with its columns' fields, the cells to mend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QMenu, QSplitter, QWidget

from college_desk.base.translation import _
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.gui.pages.importing.column_header import hint_of
from college_desk.gui.pages.importing.column_menu import column_menu
from college_desk.gui.pages.importing.counts import Counts
from college_desk.gui.pages.importing.faults import Faults
from college_desk.gui.pages.importing.sheet_grid import SheetGrid
from college_desk.gui.pages.importing.sheet_model import SheetModel, Shown
from college_desk.gui.widgets.buttons import link
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.words import grouped
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_preview import NOT_A_FIELD, ImportOptions, Preview, SheetPreview


class SheetView(QWidget):
    """decided(options): the file is to be read so; header_wanted(sheet, row): another header row is to be asked;
    column_wanted(column, where): the menu of a column.
    """

    decided = Signal(object)
    header_wanted = Signal(str, int)
    column_wanted = Signal(int, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.preview: Preview | None = None
        self._options = ImportOptions()
        self._shown: Shown = ""
        whole = column(self, gap=12)
        self.counts = Counts()
        self.counts.chosen.connect(self._show_only)
        whole.addWidget(self.counts)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(12)
        self._split.addWidget(self._sheet_card())
        self.faults = Faults()
        self.faults.wanted.connect(self._go_to)
        self.faults.mended.connect(self._mend_finding)
        self.faults.left_out.connect(self._leave_out)
        self._split.addWidget(self.faults)
        self._split.setSizes([340, 210])
        whole.addWidget(self._split, 1)

    def show_preview(
        self, preview: Preview, options: ImportOptions, counts: Mapping[str, int], *, fit: bool
    ) -> None:
        """Show a preview; `fit`: of another file or register, so that columns are measured and all rows shown."""
        before = self._sheet()
        self.preview, self._options = preview, options
        if fit:
            self._shown = ""
            self.counts.show_chosen("")
        self.counts.show_counts({**counts, "skipped": preview.skipped})
        self._sheets.blockSignals(True)
        self._sheets.clear()
        for each in preview.sheets:
            self._sheets.addItem(each.name or preview.book.file)
        names = [each.name for each in preview.sheets]
        kept = names.index(before.name) if before is not None and before.name in names and not fit else 0
        self._sheets.setCurrentIndex(kept)
        self._sheets.setVisible(len(names) > 1)
        self._sheets.blockSignals(False)
        self._show_sheet(fit=fit or before is None)
        self.faults.show_findings(list(preview.findings()))

    def menu_of(self, place: int, options: ImportOptions) -> QMenu | None:
        """The menu that gives a column of the sheet shown its field."""
        sheet = self._sheet()
        if self.preview is None or sheet is None or place >= len(sheet.columns):
            return None
        names = {each.index: each.target.name for each in sheet.columns if each.target is not None}
        taken = frozenset(name for index, name in names.items() if index != place)

        def choose(name: str) -> None:
            chosen = {**options.columns, (sheet.name, place): name}
            if name != NOT_A_FIELD:
                others = (index for index, other in names.items() if other == name and index != place)
                chosen.update({(sheet.name, index): NOT_A_FIELD for index in others})
            self.decided.emit(replace(options, columns=chosen))

        words = vocabulary(self.preview.register.code)
        return column_menu(self, sheet.columns[place], words, taken, choose)

    def _sheet_card(self) -> QFrame:
        frame = card()
        inside = column(frame, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 14, 0)
        self._heading = label("", "heading")
        self._header_link = link(_("表头不对？"))
        self._header_link.clicked.connect(self._want_header)
        self._notice = label("", "wait")
        self._restore = link("")
        self._restore.clicked.connect(self._take_back)
        self._sheets = QComboBox()
        self._sheets.setAccessibleName(_("工作表"))
        self._sheets.currentIndexChanged.connect(lambda _index: self._show_sheet(fit=True))
        for each in (self._heading, self._header_link, self._sheets, self._notice, self._restore):
            head.addWidget(each)
        head.addStretch(1)
        head.addWidget(label(_("列名下是对应的项目，点一下可改（Alt+↓）"), "hint"))
        inside.addLayout(head)
        self.model = SheetModel(self)
        self.model.mended.connect(self._mend)
        self.grid = SheetGrid(self.model)
        self.grid.column_wanted.connect(self.column_wanted)
        inside.addWidget(self.grid, 1)
        return frame

    def _sheet(self) -> SheetPreview | None:
        if self.preview is None:
            return None
        place = max(0, self._sheets.currentIndex())
        return self.preview.sheets[place] if place < len(self.preview.sheets) else None

    def _show_sheet(self, *, fit: bool) -> None:
        sheet = self._sheet()
        if sheet is None:
            return
        index, top = self.grid.currentIndex(), self.grid.verticalScrollBar().value()
        left = self.grid.horizontalScrollBar().value()
        left_out = frozenset(
            place
            for (name, place), field in self._options.columns.items()
            if name == sheet.name and field == NOT_A_FIELD
        )
        self.model.show_sheet(sheet, self._shown)
        self.grid.columns.show_columns(sheet.columns, left_out)
        self.grid.columns.setToolTip(
            "\n".join(hint_of(each) for each in sheet.columns if each.target is not None)
        )
        words = _("表头在第 {row} 行，数据 {n} 行")
        self._heading.setText(words.format(row=sheet.header_row, n=grouped(len(sheet.rows))))
        unmapped = sum(each.target is None and bool(each.source) for each in sheet.columns)
        self._notice.setText(_("{n} 列未对应，不会导入").format(n=unmapped) if unmapped else "")
        left_out_rows = sum(name == sheet.name for name, _row in self._options.left_out)
        self._restore.setText(_("{n} 行不导入，恢复").format(n=left_out_rows))
        self._restore.setVisible(left_out_rows > 0)
        if fit:
            self.grid.fit_columns()
            self.grid.scrollToTop()
        elif index.isValid():
            self.grid.setCurrentIndex(
                self.model.index(min(index.row(), self.model.rowCount() - 1), index.column())
            )
            self.grid.verticalScrollBar().setValue(top)
            self.grid.horizontalScrollBar().setValue(left)

    def _show_only(self, kind: Shown) -> None:
        self._shown = kind
        sheet = self._sheet()
        if sheet is not None:
            self.model.show_sheet(sheet, kind)

    def _want_header(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            self.header_wanted.emit(sheet.name, sheet.header_row)

    def _go_to(self, finding: SheetFinding) -> None:
        if self.preview is None:
            return
        names = [each.name for each in self.preview.sheets]
        name = finding.sheet or ""
        if name in names and names.index(name) != self._sheets.currentIndex():
            self._sheets.setCurrentIndex(names.index(name))
        if not self.grid.go_to(finding.row, finding.column_index):
            self.counts.show_chosen("")
            self._show_only("")
            self.grid.go_to(finding.row, finding.column_index)

    def _mend(self, number: int, place: int, text: str) -> None:
        sheet = self._sheet()
        if sheet is not None:
            self._decide_cell(sheet.name, number, place, text)

    def _mend_finding(self, finding: SheetFinding, text: str) -> None:
        if finding.column_index is not None:
            self._decide_cell(finding.sheet or "", finding.row, finding.column_index, text)

    def _decide_cell(self, name: str, number: int, place: int, text: str) -> None:
        mended = {**self._options.mended, (name, number, place): text}
        self._options = replace(self._options, mended=mended)
        self.decided.emit(self._options)

    def _leave_out(self, findings: list[SheetFinding]) -> None:
        rows = {(each.sheet or "", each.row) for each in findings}
        self._options = replace(self._options, left_out=self._options.left_out | rows)
        self.decided.emit(self._options)

    def _take_back(self) -> None:
        """Import again the rows that were left out."""
        self._options = replace(self._options, left_out=frozenset())
        self.decided.emit(self._options)

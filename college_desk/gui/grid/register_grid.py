"""The grid: keys as in a spreadsheet, columns that fit what stands in them, blocks in and out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from college_desk.base.translation import _
from college_desk.gui.editors.editor import Editor
from college_desk.gui.grid.block import Block, laid_in, text_of
from college_desk.gui.grid.delegate import CellDelegate
from college_desk.gui.models.guarded import guarded
from college_desk.gui.models.register_model import CellEdit, RegisterModel
from college_desk.gui.theme.tokens import GRID_HEADER, GRID_ROW

ROWS_MEASURED = 40
NARROWEST = 52
WIDEST = 240


FAR = 1 << 30

_FAR = {
    Qt.Key.Key_Up: (-FAR, 0),
    Qt.Key.Key_Down: (FAR, 0),
    Qt.Key.Key_Left: (0, -FAR),
    Qt.Key.Key_Right: (0, FAR),
}
"""With Ctrl, the arrows go to the first and last row and column."""


class RegisterGrid(QTableView):
    """A view on a RegisterModel.

    moved(uid or None): another row is the current one; end_wanted: the selected rows should be ended;
    sorted_by(field, descending); refused(sentence): a block that cannot be laid in;
    widened(field, width): a column was drawn wider or narrower; left: F6.
    """

    moved = Signal(object)
    end_wanted = Signal()
    sorted_by = Signal(str, bool)
    refused = Signal(str)
    widened = Signal(str, int)
    left = Signal()

    def __init__(self, model: RegisterModel, make: Callable[[str, QWidget], Editor]) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self, make, bold=model.register.listed[0]))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_menu)
        self.setAccessibleName(_(model.register.title))
        self._dress_headers()
        self.selectionModel().currentChanged.connect(self._current_changed)
        model.modelReset.connect(lambda: self.moved.emit(None))

    def fit_columns(self, remembered: dict[str, int]) -> None:
        """Give each column the width remembered for it, else what the first rows need."""
        metrics = self.fontMetrics()
        for column, declared in enumerate(self._rows.columns):
            width = remembered.get(declared.name, 0)
            if not width:
                head = str(self._rows.headerData(column, Qt.Orientation.Horizontal))
                width = metrics.horizontalAdvance(head) + 34
                for row in range(min(self._rows.rowCount(), ROWS_MEASURED)):
                    text = self._rows.index(row, column).data() or ""
                    width = max(width, metrics.horizontalAdvance(str(text)) + (26 if column == 0 else 20))
                width = max(NARROWEST, min(width, WIDEST))
            self.setColumnWidth(column, width)
        digits = len(str(max(1000, self._rows.rowCount())))
        self.verticalHeader().setFixedWidth(metrics.horizontalAdvance("0" * digits) + 16)

    def current_uid(self) -> str | None:
        """The uid of the current row."""
        index = self.currentIndex()
        return self._rows.uid_at(index.row()) if index.isValid() else None

    def go_to(self, uid: str, field: str | None = None) -> bool:
        """Make a record's cell the current one; False when it is not in the list."""
        row = self._rows.row(uid)
        if row is None:
            return False
        names = [each.name for each in self._rows.columns]
        column = names.index(field) if field in names else max(0, self.currentIndex().column())
        index = self._rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def selected_uids(self) -> list[str]:
        """The uids of the rows that the selection touches, in order."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self._rows.uid_at(row) for row in rows]

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet; the rest is the table's own."""
        keys = {Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0)}
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.fill_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_cells()
        elif Qt.Key(event.key()) in keys:
            self._step(-1 if shift else 1, 0)
        elif event.key() in _FAR and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._step(*_FAR[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F6:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter go down, after Tab to the side, without opening the next editor."""
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        steps = {hints.SubmitModelCache: (1, 0), hints.EditNextItem: (0, 1), hints.EditPreviousItem: (0, -1)}
        if hint in steps:
            self._step(*steps[hint])

    def copy(self) -> None:
        """The selected block as text that a spreadsheet takes."""
        QGuiApplication.clipboard().setText(text_of(self._block(), self._rows))

    def paste(self) -> None:
        """Lay the block of the clipboard in, beginning at the current cell; in an empty list as new rows."""
        if not self.currentIndex().isValid() and not self._rows.register.made_by_program:
            self.go_to(self._rows.add_draft({}))
        self._lay_in(Block.of_text(QGuiApplication.clipboard().text()))

    def fill_down(self) -> None:
        """Fill the selection's columns with the cells of its first row."""
        rows, columns = self._block()
        if len(rows) < 2:
            return
        first = [self._rows.text(rows[0], self._rows.columns[column]) for column in columns]
        self._take(rows[1:], columns, [first] * (len(rows) - 1))

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        rows, columns = self._block()
        self._take(rows, columns, [[""] * len(columns)] * len(rows))

    def _lay_in(self, block: Block) -> None:
        current = self.currentIndex()
        if not current.isValid() or not block.rows:
            return
        laid = laid_in(block, self._rows, current.row(), current.column())
        if laid.refusal:
            self.refused.emit(laid.refusal)
            return
        self._send(laid.edits)
        below = self._rows.index(laid.last_row, laid.last_column)
        self.selectionModel().select(
            QItemSelection(current, below), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _take(self, rows: Sequence[int], columns: Sequence[int], texts: Sequence[Sequence[str]]) -> None:
        edits = []
        for row, line in zip(rows, texts, strict=True):
            for column, text in zip(columns, line, strict=True):
                declared = self._rows.columns[column]
                if self._rows.text(row, declared) != text:
                    edits.append(CellEdit(self._rows.uid_at(row), declared.name, text))
        self._send(edits)

    def _send(self, edits: Sequence[CellEdit]) -> None:
        if self._rows.register.made_by_program:
            self.refused.emit(
                _("{register}由程序生成，不能录入。").format(register=_(self._rows.register.title))
            )
            return
        drafts: dict[str, dict[str, str]] = {}
        stored = []
        for each in edits:
            if self._rows.draft(each.uid) is None:
                stored.append(each)
            else:
                drafts.setdefault(each.uid, {})[each.field] = each.text
        for uid, cells in drafts.items():
            self._rows.draft_cells(uid, cells)
        if stored:
            self._rows.take(stored)

    def _block(self) -> tuple[list[int], list[int]]:
        """The rows and columns of the selection's rectangle."""
        indexes = self.selectionModel().selectedIndexes()
        return sorted({each.row() for each in indexes}), sorted({each.column() for each in indexes})

    def _step(self, down: int, right: int) -> None:
        current = self.currentIndex()
        row = current.row() + down
        column = current.column() + right
        if abs(right) == FAR:
            column = max(0, min(column, self._rows.columnCount() - 1))
        if column >= self._rows.columnCount():
            row, column = row + 1, 0
        elif column < 0:
            row, column = row - 1, self._rows.columnCount() - 1
        target = self._rows.index(max(0, min(row, self._rows.rowCount() - 1)), column)
        if target.isValid():
            self.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update()
        if current.row() != before.row():
            self.moved.emit(self._rows.uid_at(current.row()) if current.isValid() else None)

    def _dress_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setFixedHeight(GRID_HEADER)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.setSortIndicatorShown(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        across.sectionClicked.connect(self._sort)
        across.sectionResized.connect(self._resized)
        across.setMinimumSectionSize(32)
        across.setStretchLastSection(True)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(GRID_ROW)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        down.setHighlightSections(False)

    def _resized(self, column: int, _before: int, width: int) -> None:
        """Tell of a width that the clerk drew, not of those that fitting and stretching give."""
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton and column < len(self._rows.columns):
            self.widened.emit(self._rows.columns[column].name, width)

    def _sort(self, column: int) -> None:
        header, name = self.horizontalHeader(), self._rows.columns[column].name
        again = self.property("sorted") == name
        descending = again and not self.property("descending")
        self.setProperty("sorted", name)
        self.setProperty("descending", descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, order)
        self.sorted_by.emit(name, bool(descending))

    def _offer_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        able = not self._rows.register.made_by_program
        entries: tuple[tuple[str, Callable[[], object], bool], ...] = (
            (_("修改\tF2"), lambda: self.edit(self.currentIndex()), able),
            (_("复制\tCtrl+C"), self.copy, True),
            (_("粘贴\tCtrl+V"), self.paste, able),
            (_("向下填充\tCtrl+D"), self.fill_down, able),
            (_("清除内容\tDelete"), self.clear_cells, able),
        )
        for words, run, enabled in entries:
            menu.addAction(words, run).setEnabled(enabled)
        menu.addSeparator()
        menu.addAction(_("停用所选记录…"), self.end_wanted.emit).setEnabled(able)
        menu.exec(self.viewport().mapToGlobal(at))

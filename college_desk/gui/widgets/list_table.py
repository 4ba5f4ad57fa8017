"""A list of things as a table to read: rows of any kind, words in tags, Enter or a double click opens one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.theme.tokens import GRID_HEADER, GRID_ROW

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

PADDING = 8
_TONE = Qt.ItemDataRole.UserRole + 1
_TAG = Qt.ItemDataRole.UserRole + 2
_BOLD = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True)
class ListColumn(Generic[T]):
    """One column: what it says of a row.

    tone: error, wait, right, info or empty; tag: the words stand on a coloured ground; wide: in pixels, 0
    takes what room is left; edit: takes what is typed into a cell, None for a column that is only read.
    """

    title: str
    text: Callable[[T], str]
    wide: int = 0
    tone: Callable[[T], str] | None = None
    tag: bool = False
    right: bool = False
    hint: Callable[[T], str] | None = None
    edit: Callable[[T, str], None] | None = None


class ListModel(QAbstractTableModel, Generic[T]):
    """Rows of one kind in the columns declared; `bold` marks rows that head a group."""

    def __init__(
        self,
        columns: Sequence[ListColumn[T]],
        bold: Callable[[T], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._rows: list[T] = []
        self._bold = bold

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these rows in place of those that stood here."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[T]) -> None:
        """Show further rows below those that stand here."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def row_at(self, row: int) -> T:
        """What stands in a row."""
        return self._rows[row]

    def rows(self) -> Sequence[T]:
        """All rows."""
        return self._rows

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, tone, tag and hint of a cell."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (column.hint or column.text)(row) or None
        if role == _TONE:
            return column.tone(row) if column.tone is not None else ""
        if role == _TAG:
            return column.tag
        if role == _BOLD:
            return self._bold is not None and self._bold(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be chosen, and edited where their column takes it."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        editable = self.columns[index.column()].edit is not None
        return usual | Qt.ItemFlag.ItemIsEditable if editable else usual

    @guarded(False)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand what was typed to the column."""
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or column.edit is None or str(value) == column.text(row):
            return False
        column.edit(row, str(value))
        if index.row() < len(self._rows):
            last = self.index(index.row(), len(self.columns) - 1)
            self.dataChanged.emit(self.index(index.row(), 0), last)
        return True


class ListTable(QTableView, Generic[T]):
    """The table of a ListModel. opened(row): Enter or a double click; current(row or None): another row;
    spaced(row): the space bar.
    """

    opened = Signal(object)
    spaced = Signal(object)
    current = Signal(object)

    def __init__(self, model: ListModel[T], name: str) -> None:
        super().__init__()
        self._list = model
        self.setModel(model)
        self.setItemDelegate(ListDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed
        edits = any(each.edit is not None for each in model.columns)
        double = QAbstractItemView.EditTrigger.DoubleClicked
        self.setEditTriggers(triggers | double if edits else QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._dress_headers()
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(
            lambda index, _before: self.current.emit(model.row_at(index.row()) if index.isValid() else None)
        )

    def current_row(self) -> T | None:
        """What stands in the current row, None when there is none."""
        index = self.currentIndex()
        return self._list.row_at(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[T]:
        """What stands in the selected rows, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._list.row_at(row) for row in rows]

    def go_to_row(self, row: int) -> None:
        """Make a row the current one, if it is there."""
        if 0 <= row < self._list.rowCount():
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self._list.index(row, column))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row; the rest is as in any table."""
        busy = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not busy:
            if (row := self.current_row()) is not None:
                self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Space and not busy and not self._editable():
            if (row := self.current_row()) is not None:
                self.spaced.emit(row)
        else:
            super().keyPressEvent(event)

    def _editable(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and self._list.columns[index.column()].edit is not None

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self._list.columns[index.column()].edit is None:
            self.opened.emit(self._list.row_at(index.row()))

    def _dress_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setFixedHeight(GRID_HEADER)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setMinimumSectionSize(30)
        for place, each in enumerate(self._list.columns):
            if each.wide:
                self.setColumnWidth(place, each.wide)
            else:
                across.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(GRID_ROW)
        down.hide()


class ListDelegate(QStyledItemDelegate):
    """Cells with a hairline below, words in tags, a pale ground for the selected rows."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._font = text_font()
        self._bold = text_font(bold=True)
        self._small = text_font(12)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, hairline and words."""
        colours = tokens.current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colours.colour("accent_ground" if selected else "card"))
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        tone = str(index.data(_TONE) or "")
        if text and index.data(_TAG) and tone:
            paint_tag(painter, rect, text, tone, self._small)
        elif text:
            painter.setFont(self._bold if index.data(_BOLD) else self._font)
            painter.setPen(colours.colour(_INK.get(tone, "ink")))
            room = rect.adjusted(PADDING, 0, -PADDING, 0)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            painter.setPen(colours.colour("accent_ink"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            painter.drawLine(rect.topLeft(), rect.topRight())


_INK = {
    "error": "error",
    "wait": "wait",
    "right": "right",
    "info": "accent_ink",
    "quiet": "ink_2",
    "hint": "ink_3",
}


def paint_tag(painter: QPainter, rect: QRect, text: str, tone: str, font: Any) -> None:
    """Words on a coloured ground (error, wait, right, info, plain), at the left of a rectangle."""
    colours = tokens.current()
    grounds = {"info": "accent_ground", "plain": "canvas"}
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    width = min(painter.fontMetrics().horizontalAdvance(text) + 14, rect.width() - PADDING)
    ground = QRectF(rect.left() + PADDING, rect.center().y() - 9, width, 19)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour(grounds.get(tone, f"{tone}_ground")))
    painter.drawRoundedRect(ground, 4, 4)
    painter.setPen(colours.colour({"info": "accent_ink", "plain": "ink_2"}.get(tone, tone)))
    painter.drawText(ground, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

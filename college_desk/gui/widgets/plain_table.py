"""A table that is only looked at: rows of texts under headings, one row chosen at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
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

Index = QModelIndex | QPersistentModelIndex
TONE = Qt.ItemDataRole.UserRole + 1

PADDING = 8


class RowsModel(QAbstractTableModel):
    """Rows of any things, with a function for each column that says what stands in it.

    columns: (heading, text of a row, right-aligned); tone: of a row and column, as tokens name them
    (error, wait, right, ink_2) or empty.
    """

    def __init__(
        self,
        columns: Sequence[tuple[str, Callable[[object], str], bool]],
        tone: Callable[[object, int], str] = lambda _row, _column: "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._tone = tone
        self.rows: Sequence[object] = ()

    def show_rows(self, rows: Sequence[object]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, tool tip, alignment and tone of a cell."""
        if not index.isValid():
            return None
        row, (_heading, text, right) = self.rows[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(right)
        return self._tone(row, index.column()) if role == TONE else None

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Headings."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        heading, _text, right = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading
        return _side(right) if role == Qt.ItemDataRole.TextAlignmentRole else None


class PlainTable(QTableView):
    """chosen(row): Enter or a double click on a row; moved(row or None): another row is the current one."""

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, model: RowsModel, widths: Sequence[int], name: str, *, stretch: int = -1) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(GRID_ROW)
        across = self.horizontalHeader()
        across.setFixedHeight(GRID_HEADER)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        last = stretch if stretch >= 0 else len(widths) - 1
        across.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self.chosen.emit(model.rows[index.row()]))
        self.selectionModel().currentRowChanged.connect(self._moved)

    def current(self) -> object | None:
        """The current row's thing."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.current())
        else:
            super().keyPressEvent(event)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.moved.emit(self._rows.rows[current.row()] if current.isValid() else None)


class _RowDelegate(QStyledItemDelegate):
    """Texts with a hairline below; a tone as a coloured word; the chosen row on the accent's ground."""

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        colours = tokens.current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colours.colour("accent_ground" if chosen else "card"))
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(text_font())
        painter.setPen(colours.colour(index.data(TONE) or "ink"))
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ")
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)


def _side(right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)

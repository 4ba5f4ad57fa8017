"""A table of figures: each cell can stand for rows, which Enter or a double click opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter
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
from college_desk.gui.widgets.frozen_heads import FrozenHeads
from college_desk.gui.words import THIN_SPACE

Index = QModelIndex | QPersistentModelIndex
PADDING = 8
NARROWEST, WIDEST = 64, 260
"""Pixels of a column that is fitted to what it says."""
_CELL = Qt.ItemDataRole.UserRole + 1
_BAR_HEIGHT = 4


@dataclass(frozen=True)
class FigureColumn:
    """A column: its heading, its width in pixels (0: as wide as what it says), its side.

    stretch: it takes what room is left.
    """

    title: str
    wide: int = 0
    right: bool = True
    stretch: bool = False


@dataclass(frozen=True)
class FigureCell:
    """What stands in a cell. opens: handed out when the cell is opened, None where nothing is behind it.

    tone: hint for what can be missed; bold: heads of groups and totals; share: of one, painted as a bar.
    """

    text: str
    opens: object = None
    tone: str = ""
    bold: bool = False
    share: float | None = None
    hint: str = ""


EMPTY = FigureCell("")


class FigureModel(QAbstractTableModel):
    """Rows of cells under headings; a row may have fewer cells than there are columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[FigureColumn] = ()
        self._rows: Sequence[Sequence[FigureCell]] = ()

    def show_figures(self, columns: Sequence[FigureColumn], rows: Sequence[Sequence[FigureCell]]) -> None:
        """Show another table."""
        self.beginResetModel()
        self.columns, self._rows = columns, rows
        self.endResetModel()

    def cell(self, row: int, column: int) -> FigureCell:
        """What stands at a place."""
        cells = self._rows[row]
        return cells[column] if column < len(cells) else EMPTY

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
        """Words, hint and side of a cell."""
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.hint or cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.columns[index.column()].right)
        return cell if role == _CELL else None

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.columns[section].title
        return _side(self.columns[section].right) if role == Qt.ItemDataRole.TextAlignmentRole else None


class FigureTable(QTableView):
    """opened(what a cell opens): Enter or a double click on a cell with rows behind it."""

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._figures = FigureModel(self)
        self.setModel(self._figures)
        self.setItemDelegate(_FigureDelegate(self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setFixedHeight(GRID_HEADER)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setMinimumSectionSize(40)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(GRID_ROW)
        self.doubleClicked.connect(self._open)
        self.heads = FrozenHeads(self)

    def show_figures(self, columns: Sequence[FigureColumn], rows: Sequence[Sequence[FigureCell]]) -> None:
        """Show another table, the first figure current."""
        self._figures.show_figures(columns, rows)
        for place, each in enumerate(columns):
            mode = QHeaderView.ResizeMode.Stretch if each.stretch else QHeaderView.ResizeMode.Interactive
            self.horizontalHeader().setSectionResizeMode(place, mode)
            self.setColumnWidth(place, each.wide or self._fitting(place, rows))
        self.heads.fit()
        first = self._first_that_opens()
        if first.isValid():
            self.setCurrentIndex(first)

    def cell(self, row: int, column: int) -> FigureCell:
        """What stands at a place."""
        return self._figures.cell(row, column)

    def texts(self) -> list[list[str]]:
        """The words of all cells, row by row."""
        columns = range(self._figures.columnCount())
        return [
            [self._figures.cell(row, column).text for column in columns]
            for row in range(self._figures.rowCount())
        ]

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as a spreadsheet takes them."""
        chosen = self.selectionModel().selectedIndexes()
        if not chosen:
            return
        rows = sorted({each.row() for each in chosen})
        columns = sorted({each.column() for each in chosen})
        lines = ("\t".join(self._figures.cell(row, each).text for each in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines).replace(THIN_SPACE, ""))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current cell, Ctrl+C copies; the rest is as in any table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer where something can be opened."""
        index = self.indexAt(event.position().toPoint())
        opens = index.isValid() and self._figures.cell(index.row(), index.column()).opens is not None
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, not beneath the column of heads."""
        super().scrollTo(index, hint)
        covered = self.heads.width() if self.heads.isVisible() else 0
        hidden = covered - self.visualRect(index).left()
        if index.column() > 0 and hidden > 0:
            across = self.horizontalScrollBar()
            across.setValue(across.value() - hidden)

    def _first_that_opens(self) -> QModelIndex:
        for row in range(self._figures.rowCount()):
            for column in range(self._figures.columnCount()):
                if self._figures.cell(row, column).opens is not None:
                    return self._figures.index(row, column)
        return QModelIndex()

    def _fitting(self, column: int, rows: Sequence[Sequence[FigureCell]]) -> int:
        metrics = self.fontMetrics()
        words = [self._figures.columns[column].title]
        words += [each[column].text for each in rows[:300] if column < len(each)]
        widest = max(metrics.horizontalAdvance(each) for each in words) + 2 * PADDING + 6
        return min(WIDEST, max(NARROWEST, widest))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            cell = self._figures.cell(index.row(), index.column())
            if cell.opens is not None:
                self.opened.emit(cell.opens)


class _FigureDelegate(QStyledItemDelegate):
    """Figures with a hairline below, bars for shares, a frame around the current cell."""

    def __init__(self, view: FigureTable) -> None:
        super().__init__(view)
        self._view = view
        self._font, self._bold = text_font(), text_font(bold=True)
        self._under = text_font()
        self._under.setUnderline(True)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, hairline, bar and words."""
        colours = tokens.current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        cell: FigureCell = index.data(_CELL) or EMPTY
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colours.colour("accent_ground" if selected else "card"))
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        if cell.share is not None:
            self._paint_bar(painter, room, cell.share)
        over = bool(state & QStyle.StateFlag.State_MouseOver) and cell.opens is not None
        painter.setFont(self._bold if cell.bold else self._under if over else self._font)
        ink = "accent_ink" if over else {"hint": "ink_3", "quiet": "ink_2"}.get(cell.tone, "ink")
        painter.setPen(colours.colour(ink))
        shown = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(colours.colour("accent_ink"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_bar(self, painter: QPainter, room: QRect, share: float) -> None:
        """A calm bar at the left of the number that leaves the number its room."""
        colours = tokens.current()
        width = room.width() - painter.fontMetrics().horizontalAdvance("100.00") - 2 * PADDING
        ground = QRectF(room.left(), room.center().y() - _BAR_HEIGHT / 2 + 1, max(0, width), _BAR_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("line"))
        painter.drawRoundedRect(ground, 2, 2)
        ground.setWidth(ground.width() * min(1.0, max(0.0, share)))
        painter.setBrush(colours.colour("accent"))
        painter.drawRoundedRect(ground, 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _side(right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)

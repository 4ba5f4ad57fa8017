"""Two records side by side, field by field: what each says, where they differ, which side is taken."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.theme.tokens import GRID_HEADER, GRID_ROW
from college_desk.gui.words import masked_beside
from college_desk.records.register import Field, Record, Register
from college_desk.services.uniting import Side, suggested

Index = QModelIndex | QPersistentModelIndex

TITLE, ONE, OTHER = range(3)
TITLE_WIDTH = 168
_PADDING, _RADIO, _DOT = 8, 13, 5
_SIDES: dict[int, Side] = {ONE: "keep", OTHER: "other"}
_SIDE = Qt.ItemDataRole.UserRole + 1


@dataclass
class Line:
    """One field of both; side: whose value is taken, None where they agree."""

    field: Field
    one: str
    other: str
    side: Side | None


class SidesModel(QAbstractTableModel):
    """The fields that one of two records fills: those in which they differ first, each with its side."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self._reveal = False

    def show_two(self, register: Register, one: Record, other: Record) -> None:
        """Show two records, with the sides that the office most likely wants."""
        sides = suggested(one, other)
        lines = [
            Line(each, register.show(one, each.name), register.show(other, each.name), sides.get(each.name))
            for each in register.fields
        ]
        filled = [each for each in lines if each.one or each.other]
        self.beginResetModel()
        self.lines = sorted(filled, key=lambda each: each.side is None)
        self.endResetModel()

    def show_numbers(self, shown: bool) -> None:
        """Show identity and bank numbers whole, or masked where the two agree."""
        self.beginResetModel()
        self._reveal = shown
        self.endResetModel()

    def take(self, row: int, column: int) -> None:
        """Take the value of one side; nothing where the two agree."""
        line = self.lines[row]
        if line.side is not None and column in _SIDES:
            line.side = _SIDES[column]
            self.dataChanged.emit(self.index(row, ONE), self.index(row, OTHER))

    def take_all(self, column: int) -> None:
        """Take every value of one side."""
        for row in range(len(self.lines)):
            self.take(row, column)

    def taken(self) -> dict[str, Side]:
        """The sides by field, of those in which the two differ."""
        return {each.field.name: each.side for each in self.lines if each.side is not None}

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many fields there are."""
        return 0 if parent.isValid() else len(self.lines)

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Title and both sides."""
        return 0 if parent.isValid() else 3

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, what a screen reader says of it, and which side is taken."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _(line.field.title) if column == TITLE else self._text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column != TITLE and line.side is not None:
            chosen = _("已选用") if _SIDES[column] == line.side else _("未选用")
            return f"{_(line.field.title)}：{self._text(line, column) or _('（空）')}，{chosen}"
        return line.side if role == _SIDE else None

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("项目"), _("第一条"), _("第二条"))[section]
        return None

    def _text(self, line: Line, column: int) -> str:
        text, beside = (line.one, line.other) if column == ONE else (line.other, line.one)
        return masked_beside(text, beside) if line.field.sensitive and not self._reveal else text


class SidesTable(QTableView):
    """Choose by a click, or by ← and → on the current line. leave: the keys go on to the buttons."""

    chosen = Signal()

    def __init__(self, model: SidesModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_SideDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("两条记录逐项对照，用左右方向键选用哪一边"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(GRID_ROW)
        across = self.horizontalHeader()
        across.setFixedHeight(GRID_HEADER)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setColumnWidth(TITLE, TITLE_WIDTH)
        for side in (ONE, OTHER):
            across.setSectionResizeMode(side, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._to_first)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → take a side, ↑ and ↓ go to another field."""
        sides = {Qt.Key.Key_Left: ONE, Qt.Key.Key_Right: OTHER}
        if event.key() in sides and self.currentIndex().isValid():
            self._take(self.currentIndex().row(), sides[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes the side that it hits."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != TITLE:
            self._take(index.row(), index.column())

    def _take(self, row: int, column: int) -> None:
        self._model.take(row, column)
        self.setCurrentIndex(self._model.index(row, column))
        self.chosen.emit()

    def _to_first(self) -> None:
        if self._model.lines:
            side = self._model.lines[0].side
            self.setCurrentIndex(self._model.index(0, OTHER if side == "other" else ONE))


class _SideDelegate(QStyledItemDelegate):
    """Agreeing values quiet; of differing ones the taken side on the accent's ground, each with its round mark."""

    def __init__(self, view: SidesTable) -> None:
        super().__init__(view)
        self._view = view

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        colours = tokens.current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        side, column = index.data(_SIDE), index.column()
        taken = side is not None and _SIDES.get(column) == side
        painter.fillRect(rect, colours.colour("accent_ground" if taken else "card"))
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if side is not None and column != TITLE:
            self._paint_radio(painter, rect, taken=taken)
            room.adjust(_RADIO + _PADDING, 0, 0, 0)
        painter.setFont(text_font(bold=taken))
        quiet = "ink_2" if column == TITLE or side is None or not taken else "ink"
        painter.setPen(colours.colour(quiet))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ")
        if not text and side is not None and column != TITLE:
            painter.setPen(colours.colour("ink_3"))
            text = _("（空）")
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        current = self._view.currentIndex()
        if self._view.hasFocus() and index.row() == current.row() and index.column() == current.column():
            painter.setPen(QPen(colours.colour("accent_ink"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_radio(self, painter: QPainter, rect: QRect, *, taken: bool) -> None:
        colours = tokens.current()
        middle = rect.center().y()
        circle = QRect(rect.left() + _PADDING, middle - _RADIO // 2, _RADIO, _RADIO)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.colour("accent" if taken else "scroll"), 1.2))
        painter.setBrush(colours.colour("accent" if taken else "card"))
        painter.drawEllipse(circle)
        if taken:
            painter.setBrush(colours.colour("on_accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(circle.center(), _DOT // 2, _DOT // 2)
        painter.restore()

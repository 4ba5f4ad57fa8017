"""The first column of a wide table, kept in sight while the others are scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme.tokens import GRID_HEADER, GRID_ROW


class FrozenHeads(QTableView):
    """Lies over a table's first column and shows the same rows and the same selection; it takes no keys."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.itemDelegate())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(table.verticalScrollMode())
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setFixedHeight(GRID_HEADER)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(GRID_ROW)
        table.horizontalHeader().sectionResized.connect(lambda *_sizes: self.fit())
        table.horizontalScrollBar().rangeChanged.connect(lambda *_range: self.fit())
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.viewport().installEventFilter(self)
        self.fit()

    def fit(self) -> None:
        """Lie exactly over the first column; not there while everything is in sight anyway."""
        for column in range(1, self._table.model().columnCount()):
            self.setColumnHidden(column, True)
        wide = self._table.columnWidth(0)
        self.setColumnWidth(0, wide)
        height = self._table.horizontalHeader().height() + self._table.viewport().height()
        frame = self._table.frameWidth()
        self.setGeometry(frame, frame, wide, height)
        self.setVisible(self._table.horizontalScrollBar().maximum() > 0)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table's size."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

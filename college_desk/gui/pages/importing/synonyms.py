"""The school's own words for entries of the code tables (本校叫法), learnt from answers; any can be forgotten."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.importing.work import ImportWork
from college_desk.gui.widgets.buttons import plain
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.services.synonyms import Synonym

_SIZE = (460, 380)


class SynonymsPopup(QFrame):
    """forgotten([(table, text)]): these words are to be forgotten."""

    forgotten = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("panel", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedSize(*_SIZE)
        inside = column(self, gap=6)
        inside.setContentsMargins(1, 10, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("本校叫法"), "heading"))
        head.addWidget(label(_("导入时按这些认；删去后下次再问"), "hint"))
        head.addStretch(1)
        self._drop = plain(_("删去"))
        self._drop.clicked.connect(self._forget)
        head.addWidget(self._drop)
        inside.addLayout(head)
        self._model = ListModel[Synonym](
            [
                ListColumn(_("表中叫法"), lambda each: each.text, 150),
                ListColumn(_("就是"), lambda each: each.label, 150),
                ListColumn(_("项目"), lambda each: each.table_title, tone=lambda _each: "quiet"),
            ],
            parent=self,
        )
        self.table = _SynonymTable(self._model, _("本校叫法"))
        self.table.removed.connect(self._forget)
        none = EmptyState("book-open", _("还没有本校叫法"), _("导入时选定一个不认得的叫法，就记在这里。"))
        self._none = none
        self._stack = QStackedWidget()
        self._stack.addWidget(none)
        self._stack.addWidget(self.table)
        inside.addWidget(self._stack, 1)
        self.show_words([])

    def open_at(self, where: QPoint) -> None:
        """Show with the upper left corner at a place of the screen, moved so that all of it can be seen."""
        room = self.screen().availableGeometry()
        x = max(room.left(), min(where.x(), room.right() - _SIZE[0]))
        y = max(room.top(), min(where.y(), room.bottom() - _SIZE[1]))
        self.move(x, y)
        self.show()
        self.table.setFocus()

    def show_words(self, words: Sequence[Synonym]) -> None:
        """Show these words."""
        kept = max(0, self.table.currentIndex().row())
        self._model.show_rows(words)
        self._stack.setCurrentWidget(self.table if words else self._none)
        self._drop.setEnabled(bool(words))
        self.table.go_to_row(min(kept, len(words) - 1))

    def words(self) -> Sequence[Synonym]:
        """What is shown."""
        return self._model.rows()

    def _forget(self) -> None:
        chosen = self.table.selected_rows()
        if chosen:
            self.forgotten.emit([(each.table, each.text) for each in chosen])


class _SynonymTable(ListTable[Synonym]):
    removed = Signal()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete forgets."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def open_synonyms(page: QWidget, work: ImportWork) -> SynonymsPopup:
    """Open the list over a page, filled when the desk has answered."""
    popup = SynonymsPopup(page)

    def show(found: list[Synonym]) -> None:
        if shiboken6.isValid(popup):
            popup.show_words(found)

    popup.forgotten.connect(lambda chosen: work.forget(chosen, lambda _changed: work.synonyms(show)))
    work.synonyms(show)
    popup.open_at(page.mapToGlobal(QPoint(page.width(), page.height())))
    return popup

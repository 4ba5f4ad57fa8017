"""The small window in which one condition of a list is made: field, comparison, value."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QVBoxLayout, QWidget

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.editors.catalogue import editor_for
from college_desk.gui.editors.editor import Editor
from college_desk.gui.widgets.buttons import primary, quiet
from college_desk.gui.widgets.labels import column, label, row
from college_desk.records.query import Comparison, Condition
from college_desk.records.register import Register

COMPARISONS: tuple[tuple[Comparison, str], ...] = (
    ("is", "是"),
    ("contains", "包含"),
    ("at_least", "不小于（不早于）"),
    ("at_most", "不大于（不晚于）"),
    ("empty", "未填"),
    ("filled", "已填"),
)
_ORDERED = frozenset({"day", "day_or_month", "end_day", "month", "money", "count", "integer", "periods", "years", "year",
                      "coefficient", "percent", "ratio"})  # fmt: skip


class FilterPopup(QFrame):
    """One condition to make: field, comparison, value. made(Condition); ended_wanted: the ended records."""

    made = Signal(object)
    ended_wanted = Signal()

    def __init__(self, register: Register, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("panel", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._register = register
        self._context = context
        self._value: Editor | None = None
        self.setFixedWidth(300)
        inside = column(self, 14, 8)
        self._field = QComboBox()
        self._field.setAccessibleName(_("项目"))
        for each in register.fields:
            self._field.addItem(_(each.title), each.name)
        self._field.setMaxVisibleItems(14)
        self._comparison = QComboBox()
        self._comparison.setAccessibleName(_("怎样比较"))
        self._place = QVBoxLayout()
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        inside.addWidget(label(_("按项目筛选"), "heading"))
        inside.addWidget(self._field)
        inside.addWidget(self._comparison)
        inside.addLayout(self._place)
        inside.addWidget(self._wrong)
        buttons = row()
        ended = quiet(_("看已停用的"))
        ended.clicked.connect(self._want_ended)
        add: QPushButton = primary(_("加上"))
        add.clicked.connect(self._make)
        buttons.addWidget(ended)
        buttons.addStretch(1)
        buttons.addWidget(add)
        inside.addLayout(buttons)
        self._field.currentIndexChanged.connect(self._show_field)
        self._comparison.currentIndexChanged.connect(self._show_value)
        self._show_field()

    def open_below(self, widget: QWidget) -> None:
        """Show below a button."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        self._field.setFocus()

    def _show_field(self) -> None:
        declared = self._register.by_name[self._field.currentData()]
        ordered = declared.type.code in _ORDERED
        textual = declared.type.stored_as == "text" and not declared.type.labels() and not ordered
        wanted = {"is", "empty", "filled"} | ({"contains"} if textual else set())
        wanted |= {"at_least", "at_most"} if ordered else set()
        self._comparison.clear()
        for code, words in COMPARISONS:
            if code in wanted:
                self._comparison.addItem(_(words), code)
        if textual:
            self._comparison.setCurrentIndex(self._comparison.findData("contains"))
        self._show_value()

    def _show_value(self) -> None:
        if self._value is not None:
            self._value.hide()
            self._value.deleteLater()
            self._value = None
        if self._comparison.currentData() in (None, "empty", "filled"):
            return
        declared = self._register.by_name[self._field.currentData()]
        self._value = editor_for(declared, self._context, "", self)
        self._value.entered.connect(self._make)
        self._place.addWidget(self._value)

    def _make(self) -> None:
        name, comparison = self._field.currentData(), self._comparison.currentData()
        if self._value is None:
            self.made.emit(Condition(name, comparison))
            self.close()
            return
        declared = self._register.by_name[name]
        text = self._value.text().strip()
        if comparison == "contains":
            value: object = text or None
        else:
            reading = declared.type.read(text, self._context.around)
            value = reading.value
            if value is None and reading.faults:
                self._wrong.setText(reading.faults[0].message)
        if value is None:
            self._wrong.setText(self._wrong.text() or _("请写明要找的内容。"))
            self._wrong.show()
            return
        several = declared.type.code in ("codes", "texts")
        self.made.emit(Condition(name, "contains" if several else comparison, value))
        self.close()

    def _want_ended(self) -> None:
        self.ended_wanted.emit()
        self.close()

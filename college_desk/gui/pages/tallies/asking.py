"""What a cross table is asked for: register, rows, columns, 人 or 人次."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import icon_button
from college_desk.gui.widgets.labels import label, row
from college_desk.gui.widgets.navigation import GROUPS
from college_desk.records.register import Field, Register, by_subject
from college_desk.services.tallying import PEOPLE, TIMES, Counting, usual_counting

_NO_COLUMN = ""
_FIRST_CHOICES = ("cohort", "order_class", "class_name", "department", "month", "status", "enterprise")
"""Fields by which a register is counted until another is chosen, the first that it has."""


def countable(register: Register) -> list[Field]:
    """The fields that may head rows or columns: not numbers that only their owner should read."""
    return [each for each in register.fields if not each.sensitive and each.name != "note"]


class Asking(QWidget):
    """register_chosen(Register): another register; changed: the same register counted otherwise."""

    register_chosen = Signal(object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._by_code = {each.code: each for each in registers_in_order()}
        self.register = next(iter(self._by_code.values()))
        line = row(self, gap=8)
        self.what = _combo(_("台账"), 190)
        for each in self._by_code.values():
            self.what.addItem(_(each.title), each.code)
        self.by, self.across = _combo(_("行"), 170), _combo(_("列"), 170)
        self.counting = _combo(_("怎样计数"), 90)
        self._turn = icon_button("refresh-cw", _("行列互换"))
        self._turn.clicked.connect(self.turn)
        for words, box in ((_("台账"), self.what), (_("行"), self.by)):
            line.addWidget(label(words, "quiet"))
            line.addWidget(box)
        line.addWidget(self._turn)
        for words, box in ((_("列"), self.across), (_("计"), self.counting)):
            line.addWidget(label(words, "quiet"))
            line.addWidget(box)
        line.addStretch(1)
        self.what.currentIndexChanged.connect(lambda _index: self._what_chosen())
        for box in (self.by, self.across, self.counting):
            box.currentIndexChanged.connect(lambda _index: self._other_chosen())

    def asked(self) -> tuple[str, str | None, Counting | None]:
        """The fields of rows and columns by name, and how is counted."""
        return self.by.currentData(), self.across.currentData() or None, self.counting.currentData()

    def show_asked(
        self, register: Register, by: str | None, across: str | None, counting: Counting | None
    ) -> None:
        """Show what is asked for, without announcing it; by None: the register's usual rows."""
        boxes = (self.what, self.by, self.across, self.counting)
        for box in boxes:
            box.blockSignals(True)
        self.register = register
        self.what.setCurrentIndex(self.what.findData(register.code))
        fields = countable(register)
        self.by.clear()
        self.across.clear()
        self.across.addItem(_("不分列"), _NO_COLUMN)
        for each in fields:
            self.by.addItem(_(each.title), each.name)
            self.across.addItem(_(each.title), each.name)
        names = [each.name for each in fields]
        usual = next((each for each in _FIRST_CHOICES if each in names), names[0])
        self.by.setCurrentIndex(self.by.findData(by or usual))
        self.across.setCurrentIndex(max(0, self.across.findData(across or _NO_COLUMN)))
        self._show_counting(counting)
        for box in boxes:
            box.blockSignals(False)

    def turn(self) -> None:
        """Make rows of the columns and columns of the rows."""
        by, across, counting = self.asked()
        if across is not None:
            self.show_asked(self.register, across, by, counting)
            self.changed.emit()

    def _show_counting(self, counting: Counting | None) -> None:
        usual = usual_counting(self.register)
        self.counting.clear()
        if usual is None:
            self.counting.addItem(_(self.register.counted), None)
        else:
            self.counting.addItem(_(PEOPLE), "people")
            self.counting.addItem(_(TIMES), "times")
            self.counting.setCurrentIndex(self.counting.findData(counting or usual))
        self.counting.setEnabled(usual is not None)

    def _what_chosen(self) -> None:
        self.show_asked(self._by_code[self.what.currentData()], None, None, None)
        self.register_chosen.emit(self.register)

    def _other_chosen(self) -> None:
        by, across, counting = self.asked()
        if by == across:
            self.show_asked(self.register, by, None, counting)
        self.changed.emit()


def registers_in_order() -> Iterator[Register]:
    """The registers in the order of the navigation, without those of one record."""
    for group in GROUPS:
        for subject in group.subjects:
            yield from (each for each in by_subject(subject) if not each.one_record)


def _combo(name: str, wide: int) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setFixedWidth(wide)
    box.setMaxVisibleItems(16)
    return box

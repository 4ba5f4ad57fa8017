"""What becomes of the rows, in five numbers; each shows its rows when it is pressed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from college_desk.base.translation import _
from college_desk.gui.pages.importing.sheet_model import Shown
from college_desk.gui.widgets.labels import label, row, set_property
from college_desk.gui.words import grouped

KINDS: tuple[tuple[Shown, str, str], ...] = (
    ("new", "新增", ""),
    ("changed", "有变化", ""),
    ("unchanged", "无变化", "hint"),
    ("pending", "待修正", "error"),
    ("skipped", "跳过（合计、空行）", "hint"),
)


class Counts(QWidget):
    """chosen(kind): only these rows are wanted; empty: all are."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.kind: Shown = ""
        line = row(self, gap=12)
        self._numbers: dict[Shown, QLabel] = {}
        self._buttons: dict[Shown, QPushButton] = {}
        for kind, title, _tone in KINDS:
            button = QPushButton()
            button.setProperty("kind", "count")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFixedHeight(64)
            inside = QVBoxLayout(button)
            inside.setContentsMargins(14, 7, 14, 7)
            inside.setSpacing(0)
            inside.addWidget(label(_(title), "quiet"))
            number = label("0", "count")
            inside.addWidget(number)
            for each in button.findChildren(QLabel):
                each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            button.clicked.connect(lambda _checked=False, one=kind: self._choose(one))
            self._numbers[kind], self._buttons[kind] = number, button
            line.addWidget(button, 1)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show the numbers by kind."""
        for kind, title, tone in KINDS:
            number = counts.get(kind, 0)
            self._numbers[kind].setText(grouped(number))
            set_property(self._numbers[kind], "tone", tone if number else "hint")
            self._buttons[kind].setAccessibleName(_("{title}{n}行").format(title=_(title), n=number))

    def show_chosen(self, kind: Shown) -> None:
        """Mark the kind that is shown."""
        self.kind = kind
        for each, button in self._buttons.items():
            button.setChecked(each == kind)

    def first(self) -> QPushButton:
        """The first number, for the keys."""
        return self._buttons["new"]

    def _choose(self, kind: Shown) -> None:
        chosen: Shown = kind if self._buttons[kind].isChecked() else ""
        self.show_chosen(chosen)
        self.chosen.emit(chosen)

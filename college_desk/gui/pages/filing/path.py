"""The path of a filing: the steps from choosing to the package, and which of them are done."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel

from college_desk.base.translation import _
from college_desk.gui.widgets.labels import label, row, set_property, tag

STEPS = ("选择范围", "报送前校验", "情况说明", "定稿锁定", "材料包")


class Path(QFrame):
    """The steps side by side: a done one is green, the one that waits is blue, later ones are grey."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        line = row(self, 12, 10)
        self._marks: list[QLabel] = []
        self._words: list[QLabel] = []
        for number, words in enumerate(STEPS, start=1):
            mark, said = tag(str(number)), label(_(words), "quiet")
            self._marks.append(mark)
            self._words.append(said)
            line.addWidget(mark)
            line.addWidget(said)
            if number < len(STEPS):
                line.addStretch(1)

    def show_step(self, current: int) -> None:
        """Make step `current` (from 0) the one that waits; beyond the last all are done."""
        for number, (mark, words) in enumerate(zip(self._marks, self._words, strict=True)):
            done, waits = number < current, number == current
            mark.setText("✓" if done else str(number + 1))
            set_property(mark, "tag", "right" if done else "info" if waits else "plain")
            set_property(words, "role", "" if waits or done else "quiet")

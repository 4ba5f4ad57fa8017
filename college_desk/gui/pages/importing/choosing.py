"""The beginning of an import: choose a file, or drop one here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel

from college_desk.base.translation import _
from college_desk.gui.theme.icons import pixmap
from college_desk.gui.widgets.buttons import primary
from college_desk.gui.widgets.labels import card, column, label, row, set_property


class DropPlace(QFrame):
    """wanted: a file is to be chosen."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "drop")
        inside = column(self, 24, 10)
        inside.addStretch(3)
        picture = QLabel()
        picture.setPixmap(pixmap("file-up", "ink_3", 44))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(picture)
        words = label(_("把表格文件拖到这里，或选择文件"), "heading")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(words)
        hint = label(
            _(
                "可导入 xlsx、xls、xlsm、xlsb、ods、et、csv、txt，可一次放入多个；表头、台账和列对应自动辨认，入库前都能看、都能改。"
            ),
            "quiet",
            wrap=True,
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(hint)
        line = row()
        line.addStretch(1)
        self.choose = primary(_("选择文件…"))
        self.choose.clicked.connect(self.wanted)
        line.addWidget(self.choose)
        line.addStretch(1)
        inside.addLayout(line)
        self._trouble = card("error")
        self._sentence = label("", "error", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column(self._trouble, 10).addWidget(self._sentence)
        self._trouble.hide()
        inside.addSpacing(8)
        inside.addWidget(self._trouble)
        inside.addStretch(4)

    def show_trouble(self, sentence: str) -> None:
        """Say why a file could not be read; empty takes the sentence away."""
        self._sentence.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    @property
    def trouble(self) -> str:
        """The sentence that is shown, empty when there is none."""
        return self._sentence.text() if self._trouble.isVisibleTo(self) else ""

    def show_hovered(self, hovered: bool) -> None:
        """Light up while a file hangs over the page."""
        set_property(self, "over", "yes" if hovered else "")

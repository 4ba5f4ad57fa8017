"""What an empty list says: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from college_desk.gui.theme.icons import pixmap
from college_desk.gui.widgets.labels import column, label, row


class EmptyState(QWidget):
    """A quiet picture, a sentence, a hint and up to two buttons in the middle."""

    def __init__(self, drawing: str, sentence: str, hint: str, *buttons: QPushButton) -> None:
        super().__init__()
        inside = column(self, 24, 8)
        inside.addStretch(2)
        picture = QLabel()
        picture.setPixmap(pixmap(drawing, "ink_3", 40))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = label(sentence, "heading", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = label(hint, "quiet", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for each in (picture, self.sentence, self.hint):
            inside.addWidget(each)
        if buttons:
            line = row(gap=10)
            line.addStretch(1)
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            inside.addSpacing(6)
            inside.addLayout(line)
        inside.addStretch(3)

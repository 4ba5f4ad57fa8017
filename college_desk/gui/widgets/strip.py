"""A calm strip of sentences across a page: the first one shown, the rest when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import link
from college_desk.gui.widgets.labels import column, label, row


class Strip(QFrame):
    """Sentences about what the page shows; without any it takes no room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("panel", "sunken")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._sentences: Sequence[str] = ()
        self._open = False
        inside = column(self, gap=2)
        inside.setContentsMargins(14, 5, 10, 5)
        line = row(gap=8)
        self._words = label("", "quiet", wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = link("")
        self.more.clicked.connect(self._turn)
        line.addWidget(self._words, 1)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(line)
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show these sentences; none hide the strip."""
        if tuple(sentences) != tuple(self._sentences):
            self._open = False
        self._sentences = tuple(sentences)
        self._say()

    def sentences(self) -> Sequence[str]:
        """All sentences, those not shown too."""
        return self._sentences

    def _turn(self) -> None:
        self._open = not self._open
        self._say()

    def _say(self) -> None:
        self.setVisible(bool(self._sentences))
        self._words.setText("\n".join(self._sentences if self._open else self._sentences[:1]))
        self.more.setVisible(len(self._sentences) > 1)
        rest = len(self._sentences) - 1
        self.more.setText(_("收起") if self._open else _("还有 {n} 条").format(n=rest))

"""The action 疑似重复 of a register's page: how many pairs there are, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.likeness.dialog import LikenessDialog
from college_desk.gui.theme.icons import icon
from college_desk.gui.words import grouped
from college_desk.records.change import Changed
from college_desk.records.register import Register
from college_desk.services import likeness
from college_desk.services.likeness import Pair

AFTER_MS = 2500
"""The register is compared again so long after its last change."""


class LikenessButton(QPushButton):
    """Shown only where there are pairs; compares off the window's thread."""

    def __init__(self, register: Register, context: DeskContext) -> None:
        super().__init__()
        self._register = register
        self._context = context
        self.pairs: list[Pair] = []
        self.setIcon(icon("users"))
        self.hide()
        self.clicked.connect(self.open_list)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self.load)
        if likeness.compared(register) is not None:
            context.changed.connect(self._changed)
            self.load()

    def load(self) -> None:
        """Compare the register's records."""
        desk, register = self._context.desk, self._register

        def work(_progress: Progress) -> list[Pair]:
            return likeness.duplicates(desk, register)

        self._context.tasks.run(work, then=self._show, owner=self)

    def open_list(self) -> None:
        """Show the pairs."""
        dialog = LikenessDialog(self.window(), self._context, self._register, self.pairs)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.load)
        dialog.open()

    def _show(self, pairs: list[Pair]) -> None:
        self.pairs = pairs
        self.setText(_("疑似重复 {n}").format(n=grouped(len(pairs))))
        self.setToolTip(_("有{n}对记录可能是同一个，点开逐项对照").format(n=len(pairs)))
        self.setVisible(bool(pairs))

    def _changed(self, changed: Changed) -> None:
        if self._register.code in changed.registers or not changed.registers:
            self._soon.start()

"""What every tab of the page 系统 is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from college_desk.gui.context import DeskContext


class SystemPart(QWidget):
    """One tab; it loads when it is shown and again when something was changed while it is shown."""

    title = ""

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self.context = context

    def look_at(self, what: str) -> None:
        """Show one of the things that the tab lists, where it knows it."""

    def load(self) -> None:
        """Read what the tab shows, off the window's thread."""

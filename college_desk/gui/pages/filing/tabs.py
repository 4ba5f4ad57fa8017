"""The tabs of the page and of its cards."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from college_desk.gui.widgets.labels import set_property


def tab(words: str, kind: str) -> QPushButton:
    """A tab: of a page (page_tab) or of a card (tab)."""
    button = QPushButton(words)
    set_property(button, "kind", kind)
    button.setCheckable(True)
    return button

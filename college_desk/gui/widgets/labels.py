"""Labels by role, cards and tags: the still parts of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget


def label(words: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Text in a role of the style sheet (title, heading, quiet, hint, small, meter, error, wait, right)."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def tag(words: str, tone: str = "plain") -> QLabel:
    """A word on a coloured ground: error, wait, right, info, plain."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("tag", tone)
    return made


def card(panel: str = "card") -> QFrame:
    """A panel with a border; lay out its inside with `column` or `row`."""
    made = QFrame()
    made.setProperty("panel", panel)
    return made


def rule() -> QFrame:
    """A thin line across."""
    return card("line")


def column(parent: QWidget, margin: int = 0, gap: int = 12) -> QVBoxLayout:
    """A layout from top to bottom."""
    made = QVBoxLayout(parent)
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(gap)
    return made


def row(parent: QWidget | None = None, margin: int = 0, gap: int = 10) -> QHBoxLayout:
    """A layout from left to right."""
    made = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(gap)
    return made


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            empty(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at and show its effect."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def show_in_area(widget: QWidget, room: int) -> None:
    """Bring a widget into view in the scroll area that it lies in, with some room above and below."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, room)
            return
        around = around.parentWidget()

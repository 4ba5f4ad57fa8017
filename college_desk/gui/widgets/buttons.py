"""Buttons in the few shapes that pages use."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from college_desk.gui.theme.icons import icon


def primary(words: str) -> QPushButton:
    """The one primary action of a page."""
    return _button(words, "primary")


def plain(words: str, drawing: str = "") -> QPushButton:
    """An ordinary action."""
    button = QPushButton(words)
    if drawing:
        button.setIcon(icon(drawing))
        button.setIconSize(QSize(15, 15))
    return button


def quiet(words: str, drawing: str = "") -> QPushButton:
    """An action without a frame."""
    button = _button(words, "quiet")
    if drawing:
        button.setIcon(icon(drawing))
        button.setIconSize(QSize(15, 15))
    return button


def link(words: str) -> QPushButton:
    """Words that lead somewhere."""
    return _button(words, "link")


def icon_button(drawing: str, name: str, *, role: str = "ink_2") -> QPushButton:
    """A button of one icon; `name` is what it does, for the tool tip and for screen readers."""
    button = _button("", "icon")
    button.setIcon(icon(drawing, role))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def chip(words: str, tone: str = "") -> QPushButton:
    """A small coloured button: a filter, a number of findings (tone: error, wait)."""
    button = _button(words, "chip")
    if tone:
        button.setProperty("tone", tone)
    return button


def _button(words: str, kind: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", kind)
    return button

"""The icons (Lucide), drawn in the colour of a role at the sharpness of the screen."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from college_desk.base import resources
from college_desk.gui.theme import tokens


def icon(name: str, role: str = "ink_2") -> QIcon:
    """The icon of that name in the current theme's colour of a role, pale where disabled."""
    result = QIcon(pixmap(name, role))
    result.addPixmap(pixmap(name, "ink_3"), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, role: str = "ink_2", size: int = 16) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels."""
    return _drawn(name, getattr(tokens.current(), role), size)


@functools.lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int) -> QPixmap:
    drawing = resources.text("icons", f"{name}.svg").replace("currentColor", colour)
    scale = 3
    picture = QPixmap(QSize(size * scale, size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture

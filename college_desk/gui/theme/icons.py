"""The icons (Lucide), drawn in the colour of a role at the sharpness of the screen."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from college_desk.base import resources
from college_desk.gui.theme import tokens


class _Engine(QIconEngine):
    """Draws an icon whenever it is painted, so that it wears another theme at once."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon into a rectangle."""
        side = min(rect.width(), rect.height())
        role = "ink_3" if mode == QIcon.Mode.Disabled else self._role
        target = QRect(0, 0, side, side)
        target.moveCenter(rect.center())
        painter.drawPixmap(target, pixmap(self._name, role, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of so many dots."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """Another one like this."""
        return _Engine(self._name, self._role)


def icon(name: str, role: str = "ink_2") -> QIcon:
    """The icon of that name in the colour of a role of whatever theme is worn, pale where disabled."""
    return QIcon(_Engine(name, role))


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

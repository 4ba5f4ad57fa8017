"""The header over a sheet's columns: the header's own text, and below it a chip that says which field it fills."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.records.register import REGISTERS

SURE = 0.93
"""From this confidence on a column is shown as sure."""

_HEIGHT = 52
_NEVER_A_FIELD = frozenset({"序号", "行号", "编号", "NO", "No", "no", "№"})


class Chip(NamedTuple):
    """What the chip of a column says, and its tone: right, wait, error or plain."""

    words: str
    tone: str


def chip_of(column: Column, *, left_out: bool, asked: str = "") -> Chip:
    """The chip of a column; left_out: somebody has decided that it is not imported; asked: what it may be."""
    if asked:
        return Chip(asked, "error" if column.target is None else "wait")
    if column.target is not None:
        words = "、".join(_(each.field.title) for each in column.targets)
        return Chip(words, "right" if column.confidence >= SURE else "wait")
    if left_out:
        return Chip(_("不导入"), "plain")
    if not column.source or column.source.strip() in _NEVER_A_FIELD:
        return Chip("—", "plain")
    return Chip(_("未对应"), "error")


def needs_a_look(column: Column, *, left_out: bool) -> str:
    """Whether somebody should look at a column: "wait" where its field is guessed, "error" where it has none."""
    tone = chip_of(column, left_out=left_out).tone
    return tone if tone in ("wait", "error") else ""


def hint_of(column: Column) -> str:
    """What the tool tip of a column says: the header, the field, how sure it is."""
    if column.target is None:
        return _("“{header}”没有对应的项目，点一下选择").format(header=column.label)
    register = _(REGISTERS[column.target.register].title)
    sure = _("按列名认出") if column.confidence >= SURE else _("按内容或相近的列名推测，请核对")
    fields = "、".join(_("“{field}”").format(field=_(each.field.title)) for each in column.targets)
    return _("“{header}”对应{register}的{fields}，{sure}").format(
        header=column.label, register=register, fields=fields, sure=sure
    )


class ColumnHeader(QHeaderView):
    """chosen(column): its chip was clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns: tuple[Column, ...] = ()
        self._left_out: frozenset[int] = frozenset()
        self._asked: Mapping[int, str] = {}
        self.setFixedHeight(_HEIGHT)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.sectionClicked.connect(self.chosen)
        self.setAccessibleName(_("列对应"))

    def show_columns(
        self, columns: tuple[Column, ...], left_out: frozenset[int], asked: Mapping[int, str]
    ) -> None:
        """Show these columns; left_out: the indexes of those not imported by decision; asked: what each may be."""
        self._columns, self._left_out, self._asked = columns, left_out, asked
        self.viewport().update()

    def width_of(self, column: int) -> int:
        """The width that header and chip of a column need."""
        declared = self._columns[column]
        words = self._chip(column).words
        bold, small = QFontMetrics(text_font(12, bold=True)), QFontMetrics(text_font(12))
        return max(bold.horizontalAdvance(declared.source) + 20, small.horizontalAdvance(words) + 46)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    @guarded(None)
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  Qt's name
        """Paint the header's text and the chip."""
        colours = tokens.current()
        painter.save()
        painter.fillRect(rect, colours.colour("sunken"))
        painter.setPen(colours.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logicalIndex < len(self._columns):
            column = self._columns[logicalIndex]
            left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.setFont(text_font(12, bold=True))
            painter.setPen(colours.colour("ink_2"))
            room = QRect(rect.left() + 8, rect.top() + 5, rect.width() - 12, 18)
            metrics = painter.fontMetrics()
            painter.drawText(
                room, left, metrics.elidedText(column.source, Qt.TextElideMode.ElideRight, room.width())
            )
            self._paint_chip(painter, rect, self._chip(logicalIndex))
        painter.restore()

    def _chip(self, place: int) -> Chip:
        column = self._columns[place]
        return chip_of(column, left_out=place in self._left_out, asked=self._asked.get(place, ""))

    def _paint_chip(self, painter: QPainter, rect: QRect, shown: Chip) -> None:
        colours = tokens.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(12))
        metrics = painter.fontMetrics()
        room = rect.width() - 16
        words = metrics.elidedText(shown.words, Qt.TextElideMode.ElideRight, room - 26)
        width = min(room, metrics.horizontalAdvance(words) + 28)
        ground = QRectF(rect.left() + 7, rect.top() + 26, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("hairline" if shown.tone == "plain" else f"{shown.tone}_ground"))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(colours.colour("ink_2" if shown.tone == "plain" else shown.tone))
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(ground.adjusted(7, 0, 0, 0), left, words)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(ground.adjusted(0, 0, -6, 0), right, "▾")

"""The navigation at the left: pages and registers by subject, with counts and numbers of findings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from college_desk.base.translation import _
from college_desk.gui.findings import FindingIndex
from college_desk.gui.pages.page import PAGES, PageDeclaration
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.theme.tokens import NAVIGATION, NAVIGATION_ROW
from college_desk.gui.widgets.labels import show_in_area
from college_desk.records.register import REGISTERS, Register, Subject, by_subject


@dataclass(frozen=True)
class Group:
    """A heading of the navigation. always: the registers that are shown also when it is folded."""

    title: str
    subjects: tuple[Subject, ...]
    always: tuple[str, ...] = ()


GROUPS = (
    Group("学徒培养", ("apprenticeship",), ("cohort", "apprentice")),
    Group("兼职教师", ("teaching",), ("part_time_teacher", "appointment", "teaching_hours")),
    Group("订单培养", ("orders",), ("order_class", "order_student", "graduate_outcome")),
    Group("合作与荣誉", ("partners", "achievements"), ("enterprise", "agreement", "mentor")),
    Group("学校与来文", ("college", "filings")),
)

_SUFFIX = re.compile(r"（[^）]*）|花名册$|名册$|台账$")


def short_title(register: Register) -> str:
    """A register's title as the navigation shows it: 学徒花名册 is 学徒, 校企合作协议台账 is 校企合作协议."""
    shown = _SUFFIX.sub("", _SUFFIX.sub("", _(register.title)))
    return shown or _(register.title)


class Row(QAbstractButton):
    """One entry: its title, and at the right a quiet count or a coloured number of findings."""

    moved = Signal(int)

    def __init__(self, code: str, title: str) -> None:
        super().__init__()
        self.code = code
        self.count: int | None = None
        self.badge = 0
        self.tone = ""
        self.setText(title)
        self.setToolTip("")
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(NAVIGATION_ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_numbers(self, count: int | None, badge: int, tone: str) -> None:
        """Show how many records it has, or how many findings in a tone (error, wait)."""
        if (count, badge, tone) != (self.count, self.badge, self.tone):
            self.count, self.badge, self.tone = count, badge, tone
            words = {"error": _("{n}处必须改正"), "wait": _("{n}处需核实说明")}.get(tone, "")
            self.setToolTip(words.format(n=badge) if badge else "")
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the navigation."""
        return QSize(NAVIGATION - 18, NAVIGATION_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the neighbours, Enter opens."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep the focused entry in view."""
        super().focusInEvent(event)
        show_in_area(self, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, title, count or badge."""
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(colours.colour("accent_ink") if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(colours.colour("accent_ground"))
        elif self.underMouse():
            painter.setBrush(colours.colour("hover"))
        painter.drawRoundedRect(ground, 6, 6)
        right = self._paint_numbers(painter, colours)
        painter.setFont(text_font(bold=self.isChecked()))
        painter.setPen(colours.colour("accent_ink" if self.isChecked() else "ink"))
        room = self.rect().adjusted(10, 0, -right, 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_numbers(self, painter: QPainter, colours: tokens.Tokens) -> int:
        """Paint the number at the right; how much room it takes."""
        painter.setFont(text_font(12))
        if self.badge:
            words = str(self.badge) if self.badge < 1000 else "999+"
            width = max(18, painter.fontMetrics().horizontalAdvance(words) + 12)
            pill = QRectF(self.width() - width - 8, (self.height() - 18) / 2, width, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(f"{self.tone}_ground"))
            painter.drawRoundedRect(pill, 9, 9)
            painter.setPen(colours.colour(self.tone))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
            return width + 14
        if self.count:
            words = f"{self.count:,}".replace(",", "\u2009")
            painter.setPen(colours.colour("ink_3"))
            room = self.rect().adjusted(0, 0, -10, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
            return painter.fontMetrics().horizontalAdvance(words) + 16
        return 10


class Heading(QAbstractButton):
    """A subject's heading; at its right 更多 or 收起 where registers are folded away."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.folds = False
        self.open = False
        self.setText(title)
        self.setFixedHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_fold(self, folds: bool, opened: bool) -> None:
        """Say whether something is folded away and whether it is shown now."""
        self.folds, self.open = folds, opened
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if folds else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if folds else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{self.text()} {self._more()}")
        self.update()

    def _more(self) -> str:
        if not self.folds:
            return ""
        return _("收起") if self.open else _("更多")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the title in small quiet letters and the word at the right."""
        colours = tokens.current()
        painter = QPainter(self)
        painter.setFont(text_font(11))
        painter.setPen(colours.colour("ink_2"))
        room = self.rect().adjusted(10, 7, -10, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        hot = self.underMouse() or self.hasFocus()
        painter.setPen(colours.colour("accent_ink" if hot else "ink_3"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._more())


class Navigation(QFrame):
    """All pages of the window by subject. wanted(code): a page was chosen; folded: groups opened or closed."""

    wanted = Signal(str)
    folded = Signal()

    def __init__(self, opened: set[str]) -> None:
        super().__init__()
        self.setProperty("panel", "side")
        self.setFixedWidth(NAVIGATION)
        self.opened = opened
        self._rows: dict[str, Row] = {}
        self._headings: dict[str, Heading] = {}
        self._current = ""
        outer = _column(self)
        outer.setContentsMargins(0, 8, 0, 8)
        self._add_pages(outer, "top", 8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._inner = _column(inside)
        self._inner.setContentsMargins(8, 0, 8, 0)
        for group in GROUPS:
            self._add_group(group)
        self._inner.addStretch(1)
        area.setWidget(inside)
        outer.addWidget(area, 1)
        line = QFrame()
        line.setProperty("panel", "line")
        outer.addWidget(line)
        outer.addSpacing(6)
        self._add_pages(outer, "foot", 8)
        self._fold()

    def show_current(self, code: str) -> None:
        """Mark the page that is shown."""
        self._current = code
        for each in self._rows.values():
            each.setChecked(each.code == code)
            each.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if each.code == code else Qt.FocusPolicy.ClickFocus
            )
        self._fold()

    def show_counts(self, counts: Mapping[str, int], findings: FindingIndex) -> None:
        """Show how many records each register has, or its findings."""
        for code, each in self._rows.items():
            if code not in REGISTERS:
                continue
            errors, warnings = findings.errors_of(code), findings.warnings_of(code)
            tone = "error" if errors else "wait" if warnings else ""
            each.show_numbers(counts.get(code), errors or warnings, tone)
        self._fold()

    def show_badge(self, code: str, number: int, tone: str) -> None:
        """Show a number beside a page that is no register (open filings, rows waiting)."""
        if code in self._rows:
            self._rows[code].show_numbers(None, number, tone)

    def codes(self) -> list[str]:
        """The codes of all entries that can be seen, from top to bottom."""
        return [code for code, each in self._rows.items() if not each.isHidden()]

    def _add_pages(self, layout: QVBoxLayout, section: str, margin: int) -> None:
        declared = [each for each in PAGES if each.section == section]
        for each in sorted(declared, key=lambda one: one.order):
            holder = QWidget()
            inside = _column(holder)
            inside.setContentsMargins(margin, 0, margin, 0)
            inside.addWidget(self._row(each.code, _(each.title)))
            layout.addWidget(holder)

    def _add_group(self, group: Group) -> None:
        heading = Heading(_(group.title))
        heading.clicked.connect(lambda: self._toggle(group.title))
        self._headings[group.title] = heading
        self._inner.addWidget(heading)
        for register in registers_of(group):
            self._inner.addWidget(self._row(register.code, short_title(register)))
        for declared in among_registers(group):
            self._inner.addWidget(self._row(declared.code, _(declared.title)))

    def _row(self, code: str, title: str) -> Row:
        made = Row(code, title)
        made.clicked.connect(lambda: self._choose(code))
        made.moved.connect(lambda step: self._move(code, step))
        self._rows[code] = made
        return made

    def _choose(self, code: str) -> None:
        self._rows[code].setChecked(code == self._current)
        self.wanted.emit(code)

    def _move(self, code: str, step: int) -> None:
        shown = self.codes()
        index = shown.index(code) + step
        if 0 <= index < len(shown):
            self._rows[shown[index]].setFocus(Qt.FocusReason.TabFocusReason)

    def _toggle(self, title: str) -> None:
        self.opened.symmetric_difference_update({title})
        self._fold()
        self.folded.emit()

    def _fold(self) -> None:
        for group in GROUPS:
            opened = group.title in self.opened
            registers = registers_of(group)
            hidden = 0
            for register in registers:
                row = self._rows[register.code]
                shown = register.code in group.always or bool(row.badge) or register.code == self._current
                hidden += not shown
                row.setVisible(shown or opened)
            self._headings[group.title].show_fold(hidden > 0, opened)


def registers_of(group: Group) -> list[Register]:
    """The registers of a group, those always shown first, in the order of navigation."""
    found = [register for subject in group.subjects for register in by_subject(subject)]
    return sorted(found, key=lambda each: each.code not in group.always)


def among_registers(group: Group) -> list[PageDeclaration]:
    """Pages that are no register's but stand in the group: those that declare its title as a word."""
    return [each for each in PAGES if each.section == "registers" and group.title in each.words]


def _column(parent: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(parent)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made

"""The four meters of the home page: a large number, what it is measured against, how it is reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QSizePolicy

from college_desk.base.translation import _
from college_desk.gui.widgets.labels import column, label, row, set_property, tag
from college_desk.gui.words import grouped
from college_desk.policy.progress import Figure
from college_desk.services.quota import QuotaReport

_WHOLE = Decimal(100)
"""Percent."""


class Meter(QFrame):
    """A card with a title, a number that opens its rows, and lines below. opened(which): number or line."""

    opened = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setFixedHeight(120)
        inside = column(self, gap=4)
        inside.setContentsMargins(14, 11, 14, 10)
        inside.addWidget(label(title, "quiet"))
        line = row(gap=8)
        self.number = QPushButton()
        self.number.setProperty("kind", "meter")
        self.number.setCursor(Qt.CursorShape.PointingHandCursor)
        self.number.clicked.connect(lambda: self.opened.emit("number"))
        self.beside = QPushButton()
        self.beside.setProperty("kind", "under")
        self.beside.setCursor(Qt.CursorShape.PointingHandCursor)
        self.beside.clicked.connect(lambda: self.opened.emit("beside"))
        self.badge = tag("", "right")
        line.addWidget(self.number)
        line.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(line)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        inside.addWidget(self.bar)
        inside.addStretch(1)
        self.below = QPushButton()
        self.below.setProperty("kind", "under")
        self.below.setCursor(Qt.CursorShape.PointingHandCursor)
        self.below.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.below.clicked.connect(lambda: self.opened.emit("below"))
        inside.addWidget(self.below)
        self._title = title
        self.show_number("—", "", "")

    def show_number(self, number: str, beside: str, below: str, *, tone: str = "") -> None:
        """Show a number, what stands beside it and below it; below may be in a tone (error, wait)."""
        self.number.setText(number)
        self.number.setAccessibleName(f"{self._title} {number} {beside}")
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))
        self.below.setText(below)
        self.below.setToolTip(below)
        set_property(self.below, "tone", tone)
        self.badge.hide()
        self.bar.hide()

    def show_badge(self, words: str, tone: str) -> None:
        """Show a word on a coloured ground at the right of the number."""
        self.badge.setText(words)
        set_property(self.badge, "tag", tone)
        self.badge.show()

    def show_share(self, done: float, whole: float, tone: str = "") -> None:
        """Show a bar of how much of the whole is taken."""
        self.bar.setRange(0, max(1, round(whole * 100)))
        self.bar.setValue(min(self.bar.maximum(), round(done * 100)))
        set_property(self.bar, "tone", tone)
        self.bar.show()


def show_quota(meter: Meter, quota: QuotaReport | None, lacks: str) -> None:
    """Show the 20% allowance: occupied of usable, what remains, how it is reckoned."""
    if quota is None:
        meter.show_number("—", "", lacks, tone="wait")
        return
    occupied = shown(quota.occupied)
    if quota.usable is None or quota.approved is None or quota.remaining is None:
        meter.show_number(occupied, _("名已占用"), _("尚未录入核定编制数，请填写编制核定情况"), tone="wait")
        return
    percent = f"{Decimal(quota.terms.ratio.numerator) * 100 / quota.terms.ratio.denominator:.4g}"
    vacant = quota.approved - (quota.filled or 0) - (quota.reserved or 0)
    below = _("核定 {approved} × {percent}% = {allowance}").format(
        approved=quota.approved, percent=percent, allowance=quota.allowance
    )
    if quota.allowance is not None and quota.usable < quota.allowance:
        below += _("，受空编 {vacant} 限制").format(vacant=max(0, vacant))
    meter.show_number(occupied, _("/ {usable} 名可用").format(usable=quota.usable), below)
    if quota.remaining < 0:
        meter.show_badge(_("超出 {n}").format(n=shown(-quota.remaining)), "error")
    else:
        meter.show_badge(
            _("还可聘 {n} 名").format(n=shown(quota.remaining)), "right" if quota.remaining else "wait"
        )
    meter.show_share(float(quota.occupied), float(quota.usable), "error" if quota.remaining < 0 else "")


def show_goals(meter: Meter, goals: Sequence[Figure]) -> None:
    """Say below the number which goal of the year is furthest from being reached; nothing without goals."""
    known = [(each.rate, each) for each in goals if each.rate is not None]
    if not known:
        return
    rate, behind = min(known, key=lambda each: each[0])
    meter.below.setText(
        _("{indicator}完成 {rate:.0f}%").format(indicator=_(behind.indicator.title), rate=rate)
    )
    reached = sum(1 for each, _figure in known if each >= _WHOLE)
    meter.below.setToolTip(
        _("年度目标 {n} 项，已完成 {reached} 项；点开看年度进展").format(n=len(known), reached=reached)
    )


def shown(number: int | Decimal) -> str:
    """A number of posts or periods: whole where it is one, thin spaces between thousands."""
    return grouped(int(number)) if number == int(number) else grouped(Decimal(number).normalize())

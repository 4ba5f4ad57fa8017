"""The figures of the use of the establishment (编制使用情况) as a list of names and numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from college_desk.base.translation import _
from college_desk.gui.widgets.labels import column, label, set_property
from college_desk.services.quota import QuotaReport


class Figure(NamedTuple):
    """A name, its number as shown, and a tone (error or empty)."""

    name: str
    number: str
    tone: str = ""


def figures_of(report: QuotaReport) -> list[Figure]:
    """What the 编制使用情况表 prints of the college, as of the report's day; — where it is not known."""
    approved, filled = report.approved, report.filled
    vacant = None if approved is None or filled is None else max(0, approved - filled)
    overfull = None if approved is None or filled is None else max(0, filled - approved)
    ratio = report.terms.ratio
    percent = f"{Decimal(ratio.numerator) * 100 / ratio.denominator:.4g}"
    people = len({seat.person for seat in report.appointments})
    share = "—" if not approved else f"{report.occupied * 100 / Decimal(approved):.2f}%"
    remaining = report.remaining
    shown = [
        Figure(_("核定编制数"), _number(approved)),
        Figure(_("在编实有人数"), _number(filled)),
        Figure(_("空编"), _number(vacant)),
        Figure(_("已批用编未到岗"), _number(report.reserved)),
        Figure(_("20%编制员额").replace("20", percent), _number(report.allowance)),
        Figure(_("可用"), _number(report.usable)),
        Figure(_("已占用"), _number(report.occupied)),
        Figure(_("剩余"), _number(remaining), "error" if remaining is not None and remaining < 0 else ""),
        Figure(_("占用人数"), str(people)),
        Figure(_("占核定编制比例"), share),
    ]
    if overfull:
        shown.insert(3, Figure(_("超编"), str(overfull), "error"))
    return shown


class FiguresCard(QFrame):
    """The figures in one column, numbers right-aligned."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=6)
        inside.setContentsMargins(14, 10, 14, 12)
        self._heading = label(_("编制使用情况"), "heading")
        inside.addWidget(self._heading)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        inside.addLayout(self._grid)
        self._note = label("", "small", wrap=True)
        inside.addWidget(self._note)
        inside.addStretch(1)
        self._lines: list[tuple[QLabel, QLabel]] = []

    def show_report(self, report: QuotaReport) -> None:
        """Show the figures of a report and how a part-timer fills a post."""
        figures = figures_of(report)
        while len(self._lines) < len(figures):
            name, number = label("", "quiet"), label("")
            place = len(self._lines)
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(number, place, 1, Qt.AlignmentFlag.AlignRight)
            self._lines.append((name, number))
        for place, (name, number) in enumerate(self._lines):
            shown = place < len(figures)
            name.setVisible(shown)
            number.setVisible(shown)
            if shown:
                name.setText(figures[place].name)
                number.setText(figures[place].number)
                set_property(number, "role", figures[place].tone or "heading")
        if report.terms.mode == "periods":
            said = _("按课时折算，每{n}课时（学年）折1名。").format(n=report.terms.periods_per_post)
        else:
            said = _("按人计算，一人占用的员额数以聘任台账为准，未填的按1名。")
        self._note.setText(said)


def _number(value: int | Decimal | None) -> str:
    return "—" if value is None else str(value)

"""What F1 says of a finding: the sentence, and its rule as the handbook tells it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QTableView, QVBoxLayout, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.finding_words import without_numbers
from college_desk.gui.widgets.labels import column, label, row, tag
from college_desk.records.finding import Finding
from college_desk.rules.rule import RULES, Rule
from college_desk.services import handbook

_WIDE, _TALLEST, _TITLE = 440, 460, 78


def tell(rule: Rule, lines: QVBoxLayout) -> None:
    """Lay out what the handbook tells of a rule, a line for each part."""
    for title, text in handbook.told(rule):
        line = row(gap=8)
        words = label(title, "quiet")
        words.setFixedWidth(_TITLE)
        line.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(text, wrap=True), 1)
        lines.addLayout(line)


class RuleCard(QFrame):
    """A small window over the thing under the cursor; Esc or a click beside it closes it."""

    def __init__(self, told: Sequence[tuple[str, str, str]], parent: QWidget) -> None:
        """told: (rule's code, error or warning, sentence) of each finding."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("panel", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("这一处的说明"))
        self.setFixedWidth(_WIDE)
        outside = column(self, 2, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outside.addWidget(area)
        self._inside = QWidget()
        self._lines = column(self._inside, 14, 6)
        for code, severity, sentence in told:
            self._add(code, severity, sentence)
        area.setWidget(self._inside)

    def open_at(self, where: QPoint) -> None:
        """Show below a place of the screen, or above where there is no room."""
        self._inside.setFixedWidth(_WIDE - 8)
        height = min(_TALLEST, self._inside.heightForWidth(_WIDE - 8) + 8)
        self.setFixedHeight(height)
        screen = QGuiApplication.screenAt(where) or self.screen()
        room = screen.availableGeometry()
        x = max(room.left(), min(where.x(), room.right() - _WIDE))
        y = where.y() if where.y() + height <= room.bottom() else max(room.top(), where.y() - height - 30)
        self.move(x, y)
        self.show()
        self.setFocus()

    def _add(self, code: str, severity: str, sentence: str) -> None:
        head = row(gap=8)
        error = severity == "error"
        head.addWidget(tag(_("必须改正") if error else _("请核对"), "error" if error else "wait"))
        if code in RULES:
            head.addWidget(label(f"{code}　{_(RULES[code].title)}", "quiet"))
        head.addStretch(1)
        self._lines.addLayout(head)
        self._lines.addWidget(label(sentence, "heading", wrap=True))
        rule = RULES.get(code)
        if rule is None:
            return
        tell(rule, self._lines)
        self._lines.addSpacing(6)


def explain_findings(found: Sequence[Finding], table: QTableView, *, reveal: bool) -> RuleCard | None:
    """Open a card on findings below the current cell of a table; None where there are none.

    reveal: whether identity and bank numbers are shown whole.
    """
    if not found:
        return None
    told = [(each.rule, each.severity, without_numbers(each.message, reveal=reveal)) for each in found]
    card = RuleCard(told, table)
    below = table.visualRect(table.currentIndex()).bottomLeft() + QPoint(0, 3)
    card.open_at(table.viewport().mapToGlobal(below))
    return card

"""The chain of counts as a funnel: a bar for each step, beside it those who came no further."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QPushButton, QSizePolicy

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.outcomes import choice
from college_desk.gui.pages.outcomes.choice import LINKS, Choice
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.widgets.buttons import chip, link
from college_desk.gui.widgets.flow import FlowLayout
from college_desk.gui.widgets.labels import column, label, row, set_property
from college_desk.gui.words import grouped
from college_desk.services.order_claim import ClassClaim

ROW = 28
_NAME, _NUMBER = 72, 76


class Bar(QAbstractButton):
    """One step: its name, a bar as long as its share, its number; a click shows the people."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._number: int | None = None
        self._share = 0.0
        self._tone = "accent"
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(True)

    def show_number(self, number: int | None, whole: int, tone: str = "accent") -> None:
        """Show a number of people out of the longest bar's; None where it is not told."""
        self._number, self._tone = number, tone
        self._share = min(1.0, (number or 0) / whole) if whole else 0.0
        self.setAccessibleName(f"{self._name} {self.words()}")
        self.update()

    def words(self) -> str:
        """The number as it stands at the right."""
        return "—" if self._number is None else _("{n} 人").format(n=grouped(self._number))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(280, ROW)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the people too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, bar and number."""
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(colours.colour("accent_ink") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("accent_ground" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        side = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(text_font(bold=self.isChecked()))
        painter.setPen(colours.colour("ink"))
        painter.drawText(
            QRect(10, 0, _NAME, self.height()), int(side | Qt.AlignmentFlag.AlignLeft), self._name
        )
        track = QRectF(_NAME + 14, self.height() / 2 - 6, max(40, self.width() - _NAME - _NUMBER - 28), 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("hairline"))
        painter.drawRoundedRect(track, 4, 4)
        if self._number:
            painter.setBrush(colours.colour(self._tone))
            length = max(8.0, track.width() * self._share)
            painter.drawRoundedRect(QRectF(track.left(), track.top(), length, 12), 4, 4)
        painter.setPen(colours.colour("ink"))
        number = QRect(self.width() - _NUMBER - 8, 0, _NUMBER, self.height())
        painter.drawText(number, int(side | Qt.AlignmentFlag.AlignRight), self.words())


class Funnel(QFrame):
    """The chain of some classes. chosen(Choice): those people are wanted."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=4)
        inside.setContentsMargins(14, 10, 14, 10)
        head = row(gap=8)
        self._title = label("", "heading")
        self._promise = label("", "quiet")
        self._promise.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head.addWidget(self._title)
        head.addWidget(self._promise, 1)
        inside.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, 132)
        self._agreed = Bar(_("协议"))
        self._agreed.setCheckable(False)
        self._agreed.clicked.connect(lambda: self._choose(choice.EVERYBODY))
        grid.addWidget(self._agreed, 0, 0)
        self._bars: dict[choice.Link, Bar] = {}
        self._drops: dict[choice.Link, QPushButton] = {}
        for place, each in enumerate(LINKS, start=1):
            bar, drop = Bar(choice.link_word(each)), link("")
            bar.clicked.connect(lambda _on=False, one=each: self._choose(Choice(link=one)))
            drop.clicked.connect(lambda _on=False, one=each: self._choose(Choice(link=one, stopped=True)))
            grid.addWidget(bar, place, 0)
            grid.addWidget(drop, place, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._bars[each], self._drops[each] = bar, drop
        inside.addLayout(grid)
        self._reasons = FlowLayout(gap=6)
        inside.addLayout(self._reasons)
        self._amount = label("", "quiet", wrap=True)
        inside.addWidget(self._amount)

    def show_classes(
        self, title: str, classes: Sequence[ClassClaim], yuan: Decimal | None, lacking: str
    ) -> None:
        """Show the chain of some classes and what it comes to."""
        self._title.setText(title)
        agreed = choice.agreed_of(classes)
        counts = {each: choice.count_at(classes, each) for each in LINKS}
        whole = max(agreed or 0, counts["listed"])
        self._agreed.show_number(agreed, whole, "ink_3")
        for each in LINKS:
            self._bars[each].show_number(counts[each], whole, "right" if each == "eligible" else "accent")
            stopped = choice.count_short(classes, each)
            drop = self._drops[each]
            drop.setText(_("{word} {n} 人").format(word=choice.drop_word(each), n=grouped(stopped)))
            drop.setVisible(stopped > 0)
        self._show_promise(classes)
        self._show_reasons(classes)
        self._show_amount(counts["eligible"], yuan, lacking)
        self.show_choice(choice.EVERYBODY)

    def show_choice(self, chosen: Choice) -> None:
        """Mark the step whose people are shown."""
        for each, bar in self._bars.items():
            bar.setChecked(chosen.link == each and not chosen.stopped)

    def _choose(self, chosen: Choice) -> None:
        self.show_choice(chosen)
        self.chosen.emit(chosen)

    def _show_promise(self, classes: Sequence[ClassClaim]) -> None:
        if len(classes) != 1:
            kept = [each.chain.keeps_the_promise for each in classes]
            broken = sum(each is False for each in kept)
            words = _("{n} 个班未达到约定的录用比例").format(n=broken) if broken else ""
            set_property(self._promise, "role", "wait" if broken else "quiet")
            self._promise.setText(words)
            return
        chain = classes[0].chain
        if chain.hired_percent is None:
            words = ""
        elif chain.hire_percent is None:
            words = _("到岗占毕业 {percent}%，协议没有约定录用比例").format(percent=chain.hired_percent)
        else:
            words = _("到岗占毕业 {percent}%，约定 {agreed}%").format(
                percent=chain.hired_percent, agreed=f"{chain.hire_percent.normalize():f}"
            )
            words += _("，已达到") if chain.keeps_the_promise else _("，未达到")
        set_property(self._promise, "role", "wait" if chain.keeps_the_promise is False else "quiet")
        self._promise.setText(words)

    def _show_reasons(self, classes: Sequence[ClassClaim]) -> None:
        self._reasons.clear()
        for title, number in choice.reasons_of(classes):
            button = chip(_("{reason} {n} 人").format(reason=_(title), n=number), "error")
            button.clicked.connect(lambda _on=False, one=title: self._choose(Choice(reason=one)))
            self._reasons.addWidget(button)
        lacking = sum(each.tally.lacking for each in classes)
        if lacking:
            button = chip(_("缺件 {n} 人").format(n=lacking), "wait")
            button.clicked.connect(lambda: self._choose(Choice(papers=True)))
            self._reasons.addWidget(button)

    def _show_amount(self, eligible: int, yuan: Decimal | None, lacking: str) -> None:
        from college_desk.policy.capitals import capitals
        from college_desk.policy.order_chain import subsidy

        if yuan is None:
            self._amount.setText(lacking)
            set_property(self._amount, "role", "wait")
            return
        amount = subsidy(eligible, yuan)
        words = _("补助 {n} 人 × {yuan} 元 = {amount} 元（{capitals}）")
        self._amount.setText(
            words.format(
                n=grouped(eligible), yuan=grouped(yuan.quantize(Decimal("0.01"))), amount=grouped(amount),
                capitals=capitals(amount),
            )
        )  # fmt: skip
        set_property(self._amount, "role", "quiet")

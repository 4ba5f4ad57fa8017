"""The editor of explanations (情况说明): for the chosen findings, or for all of a rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.finding_words import without_numbers
from college_desk.gui.widgets.labels import column, label, row
from college_desk.records.finding import Finding
from college_desk.services.explaining import Offer

EDITOR_HEIGHT = 58
_LONGEST_OFFER = 40


class ExplanationCard(QFrame):
    """kept(text, whole_rule): an explanation is to be kept, for the chosen findings or for all of the rule."""

    kept = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._finding: Finding | None = None
        inside = column(self, gap=6)
        inside.setContentsMargins(14, 10, 14, 10)
        self.about = label("", "heading", wrap=True)
        self._clause = label("", "quiet", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("情况说明"))
        self.text.setPlaceholderText(_("请写明原因，将随材料报送"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(EDITOR_HEIGHT)
        self.text.textChanged.connect(self._enable)
        self.keep = primary(_("保存说明"))
        self.keep.setToolTip(_("保存说明（Ctrl+Enter）"))
        self.keep.clicked.connect(lambda: self._keep(whole_rule=False))
        self.keep_all = plain(_("同类问题都用这条说明"))
        self.keep_all.clicked.connect(lambda: self._keep(whole_rule=True))
        self.offer = plain(_("沿用以前的说明"))
        self._offers = QMenu(self.offer)
        self.offer.setMenu(self._offers)
        self.signed = label("", "hint")
        buttons = row(gap=8)
        for button in (self.keep, self.keep_all, self.offer):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.signed)
        for each in (self.about, self._clause, self.text):
            inside.addWidget(each)
        inside.addLayout(buttons)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self._keep(whole_rule=False))
        self.show_finding(None, 0, 0, reveal=False)

    def show_finding(self, finding: Finding | None, chosen: int, same_rule: int, *, reveal: bool) -> None:
        """Show a finding; `chosen` warnings are selected, the rule was met `same_rule` times."""
        same = finding is not None and self._finding is not None and finding.id == self._finding.id
        written = finding.explanation if finding is not None else None
        before = self._finding.explanation if self._finding is not None else None
        self._finding = finding
        can = finding is not None and finding.severity == "warning"
        self.text.setEnabled(can)
        self.keep.setText(_("保存说明（{n}处）").format(n=chosen) if chosen > 1 else _("保存说明"))
        self.keep_all.setVisible(can and same_rule > 1)
        self.keep_all.setText(_("同类{n}处都用这条说明").format(n=same_rule))
        if finding is None:
            self.about.setText(_("没有要改正或说明的问题，可以定稿"))
            self._clause.setText("")
            self.signed.setText("")
            self.text.setPlainText("")
        else:
            self.about.setText(_(finding.title))
            message = without_numbers(finding.message, reveal=reveal)
            self._clause.setText(
                _("{message}依据：{clause}").format(message=message, clause=_(finding.clause))
            )
            if not same or written != before:
                self.text.setPlainText(written.text if written is not None else "")
            self.signed.setText(f"{written.who} · {written.on.isoformat()}" if written is not None else "")
        if not same:
            self.show_offers(())
        self._enable()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer explanations written before for findings of the same rule, those of the same record on top."""
        self._offers.clear()
        for place, each in enumerate(offers):
            if place and offers[place - 1].own and not each.own:
                self._offers.addSeparator()
            shown = each.text if len(each.text) <= _LONGEST_OFFER else f"{each.text[:_LONGEST_OFFER]}…"
            said = f"{shown}（{each.who} {each.on.isoformat()}）"
            self._offers.addAction(said, lambda text=each.text: self.text.setPlainText(text))
        self.offer.setVisible(bool(offers))

    @property
    def offered(self) -> list[str]:
        """The texts of the menu of earlier explanations."""
        return [each.text() for each in self._offers.actions() if not each.isSeparator()]

    @property
    def finding(self) -> Finding | None:
        """The finding that is shown."""
        return self._finding

    def _enable(self) -> None:
        able = self.text.isEnabled() and bool(self.text.toPlainText().strip())
        self.keep.setEnabled(able)
        self.keep_all.setEnabled(able)

    def _keep(self, *, whole_rule: bool) -> None:
        text = self.text.toPlainText().strip()
        if text and self._finding is not None and self.text.isEnabled():
            self.kept.emit(text, whole_rule)
        else:
            self.text.setFocus()

"""In which filings a record stands (报送), and what it was then beside what it is now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.widgets.buttons import link
from college_desk.gui.widgets.filing_words import (
    batch_title,
    filing_title,
    period_title,
    state_tone,
    state_words,
    version_title,
)
from college_desk.gui.widgets.labels import card, column, empty, label, row, tag
from college_desk.gui.words import masked, masked_beside
from college_desk.records.register import Field, Record, Register
from college_desk.services.filing_life import Standing


class StandingList(QScrollArea):
    """A card for each filing: its state, what the record said in it and says otherwise now."""

    def __init__(self, register: Register, context: DeskContext) -> None:
        super().__init__()
        self._register = register
        self._context = context
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._lines = column(inside, 0, 8)
        self._lines.setContentsMargins(16, 10, 8, 12)
        self.setWidget(inside)

    def clear(self) -> None:
        """Show nothing until it is known."""
        empty(self._lines)

    def show_standing(self, now: Record, found: Sequence[Standing]) -> None:
        """Show the filings, the newest first; now: the record as it is kept."""
        empty(self._lines)
        for each in found:
            self._lines.addWidget(self._card(now, each))
        if not found:
            said = _("这条记录还没有随哪项申报定稿报送")
            self._lines.addWidget(label(said, "hint", wrap=True))
        self._lines.addStretch(1)

    def _card(self, now: Record, standing: Standing) -> QFrame:
        stored = standing.filing
        frame = card()
        inside = column(frame, 10, 4)
        head = row(gap=6)
        head.addWidget(label(filing_title(stored), "heading"), 1)
        head.addWidget(tag(state_words(stored.state), state_tone(stored.state)))
        inside.addLayout(head)
        words = _("{period} · {batch} · {version}，{day}定稿").format(
            period=period_title(stored.period),
            batch=batch_title(stored),
            version=version_title(stored),
            day=stored.on.isoformat(),
        )
        inside.addWidget(label(words, "quiet", wrap=True))
        changed = [each for each in self._register.fields if self._differs(each, now, standing.record)]
        if changed:
            inside.addWidget(label(_("定稿以后改动了{n}项：").format(n=len(changed)), "wait", wrap=True))
        else:
            inside.addWidget(label(_("内容与定稿时一致"), "right", wrap=True))
        for declared in changed:
            inside.addWidget(self._line(declared, now, standing.record))
        then = QWidget()
        whole = column(then, 0, 2)
        for declared in self._register.fields:
            text = self._shown(declared, self._register.show(standing.record, declared.name))
            if text:
                line = _("{field}：{text}").format(field=_(declared.title), text=text)
                whole.addWidget(label(line, "quiet", wrap=True))
        then.hide()
        actions = row(gap=8)
        unfold, go = link(_("看定稿时的全部内容")), link(_("到这项申报"))
        unfold.clicked.connect(lambda: then.setVisible(then.isHidden()))
        go.clicked.connect(lambda: self._context.go(Place("filings", part=stored.number)))
        actions.addWidget(unfold)
        actions.addWidget(go)
        actions.addStretch(1)
        inside.addLayout(actions)
        inside.addWidget(then)
        return frame

    def _line(self, declared: Field, now: Record, then: Record) -> QWidget:
        before, after = self._texts(declared, now, then)
        words = _("{field}：定稿时 {before}，现在 {after}").format(
            field=_(declared.title), before=before or _("（空）"), after=after or _("（空）")
        )
        return label(words, wrap=True)

    def _differs(self, declared: Field, now: Record, then: Record) -> bool:
        return self._register.show(then, declared.name) != self._register.show(now, declared.name)

    def _texts(self, declared: Field, now: Record, then: Record) -> tuple[str, str]:
        """What a field said then and says now, masked as the screen is."""
        before, after = (self._register.show(each, declared.name) for each in (then, now))
        if declared.sensitive and not self._context.reveal:
            return masked_beside(before, after), masked_beside(after, before)
        return before, after

    def _shown(self, declared: Field, text: str) -> str:
        return masked(text) if declared.sensitive and not self._context.reveal else text

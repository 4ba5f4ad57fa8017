"""Notices: one sentence at the foot of the window that says what happened and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from college_desk.base.translation import _
from college_desk.gui.theme.icons import pixmap
from college_desk.gui.theme.tokens import STATUS_BAR
from college_desk.gui.widgets.buttons import icon_button, link

Tone = Literal["right", "error", "wait"]

SHOWN_MS = 6000
"""How long a notice that asks nothing stays; errors stay until they are closed."""

_ICONS = {"right": "circle-check", "error": "circle-alert", "wait": "triangle-alert"}


class Notices(QObject):
    """Shows one notice at a time over the foot of a window; a newer one takes the older one's place."""

    _window: QWidget | None = None
    """Nothing any more while Qt takes the window apart."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown: _Notice | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        window.installEventFilter(self)

    def say(
        self,
        sentence: str,
        tone: Tone = "right",
        *,
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show `sentence`; with `action`, a button of these words that calls `act` and closes the notice."""
        self.clear()
        if self._window is None:
            return
        notice = _Notice(self._window, sentence, tone)
        notice.closed.clicked.connect(self.clear)
        if act is not None:
            chosen = act

            def answer() -> None:
                self.clear()
                chosen()

            notice.add_action(action, answer)
        self._shown = notice
        self._place()
        notice.show()
        notice.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(notice, QAccessible.Event.Alert))
        if tone == "right":
            self._timer.start(SHOWN_MS)

    @property
    def sentence(self) -> str:
        """What is shown now, empty when nothing is."""
        return self._shown.sentence if self._shown is not None else ""

    def clear(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the notice at the window's foot when the window's size changes."""
        if self._window is not None and watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        if self._shown is None or self._window is None:
            return
        self._shown.fit(min(760, self._window.width() - 80))
        left = (self._window.width() - self._shown.width()) // 2
        self._shown.move(left, self._window.height() - self._shown.height() - STATUS_BAR - 14)


class _Notice(QFrame):
    """The dark slip with the sentence."""

    def __init__(self, parent: QWidget, sentence: str, tone: Tone) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self.setProperty("panel", "notice")
        self.setAccessibleName(sentence)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        sign = QLabel()
        sign.setPixmap(
            pixmap(_ICONS[tone], {"right": "scroll", "error": "error_line", "wait": "wait_ground"}[tone])
        )
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._text = QLabel(sentence)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._text, 1)
        self._actions = QHBoxLayout()
        row.addLayout(self._actions)
        self.closed = icon_button("x", _("关闭提示"), role="scroll")
        self.closed.setProperty("on", "notice")
        row.addWidget(self.closed, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_action(self, words: str, act: Callable[[], None]) -> None:
        """Put a button beside the sentence."""
        button: QPushButton = link(words)
        button.setProperty("on", "notice")
        button.clicked.connect(act)
        self._actions.addWidget(button)

    def fit(self, widest: int) -> None:
        """Take the width that the sentence needs, wrapping it beyond `widest`."""
        needed = self._text.fontMetrics().horizontalAdvance(self.sentence) + 12
        extra = 90 + self._actions.sizeHint().width()
        self.setFixedWidth(min(widest, needed + extra))
        self.setFixedHeight(max(44, self._row.heightForWidth(self.width())))

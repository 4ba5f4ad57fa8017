"""What every editor is: one line of text that is read as it is typed, with choices below where there are any.

The shapes that a type reads (20260901, 2026.9.1, 9.1; 是, Y; 男, 1) are the type's own; an editor only helps
to type and says at once what is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.editors.popup import Choice, ChoicePopup
from college_desk.gui.widgets.labels import set_property
from college_desk.gui.words import masked
from college_desk.records.register import Field
from college_desk.records.values.value_type import Reading


class Editor(QLineEdit):
    """A line for one field. committed(text): Enter was pressed or the line was left with another text;
    cancelled: Esc gave up; entered: Enter was pressed beside the grid; left: F6 was.

    kind: cell (in the grid), flat (beside the grid) or empty (in a dialog).
    """

    committed = Signal(str)
    cancelled = Signal()
    entered = Signal()
    left = Signal()
    opens_at_once = False
    """Whether the choices are shown as soon as the editor is entered."""

    def __init__(
        self, field: Field, context: DeskContext, kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.context = context
        self._kept = ""
        self._tone = ""
        self._popup: ChoicePopup | None = None
        if kind:
            self.setProperty("kind", kind)
        self._in_cell = kind == "cell"
        self.setAccessibleName(_(field.title))
        if field.hint:
            self.setPlaceholderText(_(field.hint))
            self.setAccessibleDescription(_(field.hint))
        if field.type.right_aligned and self._in_cell:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self._judge)

    def set_kept(self, text: str) -> None:
        """Show the text that is kept; leaving with another text commits it."""
        self._kept = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self._judge(text)

    def show_masked(self) -> None:
        """Hide the middle of a sensitive number while it is not edited."""
        if self.field.sensitive and not self.context.reveal and not self.hasFocus():
            self._show_quietly(masked(self._kept))

    def mark(self, tone: str) -> None:
        """Colour the line by what the rules found in it (error, wait or nothing)."""
        self._tone = tone
        self._judge(self._kept)

    def reading(self) -> Reading[object]:
        """What the text means now."""
        return self.field.type.read(self.text(), self.context.around)

    def choices(self, typed: str) -> Sequence[Choice]:
        """What can be chosen for what was typed; none for most types."""
        return ()

    def helpful(self, reading: Reading[object]) -> str:
        """A word beside a text that is right: what a number says of its bearer, how a day was read."""
        return ""

    def open_choices(self, typed: str | None = None) -> None:
        """Show the choices for a text, all of them for none."""
        choices = self.choices(self.text() if typed is None else typed)
        if self._popup is None:
            if not choices:
                return
            self._popup = ChoicePopup(self)
            self._popup.chosen.connect(self._chosen)
        self._popup.offer(choices, self.text())

    @property
    def choices_shown(self) -> bool:
        """Whether the list of choices is open."""
        return self._popup is not None and not self._popup.isHidden()

    def close_choices(self) -> None:
        """Take the choices away."""
        if self._popup is not None:
            self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down and Enter in the choices; Enter commits, Esc gives up; Alt+Down opens the choices."""
        key, popup = Qt.Key(event.key()), self._popup
        shown = popup is not None and not popup.isHidden()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and popup is not None and shown:
            popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_F4) and self._opens(event):
            self.open_choices("")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_marked()
            self.commit()
            event.accept()
            if not self._in_cell:
                self.entered.emit()
        elif key == Qt.Key.Key_F6 and not self._in_cell:
            self.commit()
            self.left.emit()
        elif key == Qt.Key.Key_Escape and shown:
            self.close_choices()
        elif key == Qt.Key.Key_Escape and not self._in_cell:
            self.set_kept(self._kept)
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def take_choice(self) -> None:
        """Take the marked choice, if the list is shown; the grid asks before Tab and Enter leave the cell."""
        self._take_marked()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the whole number, and the choices where they are few."""
        super().focusInEvent(event)
        if self.field.sensitive and self.text() != self._kept:
            self._show_quietly(self._kept)
            self.selectAll()
        if self.opens_at_once and not self.isReadOnly() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.open_choices("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the choices again."""
        super().mousePressEvent(event)
        if self.opens_at_once and not self.isReadOnly():
            self.open_choices("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving commits what was typed."""
        self.close_choices()
        super().focusOutEvent(event)
        self.setCursorPosition(0)
        if not self._in_cell and event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.commit()
            self.show_masked()

    def hideEvent(self, event: QHideEvent) -> None:
        """An editor that is hidden takes its choices with it."""
        self.close_choices()
        super().hideEvent(event)

    def commit(self) -> None:
        """Hand on the text when it is another than the one kept."""
        self.close_choices()
        if self.text() != self._kept and not self._in_cell:
            self._kept = self.text()
            self.committed.emit(self.text())

    def _opens(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_F4 or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def _take_marked(self) -> None:
        marked = self._popup.marked() if self._popup is not None else None
        if marked is not None:
            self.setText(marked)
        self.close_choices()

    def _chosen(self, text: str) -> None:
        self.setText(text)
        self.close_choices()
        self.commit()

    def _typed(self, text: str) -> None:
        self.open_choices(text)
        reading = self.reading()
        self._say(reading.faults[0].message if reading.faults else self.helpful(reading))

    def _say(self, words: str) -> None:
        """Show a word below the line, unless the choices stand there."""
        if words and (self._popup is None or self._popup.isHidden()):
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() - 8)), words, self)
        else:
            QToolTip.hideText()

    def _show_quietly(self, text: str) -> None:
        blocked = self.blockSignals(True)
        self.setText(text)
        self.setCursorPosition(0)
        self.blockSignals(blocked)

    def _judge(self, text: str) -> None:
        reading = self.field.type.read(text, self.context.around)
        severities = {fault.severity for fault in reading.faults}
        wrong = severities & {"unreadable", "error"}
        state = "error" if wrong else "wait" if severities else self._tone
        set_property(self, "state", state)
        self.setToolTip("\n".join(fault.message for fault in reading.faults))

"""Small questions: one line of text, yes or no."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import column, label, row


class _Question(QDialog):
    """A title, a sentence, what is asked, and two buttons."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, yes: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(400)
        inside = column(self, 22, 10)
        inside.addWidget(label(title, "title", wrap=True))
        inside.addWidget(label(sentence, "quiet", wrap=True))
        self.middle = QVBoxLayout()
        inside.addLayout(self.middle)
        inside.addSpacing(6)
        buttons = row()
        buttons.addStretch(1)
        no = plain(_("取消"))
        no.clicked.connect(self.reject)
        self.yes = primary(yes)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        buttons.addWidget(no)
        buttons.addWidget(self.yes)
        inside.addLayout(buttons)


def ask_text(
    parent: QWidget | None, title: str, sentence: str, text: str = "", *, needed: bool = False
) -> str | None:
    """One line of text, or None when the clerk changed her mind."""
    question = _Question(parent, title, sentence, _("确定"))
    edit = QLineEdit(text)
    edit.setAccessibleName(title)
    edit.selectAll()
    question.middle.addWidget(edit)
    if needed:
        question.yes.setEnabled(bool(text.strip()))
        edit.textChanged.connect(lambda typed: question.yes.setEnabled(bool(typed.strip())))
    edit.setFocus()
    return edit.text().strip() if question.exec() else None


def ask_yes(parent: QWidget | None, title: str, sentence: str, yes: str) -> bool:
    """Whether the clerk chose the button with the words `yes`."""
    return bool(_Question(parent, title, sentence, yes).exec())


def ask_secret(parent: QWidget | None, title: str, sentence: str) -> str | None:
    """A passphrase, not shown while it is typed; None when the clerk changed her mind."""
    question = _Question(parent, title, sentence, _("打开"))
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setAccessibleName(title)
    question.middle.addWidget(edit)
    edit.setFocus()
    return edit.text() if question.exec() else None

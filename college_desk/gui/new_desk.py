"""The assistant that makes new school data: the school, its campuses, the policy, the place; four steps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from college_desk.base import resources
from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import column, label, row
from college_desk.policy.pack import load_pack

SHORTEST_PASSPHRASE = 8


@dataclass(frozen=True)
class Wishes:
    """What was filled in. here: the campus that this desk is, None for the whole college."""

    name: str
    school_code: str
    campuses: tuple[str, ...]
    here: str | None
    policy: str
    folder: Path
    passphrase: str | None
    who: str


class NewDeskDialog(QDialog):
    """Four steps at most; only the school's name must be filled in."""

    def __init__(self, parent: QWidget | None = None, *, who: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(_("新建学校数据"))
        self.setMinimumSize(560, 500)
        inside = column(self, 24, 12)
        self._title = label("", "title")
        self._step = label("", "quiet")
        inside.addWidget(self._title)
        inside.addWidget(self._step)
        self._steps = QStackedWidget()
        self._titles: list[str] = []
        for title, step in (
            (_("学校"), self._school_step(who)),
            (_("校区"), self._campus_step()),
            (_("政策依据"), self._policy_step()),
            (_("存放位置与加密"), self._place_step()),
        ):
            self._titles.append(title)
            self._steps.addWidget(step)
        inside.addWidget(self._steps, 1)
        self._wrong = label("", "error", wrap=True)
        inside.addWidget(self._wrong)
        buttons = row()
        self._back = plain(_("上一步"))
        self._back.clicked.connect(lambda: self._go(-1))
        leave = plain(_("取消"))
        leave.clicked.connect(self.reject)
        self._next = primary(_("下一步"))
        self._next.setDefault(True)
        self._next.clicked.connect(lambda: self._go(1))
        buttons.addWidget(leave)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._next)
        inside.addLayout(buttons)
        self._show(0)

    def wishes(self) -> Wishes:
        """What was filled in."""
        here = self._here.currentData()
        secret = self._secret.text() if self._encrypt.isChecked() else None
        return Wishes(
            self._name.text().strip(),
            self._code.text().strip(),
            self._campus_names(),
            here if here in self._campus_names() else None,
            str(self._policy.currentData()),
            Path(self._folder.text().strip()).expanduser(),
            secret,
            self._who.text().strip(),
        )

    def _school_step(self, who: str) -> QWidget:
        step, inside = _step()
        self._name = _line(inside, _("学校名称"), _("与公章一致的全称"))
        self._code = _line(inside, _("学校标识码"), _("10位，可以以后再填"))
        self._who = _line(inside, _("填报人姓名"), _("写在修改记录和报送材料上"))
        self._who.setText(who)
        inside.addStretch(1)
        return step

    def _campus_step(self) -> QWidget:
        step, inside = _step()
        inside.addWidget(label(_("有几个校区就一行写一个；只有一个校区可以不填。"), "quiet", wrap=True))
        self._campuses = QPlainTextEdit()
        self._campuses.setAccessibleName(_("校区"))
        self._campuses.setPlaceholderText(_("例：\n本部\n北校区"))
        self._campuses.setTabChangesFocus(True)
        self._campuses.setFixedHeight(120)
        self._campuses.textChanged.connect(self._offer_campuses)
        inside.addWidget(self._campuses)
        inside.addWidget(label(_("这台电脑填报哪里的数据")))
        self._here = QComboBox()
        self._here.setAccessibleName(_("这台电脑填报哪里的数据"))
        inside.addWidget(self._here)
        self._offer_campuses()
        inside.addStretch(1)
        return step

    def _policy_step(self) -> QWidget:
        step, inside = _step()
        inside.addWidget(label(_("按哪里的政策计算编制、补贴和校验"), "quiet"))
        self._policy = QComboBox()
        self._policy.setAccessibleName(_("政策依据"))
        for folder in sorted(each.parent for each in resources.path("policy").glob("*/pack.toml")):
            pack = load_pack(folder.name)
            if pack.selectable:
                self._policy.addItem(_(pack.title), folder.name)
        inside.addWidget(self._policy)
        hint = _("金额和比例没有写进文件的，程序不会猜，用到时会请您录入并注明文号。")
        inside.addWidget(label(hint, "small", wrap=True))
        inside.addStretch(1)
        return step

    def _place_step(self) -> QWidget:
        step, inside = _step()
        self._folder = _line(inside, _("存放的文件夹"), _("请选一个空文件夹"))
        choose = plain(_("选择…"), "folder-open")
        choose.clicked.connect(self._choose_folder)
        inside.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self._encrypt = QCheckBox(_("加密存放，打开时要输口令（建议）"))
        self._encrypt.toggled.connect(self._show_secret)
        inside.addWidget(self._encrypt)
        self._secret = _line(inside, _("打开口令"), _("至少{n}个字").format(n=SHORTEST_PASSPHRASE))
        self._again = _line(inside, _("再输一遍"), "")
        for edit in (self._secret, self._again):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._warning = label(_("口令忘记后数据无法打开，请把口令写下来封存。"), "wait", wrap=True)
        inside.addWidget(self._warning)
        inside.addStretch(1)
        self._show_secret(False)
        return step

    def _show_secret(self, shown: bool) -> None:
        for each in (self._secret, self._again, self._warning):
            each.setVisible(shown)
        for each in (self._secret, self._again):
            buddy = each.property("buddy")
            if isinstance(buddy, QLabel):
                buddy.setVisible(shown)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("存放的文件夹"), str(Path.home()))
        if chosen:
            self._folder.setText(chosen)

    def _campus_names(self) -> tuple[str, ...]:
        lines = [line.strip() for line in self._campuses.toPlainText().splitlines()]
        return tuple(dict.fromkeys(line for line in lines if line))

    def _offer_campuses(self) -> None:
        chosen = self._here.currentData()
        self._here.clear()
        self._here.addItem(_("全校"), None)
        for name in self._campus_names():
            self._here.addItem(name, name)
        self._here.setCurrentIndex(max(0, self._here.findData(chosen)))
        self._here.setEnabled(self._here.count() > 1)

    def _show(self, index: int) -> None:
        self._steps.setCurrentIndex(index)
        last = self._steps.count() - 1
        self._title.setText(self._titles[index])
        self._step.setText(_("第{n}步，共{all}步").format(n=index + 1, all=last + 1))
        self._back.setEnabled(index > 0)
        self._next.setText(_("新建") if index == last else _("下一步"))
        self._wrong.setText("")
        if index == last and not self._folder.text():
            self._folder.setText(str(Path.home() / (self._name.text().strip() or _("学校数据"))))
        first = self._steps.currentWidget().findChild(QLineEdit)
        if isinstance(first, QLineEdit):
            first.setFocus()

    def _go(self, step: int) -> None:
        index = self._steps.currentIndex()
        wrong = self._what_is_wrong(index) if step > 0 else ""
        if wrong:
            self._wrong.setText(wrong)
        elif index + step >= self._steps.count():
            self.accept()
        else:
            self._show(index + step)

    def _what_is_wrong(self, index: int) -> str:
        if index == 0 and not self._name.text().strip():
            return _("请写明学校名称。")
        if index < self._steps.count() - 1:
            return ""
        folder = Path(self._folder.text().strip()).expanduser()
        if not self._folder.text().strip() or not folder.is_absolute():
            return _("请选择存放的文件夹。")
        if folder.is_dir() and any(folder.iterdir()):
            return _("“{folder}”里已有文件，请选一个空文件夹。").format(folder=folder)
        if self._encrypt.isChecked():
            return self._what_is_wrong_with_secret()
        return ""

    def _what_is_wrong_with_secret(self) -> str:
        if len(self._secret.text()) < SHORTEST_PASSPHRASE:
            return _("打开口令至少要{n}个字。").format(n=SHORTEST_PASSPHRASE)
        if self._secret.text() != self._again.text():
            return _("两次输入的口令不一样。")
        return ""


def _step() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    return made, column(made, 0, 6)


def _line(layout: QVBoxLayout, title: str, hint: str) -> QLineEdit:
    words = label(title)
    edit = QLineEdit()
    edit.setPlaceholderText(hint)
    edit.setAccessibleName(title)
    words.setBuddy(edit)
    edit.setProperty("buddy", words)
    layout.addWidget(words)
    layout.addWidget(edit)
    return edit

"""The bar at the top: the program's name, the search box, undo and redo, the scope, who works."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QMenu, QPushButton

from college_desk.base.translation import _
from college_desk.gui.theme.icons import icon
from college_desk.gui.theme.tokens import NAVIGATION, TOP_BAR
from college_desk.gui.widgets.buttons import icon_button
from college_desk.gui.widgets.labels import label, row


class TopBar(QFrame):
    """campus_chosen(name or None); theme_chosen(light or dark); reveal_chosen(bool); closing; undo; redo."""

    campus_chosen = Signal(object)
    theme_chosen = Signal(str)
    reveal_chosen = Signal(bool)
    name_wanted = Signal()
    closing = Signal()
    undo = Signal()
    redo = Signal()
    shortcuts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "top")
        self.setFixedHeight(TOP_BAR)
        line = row(self, gap=8)
        line.setContentsMargins(16, 0, 16, 0)
        brand = label(_("职教申报台"), "brand")
        brand.setFixedWidth(NAVIGATION - 16 - 8)
        line.addWidget(brand)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("查人、查企业、跳转页面（拼音首字母也行）"))
        self.search.setAccessibleName(_("全局查找"))
        self.search.setMinimumWidth(260)
        self.search.setMaximumWidth(420)
        self.search.addAction(icon("search", "ink_3"), QLineEdit.ActionPosition.LeadingPosition)
        _key_cap(self.search, "Ctrl+K")
        line.addWidget(self.search, 4)
        self.undo_button = icon_button("undo-2", _("撤销（Ctrl+Z）"))
        self.undo_button.clicked.connect(self.undo)
        self.redo_button = icon_button("redo-2", _("恢复操作（Ctrl+Y）"))
        self.redo_button.clicked.connect(self.redo)
        for button in (self.undo_button, self.redo_button):
            button.setEnabled(False)
            line.addWidget(button)
        line.addStretch(1)
        self.reveal = icon_button("eye", _("正在显示完整证件号，点击恢复遮挡"), role="wait")
        self.reveal.clicked.connect(lambda: self.reveal_chosen.emit(False))
        self.reveal.hide()
        self.scope = _pill(_("统计范围：校区"))
        self.term = label("", "quiet")
        self.user = _pill(_("填报人"))
        for each in (self.reveal, self.term, self.scope, self.user):
            line.addWidget(each)

    def show_school(self, school: str, campuses: list[str], chosen: str | None) -> None:
        """Name the school and offer its campuses."""
        whole = _("全校")
        self.scope.setText(f"{school} · {chosen or whole}" if campuses else school)
        menu = QMenu(self.scope)
        group = QActionGroup(menu)
        for name in [None, *campuses]:
            action = QAction(name or whole, menu, checkable=True, checked=name == chosen)
            action.triggered.connect(lambda _checked=False, name=name: self.campus_chosen.emit(name))
            group.addAction(action)
            menu.addAction(action)
        if campuses:
            self.scope.setMenu(menu)

    def show_term(self, words: str) -> None:
        """Name the current academic year or term."""
        self.term.setText(words)

    def show_user(self, name: str, theme: str, revealed: bool) -> None:
        """Name who works, with what belongs to the sitting in the menu."""
        self.user.setText(_("{name} · 填报").format(name=name) if name else _("填报人未填"))
        menu = QMenu(self.user)
        menu.addAction(_("填报人姓名…"), self.name_wanted.emit)
        menu.addSeparator()
        group = QActionGroup(menu)
        for code, words in (("light", _("浅色界面")), ("dark", _("深色界面"))):
            action = QAction(words, menu, checkable=True, checked=code == theme)
            action.triggered.connect(lambda _checked=False, code=code: self.theme_chosen.emit(code))
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        whole = QAction(_("显示完整证件号"), menu, checkable=True, checked=revealed)
        whole.triggered.connect(self.reveal_chosen.emit)
        menu.addAction(whole)
        menu.addAction(_("快捷键一览\tCtrl+/"), self.shortcuts_wanted.emit)
        menu.addSeparator()
        menu.addAction(_("换一份学校数据…"), self.closing.emit)
        self.user.setMenu(menu)
        self.reveal.setVisible(revealed)

    def show_steps(self, undo: str | None, redo: str | None) -> None:
        """Name what undo and redo would do; None: there is nothing."""
        self.undo_button.setEnabled(undo is not None)
        self.undo_button.setToolTip(
            _("撤销：{what}（Ctrl+Z）").format(what=undo) if undo else _("没有可撤销的操作")
        )
        self.redo_button.setEnabled(redo is not None)
        self.redo_button.setToolTip(
            _("恢复操作：{what}（Ctrl+Y）").format(what=redo) if redo else _("没有可恢复的操作")
        )


def _pill(name: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("kind", "pill")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _key_cap(edit: QLineEdit, words: str) -> None:
    """A small sign with a key's name inside the right end of an edit."""
    cap = QLabel(words, edit)
    cap.setProperty("tag", "key")
    cap.setFixedHeight(19)
    cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    line = row(edit)
    line.setContentsMargins(0, 0, 6, 0)
    line.addStretch(1)
    line.addWidget(cap)
    edit.textChanged.connect(lambda text: cap.setVisible(not text))

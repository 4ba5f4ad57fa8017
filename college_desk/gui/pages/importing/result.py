"""What an import did, with links to its rows and to those that wait."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel

from college_desk.base.translation import _
from college_desk.gui.theme.icons import pixmap
from college_desk.gui.widgets.buttons import plain, primary, quiet
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.words import grouped
from college_desk.records.register import REGISTERS
from college_desk.services.import_preview import ImportResult


class ResultCard(QFrame):
    """rows_wanted: the stored rows; tray_wanted: those that wait; undo_wanted; next_wanted: another file;
    annotated_wanted: the file with its verdicts."""

    rows_wanted = Signal()
    tray_wanted = Signal()
    undo_wanted = Signal()
    next_wanted = Signal()
    annotated_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, 24, 10)
        inside.addStretch(2)
        picture = QLabel()
        picture.setPixmap(pixmap("circle-check", "right", 44))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(picture)
        self._sentence = label("", "heading", wrap=True)
        self._beside = label("", "quiet", wrap=True)
        for each in (self._sentence, self._beside):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(each)
        self._waiting = card("wait")
        self._waiting_words = label("", "wait")
        line = row(self._waiting, 10)
        line.addStretch(1)
        line.addWidget(self._waiting_words)
        tray = plain(_("去改好入库"))
        tray.clicked.connect(self.tray_wanted)
        line.addWidget(tray)
        marked = plain(_("返回校验结果表"))
        marked.setToolTip(_("原表原样，错处标红，可交回填表的系部改好再导入"))
        marked.clicked.connect(self.annotated_wanted)
        line.addWidget(marked)
        line.addStretch(1)
        inside.addWidget(self._waiting)
        buttons = row()
        buttons.addStretch(1)
        self.undo = quiet(_("撤销这次导入"), "undo-2")
        self.undo.clicked.connect(self.undo_wanted)
        self._next = plain(_("再导入一个文件"))
        self._next.clicked.connect(self.next_wanted)
        self.rows = primary(_("查看入库的记录"))
        self.rows.clicked.connect(self.rows_wanted)
        for button in (self.undo, self._next, self.rows):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside.addSpacing(8)
        inside.addLayout(buttons)
        inside.addStretch(3)

    def show_result(self, result: ImportResult) -> None:
        """Say what was stored and what was not."""
        register = result.preview.register
        counted = _(register.counted)
        new, changed, pending = (result.count(each) for each in ("new", "changed", "pending"))
        self._sentence.setText(
            _("{file} 已导入{register}：新增 {new} 行，有变化 {changed} 行").format(
                file=result.preview.book.file,
                register=_(register.title),
                new=grouped(new),
                changed=grouped(changed),
            )
        )
        others = [
            _("{register} {n}").format(
                register=_(REGISTERS[code].title), n=f"{grouped(len(uids))}{_(REGISTERS[code].counted)}"
            )
            for code, uids in result.changed.records.items()
            if code != register.code and code in REGISTERS
        ]
        said = _("无变化 {n} 行").format(n=grouped(result.count("unchanged")))
        if others:
            said += _("；同时记入{others}").format(others="、".join(others))
        self._beside.setText(said)
        self._waiting.setVisible(pending > 0)
        self._waiting_words.setText(
            _("{n} 行没有入库，已放入待处理数据，改好后点“入库”").format(n=grouped(pending))
        )
        stored = len(result.changed.records.get(register.code, ()))
        self.rows.setText(_("查看入库的 {n} {counted}").format(n=grouped(stored), counted=counted))
        self.rows.setVisible(stored > 0)
        self.undo.setVisible(result.changed.step is not None)

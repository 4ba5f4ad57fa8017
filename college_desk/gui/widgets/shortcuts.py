"""The list of all keys (Ctrl+/)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import primary
from college_desk.gui.widgets.labels import column, label, row, tag

GROUPS = (
    (
        "处处可用",
        (
            ("Ctrl+K", "查人、查企业、跳转页面"),
            ("Ctrl+Z / Ctrl+Y", "撤销 / 恢复操作"),
            ("Ctrl+S", "已自动保存，按了也无妨"),
            ("Alt+Home", "回到首页"),
            ("Ctrl+/", "快捷键一览"),
        ),
    ),
    (
        "表格",
        (
            ("Enter / Tab", "确认并到下一行 / 下一列"),
            ("F2 或直接输入", "修改 / 改写单元格"),
            ("Esc", "放弃修改"),
            ("Delete", "清除所选单元格"),
            ("Ctrl+D", "用第一行向下填充"),
            ("Ctrl+C / Ctrl+V", "复制 / 粘贴，可与表格软件互通"),
            ("Ctrl+F", "在本台账内查找"),
            ("Ctrl+N", "新增一条"),
            ("Ctrl+↑ / Ctrl+↓", "到首行 / 末行"),
            ("F6", "在名单和右侧资料之间切换"),
            ("F8 / Shift+F8", "下一处 / 上一处问题"),
            ("F1", "这一处错在哪里、怎么改"),
        ),
    ),
    (
        "导入表格",
        (
            ("Alt+↓", "选这一列对应的项目，或选一个答案"),
            ("F1", "这一处错在哪里、怎么改"),
            ("Ctrl+-", "所选行不导入"),
            ("F6 / Shift+F6", "在表格、问题、要确定的几处之间切换"),
            ("Ctrl+Enter", "确认入库"),
        ),
    ),
    (
        "统计与续聘",
        (
            ("Enter", "打开这一格的名单"),
            ("Ctrl+C", "复制所选的数"),
            ("Ctrl+Enter", "比对，续聘"),
            ("空格", "不续聘 / 恢复续聘"),
        ),
    ),
    (
        "课时",
        (
            ("Alt+PageUp / Alt+PageDown", "上个月 / 下个月"),
            ("Enter", "打开当天的课时、这一处要处理的记录"),
        ),
    ),
)


class ShortcutsDialog(QDialog):
    """All keys by where they work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("快捷键一览"))
        inside = column(self, 22, 10)
        inside.addWidget(label(_("快捷键一览"), "title"))
        sides = row(gap=36)
        for groups in (GROUPS[::2], GROUPS[1::2]):
            side = QVBoxLayout()
            side.setSpacing(10)
            for title, keys in groups:
                side.addWidget(label(_(title), "group"))
                side.addLayout(_keys(keys))
            side.addStretch(1)
            sides.addLayout(side)
        inside.addLayout(sides)
        buttons = row()
        buttons.addStretch(1)
        done = primary(_("知道了"))
        done.setDefault(True)
        done.clicked.connect(self.accept)
        buttons.addWidget(done)
        inside.addLayout(buttons)


def _keys(keys: Sequence[tuple[str, str]]) -> QGridLayout:
    """Keys in tags with what each does beside it."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(6)
    for line, (key, words) in enumerate(keys):
        cap = row()
        cap.addWidget(tag(_(key)))
        cap.addStretch(1)
        grid.addLayout(cap, line, 0)
        grid.addWidget(label(_(words)), line, 1)
    grid.setColumnMinimumWidth(0, 130)
    grid.setColumnStretch(1, 1)
    return grid

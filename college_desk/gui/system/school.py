"""The tab 学校: what the school data are of, where they lie, whether they are encrypted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout

from college_desk import __version__
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.system.part import SystemPart
from college_desk.gui.widgets.buttons import link, plain
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.records.register import REGISTERS


@dataclass(frozen=True)
class _School:
    """What the tab says."""

    name: str
    code: str
    here: str
    campuses: tuple[str, ...]
    policy: str


class SchoolPart(SystemPart):
    """The school's name and code, its campuses, the folder; links to its registers."""

    title = "学校"

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        inside = column(self, 0, 12)
        frame = card()
        grid = QGridLayout(frame)
        grid.setContentsMargins(18, 16, 18, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        self._said = [label("", wrap=True) for _each in range(7)]
        titles = (
            _("学校名称"),
            _("学校标识码"),
            _("本机填报"),
            _("校区"),
            _("政策依据"),
            _("存放位置"),
            _("程序版本"),
        )
        for line, title in enumerate(titles):
            grid.addWidget(label(title, "quiet"), line, 0)
            grid.addWidget(self._said[line], line, 1)
        inside.addWidget(frame)
        buttons = row()
        for code in ("school", "campus", "staffing", "term"):
            register = REGISTERS[code]
            button = plain(_(register.title))
            button.clicked.connect(lambda _checked=False, code=code: context.go(Place(code)))
            buttons.addWidget(button)
        buttons.addStretch(1)
        folder = link(_("打开存放的文件夹"))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(context.desk.folder))))
        buttons.addWidget(folder)
        inside.addLayout(buttons)
        inside.addStretch(1)

    def load(self) -> None:
        """Read what the school data are of."""
        desk = self.context.desk

        def work(_progress: Progress) -> _School:
            with desk.read() as reader:
                campuses = reader.all(REGISTERS["campus"].record)
                names = tuple(REGISTERS["campus"].show(each, "name") for each in campuses)
                return _School(
                    reader.meta("name") or "",
                    reader.meta("school_code") or "",
                    reader.meta("here") or "",
                    names,
                    reader.policy().title,
                )

        self.context.tasks.run(work, then=self._show, owner=self)

    def _show(self, school: _School) -> None:
        desk = self.context.desk
        kept = _("{folder}（已加密）") if desk.encrypted else _("{folder}（未加密）")
        texts = (
            school.name,
            school.code or _("未填"),
            school.here or _("全校"),
            "、".join(school.campuses) or _("只有一个校区"),
            school.policy,
            kept.format(folder=desk.folder),
            __version__,
        )
        for words, text in zip(self._said, texts, strict=True):
            words.setText(text)

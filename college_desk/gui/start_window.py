"""The start page: school data opened lately, a new one, another folder, the sample college."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from college_desk.base import clock
from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.crash import CrashHandler
from college_desk.gui.memory import Memory
from college_desk.gui.new_desk import NewDeskDialog, Wishes
from college_desk.gui.notices import Notices
from college_desk.gui.tasks import Tasks
from college_desk.gui.theme.icons import pixmap
from college_desk.gui.theme.tokens import GAP
from college_desk.gui.widgets.ask import ask_secret
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import card, column, label
from college_desk.gui.widgets.status_bar import StatusBar
from college_desk.services import workspaces
from college_desk.storage import workspace
from college_desk.storage.desk import Desk

SAMPLE_FOLDER = "示例学校"


class StartWindow(QWidget):
    """opened(desk): school data were opened or made."""

    opened = Signal(object)

    def __init__(self, memory: Memory, *, who: str, crashes: CrashHandler) -> None:
        super().__init__()
        self._memory = memory
        self._who = who
        self.setProperty("panel", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(_("职教申报台"))
        self.setMinimumSize(900, 560)
        self.notices = Notices(self)
        self.tasks = Tasks(
            self, refused=lambda error: self.notices.say(str(error), "error"), crashed=crashes.take
        )
        self._lay_out()

    @property
    def busy(self) -> bool:
        """Whether something is being opened."""
        return not self.tasks.idle

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for what is being made."""
        self.tasks.close()
        event.accept()

    def open_folder(self, folder: Path) -> None:
        """Open the school data of a folder; asks for the passphrase where one is needed."""
        try:
            passphrase = None
            if workspace.needs_passphrase(folder):
                passphrase = ask_secret(self, _("打开口令"), _("这份学校数据已加密，请输入打开口令。"))
                if passphrase is None:
                    return
        except DeskError as error:
            self.notices.say(str(error), "error")
            return
        self.tasks.run(
            lambda _progress: workspaces.open_desk(folder, passphrase),
            then=self._open,
            title=_("正在打开学校数据"),
            owner=self,
        )

    def make(self, wishes: Wishes) -> None:
        """Make new school data as wished and open them."""
        who, now, today = wishes.who or self._who, clock.now(), clock.today()
        self.tasks.run(
            lambda _progress: workspaces.create(
                wishes.folder,
                name=wishes.name,
                school_code=wishes.school_code or None,
                policy=wishes.policy,
                campuses=wishes.campuses,
                here=wishes.here,
                passphrase=wishes.passphrase,
                who=who,
                now=now,
                today=today,
            ),
            then=self._open,
            title=_("正在新建学校数据"),
            owner=self,
        )

    def _open(self, desk: Desk) -> None:
        self.opened.emit(desk)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        inside = QWidget()
        inside.setFixedWidth(760)
        content = column(inside, 0, GAP)
        content.addWidget(label(_("职教申报台"), "meter"))
        content.addWidget(label(_("职业院校学徒、兼职教师、订单培养的台账、校验与申报备案"), "quiet"))
        content.addSpacing(12)
        cards = QHBoxLayout()
        cards.setSpacing(GAP)
        cards.addWidget(self._begin_card(), 2)
        cards.addWidget(self._recent_card(), 3)
        content.addLayout(cards)
        middle.addWidget(inside)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(3)
        bar = StatusBar()
        self.tasks.begun.connect(bar.begun)
        self.tasks.stepped.connect(bar.stepped)
        self.tasks.ended.connect(bar.ended)
        whole.addWidget(bar)

    def _begin_card(self) -> QFrame:
        frame = card()
        inside = column(frame, 18, 10)
        inside.addWidget(label(_("开始"), "heading"))
        new = primary(_("新建学校数据…"))
        new.clicked.connect(self._new)
        other = plain(_("打开学校数据…"), "folder-open")
        other.clicked.connect(self._choose)
        sample = plain(_("试用示例学校"), "graduation-cap")
        sample.clicked.connect(self._sample)
        for each in (new, other, sample):
            inside.addWidget(each)
        hint = _("示例学校里的人和企业都是虚构的，可以放心试用，用完删掉文件夹即可。")
        inside.addWidget(label(hint, "small", wrap=True))
        inside.addStretch(1)
        return frame

    def _recent_card(self) -> QFrame:
        frame = card()
        inside = column(frame, 18, 6)
        inside.addWidget(label(_("最近打开"), "heading"))
        names = self._memory.get("names", {})
        recent = self._memory.recent()
        for folder in recent:
            inside.addWidget(self._recent(folder, str(names.get(str(folder), folder.name))))
        if not recent:
            hint = _("还没有打开过学校数据。第一次使用请点“新建学校数据”，只要填学校名称。")
            inside.addWidget(label(hint, "quiet", wrap=True))
        inside.addStretch(1)
        return frame

    def _recent(self, folder: Path, name: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "row")
        button.setFixedHeight(46)
        button.setAccessibleName(_("打开{name}").format(name=name))
        button.clicked.connect(lambda: self.open_folder(folder))
        line = QHBoxLayout(button)
        line.setContentsMargins(10, 4, 10, 4)
        sign = QLabel()
        sign.setPixmap(pixmap("school", "accent_ink", 18))
        line.addWidget(sign)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(name))
        where = label(str(folder), "small")
        where.setMaximumWidth(360)
        words.addWidget(where)
        line.addLayout(words, 1)
        for each in button.findChildren(QLabel):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return button

    def _new(self) -> None:
        dialog = NewDeskDialog(self, who=self._who)
        if dialog.exec():
            self.make(dialog.wishes())

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("打开学校数据"), str(Path.home()))
        if chosen:
            self.open_folder(Path(chosen))

    def _sample(self) -> None:
        documents = Path.home() / _("文档")
        folder = (documents if documents.is_dir() else Path.home()) / _(SAMPLE_FOLDER)
        self.show_sample(folder)

    def show_sample(self, folder: Path) -> None:
        """Make the sample college anew in a folder and open it."""
        from college_desk.services import demonstrating

        def work(progress: Progress) -> Desk:
            made = demonstrating.demo(folder, who=self._who, now=clock.now(), progress=progress)
            return workspaces.open_desk(made.folder)

        self.tasks.run(work, then=self._open, title=_("正在准备示例学校"), owner=self)

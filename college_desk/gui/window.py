"""The main window of an open desk: bars, navigation, and the pages, each made at its first visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import Progress
from college_desk.base.settings import THEME, USER_NAME, Settings
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.crash import CrashHandler
from college_desk.gui.memory import Memory
from college_desk.gui.notices import Notices
from college_desk.gui.outline import Outline, outline, term_of
from college_desk.gui.pages.page import PAGES, Page
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.tasks import Tasks
from college_desk.gui.theme.apply import dress
from college_desk.gui.widgets.ask import ask_text
from college_desk.gui.widgets.finder import Command, Finder
from college_desk.gui.widgets.navigation import Navigation
from college_desk.gui.widgets.shortcuts import ShortcutsDialog
from college_desk.gui.widgets.status_bar import StatusBar
from college_desk.gui.widgets.top_bar import TopBar
from college_desk.records.change import Changed
from college_desk.records.register import REGISTERS
from college_desk.services import undoing
from college_desk.storage.desk import Desk

HOME = "home"


class MainWindow(QMainWindow):
    """A window on one open desk. left: it was closed to open other school data."""

    left = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        settings: Settings,
        memory: Memory,
        crashes: CrashHandler,
        who: str,
        checks: bool = True,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._leaving = False
        self._pages: dict[str, Page] = {}
        self._outline = Outline()
        self._outline_wanted = False
        self.notices = Notices(self)
        self.tasks = Tasks(
            self, refused=lambda error: self.notices.say(str(error), "error"), crashed=crashes.take
        )
        self.context = DeskContext(
            desk, tasks=self.tasks, notices=self.notices, memory=memory, who=who, parent=self, checks=checks
        )
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self._read_outline()
        if checks:
            self.context.check()
        self.tasks.run(_warm_up)

    def show_place(self, place: Place) -> None:
        """Show a page. Raises UnusableInput for a page that the program does not have."""
        page = self._pages.get(place.page) or self._make(place.page)
        self._stack.setCurrentWidget(page)
        self.navigation.show_current(place.page)
        self._status.show_selection("")
        page.arrive(place)

    @property
    def page(self) -> Page | None:
        """The page that is shown; None before the first."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def busy(self) -> bool:
        """Whether something is still loading."""
        page = self.page
        loading = page is not None and page.busy
        return loading or not self.tasks.idle or self.context.checking or self._outline_wanted

    def undo(self) -> None:
        """Take the last step back."""
        what = self._outline.undo
        if what is None:
            self.notices.say(_("没有可以撤销的操作。"), "wait")
            return
        self._reverse(undoing.undo, _("已撤销：{what}").format(what=what), _("恢复操作"), self.redo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        what = self._outline.redo
        if what is None:
            self.notices.say(_("没有可以恢复的操作。"), "wait")
            return
        self._reverse(undoing.redo, _("已恢复：{what}").format(what=what), _("撤销"), self.undo)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that could be spreadsheets."""
        if "import" in PAGES and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin to import the files that were dropped anywhere on the window."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        page = self.page
        register = page.code if isinstance(page, RegisterPage) else None
        if files:
            self.show_place(Place("import", path=files[0], more=tuple(files[1:]), register=register))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being written, remember the window, close the desk."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        memory = self.context.memory
        if not self.isMaximized():
            memory.put("size", [self.width(), self.height()])
        memory.put("maximized", self.isMaximized())
        for page in list(self._pages.values()):
            page.leave()
        self.context.give_up_check()
        self.tasks.close()
        self.context.close_check()
        self.context.desk.close()
        event.accept()
        if self._leaving:
            self.left.emit()

    def _lay_out(self) -> None:
        self.setWindowTitle(_("职教申报台"))
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = TopBar()
        column.addWidget(self._top)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.navigation = Navigation(set(self.context.memory.get("navigation", [])))
        middle.addWidget(self.navigation)
        self._stack = QStackedWidget()
        self._stack.setProperty("panel", "canvas")
        middle.addWidget(self._stack, 1)
        column.addLayout(middle, 1)
        self._status = StatusBar()
        column.addWidget(self._status)
        self.setCentralWidget(centre)
        self.setMinimumSize(1040, 620)
        self.setAcceptDrops(True)
        self._show_user()

    def _connect(self) -> None:
        context, top, status = self.context, self._top, self._status
        self.navigation.wanted.connect(lambda code: self.show_place(Place(code)))
        self.navigation.folded.connect(
            lambda: context.memory.put("navigation", sorted(self.navigation.opened))
        )
        context.went.connect(self.show_place)
        context.changed.connect(self._changed)
        context.findings_changed.connect(self._checked)
        context.numbers_shown.connect(self._show_user)
        context.scope_changed.connect(self._read_outline)
        context.selected.connect(status.show_selection)
        top.campus_chosen.connect(context.choose_campus)
        top.theme_chosen.connect(self.wear)
        top.reveal_chosen.connect(context.show_numbers)
        top.name_wanted.connect(self._ask_name)
        top.closing.connect(self._leave)
        top.undo.connect(self.undo)
        top.redo.connect(self.redo)
        top.shortcuts_wanted.connect(self._show_shortcuts)
        self.tasks.begun.connect(status.begun)
        self.tasks.stepped.connect(status.stepped)
        self.tasks.ended.connect(status.ended)
        self.finder = Finder(top.search, context, self._commands())

    def _commands(self) -> list[Command]:
        return [
            Command(_("撤销上一步"), self.undo),
            Command(_("恢复操作"), self.redo),
            Command(_("显示或遮挡证件号"), lambda: self.context.show_numbers(not self.context.reveal)),
            Command(_("深色界面"), lambda: self.wear("dark")),
            Command(_("浅色界面"), lambda: self.wear("light")),
            Command(_("快捷键一览"), self._show_shortcuts),
        ]

    def _add_shortcuts(self) -> None:
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+K", self._find),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+S", self._say_saved),
            ("Ctrl+/", self._show_shortcuts),
            ("Alt+Home", lambda: self.show_place(Place(HOME))),
        )
        for keys, run in actions:
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(run)
            self.addAction(action)

    def _make(self, code: str) -> Page:
        declared = PAGES.get(code)
        register = REGISTERS.get(code)
        if declared is not None and declared.section != "none":
            page = declared.make()
        elif register is not None:
            page = RegisterPage(register)
        else:
            raise UnusableInput(_("没有名为“{name}”的页面。").format(name=code))
        self._pages[code] = page
        self._stack.addWidget(page)
        page.open(self.context)
        return page

    def _changed(self, changed: Changed) -> None:
        for page in list(self._pages.values()):
            page.changed(changed)
        self._read_outline()

    def _checked(self) -> None:
        self._status.show_findings(self.context.findings)
        self.navigation.show_counts(self._outline.counts, self.context.findings)
        for page in list(self._pages.values()):
            page.findings_changed()

    def _read_outline(self) -> None:
        """Read what the bars say; several wishes at once are one reading."""
        if not self._outline_wanted:
            self._outline_wanted = True
            QTimer.singleShot(0, self, self._begin_outline)

    def _begin_outline(self) -> None:
        self._outline_wanted = False
        desk = self.context.desk
        self.tasks.run(lambda _progress: outline(desk), then=self._show_outline, owner=self)

    def _show_outline(self, said: Outline) -> None:
        self._outline = said
        self.setWindowTitle(_("{school} — 职教申报台").format(school=said.school))
        self._top.show_school(said.school, list(said.campuses), self.context.campus)
        self._top.show_term(term_of(self.context.today()).title)
        self._top.show_steps(said.undo, said.redo)
        self.navigation.show_counts(said.counts, self.context.findings)
        self.navigation.show_badge("import", said.pending, "wait")
        self._status.show_saved(said.saved)
        self._status.show_policy(_("政策依据 {title}").format(title=said.policy))
        when = said.backup
        self._status.show_backup(_("上次备份 {when}").format(when=when) if when else "")
        self.context.memory.name(self.context.desk.folder, said.school)

    def _reverse(
        self, service: Callable[..., Changed], done: str, back: str, act: Callable[[], None]
    ) -> None:
        context = self.context
        context.change(
            lambda _progress: service(
                context.desk, 1, who=context.who, now=context.now(), today=context.today()
            ),
            then=lambda _changed: self.notices.say(done, action=back, act=act),
            owner=self,
        )

    def wear(self, theme: str) -> None:
        """Show the program in another theme and remember it."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, theme)
        self._settings[THEME] = theme
        self._show_user()
        for page in list(self._pages.values()):
            page.update()

    def _show_user(self) -> None:
        self._top.show_user(self.context.who, str(self._settings[THEME]), self.context.reveal)

    def _ask_name(self) -> None:
        name = ask_text(self, _("填报人姓名"), _("修改记录和报送材料上写的姓名"), self.context.who)
        if name:
            self._settings[USER_NAME] = name
            self.context.who = name
            self._show_user()

    def _find(self) -> None:
        self._top.search.setFocus()
        self._top.search.selectAll()

    def _say_saved(self) -> None:
        self.notices.say(_("每次修改都已自动保存，不用另外保存。"))

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self).exec()

    def _leave(self) -> None:
        self._leaving = True
        self.close()


def _warm_up(_progress: Progress) -> None:
    """Load the table of pinyin beforehand, so that the first letters typed find at once."""
    from college_desk.storage import pinyin

    pinyin.search_words(["预热"])

"""Starts the window: fonts, theme, Chinese words, the start page or an open desk; or paints a picture."""

from __future__ import annotations

import getpass
import os
import re
import sys
import time
from pathlib import Path

import platformdirs
from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from college_desk.base import clock
from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.settings import THEME, USER_NAME, Settings
from college_desk.base.translation import _
from college_desk.gui.context import Place
from college_desk.gui.crash import CrashHandler
from college_desk.gui.memory import Memory, memory_of_this_machine
from college_desk.gui.start_window import StartWindow
from college_desk.gui.theme.apply import dress, speak_chinese
from college_desk.gui.window import HOME, MainWindow
from college_desk.storage.desk import Desk

USUAL_SIZE = (1366, 768)
START = "start"
PICTURE_SECONDS = 60
"""How long a page may load before its picture is given up."""


def run(
    desk: Desk | None,
    *,
    page: str | None = None,
    size: str | None = None,
    theme: str | None = None,
    screenshot: Path | None = None,
    settings: Settings | None = None,
    memory: Memory | None = None,
    who: str = "",
) -> int:
    """Open the window on a desk, or the start page for None; the exit status.

    page: the first page's code, None for the usual one; size: 1366x768, None as remembered; theme: light or
    dark, None as set on this machine; screenshot: paint the page, write the picture and leave. Raises
    UnusableInput for an unknown page, size or theme, and for a picture that cannot be written.
    """
    measures = _measures(size)
    settings = settings or (Settings(None) if screenshot is not None else Settings(_settings_file()))
    app = application(picture=screenshot is not None)
    if theme is not None:
        settings = _with_theme(settings, theme)
    dress(app, str(settings[THEME]))
    if memory is None:
        memory = Memory(None) if screenshot is not None else memory_of_this_machine()
    program = Program(settings, memory, who, asks=screenshot is None)
    window = program.start(desk, page or "")
    if screenshot is not None:
        try:
            return _paint(window, program.crashes, measures or USUAL_SIZE, screenshot)
        finally:
            program.crashes.uninstall()
    program.show(window, measures)
    return app.exec()


def application(*, picture: bool = False) -> QApplication:
    """The one QApplication of this process, made at the first call; for a picture it needs no screen."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if picture:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    app = QApplication([sys.argv[0] if sys.argv else "college-desk"])
    app.setApplicationName("college-desk")
    app.setApplicationDisplayName(_("职教申报台"))
    app.setDesktopFileName("college-desk")
    speak_chinese(app)
    return app


class Program:
    """The running program: one window at a time, the start page between desks."""

    def __init__(self, settings: Settings, memory: Memory, who: str, *, asks: bool = True) -> None:
        self._settings = settings
        self._memory = memory
        self._who = who or str(settings[USER_NAME]) or _login()
        self._window: QWidget | None = None
        self.crashes = CrashHandler(lambda: self._window, clock.now, asks=asks)
        self.crashes.install()

    def start(self, desk: Desk | None, page: str) -> QWidget:
        """The first window: a page of the desk, or the start page. Raises UnusableInput for an unknown page."""
        if desk is None and page not in ("", START):
            raise UnusableInput(_("请先指明学校数据所在的文件夹。"))
        if desk is None or page == START:
            return self._start_window()
        return self._main_window(desk, page or HOME)

    def show(self, window: QWidget, size: tuple[int, int] | None) -> None:
        """Show a window at a size, else at the one remembered."""
        kept = self._memory.get("size", [])
        fits = len(kept) == 2 and all(isinstance(each, int) for each in kept)
        width, height = size or ((kept[0], kept[1]) if fits else USUAL_SIZE)
        room = window.screen().availableSize()
        window.resize(QSize(width, height).boundedTo(room))
        if size is None and self._memory.get("maximized", False) and isinstance(window, MainWindow):
            window.showMaximized()
        else:
            window.show()

    def open_desk(self, desk: Desk) -> None:
        """Show the home page of a desk in place of the window that is open."""
        self._change(self._main_window(desk, HOME))

    def _main_window(self, desk: Desk, page: str) -> MainWindow:
        window = MainWindow(
            desk, settings=self._settings, memory=self._memory, crashes=self.crashes, who=self._who
        )
        self._window = window
        try:
            window.show_place(Place(page))
        except UnusableInput:
            window.close()
            raise
        self._memory.opened(desk.folder)
        window.left.connect(self._back_to_start)
        return window

    def _start_window(self) -> StartWindow:
        window = StartWindow(self._memory, who=self._who, crashes=self.crashes)
        window.opened.connect(self.open_desk)
        self._window = window
        return window

    def _back_to_start(self) -> None:
        self._change(self._start_window())

    def _change(self, window: QWidget) -> None:
        before, self._window = self._shown, window
        self.show(window, None)
        self._shown = window
        if before is not None:
            before.close()
            before.deleteLater()

    _shown: QWidget | None = None


def _paint(window: QWidget, crashes: CrashHandler, size: tuple[int, int], out: Path) -> int:
    """Write a picture of the window once nothing in it loads any more; raises what failed in it."""
    window.setFixedSize(*size)
    window.show()
    try:
        settle(window, PICTURE_SECONDS, crashes)
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        picture = window.grab()
    finally:
        window.close()
    if not (out.parent.is_dir() and picture.save(str(out), "PNG")):
        raise UnusableInput(_("图片写不到“{file}”，请换一个文件夹。").format(file=out))
    return 0


def settle(window: QWidget, seconds: float, crashes: CrashHandler | None = None) -> None:
    """Let the window work until it is at rest. Raises what failed in it, or DeskError when it is not in time."""
    loop = QEventLoop()
    last = time.monotonic() + seconds
    quiet = 0
    while quiet < 3:
        QTimer.singleShot(15, loop, loop.quit)
        loop.exec()
        if crashes is not None and crashes.raised is not None:
            raise crashes.raised
        quiet = 0 if getattr(window, "busy", False) else quiet + 1
        if time.monotonic() > last:
            raise DeskError(_("页面在{n}秒内没有载入完。").format(n=int(seconds)))


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return _("填报人")


def _with_theme(settings: Settings, theme: str) -> Settings:
    """The same settings with a theme for this run only, written nowhere."""
    if theme not in THEME.choices:
        raise UnusableInput(_("界面配色只有 light 和 dark，没有“{name}”。").format(name=theme))
    for_now = Settings(None)
    for_now[USER_NAME] = settings[USER_NAME]
    for_now[THEME] = theme
    return for_now


def _measures(size: str | None) -> tuple[int, int] | None:
    if size is None:
        return None
    found = re.fullmatch(r"(\d{3,5})[xX×](\d{3,5})", size.strip())
    if found is None:
        raise UnusableInput(_("窗口大小“{size}”请写成 1366x768 这样。").format(size=size))
    return int(found[1]), int(found[2])


def _settings_file() -> Path:
    named = os.environ.get("COLLEGE_DESK_SETTINGS")
    return Path(named) if named else platformdirs.user_config_path("college-desk", False) / "settings.json"

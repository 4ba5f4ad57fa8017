"""What happens when the program itself is at fault: a log without personal data and one plain dialog."""

from __future__ import annotations

import datetime as dt
import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

import college_desk
from college_desk.base.translation import _


def log_folder() -> Path:
    """Where crash reports of this machine's user lie."""
    return Path(platformdirs.user_log_dir("college-desk", appauthor=False))


def report(raised: BaseException, when: dt.datetime) -> str:
    """What is written of a crash: versions, the kind of error and the places in our code.

    The error's own words are left out, they may hold a name or a number of somebody.
    """
    lines = [
        f"{when.isoformat(timespec='seconds')} college-desk {college_desk.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
    ]
    current: BaseException | None = raised
    while current is not None:
        lines.append(type(current).__qualname__)
        for frame in traceback.extract_tb(current.__traceback__):
            lines.append(f"  {_shortened(frame.filename)}:{frame.lineno} {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def write_report(text: str, folder: Path, when: dt.datetime) -> Path | None:
    """Append a report to the month's log; None when the folder cannot be written."""
    file = folder / f"crash-{when:%Y-%m}.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as log:
            log.write(text + "\n")
    except OSError:
        return None
    return file


class CrashHandler:
    """Takes exceptions that are the program's fault; shows one dialog at a time.

    Several at once (a painting that fails at every row) are logged and shown as one. asks: False where nobody
    looks (a picture is painted): nothing is shown, `raised` holds the first exception.
    """

    def __init__(
        self, window: Callable[[], QWidget | None], now: Callable[[], dt.datetime], *, asks: bool = True
    ) -> None:
        self._window = window
        self._now = now
        self._asks = asks
        self._showing = False
        self._before = sys.excepthook
        self.raised: BaseException | None = None

    def install(self) -> None:
        """Take every exception that escapes to Qt."""
        self._before = sys.excepthook
        sys.excepthook = self._hook

    def uninstall(self) -> None:
        """Leave exceptions to whoever took them before."""
        sys.excepthook = self._before

    def take(self, raised: BaseException) -> None:
        """Log the exception and tell the clerk that nothing of what was saved is lost."""
        self.raised = self.raised or raised
        if not self._asks:
            return
        details = report(raised, self._now())
        file = write_report(details, log_folder(), self._now())
        if self._showing or QApplication.instance() is None:
            return
        self._showing = True
        try:
            CrashDialog(details, file, self._window()).exec()
        finally:
            self._showing = False

    def _hook(self, kind: type[BaseException], raised: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, raised, trace)
            return
        self.take(raised)


class CrashDialog(QDialog):
    """Says that the program failed, that saved work is safe, and offers the details to copy."""

    def __init__(self, details: str, file: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("程序出错"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        title = QLabel(_("这一步没有办成，是程序自身的问题"))
        title.setProperty("role", "title")
        column.addWidget(title)
        body = QLabel(_("已保存的内容没有受影响。可以重试；若再次出现，请把详细情况复制给技术支持。"))
        body.setWordWrap(True)
        column.addWidget(body)
        if file is not None:
            where = QLabel(_("记录在：{file}").format(file=file))
            where.setProperty("role", "small")
            where.setWordWrap(True)
            column.addWidget(where)
        row = QHBoxLayout()
        copy = QPushButton(_("复制详细情况"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        go_on = QPushButton(_("继续"))
        go_on.setProperty("kind", "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(go_on)
        column.addSpacing(6)
        column.addLayout(row)


def _shortened(filename: str) -> str:
    """A file's path from the package on, so that no home folder's name is in a report."""
    parts = Path(filename).parts
    for name in ("college_desk", "PySide6", "sqlalchemy"):
        if name in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(name) :])
    return parts[-1] if parts else filename

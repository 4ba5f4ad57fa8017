"""Real school data, a real window, nothing on the screen and nothing of this machine."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from college_desk.base.settings import Settings
from college_desk.gui.app import settle
from college_desk.gui.context import Place
from college_desk.gui.crash import CrashHandler
from college_desk.gui.memory import Memory
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.theme.apply import dress
from college_desk.gui.window import MainWindow
from college_desk.records.register import Record
from college_desk.services import workspaces
from college_desk.storage.desk import Desk
from tests import make

TODAY = dt.date(2026, 11, 25)
NOW = dt.datetime(2026, 11, 25, 10, 32, tzinfo=dt.timezone(dt.timedelta(hours=8)))
WHO = "李敏"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says what it cannot do (raise a window); that is no fault of ours."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support", extend=True))


Opened = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLEGE_DESK_TODAY", TODAY.isoformat())


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp, "light")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """New school data with two campuses and nothing on the other registers."""
    made = workspaces.create(
        tmp_path / "college",
        name="济宁示例职业学院",
        campuses=("本部", "北校区"),
        who=WHO,
        now=NOW,
        today=TODAY,
    )
    yield made
    made.close()


@pytest.fixture
def crashes() -> Iterator[CrashHandler]:
    """Takes what fails in the window; nothing may."""
    handler = CrashHandler(lambda: None, lambda: NOW, asks=False)
    yield handler
    if handler.raised is not None:
        raise handler.raised


@pytest.fixture
def opened(qtbot: QtBot, crashes: CrashHandler) -> Iterator[Opened]:
    """Opens a window on a desk and waits until it is at rest."""
    windows: list[MainWindow] = []

    def open_window(desk: Desk, page: str = "apprentice", *, checks: bool = False) -> MainWindow:
        window = MainWindow(
            desk, settings=Settings(None), memory=Memory(None), crashes=crashes, who=WHO, checks=checks
        )
        windows.append(window)
        window.resize(1366, 768)
        window.show_place(Place(page))
        window.show()
        rest(window)
        return window

    yield open_window
    for window in windows:
        window.close()
        window.deleteLater()


def rest(window: MainWindow) -> None:
    """Wait until nothing in the window loads or is stored any more."""
    settle(window, 20)


def keep(desk: Desk, *records: Record) -> list[Record]:
    """Put records on their registers, whatever the rules say."""
    with desk.write("准备", who=WHO, now=NOW, today=TODAY, guarded=False) as writer:
        return writer.add_many(list(records))


def people(number: int) -> list[Record]:
    """So many apprentices, 王一 to 王九 and so on."""
    digits = "零一二三四五六七八九"
    names = ["王" + "".join(digits[int(each)] for each in str(index + 1)) for index in range(number)]
    return [
        make.apprentice(name=name, id_number=make.id_number(dt.date(2008, 3, 15), serial=index + 1))
        for index, name in enumerate(names)
    ]


def register_page(window: MainWindow) -> RegisterPage:
    """The register page that the window shows; that of apprentices with the columns that tests are about."""
    page = window.page
    assert isinstance(page, RegisterPage)
    if page.register.code == "apprentice":
        page.show_columns(["name", "id_number", "gender", "class_name", "position", "monthly_pay"])
    return page


def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and release a key."""
    QTest.keyClick(widget, key, modifiers)


def write(widget: QWidget, text: str) -> None:
    """Type a text: letters and digits by keys, Chinese as an input method hands it over."""
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from college_desk.gui.app import settle
from college_desk.gui.crash import CrashHandler
from college_desk.gui.memory import Memory
from college_desk.gui.new_desk import NewDeskDialog, Wishes
from college_desk.gui.start_window import StartWindow
from college_desk.records.register import REGISTERS
from college_desk.storage.desk import Desk
from tests.gui.conftest import WHO

WISHES = Wishes(
    name="济宁示例职业学院", school_code="", campuses=("本部", "北校区"), here="北校区",
    policy="jining-2022", folder=Path(), passphrase=None, who=WHO,
)  # fmt: skip


@pytest.fixture
def start(qtbot: QtBot, crashes: CrashHandler) -> Iterator[StartWindow]:
    window = StartWindow(Memory(None), who=WHO, crashes=crashes)
    qtbot.addWidget(window)
    window.show()
    yield window


def wishes(folder: Path, **other: object) -> Wishes:
    return Wishes(**{**WISHES.__dict__, "folder": folder, **other})


def test_new_school_data_are_made_and_opened(start: StartWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(start.opened, timeout=10_000) as opened:
        start.make(wishes(tmp_path / "学校"))
    desk = opened.args[0]
    assert isinstance(desk, Desk)
    with desk, desk.read() as reader:
        assert reader.meta("name") == "济宁示例职业学院"
        assert reader.meta("here") == "北校区"


def test_encrypted_school_data_need_their_passphrase(
    start: StartWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(start.opened, timeout=10_000) as made:
        start.make(wishes(tmp_path / "学校", passphrase="正确的口令很长"))
    made.args[0].close()
    answers = iter(["错误的口令", "正确的口令很长"])
    monkeypatch.setattr("college_desk.gui.start_window.ask_secret", lambda *_asked: next(answers))
    start.open_folder(tmp_path / "学校")
    settle(start, 10)
    assert "口令" in start.notices.sentence
    with qtbot.waitSignal(start.opened, timeout=10_000) as opened:
        start.open_folder(tmp_path / "学校")
    opened.args[0].close()


def test_a_folder_that_holds_no_school_data_is_told_in_one_sentence(
    start: StartWindow, tmp_path: Path
) -> None:
    start.open_folder(tmp_path)
    assert "不是学校数据文件夹" in start.notices.sentence


def test_what_was_opened_lately_is_offered_and_what_is_gone_is_not(
    qtbot: QtBot, crashes: CrashHandler, tmp_path: Path
) -> None:
    memory = Memory(tmp_path / "memory.json")
    (tmp_path / "本校").mkdir()
    memory.opened(tmp_path / "本校")
    memory.opened(tmp_path / "已删除")
    window = StartWindow(Memory(tmp_path / "memory.json"), who=WHO, crashes=crashes)
    qtbot.addWidget(window)
    texts = [each.text() for each in window.findChildren(QLabel)]
    assert "本校" in texts
    assert "已删除" not in texts


def test_a_damaged_memory_counts_as_empty(tmp_path: Path) -> None:
    file = tmp_path / "memory.json"
    file.write_text("{不是", encoding="utf-8")
    memory = Memory(file)
    assert memory.get("size", []) == []
    memory.put("size", [1, 2])
    assert Memory(file).get("size", []) == [1, 2]


def test_the_assistant_asks_four_things_and_needs_only_the_name(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewDeskDialog(who=WHO)
    qtbot.addWidget(dialog)
    dialog._go(1)
    assert dialog._wrong.text() == "请写明学校名称。"
    dialog._name.setText("济宁示例职业学院")
    for _step in range(3):
        dialog._go(1)
    assert dialog._steps.currentIndex() == 3
    assert dialog._next.text() == "新建"
    dialog._folder.setText(str(tmp_path / "新"))
    dialog._go(1)
    assert dialog.result() == 1
    asked = dialog.wishes()
    assert (asked.name, asked.campuses, asked.here, asked.passphrase) == ("济宁示例职业学院", (), None, None)


def test_the_assistant_wants_the_passphrase_twice_and_long_enough(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewDeskDialog()
    qtbot.addWidget(dialog)
    dialog._name.setText("学校")
    dialog._show(3)
    dialog._folder.setText(str(tmp_path / "新"))
    dialog._encrypt.setChecked(True)
    for secret, again, wrong in (("1234567", "1234567", "至少"), ("12345678", "12345679", "不一样")):
        dialog._secret.setText(secret)
        dialog._again.setText(again)
        dialog._go(1)
        assert wrong in dialog._wrong.text()
    dialog._again.setText("12345678")
    dialog._go(1)
    assert dialog.wishes().passphrase == "12345678"


def test_the_assistant_refuses_a_folder_that_holds_something(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "文件.txt").write_text("")
    dialog = NewDeskDialog()
    qtbot.addWidget(dialog)
    dialog._name.setText("学校")
    dialog._show(3)
    dialog._folder.setText(str(tmp_path))
    dialog._go(1)
    assert "已有文件" in dialog._wrong.text()


@pytest.mark.timeout(180)
def test_the_sample_college_is_made_and_opened(start: StartWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(start.opened, timeout=150_000) as opened:
        start.show_sample(tmp_path / "示例学校")
    with opened.args[0] as desk, desk.read() as reader:
        assert reader.count(REGISTERS["apprentice"]) > 500

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from college_desk.gui.crash import CrashDialog, report, write_report
from college_desk.gui.models.guarded import guarded
from tests.gui.conftest import NOW


def failing() -> ValueError:
    try:
        raise ValueError("370811200803150031 王一")
    except ValueError as error:
        return error


def test_a_report_names_places_but_nobody(tmp_path: Path) -> None:
    text = report(failing(), NOW)
    assert "ValueError" in text
    assert "test_crash.py" in text
    assert "370811" not in text
    assert "王一" not in text
    assert str(Path.home()) not in text
    file = write_report(text, tmp_path / "log", NOW)
    assert file is not None
    assert file.read_text(encoding="utf-8").startswith("2026-11-25")


def test_a_log_that_cannot_be_written_is_no_second_crash(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert write_report("x", blocked / "log", NOW) is None


def test_the_dialog_says_that_saved_work_is_safe_and_copies_details(qtbot: QtBot) -> None:
    dialog = CrashDialog("详情", None)
    qtbot.addWidget(dialog)
    copy = next(each for each in dialog.findChildren(QPushButton) if "复制" in each.text())
    copy.click()
    assert QApplication.clipboard().text() == "详情"


def test_an_override_that_fails_answers_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, _raised, _trace: told.append(kind))

    @guarded(7)
    def override() -> int:
        raise KeyError("x")

    assert override() == 7
    assert told == [KeyError]

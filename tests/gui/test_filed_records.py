"""Records that were filed, in the window: a change asks once for its reason; a tab tells where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from college_desk.gui.models.register_model import CellEdit
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.widgets.record_panel import STANDING
from college_desk.gui.window import MainWindow
from college_desk.records.teaching.appointment import Appointment
from college_desk.storage.desk import Desk
from tests.gui.conftest import Opened, register_page, rest
from tests.gui.test_filed_view import filed, returned

Answering = Callable[[str | None], None]


@pytest.fixture
def asked(qapp: QApplication) -> Iterator[tuple[list[str], Answering]]:
    """The sentences asked in small dialogs, and what sets the next answer (None: the clerk cancels)."""
    sentences: list[str] = []
    answer: list[str | None] = [None]

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            sentences.append(" ".join(each.text() for each in dialog.findChildren(QLabel)))
            if answer[0] is None:
                dialog.reject()
            else:
                dialog.findChild(QLineEdit).setText(answer[0])  # type: ignore[union-attr]
                dialog.accept()

    timer = QTimer(qapp)
    timer.setInterval(5)
    timer.timeout.connect(look)
    timer.start()
    yield sentences, lambda text: answer.__setitem__(0, text)
    timer.stop()
    timer.deleteLater()


def uid_of(desk: Desk, name: str) -> str:
    with desk.read() as reader:
        return next(each.uid for each in reader.all(Appointment) if each.name == name)


def type_course(window: MainWindow, page: RegisterPage, uid: str, text: str) -> None:
    page.model.take([CellEdit(uid, "course", text)])
    rest(window)


def course(desk: Desk, uid: str) -> str | None:
    with desk.read() as reader:
        kept = reader.get(Appointment, uid)
    assert kept is not None
    return kept.course


def reasons(desk: Desk, uid: str) -> list[str | None]:
    """Why a record was changed since it was added."""
    with desk.read() as reader:
        lines = reader.lines_of(uid)
    return [each.reason for each in lines if each.step > lines[0].step]


def test_a_filed_record_asks_once_why_it_is_changed(
    opened: Opened, desk: Desk, tmp_path: Path, asked: tuple[list[str], Answering]
) -> None:
    filed(desk, tmp_path)
    window = opened(desk, "appointment")
    page = register_page(window)
    sentences, answer = asked
    answer("任务书写错")
    li = uid_of(desk, "李明")
    type_course(window, page, li, "数控车工")
    assert course(desk, li) == "数控车工"
    assert len(sentences) == 1
    assert "兼职教师聘任备案（2026—2027学年第一学期，第1批）" in sentences[0]
    type_course(window, page, li, "数控铣工")
    assert course(desk, li) == "数控铣工"
    assert len(sentences) == 1
    type_course(window, page, uid_of(desk, "王芳"), "钳工")
    assert len(sentences) == 2
    assert reasons(desk, li) == ["任务书写错"] * 2
    page.grid.go_to(li)
    page.panel._tabs[2].click()
    rest(window)
    history = [each.text() for each in page.panel.findChildren(QLabel)]
    assert history.count("原因：任务书写错") == 2


def test_without_a_reason_the_value_stays(
    opened: Opened, desk: Desk, tmp_path: Path, asked: tuple[list[str], Answering]
) -> None:
    filed(desk, tmp_path)
    window = opened(desk, "appointment")
    page = register_page(window)
    li = uid_of(desk, "李明")
    before = course(desk, li)
    type_course(window, page, li, "数控车工")
    assert len(asked[0]) == 1
    assert course(desk, li) == before
    row = page.model.row(li)
    assert row is not None
    assert page.model.text(row, page.register.by_name["course"]) == before
    assert "内容未改动" in window.notices.sentence
    page.work.end([li], lambda _changed: None, lambda _error: None)
    rest(window)
    with desk.read() as reader:
        kept = reader.get(Appointment, li)
    assert kept is not None and not kept.ended


def test_ending_a_filed_record_asks_too(
    opened: Opened, desk: Desk, tmp_path: Path, asked: tuple[list[str], Answering]
) -> None:
    filed(desk, tmp_path)
    window = opened(desk, "appointment")
    page = register_page(window)
    li = uid_of(desk, "李明")
    asked[1]("本人辞聘")
    page._end([li])
    rest(window)
    with desk.read() as reader:
        kept = reader.get(Appointment, li)
    assert kept is not None and kept.ended
    assert len(asked[0]) == 1
    assert reasons(desk, li) == ["本人辞聘"]


def test_what_came_back_is_changed_without_asking(
    opened: Opened, desk: Desk, tmp_path: Path, asked: tuple[list[str], Answering]
) -> None:
    filed(desk, tmp_path)
    returned(desk, "李明的课程写错")
    window = opened(desk, "appointment")
    page = register_page(window)
    li = uid_of(desk, "李明")
    type_course(window, page, li, "数控车工")
    assert course(desk, li) == "数控车工"
    assert asked[0] == []


def test_the_panel_tells_in_which_filings_a_record_stands(
    opened: Opened, desk: Desk, tmp_path: Path, asked: tuple[list[str], Answering]
) -> None:
    filed(desk, tmp_path)
    window = opened(desk, "appointment")
    page = register_page(window)
    asked[1]("写错")
    li = uid_of(desk, "李明")
    before = course(desk, li)
    page.grid.go_to(li)
    page.panel._tabs[STANDING].click()
    rest(window)
    assert "内容与定稿时一致" in said(page)
    type_course(window, page, li, "数控车工")
    page.panel._tabs[STANDING].click()
    rest(window)
    assert f"任教课程：定稿时 {before}，现在 数控车工" in said(page)
    assert "已定稿" in said(page)


def test_the_panel_says_that_a_record_was_never_filed(opened: Opened, desk: Desk, tmp_path: Path) -> None:
    filed(desk, tmp_path)
    window = opened(desk, "term")
    page = register_page(window)
    page.panel._tabs[STANDING].click()
    rest(window)
    assert "兼职教师聘任备案" in said(page)
    window = opened(desk, "school")
    page = register_page(window)
    assert "兼职教师聘任备案" not in said(page)


def said(page: RegisterPage) -> list[str]:
    return [each.text() for each in page.panel.standing.findChildren(QLabel) if not each.isHidden()]

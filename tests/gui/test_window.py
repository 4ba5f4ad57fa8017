from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from college_desk.base.errors import UnusableInput
from college_desk.gui.context import Place
from college_desk.gui.pages.page import PAGES
from college_desk.gui.widgets.navigation import GROUPS, registers_of, short_title
from college_desk.gui.window import MainWindow
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.register import REGISTERS
from college_desk.services import editing
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import NOW, TODAY, WHO, Opened, keep, people, press, register_page, rest, write


def test_every_register_stands_in_the_navigation_once() -> None:
    listed = [register.code for group in GROUPS for register in registers_of(group)]
    assert sorted(listed) == sorted(REGISTERS.codes())


def test_titles_in_the_navigation_are_short() -> None:
    assert short_title(REGISTERS["apprentice"]) == "学徒"
    assert short_title(REGISTERS["agreement"]) == "校企合作协议"
    assert all(short_title(each) for each in REGISTERS)


@pytest.mark.parametrize("code", REGISTERS.codes())
def test_every_register_has_a_page(desk: Desk, opened: Opened, code: str) -> None:
    keep(desk, *make.everything())
    window = opened(desk, code)
    page = register_page(window)
    assert page.model.rowCount() >= 1
    assert page.panel.isVisible()


def test_an_unknown_page_is_refused(desk: Desk, opened: Opened) -> None:
    with pytest.raises(UnusableInput, match="nowhere"):
        opened(desk).show_place(Place("nowhere"))


def test_pages_have_titles_and_icons_that_are_there() -> None:
    assert "system" in PAGES
    assert all(each.title for each in PAGES)


def test_the_bars_say_school_term_and_what_is_saved(desk: Desk, opened: Opened) -> None:
    window = opened(desk)
    assert window._top.scope.text() == "济宁示例职业学院 · 全校"
    assert window._top.term.text() == "2026—2027学年第一学期"
    assert window._status._saved.text() == f"● 已保存 {NOW.astimezone():%H:%M}"
    assert "济宁示例职业学院" in window.windowTitle()


def test_undo_and_redo_are_named_and_work_from_the_keys(desk: Desk, opened: Opened) -> None:
    saved = editing.add(desk, make.apprentice(name="王一"), who=WHO, now=NOW, today=TODAY)
    window = opened(desk)
    assert "王一" in window._top.undo_button.toolTip()
    assert not window._top.redo_button.isEnabled()
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(window)
    assert register_page(window).model.rowCount() == 0
    assert window.notices.sentence.startswith("已撤销：新增学徒花名册")
    assert window._top.redo_button.isEnabled()
    press(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    rest(window)
    assert register_page(window).model.uids() == [saved.record.uid]
    assert window.notices.sentence.startswith("已恢复：新增学徒花名册")


def test_undo_with_nothing_to_take_back_says_so(desk: Desk, opened: Opened) -> None:
    window = opened(desk)
    window.undo()
    assert window.notices.sentence == "没有可以撤销的操作。"


def test_a_change_by_another_page_reaches_this_one(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(1))
    window = opened(desk)
    page = register_page(window)
    saved = editing.add(
        desk, make.apprentice(name="李新", id_number=make.id_number(serial=88)), who=WHO, now=NOW, today=TODAY
    )
    window.context.tell(saved.changed)
    rest(window)
    assert page.model.rowCount() == 2


def find(qtbot: QtBot, window: MainWindow, words: str, wanted: str) -> list[str]:
    window._find()
    window._top.search.clear()
    write(window._top.search, words)
    qtbot.waitUntil(lambda: any(wanted in each for each in window.finder.shown), timeout=5000)
    return window.finder.shown


def test_the_search_box_finds_people_pages_and_commands(desk: Desk, opened: Opened, qtbot: QtBot) -> None:
    keep(desk, *people(1), make.enterprise(name="山东鲁能机械有限公司"))
    window = opened(desk)
    assert any("学徒" in each for each in find(qtbot, window, "wangy", "王一"))
    assert find(qtbot, window, "鲁能", "山东鲁能")
    assert find(qtbot, window, "xitong", "系统")
    assert find(qtbot, window, "深色", "操作")
    assert find(qtbot, window, "没有的东西", "没有找到")


def test_choosing_what_was_found_goes_there(desk: Desk, opened: Opened, qtbot: QtBot) -> None:
    keep(desk, *people(3))
    window = opened(desk, "system")
    find(qtbot, window, "王二", "王二　")
    press(window._top.search, Qt.Key.Key_Return)
    rest(window)
    page = register_page(window)
    with desk.read() as reader:
        names = {each.uid: each.name for each in reader.all(Apprentice)}
    uid = page.grid.current_uid()
    assert uid is not None
    assert names[uid] == "王二"


def test_the_navigation_shows_counts_and_then_findings(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(2))
    window = opened(desk)
    row = window.navigation._rows["apprentice"]
    assert (row.count, row.badge) == (2, 0)
    wrong = make.apprentice(name="王错", id_number=make.id_number(male=True, serial=50), gender="女")
    window.context.tell(editing.add(desk, wrong, who=WHO, now=NOW, today=TODAY).changed)
    window.context.check()
    rest(window)
    assert row.badge >= 1
    assert row.tone == "error"
    assert window._status._errors.text() == f"必须改正 {window.context.findings.errors} 处"


def test_arrows_walk_through_the_navigation(desk: Desk, opened: Opened) -> None:
    window = opened(desk)
    rows = window.navigation._rows
    rows["apprentice"].setFocus()
    press(rows["apprentice"], Qt.Key.Key_Down)
    assert window.focusWidget() is rows["part_time_teacher"]
    press(rows["part_time_teacher"], Qt.Key.Key_Return)
    assert window.page is not None
    assert window.page.code == "part_time_teacher"


def test_folded_registers_come_out_and_go_back(desk: Desk, opened: Opened) -> None:
    window = opened(desk)
    assert "placement" not in window.navigation.codes()
    window.navigation._toggle("学徒培养")
    assert "placement" in window.navigation.codes()
    assert window.context.memory.get("navigation", []) == ["学徒培养"]
    window.navigation._toggle("学徒培养")
    assert "placement" not in window.navigation.codes()


def test_the_name_of_who_works_and_the_theme_are_kept_in_the_settings(desk: Desk, opened: Opened) -> None:
    window = opened(desk)
    window.wear("dark")
    assert window._top.user.text() == "李敏 · 填报"
    assert str(window._settings[next(each for each in window._settings if each.name == "theme")]) == "dark"
    window.wear("light")

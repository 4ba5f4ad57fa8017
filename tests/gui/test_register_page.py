from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from college_desk.gui.editors.editor import Editor
from college_desk.gui.models.register_model import Role
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.window import MainWindow
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.services import workspaces
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import Opened, keep, people, press, register_page, rest, write


def cell(page: RegisterPage, row: int, name: str) -> QModelIndex:
    names = [each.name for each in page.model.columns]
    return page.model.index(row, names.index(name))


def go(page: RegisterPage, row: int, name: str) -> None:
    page.grid.setFocus()
    assert page.grid.go_to(page.model.uid_at(row), name)


def editing_line(page: RegisterPage) -> Editor:
    editors = [each for each in page.grid.viewport().findChildren(Editor) if each.isVisible()]
    assert len(editors) == 1
    return editors[0]


def stored(desk: Desk) -> list[Apprentice]:
    with desk.read() as reader:
        return reader.all(Apprentice)


def type_into(window: MainWindow, page: RegisterPage, text: str) -> None:
    press(page.grid, Qt.Key.Key_F2)
    line = editing_line(page)
    line.selectAll()
    write(line, text)
    press(line, Qt.Key.Key_Return)
    rest(window)


def test_lists_the_records_with_their_count_and_masks_identity_numbers(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(3))
    page = register_page(opened(desk))
    assert page.model.rowCount() == 3
    assert page._count.text() == "3 人"
    number = stored(desk)[0].id_number or ""
    assert cell(page, 0, "id_number").data() == f"370800••••{number[-4:]}"


def test_the_model_keeps_qts_rules_for_models(desk: Desk, opened: Opened, qtmodeltester: ModelTester) -> None:
    keep(desk, *people(250))
    page = register_page(opened(desk))
    page.model.add_draft({"name": "新人"})
    qtmodeltester.check(page.model, force_py=True)  # type: ignore[no-untyped-call]


def test_an_empty_register_says_what_to_do_next(desk: Desk, opened: Opened) -> None:
    page = register_page(opened(desk))
    assert page._stack.currentWidget() is page._empty
    assert not page.panel.isVisible()


def test_typing_over_a_cell_stores_it_and_goes_down(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(2))
    window = opened(desk)
    page = register_page(window)
    go(page, 0, "position")
    type_into(window, page, "装配钳工")
    assert stored(desk)[0].position == "装配钳工"
    assert cell(page, 0, "position").data() == "装配钳工"
    assert page.grid.currentIndex() == cell(page, 1, "position")


def test_tab_stores_and_goes_to_the_right(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(1))
    window = opened(desk)
    page = register_page(window)
    go(page, 0, "class_name")
    press(page.grid, Qt.Key.Key_F2)
    line = editing_line(page)
    line.setText("2026级机电9班")
    press(line, Qt.Key.Key_Tab)
    rest(window)
    assert stored(desk)[0].class_name == "2026级机电9班"
    assert page.grid.currentIndex().column() == cell(page, 0, "class_name").column() + 1


def test_escape_gives_the_edit_up(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(1))
    window = opened(desk)
    page = register_page(window)
    before = stored(desk)[0].class_name
    go(page, 0, "class_name")
    press(page.grid, Qt.Key.Key_F2)
    write(editing_line(page), "别的班")
    press(editing_line(page), Qt.Key.Key_Escape)
    rest(window)
    assert stored(desk)[0].class_name == before


def test_text_that_cannot_be_read_stays_red_beside_the_value_kept(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(1))
    window = opened(desk)
    page = register_page(window)
    page.model.show_columns(["name", "start_on"])
    go(page, 0, "start_on")
    type_into(window, page, "2026.2.30")
    assert cell(page, 0, "start_on").data() == "2026.2.30"
    assert cell(page, 0, "start_on").data(Role.TONE) == "error"
    assert "2026.2.30" in cell(page, 0, "start_on").data(Qt.ItemDataRole.ToolTipRole)
    assert stored(desk)[0].start_on != dt.date(2026, 2, 28)


def test_a_day_is_typed_in_any_shape(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(1))
    window = opened(desk)
    page = register_page(window)
    page.model.show_columns(["name", "start_on"])
    for typed in ("20260907", "2026.9.8", "2026/9/9", "9.10"):
        go(page, 0, "start_on")
        type_into(window, page, typed)
        assert cell(page, 0, "start_on").data() == f"2026-09-{typed[-2:].strip('./').zfill(2)}"


def test_delete_clears_the_selected_cells_in_one_step(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(3))
    window = opened(desk)
    page = register_page(window)
    go(page, 0, "position")
    page.grid.selectColumn(cell(page, 0, "position").column())
    press(page.grid, Qt.Key.Key_Delete)
    rest(window)
    assert [each.position for each in stored(desk)] == [None, None, None]
    window.undo()
    rest(window)
    assert all(each.position for each in stored(desk))
    assert "已撤销" in window.notices.sentence


def test_ctrl_d_fills_down(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(3))
    window = opened(desk)
    page = register_page(window)
    go(page, 0, "position")
    type_into(window, page, "电气检修")
    page.grid.selectColumn(cell(page, 0, "position").column())
    press(page.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    rest(window)
    assert {each.position for each in stored(desk)} == {"电气检修"}


def test_a_block_with_headers_is_matched_in_any_column_order(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(2))
    window = opened(desk)
    page = register_page(window)
    go(page, 0, "name")
    QGuiApplication.clipboard().setText("月报酬（元）\t学徒岗位\n3,200.50元\t钳工\n二千\t电工\n")
    press(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rest(window)
    first, second = stored(desk)
    assert (str(first.monthly_pay), first.position, second.position) == ("3200.50", "钳工", "电工")
    assert list(page.model.unread().values()) == ["二千"], "good cells are kept, the bad one stays red"


def test_copying_gives_whole_numbers_with_tabs(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(2))
    page = register_page(opened(desk))
    go(page, 0, "name")
    page.grid.selectionModel().select(
        cell(page, 0, "id_number"), page.grid.selectionModel().SelectionFlag.Select
    )
    press(page.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    first = stored(desk)[0]
    assert QGuiApplication.clipboard().text() == f"{first.name}\t{first.id_number}"


def test_the_search_box_finds_by_initials_and_last_digits(desk: Desk, opened: Opened, qtbot: QtBot) -> None:
    keep(desk, *people(9), make.apprentice(name="曾单", id_number=make.id_number(serial=77)))
    window = opened(desk)
    page = register_page(window)
    for words in ("zengs", "zengshan", "曾", make.id_number(serial=77)[-6:]):
        page.filters.search.setText(words)
        qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=5000)
        assert cell(page, 0, "name").data() == "曾单"
        page.filters.search.setText("")
        qtbot.waitUntil(lambda: page.model.rowCount() == 10, timeout=5000)


def test_a_search_that_finds_nothing_offers_to_show_all(desk: Desk, opened: Opened, qtbot: QtBot) -> None:
    keep(desk, *people(2))
    window = opened(desk)
    page = register_page(window)
    page.filters.search.setText("没有这个人")
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._none, timeout=5000)
    page.filters.clear()
    rest(window)
    assert page.model.rowCount() == 2


def test_a_click_on_a_header_sorts_and_a_second_one_turns_it_round(desk: Desk, opened: Opened) -> None:
    keep(
        desk,
        *(
            make.apprentice(name=f"王{each}", id_number=make.id_number(serial=serial))
            for serial, each in enumerate("丙甲乙")
        ),
    )
    window = opened(desk)
    page = register_page(window)
    column = cell(page, 0, "name").column()
    page.grid.horizontalHeader().sectionClicked.emit(column)
    rest(window)
    names = [cell(page, row, "name").data() for row in range(3)]
    assert names == sorted(names)
    page.grid.horizontalHeader().sectionClicked.emit(column)
    rest(window)
    assert [cell(page, row, "name").data() for row in range(3)] == names[::-1]


def test_a_new_row_is_kept_once_its_key_and_name_are_there(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(1))
    window = opened(desk)
    page = register_page(window)
    number = make.id_number(dt.date(2009, 5, 6), male=False, serial=9)
    page.begin_new()
    write(editing_line(page), "赵新")
    press(editing_line(page), Qt.Key.Key_Tab)
    rest(window)
    assert len(stored(desk)) == 1, "without its key a new row is a draft"
    assert page.grid.currentIndex().data(Role.DRAFT)
    type_into(window, page, number)
    assert [each.name for each in stored(desk)][1] == "赵新"
    assert stored(desk)[1].gender == "2", "the number fills an empty sex"
    assert page.model.rowCount() == 2
    assert page._count.text() == "2 人"


def test_ending_takes_records_out_of_sight_and_they_come_back(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(3))
    window = opened(desk)
    page = register_page(window)
    go(page, 1, "name")
    page._end_current()
    rest(window)
    assert page.model.rowCount() == 2
    page.filters._show_ended()
    rest(window)
    assert page.model.rowCount() == 1
    page._end_current()
    rest(window)
    page.filters.clear()
    rest(window)
    assert page.model.rowCount() == 3


def test_an_edit_beside_the_grid_shows_in_the_grid(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(1))
    window = opened(desk)
    page = register_page(window)
    go(page, 0, "name")
    page.panel.focus_field("position")
    line = page.panel._fields._editors["position"]  # type: ignore[union-attr]
    line.setText("数控铣床操作")
    press(line, Qt.Key.Key_Return)
    rest(window)
    assert cell(page, 0, "position").data() == "数控铣床操作"
    assert stored(desk)[0].position == "数控铣床操作"


def test_a_masked_number_beside_the_grid_is_whole_while_it_is_edited(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(1))
    window = opened(desk)
    page = register_page(window)
    go(page, 0, "name")
    line = page.panel._fields._editors["id_number"]  # type: ignore[union-attr]
    assert "••••" in line.text()
    page.panel.focus_field("id_number")
    assert line.text() == stored(desk)[0].id_number
    page.grid.setFocus()
    rest(window)
    assert "••••" in line.text()
    with desk.read() as reader:
        assert len(reader.steps()) == 2, "looking at a number changes nothing"


def test_showing_numbers_unmasks_them_for_the_sitting(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(1))
    window = opened(desk)
    page = register_page(window)
    window.context.show_numbers(True)
    assert cell(page, 0, "id_number").data() == stored(desk)[0].id_number


def test_findings_colour_cells_and_f8_goes_from_one_to_the_next(desk: Desk, opened: Opened) -> None:
    good, bad = people(2)
    keep(desk, make.enterprise(), make.mentor(), good)
    keep(desk, make.apprentice(name=bad.name, id_number=bad.id_number, gender="女"))  # type: ignore[attr-defined]
    window = opened(desk, checks=True)
    page = register_page(window)
    assert cell(page, 1, "gender").data(Role.TONE) == "error"
    assert cell(page, 0, "gender").data(Role.TONE) == ""
    page.filters.show_tone("error")
    rest(window)
    assert page.model.rowCount() == 1


def test_mending_a_cell_takes_its_finding_away(desk: Desk, opened: Opened) -> None:
    (person,) = people(1)
    keep(desk, make.apprentice(name=person.name, id_number=person.id_number, gender="女"))  # type: ignore[attr-defined]
    window = opened(desk, checks=True)
    page = register_page(window)
    assert cell(page, 0, "gender").data(Role.TONE) == "error"
    go(page, 0, "gender")
    type_into(window, page, "男")
    assert cell(page, 0, "gender").data(Role.TONE) == ""


@pytest.mark.parametrize(("typed", "kept"), [("nv", "女"), ("2", "女"), ("女", "女"), ("n", "男")])
def test_a_code_is_typed_by_name_number_or_initials(
    desk: Desk, opened: Opened, typed: str, kept: str
) -> None:
    keep(desk, *people(1))
    window = opened(desk)
    page = register_page(window)
    go(page, 0, "gender")
    press(page.grid, Qt.Key.Key_F2)
    line = editing_line(page)
    line.clear()
    write(line, typed)
    press(line, Qt.Key.Key_Return)
    rest(window)
    assert cell(page, 0, "gender").data() == kept


def test_the_selection_is_counted_and_summed(desk: Desk, opened: Opened) -> None:
    keep(
        desk,
        *(
            make.apprentice(name=f"王{each}", id_number=make.id_number(serial=each + 1), monthly_pay="2400")
            for each in range(3)
        ),
    )
    window = opened(desk)
    page = register_page(window)
    said: list[str] = []
    window.context.selected.connect(said.append)
    names = ["name", "monthly_pay"]
    page.model.show_columns(names)
    page.grid.selectColumn(1)
    assert said[-1] == "选中 3 人 · 月报酬（元）合计 7\u2009200.00，平均 2\u2009400.00"


def test_the_list_goes_out_as_it_is_shown(desk: Desk, opened: Opened, tmp_path: Path) -> None:
    keep(desk, *people(2))
    window = opened(desk)
    page = register_page(window)
    page.model.show_columns(["name", "position"])
    out = tmp_path / "名单.csv"
    page.export_to(out)
    rest(window)
    assert out.read_text(encoding="utf-8-sig").splitlines()[0] == "姓名,学徒岗位"
    assert "已导出 2 人" in window.notices.sentence


def test_another_campus_narrows_every_list(desk: Desk, opened: Opened) -> None:
    first, second = people(2)
    keep(desk, make.apprentice(name="王一", id_number=first.id_number, campus="本部"), second)  # type: ignore[attr-defined]
    window = opened(desk)
    page = register_page(window)
    window.context.choose_campus("本部")
    rest(window)
    assert page.model.rowCount() == 1


def test_what_is_being_typed_outlives_a_check_of_the_desk(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(2))
    window = opened(desk, checks=True)
    page = register_page(window)
    go(page, 0, "position")
    press(page.grid, Qt.Key.Key_F2)
    write(editing_line(page), "还没写完")
    window.context.check()
    rest(window)
    assert "还没写完" in editing_line(page).text()


def test_storing_a_new_row_leaves_the_list_and_the_next_cell_as_they_are(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(3))
    window = opened(desk)
    page = register_page(window)
    page.begin_new()
    write(editing_line(page), "赵新")
    press(editing_line(page), Qt.Key.Key_Tab)
    press(page.grid, Qt.Key.Key_F2)
    write(editing_line(page), make.id_number(dt.date(2009, 5, 6), serial=9))
    press(editing_line(page), Qt.Key.Key_Tab)
    press(page.grid, Qt.Key.Key_F2)
    write(editing_line(page), "n")
    rest(window)
    assert editing_line(page).text(), "the cell typed into meanwhile is still open"
    assert page.grid.currentIndex().row() == 3
    assert not page.grid.currentIndex().data(Role.DRAFT)
    assert len(stored(desk)) == 4


def test_a_copied_table_is_pasted_into_an_empty_register(desk: Desk, opened: Opened) -> None:
    window = opened(desk)
    page = register_page(window)
    first, second = make.id_number(serial=1), make.id_number(serial=2)
    QGuiApplication.clipboard().setText(f"姓名\t身份证号码\n赵一\t{first}\n钱二\t{second}\n孙三\t\n")
    page._paste()
    rest(window)
    assert {each.name for each in stored(desk)} == {"赵一", "钱二"}
    assert page.model.rowCount() == 3, "the row without its key stays as a draft"
    assert page._count.text() == "2 人"
    window.undo()
    rest(window)
    assert stored(desk) == [], "a pasted block is one step"


def test_columns_fit_what_stands_in_them_in_a_wide_window_too(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(3))
    window = opened(desk)
    window.resize(1920, 1080)
    page = register_page(window)
    rest(window)
    index = cell(page, 0, "id_number")
    assert (
        page.grid.columnWidth(index.column()) >= page.grid.fontMetrics().horizontalAdvance(index.data()) + 16
    )
    assert window.context.memory.get("widths.apprentice", {}) == {}, (
        "only widths drawn by hand are remembered"
    )


def test_chosen_columns_are_remembered(desk: Desk, opened: Opened) -> None:
    window = opened(desk)
    page = register_page(window)
    page.show_columns(["name", "phone"])
    assert [each.name for each in page.model.columns] == ["name", "phone"]
    assert page.columns.shown() == ["name", "phone"]


def test_closing_the_window_keeps_what_is_typed_and_what_is_unfinished(desk: Desk, opened: Opened) -> None:
    first, second = people(2)
    keep(desk, first, second)
    folder = desk.folder
    window = opened(desk)
    page = register_page(window)
    page.show_columns(["name", "position", "start_on"])
    go(page, 0, "start_on")
    type_into(window, page, "2026.2.30")
    page.begin_new()
    write(editing_line(page), "赵新")
    press(editing_line(page), Qt.Key.Key_Return)
    rest(window)
    go(page, 1, "position")
    press(page.grid, Qt.Key.Key_F2)
    editing_line(page).selectAll()
    write(editing_line(page), "电工")
    window.close()
    with workspaces.open_desk(folder) as again, again.read() as reader:
        assert [each.position for each in reader.all(Apprentice)][1] == "电工"
        cells = [dict(row.cells) for row in reader.pending()]
    assert {"姓名": "赵新"} in cells
    assert any(each.get("起始日期") == "2026.2.30" and each.get("身份证件号") for each in cells)


def test_ctrl_and_arrows_go_to_the_ends(desk: Desk, opened: Opened) -> None:
    keep(desk, *people(30))
    page = register_page(opened(desk))
    go(page, 3, "gender")
    press(page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert page.grid.currentIndex() == cell(page, 29, "gender")
    press(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert page.grid.currentIndex().column() == page.model.columnCount() - 1
    press(page.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert page.grid.currentIndex().row() == 0


def test_the_school_has_one_record_and_no_second(desk: Desk, opened: Opened) -> None:
    page = register_page(opened(desk, "school"))
    assert not page._new.isEnabled()
    page.begin_new()
    assert page.model.rowCount() == 1


def test_a_new_row_completed_just_before_closing_is_stored(desk: Desk, opened: Opened) -> None:
    folder = desk.folder
    window = opened(desk)
    page = register_page(window)
    uid = page.model.add_draft({"name": "赵新"})
    page.model.draft_cells(uid, {"id_number": make.id_number(serial=9)})
    window.close()
    with workspaces.open_desk(folder) as again, again.read() as reader:
        assert [each.name for each in reader.all(Apprentice)] == ["赵新"]
        assert reader.pending() == []

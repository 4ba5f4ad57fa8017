"""The page 统计: cross tables, the year's progress, rosters compared; every figure opens its rows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester

from college_desk.gui.context import Place
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.pages.tallies.comparing import ComparingPart
from college_desk.gui.pages.tallies.cross import CrossPart
from college_desk.gui.pages.tallies.page import TalliesPage
from college_desk.gui.pages.tallies.year import YearPart
from college_desk.gui.window import MainWindow
from college_desk.records.query import Condition, Query
from college_desk.records.register import REGISTERS, Record
from college_desk.services import policies, saved_tallies
from college_desk.services.saved_tallies import SavedTally
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import NOW, TODAY, WHO, Opened, keep, press, rest

APPRENTICE = REGISTERS["apprentice"]
LI, WANG, ZHAO = (
    make.id_number(male=male, serial=serial) for serial, male in ((1, True), (2, True), (3, False))
)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Three apprentices in two classes, one of them in both, and one of them on a list of an order class."""
    people: list[Record] = [
        make.apprentice(name=name, id_number=number, class_name=group, start_on=start, cohort=group)
        for name, number, group, start in (
            ("李明", LI, "1班", "2026-09-01"), ("王强", WANG, "1班", "2025-09-01"),
            ("赵敏", ZHAO, "2班", "2026-09-01"), ("李明", LI, "2班", "2025-09-01"),
        )
    ]  # fmt: skip
    keep(
        desk, *people, make.order_student(name="李鸣", id_number=LI, class_name="1班", joined_on="2026-09-01")
    )
    return desk


def page(window: MainWindow) -> TalliesPage:
    shown = window.page
    assert isinstance(shown, TalliesPage)
    return shown


def cross(window: MainWindow, by: str = "class_name", across: str | None = "gender") -> CrossPart:
    part = page(window).part
    assert isinstance(part, CrossPart)
    part.asking.what.setCurrentIndex(part.asking.what.findData("apprentice"))
    part.asking.by.setCurrentIndex(part.asking.by.findData(by))
    part.asking.across.setCurrentIndex(part.asking.across.findData(across or ""))
    rest(window)
    return part


def listed(window: MainWindow) -> list[str]:
    shown = window.page
    assert isinstance(shown, RegisterPage)
    names = [shown.model.record(row) for row in range(shown.model.rowCount())]
    return sorted(each.name for each in names if each is not None)  # type: ignore[attr-defined]


def test_a_register_is_counted_by_rows_and_columns_with_totals(opened: Opened, filled: Desk) -> None:
    part = cross(opened(filled, "tallies"))

    assert part.figures.texts() == [
        ["1班", "2", "—", "2"],
        ["2班", "1", "1", "2"],
        ["合计", "2", "1", "3"],
    ]
    assert part._total.text() == "合计 3 人；同一人在几格里都有时，合计只计一次"
    assert [each.title for each in part.figures._figures.columns] == [
        "班级（行政班）",
        "男",
        "女",
        "合计（人）",
    ]


def test_rows_are_counted_where_times_are_asked_for(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "tallies")
    part = cross(window, across=None)
    part.asking.counting.setCurrentIndex(part.asking.counting.findData("times"))
    rest(window)

    assert part.figures.texts()[-1] == ["合计", "4"]
    assert part._total.text() == "合计 4 人次"


@pytest.mark.parametrize(("down", "right", "names"), [(0, 0, ["李明", "王强"]), (1, 1, ["赵敏"]), (2, 2, ["李明", "李明", "王强", "赵敏"])])  # fmt: skip
def test_enter_on_a_figure_opens_its_people(
    opened: Opened, filled: Desk, down: int, right: int, names: list[str]
) -> None:
    window = opened(filled, "tallies")
    part = cross(window)
    part.figures.setFocus()
    for _step in range(down):
        press(part.figures, Qt.Key.Key_Down)
    for _step in range(right):
        press(part.figures, Qt.Key.Key_Right)
    press(part.figures, Qt.Key.Key_Return)
    rest(window)

    assert listed(window) == names


def test_a_filter_and_a_day_narrow_what_is_counted(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "tallies")
    part = cross(window, across=None)
    part.filters._add_condition(Condition("gender", "is", "1"))
    part.filters._choose_day(dt.date(2026, 8, 31), part.asking)  # type: ignore[arg-type]
    rest(window)

    assert part.figures.texts() == [["1班", "1"], ["2班", "1"], ["合计", "2"]]


def test_a_table_is_kept_by_name_opened_again_and_undone(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "tallies")
    part = cross(window)
    part.filters._add_condition(Condition("gender", "is", "1"))
    part.save("各班男学徒")
    rest(window)
    part.asking.what.setCurrentIndex(part.asking.what.findData("enterprise"))
    rest(window)
    part.kept.table.setFocus()
    press(part.kept.table, Qt.Key.Key_Return)
    rest(window)

    assert part.figures.texts() == [["1班", "2", "2"], ["2班", "1", "1"], ["合计", "2", "2"]]
    window.undo()
    rest(window)
    assert part.kept.model.rows() == []


def test_a_table_of_last_year_offers_the_same_day_of_this_year(opened: Opened, filled: Desk) -> None:
    saved = SavedTally("年报", APPRENTICE, "class_name", query=Query(on=dt.date(2025, 10, 31)))
    saved_tallies.save(filled, saved, who=WHO, now=NOW, today=TODAY)
    window = opened(filled, "tallies")
    part = cross(window)
    part.show_saved(part.kept.model.rows()[0])
    rest(window)
    assert part.figures.texts() == [["1班", "1"], ["2班", "1"], ["合计", "2"]]

    part._again_link.click()
    rest(window)

    assert part.filters.query().on == dt.date(2026, 10, 31)
    assert part.figures.texts() == [["1班", "2"], ["2班", "2"], ["合计", "3"]]
    assert part._again.isHidden()


def test_rows_and_columns_change_places(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "tallies")
    part = cross(window)
    part.asking.turn()
    rest(window)

    assert part.figures.texts()[0] == ["男", "2", "1", "2"]


def test_nothing_to_count_says_so_and_cannot_be_exported(opened: Opened, desk: Desk) -> None:
    part = cross(opened(desk, "tallies"))

    assert "没有可以统计的记录" in part._words.text()
    assert part._stack.currentIndex() == 1
    assert not part.export_button.isEnabled()


def test_too_many_columns_are_refused_with_a_sentence(
    opened: Opened, filled: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("college_desk.gui.pages.tallies.cross.MOST_COLUMNS", 1)
    part = cross(opened(filled, "tallies"))

    assert part._words.text() == "“性别”有2种不同的内容，放不下，请换一个项目，或先筛选。"


def test_the_first_column_stays_in_sight_of_a_wide_table(opened: Opened, desk: Desk) -> None:
    keep(desk, *(make.apprentice(name=f"王{serial}", id_number=make.id_number(serial=serial), cohort="A",
                                 class_name=f"机电一体化技术2026级{serial}班") for serial in range(1, 13)))  # fmt: skip
    window = opened(desk, "tallies")
    part = cross(window, by="cohort", across="class_name")
    part.figures.setFocus()
    for _step in range(12):
        press(part.figures, Qt.Key.Key_Right)
    assert part.figures.horizontalScrollBar().value() > 0
    assert part.figures.heads.isVisible()
    assert part.figures.heads.model().index(0, 0).data() == "A"
    for _step in range(12):
        press(part.figures, Qt.Key.Key_Left)

    assert part.figures.currentIndex().column() == 1
    assert part.figures.visualRect(part.figures.currentIndex()).left() >= part.figures.heads.width()


def test_a_narrow_table_has_no_second_first_column(opened: Opened, filled: Desk) -> None:
    assert not cross(opened(filled, "tallies")).figures.heads.isVisible()


def test_copied_figures_are_a_block_for_a_spreadsheet(opened: Opened, filled: Desk) -> None:
    part = cross(opened(filled, "tallies"))
    part.figures.selectAll()
    part.figures.copy()

    assert QGuiApplication.clipboard().text().splitlines()[1] == "2班\t1\t1\t2"


def test_the_models_keep_qts_rules(opened: Opened, filled: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(cross(opened(filled, "tallies")).figures.model())  # type: ignore[no-untyped-call]


def year(window: MainWindow) -> YearPart:
    window.show_place(Place("tallies", part="year"))
    rest(window)
    part = page(window).part
    assert isinstance(part, YearPart)
    return part


def test_the_year_balances_and_a_number_opens_its_rows(opened: Opened, filled: Desk) -> None:
    keep(filled, make.order_student(name="王强", id_number=WANG, joined_on="2025-09-01"))
    window = opened(filled, "tallies")
    part = year(window)
    line = next(place for place, cells in enumerate(part.figures.texts()) if cells[0] == "订单培养人数")
    title, unit, *numbers = part.figures.texts()[line]
    opening, added, removed, closing = (int(each) for each in numbers[:4])
    assert (title, unit) == ("订单培养人数", "人")
    assert closing == opening + added - removed
    assert (opening, added) == (1, 1)

    part._open(part.figures.cell(line, 2).opens)
    rest(window)
    assert listed(window) == ["王强"]


def test_a_goal_has_its_rate_as_a_bar_and_the_citys_target_behind_it(opened: Opened, filled: Desk) -> None:
    policies.set_parameters(
        filled, {"target.artisan_reserve": "4"}, document="任务分解表", who=WHO, now=NOW, today=TODAY
    )
    keep(filled, make.apprentice(name="孙丽", id_number=make.id_number(serial=9), artisan_reserve=True))
    part = year(opened(filled, "tallies"))
    line = next(place for place, cells in enumerate(part.figures.texts()) if cells[0] == "齐鲁工匠后备人才数")

    goal, rate = (part.figures.cell(line, column) for column in (10, 11))
    assert (goal.text, rate.text, rate.share) == ("4", "25.00", 0.25)
    assert goal.hint.startswith("全市目标：2025年 10\u2009000 人（第5条）")


def test_another_year_ends_with_that_year(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "tallies")
    part = year(window)
    assert part._until.text() == "统计到2026年11月25日"
    part.year.setCurrentIndex(1)
    rest(window)

    assert part._until.text() == "统计到2025年12月31日"


def comparing(window: MainWindow) -> ComparingPart:
    part = page(window).part
    assert isinstance(part, ComparingPart)
    return part


def test_two_registers_are_compared_and_enter_goes_to_the_cell(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "order_student")
    window.context.go(Place("tallies", register="order_student", part="compare"))
    part = comparing(window)
    assert part.right.text() == "order_student"
    assert not part.compare_button.isEnabled()
    part.left.take_register("apprentice")
    part.compare_button.click()
    rest(window)

    shown = [(each.kind, each.name, each.field, each.a, each.b) for each in part._lines.rows()]
    assert ("only_a", "王强", "", "", "") in shown
    assert ("different", "李明", "姓名", "李明", "李鸣") in shown
    assert part._key(part._lines.rows()[0]) != part._lines.rows()[0].key
    part.show_kind("different")
    assert {each.kind for each in part._lines.rows()} == {"different"}
    part.table.setFocus()
    press(part.table, Qt.Key.Key_Return)
    rest(window)
    assert listed(window) == ["李鸣"]


def test_a_spreadsheet_is_compared_with_a_register_copied_and_exported(
    opened: Opened, filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    for cells in (
        ("姓名", "身份证号", "班级"),
        ("李明", LI, "1班"),
        ("孙丽", make.id_number(serial=9), "1班"),
    ):
        book.worksheets[0].append(cells)
    book.save(tmp_path / "名单.xlsx")
    window = opened(filled, "tallies")
    window.context.go(
        Place("tallies", register="apprentice", path=str(tmp_path / "名单.xlsx"), part="compare")
    )
    part = comparing(window)
    part.compare()
    rest(window)
    part.copy_text()
    monkeypatch.setattr(ComparingPart, "export_file", lambda _self, _name: tmp_path / "比对.xlsx")
    part.export_button.click()
    rest(window)

    text = QGuiApplication.clipboard().text()
    assert "只在“名单.xlsx”（1）：孙丽" in text
    assert LI not in text
    rows = list(openpyxl.load_workbook(tmp_path / "比对.xlsx").worksheets[0].iter_rows(values_only=True))
    assert ("只在左表", "孙丽", make.id_number(serial=9)) == rows[1][:3]


def test_what_cannot_be_compared_is_one_sentence(opened: Opened, filled: Desk) -> None:
    window = opened(filled, "tallies")
    window.context.go(Place("tallies", part="compare"))
    part = comparing(window)
    part.left.take_register("apprentice")
    part.right.take_register("enterprise")
    part.compare()
    rest(window)

    assert part._refused.sentence.text() == "两份名单没有证件号、姓名等共同的项目，不能比对。"
    assert part._stack.currentWidget() is part._refused

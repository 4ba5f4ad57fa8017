"""The home page: the greeting counts, every number opens its rows, nothing is shown that is not there."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt

from college_desk.gui.pages.home.page import HomePage
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.window import MainWindow
from college_desk.records.change import PendingRow
from college_desk.services import policies
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import NOW, TODAY, WHO, Opened, keep, people, press, rest


def home_page(window: MainWindow) -> HomePage:
    page = window.page
    assert isinstance(page, HomePage)
    return page


def listed(window: MainWindow) -> int:
    page = window.page
    assert isinstance(page, RegisterPage)
    return page.model.rowCount()


def test_empty_school_data_say_what_to_do_first(opened: Opened, desk: Desk) -> None:
    page = home_page(opened(desk, "home"))
    assert page._stack.currentWidget() is page._begin
    assert "件事" not in page._title.text()
    assert "尚未录入核定编制数" in page._quota.below.text()


def test_the_meters_show_the_allowance_and_the_people(opened: Opened, desk: Desk) -> None:
    keep(desk, make.staffing(), make.appointment(counts_in_quota=True), *people(3))
    page = home_page(opened(desk, "home"))
    assert (page._quota.number.text(), page._quota.beside.text()) == ("1", "/ 34 名可用")
    assert page._quota.badge.text() == "还可聘 33 名"
    assert page._quota.below.text() == "核定 186 × 20% = 37，受空编 34 限制"
    assert (page._training.number.text(), page._training.beside.text()) == ("3", "人 · 1 班")


def test_the_goal_furthest_behind_stands_on_the_meter_and_opens_the_year(opened: Opened, desk: Desk) -> None:
    for name, value in (("target.artisan_reserve", "4"), ("target.contest_people", "1")):
        policies.set_parameters(
            desk,
            {name: value},
            document="任务分解表",
            since=dt.date(2026, 1, 1),
            who=WHO,
            now=NOW,
            today=TODAY,
        )
    reserve = make.apprentice(
        name="王一", id_number=make.id_number(dt.date(2008, 3, 15), serial=77), artisan_reserve=True
    )
    keep(desk, reserve, make.competition(held_on="2026-05-01", attendances=1))
    window = opened(desk, "home")
    page = home_page(window)

    assert page._training.below.text() == "齐鲁工匠后备人才数完成 25%"
    assert page._training.below.toolTip().startswith("年度目标 2 项，已完成 1 项")
    page._training.below.click()
    rest(window)
    assert window.page is not None
    assert window.page.code == "tallies"


def test_more_occupied_than_usable_is_red(opened: Opened, desk: Desk) -> None:
    keep(desk, make.staffing(approved_posts=4, posts_filled=4), make.appointment(counts_in_quota=True))
    page = home_page(opened(desk, "home"))
    assert page._quota.badge.text() == "超出 1"
    assert page._quota.badge.property("tag") == "error"


def test_a_number_opens_exactly_its_rows(opened: Opened, desk: Desk) -> None:
    gone = make.apprentice(id_number=make.id_number(serial=90), status="退出")
    keep(desk, *people(3), gone)
    window = opened(desk, "home")
    home_page(window)._training.number.click()
    rest(window)
    assert listed(window) == 3


def test_enter_on_a_finding_leads_into_its_cell(opened: Opened, desk: Desk) -> None:
    keep(desk, *people(2), make.part_time_teacher(phone="1380537010"))
    window = opened(desk, "home", checks=True)
    page = home_page(window)
    matters = page._matters.rows()
    place = next(
        at for at, each in enumerate(matters) if each.page == "part_time_teacher" and each.field == "phone"
    )
    assert matters[place].urgency == "error"
    assert page._title.text().endswith(f"今天有 {len(matters)} 件事")
    page._list.go_to_row(place)
    press(page._list, Qt.Key.Key_Return)
    rest(window)
    register = window.page
    assert isinstance(register, RegisterPage)
    assert register.register.code == "part_time_teacher"
    assert register._current_field() == "phone"


def test_identity_numbers_in_sentences_are_masked_until_shown(opened: Opened, desk: Desk) -> None:
    wrong = "37081119800101001X"[:-1] + "1"
    keep(desk, make.part_time_teacher(id_number=wrong))
    window = opened(desk, "home", checks=True)
    page = home_page(window)

    def said() -> str:
        rows = range(page._matters.rowCount())
        return "".join(str(page._matters.index(row, 1).data()) for row in rows)

    assert "370811" in said()
    assert wrong not in said()
    window.context.show_numbers(True)
    assert wrong in said()


def test_rows_that_wait_lead_to_the_tray(opened: Opened, desk: Desk) -> None:
    row = PendingRow(
        0, "apprentice", "表.xlsx", "名册", 2, {"姓名": "李明"}, (("姓名", "name", "unreadable", "错"),)
    )
    with desk.write("导入", who=WHO, now=NOW, today=TODAY, guarded=False) as writer:
        writer.keep_pending([row])
    window = opened(desk, "home", checks=True)
    assert window.navigation._rows["import"].badge == 1
    page = home_page(window)
    page._list.go_to_row(0)
    press(page._list, Qt.Key.Key_Return)
    rest(window)
    assert window.page is not None and window.page.code == "import"
    assert window.page.head.tab_tray.isChecked()  # type: ignore[attr-defined]


def test_what_changes_elsewhere_is_shown_at_the_next_visit(opened: Opened, desk: Desk) -> None:
    keep(desk, *people(1))
    window = opened(desk, "home")
    page = home_page(window)
    page._training.number.click()
    rest(window)
    window.undo()
    rest(window)
    from college_desk.gui.context import Place

    window.show_place(Place("home"))
    rest(window)
    assert page._training.number.text() == "0"
    assert page._stack.currentWidget() is page._begin


def test_a_class_opens_its_people(opened: Opened, desk: Desk) -> None:
    keep(desk, make.cohort(), *people(4), make.apprentice(cohort="别的班"))
    window = opened(desk, "home")
    page = home_page(window)
    assert page._said is not None
    page._classes.opened.emit(page._said.cohorts[0])
    rest(window)
    assert listed(window) == 4

"""The page of the allowance: any day, who counts, what-if, and what it says without an establishment."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from college_desk.gui.context import Place
from college_desk.gui.pages.quota.page import QuotaPage
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.widgets.quota_chart import QuotaChart
from college_desk.gui.window import MainWindow
from college_desk.policy.quota_series import Stretch
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import Opened, keep, press, rest, write

FIRST, LAST = dt.date(2026, 9, 1), dt.date(2027, 7, 15)


def quota_page(window: MainWindow) -> QuotaPage:
    page = window.page
    assert isinstance(page, QuotaPage)
    return page


def college(desk: Desk, people: int = 2, **staffing: object) -> None:
    keep(desk, make.staffing(**staffing))
    for serial in range(people):
        number = make.id_number(dt.date(1980, 1, 1), serial=serial + 1)
        keep(
            desk,
            make.appointment(
                teacher=number,
                name=f"王{'一二三四五六'[serial]}",
                contract_number=f"HT-{serial}",
                counts_in_quota=True,
                end_on="2027-01-22" if serial == 0 else "2027-07-15",
            ),
        )


def test_without_an_establishment_it_says_what_to_fill_in(opened: Opened, desk: Desk) -> None:
    page = quota_page(opened(desk, "quota"))
    assert page._stack.currentWidget() is page._unknown
    assert "尚未录入核定编制" in page._sentence.text()


def test_it_shows_the_figures_and_who_counts_today(opened: Opened, desk: Desk) -> None:
    college(desk)
    page = quota_page(opened(desk, "quota"))
    assert page._sentence.text() == "截至2026年11月25日：可用 34 名，已占用 2 名"
    assert page._badge.text() == "还可聘 32 名"
    assert [each.name for each in page._seats.rows()] == ["王一", "王二"]
    figures = {name.text(): number.text() for name, number in page._figures._lines}
    assert figures["核定编制数"] == "186"
    assert figures["空编"] == "34"
    assert figures["剩余"] == "32"
    assert figures["占核定编制比例"] == "1.08%"


def test_a_chosen_day_shows_who_counts_then(opened: Opened, desk: Desk) -> None:
    college(desk)
    window = opened(desk, "quota")
    page = quota_page(window)
    page._day_edit.setFocus()
    page._day_edit.selectAll()
    write(page._day_edit, "20270123")
    press(page._day_edit, Qt.Key.Key_Return)
    rest(window)
    assert [each.name for each in page._seats.rows()] == ["王二"]
    assert page._day_edit.text() == "2027-01-23"


def test_a_day_that_cannot_be_read_stays_red_and_changes_nothing(opened: Opened, desk: Desk) -> None:
    college(desk)
    window = opened(desk, "quota")
    page = quota_page(window)
    page._day_edit.setText("2026.2.30")
    page._day_edit.editingFinished.emit()
    rest(window)
    assert page._day_edit.property("state") == "error"
    assert "日期读不懂" in window.notices.sentence
    assert "2026年11月25日" in page._sentence.text()


def test_what_if_says_from_which_day_it_is_too_many(opened: Opened, desk: Desk) -> None:
    college(desk, approved_posts=20, posts_filled=16)
    window = opened(desk, "quota")
    page = quota_page(window)
    page.what_if.people.setValue(2)
    rest(window)
    assert "不超出；其间最少还剩0名" in page.what_if.answer.text()
    page.what_if.people.setValue(3)
    rest(window)
    assert "2026年11月25日起超出1名" in page.what_if.answer.text()
    assert page.what_if.answer.property("role") == "error"
    page.what_if.first.setText("2027.1.23")
    rest(window)
    assert "不超出" in page.what_if.answer.text()
    page.what_if.clear()
    rest(window)
    assert "试算不改动任何台账" in page.what_if.answer.text()


def test_another_year_moves_the_day_into_it(opened: Opened, desk: Desk) -> None:
    college(desk)
    window = opened(desk, "quota")
    page = quota_page(window)
    page._year.setCurrentIndex(page._year.findData(2025))
    rest(window)
    assert page._day_edit.text() == "2025-09-01"
    page._choose_day(dt.date(2026, 9, 1))
    rest(window)
    assert page._year.currentData() == 2026
    for year, day in ((2024, "2024-09-01"), (2026, "2026-11-25")):
        page._year.setCurrentIndex(page._year.findData(year))
        rest(window)
        assert page._day_edit.text() == day


def test_enter_opens_the_appointment(opened: Opened, desk: Desk) -> None:
    college(desk)
    window = opened(desk, "quota")
    page = quota_page(window)
    page._table.go_to_row(1)
    press(page._table, Qt.Key.Key_Return)
    rest(window)
    register = window.page
    assert isinstance(register, RegisterPage)
    assert register.grid.current_uid() == page._seats.row_at(1).uid


def test_a_changed_appointment_is_reckoned_again(opened: Opened, desk: Desk) -> None:
    college(desk)
    window = opened(desk, "quota")
    page = quota_page(window)
    window.undo()
    rest(window)
    assert "已占用 1 名" in page._sentence.text()
    window.show_place(Place("quota", part="2027-07-16"))
    rest(window)
    assert page._seats_stack.currentWidget() is page._nobody


def test_the_arrow_keys_go_from_day_to_day_and_from_step_to_step(qtbot: QtBot) -> None:
    chart = QuotaChart()
    qtbot.addWidget(chart)
    chart.resize(600, 240)
    middle = dt.date(2027, 1, 1)
    series = [Stretch(FIRST, middle - dt.timedelta(1), 4, 300), Stretch(middle, LAST, 4, 500)]
    chart.show_series(series, dt.date(2026, 10, 1), dt.date(2026, 10, 1))
    chart.show()
    chosen: list[dt.date] = []
    chart.chosen.connect(chosen.append)
    press(chart, Qt.Key.Key_Right)
    press(chart, Qt.Key.Key_Left)
    press(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    press(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    press(chart, Qt.Key.Key_Left)
    assert chosen == [dt.date(2026, 10, 2), dt.date(2026, 10, 1), middle, FIRST, FIRST]
    assert "超出1名" in chart.accessibleDescription()


def test_the_list_is_a_sound_model(opened: Opened, desk: Desk, qtmodeltester: ModelTester) -> None:
    college(desk)
    qtmodeltester.check(quota_page(opened(desk, "quota"))._seats)  # type: ignore[no-untyped-call]

"""The hours page: a teacher's month, what hinders pay, settling, paying out, taking back; by mouse and by keys."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from college_desk.gui.context import Place
from college_desk.gui.pages.hours import acts
from college_desk.gui.pages.hours.calendar import MonthCalendar
from college_desk.gui.pages.hours.lesson_words import look_of
from college_desk.gui.pages.hours.page import HoursPage
from college_desk.gui.pages.hours.payout import PayoutDialog
from college_desk.gui.pages.register import RegisterPage
from college_desk.gui.window import MainWindow
from college_desk.records.register import Record
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month
from college_desk.storage.desk import Desk
from tests import make
from tests.gui.conftest import Opened, keep, press, rest

LI, WANG = make.id_number(serial=1), make.id_number(serial=2)
OCTOBER = Month(2026, 10)


def hours_page(window: MainWindow) -> HoursPage:
    page = window.page
    assert isinstance(page, HoursPage)
    return page


def lesson(day: int, **given: Any) -> TeachingHours:
    chosen = {"teacher": LI, "name": "李明", "taught_on": dt.date(2026, 10, day), "periods": "2", "verified": "是",
              "coefficient": None, "weighted_periods": None}  # fmt: skip
    return make.teaching_hours(**chosen | given)


def college(desk: Desk, *lessons: Record) -> None:
    """李明 and 王强, both paid as 副高级 by 98 yuan, with these lessons of October."""
    people = [
        make.part_time_teacher(id_number=number, name=name, skill_level="高级技师", person_source="企业在职")
        for number, name in ((LI, "李明"), (WANG, "王强"))
    ]
    keep(desk, make.fee_standard(), *people, *lessons)


def sayings(page: HoursPage) -> list[str]:
    return [each.sentence for each in page.obstacles.rows.rows()]


def lines(page: HoursPage) -> list[tuple[str, str]]:
    model = page.pay_lines.rows
    return [(each.teacher.name, model.columns[5].text(each)) for each in model.rows()]


@pytest.fixture
def agreed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Says yes to every question; what was asked."""
    asked: list[str] = []

    def yes(_parent: object, _title: str, sentence: str, _yes: str) -> bool:
        asked.append(sentence)
        return True

    monkeypatch.setattr(acts, "ask_yes", yes)
    return asked


def test_a_desk_without_lessons_says_what_to_do_next(opened: Opened, desk: Desk) -> None:
    window = opened(desk, "hours")
    page = hours_page(window)
    assert page._stack.currentWidget() is page._no_lessons
    assert not page._settle.isVisible()


def test_it_opens_on_the_last_month_with_lessons(opened: Opened, desk: Desk) -> None:
    college(desk, lesson(12), lesson(14), lesson(13, teacher=WANG, name="王强"))
    page = hours_page(opened(desk, "hours"))

    assert page.month == OCTOBER
    assert lines(page) == [("李明", "待结算"), ("王强", "待结算")]
    assert page._sentence.text() == "待结算 2 笔，应发 588.00 元"
    assert page.pay_lines._totals._values["capitals"].text() == "人民币伍佰捌拾捌元整"
    assert [each.taught_on for each in page.calendar.lessons_on(dt.date(2026, 10, 12))] == [
        dt.date(2026, 10, 12)
    ]


def test_the_next_teacher_is_one_key_away(opened: Opened, desk: Desk) -> None:
    college(desk, lesson(12), lesson(13, teacher=WANG, name="王强"))
    page = hours_page(opened(desk, "hours"))
    assert page._whose.text() == "李明"
    press(page.pay_lines.table, Qt.Key.Key_Down)
    assert page._whose.text() == "王强"
    assert page.calendar.lessons_on(dt.date(2026, 10, 12)) == ()


def test_months_turn_by_keys_and_an_empty_one_leads_back(opened: Opened, desk: Desk) -> None:
    college(desk, lesson(12))
    window = opened(desk, "hours")
    page = hours_page(window)
    press(page.calendar, Qt.Key.Key_PageUp)
    rest(window)
    assert page.month == Month(2026, 9)
    assert page._stack.currentWidget() is page._no_month
    page._go_to_latest()
    rest(window)
    assert (page.month, page._stack.currentWidget()) == (OCTOBER, page._body)
    window.show_place(Place("hours", part="2026-12"))
    rest(window)
    assert page._name.text() == "2026年12月"


def test_what_hinders_pay_is_listed_the_gravest_first_and_leads_to_the_cell(
    opened: Opened, desk: Desk
) -> None:
    stranger = make.id_number(serial=9)
    college(desk, lesson(12), lesson(12, class_name="2025级数控2班"), lesson(13, verified=False),
            lesson(14, teacher=stranger, name="赵一"))  # fmt: skip
    window = opened(desk, "hours")
    page = hours_page(window)

    told = sayings(page)
    assert [said[:4] for said in told] == ["2026", "2课时未", "1条课时"]
    assert "第1-2节有两条课时" in told[0]
    assert "不在兼职教师台账" in told[1]
    assert ("赵一", "未计") in lines(page)

    page.obstacles.table.go_to_row(2)
    assert page._whose.text() == "李明"
    press(page.obstacles.table, Qt.Key.Key_Return)
    rest(window)
    register = window.page
    assert isinstance(register, RegisterPage)
    assert register.register.code == "teaching_hours"
    assert register.grid.current_uid() is not None


def test_a_missing_standard_stops_settling_and_is_named(opened: Opened, desk: Desk) -> None:
    college(desk, lesson(12))
    keep(desk, make.part_time_teacher(id_number=make.id_number(serial=5), name="周一", skill_level=None,
                                      title_level="中级", professional_title="工程师"),
         lesson(15, teacher=make.id_number(serial=5), name="周一"))  # fmt: skip
    page = hours_page(opened(desk, "hours"))
    assert not page._settle.isEnabled()
    assert "2026-2027学年“中级”" in sayings(page)[0]
    assert page._sentence.text() == "缺少课时费标准，不能结算"
    assert ("李明", "待结算") in lines(page)


def test_lessons_look_as_far_as_they_are() -> None:
    given = [
        lesson(1),
        lesson(2, verified=False),
        lesson(3, lesson_kind="停课"),
        lesson(4, settled_in="2026年第1批"),
    ]
    assert [look_of(each, ()).words for each in given] == ["已核验", "未核验", "停课", "已结算"]
    clashing = lesson(5, verified=False)
    assert look_of(clashing, {clashing.uid}).words == "撞课"


def test_a_month_is_settled_paid_claimed_and_taken_back(
    opened: Opened, desk: Desk, agreed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    college(desk, lesson(12), lesson(13, teacher=WANG, name="王强"), lesson(14, verified=None))
    window = opened(desk, "hours")
    page = hours_page(window)
    page._settle.click()
    rest(window)
    assert agreed == [
        "结算2026年10月课时费2笔，应发392.00元。结算后这些课时锁定，更正须在以后的月份冲减。"
        "另有1条课时未经教务核验，这次不结算。"
    ]
    assert lines(page) == [("李明", "已锁定"), ("王强", "已锁定")]
    assert not page._settle.isEnabled()

    monkeypatch.setattr(PayoutDialog, "exec", lambda dialog: dialog.voucher.setText("记-12") or True)
    page.pay_lines.paying.click()
    rest(window)
    assert lines(page) == [("李明", "已发放"), ("王强", "已发放")]
    page.pay_lines.claiming.click()
    rest(window)
    with desk.read() as reader:
        kept = reader.all(Settlement)
    assert {(each.voucher_number, each.claimed_yuan) for each in kept} == {("记-12", Decimal("196.00"))}

    page.pay_lines.go_to(
        next(each.teacher.who for each in page.pay_lines.rows.rows() if each.teacher.name == "王强")
    )
    page.pay_lines.reversing.click()
    rest(window)
    assert "记入2026年11月冲减" in agreed[-1]
    assert lines(page)[-1] == ("王强", "待结算")
    page.turn(1)
    rest(window)
    assert sorted(lines(page)) == [("王强", "冲减"), ("王强", "待结算")]


def test_a_payout_wants_a_day_that_can_be_read(qtbot: QtBot) -> None:
    dialog = PayoutDialog(
        None, ["2026年第1批"], batch=None, teacher=("李明", LI), today=dt.date(2026, 11, 25)
    )
    qtbot.addWidget(dialog)
    dialog.on.setText("2026.2.30")
    dialog.accept()
    assert dialog.on.property("state") == "error"
    dialog.on.setText("11.20")
    dialog.whom.setCurrentIndex(1)
    payout = dialog.payout
    assert payout is not None
    assert (payout.on, payout.teacher, payout.voucher_number) == (dt.date(2026, 11, 20), LI, None)


def test_the_month_of_payment_decides_the_tax(opened: Opened, desk: Desk) -> None:
    college(desk, *(lesson(day) for day in range(1, 17)))
    keep(desk, make.settlement(teacher=LI, name="李明", month="2026-08", batch="2026年第1批", gross="3136.00",
                               pay_month="2026-11", payout_status="已发放"))  # fmt: skip
    window = opened(desk, "hours")
    page = hours_page(window)
    assert page.pay_lines._totals._values["tax"].text() == "467.20"
    page.pay_lines.pay_month.emit(Month(2026, 11))
    rest(window)
    assert page.pay_lines._totals._values["tax"].text() == "536.32"


def test_days_are_walked_by_arrows_and_told_by_the_pointer(qtbot: QtBot) -> None:
    calendar = MonthCalendar()
    qtbot.addWidget(calendar)
    calendar.resize(700, 500)
    calendar.show_month(OCTOBER, today=dt.date(2026, 10, 30), off={}, outside=(), clashing=())
    calendar.show_lessons([lesson(31)])
    calendar.show()
    turned: list[int] = []
    calendar.turned.connect(turned.append)
    press(calendar, Qt.Key.Key_Right)
    assert calendar.day == dt.date(2026, 10, 31)
    assert "第1-2节" in calendar.accessibleDescription()
    press(calendar, Qt.Key.Key_Down)
    press(calendar, Qt.Key.Key_Home)
    press(calendar, Qt.Key.Key_Up)
    assert (calendar.day, turned) == (dt.date(2026, 10, 1), [1, -1])
    assert calendar.day_at(5, 60) is None
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(695, 60))
    assert calendar.day == dt.date(2026, 10, 4)


def test_the_lists_are_sound_models(opened: Opened, desk: Desk, qtmodeltester: ModelTester) -> None:
    college(desk, lesson(12), lesson(13, verified=False))
    page = hours_page(opened(desk, "hours"))
    qtmodeltester.check(page.pay_lines.rows)  # type: ignore[no-untyped-call]
    qtmodeltester.check(page.obstacles.rows)  # type: ignore[no-untyped-call]

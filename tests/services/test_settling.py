"""Hourly fees settled: the worked examples through real records, locked, reversed, taxed by the month of payment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.policy.guard import Refused
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month
from college_desk.services import checkup, policies, settling, undoing
from college_desk.services.fees import fees
from college_desk.services.month_of_fees import MonthOfFees
from college_desk.storage import workspace
from college_desk.storage.desk import Desk
from tests import make

DAY = dt.date(2026, 11, 5)
NOW = dt.datetime(2026, 11, 5, 9, 0, tzinfo=dt.UTC)
SITTING: dict[str, Any] = {"who": "张", "now": NOW, "today": DAY}
SEPTEMBER, OCTOBER, NOVEMBER = Month(2026, 9), Month(2026, 10), Month(2026, 11)
LI, WANG = make.id_number(serial=1), make.id_number(serial=2)


def lessons(month: Month, count: int, *, teacher: str = LI, **given: Any) -> list[TeachingHours]:
    """So many double lessons of a teacher, one a day from the month's first working days on."""
    return [
        make.teaching_hours(teacher=teacher, name=None, taught_on=dt.date(month.year, month.month, 1 + place),
                            periods="2", verified="是", coefficient=None, weighted_periods=None, **given)
        for place in range(count)
    ]  # fmt: skip


def put(desk: Desk, records: Sequence[Any]) -> None:
    with desk.write("录入", guarded=False, **SITTING) as writer:
        writer.add_many(list(records))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A 高级技师 whose skill is paid as 副高级; the year's standard of 副高级 is 98 yuan."""
    made = workspace.create(tmp_path / "desk")
    put(made, [
        make.fee_standard(title_level="副高级", academic_year="2026-2027", total_paid_yuan="1234800",
                          total_periods="12600", yuan_per_period=None),
        make.part_time_teacher(id_number=LI, name="李明", skill_level="高级技师", professional_title="工程师",
                               title_level="中级"),
    ])  # fmt: skip
    return made


def line(shown: MonthOfFees) -> Settlement:
    (only,) = shown.lines
    return only.settlement


def test_lessons_come_to_the_worked_example(desk: Desk) -> None:
    put(desk, lessons(OCTOBER, 31))
    put(desk, lessons(OCTOBER, 1, slot="3-4"))

    found = line(fees(desk, OCTOBER))

    assert (found.periods, found.yuan_per_period, found.level_basis) == (
        Decimal(64),
        Decimal("98.00"),
        "高级技师",
    )
    assert (found.gross, found.tax, found.net) == (Decimal("6272.00"), Decimal("1003.52"), Decimal("5268.48"))
    total = fees(desk, OCTOBER).to_json()["total"]
    assert total == {"periods": 64, "gross": "6272.00", "tax": "1003.52", "net": "5268.48",
                     "capitals": "人民币陆仟贰佰柒拾贰元整"}  # fmt: skip


def test_two_months_paid_apart_are_taxed_apart_and_paid_together_are_not(desk: Desk) -> None:
    put(desk, [*lessons(SEPTEMBER, 16), *lessons(OCTOBER, 16)])
    settling.settle(desk, SEPTEMBER, **SITTING)
    apart = line(fees(desk, OCTOBER))
    together = line(fees(desk, OCTOBER, pay_month=SEPTEMBER))

    assert (apart.gross, apart.tax) == (Decimal("3136.00"), Decimal("467.20"))
    assert together.tax == Decimal("1003.52") - Decimal("467.20")


def test_a_term_is_settled_as_one_batch_and_taxed_as_one_payment(desk: Desk) -> None:
    put(desk, [*lessons(SEPTEMBER, 16), *lessons(OCTOBER, 16)])
    shown, _changed = settling.settle(desk, OCTOBER, first=SEPTEMBER, **SITTING)

    assert [each.settlement.month for each in shown.lines] == [SEPTEMBER, OCTOBER]
    assert {each.settlement.batch for each in shown.lines} == {"2026年第1批"}
    assert shown.total("tax") == Decimal("1003.52")


def test_only_lessons_that_were_given_and_verified_are_paid(desk: Desk) -> None:
    put(desk, [*lessons(OCTOBER, 2), *lessons(OCTOBER, 1, slot="5-6", lesson_kind="停课")])
    put(desk, [replace(each, verified=False, slot="7-8") for each in lessons(OCTOBER, 3)])

    shown = fees(desk, OCTOBER)

    assert (line(shown).periods, shown.unverified) == (Decimal(4), 3)


def test_a_settled_month_is_locked_and_settles_once(desk: Desk) -> None:
    put(desk, lessons(OCTOBER, 4))
    settled, _changed = settling.settle(desk, OCTOBER, **SITTING)
    assert [each.settled for each in settled.lines] == [True]
    with pytest.raises(DeskError, match="没有待结算"):
        settling.settle(desk, OCTOBER, **SITTING)

    with desk.read() as reader:
        lesson = reader.all(TeachingHours)[0]
    with pytest.raises(Refused, match="2026年第1批"), desk.write("改", **SITTING) as writer:
        writer.change(replace(lesson, periods=Decimal(3)))
    with pytest.raises(Refused, match="冲减"), desk.write("停用", **SITTING) as writer:
        writer.end(TeachingHours, lesson.uid)
    with desk.write("补填", **SITTING) as writer:
        writer.change(replace(lesson, topic="数控编程"))
    assert line(fees(desk, OCTOBER)).periods == 8


def test_late_lessons_of_a_settled_month_go_into_the_next_batch(desk: Desk) -> None:
    put(desk, lessons(SEPTEMBER, 4))
    settling.settle(desk, SEPTEMBER, **SITTING)
    put(desk, [*lessons(SEPTEMBER, 1, slot="5-6"), *lessons(OCTOBER, 2)])

    shown, _changed = settling.settle(desk, OCTOBER, **SITTING)

    assert [(each.month, each.periods, each.batch) for each in _all(desk)] == [
        (SEPTEMBER, Decimal(8), "2026年第1批"), (SEPTEMBER, Decimal(2), "2026年第2批"), (OCTOBER, Decimal(4), "2026年第2批"),
    ]  # fmt: skip
    assert line(shown).periods == 4


def _all(desk: Desk) -> list[Settlement]:
    with desk.read() as reader:
        return sorted(reader.all(Settlement), key=lambda each: (str(each.month), each.batch or ""))


def test_a_reversal_takes_back_what_was_paid_and_frees_the_lessons(desk: Desk) -> None:
    put(desk, lessons(SEPTEMBER, 16))
    settling.settle(desk, SEPTEMBER, **SITTING)
    settling.pay(desk, "2026年第1批", "已发放", dt.date(2026, 9, 30), voucher_number="记-12", **SITTING)
    (made,), _changed = settling.reverse(desk, LI, "2026年第1批", OCTOBER, **SITTING)
    assert (made.gross, made.tax, made.reverses) == (Decimal("-3136.00"), Decimal("0"), "2026年第1批")

    with desk.read() as reader:
        wrong = reader.all(TeachingHours)[0]
    with desk.write("改", **SITTING) as writer:
        writer.change(replace(wrong, periods=Decimal(4)))
    settled, _changed = settling.settle(desk, OCTOBER, **SITTING)

    assert sum(each.gross or 0 for each in _all(desk)) == 34 * 98
    assert [each.settlement.reverses for each in settled.lines] == ["2026年第1批"]
    with pytest.raises(DeskError, match="已经冲减过"):
        settling.reverse(desk, LI, "2026年第1批", NOVEMBER, **SITTING)


def test_a_reversal_belongs_into_a_later_month(desk: Desk) -> None:
    put(desk, lessons(SEPTEMBER, 2))
    settling.settle(desk, SEPTEMBER, **SITTING)
    with pytest.raises(UnusableInput, match="之后的月份"):
        settling.reverse(desk, "李明", "2026年第1批", SEPTEMBER, **SITTING)
    with pytest.raises(UnusableInput, match="没有“王强”"):
        settling.reverse(desk, "王强", "2026年第1批", OCTOBER, **SITTING)


def test_pay_is_taxed_in_the_month_in_which_it_goes_out(desk: Desk) -> None:
    put(desk, [*lessons(SEPTEMBER, 16), *lessons(OCTOBER, 16)])
    settling.settle(desk, SEPTEMBER, **SITTING)
    settling.settle(desk, OCTOBER, **SITTING)
    for batch in ("2026年第1批", "2026年第2批"):
        settling.pay(desk, batch, "已发放", dt.date(2026, 11, 3), **SITTING)
    assert sum(each.tax or 0 for each in _all(desk)) == Decimal("1003.52")

    settling.pay(desk, "2026年第2批", "退票", DAY, **SITTING)
    settling.pay(desk, "2026年第2批", "已重发", dt.date(2026, 12, 1), **SITTING)
    again = _all(desk)[1]
    assert (again.paid_on, again.pay_month, again.tax) == (dt.date(2026, 12, 1), NOVEMBER, Decimal("536.32"))


def test_other_pay_of_the_month_is_taxed_with_it(desk: Desk) -> None:
    put(desk, lessons(OCTOBER, 16))

    found = line(fees(desk, OCTOBER, other_income={LI: Decimal(2000)}))

    assert (found.other_income_yuan, found.tax) == (Decimal(2000), Decimal("821.76") - Decimal("240.00"))


def test_finance_reckons_the_tax_where_the_school_says_so(desk: Desk) -> None:
    put(desk, lessons(OCTOBER, 4))
    policies.set_parameters(desk, {"tax.by_finance": "是"}, **SITTING)

    shown = fees(desk, OCTOBER)

    assert (line(shown).tax, line(shown).net) == (None, None)
    assert (shown.to_json()["total"]["tax"], shown.to_json()["total"]["gross"]) == (None, "784.00")


def test_own_staff_and_strangers_are_left_out_with_the_reason(desk: Desk) -> None:
    put(desk, [make.part_time_teacher(id_number=WANG, name="王强", teacher_kind="校内专任")])
    put(desk, [*lessons(OCTOBER, 1, teacher=WANG), *lessons(OCTOBER, 2, teacher=make.id_number(serial=9))])

    shown = fees(desk, OCTOBER)

    assert shown.lines == ()
    assert [(each.periods, "工资薪金" in each.why) for each in shown.not_paid] == [
        (Decimal(2), True),
        (Decimal(4), False),
    ]


def test_a_level_without_a_standard_is_named_with_its_year(desk: Desk) -> None:
    put(desk, [make.part_time_teacher(id_number=WANG, name="王强", skill_level="技师", professional_title=None,
                                      title_level=None), *lessons(OCTOBER, 1, teacher=WANG)])  # fmt: skip
    with pytest.raises(DeskError, match="2026-2027学年“中级”"):
        fees(desk, OCTOBER)


def test_a_standard_that_contradicts_its_average_is_not_paid_by(desk: Desk) -> None:
    put(desk, lessons(OCTOBER, 1))
    with desk.write("改", **SITTING) as writer:
        from college_desk.records.college.fee_standard import FeeStandard

        writer.change(replace(writer.all(FeeStandard)[0], yuan_per_period=Decimal("99.00")))
    with pytest.raises(DeskError, match=r"99\.00.*98\.00"):
        fees(desk, OCTOBER)


def test_the_higher_of_title_and_skill_decides(desk: Desk) -> None:
    put(desk, [
        make.fee_standard(title_level="正高级", academic_year="2026-2027", yuan_per_period="150", total_paid_yuan=None,
                          total_periods=None),
        make.part_time_teacher(id_number=WANG, name="王强", skill_level="高级技师", title_level="正高级",
                               professional_title="教授"),
        *lessons(OCTOBER, 1, teacher=WANG),
    ])  # fmt: skip

    assert (line(fees(desk, OCTOBER)).yuan_per_period, line(fees(desk, OCTOBER)).level_basis) == (
        Decimal(150),
        "教授",
    )


def test_weighted_periods_stand_beside_the_raw_ones(desk: Desk) -> None:
    put(desk, lessons(OCTOBER, 2, students="90", slot="9-10"))
    policies.set_parameters(
        desk, {"hourly_subsidy.coefficients": "合班:学生>60:0.005N+0.75:1.5、夜课:节次>=9:1.2"}, **SITTING
    )

    (only,) = fees(desk, OCTOBER).lines

    assert (only.settlement.periods, only.weighted) == (Decimal(4), Decimal("5.76"))
    assert only.settlement.gross == 4 * 98


def test_settling_is_one_step_that_undo_takes_back(desk: Desk) -> None:
    put(desk, lessons(OCTOBER, 4))
    before = checkup.digest(desk)
    settling.settle(desk, OCTOBER, **SITTING)
    undoing.undo(desk, 1, **SITTING)

    assert checkup.digest(desk) == before
    assert line(fees(desk, OCTOBER)).batch == "2026年第1批"


def test_the_years_budget_and_what_is_left_are_told(desk: Desk) -> None:
    put(desk, lessons(OCTOBER, 4))
    assert fees(desk, OCTOBER).to_json()["budget"]["left"] is None
    policies.set_parameters(desk, {"hourly_subsidy.year_budget_yuan": "10000"}, **SITTING)
    settling.settle(desk, OCTOBER, **SITTING)

    assert fees(desk, OCTOBER).to_json()["budget"] == {
        "yuan": "10000.00",
        "spent": "784.00",
        "left": "9216.00",
    }


def test_a_term_taken_back_is_taken_back_month_by_month(desk: Desk) -> None:
    put(desk, [*lessons(SEPTEMBER, 2), *lessons(OCTOBER, 3)])
    settling.settle(desk, OCTOBER, first=SEPTEMBER, **SITTING)

    made, _changed = settling.reverse(desk, LI, "2026年第1批", NOVEMBER, **SITTING)

    assert {(each.gross, each.month) for each in made} == {
        (Decimal("-588.00"), NOVEMBER), (Decimal("-392.00"), NOVEMBER),
    }  # fmt: skip
    assert {each.batch for each in made} == {"2026年第2批", "2026年第3批"}
    assert sum(each.gross or 0 for each in _all(desk)) == 0
    with desk.read() as reader:
        assert {each.settled_in for each in reader.all(TeachingHours)} == {None}


def test_lines_of_one_batch_paid_together_are_taxed_together(desk: Desk) -> None:
    put(desk, [*lessons(SEPTEMBER, 16), *lessons(OCTOBER, 16)])
    settling.settle(desk, SEPTEMBER, **SITTING)
    settling.settle(desk, OCTOBER, **SITTING)
    with desk.write("并批", guarded=False, **SITTING) as writer:
        writer.change_many([replace(each, batch="2026年第9批") for each in writer.all(Settlement)])

    settling.pay(desk, "2026年第9批", "已发放", dt.date(2026, 11, 3), **SITTING)

    assert sum(each.tax or 0 for each in _all(desk)) == Decimal("1003.52")


def test_a_correction_is_taxed_with_what_it_takes_back(desk: Desk) -> None:
    put(desk, lessons(SEPTEMBER, 16))
    settling.settle(desk, SEPTEMBER, **SITTING)
    settling.pay(desk, "2026年第1批", "已发放", dt.date(2026, 9, 30), **SITTING)
    settling.reverse(desk, LI, "2026年第1批", OCTOBER, **SITTING)
    put(desk, lessons(SEPTEMBER, 1, slot="5-6"))
    settling.settle(desk, OCTOBER, **SITTING)
    settling.pay(desk, "2026年第3批", "已发放", dt.date(2026, 10, 20), **SITTING)

    taxes = {each.batch: (each.gross, each.tax) for each in _all(desk)}
    assert taxes["2026年第3批"] == (Decimal("3332.00"), Decimal("0.00"))
    assert sum(tax or 0 for _gross, tax in taxes.values()) == Decimal("467.20")


def test_only_what_came_back_is_sent_again(desk: Desk) -> None:
    put(desk, [make.part_time_teacher(id_number=WANG, name="王强", skill_level="高级技师"),
               *lessons(OCTOBER, 2), *lessons(OCTOBER, 2, teacher=WANG)])  # fmt: skip
    settling.settle(desk, OCTOBER, **SITTING)
    with pytest.raises(DeskError, match="没有可以登记为“已重发”的"):
        settling.pay(desk, "2026年第1批", "已重发", DAY, **SITTING)
    settling.pay(desk, "2026年第1批", "已发放", DAY, **SITTING)
    settling.pay(desk, "2026年第1批", "退票", DAY, teacher="王强", **SITTING)

    (again,), _changed = settling.pay(desk, "2026年第1批", "已重发", dt.date(2026, 12, 1), **SITTING)

    assert (again.name, again.paid_on) == ("王强", dt.date(2026, 12, 1))
    assert sorted(str(each.paid_on) for each in _all(desk)) == ["2026-11-05", "2026-12-01"]


def test_a_name_of_two_people_is_not_guessed(desk: Desk) -> None:
    put(desk, [make.part_time_teacher(id_number=WANG, name="李明", skill_level="高级技师"),
               *lessons(OCTOBER, 2), *lessons(OCTOBER, 2, teacher=WANG)])  # fmt: skip
    settling.settle(desk, OCTOBER, **SITTING)
    with pytest.raises(UnusableInput, match="几位“李明”"):
        settling.reverse(desk, "李明", "2026年第1批", NOVEMBER, **SITTING)
    (made,), _changed = settling.reverse(desk, WANG, "2026年第1批", NOVEMBER, **SITTING)
    assert made.teacher == WANG


def test_the_batch_of_a_lesson_is_not_written_by_hand(desk: Desk) -> None:
    put(desk, [*lessons(OCTOBER, 1), *lessons(NOVEMBER, 1)])
    settling.settle(desk, OCTOBER, **SITTING)
    with desk.read() as reader:
        locked, free = sorted(reader.all(TeachingHours), key=lambda each: each.settled_in is None)
    for each, batch in ((locked, None), (locked, "2026年第7批"), (free, "2026年第7批")):
        with pytest.raises(Refused, match="手工"), desk.write("改", **SITTING) as writer:
            writer.change(replace(each, settled_in=batch))


def test_wages_are_not_merged_into_pay_for_services(desk: Desk) -> None:
    put(desk, [*lessons(OCTOBER, 16), make.settlement(teacher=LI, name="李明", month="2026-08", batch="2026年第1批",
               gross="2000", income_kind="工资薪金", pay_month="2026-10")])  # fmt: skip

    assert line(fees(desk, OCTOBER)).tax == Decimal("467.20")

"""What of the pay is claimed from the bureau: for whom, which hours, never twice, each refusal with its sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError
from college_desk.policy.claims import Claim, Claims
from college_desk.policy.hourly_claim import ClaimLine, claim_lines
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month
from college_desk.services import claiming, policies, settling
from college_desk.services.fees import fees
from college_desk.storage import workspace
from college_desk.storage.desk import Desk
from tests import make

DAY = dt.date(2026, 11, 5)
NOW = dt.datetime(2026, 11, 5, 9, 0, tzinfo=dt.UTC)
SITTING: dict[str, Any] = {"who": "张", "now": NOW, "today": DAY}
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
LI = make.id_number(serial=1)


def lesson(day: int, **given: Any) -> TeachingHours:
    chosen = {"teacher": LI, "name": None, "taught_on": dt.date(2026, 9, day), "periods": "2", "verified": "是",
              "coefficient": None, "weighted_periods": None}  # fmt: skip
    return make.teaching_hours(**chosen | given)


def put(desk: Desk, *records: Any) -> None:
    with desk.write("录入", guarded=False, **SITTING) as writer:
        writer.add_many(list(records))


def college(
    tmp_path: Path, lessons: Sequence[TeachingHours] = (), *, paid: bool = True, **teacher: Any
) -> Desk:
    """A 高级技师 of an enterprise, paid 98 yuan; his September settled and, unless told otherwise, paid."""
    desk = workspace.create(tmp_path / "desk")
    person = {
        "id_number": LI,
        "name": "李明",
        "skill_level": "高级技师",
        "person_source": "企业在职",
    } | teacher
    put(desk, make.fee_standard(), make.part_time_teacher(**person), *(lessons or [lesson(1), lesson(2)]))
    settling.settle(desk, SEPTEMBER, **SITTING)
    if paid:
        pay(desk, "2026年第1批")
    return desk


def pay(desk: Desk, batch: str) -> None:
    settling.pay(desk, batch, "已发放", dt.date(2026, 10, 12), voucher_number="记-12", **SITTING)


def claim(desk: Desk, month: Month = SEPTEMBER) -> ClaimLine:
    (line,) = fees(desk, month).lines
    assert line.claim is not None
    return line.claim


def refusal(desk: Desk) -> str:
    """The one reason for which nothing is claimed."""
    found = claim(desk)
    assert (found.claimed_yuan, found.is_claimed) == (Decimal(0), False)
    (only,) = found.left_out
    return only.why


def test_what_was_paid_to_a_skilled_employee_is_claimed(tmp_path: Path) -> None:
    found = claim(college(tmp_path))

    assert (found.periods, found.yuan_per_period, found.paid_yuan) == (
        Decimal(4),
        Decimal("98.00"),
        Decimal("392.00"),
    )
    assert (found.claimed_yuan, found.left_out) == (Decimal("392.00"), ())
    assert (found.skill_level, found.title_level) == ("高级技师", "副高级")


@pytest.mark.parametrize(
    ("skill", "allowed"), [("高级工", True), ("中级工", False), ("技师", True), (None, False)]
)
def test_skill_counts_from_senior_worker_on(tmp_path: Path, skill: str | None, allowed: bool) -> None:
    found = claim(college(tmp_path, skill_level=skill, title_level="副高级", professional_title="高级工程师"))

    assert found.is_claimed is allowed
    assert allowed or "未达到高级工" in found.left_out[0].why


def test_only_who_works_at_an_enterprise_is_subsidised_unless_the_bureau_says_otherwise(
    tmp_path: Path,
) -> None:
    desk = college(tmp_path, person_source="退休（企业）")
    assert "退休（企业）" in refusal(desk)

    policies.set_parameters(desk, {"hourly_subsidy.who": "全部兼职教师"}, **SITTING)
    assert claim(desk).claimed_yuan == Decimal("392.00")


def test_nothing_is_claimed_before_it_is_paid_or_after_it_came_back(tmp_path: Path) -> None:
    desk = college(tmp_path, paid=False)
    assert "待发" in refusal(desk)
    with pytest.raises(DeskError, match="还没有支付"):
        claiming.put_in(desk, SEPTEMBER, **SITTING)

    pay(desk, "2026年第1批")
    assert claim(desk).is_claimed
    settling.pay(desk, "2026年第1批", "退票", DAY, **SITTING)
    assert "退票" in refusal(desk)
    settling.pay(desk, "2026年第1批", "已重发", DAY, **SITTING)
    assert claim(desk).is_claimed


def test_hours_that_the_allowance_pays_are_not_claimed_lesson_by_lesson(tmp_path: Path) -> None:
    desk = college(tmp_path)
    put(desk, make.appointment(teacher=LI, name="李明", start_on="2026-09-02", end_on="2026-12-31",
                               fund_source="财政编制经费（20%员额）", counts_in_quota="是"))  # fmt: skip

    found = claim(desk)

    assert (found.periods, found.claimed_yuan) == (Decimal(2), Decimal("196.00"))
    assert [(each.periods, "财政编制经费" in each.why) for each in found.left_out] == [(Decimal(2), True)]


def test_the_same_hour_is_claimed_once_over_batches(tmp_path: Path) -> None:
    desk = college(tmp_path)
    put(desk, lesson(2, class_name="2025级数控2班"), lesson(3, slot="7-8"))
    settling.settle(desk, OCTOBER, **SITTING)
    pay(desk, "2026年第2批")

    first, second = (each.claim for each in fees(desk, SEPTEMBER).lines)

    assert first is not None
    assert second is not None
    assert (first.claimed_yuan, second.claimed_yuan) == (Decimal("392.00"), Decimal("196.00"))
    assert "2026年9月2日第1-2节已经认定过一次" in second.left_out[0].why


def test_what_another_filing_claims_is_not_claimed_again(tmp_path: Path) -> None:
    desk = college(tmp_path)
    with desk.read() as reader:
        (kept,) = reader.all(Settlement)
        filed = Claim("hourly-subsidy-2026-09-01", "hourly-subsidy", kept.uid, LI)
        (found,) = claim_lines([kept], reader.facts(), reader.policy(), DAY, claims=Claims({LI: (filed,)}))
    assert found.claimed_yuan == 0
    assert "hourly-subsidy-2026-09-01" in found.left_out[0].why


def test_hours_claimed_before_a_reversal_are_not_claimed_anew(tmp_path: Path) -> None:
    desk = college(tmp_path)
    settling.reverse(desk, LI, "2026年第1批", OCTOBER, **SITTING)
    settling.settle(desk, OCTOBER, **SITTING)
    pay(desk, "2026年第3批")

    def of_batches(claims: Claims) -> dict[str | None, ClaimLine]:
        with desk.read() as reader:
            lines = claim_lines(reader.all(Settlement), reader.facts(), reader.policy(), DAY, claims=claims)
            return {each.settlement.batch: each for each in lines}

    fresh = of_batches(Claims())
    assert "已经冲减" in fresh["2026年第1批"].left_out[0].why
    assert "冲减“2026年第1批”" in fresh["2026年第2批"].left_out[0].why
    assert fresh["2026年第3批"].claimed_yuan == Decimal("392.00")

    first = fresh["2026年第1批"].settlement
    filed = of_batches(Claims({LI: (Claim("N-01", "hourly-subsidy", first.uid, LI),)}))["2026年第3批"]
    assert (filed.claimed_yuan, "补正稿" in filed.left_out[0].why) == (Decimal(0), True)


def test_more_than_was_recorded_is_not_recognised(tmp_path: Path) -> None:
    desk = college(tmp_path)
    with desk.write("改", guarded=False, **SITTING) as writer:
        writer.change(replace(writer.all(TeachingHours)[0], verified=False))

    found = claim(desk)

    assert (found.periods, found.claimed_yuan) == (Decimal(2), Decimal("196.00"))
    assert found.left_out[0].why.startswith("没有经教务核验")


def test_a_smaller_amount_typed_in_stays_and_nought_claims_nothing(tmp_path: Path) -> None:
    desk = college(tmp_path)
    for typed, claimed in (("391.99", "391.99"), ("400.00", "392.00"), ("0", "0")):
        with desk.write("改", **SITTING) as writer:
            writer.change(replace(writer.all(Settlement)[0], claimed_yuan=Decimal(typed)))
        assert claim(desk).claimed_yuan == Decimal(claimed)
    assert "填的是0" in refusal(desk)


def test_the_city_average_is_asked_for_by_its_document(tmp_path: Path) -> None:
    desk = college(tmp_path)
    policies.set_parameters(desk, {"hourly_subsidy.average_of": "全市"}, **SITTING)
    assert refusal(desk).startswith("缺少2026-2027学年“副高级”的全市平均课时费标准")

    put(desk, make.fee_standard(yuan_per_period="90", total_paid_yuan=None, total_periods=None,
                                document_number="济人社字〔2026〕9号"))  # fmt: skip
    assert (claim(desk).yuan_per_period, claim(desk).claimed_yuan) == (Decimal(90), Decimal(360))


def test_the_claim_is_written_on_the_lines_in_one_step(tmp_path: Path) -> None:
    desk = college(tmp_path)

    shown, changed = claiming.put_in(desk, SEPTEMBER, **SITTING)

    assert [each.settlement.claimed_yuan for each in shown.lines] == [Decimal("392.00")]
    assert len(changed.records) == 1
    assert shown.to_json()["lines"][0]["claim"] == {
        "periods": 4, "yuan_per_period": "98.00", "paid": "392.00", "yuan": "392.00", "left_out": [],
    }  # fmt: skip
    with pytest.raises(DeskError, match="还没有结算"):
        claiming.put_in(desk, OCTOBER, **SITTING)

"""The home page's figures and lists: each number with exactly its rows, each matter once, gravest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from college_desk.records.change import PendingRow
from college_desk.records.finding import Explanation, Finding
from college_desk.records.register import REGISTERS, Record
from college_desk.services import home, home_matters, listing
from college_desk.services.home import Overview
from college_desk.services.home_figures import Rows
from college_desk.services.home_matters import Matter
from college_desk.storage.desk import Desk
from tests import make
from tests.services import filed_college
from tests.services.occasions import SITTING, TODAY, new_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def keep(desk: Desk, *records: Record) -> None:
    with desk.write("登记", guarded=False, **SITTING) as writer:
        writer.add_many(list(records))


def overview(desk: Desk, today: dt.date = TODAY, campus: str | None = None) -> Overview:
    return home.overview(desk, today, campus=campus)


def behind(desk: Desk, rows: Rows) -> int:
    return listing.count(desk, REGISTERS[rows.register], rows.query)


def sentences(desk: Desk, today: dt.date = TODAY) -> list[str]:
    return [each.sentence for each in overview(desk, today).matters]


def apprentice(serial: int, **given: object) -> Record:
    return make.apprentice(id_number=make.id_number(dt.date(2008, 3, 15), serial=serial), **given)


def test_a_new_desk_is_empty_and_has_nothing_to_do(desk: Desk) -> None:
    said = overview(desk)
    assert said.empty
    assert said.matters == ()
    assert said.quota is not None and said.quota.usable is None
    keep(desk, make.enterprise())
    assert not overview(desk).empty


def test_the_quota_covers_the_academic_year_of_the_day(desk: Desk) -> None:
    keep(desk, make.staffing(), make.appointment(counts_in_quota=True))
    quota = overview(desk, dt.date(2027, 8, 31)).quota
    assert quota is not None
    assert (quota.series[0].first, quota.series[-1].last) == (dt.date(2026, 9, 1), dt.date(2027, 8, 31))
    assert quota.occupied == 0
    quota = overview(desk, dt.date(2026, 9, 1)).quota
    assert quota is not None and (quota.occupied, quota.usable) == (1, 34)


@pytest.mark.parametrize(("day", "year"), [(dt.date(2026, 8, 31), 2025), (dt.date(2026, 9, 1), 2026)])
def test_an_academic_year_begins_on_the_first_of_september(day: dt.date, year: int) -> None:
    assert home.academic_year_of(day) == (dt.date(year, 9, 1), dt.date(year + 1, 8, 31))


def test_only_this_months_lessons_count_and_cancelled_ones_do_not(desk: Desk) -> None:
    keep(
        desk,
        make.teaching_hours(taught_on="2026-08-31"),
        make.teaching_hours(taught_on="2026-09-01", periods="2", verified=False),
        make.teaching_hours(taught_on="2026-09-30", periods="1.5"),
        make.teaching_hours(taught_on="2026-09-15", periods="4", lesson_kind="停课", verified=False),
        make.teaching_hours(taught_on="2026-10-01"),
    )
    hours = overview(desk).hours
    assert (hours.periods, hours.people, hours.unverified) == (Decimal("3.50"), 1, 1)
    assert behind(desk, hours.rows) == 3
    assert behind(desk, hours.unverified_rows) == 1


def test_apprentices_in_training_are_counted_by_person(desk: Desk) -> None:
    keep(
        desk,
        apprentice(1),
        apprentice(1, cohort="XTZ2026-02"),
        apprentice(2, status="退出"),
        apprentice(3, status=None, end_on="2026-09-29"),
        apprentice(4, status=None, end_on="2026-09"),
    )
    training = overview(desk).in_training
    assert (training.people, training.classes) == (2, 2)
    assert behind(desk, training.rows) == 3


def test_an_order_student_has_arrived_where_the_enterprise_is_the_ordering_one(desk: Desk) -> None:
    others = [make.id_number(dt.date(2005, 1, 2), serial=serial) for serial in (11, 12, 13)]
    keep(desk, make.enterprise(), make.former_name(), make.order_student(), make.graduate_outcome())
    for number, given in zip(
        others,
        (
            {"enterprise": "济宁海达机械厂", "employer_uscc": None},
            {"enterprise": "另一家公司", "employer_uscc": make.uscc(5)},
            {"destination": "待就业"},
        ),
        strict=True,
    ):
        keep(desk, make.order_student(id_number=number), make.graduate_outcome(id_number=number, **given))  # type: ignore[arg-type]
    orders = overview(desk).orders
    assert (orders.graduated, orders.arrived) == (4, 2)
    assert behind(desk, orders.graduated_rows) == 4
    assert behind(desk, orders.arrived_rows) == 2


def test_the_latest_outcome_up_to_the_day_is_the_one_in_force(desk: Desk) -> None:
    keep(
        desk,
        make.order_student(),
        make.graduate_outcome(recorded_on="2026-09-20"),
        make.graduate_outcome(recorded_on="2026-08-31", destination="待就业"),
    )
    assert overview(desk, dt.date(2026, 9, 19)).orders.arrived == 0
    assert overview(desk, dt.date(2026, 9, 20)).orders.arrived == 1


def test_classes_stand_with_their_people_the_running_ones_only(desk: Desk) -> None:
    keep(
        desk,
        make.cohort(),
        make.cohort(cohort_code="XTZ2020-01", name="旧班", end_on="2026-09-29"),
        apprentice(1),
        apprentice(2),
        make.order_class(),
        make.order_class(name="海达二班"),
        make.order_student(),
    )
    said = overview(desk)
    assert [(each.name, each.people, each.planned) for each in said.cohorts] == [("2024级机电学徒1班", 2, 40)]
    assert [(each.name, each.people) for each in said.order_classes] == [("海达班", 1), ("海达二班", 0)]
    assert behind(desk, said.cohorts[0].rows) == 2


def test_a_campus_narrows_the_people_but_not_the_quota(desk: Desk) -> None:
    keep(desk, make.staffing(), apprentice(1, campus="北校区"), apprentice(2, campus="南校区"))
    said = overview(desk, campus="北校区")
    assert said.in_training.people == 1
    assert said.quota is not None and said.quota.usable == 34


@pytest.mark.parametrize(
    ("due", "badge", "urgency"),
    [
        ("2026-09-29", "已过期", "error"),
        ("2026-09-30", "今天", "error"),
        ("2026-10-07", "7天", "error"),
        ("2026-10-08", "8天", "wait"),
        ("2026-10-30", "30天", "wait"),
        ("2026-10-31", "31天", "info"),
        ("2026-11-29", "60天", "info"),
    ],
)
def test_a_notice_presses_as_its_day_comes_near(desk: Desk, due: str, badge: str, urgency: str) -> None:
    keep(desk, make.notice(due_on=due))
    (matter,) = overview(desk).matters
    assert (matter.badge, matter.urgency) == (badge, urgency)


@pytest.mark.parametrize("given", [{"due_on": "2026-11-30"}, {"status": "已报送"}, {"status": "已办结"}])
def test_a_notice_far_off_or_done_is_not_told(desk: Desk, given: dict[str, str]) -> None:
    keep(desk, make.notice(**given))
    assert sentences(desk) == []


def test_what_expires_is_told_within_sixty_days(desk: Desk) -> None:
    keep(
        desk,
        make.appointment(contract_number="A", end_on="2026-09-29"),
        make.appointment(contract_number="B", end_on="2026-09-30"),
        make.appointment(contract_number="C", end_on="2026-10", name="王芳"),
        make.appointment(contract_number="D", end_on="2026-11-29"),
        make.appointment(contract_number="E", end_on="2026-11-30"),
        make.appointment(contract_number="F", end_on="2026-10-05", status="解聘"),
    )
    matters = overview(desk).matters
    assert [each.sentence for each in matters] == ["李明的聘期9月30日届满", "2份兼职教师聘任60天内期满"]
    assert [each.urgency for each in matters] == ["wait", "info"]
    assert matters[1].rows is not None and behind(desk, matters[1].rows) == 2


def test_an_agreement_that_was_renewed_or_ended_does_not_expire(desk: Desk) -> None:
    near = {"end_on": "2026-10-15", "start_on": "2025-10-01"}
    keep(
        desk,
        make.agreement(agreement_number="A", **near),
        make.agreement(agreement_number="B", **near),
        make.agreement(agreement_number="B2", parent_agreement="B", relation="续签", end_on="2029-10-15"),
        make.agreement(agreement_number="C", **near),
        make.agreement(agreement_number="C2", parent_agreement="C", relation="解除", **near),
        make.agreement(agreement_number="D", end_on="长期"),
    )
    assert sentences(desk) == ["与济宁海达精密制造有限公司的合作协议10月15日到期"]


def test_insurance_that_ends_is_told(desk: Desk) -> None:
    keep(desk, make.insurance_policy(insured_to="2026-10-01"))
    assert sentences(desk) == [f"保险单{make.POLICY}10月1日到期"]


def test_rows_that_wait_are_told_with_their_number(desk: Desk) -> None:
    row = PendingRow(0, "apprentice", "表.xlsx", "名册", 2, {"姓名": "李明"}, ())
    with desk.write("导入", guarded=False, **SITTING) as writer:
        writer.keep_pending([row, row])
    (matter,) = overview(desk).matters
    assert (matter.sentence, matter.page, matter.part) == (
        "待处理数据有2行未入库（学徒花名册）",
        "import",
        "pending",
    )
    assert not overview(desk).empty


def test_a_frozen_filing_waits_to_be_sent(tmp_path: Path) -> None:
    with filed_college.college(tmp_path, people=1) as desk:
        filed_college.filed(desk, tmp_path / "out")
        told = [each for each in overview(desk, filed_college.TODAY).matters if each.page == "filings"]
    assert [each.sentence for each in told] == [
        "兼职教师聘任备案（2026—2027学年第一学期，第1稿）已定稿，尚未报送"
    ]


def finding(rule: str, uid: str, severity: str = "error", **given: object) -> Finding:
    values = {"key": uid, "field": "phone", "message": "手机号不对。", "clause": "", "title": "手机号"}
    return Finding(f"{rule}-{uid}", rule, severity, "apprentice", uid, **{**values, **given})  # type: ignore[arg-type]


def test_findings_are_one_matter_a_rule_errors_first() -> None:
    explained = Explanation("已核实", "王芳", TODAY)
    matters = home_matters.of_findings(
        [
            finding("W-1", "a", "warning"),
            finding("W-2", "a", "warning", explanation=explained),
            finding("I-1", "a", "info"),
            finding("E-1", "a"),
            finding("E-2", "a"),
            finding("E-2", "b"),
        ]
    )
    assert [(each.urgency, each.count) for each in matters] == [("error", 2), ("error", 1), ("wait", 1)]
    assert matters[0].sentence == "学徒花名册：手机号"
    assert matters[1].sentence == "a：手机号不对。"
    assert matters[0].rows is not None and matters[0].rows.query.uids == frozenset({"a", "b"})


def test_the_gravest_stands_first_and_what_is_due_first_within_it() -> None:
    def matter(urgency: str, days: int | None) -> Matter:
        return Matter(urgency, "", "", "", "home", days=days)  # type: ignore[arg-type]

    given = [
        matter("info", 1),
        matter("wait", None),
        matter("error", None),
        matter("wait", 3),
        matter("error", 2),
    ]
    ordered = [(each.urgency, each.days) for each in home_matters.gravest_first(given)]
    assert ordered == [("error", 2), ("error", None), ("wait", 3), ("wait", None), ("info", 1)]

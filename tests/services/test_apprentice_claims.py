"""Apprentice subsidies by class and enterprise: who is ruled out and why, before and after the class is over."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.policy.claims import ENTERPRISE_APPRENTICESHIP
from college_desk.records.register import Record
from college_desk.services import apprentice_claims, policies
from college_desk.services.apprentice_claims import ApprenticeClaim
from college_desk.storage.desk import Desk
from tests import make
from tests.policy.frozen import snapshot
from tests.services.occasions import SITTING, live, new_desk
from tests.services.order_college import keep_filing, lay_in

OTHER = "邹城宏河电子有限公司"
YEAR = "2025-2026"
TRAINING, OVER = dt.date(2026, 3, 1), dt.date(2026, 9, 30)


def trainee(serial: int, **given: Any) -> Record:
    told = {
        "name": f"职工{'甲乙丙丁'[serial]}", "id_number": make.id_number(dt.date(1995, 3, 1), serial=serial), "cohort": "N1",
        "student_number": None, "target_skill_level": "中级工", "start_on": "2025-09-01", "end_on": "2026-08-31",
        "contract_start_on": "2025-07-01", "contract_end_on": "2027-06-30", "student_status": None,
        "mentor": None, "consent_on": None, "agreement_signed_on": None, "agreement_form": None, "agreement_number": None, "training_mode": None, **given,
    }  # fmt: skip
    return make.apprentice(**told)


def desk_with(folder: Path, *people: Record, standards: bool = True, **cohort: Any) -> Desk:
    told = {
        "cohort_code": "N1", "name": "企业新型1班", "scheme": "企业新型学徒制", "target_skill_level": "中级工",
        "start_on": "2025-09-01", "end_on": "2026-08-31", "filed_on": "2025-08-20", "prepaid_yuan": "10000",
        "agreement_number": None, "enterprises": make.ENTERPRISE, **cohort,
    }  # fmt: skip
    desk = new_desk(folder)
    lay_in(
        desk,
        [make.enterprise(), make.enterprise(name=OTHER, uscc=make.uscc(9)), make.cohort(**told), *people],
    )
    if standards:
        enter(desk, **{"yuan_per_year.中级工": "5000", "yuan_per_year.高级工": "6000"})
    return desk


def enter(desk: Desk, **values: str) -> None:
    named = {f"apprentice_subsidy.{name}": value for name, value in values.items()}
    policies.set_parameters(desk, named, document="测试文件", **SITTING)


def claims(desk: Desk, day: dt.date) -> list[ApprenticeClaim]:
    return apprentice_claims.claims(desk, YEAR, day)


def test_before_the_class_is_over_the_plan_and_what_may_be_prepaid_are_told(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, *(trainee(serial) for serial in range(4)))

    (found,) = claims(desk, TRAINING)
    shown = found.to_json()

    assert (found.over, len(found.counted)) == (False, 4), [each.refusals for each in found.people]
    assert (shown["planned"], shown["prepayable"], shown["prepaid"]) == ("20000.00", "10000.00", "10000.00")
    assert (shown["due"], shown["remaining"], shown["recoverable"]) == (None, None, None)
    assert (shown["enterprise_part"], shown["school_part"]) == ("20000.00", None)


def test_after_it_is_over_who_has_no_certificate_is_recovered_from(tmp_path: Path) -> None:
    certified = {"status": "结业", "certificate_number": "S000037080001000000101"}
    desk = desk_with(
        tmp_path, *(trainee(serial, **certified) for serial in range(3)), trainee(3, status="退出")
    )

    (found,) = claims(desk, OVER)
    shown = found.to_json()

    assert shown["certified"] == 3
    assert (shown["planned"], shown["due"], shown["remaining"]) == ("20000.00", "15000.00", "5000.00")
    assert (shown["recoverable"], shown["capitals"]) == ("2500.00", "人民币伍仟元整")


def test_who_is_ruled_out_has_his_reason_and_is_not_in_the_plan(tmp_path: Path) -> None:
    student = trainee(1, student_status="在读")
    no_contract = trainee(2, contract_start_on=None)
    desk = desk_with(tmp_path, trainee(0), student, no_contract, trainee(3, subsidised_before=True))

    (found,) = claims(desk, TRAINING)

    refused = {each.apprentice.name: each.refusals[0].rule for each in found.people if each.refusals}
    assert refused == {"职工乙": "NEW-002", "职工丙": "NEW-001", "职工丁": "NEW-003"}
    assert found.to_json()["planned"] == "5000.00"
    assert len(found.to_json()["refused"]) == 3


def test_the_prepaid_part_of_one_ruled_out_goes_back_once_the_class_is_over(tmp_path: Path) -> None:
    done = {"status": "结业", "certificate_number": "S000037080001000000101"}
    desk = desk_with(tmp_path, trainee(0, **done), trainee(1, subsidised_before=True, **done))

    (found,) = claims(desk, OVER)

    assert found.claim is not None
    assert (found.claim.due, found.claim.remaining) == (Decimal(5000), Decimal(-5000))
    assert found.claim.recoverable == Decimal("5000.00")


def test_a_class_of_two_enterprises_has_a_claim_for_each_and_its_prepayment_is_divided(
    tmp_path: Path,
) -> None:
    people = [*(trainee(serial) for serial in range(2)), trainee(2, enterprise=OTHER)]
    desk = desk_with(tmp_path, *people, enterprises=f"{make.ENTERPRISE}、{OTHER}")

    found = {each.enterprise_name: each.to_json() for each in claims(desk, TRAINING)}

    assert {name: each["planned"] for name, each in found.items()} == {
        make.ENTERPRISE: "10000.00",
        OTHER: "5000.00",
    }
    prepaid = [Decimal(each["prepaid"]) for each in found.values()]
    assert sorted(prepaid) == [Decimal("3333.33"), Decimal("6666.67")]
    uid = next(each.uid for each in live(desk, "enterprise") if each.name == OTHER)
    alone = apprentice_claims.claims(desk, YEAR, TRAINING, frozenset({uid}))
    assert [each.enterprise_name for each in alone] == [OTHER]


def test_without_a_standard_the_document_is_named(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, trainee(0), standards=False)

    (found,) = claims(desk, TRAINING)

    assert found.claim is None
    assert "补贴标准的文件" in found.lacking
    assert found.to_json()["planned"] is None


def test_the_schools_part_is_what_the_agreement_says_and_nothing_before_it_is_entered(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, trainee(0))
    enter(desk, school_share="0.6")

    (found,) = claims(desk, TRAINING)

    assert (found.enterprise_part, found.school_part) == (Decimal("2000.00"), Decimal("3000.00"))


def test_modern_apprentices_are_claimed_for_only_where_the_pack_has_an_amount(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    modern = {"cohort_code": "M1", "name": "现代1班", "start_on": "2025-09-01", "end_on": "2026-06-30"}
    lay_in(desk, [make.cohort(**modern), make.apprentice(cohort="M1")])

    assert claims(desk, TRAINING) == []
    enter(desk, modern_school_yuan="800")
    (found,) = claims(desk, TRAINING)

    assert (found.new_scheme, found.enterprise_part, found.claim) == (False, None, None)
    assert found.school_part == 800 * len(found.counted)


def test_an_apprentice_of_another_filing_is_not_claimed_for_again(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, trainee(0, certificate_number="S000037080001000000101"), trainee(1))
    (first,) = [each for each in live(desk, "apprentice") if each.certificate_number]
    other = snapshot(
        ENTERPRISE_APPRENTICESHIP, "enterprise-apprenticeship-2024-2025-01", [first], period="2024-2025"
    )
    with desk.write("定稿", guarded=False, **SITTING) as writer:
        keep_filing(writer, other)

    (found,) = claims(desk, TRAINING)

    assert [each.refusals[0].rule for each in found.people if each.refusals] == ["NEW-011"]


def test_a_class_of_another_year_is_not_among_them(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, trainee(0))

    assert apprentice_claims.claims(desk, "2026-2027", OVER) == []
    with pytest.raises(UnusableInput, match="按学期或学年"):
        apprentice_claims.claims(desk, "2026", OVER)

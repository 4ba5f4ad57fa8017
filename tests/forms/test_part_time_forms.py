"""The forms of part-time appointments: what stands in them, and that the cover paper lists what is enclosed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest

from college_desk.forms.form import Frozen, documents_of
from college_desk.forms.teaching.appointment_roster import is_renewal
from college_desk.forms.teaching.staffing_use import Use
from college_desk.policy.pack import load_pack
from college_desk.records.lookups import ListedFacts
from college_desk.records.page import FilledForm, Paragraph, Table, Title
from college_desk.records.register import Record
from college_desk.records.snapshot import Snapshot
from college_desk.records.teaching.appointment import Appointment
from tests import make

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "forms"
DAY = dt.date(2026, 11, 20)


def person(serial: int, name: str, **given: Any) -> list[Record]:
    number = make.id_number(dt.date(1975, 3, 15), serial=2 * serial + 1)
    teacher = make.part_time_teacher(name=name, id_number=number)
    appointment = make.appointment(teacher=number, name=name, contract_number=f"HT2026-{serial:03d}", **given)
    return [
        dataclasses.replace(teacher, uid=f"t{serial}"),
        dataclasses.replace(appointment, uid=f"a{serial}"),
    ]


def college(*more: Record, filled: str = "152", **school: Any) -> list[Record]:
    return [
        dataclasses.replace(make.school(name="济宁示例职业学院", **school), uid="s"),
        dataclasses.replace(make.staffing(approved_posts="186", posts_filled=filled), uid="e"),
        *more,
    ]


def frozen(records: list[Record], kind: str = "first", findings: tuple[dict[str, Any], ...] = ()) -> Frozen:
    selected = tuple(each.uid for each in records if isinstance(each, Appointment) and not each.ended)
    snapshot = Snapshot(
        filing="part-time-appointments", period="2026-2027-1", kind=kind, number="n-01", version=1, day=DAY,
        program_version="1", policy="jining-2022", records={}, selected=selected, left_out=(),
        findings=findings, parameters={}, rules={}, code_tables={},
        period_first=dt.date(2026, 9, 1), period_last=dt.date(2027, 1, 31),
    )  # fmt: skip
    return Frozen(snapshot, ListedFacts(records), load_pack("jining-2022"))


def texts(form: FilledForm) -> list[str]:
    found = []
    for block in form.blocks:
        match block:
            case Title():
                found += [block.text, block.subtitle]
            case Paragraph():
                found.append(block.text)
            case Table():
                found += [cell.text for row in block.rows for cell in row]
    return found


def by_code(given: Frozen) -> dict[str, FilledForm]:
    return {each.code: each for each in documents_of(given)}


def test_every_document_is_what_it_was() -> None:
    counting = {"counts_in_quota": True, "fund_source": "6"}
    given = frozen(college(*person(1, "李明", **counting), *person(2, "买买提·吐尔逊")))
    documents = [_plain(each) for each in documents_of(given)]
    told = json.dumps(documents, ensure_ascii=False, indent=1, default=str) + "\n"
    file = GOLDEN / "part-time-appointments.json"
    if os.environ.get("COLLEGE_DESK_RENEW"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")


def _plain(form: FilledForm) -> dict[str, Any]:
    described = dataclasses.asdict(form)
    described["blocks"] = texts(form)
    return described


def test_the_establishment_is_reckoned_as_in_the_worked_example() -> None:
    people = [each for n in range(31) for each in person(n, "李明", counts_in_quota=True, fund_source="6")]
    use = Use(frozen(college(*people)))
    assert [use.quota, use.usable, use.occupied, use.remaining] == [37, 34, 31, 3]
    assert (use.vacant, use.overfull, use.people) == (34, 0, 31)
    assert Use(frozen(college(*people, filled="120"))).usable == 37
    assert (
        Use(frozen(college(*people, filled="190"))).usable,
        Use(frozen(college(filled="190"))).overfull,
    ) == (0, 4)


def test_one_person_with_two_appointments_is_one_person_and_two_times() -> None:
    number = make.id_number(dt.date(1975, 3, 15), serial=3)
    second = dataclasses.replace(make.appointment(teacher=number, contract_number="HT2026-900"), uid="b")
    roster = by_code(frozen(college(*person(1, "李明"), second)))["part-time-roster"]
    assert "1人，2人次" in texts(roster)


@pytest.mark.parametrize(
    ("earlier", "renewed_from", "renewal"),
    [
        (None, None, False),
        ("2025-09-01", None, True),
        ("2026-09-01", None, False),
        (None, "HT2025-001", True),
    ],
)
def test_who_was_here_before_is_renewed(earlier: str | None, renewed_from: str | None, renewal: bool) -> None:
    records = person(1, "李明", start_on="2026-09-01", renewed_from=renewed_from)
    if earlier:
        teacher = records[1].teacher  # type: ignore[attr-defined]
        before = make.appointment(teacher=teacher, contract_number="HT2025-001", start_on=earlier)
        records.append(dataclasses.replace(before, uid="before"))
    given = frozen(college(*records))
    appointment = next(each for each in given.facts.all(Appointment) if each.uid == "a1")
    assert is_renewal(given.facts, appointment) is renewal


def test_the_cover_paper_lists_just_what_is_enclosed() -> None:
    warning = {
        "key": "HT2026-001", "message": "聘期超过3年。", "explanation": "已报批", "explained_by": "李敏",
        "explained_on": "2026-11-19",
    }  # fmt: skip
    plain = texts(by_code(frozen(college(*person(1, "李明"), *person(2, "王芳"))))["cover-paper"])
    assert [each for each in plain if each.strip("　").startswith(("附件", "2.", "3.", "4."))] == [
        "附件：1. 兼职教师花名册",
        "　　　2. 编制使用情况表",
        "　　　3. 兼职教师聘任备案表（2份）",
    ]
    explained = texts(by_code(frozen(college(*person(1, "李明")), findings=(warning,)))["cover-paper"])
    assert "　　　4. 情况说明" in explained


@pytest.mark.parametrize(
    ("school", "recipient", "document"),
    [
        ({"school_type": "技师学院"}, "济宁市人力资源和社会保障局：", "报告"),
        ({"school_type": "415", "authority": "济宁市教育局"}, "济宁市教育局：", "报告"),
        ({"school_type": "362", "district": "任城区", "authority": "任城区教育和体育局"}, "任城区教育和体育局：", "报告"),
    ],
)  # fmt: skip
def test_the_cover_paper_goes_to_the_schools_own_superior(
    school: dict[str, str], recipient: str, document: str
) -> None:
    cover = texts(by_code(frozen(college(*person(1, "李明"), **school)))["cover-paper"])
    assert recipient in cover
    assert any(each.endswith(f"的{document}") for each in cover)


def test_the_schools_own_entry_of_a_recipient_goes_before_the_packs() -> None:
    own = make.recipient(
        filing="part-time-appointments", recipient="中共济宁市委编办", paper_kind="函", copy_to=None
    )
    cover = texts(by_code(frozen(college(*person(1, "李明"), own)))["cover-paper"])
    assert "中共济宁市委编办：" in cover
    assert "特此致函，请予备案。" in cover


def test_a_teacher_who_is_not_on_the_register_still_has_his_form_with_what_is_known() -> None:
    records = [each for each in person(1, "李明") if isinstance(each, Appointment)]
    form = by_code(frozen(college(*records)))["part-time-appointment-form"]
    assert "李明" in texts(form)
    assert records[0].teacher in texts(form)


def test_no_bank_account_stands_on_any_form() -> None:
    records = college(*person(1, "李明"))
    account = next(getattr(each, "bank_account", None) for each in records if each.uid == "t1")
    assert account
    assert not any(account in text for form in documents_of(frozen(records)) for text in texts(form))

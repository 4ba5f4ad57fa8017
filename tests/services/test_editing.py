from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.records.register import REGISTERS
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.services import editing
from college_desk.storage.desk import Desk
from tests.services.occasions import LI, SITTING, ZHANG, live, new_desk, put

USCC = "91370800189862981H"


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path, campuses=["东校区"], here="东校区") as desk:
        yield desk


def test_an_unknown_key_among_the_fields_adds_a_record(desk: Desk) -> None:
    saved = put(desk, "part_time_teacher", id_number=LI, name="李明")
    assert saved.record.uid
    assert saved.changed.records == {"part_time_teacher": frozenset({saved.record.uid})}
    assert saved.changed.step is not None


def test_a_known_key_among_the_fields_edits_the_record(desk: Desk) -> None:
    first = put(desk, "part_time_teacher", id_number=LI, name="李明")
    second = put(desk, "part_time_teacher", id_number=LI, phone="13800001234")
    assert second.record.uid == first.record.uid
    (teacher,) = live(desk, "part_time_teacher")
    assert (teacher.name, teacher.phone, teacher.revision) == ("李明", "13800001234", 2)


def test_a_new_record_belongs_to_the_campus_of_this_desk(desk: Desk) -> None:
    assert put(desk, "part_time_teacher", id_number=LI, name="李明").record.campus == "东校区"
    assert put(desk, "part_time_teacher", id_number=ZHANG, campus="西校区").record.campus == "西校区"
    assert put(desk, "staffing", effective_from="2026-09-01", approved_posts="420").record.campus is None


def test_the_same_values_again_make_no_step(desk: Desk) -> None:
    put(desk, "part_time_teacher", id_number=LI, name="李明")
    again = put(desk, "part_time_teacher", id_number=LI, name="李 明")
    assert again.changed.step is None
    assert again.record.revision == 1


def test_a_record_is_found_by_uid_and_by_key(desk: Desk) -> None:
    uid = put(desk, "part_time_teacher", id_number=LI, name="李明").record.uid
    assert put(desk, "part_time_teacher", uid, phone="13800001234").record.uid == uid
    assert put(desk, "part_time_teacher", LI, phone="13800001235").record.uid == uid


def test_a_field_answers_to_its_label_and_its_other_names(desk: Desk) -> None:
    put(desk, "part_time_teacher", 身份证件号=LI, 姓名="李明", 联系电话="13800001234")
    (teacher,) = live(desk, "part_time_teacher")
    assert teacher.phone == "13800001234"
    appointed = put(desk, "appointment", id_number=LI, start_on="2026-09-01").record
    assert appointed.teacher == LI  # type: ignore[attr-defined]


def test_an_empty_value_clears(desk: Desk) -> None:
    put(desk, "part_time_teacher", id_number=LI, name="李明", phone="13800001234")
    saved = put(desk, "part_time_teacher", LI, phone="")
    assert saved.record.phone is None  # type: ignore[attr-defined]


def test_ended_ends_and_brings_back(desk: Desk) -> None:
    put(desk, "part_time_teacher", id_number=LI, name="李明")
    assert put(desk, "part_time_teacher", LI, ended="是").record.ended
    assert live(desk, "part_time_teacher") == []
    assert not put(desk, "part_time_teacher", LI, ended="否").record.ended
    assert len(live(desk, "part_time_teacher")) == 1


def test_an_unreadable_value_is_refused_in_one_sentence_and_nothing_is_kept(desk: Desk) -> None:
    with pytest.raises(UnusableInput) as refusal:
        put(desk, "part_time_teacher", id_number=LI, name="李明", years_in_trade="很多")
    assert "很多" in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert live(desk, "part_time_teacher") == []


def test_a_readable_value_is_kept_however_wrong(desk: Desk) -> None:
    saved = put(desk, "part_time_teacher", id_number="370811198001010018", name="李明")
    assert saved.record.id_number == "370811198001010018"  # type: ignore[attr-defined]
    assert [name for name, _fault in saved.faults] == ["id_number"]


@pytest.mark.parametrize(
    ("register", "key", "changes", "word"),
    [
        ("part_time_teacher", None, {"nosuch": "1"}, "nosuch"),
        ("part_time_teacher", "37081119800101001X", {"phone": "1"}, "37081119800101001X"),
        ("part_time_teacher", None, {"phone": "13800001234"}, "身份证件号"),
        ("part_time_teacher", None, {"id_number": "", "name": "李明"}, "身份证件号"),
        ("appointment", None, {"course": "数控"}, "协议编号"),
        ("part_time_teacher", None, {"id_number": LI, "ended": "也许"}, "也许"),
    ],
)
def test_what_names_nothing_is_refused(
    desk: Desk, register: str, key: str | None, changes: dict[str, str], word: str
) -> None:
    with pytest.raises(UnusableInput, match=word):
        put(desk, register, key, **changes)


def test_what_the_program_makes_is_not_typed_in(desk: Desk) -> None:
    with pytest.raises(UnusableInput, match="程序生成"):
        put(desk, "settlement", teacher=LI, month="2026-09", batch="1")


def test_the_school_is_always_its_one_record(desk: Desk) -> None:
    put(desk, "school", phone="0537-2212345")
    put(desk, "school", name="济宁新示例职业学院")
    (school,) = live(desk, "school")
    assert (school.name, school.phone) == ("济宁新示例职业学院", "0537-2212345")


class TestKeysOfSeveralParts:
    def test_all_parts_in_order_name_the_record(self, desk: Desk) -> None:
        put(desk, "fee_standard", title_level="中级", academic_year="2026-2027", yuan_per_period="90")
        put(desk, "fee_standard", title_level="中级", academic_year="2025-2026", yuan_per_period="80")
        saved = put(desk, "fee_standard", "中级/2025-2026", yuan_per_period="85")
        assert str(saved.record.yuan_per_period) == "85.00"  # type: ignore[attr-defined]

    def test_the_first_part_alone_names_the_only_one(self, desk: Desk) -> None:
        put(desk, "fee_standard", title_level="中级", academic_year="2026-2027", yuan_per_period="90")
        assert put(desk, "fee_standard", "中级", yuan_per_period="95").record.revision == 2

    def test_the_first_part_alone_is_not_enough_for_two(self, desk: Desk) -> None:
        put(desk, "fee_standard", title_level="中级", academic_year="2026-2027")
        put(desk, "fee_standard", title_level="中级", academic_year="2025-2026")
        with pytest.raises(UnusableInput, match="2条"):
            put(desk, "fee_standard", "中级", yuan_per_period="95")
        with pytest.raises(UnusableInput, match="2条"):
            put(desk, "fee_standard", title_level="中级", yuan_per_period="95")

    def test_another_later_part_is_another_record(self, desk: Desk) -> None:
        put(desk, "apprentice", id_number=LI, name="李明", cohort="2026-01")
        put(desk, "apprentice", id_number=LI, name="李明", cohort="2026-02")
        assert len(live(desk, "apprentice")) == 2

    def test_a_part_that_comes_later_fills_the_one_record_it_fits(self, desk: Desk) -> None:
        put(desk, "apprentice", id_number=LI, name="李明")
        saved = put(desk, "apprentice", id_number=LI, cohort="2026-01")
        assert saved.record.cohort == "2026-01"  # type: ignore[attr-defined]
        assert len(live(desk, "apprentice")) == 1

    def test_a_key_value_may_hold_a_stroke(self, desk: Desk) -> None:
        put(desk, "order_class", agreement_number="订/2026/01", name="如意班")
        assert put(desk, "order_class", "订/2026/01/如意班", planned_size="40").record.revision == 2

    def test_a_reference_in_a_key_goes_by_the_credit_code_too(self, desk: Desk) -> None:
        put(desk, "enterprise", uscc=USCC, name="济宁瑞达汽车有限公司")
        put(desk, "mentor", id_number=LI, enterprise="济宁瑞达汽车有限公司", name="李明")
        assert put(desk, "mentor", f"{LI}/{USCC}", phone="13800001234").record.revision == 2
        saved = put(desk, "mentor", id_number=LI, enterprise=USCC, phone="13800001235")
        assert len(live(desk, "mentor")) == 1
        assert saved.record.revision == 3
        assert saved.record.enterprise == "济宁瑞达汽车有限公司"  # type: ignore[attr-defined]


class TestAppointments:
    def test_without_a_contract_number_teacher_and_start_are_the_key(self, desk: Desk) -> None:
        put(desk, "appointment", teacher=LI, start_on="2026-09-01", course="数控车削")
        put(desk, "appointment", teacher=LI, start_on="2026.9.1", weekly_periods="8")
        (appointment,) = live(desk, "appointment")
        assert (appointment.course, str(appointment.weekly_periods)) == ("数控车削", "8.00")

    def test_a_contract_number_that_comes_later_is_filled_in(self, desk: Desk) -> None:
        put(desk, "appointment", teacher=LI, start_on="2026-09-01")
        put(desk, "appointment", contract_number="PT-01", teacher=LI, start_on="2026-09-01")
        (appointment,) = live(desk, "appointment")
        assert appointment.contract_number == "PT-01"

    def test_another_contract_of_the_same_day_is_another_record(self, desk: Desk) -> None:
        put(desk, "appointment", contract_number="PT-01", teacher=LI, start_on="2026-09-01")
        put(desk, "appointment", contract_number="PT-02", teacher=LI, start_on="2026-09-01")
        assert len(live(desk, "appointment")) == 2

    def test_it_is_also_found_by_teacher_and_start(self, desk: Desk) -> None:
        put(desk, "appointment", contract_number="PT-01", teacher=LI, start_on="2026-09-01")
        assert put(desk, "appointment", f"{LI}/2026-09-01", course="数控车削").record.revision == 2
        assert put(desk, "appointment", LI, course="数控铣削").record.revision == 3


class TestWindowEdits:
    def test_an_identity_number_fills_sex_and_birth_date(self, desk: Desk) -> None:
        uid = put(desk, "part_time_teacher", id_number=ZHANG, name="李明").record.uid
        register = REGISTERS["part_time_teacher"]
        saved = editing.change_field(desk, register, uid, "id_number", LI, **SITTING)
        assert saved.record.birth_date == dt.date(1980, 1, 1)  # type: ignore[attr-defined]
        assert register.show(saved.record, "gender") == "男"

    def test_what_is_filled_in_already_stays(self, desk: Desk) -> None:
        uid = put(desk, "part_time_teacher", id_number=ZHANG, gender="女").record.uid
        register = REGISTERS["part_time_teacher"]
        saved = editing.change_field(desk, register, uid, "id_number", LI, **SITTING)
        assert register.show(saved.record, "gender") == "女"

    def test_an_unreadable_cell_comes_back_as_a_fault_and_changes_nothing(self, desk: Desk) -> None:
        uid = put(desk, "part_time_teacher", id_number=LI, years_in_trade="9").record.uid
        register = REGISTERS["part_time_teacher"]
        saved = editing.change_field(desk, register, uid, "years_in_trade", "很多", **SITTING)
        assert [(name, fault.severity) for name, fault in saved.faults] == [("years_in_trade", "unreadable")]
        assert saved.record.years_in_trade == 9  # type: ignore[attr-defined]
        assert saved.changed.step is None

    def test_a_block_of_cells_is_one_step(self, desk: Desk) -> None:
        one = put(desk, "part_time_teacher", id_number=LI, name="李明").record.uid
        two = put(desk, "part_time_teacher", id_number=ZHANG, name="张华").record.uid
        with desk.read() as reader:
            steps = len(reader.steps())
        cells = {one: {"years_in_trade": "9", "phone": "13800001234"}, two: {"years_in_trade": "很多"}}
        saved = editing.change_cells(desk, REGISTERS["part_time_teacher"], cells, **SITTING)
        assert [each[:2] for each in saved.faults] == [(two, "years_in_trade")]
        assert saved.changed.records == {"part_time_teacher": frozenset({one})}
        with desk.read() as reader:
            assert len(reader.steps()) == steps + 1

    def test_a_record_can_be_added_whole(self, desk: Desk) -> None:
        teacher = PartTimeTeacher(id_number=LI, name="李明")
        saved = editing.add(desk, teacher, **SITTING)
        assert saved.record.campus == "东校区"
        assert saved.record.birth_date == dt.date(1980, 1, 1)  # type: ignore[attr-defined]
        nameless = dataclasses.replace(teacher, id_number=None)
        with pytest.raises(UnusableInput, match="身份证件号"):
            editing.add(desk, nameless, **SITTING)

    def test_several_records_end_in_one_step_and_come_back(self, desk: Desk) -> None:
        register = REGISTERS["part_time_teacher"]
        uids = [put(desk, "part_time_teacher", id_number=each).record.uid for each in (LI, ZHANG)]
        changed = editing.end(desk, register, uids, **SITTING)
        assert changed.records == {"part_time_teacher": frozenset(uids)}
        assert live(desk, "part_time_teacher") == []
        assert editing.end(desk, register, uids, **SITTING).step is None
        editing.reopen(desk, register, uids, **SITTING)
        assert len(live(desk, "part_time_teacher")) == 2

    def test_ending_what_is_not_there_is_refused(self, desk: Desk) -> None:
        with pytest.raises(UnusableInput):
            editing.end(desk, REGISTERS["part_time_teacher"], ["nosuch"], **SITTING)


def test_the_history_names_people_and_never_their_numbers(desk: Desk) -> None:
    put(desk, "part_time_teacher", id_number=LI, name="李明")
    put(desk, "part_time_teacher", id_number=ZHANG)
    put(desk, "part_time_teacher", LI, ended="是")
    with desk.read() as reader:
        said = [each.what for each in reader.steps()]
    assert "停用兼职教师花名册：李明" in said
    assert "新增兼职教师花名册：李明" in said
    assert not any(number in each for each in said for number in (LI, ZHANG))

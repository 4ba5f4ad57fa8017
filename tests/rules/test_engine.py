"""The engine: what it yields, in which order, for which day and filing, how fast."""

from __future__ import annotations

import dataclasses
import datetime as dt
import time

import pytest

from college_desk.base.errors import Cancelled
from college_desk.base.progress import Cancel
from college_desk.policy.pack import load_pack
from college_desk.records.finding import Explanation, Finding, Problem
from college_desk.records.lookups import ListedFacts, OverlayFacts
from college_desk.records.register import Record
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.rules import engine
from college_desk.rules.rule import RULES, Situation
from tests import make

DAY = dt.date(2026, 9, 30)
SITUATION = Situation(DAY, load_pack("jining-2022"))


def by_register(records: list[Record]) -> dict[type[Record], list[Record]]:
    found: dict[type[Record], list[Record]] = {}
    for each in records:
        found.setdefault(type(each), []).append(each)
    return found


def found_on(*records: Record, situation: Situation = SITUATION, **more: object) -> list[Finding]:
    return engine.check(by_register(list(records)), ListedFacts(records), situation, **more)  # type: ignore[arg-type]


def test_a_small_college_in_order_has_no_error() -> None:
    assert [each for each in found_on(*make.everything()) if each.severity == "error"] == []


def test_a_finding_says_all_that_a_page_needs() -> None:
    appointment = make.appointment(uid="a1", vetted_on=None)
    (found,) = [each for each in found_on(appointment, make.part_time_teacher()) if each.rule == "APT-009"]
    assert (found.register, found.uid, found.key, found.field) == (
        "appointment",
        "a1",
        make.CONTRACT,
        "vetted_on",
    )
    assert found.severity == "error"
    assert found.title == RULES["APT-009"].title
    assert found.clause == RULES["APT-009"].clause
    assert found.id.startswith("APT-009-")


def test_the_school_is_called_by_its_name() -> None:
    (found,) = {each.key for each in found_on(make.school()) if each.register == "school"}
    assert found == make.SCHOOL


def test_findings_come_gravest_first_then_by_register_and_key() -> None:
    records = [
        make.appointment(uid="b", contract_number="JZ-2", course="电工", vetted_on=None, minutes_number=None),
        make.appointment(uid="a", contract_number="JZ-1", vetted_on=None, health_checked_on=None),
        make.part_time_teacher(),
        make.enterprise(phone="123"),
        make.school(),
    ]
    findings = found_on(*records)
    gravity = [{"error": 0, "warning": 1, "info": 2}[each.severity] for each in findings]
    assert gravity == sorted(gravity)
    errors = [(each.register, each.key) for each in findings if each.severity == "error"]
    assert errors == [("enterprise", make.ENTERPRISE_USCC), ("appointment", "JZ-1"), ("appointment", "JZ-2")]
    assert found_on(*reversed(records)) == findings


def test_an_id_stays_when_other_things_change() -> None:
    appointment = make.appointment(uid="a1", vetted_on=None)
    before = {
        each.id for each in found_on(appointment, make.part_time_teacher()) if each.field == "vetted_on"
    }
    changed = dataclasses.replace(appointment, course="电工", signed_on=None)
    assert before <= {each.id for each in found_on(changed, make.part_time_teacher())}


def test_no_two_findings_have_one_id() -> None:
    bare = make.bare(Appointment, uid="a1", teacher=make.TEACHER_ID)
    ids = [each.id for each in found_on(bare, make.school(uid="s"))]
    assert len(ids) == len(set(ids)) > 8


def test_an_explanation_closes_a_warning_and_nothing_else() -> None:
    appointment = make.appointment(uid="a1", minutes_number=None, vetted_on=None)
    said = Explanation("会议纪要正在办理", "王芳", DAY)
    records = [appointment, make.part_time_teacher(), make.enterprise()]
    findings = found_on(*records, explanations={each.id: said for each in found_on(*records)})
    assert {each.rule: each.explanation for each in findings} == {"APT-009": None, "APT-024": said}
    assert [each.blocks for each in findings] == [True, False]


def test_one_record_is_checked_as_in_the_full_check() -> None:
    records = [
        make.appointment(uid="a1", vetted_on=None, minutes_number=None),
        make.part_time_teacher(uid="t1", phone="1"),
    ]
    whole = found_on(*records)
    for record in records:
        alone = engine.check_record(record, ListedFacts(records), SITUATION)
        assert alone == [each for each in whole if each.uid == record.uid]


def test_only_rules_in_force_on_the_day_look() -> None:
    assert engine.rules_for(Appointment, dt.date(2022, 8, 21)) == ()
    assert "APT-009" in {each.code for each in engine.rules_for(Appointment, dt.date(2022, 8, 22))}


def test_a_filings_own_rules_look_only_for_it() -> None:
    def codes(filing: str | None) -> set[str]:
        return {each.code for each in engine.rules_for(Appointment, DAY, filing)}

    assert codes("part-time-appointments") - codes(None) == {"FIL-001"}
    assert codes("annual-progress") == codes(None)


def test_a_sheets_rules_are_those_that_need_nothing_beyond_it() -> None:
    codes = {each.code for each in engine.rules_for(PartTimeTeacher, DAY, None, True)}
    assert {"PER-001", "PER-002", "PER-004", "PER-007", "PER-008", "VAL-015"} <= codes
    assert codes.isdisjoint({"VAL-001", "VAL-014", "PER-005", "TCH-005"})


def test_candidates_of_a_sheet_are_judged_against_each_other_and_what_is_stored() -> None:
    stored = ListedFacts([make.part_time_teacher(uid="t1")])
    rows = [
        make.part_time_teacher(name="李朋"),
        make.part_time_teacher(id_number=make.MENTOR_ID, name="张伟"),
    ]
    facts = OverlayFacts(stored, {PartTimeTeacher: rows})
    found = [
        [each.rule.code for each in engine.problems(row, facts, SITUATION, sheet_only=True)] for row in rows
    ]
    assert found == [["PER-004"], []]


def test_a_check_can_be_cancelled() -> None:
    cancel = Cancel()
    cancel.ask()

    class Watched:
        def step(self, stage: str, done: int, total: int | None = None) -> None:
            cancel.meet()

    with pytest.raises(Cancelled):
        found_on(make.appointment(), progress=Watched())


def test_progress_goes_from_none_to_all() -> None:
    told: list[tuple[int, int | None]] = []

    class Watched:
        def step(self, stage: str, done: int, total: int | None = None) -> None:
            told.append((done, total))

    found_on(make.appointment(), make.part_time_teacher(), progress=Watched())
    assert told[0] == (0, 2)
    assert told[-1] == (2, 2)


def test_a_problem_may_weigh_less_than_its_rule() -> None:
    card = make.part_time_teacher(bank_account="622609000000004X")
    (found,) = [each for each in found_on(card, make.enterprise()) if each.rule == "VAL-005"]
    assert (RULES["VAL-005"].severity, found.severity) == ("warning", "error")
    assert Problem("…").severity is None


def test_twenty_thousand_apprentices_and_two_thousand_teachers_take_seconds() -> None:
    day = dt.date(2008, 1, 1)
    apprentices = [
        dataclasses.replace(
            make.apprentice(),
            uid=f"s{serial:05d}",
            id_number=make.id_number(day, serial=serial % 400, area=f"{370800 + serial // 400}"),
        )
        for serial in range(20_000)
    ]
    teachers, appointments = [], []
    for serial in range(2_000):
        number = make.id_number(dt.date(1980, 1, 1) + dt.timedelta(days=serial))
        teachers.append(
            dataclasses.replace(
                make.part_time_teacher(),
                uid=f"t{serial:04d}",
                id_number=number,
                skill_certificate_number=f"S{serial}",
            )
        )
        appointments.append(
            dataclasses.replace(
                make.appointment(), uid=f"a{serial:04d}", teacher=number, contract_number=f"JZ-{serial}"
            )
        )
    records = by_register([*apprentices, *teachers, *appointments])
    facts = ListedFacts(
        [*apprentices, *teachers, *appointments, make.school(), make.staffing(), make.enterprise()]
    )
    started = time.process_time()
    findings = engine.check(records, facts, SITUATION)
    assert time.process_time() - started < 12, "a few seconds of the processor"
    assert len(findings) > 20_000

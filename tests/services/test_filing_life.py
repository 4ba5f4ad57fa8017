"""A filing after the freeze: sent, returned with remarks, amended, accepted; differences in people and fields."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.files.documents.reading import paragraphs
from college_desk.policy.guard import Refused
from college_desk.records.register import Record
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.services import differences, filing_life
from college_desk.services.preparing import filed_before
from college_desk.services.undoing import redo, undo
from college_desk.services.verifying import verify
from college_desk.storage.desk import Desk
from tests.services.filed_college import TODAY, college, filed, lay_in, person
from tests.services.occasions import SITTING

NUMBER = "part-time-appointments-2026-2027-1-01"


def change(desk: Desk, kind: type[Record], name: str, **values: Any) -> None:
    with desk.write("改", **SITTING, reason="补正") as writer:
        (kept,) = [each for each in writer.all(kind) if getattr(each, "name", None) == name]
        writer.change(dataclasses.replace(kept, **values))


def state(desk: Desk) -> str:
    with desk.read() as reader:
        return filing_life.latest(reader, NUMBER).filing.state


def test_a_filing_goes_from_the_freeze_to_its_number(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "out")
        assert state(desk) == "frozen"
        filing_life.advance(desk, NUMBER, "submitted", on=TODAY, **SITTING)
        now, _changed = filing_life.receipt(
            desk, NUMBER, "accepted", filed_number="济教备〔2026〕7号", **SITTING
        )

        assert (now.filing.state, now.filing.filed_number) == ("filed", "济教备〔2026〕7号")
        assert [each.state for each in now.course.events] == ["submitted", "filed"]
        with desk.read() as reader:
            assert len(filed_before(reader, "part-time-appointments", "2026-2027-1")) > 0


def test_undo_takes_an_answer_back(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "out")
        filing_life.receipt(desk, NUMBER, "accepted", **SITTING)
        undo(desk, 1, **SITTING)

        assert state(desk) == "frozen"


def test_remarks_become_tasks_on_the_records_that_they_name(tmp_path: Path) -> None:
    pasted = "1. 李明的体检已过期\n2、王芳聘期与协议不一致；\n（3）缺会议纪要"
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "out")
        now, _changed = filing_life.receipt(
            desk, NUMBER, "returned", remarks=[pasted, "序号3 证书号有误"], **SITTING
        )
        with desk.read() as reader:
            people = {each.uid: each.name for each in reader.all(Appointment)}

        assert [each.text for each in now.open_remarks] == [
            "李明的体检已过期", "王芳聘期与协议不一致；", "缺会议纪要", "序号3 证书号有误",
        ]  # fmt: skip
        named = [people.get(each.uid or "") for each in now.open_remarks]
        assert named[:3] == ["李明", "王芳", None]
        assert named[3] is not None


def test_the_amended_version_lists_each_remark_and_what_was_done(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        first = filed(desk, tmp_path / "one").packages[0]
        filing_life.receipt(desk, NUMBER, "returned", remarks=["李明的课程写错", "再核对王芳"], **SITTING)
        change(desk, Appointment, "李明", course="数控车工")
        filing_life.answer_remark(desk, NUMBER, 0, "已按任务书改为数控车工", **SITTING)
        amended = filed(desk, tmp_path / "two")
        second = amended.packages[0]

        assert (second.number, second.version) == (NUMBER, 2)
        assert verify(second.path).problems == ()
        (page,) = [each for each in amended.forms if "修改说明" in each and each.endswith(".docx")]
        said = paragraphs((second.path.with_suffix("") / "data" / page).read_bytes())
        for words in ("李明的课程写错", "已按任务书改为数控车工", "再核对王芳", "修改1人", "任教课程"):
            assert any(words in each for each in said), words
        assert state(desk) == "frozen"
        assert first.path != second.path


def test_a_first_version_has_no_page_of_amendments(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        assert not [each for each in filed(desk, tmp_path / "out").forms if "修改说明" in each]


def test_what_was_accepted_is_amended_with_a_reason_only(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "one")
        filing_life.receipt(desk, NUMBER, "accepted", **SITTING)
        change(desk, Appointment, "李明", course="数控车工")
        with pytest.raises(DeskError, match="须写明原因"):
            filed(desk, tmp_path / "two")
        assert filed(desk, tmp_path / "two", reason="课程名称写错").packages[0].version == 2


@pytest.mark.parametrize(
    ("answer", "given", "error"),
    [
        ("accepted", {"remarks": ["缺材料"]}, UnusableInput),
        ("perhaps", {}, UnusableInput),
    ],
)
def test_answers_that_make_no_sense_are_refused(
    tmp_path: Path, answer: str, given: dict[str, list[str]], error: type[Exception]
) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "out")
        with pytest.raises(error):
            filing_life.receipt(desk, NUMBER, answer, **given, **SITTING)  # type: ignore[arg-type]
        with pytest.raises(UnusableInput, match="没有编号"):
            filing_life.receipt(desk, "part-time-appointments-2026-2027-1-09", "accepted", **SITTING)


def test_an_archived_filing_goes_no_further(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "out")
        for reached in ("filed", "archived"):
            filing_life.advance(desk, NUMBER, reached, on=TODAY, **SITTING)
        with pytest.raises(DeskError, match="已归档"):
            filing_life.receipt(desk, NUMBER, "returned", **SITTING)


def test_what_was_filed_is_changed_with_a_reason_only(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        with desk.write("改", **SITTING) as writer:
            (kept,) = [each for each in writer.all(Appointment) if each.name == "李明"]
            kept = writer.change(dataclasses.replace(kept, course="钳工"))
        filed(desk, tmp_path / "out")
        with pytest.raises(Refused, match="须写明原因"), desk.write("改", **SITTING) as writer:
            writer.change(dataclasses.replace(kept, course="数控车工"))
        with pytest.raises(Refused), desk.write("停用", **SITTING) as writer:
            writer.end(Appointment, kept.uid)
        with pytest.raises(Refused):
            undo(desk, 1, **SITTING)  # what was typed before the freeze
        with desk.write("考核", **SITTING) as writer:
            writer.change(dataclasses.replace(kept, result="2"))

        change(desk, Appointment, "李明", course="数控车工")
        undo(desk, 1, **SITTING)
        redo(desk, 1, **SITTING)


def test_what_came_back_is_open_again_and_what_was_not_filed_never_locked(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "out")
        with desk.write("改", **SITTING) as writer:
            (teacher,) = [each for each in writer.all(PartTimeTeacher) if each.name == "李明"]
            writer.change(dataclasses.replace(teacher, phone="13900009999"))
        filing_life.receipt(desk, NUMBER, "returned", remarks=["李明的课程写错"], **SITTING)
        with desk.write("改", **SITTING) as writer:
            (kept,) = [each for each in writer.all(Appointment) if each.name == "李明"]
            writer.change(dataclasses.replace(kept, course="数控车工"))


def test_packages_are_compared_in_people_and_fields(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        first = filed(desk, tmp_path / "one").packages[0]
        change(desk, Appointment, "李明", course="数控车工")
        lay_in(desk, person(9, "周杰"))
        with desk.write("停用", **SITTING, reason="离职") as writer:
            (gone,) = [each for each in writer.all(Appointment) if each.name == "王芳"]
            writer.end(Appointment, gone.uid)
        second = filed(desk, tmp_path / "two").packages[0]

    found = differences.of_packages(first.path, second.path.with_suffix(""))

    assert [each.name for each in found.added] == ["周杰"]
    assert [each.name for each in found.removed] == ["王芳"]
    assert [each.name for each in found.changed] == ["李明"]
    assert ("course", "数控车工") in [(each.field, each.b) for each in found.changes]
    assert found.to_json()["money"] == {"a": None, "b": None, "difference": None}
    same = differences.of_packages(first.path, first.path)
    assert (same.added, same.removed, same.changed, same.changes) == ((), (), (), ())


def test_what_is_no_package_cannot_be_compared(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK")
    with pytest.raises(UnusableInput):
        differences.of_packages(tmp_path / "a.zip", tmp_path / "a.zip")


def test_a_record_tells_in_which_filings_it_stands_and_what_it_was(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "out")
        change(desk, PartTimeTeacher, "李明", phone="13900009999")
        with desk.read() as reader:
            (now,) = [each for each in reader.all(PartTimeTeacher) if each.name == "李明"]
            ((filing, then),) = list(filing_life.filings_holding(reader, now.uid))

    assert filing.number == NUMBER
    assert isinstance(then, PartTimeTeacher)
    assert (then.phone != now.phone, dt.date.min < filing.on) == (True, True)

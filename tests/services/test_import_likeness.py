"""Rows of an import that look like somebody kept: asked, answered, and found by an old number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from college_desk.records.register import REGISTERS
from college_desk.services import undoing, uniting
from college_desk.services.importing import ImportOptions, Preview
from college_desk.storage.desk import Desk
from tests.files import workbooks
from tests.services.importing_sheets import LI, WANG, brought, counts, records, rows, shown
from tests.services.occasions import SITTING, live, new_desk, put

SLIPPED = "37081119800101002X"
HEADER = ["姓名", "身份证号", "联系电话", "任教课程", "起聘日期"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        given = {"name": "李明", "id_number": LI, "gender": "男", "birth_date": "1980-01-01"}
        put(made, "part_time_teacher", **given, phone="15863632401", employer="山推股份")
        yield made


def sheet(folder: Path, *given: list[Any]) -> Path:
    return workbooks.xlsx(folder / "名册.xlsx", {"名册": [HEADER, *given]})


def slipped_row(folder: Path) -> Path:
    return sheet(folder, ["李明", SLIPPED, "13800138000", "数控加工", "2026-09-01"])


def answered(desk: Desk, file: Path, kind: str) -> tuple[Preview, ImportOptions]:
    asked = shown(desk, "part_time_teacher", file).questions
    question = next(each for each in asked if each.kind == "person")
    code = next(each.code for each in question.answers if each.code.startswith(kind))
    options = ImportOptions(answers={question.id: code})
    return shown(desk, "part_time_teacher", file, options), options


def people(desk: Desk) -> list[tuple[str, str, str]]:
    return [(each["name"], each["id_number"], each["phone"]) for each in records(desk, "part_time_teacher")]


def test_a_new_row_that_looks_like_somebody_is_asked_about_and_stays_new(desk: Desk, tmp_path: Path) -> None:
    preview = shown(desk, "part_time_teacher", slipped_row(tmp_path))
    (question,) = [each for each in preview.questions if each.kind == "person"]
    assert (question.sheet, question.column, question.rows) == ("名册", None, 1)
    assert (question.taken, question.answered) == ("new", False)
    assert "身份证件号只有第17位不同、姓名相同" in question.sentence
    assert LI not in question.sentence + "".join(each.label for each in question.answers)
    assert preview.count("new") == 1


@pytest.mark.parametrize(
    "row",
    [
        ["王芳", WANG, "13800138001", None, None],
        ["李明", LI, "13800138000", None, None],
        ["李明", "370811199003030014", "13800138000", None, None],
    ],
    ids=["nobody alike", "the same number", "a namesake"],
)
def test_other_rows_are_not_asked_about(desk: Desk, tmp_path: Path, row: list[Any]) -> None:
    preview = shown(desk, "part_time_teacher", sheet(tmp_path, row))
    assert [each for each in preview.questions if each.kind == "person"] == []


def test_the_same_one_is_updated_but_his_number_stays(desk: Desk, tmp_path: Path) -> None:
    preview, options = answered(desk, slipped_row(tmp_path), "same:")
    (question,) = [each for each in preview.questions if each.kind == "person"]
    assert (question.taken, question.answered) == (options.answers[question.id], True)
    assert (preview.count("new"), preview.count("changed")) == (0, 1)
    brought(desk, "part_time_teacher", preview.file, options)
    assert people(desk) == [("李明", LI, "13800138000")]
    (appointment,) = records(desk, "appointment")
    (teacher,) = records(desk, "part_time_teacher")
    assert (appointment["id_number"], appointment["teacher_uid"]) == (LI, teacher["uid"])


def test_his_number_is_mended_only_where_somebody_says_so(desk: Desk, tmp_path: Path) -> None:
    preview, options = answered(desk, slipped_row(tmp_path), "mend:")
    brought(desk, "part_time_teacher", preview.file, options)
    assert people(desk) == [("李明", SLIPPED, "13800138000")]
    assert records(desk, "appointment")[0]["id_number"] == SLIPPED


def test_a_row_that_is_not_wanted_is_left_out_and_can_be_taken_back(desk: Desk, tmp_path: Path) -> None:
    preview, _options = answered(desk, slipped_row(tmp_path), "leave")
    assert preview.rows == 0
    assert [(each.taken, each.answered) for each in preview.questions] == [("leave", True)]


def test_two_rows_said_to_be_one_person_do_not_both_update_him(desk: Desk, tmp_path: Path) -> None:
    other = "37081119800101003X"
    file = sheet(
        tmp_path,
        ["李明", SLIPPED, "13800138000", None, None],
        ["李明", other, "13800138001", None, None],
    )
    asked = shown(desk, "part_time_teacher", file).questions
    uid = live(desk, "part_time_teacher")[0].uid
    options = ImportOptions(answers={each.id: f"same:{uid}" for each in asked if each.kind == "person"})
    assert len(options.answers) == 2
    preview = shown(desk, "part_time_teacher", file, options)
    assert [row.outcome for row in preview.plan.rows] == ["changed", "pending"]


def test_the_same_file_again_under_the_old_number_finds_the_united_record(desk: Desk, tmp_path: Path) -> None:
    file = slipped_row(tmp_path)
    brought(desk, "part_time_teacher", file)
    first, second = live(desk, "part_time_teacher")
    uniting.unite(desk, REGISTERS["part_time_teacher"], first.uid, second.uid, **SITTING)
    document = brought(desk, "part_time_teacher", file).to_json()
    assert counts(document)[0] == 0
    assert people(desk) == [("李明", LI, "13800138000")]
    assert [each["id_number"] for each in records(desk, "appointment")] == [SLIPPED]
    assert [each for each in document["findings"] if "不在" in each["message"]] == []
    right = sheet(tmp_path, ["李明", LI, "13800138000", "数控加工", "2026-09-01"])
    assert counts(brought(desk, "part_time_teacher", right).to_json()) == (0, 0, 1, 0)
    undoing.undo(desk, 2, **SITTING)
    assert len(records(desk, "part_time_teacher")) == 2


def test_an_appointment_under_the_old_number_is_the_kept_teachers(desk: Desk, tmp_path: Path) -> None:
    brought(desk, "part_time_teacher", slipped_row(tmp_path))
    first, second = live(desk, "part_time_teacher")
    uniting.unite(desk, REGISTERS["part_time_teacher"], first.uid, second.uid, **SITTING)
    header = ["姓名", "身份证件号", "聘任协议编号", "任教课程", "起始日期"]
    line = ["李明", SLIPPED, "J-7", "钳工", "2027-03-01"]
    document = rows(desk, tmp_path, "appointment", header, line)
    assert [each for each in document["findings"] if "不在" in each["message"]] == []
    (new,) = [each for each in records(desk, "appointment") if each["contract_number"] == "J-7"]
    assert new["teacher_uid"] == first.uid
    assert len(records(desk, "part_time_teacher")) == 1


def test_students_of_another_class_are_not_asked_about(desk: Desk, tmp_path: Path) -> None:
    put(desk, "apprentice", name="赵强", id_number="370811200905016588", cohort="A班")
    header = ["姓名", "身份证号", "学徒班"]
    for cohort, asked in (("A班", 1), ("B班", 0)):
        rows_of = [header, ["赵强", "370811200905016598", cohort]]
        file = workbooks.xlsx(tmp_path / f"{cohort}.xlsx", {"名册": rows_of})
        found = shown(desk, "apprentice", file).questions
        assert len([each for each in found if each.kind == "person"]) == asked

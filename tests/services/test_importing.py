"""What becomes of the rows of a sheet: stored, changed, left alone, or waiting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import Cancelled, UnusableInput
from college_desk.records.register import REGISTERS
from college_desk.services import importing, undoing
from college_desk.services.importing import ImportOptions
from college_desk.storage.desk import Desk
from tests.files import workbooks
from tests.services.importing_sheets import (
    LI,
    OTHER_USCC,
    USCC,
    WANG,
    ZHANG,
    brought,
    counts,
    errors,
    records,
    rows,
    shown,
    warnings,
)  # fmt: skip
from tests.services.occasions import SITTING, TODAY, new_desk, put

TEACHER = ["姓名", "身份证号", "联系电话", "任教课程", "起聘日期", "终聘日期"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def teacher(name: str | None, number: Any, *more: Any) -> list[Any]:
    return [name, number, *(more or ("15863632401", "数控加工", "2026-09-01", "2027-07-15"))]


def test_a_row_makes_the_person_and_the_appointment(desk: Desk, tmp_path: Path) -> None:
    document = rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher("李明", LI))
    assert counts(document) == (1, 0, 0, 0)
    person, appointment = records(desk, "part_time_teacher")[0], records(desk, "appointment")[0]
    assert (person["name"], person["gender"], person["birth_date"]) == ("李明", "男", "1980-01-01")
    assert (appointment["id_number"], appointment["name"]) == (LI, "李明")
    assert (appointment["course"], appointment["start_on"]) == ("数控加工", "2026-09-01")
    assert appointment["teacher_uid"] == person["uid"]
    assert person["source_row"] == appointment["source_row"] == 2


def test_a_row_without_a_field_of_its_own_makes_no_appointment(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher("李明", LI, "15863632401", None, None, None))
    assert records(desk, "appointment") == []


def test_an_empty_cell_never_erases_and_a_filled_one_changes(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher("李明", LI))
    blank = teacher("李明", LI, None, None, "2026-09-01", None)
    assert counts(rows(desk, tmp_path, "part_time_teacher", TEACHER, blank)) == (0, 0, 1, 0)
    other = teacher("李明", LI, "13800138000", None, "2026-09-01", "2027-06-30")
    assert counts(rows(desk, tmp_path, "part_time_teacher", TEACHER, other)) == (0, 1, 0, 0)
    assert records(desk, "part_time_teacher")[0]["phone"] == "13800138000"
    assert records(desk, "appointment")[0]["end_on"] == "2027-06-30"
    assert records(desk, "appointment")[0]["course"] == "数控加工"


def test_a_sheet_over_the_allowance_is_stored_all_the_same(desk: Desk, tmp_path: Path) -> None:
    put(desk, "staffing", effective_from="2026-01-01", approved_posts="5", posts_filled="0")
    header = [*TEACHER, "是否占用20%编制员额"]
    both = [[*teacher("李明", LI), "是"], [*teacher("王芳", WANG), "是"]]
    assert counts(rows(desk, tmp_path, "part_time_teacher", header, *both)) == (2, 0, 0, 0)
    assert [each["counts_in_quota"] for each in records(desk, "appointment")] == [True, True]


def test_a_new_term_of_a_known_teacher_is_an_update(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher("李明", LI))
    term = teacher("李明", LI, "15863632401", "数控加工", "2027-09-01", "2028-07-15")
    assert counts(rows(desk, tmp_path, "part_time_teacher", TEACHER, term)) == (0, 1, 0, 0)
    assert len(records(desk, "appointment")) == 2


@pytest.mark.parametrize(
    ("name", "number", "rule", "field"),
    [(None, LI, "PER-006", "name"), ("李明", None, "VAL-012", "id_number")],
)
def test_a_missing_name_or_number_waits(
    desk: Desk, tmp_path: Path, name: str | None, number: str | None, rule: str, field: str
) -> None:
    document = rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher(name, number))
    assert counts(document) == (0, 0, 0, 1)
    assert errors(document) == [(2, field, rule)]
    assert records(desk, "part_time_teacher") == []


def test_what_cannot_be_read_waits_and_what_is_wrong_is_kept(desk: Desk, tmp_path: Path) -> None:
    wrong = teacher("李明", LI, "1586363", "数控加工", "2026-09-01", "2026-03-01")
    unreadable = teacher("王芳", WANG, "15863632401", "数控加工", "2026.2.30", "2027-07-15")
    lost = teacher("张华", 370802197512120025, "15863632401", None, None, None)
    document = rows(desk, tmp_path, "part_time_teacher", TEACHER, wrong, unreadable, lost)
    assert counts(document) == (1, 0, 0, 2)
    assert errors(document) == [
        (2, "phone", "VAL-004"), (2, "end_on", "VAL-015"), (3, "start_on", "VAL-006"), (4, "id_number", "VAL-001"),
    ]  # fmt: skip
    assert [each["name"] for each in records(desk, "part_time_teacher")] == ["李明"]


def test_the_key_of_an_earlier_row_waits_also_when_that_one_waits(desk: Desk, tmp_path: Path) -> None:
    document = rows(
        desk, tmp_path, "part_time_teacher", TEACHER, teacher("李明", LI), teacher("李明", LI),
        teacher("王芳", WANG, "见附件", "数控加工", "2026-09-01", None), teacher("王芳", WANG),
    )  # fmt: skip
    assert counts(document) == (1, 0, 0, 3)
    assert (3, "id_number", "VAL-011") in errors(document)
    assert (5, "id_number", "VAL-011") in errors(document)
    assert records(desk, "part_time_teacher")[0]["name"] == "李明"


def test_a_number_with_another_name_waits_and_overwrites_nothing(desk: Desk, tmp_path: Path) -> None:
    document = rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher("李明", LI), teacher("王芳", LI))
    assert counts(document) == (1, 0, 0, 1)
    assert (3, "id_number", "PER-004") in errors(document)
    document = rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher("王芳", LI), file="另.xlsx")
    assert counts(document) == (0, 0, 0, 1)
    assert (2, "name", "PER-004") in errors(document)
    assert records(desk, "part_time_teacher")[0]["name"] == "李明"


def test_a_second_course_is_an_assignment_and_no_finding(desk: Desk, tmp_path: Path) -> None:
    first, second = teacher("李明", LI), teacher("李明", LI)
    second[3] = "钳工实训"
    document = rows(desk, tmp_path, "part_time_teacher", TEACHER, first, second)
    assert counts(document) == (1, 1, 0, 0)
    assert errors(document) == warnings(document) == []
    assert [each["course"] for each in records(desk, "appointment")] == ["数控加工"]
    assignment = records(desk, "assignment")[0]
    assert (assignment["course"], assignment["id_number"], assignment["name"]) == ("钳工实训", LI, "李明")
    again = rows(desk, tmp_path, "part_time_teacher", TEACHER, first, second)
    assert counts(again) == (0, 0, 2, 0)


def test_a_second_class_in_the_appointments_own_sheet_is_an_assignment(desk: Desk, tmp_path: Path) -> None:
    header = ["合同编号", "教师姓名", "身份证号", "任教课程", "任教班级", "起聘日期", "周课时"]
    one = ["HT-1", "李明", LI, "数控加工", "机电1班", "2026-09-01", 4]
    two = ["HT-1", "李明", LI, "数控加工", "机电2班", "2026-09-01", 6]
    document = rows(desk, tmp_path, "appointment", header, one, two, two)
    assert counts(document) == (1, 1, 0, 1)
    assert errors(document) == [(4, "contract_number", "VAL-011")]
    assert [each["class_name"] for each in records(desk, "appointment")] == ["机电1班"]
    kept = records(desk, "assignment")[0]
    assert (kept["contract_number"], kept["class_name"], kept["weekly_periods"]) == ("HT-1", "机电2班", 6)


def test_two_rows_of_one_person_that_disagree_are_told(desk: Desk, tmp_path: Path) -> None:
    first = teacher("李明", LI)
    second = teacher("李明", LI, "13800138000", "钳工实训", "2026-09-01", "2027-07-15")
    document = rows(desk, tmp_path, "part_time_teacher", TEACHER, first, second)
    assert (3, "phone", "VAL-009") in warnings(document)
    assert records(desk, "part_time_teacher")[0]["phone"] == "15863632401"


def test_a_contract_number_that_comes_later_fills_the_one_appointment(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher("李明", LI))
    header = ["合同编号", "教师姓名", "身份证号", "起聘日期"]
    document = rows(desk, tmp_path, "appointment", header, ["HT-1", "李明", LI, "2026-09-01"])
    assert counts(document) == (0, 1, 0, 0)
    assert [each["contract_number"] for each in records(desk, "appointment")] == ["HT-1"]
    assert counts(rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher("李明", LI))) == (0, 0, 1, 0)


def test_a_cohort_that_comes_later_fills_the_one_apprentice(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "班级"]
    rows(desk, tmp_path, "apprentice", header, ["李明", LI, "机电1班"])
    document = rows(
        desk, tmp_path, "apprentice", header, ["李明", LI, "机电1班"], options=ImportOptions(cohort="XT-1")
    )
    assert counts(document) == (0, 1, 0, 0)
    assert [each["cohort"] for each in records(desk, "apprentice")] == ["XT-1"]
    assert counts(rows(desk, tmp_path, "apprentice", header, ["李明", LI, "机电1班"])) == (0, 0, 1, 0)


def test_one_person_in_two_cohorts_is_two_apprentices(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "学徒班"]
    document = rows(desk, tmp_path, "apprentice", header, ["李明", LI, "A"], ["李明", LI, "B"])
    assert counts(document) == (2, 0, 0, 0)
    assert errors(document) == []


def test_equal_lessons_are_all_kept_and_come_but_once(desk: Desk, tmp_path: Path) -> None:
    header = ["教师姓名", "身份证号", "日期", "课程", "班级", "节数"]
    lesson = ["李明", LI, "2026-10-12", "数控加工", "机电1班", 2]
    assert counts(rows(desk, tmp_path, "teaching_hours", header, lesson, lesson)) == (2, 0, 0, 0)
    assert counts(rows(desk, tmp_path, "teaching_hours", header, lesson, lesson)) == (0, 0, 2, 0)
    assert counts(rows(desk, tmp_path, "teaching_hours", header, lesson, lesson, lesson)) == (1, 0, 2, 0)


def test_a_lesson_of_another_name_is_kept_with_its_error(desk: Desk, tmp_path: Path) -> None:
    header = ["教师姓名", "身份证号", "日期", "课程", "节数"]
    document = rows(
        desk, tmp_path, "teaching_hours", header,
        ["李明", LI, "2026-10-12", "数控", 2], ["王芳", LI, "2026-10-13", "数控", 2],
    )  # fmt: skip
    assert counts(document) == (2, 0, 0, 0)
    assert errors(document) == [(3, "id_number", "PER-004")]


def test_graduates_of_one_number_never_overwrite_each_other(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "培养协议编号", "入职日期"]
    document = rows(
        desk, tmp_path, "order_student", header,
        ["李明", LI, "DD-1", "2026-07-01"], ["王芳", LI, "DD-2", "2026-07-09"],
    )  # fmt: skip
    assert counts(document) == (1, 0, 0, 1)
    assert (3, "id_number", "PER-004") in errors(document)
    assert [each["employed_on"] for each in records(desk, "graduate_outcome")] == ["2026-07-01"]


def test_names_on_no_register_are_warnings_until_they_are(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "合作企业"]
    document = rows(desk, tmp_path, "apprentice", header, ["李明", LI, "济宁瑞达（集团）有限公司"])
    assert warnings(document) == [(2, "enterprise", "VAL-014")]
    assert records(desk, "apprentice")[0]["enterprise"] == "济宁瑞达（集团）有限公司"
    put(desk, "enterprise", uscc=USCC, name="济宁瑞达(集团)有限公司")
    document = rows(desk, tmp_path, "apprentice", header, ["李明", LI, "济宁瑞达（集团）有限公司"])
    assert warnings(document) == []
    assert records(desk, "apprentice")[0]["enterprise_uid"]


def test_the_rules_of_a_sheet_look_at_each_row(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "性别", "出生日期", "学籍号"]
    document = rows(
        desk, tmp_path, "apprentice", header,
        ["李明", LI, "女", "1980-01-02", "G" + WANG], ["王芳", WANG, "女", "1985-03", "G" + WANG],
    )  # fmt: skip
    assert counts(document) == (2, 0, 0, 0)
    assert errors(document) == [(2, "gender", "PER-001"), (2, "birth_date", "PER-002")]
    assert (2, "registration_number", "PER-003") in warnings(document)
    assert not [each for each in warnings(document) if each[0] == 3 and each[2] == "PER-003"]


def test_an_enterprise_of_two_names_waits(desk: Desk, tmp_path: Path) -> None:
    header = ["单位名称", "信用代码", "联系人"]
    document = rows(desk, tmp_path, "enterprise", header, ["甲公司", USCC, "李明"], ["乙公司", USCC, "王芳"])
    assert counts(document) == (1, 0, 0, 1)
    assert errors(document) == [(3, "uscc", "PER-004")]
    document = rows(desk, tmp_path, "enterprise", header, ["甲公司", OTHER_USCC, "李明"])
    assert counts(document) == (1, 0, 0, 0)


def test_the_unit_and_the_year_above_the_table_are_obeyed(desk: Desk, tmp_path: Path) -> None:
    document = rows(
        desk, tmp_path, "teaching_hours", ["2026-2027学年课时登记表"],
        ["教师姓名", "身份证号", "日期", "课程", "节数"],
        ["李明", LI, "9月15日", "数控", 2], ["李明", LI, "3.8", "数控", "4节"],
    )  # fmt: skip
    assert counts(document) == (2, 0, 0, 0)
    assert [each["taught_on"] for each in records(desk, "teaching_hours")] == ["2026-09-15", "2027-03-08"]
    rows(
        desk, tmp_path, "apprentice", ["学徒花名册", None, "单位：万元"], ["姓名", "身份证号", "月报酬"],
        ["李明", LI, "0.32"], ["王芳", WANG, "3200元"],
    )  # fmt: skip
    assert [each["monthly_pay"] for each in records(desk, "apprentice")] == ["3200.00", "3200.00"]


def test_a_range_in_one_cell_fills_both_days(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "聘用起止时间"]
    rows(
        desk, tmp_path, "part_time_teacher", header,
        ["李明", LI, "2026.9.1-2027.7.15"], ["王芳", WANG, "2026年9月至长期"],
    )  # fmt: skip
    kept = {each["name"]: (each["start_on"], each["end_on"]) for each in records(desk, "appointment")}
    assert kept == {"李明": ("2026-09-01", "2027-07-15"), "王芳": ("2026-09", "9999-12-31")}


def test_a_formula_without_a_result_waits(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text(f"姓名,身份证号,联系电话\n李明,{LI},#N/A\n王芳,{WANG},#未计算\n", encoding="utf-8")
    document = brought(desk, "part_time_teacher", path).to_json()
    assert counts(document) == (0, 0, 0, 2)
    assert "公式" in document["findings"][0]["message"]


def test_department_and_cohort_are_laid_over_every_row(desk: Desk, tmp_path: Path) -> None:
    options = ImportOptions(department="机电工程系")
    rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher("李明", LI), options=options)
    assert records(desk, "part_time_teacher")[0]["department"] == "机电工程系"
    assert records(desk, "appointment")[0]["department"] == "机电工程系"
    with pytest.raises(UnusableInput, match="cohort"):
        rows(
            desk,
            tmp_path,
            "enterprise",
            ["单位名称", "信用代码", "联系人"],
            options=ImportOptions(cohort="A"),
        )


def test_a_chosen_column_fills_its_field(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "电话二"]
    options = ImportOptions(map={"phone": "电话二"})
    rows(desk, tmp_path, "apprentice", header, ["李明", LI, "15863632401"], options=options)
    assert records(desk, "apprentice")[0]["phone"] == "15863632401"
    with pytest.raises(UnusableInput, match="没有“电话三”这一列"):
        rows(desk, tmp_path, "apprentice", header, options=ImportOptions(map={"phone": "电话三"}))
    with pytest.raises(UnusableInput, match="没有名为“没有”的项目"):
        rows(desk, tmp_path, "apprentice", header, options=ImportOptions(map={"没有": "电话二"}))


def test_mended_and_left_out_cells_and_columns_are_obeyed(desk: Desk, tmp_path: Path) -> None:
    path = workbooks.xlsx(
        tmp_path / "表.xlsx",
        {
            "名册": [
                ["姓名", "身份证号", "联系电话"],
                ["李明", LI, "x"],
                ["王芳", WANG, "x"],
                ["张华", ZHANG, "x"],
            ]
        },
    )
    options = ImportOptions(
        mended={("名册", 2, 2): "15863632401"},
        left_out=frozenset({("名册", 3)}),
        columns={("名册", 2): "phone"},
    )
    document = brought(desk, "apprentice", path, options).to_json()
    assert counts(document) == (1, 0, 0, 1)
    assert [each["phone"] for each in records(desk, "apprentice")] == ["15863632401"]
    unmapped = ImportOptions(columns={("名册", 2): importing.NOT_A_FIELD})
    assert counts(brought(desk, "apprentice", path, unmapped).to_json()) == (2, 0, 1, 0)


def test_a_preview_changes_nothing_and_shows_the_sheet(desk: Desk, tmp_path: Path) -> None:
    path = workbooks.xlsx(
        tmp_path / "表.xlsx",
        {
            "名册": [
                ["名单"],
                ["姓名", "身份证号", "电话"],
                ["李明", LI, "1"],
                ["王芳", WANG, "x"],
                ["合计", "2人"],
            ]
        },
    )
    preview = shown(desk, "apprentice", path)
    assert records(desk, "apprentice") == []
    sheet = preview.sheets[0]
    assert (sheet.header_row, sheet.height) == (2, 5)
    grid = sheet.grid(1, 10)
    assert [(each.row, each.outcome, each.is_header, bool(each.why)) for each in grid] == [
        (1, None, False, True), (2, None, True, False), (3, "new", False, False), (4, "pending", False, False),
        (5, None, False, True),
    ]  # fmt: skip
    assert grid[2].cells == ("李明", LI, "1")
    assert [each.column_index for each in grid[3].findings] == [2]
    assert [each.row for each in sheet.grid(4, 1)] == [4]
    assert (preview.count("new"), preview.count("pending"), preview.skipped) == (1, 1, 2)
    assert preview.to_json() == importing.apply(desk, preview, **SITTING).to_json()


def test_every_sheet_that_holds_the_register_is_read(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "电话"]
    path = workbooks.xlsx(
        tmp_path / "表.xlsx",
        {
            "说明": [["1.姓名与身份证一致"], ["2.身份证号为文本"], ["3.电话填手机"]],
            "机电": [header, ["李明", LI, "15863632401"], ["合计", "1人"]],
            "经管": [["经管系"], header, ["王芳", WANG, "15863632401"], ["李明", LI, "15863632401"]],
            "旧表": [header, ["张华", ZHANG, "15863632401"]],
        },
        hidden=["旧表"],
    )
    document = brought(desk, "apprentice", path).to_json()
    assert counts(document) == (2, 0, 0, 1)
    assert [(each["sheet"], each["header_row"], each["rows"]) for each in document["sheets"]] == [
        ("机电", 1, 1), ("经管", 2, 2),
    ]  # fmt: skip
    assert (document["sheet"], document["header_row"]) == ("机电", 1)
    assert (document["hidden_sheets"], document["other_sheets"]) == (["旧表"], ["说明"])
    assert "旧表" in document["notices"][0]
    repeated = next(each for each in document["findings"] if each["rule"] == "VAL-011")
    assert (repeated["sheet"], repeated["row"]) == ("经管", 4)
    assert "机电!2" in repeated["message"]
    assert [(each["sheet"], each["row"]) for each in document["skipped"]] == [("机电", 3), ("经管", 1)]
    document = brought(desk, "apprentice", path, ImportOptions(sheet="旧表")).to_json()
    assert (document["sheet"], counts(document)) == ("旧表", (1, 0, 0, 0))
    with pytest.raises(UnusableInput, match="没有名为“新表”的工作表"):
        brought(desk, "apprentice", path, ImportOptions(sheet="新表"))


def test_a_file_without_a_header_is_told(desk: Desk, tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "表.xlsx", {"名册": [["甲", "乙"], [1, 2]]})
    with pytest.raises(UnusableInput, match="没有找到学徒花名册的表头"):
        shown(desk, "apprentice", path)


def test_what_the_program_makes_is_not_imported(desk: Desk, tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "表.xlsx", {"名册": [["甲"]]})
    with pytest.raises(UnusableInput, match="由程序生成"):
        shown(desk, "settlement", path)


def test_an_import_is_one_step_that_undo_takes_back(desk: Desk, tmp_path: Path) -> None:
    with desk.read() as reader:
        before = reader.digest()
    rows(desk, tmp_path, "part_time_teacher", TEACHER, teacher("李明", LI), teacher("王芳", None))
    with desk.read() as reader:
        assert reader.steps(1)[0].what == "导入兼职教师花名册1人"
        assert reader.pending_counts() == {"part_time_teacher": 1}
    undoing.undo(desk, 1, **SITTING)
    with desk.read() as reader:
        assert reader.digest() == before
        assert reader.pending_counts() == {}


def test_a_cancelled_import_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    class Stopping:
        def step(self, stage: str, done: int, total: int | None = None) -> None:
            if stage == "入库" and done:
                raise Cancelled

    path = workbooks.xlsx(
        tmp_path / "表.xlsx", {"名册": [TEACHER, teacher("李明", LI), teacher("王芳", None)]}
    )
    preview = shown(desk, "part_time_teacher", path)
    with pytest.raises(Cancelled):
        importing.apply(desk, preview, **SITTING, progress=Stopping())
    assert records(desk, "part_time_teacher") == []
    with desk.read() as reader:
        assert reader.pending_counts() == {}


def test_apply_plans_on_the_desk_as_it_is_then(desk: Desk, tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "表.xlsx", {"名册": [TEACHER, teacher("李明", LI)]})
    preview = shown(desk, "part_time_teacher", path)
    put(desk, "part_time_teacher", id_number=LI, name="李明")
    result = importing.apply(desk, preview, **SITTING)
    assert (preview.count("new"), result.count("new"), result.count("changed")) == (1, 0, 1)
    assert len(records(desk, "part_time_teacher")) == 1


def test_the_one_school_is_edited_by_its_sheet(desk: Desk, tmp_path: Path) -> None:
    header = ["学校名称", "学校代码", "联系电话", "地址"]
    document = rows(desk, tmp_path, "school", header, ["济宁示例职业学院", "13000", "0537-2212345", "任城区"])
    assert counts(document) == (0, 1, 0, 0)
    assert len(records(desk, "school")) == 1


def test_every_register_that_is_typed_in_can_be_imported(desk: Desk, tmp_path: Path) -> None:
    for register in REGISTERS:
        if register.made_by_program:
            continue
        titles = [each.title for each in register.fields if each.name not in ("department", "campus", "note")]
        path = workbooks.xlsx(tmp_path / f"{register.code}.xlsx", {"表": [titles, [None] * len(titles)]})
        preview = importing.preview(desk, register, path, today=TODAY)
        mapped = [each.field for each in preview.sheets[0].columns]
        assert None not in mapped, (
            register.code,
            [c.source for c in preview.sheets[0].columns if c.field is None],
        )

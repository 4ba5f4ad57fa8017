"""The sixteen traps of mixed data in Chinese spreadsheets (domain F), each through a real file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.services.importing import ImportOptions
from college_desk.storage.desk import Desk
from tests.files import workbooks
from tests.services.importing_sheets import (
    LI,
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
from tests.services.occasions import new_desk

APPRENTICE = ["姓名", "身份证号"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def one(desk: Desk, folder: Path, header: str, cell: Any, register: str = "apprentice") -> dict[str, Any]:
    """The document of one person with one more cell."""
    return rows(desk, folder, register, [*APPRENTICE, header], ["李明", LI, cell])


def kept(desk: Desk, register: str = "apprentice") -> dict[str, Any]:
    """The one record that is kept."""
    (record,) = records(desk, register)
    return record


@pytest.mark.parametrize(
    ("header", "cell", "field"),
    [
        ("身份证号", 370811198001010017, "id_number"),
        ("身份证号", "3.70811E+17", "id_number"),
        ("身份证号", "3.70811198001010E17", "id_number"),
    ],
)
def test_f01_a_number_that_lost_digits_is_called_that_and_never_repaired(
    desk: Desk, tmp_path: Path, header: str, cell: Any, field: str
) -> None:
    document = rows(desk, tmp_path, "apprentice", ["姓名", header], ["李明", cell])
    (found,) = document["findings"]
    assert (found["field"], found["severity"], found["suggestion"]) == (field, "error", None)
    assert "原始数字已丢失" in found["message"]
    assert "补录" in found["message"]
    assert counts(document) == (0, 0, 0, 1)


def test_f01_a_card_and_a_credit_code_lose_digits_too(desk: Desk, tmp_path: Path) -> None:
    teacher = rows(
        desk, tmp_path, "part_time_teacher", [*APPRENTICE, "银行卡号"], ["李明", LI, 6222021208012345678.0]
    )
    assert [each["field"] for each in teacher["findings"]] == ["bank_account"]
    enterprise = rows(
        desk, tmp_path, "enterprise", ["企业名称", "统一社会信用代码"], ["济宁甲机械有限公司", 9.13708e17]
    )
    assert [(each["field"], each["severity"]) for each in enterprise["findings"]] == [("uscc", "error")]


@pytest.mark.parametrize("cell", [13812345678, 13812345678.0, "13812345678.0", "138 1234 5678"])
def test_f01_a_mobile_number_is_safe_as_a_number(desk: Desk, tmp_path: Path, cell: Any) -> None:
    assert one(desk, tmp_path, "联系电话", cell)["findings"] == []
    assert kept(desk)["phone"] == "13812345678"


def students(numbers: list[Any]) -> list[list[Any]]:
    """Apprentices with these student numbers."""
    people = [("李明", LI), ("王芳", WANG), ("张华", ZHANG)]
    return [[*person, number] for person, number in zip(people, numbers, strict=True)]


def test_f02_lost_zeros_are_asked_once_and_given_back_when_told(desk: Desk, tmp_path: Path) -> None:
    path = workbooks.xlsx(
        tmp_path / "表.xlsx",
        {"名册": [[*APPRENTICE, "学号"], *students([20260101, 2026010203, 2026010304])]},
    )
    (asked,) = shown(desk, "apprentice", path).questions
    assert (asked.kind, asked.rows, asked.samples, asked.answered) == ("pad", 1, ("20260101",), False)
    assert [each.code for each in asked.answers] == ["10", ""]
    brought(desk, "apprentice", path, ImportOptions(answers={asked.id: "10"}))
    assert {each["student_number"] for each in records(desk, "apprentice")} == {
        "0020260101", "2026010203", "2026010304",
    }  # fmt: skip


def test_f02_without_an_answer_the_number_stays(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", [*APPRENTICE, "学号"], *students([20260101, 2026010203, 2026010304]))
    assert "20260101" in {each["student_number"] for each in records(desk, "apprentice")}


@pytest.mark.parametrize(
    "numbers", [[1, 2, 13], ["0020260101", "2026010203", "2026010304"], [2026010203] * 3]
)
def test_f02_numbers_of_any_length_texts_and_whole_ones_are_not_asked(
    desk: Desk, tmp_path: Path, numbers: list[Any]
) -> None:
    path = workbooks.xlsx(tmp_path / "表.xlsx", {"名册": [[*APPRENTICE, "学号"], *students(numbers)]})
    assert shown(desk, "apprentice", path).questions == ()


@pytest.mark.parametrize(
    "cell", ["'0020260101", '"=""0020260101"""', "　0020260101 ", "００２０２６０１０１"]
)
def test_f02_what_keeps_a_number_text_is_taken_off(desk: Desk, tmp_path: Path, cell: str) -> None:
    path = tmp_path / "学徒花名册.csv"
    path.write_text(f"姓名,身份证号,学号\n李明,{LI},{cell}\n", encoding="utf-8-sig")
    brought(desk, "apprentice", path)
    assert kept(desk)["student_number"] == "0020260101"


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        ("３７０８１１１９８００１０１００１Ｘ", None),
        ("37081119800101001x", None),
        ("370811\u00a019800101\u200b001X\t", None),
        ("3708111980\n0101001X", None),
        ("37081119800101001\u0425", "warning"),
        ("37081119800101001\u03a7", "warning"),
    ],
)
def test_f03_full_width_and_look_alikes(
    desk: Desk, tmp_path: Path, written: str, severity: str | None
) -> None:
    document = rows(desk, tmp_path, "apprentice", APPRENTICE, ["李明", written])
    assert kept(desk)["id_number"] == LI
    assert [each["severity"] for each in document["findings"]] == ([severity] if severity else [])


@pytest.mark.parametrize("written", ["37O81119800101001X", "370811l980010l001X", "3708I119800101001X"])
def test_f03_letters_for_digits_are_only_suggested(desk: Desk, tmp_path: Path, written: str) -> None:
    document = rows(desk, tmp_path, "apprentice", APPRENTICE, ["李明", written])
    (found,) = [each for each in document["findings"] if each["severity"] == "error"]
    assert found["suggestion"] == LI
    assert kept(desk)["id_number"] == written.upper()


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (45536, "2024-09-01"), ("45536", "2024-09-01"), ("2024.9.1", "2024-09-01"), (20240901, "2024-09-01"),
        ("20240901", "2024-09-01"), ("2024年9月", "2024-09"), ("2024.09", "2024-09"), ("2024/9/1", "2024-09-01"),
        ("2024-09-01 00:00:00", "2024-09-01"), ("二〇二四年九月一日", "2024-09-01"), (2024.11, "2024-11"),
        ("长期", "9999-12-31"),
    ],
)  # fmt: skip
def test_f04_days_in_many_shapes(desk: Desk, tmp_path: Path, cell: Any, day: str) -> None:
    document = one(desk, tmp_path, "培养终止日期", cell)
    assert errors(document) == []
    assert kept(desk)["end_on"] == day


@pytest.mark.parametrize("cell", ["2024-9-31", "9月1日", "Sep-24", "24/9/1", 60, "2024", "第1周"])
def test_f04_days_that_are_none_or_not_whole_wait(desk: Desk, tmp_path: Path, cell: Any) -> None:
    document = one(desk, tmp_path, "培养终止日期", cell)
    assert errors(document) == [(2, "end_on", "VAL-006")]
    assert counts(document) == (0, 0, 0, 1)


@pytest.mark.parametrize(("answer", "month"), [("01", "2024-01"), ("10", "2024-10")])
def test_f04_january_or_october_is_asked_once_a_column(
    desk: Desk, tmp_path: Path, answer: str, month: str
) -> None:
    sheet = [[*APPRENTICE, "入学年月"], *students([2024.1, 2024.1, 2024.9])]
    path = workbooks.xlsx(tmp_path / "表.xlsx", {"名册": sheet})
    seen = shown(desk, "apprentice", path)
    (asked,) = seen.questions
    assert (asked.kind, asked.rows, seen.count("pending")) == ("month", 2, 2)
    brought(desk, "apprentice", path, ImportOptions(answers={asked.id: answer}))
    assert sorted(each["enrolled_month"] for each in records(desk, "apprentice")) == sorted(
        [month, month, "2024-09"]
    )


def test_f04_a_range_in_one_cell_fills_two_fields(desk: Desk, tmp_path: Path) -> None:
    one(desk, tmp_path, "培养起止时间", "2024.9.1-2027.6.30")
    assert (kept(desk)["start_on"], kept(desk)["end_on"]) == ("2024-09-01", "2027-06-30")


def test_f05_lines_above_the_header_give_the_unit_and_are_kept_as_skipped(desk: Desk, tmp_path: Path) -> None:
    document = rows(
        desk, tmp_path, "agreement", ["校企合作协议台账"], ["填报单位：济宁示例职业学院", None, "单位：万元"],
        ["协议编号", "企业名称", "起薪"], ["XY-1", "济宁甲机械有限公司", 1.5],
    )  # fmt: skip
    assert document["header_row"] == 3
    assert [each["row"] for each in document["skipped"]] == [1, 2]
    assert float(records(desk, "agreement")[0]["starting_pay"]) == 15000


def test_f06_a_merged_company_fills_its_rows_and_a_blank_one_stays_blank(desk: Desk, tmp_path: Path) -> None:
    path = workbooks.xlsx(
        tmp_path / "表.xlsx",
        {
            "名册": [
                [*APPRENTICE, "企业名称"],
                ["李明", LI, "济宁甲机械有限公司"], ["王芳", WANG, None], ["张华", ZHANG, None],
            ]
        },
        merges={"名册": ["C2:C3"]},
    )  # fmt: skip
    brought(desk, "apprentice", path)
    companies = {each["name"]: each["enterprise"] for each in records(desk, "apprentice")}
    assert companies == {"李明": "济宁甲机械有限公司", "王芳": "济宁甲机械有限公司", "张华": None}


def hours(*more: list[Any]) -> list[list[Any]]:
    """A month of one teacher's hours."""
    header = ["教师姓名", "身份证号", "授课日期", "课程", "课时数"]
    return [
        header,
        ["李明", LI, "2026-09-15", "数控加工", 2],
        ["李明", LI, "2026-09-16", "数控加工", 4],
        *more,
    ]


@pytest.mark.parametrize(("total", "told"), [(6, []), (7, [(4, "periods", "VAL-007")])])
def test_f07_totals_are_skipped_and_held_against_the_rows(
    desk: Desk, tmp_path: Path, total: int, told: list[Any]
) -> None:
    document = rows(desk, tmp_path, "teaching_hours", *hours(["合计", None, None, None, total]))
    assert counts(document) == (2, 0, 0, 0)
    assert [each["row"] for each in document["skipped"]] == [4]
    assert [each for each in warnings(document) if each[0] == 4] == told


def test_f08_hidden_sheets_are_left_and_hidden_rows_come_in_and_both_are_told(
    desk: Desk, tmp_path: Path
) -> None:
    path = workbooks.xlsx(
        tmp_path / "表.xlsx",
        {"名册": [APPRENTICE, ["李明", LI]], "字典": [APPRENTICE, ["王芳", WANG]]},
        hidden=["字典"],
        hidden_rows=[2],
    )
    document = brought(desk, "apprentice", path).to_json()
    assert counts(document) == (1, 0, 0, 0)
    assert document["hidden_sheets"] == ["字典"]
    assert any("字典" in each for each in document["notices"])
    assert any("隐藏" in each and "名册" in each for each in document["notices"])


def test_f08_a_sheet_for_each_department(desk: Desk, tmp_path: Path) -> None:
    path = workbooks.xlsx(
        tmp_path / "表.xlsx",
        {"机电工程系": [APPRENTICE, ["李明", LI]], "信息工程系": [APPRENTICE, ["王芳", WANG]]},
    )
    brought(desk, "apprentice", path)
    assert {each["name"]: each["department"] for each in records(desk, "apprentice")} == {
        "李明": "机电工程系", "王芳": "信息工程系",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "name", "severity"),
    [
        ("李 明", "李明", None), ("李　明", "李明", None), ("买买提•吐尔逊", "买买提·吐尔逊", None),
        ("买买提．吐尔逊", "买买提·吐尔逊", None), ("𬭚鑫", "𬭚鑫", None), ("李明（组长）", "李明", "warning"),
        ("李\ue863", "李\ue863", "warning"), ("李?", "李?", "warning"), ("李□", "李□", "warning"),
    ],
)  # fmt: skip
def test_f09_names(desk: Desk, tmp_path: Path, written: str, name: str, severity: str | None) -> None:
    document = rows(desk, tmp_path, "apprentice", APPRENTICE, [written, LI])
    assert kept(desk)["name"] == name
    assert [(each["field"], each["severity"]) for each in document["findings"]] == (
        [("name", severity)] if severity else []
    )


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", "，", "\t", ";"])
def test_f10_encodings_and_separators(desk: Desk, tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "学徒花名册.csv"
    text = "\n".join(separator.join(row) for row in (APPRENTICE, ["李明", LI], ["王芳", WANG])) + "\n"
    path.write_bytes(text.encode(encoding))
    assert counts(brought(desk, "apprentice", path).to_json()) == (2, 0, 0, 0)


def test_f10_garbled_text_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "学徒花名册.csv"
    path.write_text("濮撳悕,韬唤璇佸彿\n锟斤拷锟斤拷,37081119800101001X\n", encoding="utf-8")
    with pytest.raises(UnusableInput):
        shown(desk, "apprentice", path)


def test_f11_an_xlsx_under_another_name_is_read(desk: Desk, tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "表.xlsx", {"名册": [APPRENTICE, ["李明", LI]]})
    renamed = path.rename(tmp_path / "学徒花名册.et")
    assert counts(brought(desk, "apprentice", renamed).to_json()) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        ("1,200.00", 1200), ("￥1200", 1200), ("1200元", 1200), ("0.12万", 1200), ("１２００", 1200),
        ("1200元/月", 1200), (1200.0, 1200),
    ],
)  # fmt: skip
def test_f12_amounts_with_signs_and_units(desk: Desk, tmp_path: Path, cell: Any, yuan: float) -> None:
    assert one(desk, tmp_path, "月报酬", cell)["findings"] == []
    assert float(kept(desk)["monthly_pay"]) == yuan


@pytest.mark.parametrize("cell", ["—", "/", "无", "-"])
def test_f12_marks_for_nothing_are_nothing(desk: Desk, tmp_path: Path, cell: str) -> None:
    assert one(desk, tmp_path, "月报酬", cell)["findings"] == []
    assert kept(desk)["monthly_pay"] is None


def test_f12_a_rough_amount_is_not_guessed(desk: Desk, tmp_path: Path) -> None:
    assert errors(one(desk, tmp_path, "月报酬", "约30")) == [(2, "monthly_pay", "VAL-007")]


@pytest.mark.parametrize(("cell", "percent"), [(0.305, 30.5), (30.5, 30.5), ("30.5%", 30.5), ("30.5", 30.5)])
def test_f12_percentages(desk: Desk, tmp_path: Path, cell: Any, percent: float) -> None:
    document = rows(
        desk,
        tmp_path,
        "agreement",
        ["协议编号", "企业名称", "录用比例（%）"],
        ["XY-1", "济宁甲机械有限公司", cell],
    )
    assert errors(document) == []
    assert float(records(desk, "agreement")[0]["hire_percent"]) == percent


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#NAME?", "=VLOOKUP(A1,B1:C9,2,0)"])
def test_f13_failed_formulas_are_errors_and_not_empty(desk: Desk, tmp_path: Path, cell: str) -> None:
    document = one(desk, tmp_path, "联系电话", cell)
    assert errors(document) == [(2, "phone", "VAL-004")]
    assert counts(document) == (0, 0, 0, 1)


def test_f14_a_class_with_its_major_is_parted(desk: Desk, tmp_path: Path) -> None:
    people = [("李明", LI), ("王芳", WANG), ("张华", ZHANG)]
    data = [[*person, f"2023级机电技术应用{number}班"] for number, person in enumerate(people, 1)]
    path = workbooks.xlsx(tmp_path / "表.xlsx", {"名册": [[*APPRENTICE, "专业班级"], *data]})
    document = brought(desk, "apprentice", path).to_json()
    assert document["findings"] == []
    first = next(each for each in records(desk, "apprentice") if each["name"] == "李明")
    assert (first["grade"], first["major_name"]) == ("2023级", "机电技术应用")


def test_f14_two_telephones_in_one_cell_are_kept(desk: Desk, tmp_path: Path) -> None:
    assert one(desk, tmp_path, "联系电话", "13812345678/0537-2212345")["findings"] == []
    assert kept(desk)["phone"] == "13812345678/0537-2212345"


def test_f14_a_shifted_row_is_told(desk: Desk, tmp_path: Path) -> None:
    header = ["序号", *APPRENTICE, "联系电话"]
    data: list[list[Any]] = [[1, "李明", LI, "13812345678"], [2, "王芳", WANG, "13812345679"]]
    document = rows(desk, tmp_path, "apprentice", header, *data, [3, None, "张华", ZHANG])
    assert {row for row, _field, _rule in errors(document)} == {4}
    assert counts(document)[3] == 1


def test_f15_an_unknown_word_is_asked_once_and_the_answer_is_remembered(desk: Desk, tmp_path: Path) -> None:
    header = [*APPRENTICE, "政治面貌"]
    sheet = [header, ["李明", LI, "团里的"], ["王芳", WANG, "团里的"], ["张华", ZHANG, "群众"]]
    path = workbooks.xlsx(tmp_path / "表.xlsx", {"名册": sheet})
    seen = shown(desk, "apprentice", path)
    (asked,) = seen.questions
    assert (asked.kind, asked.rows, asked.samples) == ("value", 2, ("团里的",))
    assert seen.count("pending") == 2
    assert "03" in {each.code for each in asked.answers}
    brought(desk, "apprentice", path, ImportOptions(answers={asked.id: "03"}))
    assert [each["political_status"] for each in records(desk, "apprentice")].count("共青团员") == 2
    other = workbooks.xlsx(
        tmp_path / "又一张.xlsx", {"名册": [header, ["赵强", "370811200503151216", "团里的"]]}
    )
    again = shown(desk, "apprentice", other)
    assert (again.questions, again.count("new")) == ((), 1)


@pytest.mark.parametrize(
    ("word", "label"), [("汉", "汉族"), ("中共党员", "中共党员"), ("团员", "共青团员"), ("党员", "中共党员")]
)
def test_f15_words_that_offices_use_are_known(desk: Desk, tmp_path: Path, word: str, label: str) -> None:
    header = "民族" if word == "汉" else "政治面貌"
    field = "ethnicity" if word == "汉" else "political_status"
    assert errors(one(desk, tmp_path, header, word)) == []
    assert kept(desk)[field] == label


def test_f16_words_of_many_meanings_are_told_apart_or_asked_once_a_column(desk: Desk, tmp_path: Path) -> None:
    people = [("李明", LI), ("王芳", WANG), ("张华", ZHANG)]
    data = [[*person, f"S00003708123456{place}", "三级", "2026-06-01"] for place, person in enumerate(people)]
    sheet = [["证书台账"], [*APPRENTICE, "编号", "级别", "时间"], *data]
    path = workbooks.xlsx(tmp_path / "表.xlsx", {"名册": sheet})
    meant = {2: "certificate_number", 3: "skill_level", 4: "issued_on"}
    asked = [each for each in shown(desk, "certificate", path).questions if each.column is not None]
    assert len({each.column for each in asked}) == len(asked)
    answers = {each.id: meant[each.column] for each in asked if each.column is not None}
    document = brought(desk, "certificate", path, ImportOptions(answers=answers)).to_json()
    assert {each["source"]: each["field"] for each in document["columns"]} == {
        "姓名": "name", "身份证号": "id_number", "编号": "certificate_number", "级别": "skill_level",
        "时间": "issued_on",
    }  # fmt: skip

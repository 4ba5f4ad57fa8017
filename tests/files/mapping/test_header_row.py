"""The header is the best row of the first thirty, its groups are paths, and nothing else is one."""

from __future__ import annotations

from college_desk.files.mapping.layout import Choices
from college_desk.files.sheets.book import Merge
from tests.files.mapping.laying import ID, fields, laid, whole

HEADER = ["序号", "姓名", "身份证号", "性别", "联系电话"]
ROW = [1, "李明", ID, "女", "15863632401"]


def test_the_first_row_may_be_the_header() -> None:
    assert whole("apprentice", HEADER, ROW).header_row == 1


def test_titles_notes_and_blanks_stand_above_it() -> None:
    made = whole(
        "apprentice",
        ["2026年学徒花名册"],
        ["填报单位：某校（盖章）", None, "填报日期：2026年9月"],
        [],
        HEADER,
        ROW,
    )
    assert made.header_row == 4
    assert [each.row for each in made.skipped] == [1, 2, 3]


def test_a_header_in_the_thirtieth_row_is_found_and_in_the_next_not() -> None:
    blank: list[list[object]] = [[] for _row in range(29)]
    assert whole("apprentice", *blank, HEADER, ROW).header_row == 30
    assert laid("apprentice", *blank, [], HEADER, ROW) is None


def test_two_known_titles_make_a_header_of_a_narrow_sheet_only() -> None:
    assert whole("apprentice", ["姓名", "身份证号"], ["李明", ID]).header_row == 1
    wide = ["姓名", "身份证号", "甲", "乙", "丙", "丁"]
    assert laid("apprentice", wide, ["李明", ID]) is None
    assert laid("apprentice", ["姓名", "甲"], ["李明", 1]) is None


def test_prose_that_names_titles_is_no_header() -> None:
    notes = ["1.姓名与身份证一致", "2.身份证号必须为文本格式", "3.性别按证件号填写"]
    assert laid("apprentice", *[[each] for each in notes]) is None


def test_a_merged_title_is_no_group() -> None:
    made = whole(
        "apprentice", ["学徒花名册", None, None, None, None], HEADER, ROW, merges=(Merge(0, 0, 0, 4),)
    )
    assert made.header_row == 2
    assert made.columns[1].label == "姓名"


def test_two_rows_of_header_are_read_as_paths() -> None:
    top = ["姓名", "身份证号", "第一学历", None, "最后学历", None]
    low = [None, None, "学历", "毕业院校", "学历", "毕业院校"]
    row = ["李明", ID, "大专", "济宁某校", "大学本科", "山东某校"]
    merges = (Merge(0, 0, 1, 0), Merge(0, 1, 1, 1), Merge(0, 2, 0, 3), Merge(0, 4, 0, 5))
    for given in (merges, ()):
        made = whole("part_time_teacher", top, low, row, merges=given)
        assert made.header_row == 2
        assert fields(made) == {
            "姓名": "name",
            "身份证号": "id_number",
            "学历": "first_education",
            "毕业院校": "first_graduated_from",
            "最后学历/学历": "education",
            "最后学历/毕业院校": "graduated_from",
        }
        assert [column.source for column in made.columns][2:4] == ["学历", "毕业院校"]
        assert made.data[0][0] == 3


def test_groups_above_a_whole_header_change_nothing() -> None:
    made = whole(
        "apprentice", ["基本信息", None, None, "联系", None], HEADER, ROW, merges=(Merge(0, 0, 0, 2),)
    )
    assert made.header_row == 2
    assert fields(made) == {
        "序号": None, "姓名": "name", "身份证号": "id_number", "性别": "gender", "联系电话": "phone",
    }  # fmt: skip


def test_a_group_makes_two_equal_titles_two_fields() -> None:
    top = ["学生", None, None, "监护人", None, None]
    low = ["姓名", "身份证号", "联系电话", "姓名", "联系电话", "身份证号"]
    row = ["李明", ID, "15863632401", "李强", "13800138000", ID]
    merges = (Merge(0, 0, 0, 2), Merge(0, 3, 0, 5))
    made = whole("apprentice", top, low, row, merges=merges)
    assert [column.field for column in made.columns][:5] == [
        "name", "id_number", "phone", "guardian_name", "guardian_phone",
    ]  # fmt: skip
    assert made.columns[5].field is None


def test_a_row_named_by_somebody_is_the_header_whatever_stands_there() -> None:
    made = whole("apprentice", HEADER, ["甲", "乙", "姓名", "丁", "戊"], ROW, choices=Choices(header_row=2))
    assert made.header_row == 2
    assert fields(made)["姓名"] == "name"
    assert laid("apprentice", HEADER, ROW, choices=Choices(header_row=9)) is None

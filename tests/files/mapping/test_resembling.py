"""What no title names goes to the free field that title and values suit; a key field is asked about once."""

from __future__ import annotations

import pytest

from college_desk.files.mapping.layout import Layout
from college_desk.files.mapping.vocabulary import vocabulary
from tests.files.mapping.laying import ID, OTHER_ID, USCC, laid, whole

PEOPLE = ("李明", "王芳", "张伟强", "刘洋", "陈静怡")
BODIES = (
    "济宁如意机械有限公司",
    "山东科力物流股份有限公司",
    "兖州正和汽车服务有限公司",
    "邹城永生工程公司",
    "泗水华勤集团",
)


def beside(register: str, header: str, values: tuple[object, ...]) -> Layout:
    """The layout of a sheet with one more column beside the usual ones."""
    known, row = {
        "enterprise": (["统一社会信用代码", "法定代表人", "地址"], [USCC, "李明", "建设路1号"]),
        "training_class": (["班次编号", "培训班名称", "培训等级"], ["PX-1", "电工班", "高级工"]),
        "cohort": (["学徒班名称", "专业名称", "合作企业"], ["数控学徒班", "数控技术应用", "某某公司"]),
        "status_change": (["身份证号", "异动日期", "异动原因"], [ID, "2026-09-01", "因病"]),
    }.get(register, (["姓名", "身份证号", "性别"], ["李明", ID, "女"]))
    made = whole(register, [*known, header], *([*row, values[place % len(values)]] for place in range(5)))
    assert not vocabulary(register).look_up(header)
    return made


@pytest.mark.parametrize(
    ("register", "header", "values", "field"),
    [
        ("apprentice", "长期有效电话", ("15863632401", "13800138000", "13900139000"), "phone"),
        ("apprentice", "在籍所在班级", ("24机电1班", "24机电2班"), "class_name"),
        ("order_student", "该生学籍专业", ("电子商务", "数控技术应用"), "major_name"),
        ("part_time_teacher", "学历教育水平", ("大学本科", "大学专科"), "education"),
        ("graduate_outcome", "毕业后流向", ("境内升学", "待就业", "自主创业"), "destination"),
        ("enterprise", "企业工商登记名称", BODIES, "name"),
        ("training_class", "拿到证书人数", (21, 22, 30), "certified"),
        ("status_change", "变动者", PEOPLE, "name"),
    ],
)
def test_a_title_like_another_over_values_of_its_field_is_taken_for_it(
    register: str, header: str, values: tuple[object, ...], field: str
) -> None:
    column = beside(register, header, values).columns[-1]
    assert column.field == field
    assert column.confidence < 0.9


@pytest.mark.parametrize(
    ("register", "header", "values"),
    [
        ("apprentice", "班主任", PEOPLE), ("apprentice", "复核人", PEOPLE), ("apprentice", "监考教师", PEOPLE),
        ("apprentice", "入党时间", ("2025-07-01", "2026-07-01")), ("apprentice", "食堂卡号", ("000123", "004561", "000999")),
        ("apprentice", "母亲手机", ("15863632401", "13800138000", "13900139000")), ("apprentice", "操行评定", ("优", "良")),
        ("apprentice", "拟推荐企业排名", (1, 5, 3)), ("enterprise", "车间面积", (300, 500)),
        ("graduate_outcome", "普通话等级", ("二级甲等", "二级乙等")), ("training_class", "报到时是否住宿", ("是", "否")),
    ],
)  # fmt: skip
def test_a_column_of_another_thing_stays_no_field(
    register: str, header: str, values: tuple[object, ...]
) -> None:
    assert beside(register, header, values).columns[-1].field is None


def test_a_title_that_means_the_other_end_of_a_stretch_is_not_taken_for_this_one() -> None:
    made = beside("training_class", "结束该期培训日期", ("2026-09-20", "2026-09-21"))
    assert made.columns[-1].field in ("end_on", None)


def test_two_fields_equally_like_leave_a_column_open() -> None:
    assert beside("training_class", "某某人数", (20, 30)).columns[-1].field is None


def test_people_under_a_title_that_says_nothing_are_those_of_the_list_and_it_is_asked_once() -> None:
    rows = [[f"甲{place}", each, number] for place, each in enumerate(PEOPLE) for number in (ID,)]
    made = whole("status_change", ["异动原因", "对象", "身份证号"], *rows)
    assert made.columns[1].field == "name"
    asked = [each for each in made.questions if each.kind == "column" and each.column == 1]
    assert [each.taken for each in asked] == ["name"]


def test_bodies_are_no_people_of_the_list() -> None:
    rows = [[f"甲{place}", each, OTHER_ID] for place, each in enumerate(BODIES)]
    assert whole("status_change", ["异动原因", "对象", "身份证号"], *rows).columns[1].field != "name"


def test_a_day_whose_cells_are_ranges_fills_both_ends() -> None:
    head = ["班次编号", "培训班名称", "培训时间"]
    stretches = [
        ["PX-1", "电工班", "2026.7.6-2026.7.25"],
        ["PX-2", "钳工班", "2026年5月~2026年6月"],
        ["PX-3", "焊工班", "2026.4.1"],
    ]
    column = whole("training_class", head, *stretches).columns[2]
    assert column.field == "start_on"
    assert column.until is not None
    assert column.until.name == "end_on"
    column = whole("training_class", head, *[["PX-1", "电工班", "2026.7.6"]] * 3).columns[2]
    assert (column.field, column.until) == ("start_on", None)


def test_a_person_and_his_telephone_parted_by_a_line_break_fill_two_fields() -> None:
    pairs = tuple(f"{name}\n1380013800{place}" for place, name in enumerate(PEOPLE))
    column = beside("enterprise", "联系人、\n电话", pairs).columns[-1]
    assert column.split is not None
    assert set(column.split.targets) == {"contact", "phone"}


def test_a_title_none_of_whose_values_fits_gives_way_to_what_they_suit() -> None:
    rows = [["市级技术能手", each, "2026-09-01"] for each in PEOPLE]
    assert whole("honour", ["荣誉称号", "获奖对象", "授予日期"], *rows).columns[1].field == "holder"


def test_a_header_with_few_known_titles_and_others_like_them_is_found() -> None:
    head = ["原因", "异动情形分类", "身份证号", "呈批表编号"]
    assert laid("status_change", head, *[["因病", "休学", ID, "X-1"]] * 4) is not None
    assert laid("status_change", ["原因", "甲", "身份证号", "乙", "丙", "丁"], *[["因病"] * 6] * 4) is None

"""Codes by code, label, alias and with noise beside them; yes and no."""

from __future__ import annotations

import pytest

from college_desk.records.values.code import CODE, CODES, OPEN_CODE
from college_desk.records.values.value_type import Cell, Surroundings
from college_desk.records.values.yes_no import YES_NO
from tests.records.values.readings import message, severities, suggestion, value

SKILL = CODE("skill_level")


@pytest.mark.parametrize(
    "cell",
    [
        "高级工",
        "三级",
        "3级",
        "3",
        3.0,
        "三级/高级工",
        "高级工/三级",
        "高级工（三级）",
        "三级(高级工)",
        "高级(三级)",
        "国家职业资格三级",
        "高级技工",
        "高级工（电工）三级 S000037080051663126981",
        " 高 级 工 ",
        "３级",
        "职业资格三级（高级工）",
    ],
)
def test_a_code_is_read_from_all_its_words(cell: Cell) -> None:
    assert value(SKILL, cell) == "3"


@pytest.mark.parametrize(
    "cell", ["高级", "中级", "初级", "技师/高级工", "高级工程师", "高工", "1+X高级", "9", "总工"]
)
def test_open_or_unknown_words_are_asked(cell: str) -> None:
    assert severities(SKILL, cell) == ["unreadable"]


def test_the_question_names_the_choices() -> None:
    assert "高级工、高级技师" in message(SKILL, "高级")
    assert "学徒工、初级工、中级工" in message(SKILL, "总工")


def test_the_schools_own_words_go_first() -> None:
    around = Surroundings(synonyms={"skill_level": {"老师傅": "1", "高级": "3"}})
    assert value(SKILL, "老师傅", around) == "1"
    assert value(SKILL, " 高级 ", around) == "3"
    assert severities(SKILL, "老师傅") == ["unreadable"]


@pytest.mark.parametrize(
    ("table", "cell", "label"),
    [
        ("gender", "男", "男"), ("gender", 1.0, "男"), ("gender", "1男", "男"), ("gender", "2-女", "女"),
        ("ethnicity", "汉", "汉族"), ("ethnicity", "01", "汉族"), ("ethnicity", 1.0, "汉族"), ("ethnicity", "01汉", "汉族"),
        ("ethnicity", "穿青人", "其他"), ("ethnicity", "畬族", "畲族"), ("ethnicity", "土家", "土家族"),
        ("political_status", "团员", "共青团员"), ("political_status", "党员", "中共党员"), ("political_status", 13.0, "群众"),
        ("education", "大专", "大学专科"), ("education", "本科", "大学本科"), ("education", "中专", "中等职业"), ("education", "高中", "普通高中"),
        ("title_level", "高级工程师", "副高级"), ("title_level", "高工", "副高级"), ("title_level", "讲师", "中级"),
        ("title_level", "正高级讲师", "正高级"), ("title_level", "助理工程师", "助理级"),
        ("industry", "C3412", "制造业"), ("industry", "制造业", "制造业"), ("enterprise_size", "大", "大型"),
        ("placement_kind", "顶岗实习", "岗位实习"), ("region", "济宁市任城区", "任城区"), ("region", 370811.0, "任城区"),
        ("recruitment_method", "技能操作", "技能操作"), ("vetting_result", "无", "无"), ("contract_kind", "劳动合同（全日制）", "劳动合同"),
        ("course_kind", "理实一体化", "理实一体"),
    ],
)  # fmt: skip
def test_words_of_other_tables(table: str, cell: Cell, label: str) -> None:
    type_of = CODE(table)
    assert type_of.to_json(value(type_of, cell)) == label


@pytest.mark.parametrize(
    ("table", "cell"),
    [
        ("education", "研究生"),
        ("title_level", "高级"),
        ("enterprise_size", "小微"),
        ("person_source", "退休"),
    ],
)
def test_words_that_mean_several_entries_are_asked(table: str, cell: str) -> None:
    assert severities(CODE(table), cell) == ["unreadable"]


def test_several_codes_come_in_the_tables_order() -> None:
    kinds = CODES("cooperation_kind")
    assert kinds.to_json(value(kinds, "订单班；现代学徒制、订单培养")) == ["现代学徒制", "订单培养"]
    assert severities(kinds, "订单班、联谊") == ["unreadable"]


def test_a_table_label_with_separators_is_one_code() -> None:
    sections = CODES("industry")
    assert sections.to_json(value(sections, "农、林、牧、渔业")) == ["农、林、牧、渔业"]


HONOUR = OPEN_CODE("honour")


def test_an_open_code_gives_the_label_or_the_text_as_given() -> None:
    assert value(HONOUR, "全国技术能手称号") == "全国技术能手"
    assert value(HONOUR, "H02") == "全国技术能手"
    assert value(HONOUR, "某某市优秀工匠") == "某某市优秀工匠"
    assert value(HONOUR, "无") is None


def test_an_open_code_reads_nothing_over() -> None:
    assert value(HONOUR, "全国技术能手提名") == "全国技术能手提名"
    assert HONOUR.read("2019年全国技术能手").value == "2019年全国技术能手"
    assert suggestion(HONOUR, "2019年全国技术能手") == "全国技术能手"
    assert suggestion(HONOUR, "全国技术能手（2019）") == "全国技术能手"


def test_one_type_for_one_table() -> None:
    assert CODE("gender") is CODE("gender")
    assert CODE("gender").labels() == ("男", "女")


@pytest.mark.parametrize("cell", ["是", "√", "✓", "1", 1, 1.0, True, "Y", "yes", "有", "TRUE", "ｙ"])
def test_yes_in_all_spellings(cell: Cell) -> None:
    assert value(YES_NO, cell) is True


@pytest.mark.parametrize("cell", ["否", "×", "x", "0", 0, 0.0, False, "N", "no", "无", "false"])
def test_no_in_all_spellings(cell: Cell) -> None:
    assert value(YES_NO, cell) is False


def test_a_blank_says_neither_and_other_words_are_asked() -> None:
    assert value(YES_NO, "") is None
    assert value(YES_NO, "/") is None
    assert severities(YES_NO, "可能") == ["unreadable"]
    assert severities(YES_NO, 2) == ["unreadable"]

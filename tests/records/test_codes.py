"""The code tables: well formed, in the words that other floors rely on."""

from __future__ import annotations

import re

import pytest

from college_desk.base import resources
from college_desk.records.codes import code_table, parsed, table_names

NEEDED = [
    "gender", "ethnicity", "political_status", "education", "degree", "id_type", "skill_level",
    "title_level", "school_type", "nature", "enterprise_size", "industry", "household", "destination",
    "fund_source", "person_source", "teacher_kind", "training_mode", "agreement_type", "region", "scheme",
    "pilot_level", "enrolment_mode", "agreement_form", "insurance_kind", "guardian_relation",
    "grade_result", "apprentice_status", "placement_kind", "placement_end", "status_change_kind",
    "insurance_policy_kind", "post_kind", "recruitment_method", "selection_method", "hiring_form",
    "course_category", "vetting_result", "pay_method", "appraisal_result", "appointment_status",
    "course_kind", "lesson_kind", "income_kind", "payout_status", "forming", "outcome_stage",
    "evidence_kind", "contract_kind", "honour", "honour_level", "honour_role", "agreement_relation",
    "cooperation_kind", "notice_status", "paper_direction", "enterprise_status", "term_number",
    "major_status",
]  # fmt: skip


@pytest.mark.parametrize("name", NEEDED)
def test_the_table_is_there(name: str) -> None:
    assert name in table_names()


@pytest.mark.parametrize("name", table_names())
def test_every_table_is_well_formed(name: str) -> None:
    table = code_table(name)
    assert table.title
    assert table.version
    assert len(table.entries) >= 2
    for entry in table.entries:
        assert table.entry(entry.code) is entry
        for word in (entry.code, entry.label, *entry.aliases):
            assert table.find(word) is entry, word
        assert entry.label == entry.label.strip()
    for word, codes in table.ask.items():
        assert [entry.code for entry in table.to_choose(word)] == list(codes)
        assert table.find(word) is None


@pytest.mark.parametrize("name", table_names())
def test_every_file_says_no_more_than_the_program_reads(name: str) -> None:
    text = resources.text("codes", f"{name}.toml")
    keys = set(re.findall(r"^([a-z_]+) =", text, re.MULTILINE))
    assert keys <= {"title", "version", "entries", "classes"}


def test_a_code_or_a_word_that_stands_twice_is_refused() -> None:
    entries = [{"code": "1", "label": "甲"}, {"code": "2", "label": "乙", "aliases": ["甲"]}]
    with pytest.raises(ValueError, match="names two entries"):
        parsed("x", {"title": "t", "version": "v", "entries": entries})
    with pytest.raises(ValueError, match="stands twice"):
        parsed("x", {"title": "t", "version": "v", "entries": [entries[0], {"code": "1", "label": "丙"}]})


def test_an_unknown_table_is_a_bug() -> None:
    with pytest.raises(KeyError):
        code_table("no_such_table")


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("skill_level", "学徒工 初级工 中级工 高级工 技师 高级技师 特级技师 首席技师"),
        ("title_level", "正高级 副高级 中级 助理级 员级 未评"),
        ("education", "博士研究生 硕士研究生 大学本科 大学专科 中等职业 普通高中 初中 小学 其他"),
        ("enterprise_size", "大型 中型 小型 微型"),
        ("course_kind", "理论 实训 理实一体 实习指导"),
        ("recruitment_method", "普通 试讲 技能操作 专家评议 直接考察"),
        ("selection_method", "公开招聘 单位选派 合作推荐 直接考察"),
        ("appraisal_result", "优秀 合格 基本合格 不合格"),
        ("lesson_kind", "正常 调课 补课 代课 停课"),
        ("payout_status", "待发 已报财务 已发放 退票 已重发"),
        ("notice_status", "待办 在办 已报送 已办结"),
        ("grade_result", "优 良 合格 不合格"),
        ("vetting_result", "无 有"),
    ],
)
def test_labels_are_the_short_words(name: str, labels: str) -> None:
    assert set(labels.split()) == set(code_table(name).labels())


def test_the_steps_of_skill_are_ranked() -> None:
    table = code_table("skill_level")
    ranks = {entry.label: entry.rank for entry in table.entries}
    assert ranks == {
        "学徒工": 0,
        "初级工": 1,
        "中级工": 2,
        "高级工": 3,
        "技师": 4,
        "高级技师": 5,
        "特级技师": 6,
        "首席技师": 7,
    }
    assert table.entry("3").detail["long"] == "三级/高级工"


def test_education_is_a_ladder_with_two_equal_rungs() -> None:
    table = code_table("education")
    rank = {entry.label: entry.rank or 0 for entry in table.entries}
    assert (
        rank["硕士研究生"]
        > rank["大学本科"]
        > rank["大学专科"]
        > rank["中等职业"]
        == rank["普通高中"]
        > rank["初中"]
    )
    assert rank["初中"] > rank["小学"] > rank["其他"]
    assert rank["大学本科肄业"] < rank["大学专科"]


@pytest.mark.parametrize(
    ("word", "opens"),
    [
        ("中华技能大奖", True), ("全国技术能手", True), ("齐鲁技能大奖", True), ("山东省技术能手", True), ("齐鲁首席技师", True),
        ("享受国务院政府特殊津贴", True), ("享受省政府特殊津贴", True), ("国家级技能大师工作室带头人", True),
        ("省级技能大师工作室带头人", True), ("全国劳动模范", True), ("世界技能大赛国家集训选手", True),
        ("国家级一类职业技能大赛", True), ("全国职业院校技能大赛二等奖", True), ("全国职业院校技能大赛三等奖", False),
        ("全省职业院校技能大赛一等奖", True), ("山东省职业院校技能大赛二等奖", False), ("济宁首席技师", False),
        ("济宁市技术能手", False), ("济宁技能大奖", False), ("济宁市技术技能大师", False), ("市级技能大师工作室带头人", False),
        ("齐鲁工匠", False), ("齐鲁大工匠", False), ("大国工匠", False), ("五一劳动奖章", False), ("教学名师", False),
        ("省级技能大师工作室成员", False), ("市级劳动模范", False), ("山东省技术技能大师", False),
    ],
)  # fmt: skip
def test_the_list_of_honours_is_closed(word: str, opens: bool) -> None:
    entry = code_table("honour").exactly(word)
    assert entry is not None
    assert entry.detail["opens"] is opens


def test_every_item_of_the_list_of_honours_is_there_with_its_condition() -> None:
    entries = code_table("honour").entries
    assert {entry.detail["item"] for entry in entries if entry.detail["opens"]} == {
        f"H{n:02d}" for n in range(1, 18)
    }
    limits = {entry.code: entry.detail["rank_limit"] for entry in entries if "rank_limit" in entry.detail}
    assert limits == {"H12": 20, "H13": 15, "H15": 5, "H16": 3}
    assert code_table("honour").entry("H14").detail["prizes"] == ["一等奖", "二等奖"]
    assert code_table("honour").entry("H17").detail["prizes"] == ["一等奖"]


def test_longer_codes_of_an_industry_belong_to_its_section() -> None:
    table = code_table("industry")
    assert [len(table.entries), table.find("C3412"), table.find("C34")] == [
        20,
        table.entry("C"),
        table.entry("C"),
    ]
    assert table.find("Z1") is None

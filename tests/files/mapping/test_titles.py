"""Header texts in one spelling, and how far two of them are apart."""

from __future__ import annotations

import pytest

from college_desk.files.mapping.title import edits, source_text, title


@pytest.mark.parametrize(
    ("text", "core", "unit"),
    [
        ("姓 名", "姓名", None),
        ("政治\n面貌", "政治面貌", None),
        ("*身份证号（必填）", "身份证号", None),
        ("（必填）姓名", "姓名", None),
        ("身份证号码（文本格式）", "身份证号码", None),
        ("3.联系电话：", "联系电话", None),
        ("（一）工作单位", "工作单位", None),
        ("学徒津贴(元/月)", "学徒津贴", "元"),
        ("捐赠设备总值（万元）", "捐赠设备总值", "万元"),
        ("合同期限(月)", "合同期限", "月"),
        ("获取日期（年月）", "获取日期", "年月"),
        ("企业类型(大中小微)", "企业类型", None),
        ("ＱＱ号", "QQ号", None),
        ("帐号", "账号", None),
        ("最后学历/学历", "最后学历学历", None),
        ("（元）", "元", "元"),
        ("", "", None),
    ],
)
def test_a_header_is_read_without_its_trimmings(text: str, core: str, unit: str | None) -> None:
    assert title(text).core == core
    assert title(text).unit == unit


def test_the_words_in_brackets_are_kept_beside() -> None:
    assert title("证书编号（职业资格）").whole == "证书编号职业资格"


def test_the_source_keeps_its_spaces_but_no_line_breaks() -> None:
    assert source_text(" 学 号\r\n(全国) ") == "学 号(全国)"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("身份证号", "身份证号", 0),
        ("身份证号", "身份号", 1),
        ("身份证号", "身证份号", 1),
        ("起始日期", "终止日期", 2),
        ("姓名", "统一社会信用代码", 3),
    ],
)
def test_titles_are_so_many_slips_apart(one: str, other: str, apart: int) -> None:
    assert edits(one, other) == edits(other, one) == apart

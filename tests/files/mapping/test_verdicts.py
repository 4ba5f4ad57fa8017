"""The columns of the program's own answers are not read again."""

from __future__ import annotations

from college_desk.files.mapping.verdicts import verdict_column, without_verdicts
from tests.files.workbooks import sheet


def test_the_two_columns_are_known_by_both_their_titles() -> None:
    assert verdict_column(["姓名", "校验结果", "错误说明"]) == 1
    assert verdict_column(["姓名", "校验结果", "备注"]) is None
    assert verdict_column(["姓名", "校验结果"]) is None
    assert verdict_column(["姓名", "错误说明"]) is None


def test_their_cells_are_taken_out_of_every_row() -> None:
    answered = sheet(
        ["名册"],
        ["姓名", "校验结果", "错误说明", "备注"],
        ["李明", "通过", None, "甲"],
        ["王芳", "未入库", "乙。"],
    )
    assert list(without_verdicts(answered).rows) == [
        ["名册"],
        ["姓名", None, None, "备注"],
        ["李明", None, None, "甲"],
        ["王芳"],
    ]


def test_a_sheet_without_them_stays_the_same() -> None:
    plain = sheet(["姓名", "校验结果"], ["李明", "通过"])
    assert without_verdicts(plain) is plain

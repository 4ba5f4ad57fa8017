"""A row whose identity number stands under another header is noticed; the others are not."""

from __future__ import annotations

from typing import Any

from tests.files.mapping.laying import ID, OTHER_ID, USCC, whole

HEADER = ["姓名", "身份证号", "联系电话", "合作企业"]


def strays(*rows: Any, register: str = "apprentice", header: Any = HEADER) -> list[tuple[int, int, int]]:
    made = whole(register, header, *rows)
    return [(each.row, each.column, each.by) for each in made.shifted_rows]


def test_a_row_shifted_by_one_column_is_told() -> None:
    right = ["李明", ID, "15863632401", "某公司"]
    assert strays(right, ["王芳", None, OTHER_ID, "15863632402"], right) == [(3, 1, 1)]
    assert strays(right, [OTHER_ID, "15863632402", "某公司"], right) == [(3, 1, -1)]


def test_a_wrong_number_or_none_is_no_shift() -> None:
    right = ["李明", ID, "15863632401", "某公司"]
    assert strays(right, ["王芳", None, "15863632402", "某公司"]) == []
    assert strays(right, ["王芳", "44052418800101001", OTHER_ID[:-1] + "5", "某公司"]) == []


def test_another_persons_number_in_its_own_column_is_no_shift() -> None:
    header = ["姓名", "身份证号", "导师身份证号"]
    assert strays(["李明", ID, OTHER_ID], ["王芳", None, OTHER_ID], header=header) == []


def test_a_credit_code_is_looked_for_in_lists_of_enterprises() -> None:
    header = ["企业名称", "统一社会信用代码", "法定代表人"]
    rows = [["某公司", USCC, "李明"], ["另一公司", None, USCC]]
    assert strays(*rows, register="enterprise", header=header) == [(3, 1, 1)]

"""Totals are skipped, and held against the sums of the rows above them."""

from __future__ import annotations

from typing import Any

import pytest

from college_desk.files.mapping.layout import TotalCheck
from tests.files.mapping.laying import ID, whole

HEADER = ["班次编号", "培训班名称", "培训人数", "培训经费（元）"]
ROWS = [["1", "甲", 30.0, "1,500.50"], ["2", "乙", "20人", 2500.0]]


def wrong(*rows: Any) -> list[tuple[int, int, float, float]]:
    """The totals that do not agree: row, column, written, summed."""
    return [_plain(each) for each in whole("training_class", HEADER, *rows).totals]


def _plain(check: TotalCheck) -> tuple[int, int, float, float]:
    return check.row, check.column, check.written, check.summed


def test_a_total_that_agrees_says_nothing() -> None:
    assert wrong(*ROWS, ["合计", None, 50.0, 4000.5]) == []


@pytest.mark.parametrize(("written", "told"), [(51.0, [(4, 2, 51.0, 50.0)]), (50.004, [])])
def test_a_total_that_does_not_agree_is_told(written: float, told: list[Any]) -> None:
    assert wrong(*ROWS, ["合计", None, written, None]) == told


def test_a_subtotal_sums_its_section_and_the_total_all() -> None:
    more = ["3", "丙", 10.0, 1000.0]
    assert wrong(*ROWS, ["小计", None, 50.0], more, ["小计", None, 10.0], ["总计", None, 60.0]) == []
    assert wrong(*ROWS, ["小计", None, 50.0], more, ["小计", None, 60.0], ["总计", None, 60.0]) == [
        (6, 2, 60.0, 10.0)
    ]


def test_a_column_with_a_cell_that_is_no_number_is_not_added() -> None:
    assert wrong(*ROWS, ["3", "丙", "约30", None], ["合计", None, 99.0]) == []


def test_averages_and_sums_carried_on_are_no_totals_of_the_rows() -> None:
    assert wrong(*ROWS, ["平均", None, 7.0], ["累计", None, 700.0]) == []


@pytest.mark.parametrize(("cell", "told"), [("共2人", []), ("3人", [(4, 1, 3.0, 2.0)])])
def test_a_number_of_people_is_held_against_the_rows(cell: str, told: list[Any]) -> None:
    made = whole("apprentice", ["序号", "姓名", "身份证号"], *[[1.0, "李明", ID]] * 2, ["合计", cell])
    assert [_plain(each) for each in made.totals] == told


def test_what_is_no_sum_is_not_added() -> None:
    header = ["姓名", "身份证号", "从业年限", "课时费标准（元/课时）"]
    made = whole("part_time_teacher", header, *[["李明", ID, 10.0, 98.0]] * 2, ["合计", None, 10.0, 98.0])
    assert made.totals == ()

"""Amounts: separators, signs, units of cell and sheet, and what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from college_desk.records.values.money import MONEY
from college_desk.records.values.value_type import Cell, Surroundings
from tests.records.values.readings import severities, suggestion, value

TEN_THOUSANDS = Surroundings(unit="万元")


@pytest.mark.parametrize(
    "cell",
    [
        "3,200.50元",
        "3200.5",
        3200.5,
        "￥3200.50",
        "¥3,200.50",
        "3,200.50",
        "3，200.50元",
        "3200.50元/月",
        "３２００．５",
        "0.32005万元",
        "0.32005万",
        "RMB3200.5",
        "3200.50元整",
        " 3 200.50 ",
        "人民币3200.50元",
    ],
)
def test_one_amount_in_many_spellings(cell: Cell) -> None:
    assert value(MONEY, cell) == Decimal("3200.50")


def test_an_amount_is_shown_and_written_with_two_decimals_and_kept_in_fen() -> None:
    assert MONEY.show(Decimal(3000)) == MONEY.to_json(Decimal(3000)) == "3000.00"
    assert MONEY.store(Decimal("3200.50")) == 320050


def test_the_unit_of_the_sheet_counts_where_the_cell_has_none() -> None:
    assert value(MONEY, "0.12", TEN_THOUSANDS) == Decimal("1200.00")
    assert value(MONEY, 12.5, TEN_THOUSANDS) == Decimal("125000.00")
    assert value(MONEY, "1200元", TEN_THOUSANDS) == Decimal("1200.00")
    assert value(MONEY, "1200", Surroundings(unit="元/月")) == Decimal("1200.00")
    assert value(MONEY, "1200", Surroundings(unit="年月")) == Decimal("1200.00")


@pytest.mark.parametrize(
    "cell",
    [
        "叁千",
        "面议",
        "见合同",
        "约30",
        "2000-3000",
        "3200.50.1",
        "12分",
        True,
        "3千",
        "1e5",
        "#DIV/0!",
        "9" * 13,
    ],
)
def test_what_is_no_amount_is_unreadable(cell: Cell) -> None:
    assert severities(MONEY, cell) == ["unreadable"]


@pytest.mark.parametrize(
    ("cell", "expected"), [("0", []), ("-0.01", ["error"]), ("(1,200.00)", ["error"]), ("−5", ["error"])]
)
def test_an_amount_below_zero_is_an_error(cell: str, expected: list[str]) -> None:
    assert severities(MONEY, cell) == expected


def test_a_third_decimal_is_reported_and_rounded_half_up() -> None:
    reading = MONEY.read("98.335")
    assert reading.value == Decimal("98.34")
    assert severities(MONEY, "98.335") == ["error"]
    assert suggestion(MONEY, "98.335") == "98.34"
    assert value(MONEY, 0.1 + 0.2) == Decimal("0.30")


@pytest.mark.parametrize("cell", ["", "-", "—", "/", "无", None])
def test_marks_for_no_value_are_empty(cell: Cell) -> None:
    assert value(MONEY, cell) is None
